"""Two texts of one event side by side: pairs, parts, marks, links, order. Values are counted by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_versions import PASSAGES, SEGMENTS, SENTENCES, SOURCES

from analysis.pipeline.full import build_full
from analysis.roles import SPOKEN
from analysis.storage.corpus import Corpus
from analysis.versions.alignment import pair_sources
from analysis.versions.order import measure_order
from analysis.versions.side_by_side import (
    KINDS,
    NO_LINK,
    carry_words,
    count_running_words,
    list_links,
    list_pairs,
    list_parts,
    mark_sentences,
    name_rows,
)
from examples import examples

PAIRS = list_pairs(SOURCES)


def mark(passages: pd.DataFrame = PASSAGES) -> pd.DataFrame:
    return mark_sentences(PAIRS, passages, SENTENCES, SEGMENTS)


def link(*places: tuple[int, int]) -> pd.DataFrame:
    """Links of one pair: (sentence of the report, sentence of the source)."""
    table = pd.DataFrame(places, columns=["report_sentence", "source_sentence"])
    return table.assign(report="news", source="talk", score=0.5, kind="altered")


def test_two_texts_of_an_event_are_a_pair_and_the_reference_is_its_source():
    assert PAIRS[["report", "source", "report_name", "source_name"]].to_numpy().tolist() == [
        ["news", "talk", "Selm Courier", "Harbour Gazette"]
    ]
    assert PAIRS["pair"].item() == "Selm Courier beside Harbour Gazette (Harbour Gazette, 14 Mar)"


def test_three_texts_of_an_event_are_three_pairs_told_apart():
    third = SOURCES.iloc[[1]].assign(source="wire", outlet="", kind="excerpt")
    fourth = SOURCES.iloc[[1]].assign(source="tabloid")
    pairs = list_pairs(pd.concat([SOURCES, third, fourth]))
    assert pairs[["report", "source"]].to_numpy().tolist() == [
        ["wire", "talk"], ["news", "talk"], ["tabloid", "talk"],
        ["news", "wire"], ["tabloid", "wire"], ["tabloid", "news"],
    ]  # fmt: skip
    assert pairs["pair"].is_unique
    assert pairs["report_name"].iloc[:3].tolist() == [
        "the excerpt",
        "Selm Courier (news)",
        "Selm Courier (tabloid)",
    ]
    pd.testing.assert_frame_equal(list_pairs(pd.concat([fourth, third, SOURCES[::-1]])), pairs)
    aligned = pair_sources(pd.concat([SOURCES, third, fourth]))  # the links must know the same pairs
    assert sorted(aligned) == sorted(pairs[["report", "source"]].itertuples(index=False, name=None))


def test_single_texts_are_no_pairs():
    pairs = list_pairs(SOURCES.iloc[[0, 2]])
    assert pairs.empty
    marked = mark_sentences(pairs, PASSAGES.head(0), SENTENCES, SEGMENTS)
    assert marked.empty
    assert list_links(marked, PASSAGES.head(0)).empty
    assert measure_order(PASSAGES.head(0)).empty


@pytest.mark.parametrize(
    ("other", "printed"),
    [
        ({"report": "wire", "report_name": "the wire"}, "Selm Courier: Answer 1"),
        ({"report": "later", "label": "Radio, 2 Jun"}, "Selm Courier (Harbour Gazette, 14 Mar): Answer 1"),
        ({"source": "wire", "pair": "Selm Courier beside the wire"}, f"{PAIRS['pair'].item()}: Answer 1"),
    ],
)
def test_rows_are_told_apart_by_as_much_of_their_pair_as_is_needed(other, printed):
    table = PAIRS.assign(row="Answer 1")
    assert name_rows(table["row"], table, PAIRS).tolist() == ["Answer 1"]
    several = pd.concat([PAIRS, PAIRS.assign(**other)], ignore_index=True)
    table = several.assign(row="Answer 1")
    assert name_rows(table["row"], table, several).tolist()[0] == printed


def test_parts_are_answers_where_questions_are_printed_and_sections_elsewhere():
    parts = list_parts(SEGMENTS)
    assert dict(zip(parts["source"], parts["unit"], strict=True)) == {"talk": "answer", "news": "section"}
    assert parts[["source", "segment", "part"]].to_numpy().tolist() == [
        ["news", 2, 1], ["news", 3, 1], ["news", 5, 2], ["news", 6, 2],
        ["talk", 2, 1], ["talk", 3, 1], ["talk", 4, 2], ["talk", 5, 2],
    ]  # fmt: skip


def test_what_precedes_the_first_question_is_part_0_and_two_questions_in_a_row_are_one():
    roles = ["answer", "question", "apparatus", "question", "answer"]
    table = pd.DataFrame({"source": "talk", "segment": range(5), "paragraph": range(5), "role": roles})
    assert list_parts(table)["part"].tolist() == [0, 1, 1, 1]


def test_a_label_in_a_paragraph_of_running_text_begins_no_section():
    roles = ["narration", "apparatus", "quote", "note", "quote"]
    table = pd.DataFrame({"source": "news", "segment": range(5), "paragraph": [1, 2, 2, 3, 4], "role": roles})
    assert list_parts(table)["part"].tolist() == [1, 1, 1]


def test_words_of_another_role_belong_to_the_sentence_they_stand_in():
    words = count_running_words(SENTENCES, SEGMENTS)
    assert words.tolist() == [5, 10, 6, 4, 8, 12, 9, 10, 5, 6]  # the quotation of seven has three before it


def test_running_words_are_those_of_the_full_table(small_corpus):
    full = build_full(Corpus(small_corpus))
    spoken = full["tokens"][full["tokens"]["role"].isin(SPOKEN)]
    expected = spoken.groupby(["source", "sentence"]).size()
    words = count_running_words(full["sentences"], full["segments"])
    assert (
        dict(
            zip(
                full["sentences"][["source", "sentence"]].itertuples(index=False, name=None),
                words,
                strict=True,
            )
        )
        == expected.to_dict()
    )
    assert (words > full["sentences"]["n_words"]).any()


def test_sentences_are_marked_by_their_best_link():
    marked = mark()
    assert marked["side"].tolist() == ["source"] * 6 + ["report"] * 4
    assert marked["kind"].tolist() == [
        "", "verbatim", "", "", "paraphrase", "altered", "paraphrase", "altered", "verbatim", "",
    ]  # fmt: skip
    assert marked["is_own"].tolist() == [False, True, True, False, True, True, False, True, True, False]
    assert marked["before"].tolist() == [0, 5, 15, 21, 25, 33, 0, 9, 19, 24]


def test_of_equally_good_links_the_closest_kind_counts():
    marked = mark(PASSAGES.assign(score=0.5))
    assert marked.loc[(marked["side"] == "report") & (marked["sentence"] == 2), "kind"].item() == "condensed"


def test_every_sentence_is_in_a_link_or_stands_alone():
    links = list_links(mark(), PASSAGES)
    assert links[["source_sentence", "report_sentence", "kind"]].fillna(0).to_numpy().tolist() == [
        [1, 0, NO_LINK], [2, 3, "verbatim"], [3, 0, NO_LINK], [4, 0, NO_LINK], [5, 1, "paraphrase"],
        [5, 2, "condensed"], [6, 2, "altered"], [0, 4, NO_LINK],
    ]  # fmt: skip
    assert links["source_part"].tolist()[:4] == [1, 1, 1, 2]


def test_links_share_the_words_of_a_sentence():
    carried = carry_words(list_links(mark(), PASSAGES))
    assert carried[["report_sentence", "source_sentence", "n_words"]].to_numpy().tolist() == [
        [3, 2, 5], [1, 5, 9], [2, 5, 5], [2, 6, 5],
    ]  # fmt: skip


def test_order_is_counted_in_pairs_of_links_and_in_steps():
    order = measure_order(PASSAGES).iloc[0]
    # Of six pairs of links two are tied; of the others, 1-5 before 2-6 keeps the order, three reverse it.
    assert order["share_reversed"] == pytest.approx(3 / 4)
    assert order["tau"] == pytest.approx((1 - 3) / 5)  # sqrt(5 * 5): one pair is tied on each side
    assert order[["n_links", "n_steps", "n_back"]].tolist() == [4, 2, 1]
    assert order["share_back"] == pytest.approx(1 / 2)


@pytest.mark.parametrize(("places", "tau", "turned"), [
    ([(1, 1), (2, 2), (3, 3)], 1, 0),
    ([(1, 3), (2, 2), (3, 1)], -1, 1),
    ([(1, 1)], np.nan, np.nan),
    ([(1, 1), (1, 2)], np.nan, np.nan),
])  # fmt: skip
def test_the_same_order_is_1_and_the_reverse_minus_1(places, tau, turned):
    order = measure_order(link(*places)).iloc[0]
    assert [order["tau"], order["share_reversed"]] == pytest.approx([tau, turned], nan_ok=True)


places = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 6)), min_size=1, unique=True)


@examples(3)
@given(places, st.randoms())
def test_links_in_any_order_give_the_same_marks_and_measures(drawn, random):
    shuffled = random.sample(drawn, len(drawn))
    pd.testing.assert_frame_equal(mark(link(*drawn)), mark(link(*shuffled)))
    pd.testing.assert_frame_equal(measure_order(link(*drawn)), measure_order(link(*shuffled)))


@examples(3)
@given(places)
def test_reading_the_report_backwards_turns_the_order_round(drawn):
    order = measure_order(link(*drawn)).iloc[0]
    turned = measure_order(link(*[(5 - report, source) for report, source in drawn])).iloc[0]
    assert turned["tau"] == pytest.approx(-order["tau"], nan_ok=True)
    assert turned["share_reversed"] == pytest.approx(1 - order["share_reversed"], nan_ok=True)


@examples(3)
@given(places)
def test_no_word_of_the_report_is_lost_or_counted_twice(drawn):
    marked = mark(link(*drawn))
    linked = marked[(marked["side"] == "report") & marked["has_link"]]
    carried = carry_words(list_links(marked, link(*drawn)))
    assert carried["n_words"].sum() == pytest.approx(linked["n_words"].sum())
    assert set(marked["kind"]) <= {*KINDS, ""}
