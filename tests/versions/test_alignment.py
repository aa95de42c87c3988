"""Which sentence of a report reports which of a transcript: on labelled, on generated and on real pairs."""

from __future__ import annotations

import csv
from pathlib import Path
from statistics import mean

import numpy as np
import pandas as pd
import pytest
from generated_pairs import generate_pair, measure_tokens
from hypothesis import given
from hypothesis import strategies as st
from version_pairs import (
    NAMES,
    NO_EQUIVALENTS,
    align,
    list_links,
    make_sources,
    make_tables,
    measure,
    read_pair,
)

from analysis.errors import InputError
from analysis.storage.sources import load_manifest
from analysis.storage.tables import read_table
from analysis.versions.alignment import MOST_COMPARED, align_sentences, check_size
from analysis.versions.neighbours import ELSEWHERE, place_sentences, step_back, sum_near, take_step
from examples import examples

DATA = Path(__file__).parents[2] / "data"
GOLD = Path(__file__).parents[3] / "shared" / "gold" / "passages.csv"

SAID = [
    ("question", "Will the harbour of Port Selm be dredged this summer?"),
    ("answer", "The harbour of Port Selm will be dredged this summer."),
    ("answer", "The herring quota was raised twice last year by Councillor Oldwick."),
    ("answer", "Nobody on the island has complained about lamp oil."),
]


def kinds_of(report: list[tuple[str, str]]) -> list[str]:
    return align(SAID, report)["kind"].tolist()


def test_a_copied_sentence_is_verbatim_wherever_it_stands():
    passages = align(SAID, [("quote", SAID[3][1]), ("quote", SAID[2][1])])
    assert passages.drop(columns="score").to_numpy().tolist() == [
        ["news", 1, "full", 4, "verbatim"],
        ["news", 2, "full", 3, "verbatim"],
    ]
    assert passages["score"].tolist() == [1.0, 1.0]


def test_what_is_quoted_is_not_matched_with_a_question():
    assert list_links(align(SAID[:1], [("quote", SAID[1][1])])) == set()
    assert list_links(align(SAID[:1], [("narration", SAID[1][1])])) == {(1, 1)}


# Content words of the third sentence: herring quota raise twice last year councillor oldwick, eight of them.
@pytest.mark.parametrize(
    ("role", "text", "kind"),
    [
        ("quote", "The herring quota was raised twice last year by Oldwick.", "verbatim"),  # 7 of 7, 7 of 8
        ("quote", "The herring quota was raised by Councillor Oldwick.", "condensed"),  # 5 of 5, 5 of 8
        ("quote", "Herring quota was doubled, Nansen grumbled over breakfast.", "altered"),  # 2 of 6
        ("narration", "The herring quota was raised twice by Councillor Oldwick.", "paraphrase"),
        ("narration", "He said: “The herring quota was raised by Councillor Oldwick.”", "condensed"),
        ("narration", "The herring quota of Councillor Oldwick is “twice” last year's.", "paraphrase"),
    ],
)
def test_the_kind_follows_from_the_content_words_that_are_kept(role, text, kind):
    assert kinds_of([(role, text)]) == [kind]


@pytest.mark.parametrize(
    ("said", "quoted", "kind"),
    [
        ("We shall not dredge the old harbour of Port Selm this summer.", "shall dredge the old", "altered"),
        (
            "We won't dredge the old harbour of Port Selm this summer.",
            "shall never dredge the old",
            "verbatim",
        ),
        ("We dredged 12 docks in the old harbour of Port Selm.", "dredged 90 docks in the old", "altered"),
        ("We dredged 12 docks in the old harbour of Port Selm.", "dredged 12 docks in the old", "verbatim"),
    ],
)
def test_a_quotation_with_another_number_or_without_the_denial_is_not_verbatim(said, quoted, kind):
    text = f"We {quoted} {said.partition(' old ')[2]}"
    assert align([("answer", said)], [("quote", text)])["kind"].tolist() == [kind]


def test_the_same_report_twice_is_verbatim_where_it_quotes_whatever_its_prose():
    report = [
        (
            "narration",
            "“Nobody speaks of lamp oil,” Oldwick told the readers of the Harbour Gazette on Monday.",
        ),
        ("narration", "The herring quota was raised twice last year."),
    ]
    assert align(report, report)["kind"].tolist() == ["verbatim", "paraphrase"]


