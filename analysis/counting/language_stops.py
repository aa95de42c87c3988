"""The stops of German, French, Spanish, Italian and Russian that end no sentence, from lists of abbreviations.

abbreviations.csv has, for each language: titles (a name follows), inner abbreviations (something always follows), those
before a number, those that may close a sentence (`etc.`), units, those that may do either (`1948 г.`), and in German
the words before an ordinal (`am 3. Mai`) and the nouns behind one.
"""

from __future__ import annotations

import csv
import re
from functools import cached_property, lru_cache
from pathlib import Path

from analysis.counting.stop_rules import Stop
from analysis.language import base_language, word_set

_FILE = Path(__file__).with_name("abbreviations.csv")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-)+[^\W\d_]")  # J.-P.
_REACH = 20  # characters around a stop in which an abbreviation of several parts stands
_GOES_ON = "/%)],;:"
_SHORT = 4  # letters: behind a longer word a point before a small letter is a sentence's, badly begun
_ROMAN = re.compile(r"[IVXL]+\b")
# Marks of quotation as English has them, which is all that the rules know; each as long as what it stands for.
_LOW_QUOTES = str.maketrans("„“", "“”")
_TURNED = ((re.compile(r"(?<!\w)»(?=\w)"), "“"), (re.compile(r"(?<=[\w.!?…])«"), "”"))
_SPACED_CLOSING = re.compile(r"(?<=[.!?…])([ \u00a0\u202f])»")


class Abbreviations:
    """The abbreviations of a language, each kind as a pattern of their parts, with spaces between or none."""

    def __init__(self, words: dict[str, str]):
        self._words = words

    @cached_property
    def known(self) -> frozenset[str]:
        """The last part of each, folded, without its point: what stands right before a stop."""
        listed = " ".join(words for kind, words in self._words.items() if kind not in ("ordinal", "month"))
        return frozenset(word.rstrip(".").rpartition(".")[2].casefold() for word in listed.split())

    @cached_property
    def ordinal(self) -> frozenset[str]:
        return word_set(self._words.get("ordinal", ""))

    @cached_property
    def month(self) -> frozenset[str]:
        return word_set(self._words.get("month", ""))

    def ends(self, kind: str, before: str) -> bool:
        """Say whether a text ends in an abbreviation of a kind, with its last point."""
        pattern = self._patterns.get(kind)
        return pattern is not None and pattern.search(before) is not None

    def runs_over(self, before: str, behind: str) -> bool:
        """Say whether an abbreviation of several parts has begun and goes on behind: `z.` before ` B.`."""
        around = before + behind
        return any(found.start() < len(before) < found.end() for found in self._several.finditer(around))

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        kinds = {kind: words.split() for kind, words in self._words.items()}
        return {
            kind: re.compile(rf"(?<!\w)(?:{_join(words)})$", re.IGNORECASE) for kind, words in kinds.items()
        }

    @cached_property
    def _several(self) -> re.Pattern[str]:
        words = [word for words in self._words.values() for word in words.split() if "." in word[:-1]]
        return re.compile(rf"(?<!\w)(?:{_join(words) or '(?!)'})", re.IGNORECASE)


def _join(words: list[str]) -> str:
    """Return the pattern of any of some abbreviations, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        r"\.\s?".join(map(re.escape, word.rstrip(".").split("."))) + r"\." for word in longest_first
    )


@lru_cache
def load_abbreviations_of(language: str) -> Abbreviations | None:
    """Return the abbreviations of a language (BCP 47); None for English and where there is no list."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["language"] == base_language(language)]
    return Abbreviations({row["kind"]: row["words"] for row in rows}) if rows else None


def print_english_quotes(text: str) -> str:
    """Return a text of the same length with quotation marks as English sets them: „...“, »...« and « ... »."""
    if "„" in text:
        text = text.translate(_LOW_QUOTES)
    for turned, plain in _TURNED:
        text = turned.sub(plain, text)
    return _SPACED_CLOSING.sub(r"»\1", text)


def judge_stop(stop: Stop, known: Abbreviations) -> bool | None:
    """Say whether a sentence ends at a stop, None where the lists do not tell."""
    first = stop.behind[0]
    is_short = (
        stop.marks != "."
        or len(stop.word) <= _SHORT
        or stop.word.casefold().rpartition(".")[2] in known.known
    )
    if (is_short and (first.islower() or _leads_on(stop))) or first in _GOES_ON:
        return False
    if stop.marks != "." or stop.closing:
        return None
    before = stop.body[max(0, stop.start - _REACH) : stop.start + 1]
    behind = stop.body[stop.start + 1 : stop.end + _REACH]
    if known.runs_over(before, behind) or _INITIALS.fullmatch(stop.word):
        return False
    if stop.word.isdigit():
        return _judge_number(stop, known, before)
    follows_number = first.isdigit() or first == "§" or _ROMAN.match(stop.behind) is not None
    if known.ends("number", before) and follows_number:
        return False
    if known.ends("closing", before) or known.ends("unit", before):
        return not first.isdigit()
    return False if known.ends("title", before) or known.ends("inner", before) else None


def _leads_on(stop: Stop) -> bool:
    """Say whether a dash follows behind which the sentence goes on: `«Нет!» – сказал он`."""
    rest = stop.body[stop.end + len(stop.behind) :].lstrip()
    return stop.behind.strip("-–—") == "" and rest[:1].islower()


def _judge_number(stop: Stop, known: Abbreviations, before: str) -> bool | None:
    """`am 3. Mai` is no end, `Abs. 2. Wer` is one."""
    ahead = before[: -len(stop.word) - 1].rstrip()
    if known.ends("number", ahead):
        return True
    is_ordinal = stop.before.casefold() in known.ordinal or stop.opener in known.month
    return False if known.ordinal and is_ordinal and len(stop.word) <= 3 else None
