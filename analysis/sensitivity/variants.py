"""Other ways to count: what is changed, one thing at a time, to see which findings depend on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from analysis.counting import Span, split_sentences, split_tokens
from analysis.own_words import list_events
from analysis.patterns import find_matches
from analysis.phrases import find_chosen, find_occurrences, list_uses

_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])")
COPIES = "copies counted"
LEFT_OUT = "one event may carry a finding"
_ROLES = {"question", "repeat"}
_BY_SOURCE = ("segments", "tokens", "words", "topic_hits", "phrase_hits")


class Case(NamedTuple):
    """What findings are counted from: full tables, sources, decisions by name, the text of each source.

    topic_hits, phrase_hits and uses: what is found in these tokens, from `find_matches` and `list_uses`. A
    variant finds again only what it changes.
    """

    sources: pd.DataFrame
    segments: pd.DataFrame
    tokens: pd.DataFrame
    words: pd.DataFrame
    topic_hits: pd.DataFrame
    phrase_hits: pd.DataFrame
    uses: pd.DataFrame
    decisions: dict[str, pd.DataFrame]
    texts: dict[str, str]


class Variant(NamedTuple):
    """One other way to count: its name, why it is tried, and what it makes of a case."""

    name: str
    reason: str
    change: Callable[[Case], Case]


def list_variants(case: Case) -> list[Variant]:
    """Return the grid of a case: every variant that changes something in it, in a fixed order."""
    roles, has_copies = set(case.segments["role"]), not case.sources["is_reference"].all()
    idle = {f"{role}s counted" for role in _ROLES - roles} | ({COPIES} if not has_copies else set())
    return [variant for variant in GRID if variant.name not in idle] + _list_left_out(case.sources)


def _list_left_out(sources: pd.DataFrame) -> list[Variant]:
    """Return a variant for each event, unless it is the only one."""
    events = list_events(sources)
    names = events["label"].where(~events["label"].duplicated(keep=False), events["event"])
    return [
        Variant(f"without {name}", LEFT_OUT, partial(_leave_out, event=event))
        for name, event in zip(names, events["event"], strict=True)
        if len(events) > 1
    ]


def describe_variants() -> pd.DataFrame:
    """List the grid: one row a kind of variant, with variant and reason."""
    rows = [variant[:2] for variant in GRID]
    return pd.DataFrame([*rows, ("without an event, each in turn", LEFT_OUT)], columns=["variant", "reason"])


def _count_copies(case: Case) -> Case:
    """Let each copy be an event of its own; events keep their names, by which claims ask for them."""
    sources, is_reference = case.sources, case.sources["is_reference"]
    apart = {
        "event": sources["event"].where(is_reference, sources["event"] + ", copy " + sources["source"]),
        "label": sources["label"].where(is_reference, sources["label"] + " (copy)"),
    }
    return _find_uses(case._replace(sources=sources.assign(is_reference=True, **apart)))


def _count_role(case: Case, *, role: str) -> Case:
    """Count the words of a role as the speaker's own."""
    tables = {
        name: getattr(case, name).replace({"role": {role: "answer"}})
        for name in ("segments", "tokens", "words")
    }
    merged = tables["words"].groupby(["source", "role", "norm"], as_index=False)["n"].sum()
    return _find_uses(_find_hits(case._replace(**tables | {"words": merged})))


def _leave_out(case: Case, *, event: str) -> Case:
    """Leave out an event with all its sources."""
    sources = case.sources[case.sources["event"] != event]
    tables = {
        name: table[table["source"].isin(sources["source"])].reset_index(drop=True)
        for name in _BY_SOURCE
        for table in [getattr(case, name)]
    }
    return _find_uses(case._replace(sources=sources.reset_index(drop=True), **tables))


def _split_plainly(case: Case) -> Case:
    return _split_again(case, find_plain_spans)


def _split_nowhere(case: Case) -> Case:
    return _split_again(case, lambda text: [(0, len(text))])


def find_plain_spans(text: str) -> list[Span]:
    """Split at marks that end a sentence, with closing quotes or brackets, before a capital or a digit."""
    edges = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return list(pairwise(edges))


def _split_again(case: Case, find_spans: Callable[[str], list[Span]]) -> Case:
    """Number the sentences anew by another rule; words and segments stay as they are.

    Returns the same case where the rule ends the same sentences.
    """
    parts = []
    for source, segments in case.segments.groupby("source"):
        text = case.texts[source]
        sentences = split_sentences(text, segments, find_spans=find_spans)
        parts.append(split_tokens(text, segments, sentences).assign(source=source))
    tokens = pd.concat(parts, ignore_index=True)
    if tokens["sentence"].equals(case.tokens["sentence"]):
        return case
    return _find_uses(_find_hits(case._replace(tokens=tokens)))


def _find_hits(case: Case) -> Case:
    """Find topics and tracked phrases in changed words."""
    tokens, decisions = case.tokens, case.decisions
    return case._replace(
        topic_hits=find_matches(tokens, decisions["patterns"], by="topic"),
        phrase_hits=find_chosen(tokens, decisions["phrases"]),
    )


def _find_uses(case: Case) -> Case:
    """Find families where words or sources are others; with every event the families change."""
    tokens, sources = case.tokens, case.sources
    found = find_occurrences(tokens, case.words, sources, case.decisions["equivalents"])
    return case._replace(uses=list_uses(tokens, case.phrase_hits, found, sources))


GRID = [
    Variant(COPIES, "a search through all files counts a copy as an event of its own", _count_copies),
    Variant(
        "questions counted", "a search does not tell them from answers", partial(_count_role, role="question")
    ),
    Variant(
        "repeats counted",
        "what is printed twice may have been said twice",
        partial(_count_role, role="repeat"),
    ),
    Variant(
        "another splitter", "ends of sentences by a plain rule: a mark, a space, a capital", _split_plainly
    ),
    Variant("no sentence ends", "a match may cross ends of sentences inside a paragraph", _split_nowhere),
]
