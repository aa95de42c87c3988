"""What is laid over again where few words have changed is what is laid over anew."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
import slow_release as slow

from analysis.disclosure import laid_again
from analysis.disclosure.equal_passages import list_shingles
from analysis.disclosure.laid_again import Layers
from analysis.disclosure.laid_over import lay_over
from analysis.disclosure.line import UNKNOWN, Line
from analysis.disclosure.listed import Listed, list_rows
from analysis.disclosure.sheet import make_blank


def draw_list(line: Line, dealt: random.Random) -> Listed:
    """A list of words from which some are missing, so that words run short."""
    place = np.array([at for at, form in enumerate(line.form) if form >= 0 and dealt.random() < 0.8])
    return list_rows(line, line.number_sources()[place], line.form[place], np.ones(len(place), dtype=bool))


def join_lines(lines: list[Line]) -> Line:
    """The sources of all lines, the words of each line its own, but for a few that all say."""
    sources = []
    for number, line in enumerate(lines):
        ends = np.flatnonzero(line.form < 0)
        words = (line.form[start + 1 : end] for start, end in pairwise(ends))
        sources += [np.where(said < 4, said, said + 30 * number).tolist() for said in words]
    return slow.make_line(sources)


@pytest.mark.parametrize("seed", range(60, 80))
@pytest.mark.parametrize("way", ["plain", "bold", "listed"])
def test_what_is_laid_over_again(seed: int, way: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(laid_again, "_MOST", 100)
    dealt = random.Random(seed)
    line = join_lines([slow.draw_line(dealt) for _ in range(6)])
    shingles, seen = list_shingles(line.form), slow.draw_seen(line, dealt)
    listed = draw_list(line, dealt) if way == "listed" else None
    layers = Layers(shingles, make_blank(line.form), listed, is_bold=way == "bold")
    for _ in range(8):
        known = lay_over(shingles, seen, listed, is_bold=way == "bold")
        again = layers.lay(seen >= 0)
        assert (again.form.tolist(), again.read_at.tolist()) == (known.form.tolist(), known.read_at.tolist())
        seen = seen.copy()
        for place in dealt.choices(np.flatnonzero(line.form >= 0).tolist(), k=dealt.randint(1, 3)):
            seen[place] = UNKNOWN if seen[place] >= 0 else line.form[place]


def test_a_word_that_another_passage_no_longer_takes_is_free(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(laid_again, "_MOST", 100)
    first, second = [1, 2, 3, 4, 5, 9], [11, 12, 13, 14, 15, 9]
    line = slow.make_line([first, [*first, 20, *second], second])
    place = np.flatnonzero((line.form >= 0) & (np.arange(len(line.form)) != 20))
    listed = list_rows(line, line.number_sources()[place], line.form[place], np.ones(len(place), dtype=bool))
    layers = Layers(list_shingles(line.form), make_blank(line.form), listed)
    seen = line.form.copy()
    seen[[13, 14, 20]] = (
        UNKNOWN  # both 9 of the second source, of which the list has one, and what parts them
    )
    assert layers.lay(seen >= 0).form[[13, 20]].tolist() == [9, UNKNOWN]
    seen = seen.copy()
    seen[6] = UNKNOWN  # from which the first was read
    assert layers.lay(seen >= 0).form[[13, 20]].tolist() == [UNKNOWN, 9]
