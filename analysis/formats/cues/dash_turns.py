"""Dialogue without quotation marks inside a report: paragraphs that open with a dash, in languages that print it so."""

from __future__ import annotations

from itertools import groupby

from analysis.formats.cues.clauses import DASHES, read_words
from analysis.formats.cues.incises import find_incise
from analysis.formats.cues.quotations import Quotation
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.role_map import Paragraph

_OPENS = ("–", "—")
_FEWEST = 2  # turns
_ENDS = frozenset(".?!…")


def find_dash_turns(text: str, paragraphs: list[Paragraph], grammar: Grammar) -> dict[int, Quotation]:
    """Return what is said in each paragraph of a dialogue, by the paragraph's index.

    A dialogue is two such paragraphs or more, one behind the other, one of them with a question mark; one alone may
    be an item of a list.
    """
    if not grammar.has_incises:
        return {}
    turns: dict[int, Quotation] = {}
    numbered = list(enumerate(paragraphs))
    for opens, group in groupby(numbered, key=lambda item: _opens_with_dash(text, item[1])):
        run = list(group)
        if opens and len(run) >= _FEWEST and any("?" in text[slice(*paragraph)] for _, paragraph in run):
            turns |= {i: _read_turn(text, paragraph, grammar) for i, paragraph in run}
    return turns


def _opens_with_dash(text: str, paragraph: Paragraph) -> bool:
    return text[paragraph.start : paragraph.end].lstrip().startswith(_OPENS)


def _read_turn(text: str, paragraph: Paragraph, grammar: Grammar) -> Quotation:
    """Return what is said: to the paragraph's end, or to the sentence that says who speaks if no dash follows."""
    start, end = paragraph
    start += len(text[start:end]) - len(text[start:end].lstrip())
    words = read_words(text, start + 1, end, grammar)
    incise = find_incise(words, grammar)
    if incise is None:
        return Quotation(start, end, False)
    behind = [word.text for word in words if word.start >= incise.end]
    goes_on = behind[:1] != [] and (behind[0] not in _ENDS or behind[1:2] == [] or behind[1] in DASHES)
    return Quotation(start, end if goes_on else incise.end, False)
