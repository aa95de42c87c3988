"""Tables as pages show them: captioned, without an index column, scrolling in their own box."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from analysis.figures.addresses import CSV, data_uri
from analysis.figures.numbers import display_text
from analysis.storage import write_csv

SHORT = 13  # characters; shorter cells stay on one line
LONG = 60  # characters; columns of longer cells are given room
MOST_ROWS = 30  # of a table on a page; more are offered for download


@dataclass(frozen=True)
class ShownTable:
    """A table as a chapter shows it: in HTML, and the same in plain words."""

    html: str
    plain: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}


def show_table(
    table: pd.DataFrame, *, name: str, caption: str, headings: dict[str, str] | None = None
) -> ShownTable:
    """Return a table as a chapter shows it: the first 30 rows, and all of them as CSV if there are more.

    table: one row per row shown; where there is none, a sentence says so. name: letters, digits, hyphens;
    names the table for screen readers. caption: what a row is and what is measured. headings: columns to
    show, in order, with their printed names (default: all).
    """
    table = table[list(headings)].rename(columns=headings) if headings else table
    if table.empty:
        sentence = f"{caption} There is none."
        return ShownTable(f'<p class="refrain-nothing">{escape(sentence)}</p>', sentence)
    shown = table.head(MOST_ROWS)
    more = len(table) > MOST_ROWS
    caption += f" The first {MOST_ROWS} of {len(table):,} rows." if more else ""
    html = table_html(shown, name=name, caption=caption) + (csv_link(table, name) if more else "")
    return ShownTable(html, f"{caption}\n{shown.to_string(index=False)}")


def fold_table(shown: ShownTable, *, summary: str) -> ShownTable:
    """Return a long table behind a line that opens it; summary: what it holds, in a few words."""
    html = f"<details><summary>Table: {escape(summary)}</summary>\n{shown.html}</details>"
    return ShownTable(html, shown.plain)


def table_html(table: pd.DataFrame, *, name: str, caption: str) -> str:
    """Return a table as HTML, numbers to the right, missing cells as "not available"."""
    aligned = [_alignment(table[column]) for column in table.columns]
    names = [escape(str(column)) for column in table.columns]
    head = "".join(f'<th scope="col"{style}>{text}</th>' for style, text in zip(aligned, names, strict=True))
    rows = "".join(f"<tr>{_cells(row, aligned)}</tr>\n" for row in table.itertuples(index=False, name=None))
    return (
        # Reachable by keyboard, because a wide table scrolls on a narrow screen.
        f'<div class="refrain-table" role="group" tabindex="0" aria-label="Table of {escape(name)}" '
        f'style="overflow-x:auto;font-size:85%">\n<table>\n<caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def csv_link(table: pd.DataFrame, name: str) -> str:
    """Return a link that holds a table as CSV, so that the page needs no file beside it."""
    address = data_uri(write_csv(table), CSV)
    return f'<a href="{address}" download="{name}.csv">Download {name}.csv</a>'


def _alignment(column: pd.Series) -> str:
    side = "right" if pd.api.types.is_numeric_dtype(column) else "left"
    room = ";min-width:15em" if column.astype(str).str.len().max() > LONG else ""
    # Inline, because a page without our style sheet would set neighbouring numbers without a gap.
    return f' style="padding:.1em .6em;text-align:{side}{room}"'


def _cells(row: tuple, aligned: list[str]) -> str:
    texts = [escape(display_text(value)) for value in row]
    return "".join(
        f"<td{_unbroken(style, text)}>{text}</td>" for style, text in zip(aligned, texts, strict=True)
    )


def _unbroken(style: str, text: str) -> str:
    """Keep dates and other short cells on one line."""
    return style.replace('="', '="white-space:nowrap;') if len(text) <= SHORT else style
