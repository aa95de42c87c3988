"""Words a source prints twice by mistake, inside one turn; what a speaker says again on purpose is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, compress, groupby, pairwise

import numpy as np

from analysis.formats.cues.side_by_side import find_repeated, find_second_printings
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import find_words, fold_each

PARAGRAPH_WORDS = 8  # a shorter paragraph said again is a refrain
LOOP = 4  # times running: more often than anybody says a sentence for its effect
LOOP_WORDS = 4  # in what a recogniser without full stops says again and again
_STOP = re.compile(r"[.!?…]")
_BEHIND = 20  # characters behind a word, where its sentence may end
_OPENING, _CLOSING = re.compile(r"[^\w\s]*\Z"), re.compile(r"[^\w\s]*")
_REMEDY = "add a row to decisions/places.csv"
Range = tuple[int, int]


class Turn:
    """The words of consecutive paragraphs in one voice.

    spans: where each word stands. norms: its folded form. paragraphs: the number of its paragraph.
    stops: whether its sentence ends behind it.
    """

    def __init__(self, text: str, spans: list[Range], paragraphs: list[int]):
        self.spans = spans
        self.norms = fold_each([text[start:end] for start, end in spans])
        self.paragraphs = paragraphs
        nexts = [start for start, _ in spans[1:]] + [len(text)]
        self.stops = [
            text[end:at] != " " and _ends_sentence(text, start, end, at)
            for (start, end), at in zip(spans, nexts, strict=True)
        ]


def _ends_sentence(text: str, start: int, end: int, following: int) -> bool:
    """Say whether a stop stands between a word and the next one; a point behind an initial is none."""
    is_initial = end - start == 1 and text[start].isupper()
    return not is_initial and bool(_STOP.search(text, end, min(following, end + _BEHIND)))


def assign_repeats(role_map: RoleMap) -> None:
    """Give what is printed twice by mistake to the role `repeat`, and doubt it; the first printing stays.

    Three kinds are mistakes: a paragraph printed twice running (or some sentences that end one, as the next),
    a longer passage printed twice side by side of which one copy is torn out of its sentence, and a sentence
    printed four times running or more.
    """
    for turn in _turns_of(role_map):
        for begin, end in chain(_find_paragraphs(turn), _find_loops(turn), _find_cycles(turn)):
            _assign(role_map, *_with_marks(role_map.text, turn.spans[begin][0], turn.spans[end - 1][1]))
        for begin, end in find_second_printings(turn.norms, turn.stops):
            _assign(role_map, turn.spans[begin][0], turn.spans[end - 1][1])


def _assign(role_map: RoleMap, start: int, end: int) -> None:
    voice = role_map.voice_at(start)
    if voice.role != "repeat":
        role_map.reassign(start, end, Voice("repeat", voice.speaker))
        role_map.doubt(start, end, "words printed twice", decided="repeat", remedy=_REMEDY)


def _with_marks(text: str, start: int, end: int) -> Range:
    """Return a stretch with the punctuation that touches it."""
    return _OPENING.search(text, max(0, start - _BEHIND), start).start(), _CLOSING.match(text, end).end()


def _turns_of(role_map: RoleMap) -> Iterator[Turn]:
    """Yield the turns: runs of words in one voice, notes and labels left out."""
    found = find_words(role_map.text)
    starts = np.fromiter((start for start, _ in found), np.int64, len(found))
    is_spoken = role_map.spoken()[starts]
    spans, starts = list(compress(found, is_spoken)), starts[is_spoken]
    numbers = np.searchsorted([p.start for p in role_map.paragraphs], starts, side="right").tolist()
    edges = np.flatnonzero(np.diff(role_map.codes[starts])) + 1
    for first, last in pairwise([0, *edges.tolist(), len(spans)] if spans else []):
        yield Turn(role_map.text, spans[first:last], numbers[first:last])


def _find_paragraphs(turn: Turn) -> Iterator[Range]:
    """Yield the paragraphs that are, word by word, the one before, or sentences at its end."""
    for before, (begin, end) in pairwise(_ranges(turn.paragraphs)):
        n = end - begin
        same = (
            PARAGRAPH_WORDS <= n <= begin - before[0]
            and turn.norms[begin - n : begin] == turn.norms[begin:end]
        )
        if same and (n == begin - before[0] or sum(turn.stops[begin:end]) > 1):
            yield begin, end


def _ranges(keys: list[int]) -> list[Range]:
    """Return the runs of equal keys."""
    edges = [0, *(i for i in range(1, len(keys)) if keys[i] != keys[i - 1]), len(keys)]
    return list(pairwise(edges))


def _find_loops(turn: Turn) -> Iterator[Range]:
    """Yield, of each sentence that stands four times running or more, all but the first."""
    ends = [i + 1 for i, stop in enumerate(turn.stops) if stop]
    if len(ends) < LOOP - 1:
        return
    sentences = list(pairwise(sorted({0, *ends, len(turn.norms)})))
    for _, run in groupby(sentences, key=lambda sentence: turn.norms[slice(*sentence)]):
        same = list(run)
        if len(same) >= LOOP:
            yield same[1][0], same[-1][1]


def _find_cycles(turn: Turn) -> Iterator[Range]:
    """Yield, of each few words that stand four times running without a stop between, all but the first."""
    done = 0
    for begin, period in _list_periods(turn.norms):
        if begin >= done:
            done = _go_on(turn, begin, period)
            yield from _cycle(begin, done, period)


def _list_periods(norms: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where four words begin that were said before, and how many words ago the last time."""
    last_at: dict[tuple[str, ...], int] = {}
    for j in find_repeated(norms, LOOP_WORDS):
        four = tuple(norms[j : j + LOOP_WORDS])
        if period := _period(j, last_at.get(four)):
            yield j, period
        last_at[four] = j


def _go_on(turn: Turn, begin: int, period: int) -> int:
    """Return where a cycle ends: a word is another one, or a sentence ends."""
    j = begin + 1
    while j < len(turn.norms) and turn.norms[j] == turn.norms[j - period] and not turn.stops[j - 1]:
        j += 1
    return j


def _period(here: int, before: int | None) -> int:
    """Return how many words ago the same words began, 0 if they are new or a single word said on and on."""
    distance = 0 if before is None else here - before
    return distance if distance >= LOOP_WORDS else 0


def _cycle(begin: int, end: int, period: int) -> Iterator[Range]:
    """Yield the whole rounds of a cycle behind its first, if there are enough."""
    rounds = (end - begin) // period
    if rounds >= LOOP - 1:
        yield begin, begin + rounds * period
