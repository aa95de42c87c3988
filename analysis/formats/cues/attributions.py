"""What the words around a quotation say of it: the verb nearest to the closing mark decides."""

from __future__ import annotations

from analysis.formats.cues.clauses import Token
from analysis.formats.cues.not_said import is_not_said
from analysis.formats.cues.said_before import read_before
from analysis.formats.cues.said_behind import leads_on, read_behind, read_next
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.sayings import NOT_SAID, Saying


def read_saying(sentence: list[Token], q: int, following: list[Token], grammar: Grammar) -> Saying | None:
    """Return what is said of the quotation sentence[q], None if nothing is.

    following: the next sentence, as in `“Who pays?” Roe asked.`
    """
    if is_not_said(sentence, q, grammar):
        return Saying(NOT_SAID)
    before = read_before(sentence, q, grammar)
    behind = read_behind(sentence, q, grammar)
    said = before if before and leads_on(sentence, q, grammar) else behind or before
    if said is None and sentence[-1] is sentence[q]:
        return read_next(following, grammar)
    return said