def test_a_sentence_may_report_two_and_two_may_report_one():
    halves = [
        "The herring quota was raised twice last year.",
        "Nobody on the island complained about lamp oil.",
    ]
    joined = "The herring quota was raised twice last year, nobody on the island talks of lamp oil."
    one, two = [("answer", joined)], [("quote", half) for half in halves]
    assert list_links(align(one, two)) == {(1, 1), (2, 1)}
    assert list_links(align(two, one)) == {(1, 1), (1, 2)}


def test_one_stock_sentence_of_a_report_does_not_report_all_that_were_said():
    """ "Of course." stands before each answer; the report quotes the second answer and its "Of course."."""
    answers = [
        "The harbour of Oldwick stays open to every ferry.",
        "Herring quotas will be halved before the winter.",
        "No soldier of ours has crossed the river Tamm.",
    ]
    source = [("answer", text) for answer in answers for text in ("Of course.", answer)]
    report = [("quote", "Of course."), ("quote", "Herring quotas will be halved before the winter.")]
    assert list_links(align(source, report)) == {(1, 3), (2, 4)}
    assert list_links(align(report, source)) == {(3, 1), (4, 2)}


@pytest.mark.parametrize("name", NAMES)
def test_labelled_pairs_of_two_translators(name):
    pair = read_pair(name)
    assert measure(list_links(align(pair.source, pair.report)), pair.links)[2] >= 0.75


def test_labelled_pairs_together():
    found, wanted = set(), set()
    for name in NAMES:
        pair = read_pair(name)
        found |= {(name, *link) for link in list_links(align(pair.source, pair.report))}
        wanted |= {(name, *link) for link in pair.links}
    precision, recall, f1 = measure(found, wanted)
    assert min(precision, recall) >= 0.85
    assert f1 >= 0.87


def test_quoted_and_told_sentences_are_told_apart():
    right = []
    for name in NAMES:
        pair = read_pair(name)
        for row in align(pair.source, pair.report).itertuples():
            if (row.report_sentence, row.source_sentence) in pair.links:
                right.append((row.kind == "paraphrase") == (pair.kinds[row.report_sentence] == "paraphrase"))
    assert mean(right) >= 0.95


# F1 of the words of generated reports, means of five, by the share of content words that are replaced.
@pytest.mark.parametrize(("replaced", "least"), [(0, 0.98), (0.2, 0.97), (0.4, 0.95), (0.6, 0.92)])
def test_generated_pairs(replaced, least):
    pairs = [generate_pair(replaced=replaced, seed=seed) for seed in range(1, 6)]
    found = [align_sentences(*pair[:3], NO_EQUIVALENTS) for pair in pairs]
    assert mean(measure_tokens(*each) for each in zip(found, pairs, strict=True)) >= least


WORDS = ["harbour", "herring", "quota", "island", "lamp", "oil", "pilot", "storm", "Selm", "1974"]
WORDS += ["the", "of", "is", "not", "on", "with"]
lines = st.lists(
    st.tuples(st.sampled_from(["answer", "question"]), st.lists(st.sampled_from(WORDS), max_size=9)),
    max_size=6,
).map(lambda them: [(role, " ".join(words)) for role, words in them])


@examples(5)
@given(lines, lines)
def test_either_way_round_the_links_are_the_same(one, other):
    links = list_links(align(one, other))
    assert {(there, here) for here, there in list_links(align(other, one))} == links


@examples(7)
@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), min_size=1, max_size=6))
def test_places_are_probabilities_and_swap_with_the_texts(rows):
    likeness = np.array(rows)
    places = place_sentences(likeness)
    assert ((places >= 0) & (places <= 1)).all()
    np.testing.assert_allclose(place_sentences(likeness.T).T, places, rtol=1e-9, atol=1e-12)


def test_neighbours_decide_between_two_places_that_are_alike():
    likeness = np.zeros((3, 6))
    likeness[0, 3] = likeness[2, 5] = 0.9
    likeness[1, [0, 4]] = 0.4  # the middle sentence is as much like the first as like the fifth
    places = place_sentences(likeness)
    assert places[1, 4] > 0.9
    assert places[1, 0] < 0.6


def test_the_order_of_rows_and_sources_changes_nothing():
    pair = read_pair(NAMES[0])
    tokens, sentences = make_tables({"full": pair.source, "news": pair.report, "wire": pair.report[:9]})
    sources = make_sources(["full", "news", "wire"])
    passages = align_sentences(tokens, sentences, sources, NO_EQUIVALENTS)
    mixed = [table.sample(frac=1, random_state=1) for table in (tokens, sentences, sources)]
    pd.testing.assert_frame_equal(align_sentences(*mixed, NO_EQUIVALENTS), passages)
    pairs = set(zip(passages["report"], passages["source"], strict=True))
    assert pairs == {("news", "full"), ("wire", "full"), ("wire", "news")}


