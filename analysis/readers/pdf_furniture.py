"""Heads, feet and numbers of the pages of a PDF: what is printed on every page and said on none."""

from __future__ import annotations

import re
from collections import Counter

from analysis.readers.pdf_lines import Line

_EDGE_ROWS = 3  # from above and from below, in which heads and page numbers stand
_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|página|стр\.)?\s*(?P<page>\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de|из)\s*\d{1,4})?\W*",
    re.I,
)
_PAGE_OF_PAGES = re.compile(r"\W*(?:page\s*)?\d{1,4}\s*(?:/|of|von|de|из)\s*\d{1,4}\W*", re.IGNORECASE)
# What a browser prints on the edge of a page: when, and from where.
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: ?[AP]M)?|(?:https?|file)://\S+(?: \d{1,4}/\d{1,4})?",
    re.IGNORECASE,
)


def drop_furniture(pages: list[list[Line]], left_out: Counter[str]) -> list[list[Line]]:
    """Return the lines of each page without heads, feet and page numbers.

    They are the outermost rows, come back on other pages or are numbers, and stand apart from the words of the page:
    a sentence that two pages happen to begin with is none.
    """
    rows = [_list_rows(lines) for lines in pages]
    edges = [[*row[:_EDGE_ROWS], *row[-_EDGE_ROWS:]] for row in rows]
    often = Counter(key for edge in edges for key in {_key(line) for row in edge for line in row})
    fewest = max(2, min(3, len(pages) // 2))
    known = {key for key, n in often.items() if n >= fewest}
    kept = []
    for lines, page in zip(pages, rows, strict=True):
        dropped = {id(line) for line in [*_find_edge(page, known), *_find_edge(page[::-1], known)]}
        left_out["heads and feet of pages"] += len(dropped)
        kept.append([line for line in lines if id(line) not in dropped])
    return kept


def _list_rows(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of a page row by row, from above."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].base - line.base) < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _find_edge(rows: list[list[Line]], known: set[tuple[str, int]]) -> list[Line]:
    """Return the lines of the first rows that are furniture. known: the keys of lines that come back."""
    n = 0
    while n < min(_EDGE_ROWS, len(rows)) and _is_furniture(rows[n], rows, known):
        n += 1
    n = min(n, len(rows) - 1)
    while n > 0 and not _stand_apart(rows[n - 1], rows[n]):
        n -= 1
    return [line for row in rows[:n] for line in row]


def _is_furniture(row: list[Line], rows: list[list[Line]], known: set[tuple[str, int]]) -> bool:
    """Say whether a row comes back, is a number, or was put there by a browser, beside the title of the page."""
    if any(_PRINTED.fullmatch(" ".join(line.text.split())) for line in row):
        return True
    return all(_key(line) in known or _is_number(line, rows) for line in row)


def _stand_apart(row: list[Line], behind: list[Line]) -> bool:
    """Say whether a row is further from the next one than lines of a paragraph are, or set otherwise."""
    gap, size = abs(row[0].base - behind[0].base), max(line.size for line in row)
    return gap > 1.5 * size or size < 0.92 * behind[0].size


def _key(line: Line) -> tuple[str, int]:
    """Return what heads of different pages have in common: their words, figures apart, and their height."""
    words = " ".join(line.text.split()).casefold()
    return re.sub(r"\d+|\b[ivxlc]{1,6}\b", "0", words), round(line.base / 4)


def _is_number(line: Line, rows: list[list[Line]]) -> bool:
    """Say whether a line is the number of a page: alone in its row, or one of several pages."""
    if _PAGE_OF_PAGES.fullmatch(line.text):
        return True
    return bool(_NUMBER.fullmatch(line.text)) and any(row == [line] for row in rows)
