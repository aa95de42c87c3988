"""Verbs of saying, and whom a text lets say something."""

from __future__ import annotations

import re

from analysis.formats.cues.people import UPPER
from analysis.language import word_set

_STEMS = word_set("""
accus acknowledg add admit agre announc answer argu ask assert assur believ call caution cit claim clarif
comment conced conclud condemn confirm continu criticis criticiz declar defend den describ dismiss echo
emphasis emphasiz explain express hint highlight indicat insist joke label lament observ point prais pledg
portray predict promis propos quip quot recall recount refer reiterat reject remark remind repeat repl report
respond reveal stat stress suggest testif underlin underscor urg voic vow warn welcom wonder
""")
# Only inflected forms of the stems: the bare ones (`report`, `answer`, `call`) are as often nouns.
SAYING = re.compile(
    rf"\b(?:sa(?:id|ys|y|ying)|tell(?:s|ing)|told|writ(?:es|ing)|wrote|not(?:es|ed|ing)"
    rf"|(?:{'|'.join(sorted(_STEMS, reverse=True))})(?:es|s|ed|d|ied|ies|ing|ring|ting|ted|led|ged|ned))\b"
    r"|\baccording to\b",
    re.IGNORECASE,
)
# `Roe said`; the length is bounded so that a run of capitals takes no quadratic time
SURNAME_SAYS = re.compile(rf"(?<![\w'’-])(?P<name>[{UPPER}][\w'’-]{{1,40}}) (?:{SAYING.pattern})")
_ADVERB = r"(?:\s+(?:also|has|had|later|then|further))?\s+$"
_BEFORE = (  # `Roe (also) said`, `Roe, the mayor, said`
    re.compile(rf"([\w'’-]{{1,40}}){_ADVERB}", re.IGNORECASE),
    re.compile(rf"([\w'’-]{{1,40}}),[^,.]{{1,80}},{_ADVERB}", re.IGNORECASE),
)
_BEHIND = re.compile(r"\s+((?:[\w.]{1,40}\s+){0,4}[\w'’-]{1,40})")  # `said the old mayor Roe`
_REACH = 160  # characters before and behind a verb


def find_sayers(text: str) -> set[str]:
    """Return the words, in small letters, that stand where somebody who says something is named."""
    sayers: set[str] = set()
    for verb in SAYING.finditer(text):
        before = text[max(0, verb.start() - _REACH) : verb.start()]
        behind = text[verb.end() : verb.end() + _REACH]
        sayers |= {m[1].casefold() for pattern in _BEFORE if (m := pattern.search(before))}
        sayers |= set(m[1].casefold().split()) if (m := _BEHIND.match(behind)) else set()
    return sayers
