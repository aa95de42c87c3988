"""An explained topic as lines for a terminal: each pattern with its hits, one under the other, in context."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click
import pandas as pd

from analysis.commands.explain_steps import MISSED, NEAR, Explanation
from analysis.pages import count
from analysis.roles import OWN
from analysis.topics import NEVER

MARKS = {"yes": ("+", "green"), "no": ("!", "red"), "disputed": ("?", "yellow"), "": (" ", None)}
LEGEND = "+ coded so by hand   ! coded otherwise   ? coders disagree   (no mark: nobody coded it)"
ALSO = {"gives way": "within a longer match", "cancelled": "cancelled"}
NARROWEST = 60


def show_explanation(explained: Explanation, *, width: int) -> Iterator[str]:
    """Yield the lines of an explained topic, styled for a terminal of `width` columns."""
    rows, width = explained.rows, max(width, NARROWEST)
    yield f"{_bold(explained.label)} ({explained.topic})"
    yield from textwrap.wrap(explained.description, width)
    yield from _count_all(explained)
    yield f"{LEGEND}\n"
    hits = rows[rows["fate"] == "counts"]
    room = max(map(len, _places(rows)), default=0)
    for pattern, own in hits.groupby("pattern", sort=False):
        less = rows[(rows["pattern"] == pattern) & rows["fate"].isin(ALSO)]["fate"].value_counts()
        also = "".join(f", {n} {ALSO[fate]}" for fate, n in less.sort_index().items())
        yield f"{_bold(pattern)}  {count(len(own), 'hit')}{also}"
        yield from _align(own, width, room)
        yield ""
    yield from _show_cancelled(rows, width, room)
    near = rows[rows["fate"] == NEAR]
    if len(near):
        yield f"{_bold('Near misses')}: a hyphen or a space apart from a pattern, and not counted"
        for pattern, places in near.groupby("pattern", sort=False):
            yield f"{_bold(pattern)}  {count(len(places), 'place')}"
            yield from _align(places.assign(coded=""), width, room)
        yield ""
    yield from _list_patterns("Never found", rows.loc[rows["fate"] == NEVER, "pattern"], width)
    idle = rows[rows["fate"].isin(["gives way", "cancelled"]) & ~rows["pattern"].isin(hits["pattern"])]
    yield from _list_patterns("Always cancelled or part of a longer match", idle["pattern"].unique(), width)
    wrong = hits[hits["coded"].isin(["no", "disputed"])]
    yield from _list_paragraphs("Found, but coded otherwise", wrong, width)
    yield from _list_paragraphs("Coded so, but not found", rows[rows["fate"] == MISSED], width)


def _count_all(explained: Explanation) -> Iterator[str]:
    rows, score = explained.rows, explained.score
    hits, patterns = rows[rows["fate"] == "counts"], rows.loc[rows["pattern"] != "", "pattern"].nunique()
    paragraphs = count(len(hits.drop_duplicates(["source", "paragraph"])), "paragraph")
    yield (
        f"{count(patterns, 'pattern')}, {hits['pattern'].nunique()} with hits: {count(len(hits), 'hit')} in "
        f"{paragraphs} of {count(hits['source'].nunique(), 'text')}, {hits['role'].isin(OWN).sum()} in the "
        "speaker’s own words"
    )
    read = count(explained.n_read, "paragraph")
    if score is None:
        disputed = ", the coders disagree about the topic in all of them"
        yield f"hand coding: {read} read{disputed if explained.n_read else ''}"
        return
    shares = {"precision": "precision", "recall": "recall", "f1": "F1"}
    parts = [f"{label} {score[name]:.2f}" for name, label in shares.items() if pd.notna(score[name])]
    coded, predicted, both = (int(score[name]) for name in ("n_coded", "n_predicted", "n_both"))
    yield (
        f"hand coding: {read} read, {coded} of them about the topic; found {predicted}, "
        f"{both} of them rightly: {', '.join(parts)}"
    )


def _align(rows: pd.DataFrame, width: int, room: int) -> Iterator[str]:
    """Show matches one under the other, with as much of the paragraph on both sides as the width allows.

    room: columns for the place of a match.
    """
    side = max((width - room - 4) // 2 - 6, 10)
    for row, place in zip(rows.itertuples(), _places(rows), strict=True):
        mark, colour = MARKS[row.coded]
        left = cut_left(row.left, side)
        right = cut_right(row.right, width - room - 4 - side - len(row.match))
        place = click.style(f"{place:<{room}}", dim=True)
        match = click.style(row.match, bold=True, fg=colour)
        yield f"{click.style(mark, fg=colour)} {place}  {left:>{side}}{match}{right}".rstrip()


def _places(rows: pd.DataFrame) -> list[str]:
    return [f"{row.source} {row.paragraph} {row.role}" for row in rows.itertuples()]


def _show_cancelled(rows: pd.DataFrame, width: int, room: int) -> Iterator[str]:
    for pattern, places in rows[rows["fate"] == "cancels"].groupby("pattern", sort=False):
        yield f"{_bold(pattern)}  cancels in {count(len(places), 'place')}"
        yield from _align(places.assign(coded=""), width, room)
        yield ""


def _list_patterns(title: str, patterns: pd.Series, width: int) -> Iterator[str]:
    if len(patterns):
        yield f"{_bold(title)}: {count(len(patterns), 'pattern')}"
        yield from textwrap.wrap(
            "   ".join(p.replace(" ", "\xa0") for p in patterns), width, initial_indent="  ",
            subsequent_indent="  ", break_on_hyphens=False, break_long_words=False,
        )  # fmt: skip
        yield ""


def _list_paragraphs(title: str, rows: pd.DataFrame, width: int) -> Iterator[str]:
    """Show one line a paragraph: where, what it was coded as, the patterns that hit or how it begins."""
    places = rows.groupby(["source", "paragraph"])
    if places.ngroups:
        yield f"{_bold(title)}: {count(places.ngroups, 'paragraph')}"
    for (source, paragraph), own in places:
        coded = own["topics"].iloc[0] or "no topic"
        what = ", ".join(sorted(set(own["pattern"]) - {""})) or own["right"].iloc[0]
        yield cut_right(f"  {source} {paragraph}  coded {coded}: {what}", width)
    if places.ngroups:
        yield ""


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def cut_left(text: str, width: int) -> str:
    return text if len(text) <= width else f"…{text[len(text) - width + 1 :]}"


def cut_right(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(width - 1, 0)]}…"
