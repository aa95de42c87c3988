"""Quotations of which it is known what was done to them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.quote_corpora import Said

_AUXILIARY = re.compile(
    r"\b(will|can|may|have|has|should|must|would|could|are|is|was|were|had|do)\b(?! not| never)"
)
_DENIAL = re.compile(
    r"\b(will|can|may|have|has|should|must|would|could|are|is|was|were|had|do) (not|never) |\bcan(not)\b"
)
_NUMBER = re.compile(
    r"\b(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|forty|million|hundred)\b"
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NAMES = ("Halden", "Brisk", "Oronto", "Merrow", "Quill", "Tarsk")
_TURNING = re.compile(
    r"\b(not|no|never|none|nor|neither|nobody|nothing|without|unless|if|except|until|cannot|against)\b"
)
_SHORTEST, _LONGEST = 8, 45
Maker = Callable[[Said, random.Random], "str | None"]


def _sentence(said: Said, choose: random.Random) -> str:
    while True:
        sentence = choose.choice(choose.choice(said.turns))
        if _SHORTEST <= len(sentence.split()) <= _LONGEST:
            return sentence


def whole(said: Said, choose: random.Random) -> str:
    """A sentence as it was said."""
    return _sentence(said, choose)


def in_a_row(said: Said, choose: random.Random) -> str:
    """Two sentences that follow each other."""
    turn = choose.choice([turn for turn in said.turns if len(turn) > 2])
    at = choose.randrange(len(turn) - 1)
    return f"{turn[at]} {turn[at + 1]}"


def partial(said: Said, choose: random.Random) -> str | None:
    """Some words in a row, with no denial right before them."""
    words = _sentence(said, choose).split()
    at, n = choose.randrange(len(words) - 6), choose.randint(4, 7)
    before = " ".join(words[max(0, at - 1) : at])
    return None if _TURNING.search(before) else " ".join(words[at : at + n]).strip(",.;")


def shortened(said: Said, choose: random.Random) -> str | None:
    """A sentence without some words of its middle, which deny nothing; half of them with a mark."""
    words = _sentence(said, choose).split()
    n = choose.randint(1, 5)
    if len(words) < n + 9:
        return None
    at = choose.randrange(4, len(words) - n - 3)
    mark = choose.choice(["", "", "…", "[...]", "..."])
    lost = " ".join(words[at : at + n])
    kept = [*words[:at], *([mark] if mark else []), *words[at + n :]]
    return None if _TURNING.search(lost) else " ".join(kept)


def skipping(said: Said, choose: random.Random) -> str | None:
    """The sentences before and behind one that is left out, with a mark."""
    turn = choose.choice([turn for turn in said.turns if len(turn) > 3])
    at = choose.randrange(len(turn) - 2)
    return f"{turn[at]} [...] {turn[at + 2]}" if len(turn[at + 1].split()) < 60 else None


def bracketed(said: Said, choose: random.Random) -> str | None:
    """A sentence in which a word or two stand in brackets instead of others."""
    words = _sentence(said, choose).split()
    at = choose.randrange(2, len(words) - 3)
    return (
        None if _TURNING.search(words[at]) else " ".join([*words[:at], "[the islanders]", *words[at + 1 :]])
    )


def denied(said: Said, choose: random.Random) -> str | None:
    """A denial is taken out, or one is put in."""
    sentence = _sentence(said, choose)
    if choose.random() < 0.5 and _DENIAL.search(sentence):
        return _DENIAL.sub(lambda m: f"{m[1]} " if m[1] else "can", sentence, count=1)
    return _AUXILIARY.sub(r"\1 not", sentence, count=1) if _AUXILIARY.search(sentence) else None


def renumbered(said: Said, choose: random.Random) -> str | None:
    """A number is another one."""
    sentence = _sentence(said, choose)
    other = str(choose.randint(13, 990))
    return _NUMBER.sub(other, sentence, count=1) if _NUMBER.search(sentence) else None


def renamed(said: Said, choose: random.Random) -> str | None:
    """A name is another one."""
    sentence = _sentence(said, choose)
    return _NAME.sub(choose.choice(_NAMES), sentence, count=1) if _NAME.search(sentence) else None


def reworded(said: Said, choose: random.Random) -> str | None:
    """A word in the middle is another one."""
    words = _sentence(said, choose).split()
    at = choose.randrange(3, len(words) - 2)
    other = choose.choice(_sentence(said, choose).split()[2:-1]).casefold()
    is_same = other.strip(",") == words[at].casefold().strip(",")
    return None if is_same or len(other) < 5 else " ".join([*words[:at], other, *words[at + 1 :]])


def joined(said: Said, choose: random.Random) -> str | None:
    """Sentences of two answers, as if they were one."""
    one, other = choose.sample(said.turns, 2)
    first, second = choose.choice(one), choose.choice(other)
    is_long = min(len(first.split()), len(second.split())) >= _SHORTEST
    return f"{first} {second}" if is_long else None


def spliced(said: Said, choose: random.Random) -> str | None:
    """The beginning of one sentence and the end of another, from two answers."""
    one, other = (_sentence(said, choose).split() for _ in range(2))
    first, second = one[: len(one) // 2 + 2], other[len(other) // 2 - 2 :]
    return f"{' '.join(first).strip(',')}, {' '.join(second)}"


def invented(said: Said, choose: random.Random) -> str | None:
    """A sentence that was not said."""
    sentence = choose.choice(said.unsaid)
    return sentence if _SHORTEST <= len(sentence.split()) <= _LONGEST else None


def asked(said: Said, choose: random.Random) -> str | None:
    """A sentence of the interviewer's."""
    sentence = choose.choice(said.asked)
    return sentence if _SHORTEST <= len(sentence.split()) <= _LONGEST else None


def tensed(said: Said, choose: random.Random) -> str | None:
    """A sentence in another tense or mood."""
    words = {
        "will": "would",
        "can": "could",
        "has": "had",
        "have": "had",
        "are": "were",
        "is": "was",
        "must": "may",
    }
    sentence = _sentence(said, choose)
    found = re.search(rf"\b({'|'.join(words)})\b", sentence)
    return f"{sentence[: found.start()]}{words[found[1]]}{sentence[found.end() :]}" if found else None


def truncated(said: Said, choose: random.Random) -> str:
    """The first two thirds of a sentence."""
    words = _sentence(said, choose).split()
    return " ".join(words[: 2 * len(words) // 3]).strip(",.;")


# The verdict that each must get. Those of HELD were not looked at while the rules were made.
MAKERS: dict[Maker, str] = {
    whole: "verbatim",
    partial: "verbatim",
    shortened: "condensed",
    denied: "altered",
    renumbered: "altered",
    renamed: "altered",
    joined: "stitched",
    invented: "absent",
    asked: "asked",
}
HELD: dict[Maker, str] = {
    in_a_row: "verbatim",
    skipping: "condensed",
    bracketed: "condensed",
    reworded: "altered",
    spliced: "stitched",
    tensed: "altered",
    truncated: "verbatim",
}
