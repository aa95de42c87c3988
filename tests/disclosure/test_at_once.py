"""What is done for all words at once gives what is done word by word."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest
import slow_release as slow

from analysis.disclosure.equal_passages import list_shingles
from analysis.disclosure.laid_over import lay_over
from analysis.disclosure.line import UNKNOWN
from analysis.disclosure.listed import list_rows
from analysis.disclosure.runs import Shown
from analysis.disclosure.stretches import list_stretches
from analysis.disclosure.withholding import Withholder, list_long

SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_laid_over_each_other(seed):
    dealt = random.Random(seed)
    line = slow.draw_line(dealt)
    seen = slow.draw_seen(line, dealt)
    for is_bold in (False, True):
        known = lay_over(list_shingles(line.form), seen, is_bold=is_bold)
        slowly = slow.lay_over(line, seen.tolist(), None, is_bold=is_bold)
        assert (known.form.tolist(), known.read_at.tolist()) == slowly


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_laid_over_each_other_beside_a_list_of_words(seed):
    dealt = random.Random(seed)
    line = slow.draw_line(dealt)
    seen = slow.draw_seen(line, dealt)
    words = [(slow.find_source(line, place), int(form)) for place, form in enumerate(line.form) if form >= 0]
    left = Counter(word for word in words if dealt.random() < 0.95)
    rows = np.array([(*word, n) for word, n in left.items()]).reshape(-1, 3)
    left.subtract((slow.find_source(line, place), int(form)) for place, form in enumerate(seen) if form >= 0)
    known = lay_over(list_shingles(line.form), seen, list_rows(line, *rows.T))
    assert (known.form.tolist(), known.read_at.tolist()) == slow.lay_over(line, seen.tolist(), left)


def test_of_two_equal_places_at_one_distance_each_is_copied_from():
    # The stretches differ between the two places, 21 and 31, so that each tells of its own side.
    line = slow.make_line(
        [[20, 1, 2, 3, 4, 5, 21, 6, 7, 8, 9, 10, 22], [30, 1, 2, 3, 4, 5, 31, 6, 7, 8, 9, 10, 32]]
    )
    seen = np.where(np.isin(line.form, [30, 32]), UNKNOWN, line.form)
    known = lay_over(list_shingles(line.form), seen)
    assert known.form[15:28].tolist() == [20, 1, 2, 3, 4, 5, 31, 6, 7, 8, 9, 10, 22]


def test_only_the_bold_copy_a_passage_that_goes_on_in_other_words():
    line = slow.make_line([[1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 8]])
    seen = line.form.copy()
    seen[14] = UNKNOWN  # the second 6
    for is_bold, word in ((False, UNKNOWN), (True, 6)):
        known = lay_over(list_shingles(line.form), seen, is_bold=is_bold)
        assert known.form[9:16].tolist() == [1, 2, 3, 4, 5, word, 8]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_withheld(seed):
    dealt = random.Random(seed)
    line = slow.draw_line(dealt)
    shown = Shown(line)
    cost = np.array([dealt.choice([0, 1, 1, 2, 3, 16]) if word >= 0 else 0 for word in line.form])
    is_hard = shown.is_hard.tolist()
    withholder, refused = Withholder(shown, cost), np.zeros(len(cost), dtype=bool)
    for _ in range(4):  # more and more is refused
        kept = withholder.withhold(refused)
        left = np.where(refused, 0, cost)
        assert kept.is_kept.tolist() == slow.withhold(line, is_hard, left.tolist())
        more = np.array(dealt.sample(range(len(cost)), k=2))
        refused[shown.passages.spread(more)] = True
    flags = cost > 0
    assert shown.share(flags).tolist() == slow.share(line.form.tolist(), flags.tolist())
    long = list_long(shown, list_stretches(flags))
    assert list(zip(*long, strict=True)) == slow.list_long(line, is_hard, flags.tolist())
