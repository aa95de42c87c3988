"""The concordance on its page: a folded list of uses for each phrase and topic.

`book/_static/concordance.js` makes an explorer of the lists; without scripts they are all there is, each under its
address. The page holds as many uses of each entry as fit; further ones lie in a script beside the page, which is
loaded when a reader asks for the entry.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from itertools import accumulate

import pandas as pd

from analysis.figures.addresses import SCRIPT, data_uri
from analysis.figures.html_tables import ShownTable, csv_link
from analysis.messages import translate, translate_number, translate_word

MOST_PRINTED = 230_000  # bytes of entries and uses that the page holds; with the theme's it has 300 KB
MOST_USES = 1_000  # of an entry that a browser is given; the CSV has all
NAME = "concordance"
OPENING, CLOSING = (
    re.compile(r"[(\[“‘«]$"),
    re.compile(r"[).,;:!?\]”’»]"),
)  # signs that stand at a word without a space
_SHOWN = ["left", "match", "right", "text", "role", "is_own", "source", "position"]


def show_concordance(entries: pd.DataFrame, uses: pd.DataFrame, texts: pd.DataFrame) -> ShownTable:
    """Return the uses of each entry as a page shows them, with all of them as CSV.

    entries: one row an entry, in order (entry, name, kind, aliases). uses: one row a use, in the order in which they
    are shown (entry, source, position, role, left, match, right, is_own). texts: one row a source (source, name,
    date; '' where no day is known). Where nothing can be looked up, a sentence says so.
    """
    if entries.empty:
        sentence = "There is no phrase and no topic to look up."
        return ShownTable(f'<p class="refrain-nothing">{sentence}</p>', sentence)
    names = texts["name"].tolist()
    place = dict(zip(texts["source"], range(len(texts)), strict=True))
    placed = uses.assign(text=uses["source"].map(place))
    by_entry = {entry: _list_rows(rows) for entry, rows in placed.groupby("entry", sort=False)}
    heads = [_head(row, len(by_entry.get(row.entry, []))) for row in entries.itertuples()]
    items = {
        entry: [_item(entry, row, names) for row in rows[:MOST_USES]] for entry, rows in by_entry.items()
    }
    most = _choose_most(list(items.values()), room=MOST_PRINTED - sum(map(_weigh, heads)))
    lists = [
        _fold(row.entry, head, items.get(row.entry, [])[:most], by_entry.get(row.entry, []))
        for row, head in zip(entries.itertuples(), heads, strict=True)
    ]
    told = json.dumps(texts[["source", "name", "date"]].to_numpy().tolist(), ensure_ascii=False)
    line = f'<p class="refrain-line">{csv_link(_as_csv(uses, entries), NAME)}</p>'
    html = f'<div class="refrain-concordance" data-texts="{escape(told)}">\n{"".join(lists)}{line}\n</div>\n'
    return ShownTable(html, "\n".join(_say(entries, by_entry)))


def _list_rows(uses: pd.DataFrame) -> list[tuple]:
    uses = uses.assign(role=uses["role"].map(translate_word))
    return list(uses[_SHOWN].itertuples(index=False, name=None))


def _choose_most(lists: list[list[str]], *, room: int) -> int:
    """Choose how many uses of each entry the page holds: as many as fit, the same number for all."""
    longest = max(map(len, lists), default=0)
    by_rank = [sum(_weigh(items[rank]) for items in lists if rank < len(items)) for rank in range(longest)]
    return sum(total <= room for total in accumulate(by_rank))


def _weigh(text: str) -> int:
    return len(text.encode())


def _head(entry: object, n: int) -> str:
    """Return how the list of an entry begins: its name, which opens it, and the other names that lead to it."""
    uses = translate_number(n, "{n:,} use", "{n:,} uses", n=n)
    also = f"<p>{_say_also(entry.aliases)}</p>" if entry.aliases else ""
    kind = escape(translate_word(entry.kind))
    return (
        f'<details id="{entry.entry}" data-kind="{escape(entry.kind)}" data-n="{n}"'
        f"><summary>{escape(entry.name)} <small>{kind}, {uses}</small></summary>\n{also}"
    )


def _say_also(aliases: tuple[str, ...]) -> str:
    return escape(translate("Also: {names}", names="; ".join(aliases)))


def _fold(entry: str, head: str, items: list[str], rows: list[tuple]) -> str:
    """Return the list of an entry; uses that the page does not hold are in a script."""
    listed = f"<ol>\n{''.join(items)}</ol>" if items else ""
    rest = rows[len(items) : MOST_USES]
    if not rest:
        return f"{head}{listed}</details>\n"
    known = f' data-rows="{_write_script(entry, rest)}"'
    told = translate("The first {k:,} of {n:,} uses; the CSV below has all.", k=len(items), n=len(rows))
    more = f"<p>{told}</p>"
    return f"{head.replace('>', known + '>', 1)}{listed}{more}</details>\n"


def _item(entry: str, row: tuple, names: list[str]) -> str:
    """Return a use as an item of the list of its entry, under its own address."""
    left, match, right, text, role, is_own, source, position = row
    own = " data-own" if is_own else ""
    before, behind = ("" if OPENING.search(left) else " "), ("" if CLOSING.match(right) else " ")
    parts = f"<span>{escape(left)}</span>{before}<b>{escape(match)}</b>{behind}<span>{escape(right)}</span>"
    where = f"<span>{escape(names[text])}</span>, <span>{escape(role)}</span>"
    return f'<li id="{entry}.{escape(source)}.{position}" data-text="{text}"{own}>{parts} ({where})</li>\n'


def _write_script(entry: str, rows: list[tuple]) -> str:
    """Return the address of a script that hands over the uses of an entry that the page does not hold."""
    told = [[*row[:5], int(row[5]), row[7]] for row in rows]
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=int)
    return data_uri(f"(window.refrainRows ??= {{}})[{json.dumps(entry)}] = {content};\n", SCRIPT)


def _as_csv(uses: pd.DataFrame, entries: pd.DataFrame) -> pd.DataFrame:
    named = uses.merge(entries[["entry", "name", "kind"]], how="left", on="entry")
    own = named["is_own"].map({True: "yes", False: "no"})
    columns = ["name", "kind", "source", "position", "role", "left", "match", "right"]
    return named[columns].assign(own_words=own)


def _say(entries: pd.DataFrame, by_entry: dict[str, list[tuple]]) -> Iterator[str]:
    """Say in plain words how many uses each entry has."""
    for row in entries.itertuples():
        yield f"{row.name} ({row.kind}): {len(by_entry.get(row.entry, [])):,}"
