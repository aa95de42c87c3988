"""What the patterns of a dictionary do, on invented sentences, and the list of all hits."""

from __future__ import annotations

import pandas as pd
import pytest
from pattern_texts import patterns_of, read_sentences

from analysis.patterns.matching import find_matches, find_raw_matches
from analysis.storage.corpus import Corpus
from analysis.storage.described import describe_unreleased
from analysis.storage.schema import load_unreleased
from analysis.topics.pattern_use import count_patterns, list_topic_hits, sum_patterns

SOURCES = pd.DataFrame({"source": ["alpha", "beta"], "is_reference": [True, False]})
WATER = ["calm lake", "lake", "sea", "-lake view", "pond", "ice", "lake *", "snow"]
COUNTS = ["n_own", "n_other", "n_copies", "n_yielded", "n_cancelled", "n_cancelling", "does"]


@pytest.fixture
def matches():
    spoken = read_sentences("A calm lake.", "The lake.", "A lake view.")
    asked = read_sentences("Is the pond a lake?", role="question").assign(sentence=9, position=range(91, 96))
    copied = read_sentences("Ice on the lake.", source="beta")
    tokens = pd.concat([spoken, asked, copied], ignore_index=True)
    return find_raw_matches(tokens, patterns_of(water=WATER, wind=["storm", "view"]), by="topic")


def test_what_each_pattern_does(matches):
    patterns = patterns_of(wind=["storm", "view"], water=WATER).assign(reason="x")
    table = count_patterns(matches, patterns, SOURCES)
    assert table["topic"].tolist() == ["water"] * 8 + ["wind"] * 2  # in the order of the file inside a topic
    found = table.set_index("pattern")[COUNTS]
    assert found.loc["calm lake"].tolist() == [1, 0, 0, 0, 0, 0, "counts"]
    assert found.loc["lake"].tolist() == [1, 1, 1, 1, 1, 0, "counts"]
    assert found.loc["-lake view"].tolist() == [0, 0, 0, 0, 0, 1, "cancels"]
    assert found.loc["lake *"].tolist() == [0, 0, 0, 0, 1, 0, "always cancelled"]
    assert found.loc["pond"].tolist() == [0, 1, 0, 0, 0, 0, "found in other roles only"]
    assert found.loc["ice"].tolist() == [0, 0, 1, 0, 0, 0, "found in copies only"]
    assert found.loc["view"].tolist() == [1, 0, 0, 0, 0, 0, "counts"]  # cancelled in another topic only
    assert found.loc[["sea", "snow", "storm"], "does"].eq("never found").all()


def test_a_pattern_may_always_give_way():
    matches = find_raw_matches(
        read_sentences("A calm lake."), patterns_of(water=["calm lake", "lake"]), by="topic"
    )
    table = count_patterns(matches, patterns_of(water=["calm lake", "lake"]).assign(reason="x"), SOURCES)
    assert table["does"].tolist() == ["counts", "always gives way"]


def test_a_topic_is_summed_up(matches):
    patterns = patterns_of(wind=["storm", "view"], water=WATER).assign(reason="x")
    summed = sum_patterns(count_patterns(matches, patterns, SOURCES), most=1)
    assert summed.to_dict("records") == [
        {"topic": "water", "n_patterns": 8, "n_counting": 2, "n_never": 2, "n_own": 2,
         "commonest": "calm lake 1"},
        {"topic": "wind", "n_patterns": 2, "n_counting": 1, "n_never": 1, "n_own": 1, "commonest": "view 1"},
    ]  # fmt: skip
    assert sum_patterns(count_patterns(matches.iloc[:0], patterns.iloc[:0], SOURCES)).empty


def test_a_dictionary_without_patterns_and_one_that_finds_nothing(matches):
    none = patterns_of(water=["snow"]).assign(reason="x")
    assert count_patterns(matches.iloc[:0], none, SOURCES)["does"].tolist() == ["never found"]
    assert count_patterns(matches.iloc[:0], none.iloc[:0], SOURCES).empty


def test_every_hit_is_listed_with_its_paragraph():
    tokens = read_sentences("A calm lake.", "The sea.")
    segments = pd.DataFrame({"source": ["alpha"], "segment": [1], "paragraph": [7]})
    hits = list_topic_hits(find_matches(tokens, patterns_of(water=WATER), by="topic"), segments)
    assert hits.to_dict("records") == [
        {"topic": "water", "pattern": pattern, "source": "alpha", "paragraph": 7, "role": "answer",
         "start": start, "end": end}
        for pattern, start, end in [("calm lake", 2, 11), ("sea", 17, 20)]
    ]  # fmt: skip


def test_full_tables_have_the_columns_that_are_described(counted_once):
    full = counted_once.full
    described = describe_unreleased().groupby("table", sort=False)["column"].agg(list)
    assert described.to_dict() == {name: list(full[name].columns) for name in load_unreleased()}


def test_the_full_list_of_hits_holds_all_roles_and_sources(small_corpus, counted_once):
    hits = counted_once.full["topic_hits"]
    corpus = Corpus(small_corpus)
    text_of = corpus.texts.set_index("source")["text"]
    assert set(hits["source"]) == set(corpus.sources["source"])
    assert {"answer", "question", "quote", "narration", "apparatus"} <= set(hits["role"])
    shown = [text_of[hit.source][hit.start : hit.end] for hit in hits.itertuples()]
    herring = hits["pattern"] == "herring"
    assert {word.lower() for word, is_one in zip(shown, herring, strict=True) if is_one} == {"herring"}
