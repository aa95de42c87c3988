"""Other ways to count whose words there are, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pandas as pd

from analysis.counting import Span, split_sentences, split_tokens
from analysis.patterns import find_matches
from analysis.phrases import find_chosen
from analysis.sensitivity.cases import Case

_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])")


def count_copies(case: Case) -> Case | None:
    """Let each copy be an event of its own; events keep their names, by which answers ask for them."""
    sources, is_reference = case.sources, case.sources["is_reference"]
    if is_reference.all():
        return None
    apart = {
        "event": sources["event"].where(is_reference, sources["event"] + ", copy " + sources["source"]),
        "label": sources["label"].where(is_reference, sources["label"] + " (copy)"),
    }
    return case._replace(sources=sources.assign(is_reference=True, **apart))


def count_role(case: Case, *, role: str) -> Case | None:
    """Count the words of a role as the speaker's own."""
    if role not in set(case.segments["role"]):
        return None
    tables = {
        name: getattr(case, name).replace({"role": {role: "answer"}}) for name in ("segments", "tokens")
    }
    return _find_hits(case._replace(**tables))


def split_plainly(case: Case) -> Case:
    """End sentences by a plain rule."""
    return _split_again(case, find_plain_spans)


def split_nowhere(case: Case) -> Case:
    """End sentences with paragraphs only."""
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
    return _find_hits(case._replace(tokens=tokens))


def _find_hits(case: Case) -> Case:
    """Find topics and tracked phrases in changed words."""
    tokens, decisions = case.tokens, case.decisions
    return case._replace(
        topic_hits=find_matches(tokens, decisions["patterns"], by="topic"),
        phrase_hits=find_chosen(tokens, decisions["phrases"]),
    )
