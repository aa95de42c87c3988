"""Which findings hold in other ways to count, on questions made up for the purpose and on an invented corpus."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from cases import make_case as make_talks
from cases import say

from analysis.patterns.matching import find_matches
from analysis.pipeline.build import Built
from analysis.pipeline.gathering import make_case
from analysis.sensitivity import outcomes as sensitivity
from analysis.sensitivity.cases import Case
from analysis.sensitivity.other_ends import find_plain_ends
from analysis.sensitivity.outcomes import (
    AS_COUNTED,
    BREAKS,
    HOLDS,
    NOT_ASKED,
    NOT_SAID,
    SAID,
    SAME,
    measure_sensitivity,
    summarise_sensitivity,
)
from analysis.sensitivity.questions import QUESTIONS, Answer
from analysis.sensitivity.variants import COPIES, describe_variants, list_variants
from analysis.storage.corpus import Corpus
from analysis.storage.packed import spell_words


@pytest.fixture
def case(small_corpus: Path, counted_once: Built) -> Case:
    return make_case(Corpus(small_corpus), counted_once.full, counted_once.found)


def change(case: Case, name: str) -> Case:
    return next(variant for variant in list_variants(case) if variant.name == name).change(case)


def test_each_event_is_left_out_in_turn(case):
    names = [variant.name for variant in list_variants(case)]
    assert [name for name in names if name.startswith("without")] == names[-3:]
    assert all(variant.reason for variant in list_variants(case)) and len(names) == len(set(names))


def test_a_single_event_is_not_left_out():
    assert not any(variant.name.startswith("without") for variant in list_variants(make_talks(say("Fish."))))


def test_many_events_are_left_out_in_twenty_groups_that_miss_none():
    case = make_talks(*[say("Fish.")] * 45)
    groups = [variant for variant in list_variants(case) if variant.name.startswith("without")]
    kept = [set(group.change(case).sources["event"]) for group in groups]
    assert len(groups) == 20 and groups[0].name == "without talk-01 to talk-03"
    assert {45 - len(events) for events in kept} == {2, 3} and not set.intersection(*kept)


def test_what_a_case_has_not_is_not_another_way_to_count():
    case = make_talks(say("Fish."))
    idle = [v.name for v in list_variants(case) if v.change(case) is None]
    assert idle == [COPIES, "questions counted", "repeats counted", "coded paragraphs"]


def test_copies_become_events_of_their_own(case):
    sources = change(case, COPIES).sources
    assert sources["is_reference"].all() and sources["event"].is_unique and sources["label"].is_unique
    kept = case.sources[case.sources["is_reference"]].set_index("source")["event"]
    assert (sources.set_index("source")["event"].reindex(kept.index) == kept).all()


def test_questions_become_own_words_and_no_word_is_lost(case):
    changed = change(case, "questions counted")
    for table in (changed.segments, changed.topic_hits, changed.phrase_hits):
        assert "question" not in set(table["role"])
    assert changed.segments["n_words"].sum() == case.segments["n_words"].sum()


def test_an_event_is_left_out_with_its_copies(case):
    event = case.sources.loc[~case.sources["is_reference"], "event"].iloc[0]
    label = case.sources.loc[case.sources["event"] == event, "label"].iloc[0]
    changed = change(case, f"without {label}")
    gone = set(case.sources.loc[case.sources["event"] == event, "source"])
    assert len(gone) == 2
    assert set(changed.sources["source"]) == set(case.sources["source"]) - gone


def test_a_plain_rule_ends_sentences_before_capitals():
    text = "We wait. The U.S. envoy said: “Come!” Nobody came … in 3.5 days? 7 did."
    edges = [0, *find_plain_ends(text), len(text)]
    parts = [text[start:end].strip() for start, end in pairwise(edges)]
    assert parts == ["We wait.", "The U.S. envoy said: “Come!”", "Nobody came … in 3.5 days?", "7 did."]


def test_a_claim_holds_breaks_or_changes_nothing(case, monkeypatch):
    def count_events(case):  # True only of all three events
        n = len(case.sources[case.sources["is_reference"]])
        return [Answer(f"There are {n} events", True, str(n), (n,))]

    def ask_questions(case):
        n = int((case.segments["role"] == "question").sum())
        return [Answer("They ask", True, f"{n} questions", (n, len(case.sources)))] if n else []

    def name_event(case):
        return [Answer("The lantern is lit", True, "light", (len(case.sources),), "lantern")]

    def guess(case):
        return [Answer("It will rain", False, "one cloud", ())]

    questions = [
        ("topics", count_events),
        ("topics", ask_questions),
        ("phrases", name_event),
        ("phrases", guess),
    ]
    monkeypatch.setattr(sensitivity, "QUESTIONS", questions)
    table = measure_sensitivity(case)
    assert table["claim"].drop_duplicates().tolist() == [
        "There are 3 events", "They ask", "The lantern is lit", "It will rain",
    ]  # fmt: skip
    outcome = table.set_index(["claim", "variant"])["outcome"]
    assert outcome["It will rain"].to_dict() == {AS_COUNTED: NOT_SAID}  # what is not said is not tried
    left_out = [variant for variant in table["variant"].unique() if variant.startswith("without")]
    events = outcome["There are 3 events"]
    assert events[AS_COUNTED] == SAID and events.loc[left_out].tolist() == [BREAKS] * 3
    assert events[COPIES] == BREAKS and events["another splitter"] == SAME
    assert outcome["They ask", "questions counted"] == NOT_ASKED
    assert outcome["They ask"].loc[left_out].tolist() == [HOLDS] * 3
    assert sorted(outcome["The lantern is lit"].loc[left_out]) == [HOLDS, HOLDS, NOT_ASKED]
    summary = summarise_sensitivity(table, ["topics", "phrases"]).set_index("claim")
    assert summary.loc["There are 3 events", ["rests_on", "verdict"]].tolist() == ["3", "fragile"]
    assert summary.loc["There are 3 events", "holds"].startswith("0 of 4; ")
    assert COPIES in summary.loc["There are 3 events", "broken_by"]
    assert summary.loc["They ask", ["verdict", "broken_by"]].tolist() == ["firm", ""]
    assert summary.loc["It will rain", ["verdict", "holds"]].tolist() == ["cannot be said", ""]


def test_every_answer_shows_its_figures(case):
    answers = [answer for _, ask in QUESTIONS for answer in ask(case)]
    assert answers and all(answer.rests_on and answer.claim[0].isupper() for answer in answers)


def test_no_findings_no_rows():
    assert summarise_sensitivity(pd.DataFrame(columns=sensitivity.SENSITIVITY), ["topics"]).empty


def test_every_variant_is_described():
    described = describe_variants()
    assert described["variant"].is_unique and (described["reason"] != "").all()


@pytest.mark.parametrize("name", [COPIES, "questions counted", "without"])
def test_a_variant_has_the_hits_of_its_own_words(case, name):
    changed = next(v for v in list_variants(case) if v.name.startswith(name)).change(case)
    role = {"question": "answer"} if name == "questions counted" else {}
    for hits, patterns, by in (
        (changed.topic_hits, "patterns", "topic"),
        (changed.phrase_hits, "phrases", "phrase"),
    ):
        tokens = case.tokens.assign(role=case.tokens["role"].astype("str").replace(role))
        found = find_matches(tokens, case.decisions[patterns], by=by)
        pd.testing.assert_frame_equal(spell_words(hits), spell_words(found))


def test_what_is_counted_is_shared_by_variants_that_leave_out_and_by_no_other(case):
    held = case.hold_counts()
    without = change(held, list_variants(case)[-1].name)
    assert without.counts is held.counts and change(held, COPIES).counts is held.counts
    assert change(held, "once an answer").counts is None and change(held, "questions counted").counts is None
