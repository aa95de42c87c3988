"""Questions without a question mark and without a label: told by their place, every second paragraph or a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from analysis.formats.cues.front_matter import FIRST_PERSONS
from analysis.formats.cues.questions import is_put_to, list_between
from analysis.formats.paragraphs import ends_as_question, ends_as_sentence
from analysis.language import count_words_in

_FEWEST = 2
_FEWEST_IN_TURN = 3  # paragraphs that ask or are put to somebody, of every second one
_FEWEST_TYPED = {
    True: (2, 0.4),
    False: (1, 0.2),
}  # that ask, and their share; more where headings may be themes
_TYPED_PARTED = 0.9  # of the paragraphs of one type stand before another
_SHARE = 0.6  # of every second paragraph
_MOST_ANSWERS = 0.2  # of the paragraphs between, that may be put to somebody
_FEWEST_PAIRS, _MOSTLY = 4, 0.7  # answers in the first person, where questions hardly ask
_US = re.compile(r"\b[Ll]et us\b")
_OPENS = re.compile(r"(?:^|[.!?…]\s)\W*\w")
_SHORT = 40  # words
_NUMBERED = re.compile(r"\W*(?P<number>\d{1,2}|[a-hA-H])[.)]\s")
_THANKS = re.compile(r"\W*(?:thank|danke|merci|gracias|grazie|спасибо)", re.IGNORECASE)


def find_questions_in_turn(bodies: list[str], furniture: set[int], types: Mapping[int, str]) -> list[int]:
    """Return the paragraphs that ask, by their place: of one type, every second one, or a list before its answers.

    types: the type of each paragraph that the file itself sets in one.
    """
    rest = [i for i in range(len(bodies)) if i not in furniture]
    found = (_find_typed(bodies, rest, types), _find_every_second(bodies, rest))
    return find_question_list(bodies, rest) or max(found, key=len)


def find_question_list(bodies: list[str], rest: list[int]) -> list[int]:
    """Return numbered questions that stand together, where as many numbered answers follow: `1. When? 2. Who?`"""
    numbers = {i: match["number"].casefold() for i in rest if (match := _NUMBERED.match(bodies[i]))}
    firsts = [i for i in numbers if numbers[i] in ("1", "a")]
    if len(firsts) != 2:
        return []
    asked = [i for i in numbers if firsts[0] <= i < firsts[1]]
    answered = [i for i in numbers if i >= firsts[1]]
    alike = [numbers[i] for i in asked] == [numbers[i] for i in answered]
    together = all(b - a == 1 for a, b in pairwise(asked))
    asking = sum(ends_as_question(bodies[i]) for i in asked)
    back = sum(ends_as_question(bodies[i]) for i in answered)
    plain = asking > len(asked) / 2 > back
    return asked if alike and together and plain and len(asked) >= _FEWEST else []


def _find_typed(bodies: list[str], rest: list[int], types: Mapping[int, str]) -> list[int]:
    """Return all paragraphs of a type, where each is a sentence before another type, and many are put to somebody."""
    best: list[int] = []
    for name in sorted(set(types.values())):
        marked = [i for i in rest if types.get(i) == name]
        asked = next(
            (lane for lane in (marked, list_between(rest, marked, types)) if _ask(bodies, rest, lane, name)),
            [],
        )
        best = max(best, asked, key=len)
    return best


def _ask(bodies: list[str], rest: list[int], marked: list[int], name: str) -> bool:
    """Say whether each of some paragraphs is a sentence before one of another type, and enough of them ask."""
    said = [bodies[i] for i in marked]
    if not all(map(ends_as_sentence, said)) or not any(map(ends_as_question, said)):
        return False
    parted = [a for a, b in pairwise(rest) if a in marked and b not in marked]
    if len(parted) < _TYPED_PARTED * len(marked):
        return False
    put = sum(_is_put(bodies[i]) for i in parted)
    is_less_plain = name == "heading" or len(marked) < _FEWEST_IN_TURN
    fewest, share = _FEWEST_TYPED[is_less_plain]
    return put >= max(fewest, share * len(marked))


def _find_every_second(bodies: list[str], rest: list[int]) -> list[int]:
    """Return every second paragraph, where most of these ask or are put to somebody and hardly any of the others."""
    put = [at for at, i in enumerate(rest) if _is_put(bodies[i])]
    turns = rest[put[0] :] if put else []
    asked, answered = turns[::2], turns[1::2]
    asking = sum(_is_put(bodies[i]) for i in asked)
    back = sum(_is_put(bodies[i]) for i in answered)
    own = sum(_is_own(bodies[i]) for i in answered)
    plain = asking >= max(_FEWEST_IN_TURN, _SHARE * len(asked))
    if not (plain or _differ(bodies, asked, answered, asking)) or back > _MOST_ANSWERS * len(answered):
        return []
    short = all(count_words_in(bodies[i]) <= _SHORT for i in asked)
    return [a for a, _ in zip(asked, answered, strict=False)] if short and own else []


def _differ(bodies: list[str], asked: list[int], answered: list[int], asking: int) -> bool:
    """Say whether every second paragraph never speaks of itself and the others mostly do: two voices."""
    own = sum(_is_own(bodies[i]) for i in answered)
    nobody = not any(_is_own(_US.sub("", bodies[i])) for i in asked)
    return nobody and asking >= _FEWEST and len(answered) >= _FEWEST_PAIRS and own >= _MOSTLY * len(answered)


def _is_own(body: str) -> bool:
    """Say whether a paragraph speaks of itself; `We` opens a sentence and is `we`."""
    small = _OPENS.sub(lambda found: found.group().lower(), body)
    return bool(FIRST_PERSONS.search(body) or FIRST_PERSONS.search(small))


def _is_put(body: str) -> bool:
    """Say whether a short paragraph asks, or speaks to somebody and does not thank."""
    asks = ends_as_question(body) and count_words_in(body) <= _SHORT
    return asks or (is_put_to(body) and not _THANKS.match(body))
