"""In which segment a hit stands."""

import pandas as pd

from analysis.patterns import find_segments

SEGMENTS = pd.DataFrame({"source": ["a", "a", "b"], "segment": [1, 2, 1]})


def find(*places: tuple[str, int]) -> list[int]:
    hits = pd.DataFrame(list(places), columns=["source", "segment"])
    return find_segments(hits, SEGMENTS).tolist()


def test_a_hit_stands_in_the_segment_of_its_number_and_source():
    assert find(("b", 1), ("a", 2), ("a", 1), ("a", 2)) == [2, 1, 0, 1]


def test_what_the_table_of_segments_does_not_have_is_not_found():
    assert find(("c", 1), ("b", 2), ("b", 1)) == [-1, -1, 2]


def test_a_high_number_is_not_taken_for_one_of_the_next_source():
    # Two segments at most in the table: were sources three numbers apart, ("a", 4) would be ("b", 1).
    assert find(("a", 4), ("a", 3)) == [-1, -1]


def test_where_nothing_is_listed_nothing_is_found():
    hits = pd.DataFrame({"source": ["a"], "segment": [1]})
    assert find_segments(hits, SEGMENTS.head(0)).tolist() == [-1]
    assert find_segments(hits.head(0), SEGMENTS).tolist() == []
