"""How many topics every event mentions, beside turns dealt at random: checked by hand."""

from __future__ import annotations

import numpy as np
from exchange_tables import make_interviews

from analysis.topics import measure_everywhere


def measure(*interviews: list[str]):
    return measure_everywhere(
        *make_interviews(*[[("answer", words) for words in talk] for talk in interviews])
    )


def test_a_topic_counts_where_every_event_mentions_it():
    assert measure(["Fish Trams", "a"], ["Fish", "a"]).observed == 1
    assert measure(["Trams", "a"], ["Fish", "a"]).observed == 0


def test_two_of_four_answers_dealt_stand_apart_in_two_draws_of_three():
    # The second may fall beside the first (one place) or in the other event (two).
    found = measure(["Fish", "a"], ["Fish", "a"])
    assert abs(found.mean - 2 / 3) < 0.05 and (found.low, found.high) == (0, 1)
    assert not found.is_outside


def test_answers_that_all_mention_it_leave_nothing_to_chance():
    found = measure(["Fish"] * 6, ["Fish"] * 6)
    assert (found.observed, found.mean, found.is_outside) == (1, 1, False)


def test_a_single_event_and_no_mention_have_nothing_to_deal():
    assert np.isnan(measure(["Fish", "a"]).mean)
    assert measure(["a", "a"], ["a", "a"]).observed == 0
    assert measure([], []).observed == 0
