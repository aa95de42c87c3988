"""Words a source prints twice by mistake, inside one turn; what a speaker says again on purpose is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby, pairwise
from typing import NamedTuple

import numpy as np

from analysis.formats.cues.said_words import BEHIND, read_said
from analysis.formats.cues.side_by_side import SEED, find_second_printings
from analysis.formats.role_map import RoleMap, Voice

PARAGRAPH_WORDS = 8  # a shorter paragraph said again is a refrain
LOOP = 4  # times running: more often than anybody says a sentence for its effect
_OPENING, _CLOSING = re.compile(r"[^\w\s]*\Z"), re.compile(r"[^\w\s]*")
_REMEDY = "add a row to decisions/places.csv"
Range = tuple[int, int]


class Turn(NamedTuple):
    """The words of consecutive paragraphs in one voice.

    starts, ends: where each word stands. norms: its folded form. paragraphs: where a paragraph begins and ends, by
    its words. stops: whether a sentence ends behind each word. repeated: the places at which four words begin that
    stand together elsewhere in the turn.
    """

    starts: np.ndarray
    ends: np.ndarray
    norms: list[str]
    paragraphs: list[Range]
    stops: np.ndarray
    repeated: list[int]

    def stretch(self, begin: int, end: int) -> Range:
        """Return the offsets of a stretch of words."""
        return int(self.starts[begin]), int(self.ends[end - 1])


def assign_repeats(role_map: RoleMap) -> None:
    """Give what is printed twice by mistake to the role `repeat`, and doubt it; the first printing stays.

    Three kinds are mistakes: a paragraph printed twice running (or some sentences that end one, as the next),
    a longer passage printed twice side by side of which one copy is torn out of its sentence, and a sentence
    printed four times running or more.
    """
    for turn in _turns_of(role_map):
        for begin, end in chain(_find_paragraphs(turn), _find_loops(turn), _find_cycles(turn)):
            _assign(role_map, *_with_marks(role_map.text, *turn.stretch(begin, end)))
        for begin, end in find_second_printings(turn.norms, turn.stops.tolist(), turn.repeated):
            _assign(role_map, *turn.stretch(begin, end))


def _assign(role_map: RoleMap, start: int, end: int) -> None:
    voice = role_map.voice_at(start)
    if voice.role != "repeat":
        role_map.reassign(start, end, Voice("repeat", voice.speaker))
        role_map.doubt(start, end, "words printed twice", decided="repeat", remedy=_REMEDY)


def _with_marks(text: str, start: int, end: int) -> Range:
    """Return a stretch with the punctuation that touches it."""
    return _OPENING.search(text, max(0, start - BEHIND), start).start(), _CLOSING.match(text, end).end()


def _turns_of(role_map: RoleMap) -> Iterator[Turn]:
    """Yield the turns in which something may be printed twice: words in one voice, notes and labels left out."""
    said = read_said(role_map)
    forms = np.array(said.forms, dtype=object)
    repeated = said.find_repeated()
    for first, last in said.list_suspects(repeated):
        here = slice(first, last)
        again = repeated[slice(*np.searchsorted(repeated, [first, last]))] - first
        norms, paragraphs = forms[said.form[here]].tolist(), _ranges(said.paragraph[here])
        yield Turn(said.start[here], said.end[here], norms, paragraphs, said.stop[here], again.tolist())


def _find_paragraphs(turn: Turn) -> Iterator[Range]:
    """Yield the paragraphs that are, word by word, the one before, or sentences at its end."""
    for before, (begin, end) in pairwise(turn.paragraphs):
        n = end - begin
        same = (
            PARAGRAPH_WORDS <= n <= begin - before[0]
            and turn.norms[begin - n : begin] == turn.norms[begin:end]
        )
        if same and (n == begin - before[0] or turn.stops[begin:end].sum() > 1):
            yield begin, end


def _ranges(keys: np.ndarray) -> list[Range]:
    """Return the runs of equal keys."""
    edges = np.flatnonzero(np.diff(keys)) + 1
    return list(pairwise([0, *edges.tolist(), len(keys)]))


def _find_loops(turn: Turn) -> Iterator[Range]:
    """Yield, of each sentence that stands four times running or more, all but the first."""
    ends = (np.flatnonzero(turn.stops) + 1).tolist()
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
    for begin, period in _list_periods(turn.norms, turn.repeated):
        if begin >= done:
            done = _go_on(turn, begin, period)
            yield from _cycle(begin, done, period)


def _list_periods(norms: list[str], repeated: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where four words begin that were said before, and how many words ago the last time."""
    last_at: dict[tuple[str, ...], int] = {}
    for j in repeated:
        four = tuple(norms[j : j + SEED])
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
    return distance if distance >= SEED else 0


def _cycle(begin: int, end: int, period: int) -> Iterator[Range]:
    """Yield the whole rounds of a cycle behind its first, if there are enough."""
    rounds = (end - begin) // period
    if rounds >= LOOP - 1:
        yield begin, begin + rounds * period
