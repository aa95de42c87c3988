"""How much of one text comes back in another, part by part. Expected values are counted by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_versions import HITS, PASSAGES, SEGMENTS, SENTENCES, SOURCES, TOPICS

from analysis.versions.kept import (
    count_fidelity,
    list_kept,
    measure_pairs,
    measure_parts,
    name_parts,
    split_parts,
)
from analysis.versions.left_out import list_part_topics
from analysis.versions.side_by_side import NO_LINK, list_pairs, mark_sentences
from examples import examples

PAIRS = list_pairs(SOURCES)
MARKED = mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS)
NONE = PASSAGES.head(0)
UNMARKED = mark_sentences(PAIRS, NONE, SENTENCES, SEGMENTS)


def test_each_answer_is_measured_in_sentences_and_words():
    parts = measure_parts(MARKED, PASSAGES)
    assert parts["part"].tolist() == [1, 2]
    assert parts[["n_kept", "n_sentences", "n_words_kept", "n_words"]].to_numpy().tolist() == [
        [1, 2, 10, 16],
        [2, 2, 20, 20],
    ]
    assert parts["share_words"].tolist() == [10 / 16, 1]
    # Sentence 2 of the report has ten words and two links, both into the second answer.
    assert parts["n_report_words"].tolist() == [5, 9 + 10]
    assert parts["compression"].tolist() == [5 / 10, 19 / 20]
    assert parts["turn_in_report"].tolist() == [2, 1]


def test_a_pair_is_the_sum_of_its_parts():
    pair = measure_pairs(MARKED, PASSAGES, PAIRS).iloc[0]
    assert pair[["n_parts", "n_parts_kept", "n_sentences", "n_kept", "n_words", "n_words_kept"]].tolist() == [
        2, 2, 4, 3, 36, 30,
    ]  # fmt: skip
    assert pair["share_sentences"] == 3 / 4
    assert pair["share_words"] == 30 / 36
    assert pair["compression"] == 24 / 30
    assert [pair["unit"], pair["taken_up"], pair["n_links"]] == ["answer", "2, 1", 4]


def test_a_question_that_is_reported_is_no_answer_kept():
    asked = pd.concat([PASSAGES, PASSAGES.head(1).assign(report_sentence=4, source_sentence=4)])
    marked = mark_sentences(PAIRS, asked, SENTENCES, SEGMENTS)
    pd.testing.assert_frame_equal(measure_parts(marked, asked), measure_parts(MARKED, PASSAGES))


def test_words_of_the_outlet_in_a_quoting_sentence_are_not_the_speakers():
    # The report is the source now: seven words quoted and three told in one sentence, five quoted in another.
    pairs = PAIRS.assign(report="talk", source="news")
    links = PASSAGES.set_axis(
        ["source", "source_sentence", "report", "report_sentence", *PASSAGES.columns[4:]], axis=1
    )
    marked = mark_sentences(pairs, links, SENTENCES, SEGMENTS)
    pair = measure_pairs(marked, links, pairs).iloc[0]
    assert pair[["n_words", "n_words_kept", "n_running_kept"]].tolist() == [12, 12, 15]
    # The sentence of eight words reports two, one of them told: half of it and the rest, 12 and 10.
    assert pair["n_report_words"] == 8 / 2 + 12 + 10
    assert pair["compression"] == 26 / 15
    named = name_parts(marked, measure_parts(marked, links), list_part_topics(marked, HITS, names=TOPICS))
    assert split_parts(named, pairs)["n"].sum() == 12


def test_texts_without_a_link_keep_nothing_and_have_no_order():
    parts, pair = measure_parts(UNMARKED, NONE), measure_pairs(UNMARKED, NONE, PAIRS).iloc[0]
    assert parts["share_words"].tolist() == [0, 0]
    assert parts[["compression", "turn_in_report"]].isna().all(axis=None)
    assert [pair["n_links"], pair["n_parts_kept"], pair["taken_up"]] == [0, 0, ""]
    assert np.isnan([pair["compression"], pair["tau"], pair["share_back"]]).all()


def test_no_pair_gives_empty_tables():
    pairs, marked = PAIRS.head(0), MARKED.head(0)
    assert measure_parts(marked, NONE).empty
    assert measure_pairs(marked, NONE, pairs).empty
    assert count_fidelity(marked).empty


def test_words_of_each_answer_are_divided_by_the_best_link_of_their_sentence():
    named = name_parts(MARKED, measure_parts(MARKED, PASSAGES), list_part_topics(MARKED, HITS, names=TOPICS))
    assert split_parts(named, PAIRS)[["row", "kind", "n"]].to_numpy().tolist() == [
        ["Answer 1: Fisheries", "verbatim", 10],
        ["Answer 1: Fisheries", NO_LINK, 6],
        ["Answer 2: The salt tax", "paraphrase", 8],
        ["Answer 2: The salt tax", "altered", 12],
    ]


def test_parts_are_named_by_number_topic_and_share():
    named = name_parts(MARKED, measure_parts(MARKED, PASSAGES), list_part_topics(MARKED, HITS, names=TOPICS))
    assert named.groupby(["side", "part"])["name"].first().tolist() == [
        "Section 1",
        "Section 2",
        "Answer 1: Fisheries\n62% of 16 words",  # numpy rounds halves to even: 62.5
        "Answer 2: The salt tax\n100% of 20 words",
    ]
    silent = name_parts(
        MARKED, measure_parts(MARKED, PASSAGES), list_part_topics(MARKED, HITS.head(0), names={})
    )
    assert silent["name"].iloc[0] == "Answer 1\n62% of 16 words"


def test_the_list_for_reading_says_where_each_answer_went():
    parts, topics = measure_parts(MARKED, PASSAGES), list_part_topics(MARKED, HITS, names=TOPICS)
    listed = list_kept(parts, topics, PAIRS)
    assert listed.drop(columns="topic").to_numpy().tolist() == [
        ["Answer 1", "1 of 2", 16, 62, 50, 2, "Fisheries (1), The salt tax (1)"],
        ["Answer 2", "2 of 2", 20, 100, 95, 1, ""],
    ]


def test_quotations_and_narration_are_told_apart_in_how_they_report():
    fidelity = count_fidelity(MARKED)
    assert fidelity[["role", "kind", "n_sentences", "n_words", "share"]].to_numpy().tolist() == [
        ["quotation", "verbatim", 1, 5, 0.5],
        ["quotation", "altered", 1, 10, 0.5],
        ["narration", "paraphrase", 1, 9, 0.5],
        ["narration", NO_LINK, 1, 6, 0.5],
    ]


places = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 6)), unique=True)


@examples(3)
@given(places)
def test_kept_and_left_out_are_all_there_is(drawn):
    links = pd.DataFrame(drawn, columns=["report_sentence", "source_sentence"], dtype="int64")
    links = links.assign(report="news", source="talk", score=0.5, kind="altered")
    marked = mark_sentences(PAIRS, links, SENTENCES, SEGMENTS)
    pair = measure_pairs(marked, links, PAIRS).iloc[0]
    own = {2: 10, 3: 6, 5: 8, 6: 12}  # words of the speaker's sentences
    assert pair["n_words_kept"] == sum(own.get(sentence, 0) for sentence in {source for _, source in drawn})
    assert pair["n_words"] == sum(own.values())
    named = name_parts(marked, measure_parts(marked, links), list_part_topics(marked, HITS, names=TOPICS))
    divided = split_parts(named, PAIRS)
    assert divided["n"].sum() == pair["n_words"]
    assert divided.loc[divided["kind"] == NO_LINK, "n"].sum() == pair["n_words"] - pair["n_words_kept"]
    assert count_fidelity(marked)["n_sentences"].sum() == 4
    assert pair["n_report_words"] == pytest.approx(measure_parts(marked, links)["n_report_words"].sum())
