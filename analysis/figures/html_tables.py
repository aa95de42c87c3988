"""Tables as pages show them: captioned, no index column, all rows as CSV; long ones can be searched.

A page holds the first rows as plain HTML, which needs no script. Where scripts run, `book/_static/refrain.js` lets a
reader sort, search and turn the pages of a long table, and fetches the rows that the page does not hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from itertools import accumulate

import pandas as pd

from analysis.figures.addresses import CSV, data_uri
from analysis.figures.headings import part_words, translate_head
from analysis.figures.numbers import NOT_AVAILABLE, display_column
from analysis.figures.printed_names import print_values
from analysis.figures.search_table import list_choices, write_rows
from analysis.messages import translate, translate_word, write_number
from analysis.storage import write_csv

SHORT = 13  # characters; columns of shorter cells stay on one line
FIGURE = 24  # characters; so does a number with its interval
TEXTS = {"": 24, "middle": 60, "long": 110}  # characters; columns of longer cells are given more room
NUMBER = re.compile(r"[−-]?\d")  # how a cell begins that is a number with what belongs to it
MOST_ROWS = 30  # of a plain table; a longer one can be searched
MOST_PRINTED = 200  # rows of a table that stand in the page itself
MOST_BYTES = 80_000  # of them, before links are put in; of wide tables fewer rows stand there
MAIN_COLUMNS = 6  # that a phone shows at first; refrain.css hides the others

_is_number = pd.api.types.is_numeric_dtype


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
        return ShownTable(f'<p class="refrain-nothing refrain-no-rows">{escape(sentence)}</p>', sentence)
    csv, table = csv_link(table, name), _drop_empty(table)
    table = print_values(table).rename(columns=translate_head)
    kinds, printed = _list_kinds(table), _print_cells(table)
    n_here = _choose_rows(printed, kinds)
    box = _box(printed.head(n_here), kinds, name, caption)
    few = printed.head(MOST_ROWS).to_string(index=False)
    plain = f"{caption}\n{few}\n{_count_rows(table, MOST_ROWS)}".strip()
    return ShownTable(_frame(box, csv, table, printed.iloc[n_here:], name), plain)


def fold_table(shown: ShownTable, *, summary: str) -> ShownTable:
    """Return a long table behind a line that opens it; summary: what it holds, in a few words."""
    line = ": ".join([translate("Table"), translate_word(summary)])
    html = f"<details><summary>{escape(line)}</summary>\n{shown.html}</details>"
    return ShownTable(html, shown.plain)


def table_html(table: pd.DataFrame, *, name: str, caption: str) -> str:
    """Return a table as HTML, numbers to the right, missing cells as "not available"."""
    table = _drop_empty(table)
    return _box(_print_cells(table), _list_kinds(table), name, caption)


def _drop_empty(table: pd.DataFrame) -> pd.DataFrame:
    """Drop columns of words that say nothing in any row, such as days where none is known; the CSV keeps them."""
    words = [place for place in range(1, table.shape[1]) if not _is_number(table.iloc[:, place])]
    nothing = {"", NOT_AVAILABLE, translate_word(NOT_AVAILABLE)}
    empty = [place for place in words if nothing.issuperset(display_column(table.iloc[:, place]))]
    return table.iloc[:, [place for place in range(table.shape[1]) if place not in empty]]


def _print_cells(table: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of a table as the reader sees them."""
    columns = [display_column(table.iloc[:, place]) for place in range(table.shape[1])]
    return pd.DataFrame(dict(enumerate(columns)), dtype=object).set_axis(table.columns, axis=1)


def _choose_rows(printed: pd.DataFrame, kinds: list[str]) -> int:
    """Return how many rows the page holds: two hundred, or as many as fit."""
    rows = printed.head(MOST_PRINTED).itertuples(index=False, name=None)
    weights = accumulate(len(_row_cells(row, kinds).encode()) for row in rows)
    return sum(weight <= MOST_BYTES for weight in weights)


def _box(printed: pd.DataFrame, kinds: list[str], name: str, caption: str) -> str:
    """Return printed cells as an HTML table in a box of its own."""
    names = [escape(str(column)) for column in printed.columns]
    head = "".join(
        f'<th scope="col"{_class(kind)}>{text}</th>' for kind, text in zip(kinds, names, strict=True)
    )
    cells = printed.itertuples(index=False, name=None)
    rows = "".join(f"<tr>{_row_cells(row, kinds)}</tr>\n" for row in cells)
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


def _frame(box: str, csv: str, table: pd.DataFrame, rest: pd.DataFrame, name: str) -> str:
    """Put the line with the CSV below a table, and around both what the script needs of a long one.

    rest: the rows, as printed, that the page does not hold.
    """
    is_long = len(table) > MOST_ROWS
    needs = _search_needs(table, rest, name) if is_long else ""
    told = _count_rows(table, len(table) - len(rest))
    count = f'<span class="refrain-rows">{told}</span> ' if is_long else ""
    line = f'<p class="refrain-line">{count}{csv}</p>'
    return f'<div class="refrain-frame"{needs}>\n{box}{line}\n</div>\n'


def _search_needs(table: pd.DataFrame, rest: pd.DataFrame, name: str) -> str:
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


def _list_kinds(table: pd.DataFrame) -> list[str]:
    """Return how each column is set: classes of refrain.css, or none for texts of a line or two."""
    return [_kind(table.iloc[:, place]) for place in range(table.shape[1])]


def _kind(column: pd.Series) -> str:
    if _is_number(column):
        return "number"
    cells = display_column(column)
    longest = max(map(len, cells))
    if longest <= (FIGURE if _are_numbers(cells) else SHORT):
        return "short"
    return next((kind for kind, most in TEXTS.items() if longest <= most), "long longest")


def _are_numbers(cells: list[str]) -> bool:
    """Tell whether the cells of a column are numbers with what belongs to them, such as an interval."""
    missing = translate_word(NOT_AVAILABLE)
    return all(NUMBER.match(cell) for cell in cells if cell and cell != missing)


def _row_cells(row: tuple[str, ...], kinds: list[str]) -> str:
    """Return the cells of a row; the first tells it from other rows, and a screen reader says it with each."""
    first, *others = (f"{_class(kind)}>{escape(text)}" for kind, text in zip(kinds, row, strict=True))
    heads = f'<th scope="row"{first}</th>' if row[0].strip() else f"<td{first}</td>"  # nothing heads nothing
    return heads + "".join(f"<td{other}</td>" for other in others)


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
