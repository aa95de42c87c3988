"""The rules for stops that the library gets wrong.

A rule looks at one stop with what stands before and behind it and says that a sentence ends there, that none does, or
nothing; the first rule that speaks is followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from analysis.counting.abbreviations import load_abbreviations
from analysis.language import (
    FIRST_PERSON,
    LEFT_HANGING,
    LETTERED,
    NEVER_LAST,
    NUMBERED,
    OPENERS,
    RANKS,
    SAINTS,
    UNITS,
    load_saying_words,
)

OPENING = "\"'“‘«([*_"
CLOSING = "\"'”’»)\\]*_"


class Stop(NamedTuple):
    """A stop: where it stands, where a sentence behind it would start, and what is around it.

    word: what stands before it, without opening marks; marks: the stop; closing: the marks that close behind it;
    footnote: the number of one, with its brackets;
    behind: what follows up to the next space; opener: its first word.
    """

    body: str
    start: int
    end: int
    word: str
    marks: str
    closing: str
    footnote: str
    behind: str
    opener: str

    @property
    def is_glued(self) -> bool:
        """Say whether no space follows."""
        return self.body[self.end - 1] != " "

    @property
    def before(self) -> str:
        """Return the word before the word, nothing at the start of a text."""
        return self.body[: self.start - len(self.word)].rstrip(OPENING + " ").rpartition(" ")[2]


def _is_abbreviation(word: str) -> bool:
    folded = word.lower()
    return len(word) == 1 or "." in word or folded in load_abbreviations()


def _comma(stop: Stop) -> bool | None:
    return False if stop.behind[0] in ",;:" else None


def _dash(stop: Stop) -> bool | None:
    rest = stop.body[stop.end + len(stop.behind) :].lstrip()
    goes_on = stop.behind.strip("-–—") == "" and rest[:1].islower()
    return False if goes_on and stop.marks[-1] in "?!" else None


def _asked(stop: Stop) -> bool | None:
    if (
        stop.closing
        and stop.marks[-1] in "?!"
        and stop.behind[0].isupper()
        and stop.opener.lower() not in OPENERS
    ):
        return False if _said().match(stop.body, stop.end) else None
    return None


def _ellipsis(stop: Stop) -> bool | None:
    if not stop.marks.endswith(("..", "…")) or stop.opener not in FIRST_PERSON:
        return None
    return stop.word.lower() not in LEFT_HANGING and stop.word.lower() != stop.opener.lower()


def _glued(stop: Stop) -> bool | None:
    if not stop.is_glued:
        return None
    if stop.marks != "." or stop.closing:
        return '"' not in stop.closing  # which may open the next sentence
    is_word = stop.word.isalpha() and len(stop.word) > 1 and stop.opener == stop.behind.rstrip(",")
    return is_word and (stop.word.islower() or stop.opener.lower() in OPENERS)  # not Ostria.Net, node.js


def _latin(stop: Stop) -> bool | None:
    word = stop.word.lower() if len(stop.word) > 1 else stop.word  # not Act V
    return False if stop.marks == "." and word in NEVER_LAST else None


def _rank(stop: Stop) -> bool | None:
    is_rank = stop.word in RANKS or (stop.word in SAINTS and stop.opener.lower() not in OPENERS)
    return False if stop.marks == "." and is_rank and stop.opener[:1].isupper() else None


def _numbered(stop: Stop) -> bool | None:
    if stop.marks != "." or stop.word.lower() not in NUMBERED:
        return None
    if stop.behind[0].isdigit():
        return False
    return True if stop.word.lower() == "no" and re.match(r"[A-Z]([a-z]|$)", stop.opener) else None


def _listed(stop: Stop) -> bool | None:
    is_sign = stop.marks == "." and (len(stop.word) == 1 or (stop.word.isdigit() and len(stop.word) == 2))
    return False if is_sign and _is_closed(stop.before) else None


def _is_closed(word: str) -> bool:
    """Say whether a sentence, or what announces an item, is closed behind a word; true of no word."""
    plain = word.rstrip(CLOSING)
    is_number = plain[:-1].lower() in NUMBERED or _is_abbreviation(plain[:-1])
    return not plain or plain[-1] in "?!:;" or (plain[-1] == "." and not is_number)


def _footnoted(stop: Stop) -> bool | None:
    """A number without a bracket needs a word or a closing mark before the stop, unlike `3.5` and `No.5`."""
    is_number = stop.footnote[:1].isdigit() and not stop.closing
    if not stop.footnote or not (stop.behind[0].isupper() or stop.behind[0] in OPENING):
        return None
    return not _is_abbreviation(stop.word) and not (is_number and not stop.word[-3:].isalpha())


def _unit(stop: Stop) -> bool | None:
    is_unit = stop.marks == "." and stop.word.lower() in UNITS and stop.before[-1:].isdigit()
    return not stop.behind[0].islower() if is_unit else None


def _lettered(stop: Stop) -> bool | None:
    is_letter = (
        stop.marks == "." and len(stop.word) == 1 and stop.word.isalpha() and stop.before.lower() in LETTERED
    )
    return True if is_letter and stop.opener[:1].isupper() else None


def _opened(stop: Stop) -> bool | None:
    is_opener = stop.opener[:1].isupper() and stop.opener.lower() in OPENERS
    return True if stop.marks == "." and is_opener and _is_abbreviation(stop.word) else None


def _small(stop: Stop) -> bool | None:
    is_open = stop.marks == "." and not stop.closing and stop.behind[0].islower()
    return False if is_open and (not stop.word or _is_abbreviation(stop.word)) else None


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    """Return the pattern of up to four capitalised words before a verb of saying in the past."""
    words = load_saying_words()["english"]
    stems = "|".join(words["verbs"].split())
    forms = "|".join(words["forms"].split())
    return re.compile(rf"(?:[A-Z][\w.’'-]* ){{1,4}}(?:(?:{stems}){words['endings']}|{forms})\b")


class Rule(NamedTuple):
    """A rule of stops: its name, what it says, and the test."""

    rule: str
    says: str
    test: Callable[[Stop], bool | None]


RULES = (
    Rule("comma", "no end where a comma follows the quotation", _comma),
    Rule("dash", "no end before a dash behind which the sentence goes on", _dash),
    Rule("asked", "no end between a question and who asks it", _asked),
    Rule("ellipsis", "an end before I, unless the word before is left hanging or said again", _ellipsis),
    Rule("glued", "an end without a space", _glued),
    Rule("latin", "no end behind e.g., i.e., vs. and the like", _latin),
    Rule("rank", "no end between a rank and a name", _rank),
    Rule("numbered", "no end between No., Fig., Jan. and a number; an end behind No as an answer", _numbered),
    Rule("listed", "no end behind the number of an item", _listed),
    Rule("footnoted", "an end behind the number of a footnote, not before it", _footnoted),
    Rule("unit", "an end behind a unit before a capital, none before a small letter", _unit),
    Rule("lettered", "an end behind plan B, vitamin C", _lettered),
    Rule("opened", "an end behind an abbreviation before a word that opens sentences", _opened),
    Rule("small", "no end behind an abbreviation before a small letter", _small),
)
