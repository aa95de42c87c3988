"""Tables as pages show them: captioned, no index column, all rows as CSV; long ones can be searched.

A page holds the first rows as plain HTML, which needs no script. Where scripts run, `book/_static/refrain.js` lets a
reader sort, search and turn the pages of a long table, and fetches the rows that the page does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from analysis.figures.addresses import CSV, data_uri
from analysis.figures.headings import part_words, translate_head
from analysis.figures.numbers import display_text
from analysis.figures.printed_names import print_values
from analysis.figures.search_table import list_choices, write_rows
from analysis.messages import translate, translate_word, write_number
from analysis.storage import write_csv

SHORT = 13  # characters; columns of shorter cells stay on one line
LONG = 60  # characters; columns of longer cells are given room
MOST_ROWS = 30  # of a plain table; a longer one can be searched
MOST_PRINTED = 200  # rows of a table that stand in the page itself
MAIN_COLUMNS = 6  # that a phone shows at first; refrain.css hides the others


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
    """Return a table as a chapter shows it: all rows as CSV, a search where there are more than 30.

    table: one row per row shown; where there is none, a sentence says so. name: letters, digits, hyphens;
    names the table for screen readers. caption: what a row is and what is measured. headings: columns to
    show with their printed names (default: all), what tells rows apart first, then by importance: the first
    stays in sight, and a phone shows six.
    """
    table = table[list(headings)] if headings else table
    table, caption = table.rename(columns=headings or part_words), translate_word(caption)
    if table.empty:
        sentence = " ".join([caption, translate("There is none.")])
        return ShownTable(f'<p class="refrain-nothing">{escape(sentence)}</p>', sentence)
    printed = print_values(table).rename(columns=translate_head)
    box = table_html(printed.head(MOST_PRINTED), name=name, caption=caption)
    few = printed.head(MOST_ROWS).map(display_text).to_string(index=False)
    html = _frame(box, printed, name, link=csv_link(table, name))
    return ShownTable(html, f"{caption}\n{few}\n{_count_rows(table, MOST_ROWS)}".strip())


def fold_table(shown: ShownTable, *, summary: str) -> ShownTable:
    """Return a long table behind a line that opens it; summary: what it holds, in a few words."""
    line = ": ".join([translate("Table"), translate_word(summary)])
    html = f"<details><summary>{escape(line)}</summary>\n{shown.html}</details>"
    return ShownTable(html, shown.plain)


def table_html(table: pd.DataFrame, *, name: str, caption: str) -> str:
    """Return a table as HTML, numbers to the right, missing cells as "not available"."""
    texts = [[display_text(value) for value in table.iloc[:, place]] for place in range(table.shape[1])]
    kinds = [_kind(table.iloc[:, place], cells) for place, cells in enumerate(texts)]
    names = [escape(str(column)) for column in table.columns]
    head = "".join(
        f'<th scope="col"{_class(kind)}>{text}</th>' for kind, text in zip(kinds, names, strict=True)
    )
    rows = "".join(f"<tr>{_row_cells(row, kinds)}</tr>\n" for row in zip(*texts, strict=True))
    return (
        # Reachable by keyboard, because a wide table scrolls on a narrow screen; the script looks whether it does.
        f'<div class="refrain-table" role="group" tabindex="0" aria-label="Table of {escape(name)}" '
        f'style="overflow-x:auto">\n<table>\n<caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def csv_link(table: pd.DataFrame, name: str) -> str:
    """Return a link that holds a table as CSV, so that the page needs no file beside it."""
    csv = write_csv(table)
    size = max(1, round(len(csv.encode()) / 1000))
    return f'<a href="{data_uri(csv, CSV)}" download="{name}.csv">{_say_download(name, size)}</a>'


def _say_download(name: str, kilobytes: int) -> str:
    return translate("Download {name}.csv ({n:,} KB)", name=name, n=kilobytes)


def _frame(box: str, table: pd.DataFrame, name: str, *, link: str) -> str:
    """Put the line with the CSV below a table, and around both what the script needs of a long one."""
    is_long = len(table) > MOST_ROWS
    needs = _search_needs(table, name) if is_long else ""
    count = f'<span class="refrain-rows">{_count_rows(table, MOST_PRINTED)}</span> ' if is_long else ""
    line = f'<p class="refrain-line">{count}{link}</p>'
    return f'<div class="refrain-frame"{needs}>\n{box}{line}\n</div>\n'


def _search_needs(table: pd.DataFrame, name: str) -> str:
    rest = table.iloc[MOST_PRINTED:]
    rows = f' data-rows="{write_rows(rest, name)}"' if len(rest) else ""
    choices = escape(list_choices(table.iloc[:, :MAIN_COLUMNS]))
    return f' data-search="{escape(name)}" data-n="{len(table)}" data-choices="{choices}"{rows}'


def _count_rows(table: pd.DataFrame, most: int) -> str:
    """Say that not all rows are here; nothing where they are."""
    return (
        translate("The first {most} of {n} rows.", most=most, n=write_number(f"{len(table):,}"))
        if len(table) > most
        else ""
    )


def _kind(column: pd.Series, cells: list[str]) -> str:
    """Return how a column is set: a class of refrain.css, or nothing."""
    longest = max(map(len, cells))
    if pd.api.types.is_numeric_dtype(column):
        return "number"
    return "short" if longest <= SHORT else "long" if longest > LONG else ""


def _row_cells(row: tuple[str, ...], kinds: list[str]) -> str:
    """Return the cells of a row; the first tells it from other rows, and a screen reader says it with each."""
    first, *others = (f"{_class(kind)}>{escape(text)}" for kind, text in zip(kinds, row, strict=True))
    heads = f'<th scope="row"{first}</th>' if row[0].strip() else f"<td{first}</td>"  # nothing heads nothing
    return heads + "".join(f"<td{other}</td>" for other in others)


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