def test_single_sources_give_a_table_without_rows():
    tokens, sentences = make_tables({"full": SAID, "other": SAID})
    sources = make_sources(["full", "other"]).assign(event=["one", "two"])
    passages = align_sentences(tokens, sentences, sources, NO_EQUIVALENTS)
    assert passages.empty
    names = "report report_sentence source source_sentence score kind"
    assert passages.columns.tolist() == names.split()


def test_a_source_without_sentences_is_no_fault():
    tokens, sentences = make_tables({"full": SAID, "news": []})
    assert align_sentences(tokens, sentences, make_sources(["full", "news"]), NO_EQUIVALENTS).empty


@pytest.fixture(scope="module")
def labelled() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The released passages of the labelled report, its labels by sentence, the sentences of its source."""
    if not GOLD.is_file():
        pytest.skip("the hand labels are not here")
    sources = load_manifest(DATA)
    event = sources.loc[sources["event"].duplicated(), "event"].iloc[0]
    pair = sources[sources["event"] == event].set_index("kind")["source"]
    sentences, passages = read_table(DATA, "sentences"), read_table(DATA, "passages")
    of = {kind: sentences[sentences["source"] == name] for kind, name in pair.items()}
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = [
            (number, place, row["kind"])
            for row in csv.DictReader(file)
            for number in _overlapping(of["report"], row["report_start"], row["report_end"])
            for span in row["transcript_spans"].split()
            for place in _overlapping(of["transcript"], *span.split("-"))
        ]
    return passages, pd.DataFrame(rows, columns=["report", "source", "kind"]), of["transcript"]


def _overlapping(sentences: pd.DataFrame, start: str, end: str) -> list[int]:
    """Sentences that share more than two characters (a space, a quotation mark) with a span."""
    meets = (sentences["start"] < int(end) - 2) & (sentences["end"] > int(start) + 2)
    return sentences.loc[meets, "sentence"].tolist()


def test_the_labelled_part_of_the_real_report(labelled):
    passages, labels, _ = labelled
    wanted = set(zip(labels["report"], labels["source"], strict=True))
    found = {link for link in list_links(passages) if link[0] in set(labels["report"])}
    precision, recall, f1 = measure(found, wanted)
    assert f1 >= 0.93
    assert min(precision, recall) >= 0.9


def test_what_the_real_report_quotes_and_tells(labelled):
    passages, labels, _ = labelled
    told = passages["kind"].eq("paraphrase").groupby(passages["report_sentence"]).all()
    kind = labels.drop_duplicates("report").set_index("report")["kind"]
    both = pd.DataFrame({"labelled": kind == "paraphrase", "found": told}).dropna()
    assert (both["labelled"] == both["found"]).mean() >= 0.9


def test_what_no_label_reports_is_found_as_left_out(labelled):
    # Only the part of the transcript that labelled sentences report can be checked, first to last.
    passages, labels, sentences = labelled
    part = sentences[sentences["sentence"].between(labels["source"].min(), labels["source"].max())]
    spoken = part.loc[part["role"] == "answer", "sentence"]
    left_out = set(spoken) - set(labels["source"])
    assert len(left_out - set(passages["source_sentence"])) >= 0.8 * len(left_out)


def test_two_texts_too_long_to_compare_are_refused_by_name():
    check_size(MOST_COMPARED, 1, ("coast", "harbour"))
    with pytest.raises(
        InputError, match=r"^coast and harbour are of one event and have 100,000 and 100,000 sentences"
    ):
        check_size(100_000, 100_000, ("coast", "harbour"))


def test_a_step_is_as_likely_as_a_table_of_all_steps_says():
    # Of three places the first leads to itself and the second alike: exp(-1/4) each, and exp(-3/4) to the third.
    at = np.array([1.0, 0, 0])
    near = np.exp([-0.25, -0.25, -0.75])
    expected = (1 - ELSEWHERE) * near / near.sum() + ELSEWHERE / 3
    assert take_step(at, sum_near(np.ones(3))) == pytest.approx(expected)
    assert step_back(np.array([0.0, 0, 1]), sum_near(np.ones(3)))[0] == pytest.approx(expected[2])
