"""Paragraphs, what the dictionary finds in them, and what people code; small enough to check by hand."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.validation.paragraphs import (
    code_paragraphs,
    list_paragraphs,
    settle_codings,
    split_codings,
    weigh_coded,
)
from examples import examples

SOURCES = pd.DataFrame(
    {
        "source": ["daily", "copy", "weekly"],
        "event": ["may", "may", "june"],
        "is_reference": [True, False, True],
    }
)


def segments(*rows: tuple[str, int, str]) -> pd.DataFrame:
    """Segments of five words each: (source, paragraph, role)."""
    table = pd.DataFrame(rows, columns=["source", "paragraph", "role"]).assign(n_words=5)
    return table.assign(segment=table.groupby("source").cumcount())


def test_paragraphs_are_those_of_running_text_in_one_source_an_event():
    table = segments(
        ("daily", 1, "apparatus"), ("daily", 2, "apparatus"), ("daily", 2, "question"),
        ("daily", 3, "answer"), ("daily", 3, "note"), ("daily", 3, "answer"), ("daily", 4, "repeat"),
        ("daily", 5, "note"), ("copy", 1, "quote"), ("weekly", 7, "narration"),
    )  # fmt: skip
    listed = list_paragraphs(table, SOURCES)
    assert listed.to_numpy().tolist() == [["daily", 2, "may"], ["daily", 3, "may"], ["weekly", 7, "june"]]


def test_a_paragraph_is_coded_by_what_it_says_not_by_its_title():
    table = segments(("daily", 1, "apparatus"), ("daily", 2, "answer"), ("daily", 2, "note"))
    topics = pd.Categorical(["sea", "sea", "sea", "sky"], categories=["sea", "sky", "sand"])
    hits = pd.DataFrame({"source": "daily", "segment": [0, 1, 1, 2], "topic": topics})
    assert code_paragraphs(hits, table).to_numpy().tolist() == [["daily", 2, "sea", 2]]


def codings(*rows: tuple[int, str, str]) -> pd.DataFrame:
    """Codings of one source: (paragraph, coder, topics)."""
    table = pd.DataFrame(rows, columns=["paragraph", "coder", "topics"])
    return table.assign(source="daily")[["source", "paragraph", "coder", "topics"]]


def test_each_topic_gets_a_row_and_so_does_none():
    split = split_codings(codings((1, "ida", "sea  sky"), (2, "ida", "")))
    assert split[["paragraph", "topic"]].to_numpy().tolist() == [[1, "sea"], [1, "sky"], [2, ""]]
    assert split_codings(codings()).empty


def settle(*rows: tuple[int, str, str]) -> list[list]:
    return settle_codings(split_codings(codings(*rows)))[["paragraph", "topic"]].to_numpy().tolist()


def test_most_coders_are_followed():
    three = [(1, "ida", "sea"), (1, "jon", "sky"), (1, "kim", "sky sand")]
    assert settle(*three) == [[1, "sky"]]


def test_in_a_tie_the_first_coder_is_followed():
    assert settle((1, "jon", "sea"), (1, "ida", "sky")) == [[1, "sea"]]
    assert settle((1, "jon", ""), (1, "ida", "sky")) == [[1, ""]]
    # jon stands first in the table, but ida is the first of those who read paragraph 2
    assert settle((1, "jon", "sea"), (2, "ida", "sky"), (2, "kim", "")) == [[1, "sea"], [2, "sky"]]


def test_one_coder_is_followed_as_is():
    assert settle((1, "ida", "sea sky"), (2, "ida", "")) == [[1, "sea"], [1, "sky"], [2, ""]]
    assert settle() == []


@examples(10)
@given(st.lists(st.sampled_from(["", "sea", "sky", "sea sky"]), min_size=1, max_size=5))
def test_settling_is_a_vote_on_each_topic(said):
    rows = [(1, f"coder {place}", topics) for place, topics in enumerate(said)]
    for topic in ("sea", "sky"):
        votes = [topic in topics for topics in said]
        wanted = 2 * sum(votes) > len(votes) or (2 * sum(votes) == len(votes) and votes[0])
        assert ([1, topic] in settle(*rows)) == wanted


def test_a_coded_paragraph_stands_for_those_of_its_event_and_prediction():
    places = [*(("daily", n, "may") for n in range(1, 7)), ("weekly", 1, "june"), ("weekly", 2, "june")]
    paragraphs = pd.DataFrame(places, columns=["source", "paragraph", "event"])
    predicted = pd.DataFrame(
        {"source": "daily", "paragraph": [1, 2, 3, 3], "topic": ["sea", "sea", "sea", "sky"]}
    )
    coded = pd.DataFrame({"source": "daily", "paragraph": [1, 4, 5, 99], "topic": ["sea", "", "sky", "sea"]})
    weights = weigh_coded(coded, predicted, paragraphs)
    # one of three that are predicted is coded, two of three that are not; june is not coded, 99 not listed
    assert weights.to_numpy().tolist() == [["daily", 1, 3.0], ["daily", 4, 1.5], ["daily", 5, 1.5]]


def test_an_event_that_is_coded_in_full_is_not_weighted():
    paragraphs = pd.DataFrame({"source": "daily", "paragraph": [1, 2], "event": "may"})
    predicted = pd.DataFrame({"source": ["daily"], "paragraph": [1], "topic": ["sea"]})
    coded = pd.DataFrame({"source": "daily", "paragraph": [1, 2], "topic": ["sea", "sky"]})
    assert weigh_coded(coded, predicted, paragraphs)["weight"].tolist() == [1, 1]
