"""Which findings hold in other ways to count, on claims made up for the purpose and on an invented corpus."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.patterns.matching import find_matches
from analysis.pipeline.build import Built, make_case
from analysis.sensitivity import outcomes as sensitivity
from analysis.sensitivity.claims import FINDINGS, Claim, measure_results
from analysis.sensitivity.outcomes import BREAKS, HOLDS, NOT_ASKED, measure_sensitivity, summarise_sensitivity
from analysis.sensitivity.variants import COPIES, Case, describe_variants, find_plain_spans, list_variants
from analysis.storage.corpus import Corpus


@pytest.fixture
def case(small_corpus: Path, counted_once: Built) -> Case:
    return make_case(Corpus(small_corpus), counted_once)


def change(case: Case, name: str) -> Case:
    return next(variant for variant in list_variants(case) if variant.name == name).change(case)


def test_the_grid_has_what_can_be_changed_in_these_texts(case):
    names = [variant.name for variant in list_variants(case)]
    assert names[:4] == [COPIES, "questions counted", "another splitter", "no sentence ends"]
    assert [name.split(" ")[0] for name in names[4:]] == ["without"] * 3  # one an event
    assert all(variant.reason for variant in list_variants(case))


def test_a_single_event_without_copies_or_questions_is_only_split_otherwise(case):
    alone = case.sources[case.sources["source"] == "2031-09-20-forum"]
    segments = case.segments[case.segments["source"] == "2031-09-20-forum"]
    segments = segments[segments["role"] == "answer"]
    left = list_variants(case._replace(sources=alone, segments=segments))
    assert [variant.name for variant in left] == ["another splitter", "no sentence ends"]


def test_copies_become_events_of_their_own(case):
    sources = change(case, COPIES).sources
    assert sources["is_reference"].all() and sources["event"].is_unique and sources["label"].is_unique
    kept = case.sources[case.sources["is_reference"]].set_index("source")["event"]
    assert (sources.set_index("source")["event"].reindex(kept.index) == kept).all()


def test_questions_become_own_words_and_no_word_is_lost(case):
    changed = change(case, "questions counted")
    for table in (changed.segments, changed.tokens, changed.words):
        assert "question" not in set(table["role"])
    assert changed.words["n"].sum() == case.words["n"].sum()
    assert not changed.words.duplicated(["source", "role", "norm"]).any()


def test_an_event_is_left_out_with_its_copies(case):
    event = case.sources.loc[~case.sources["is_reference"], "event"].iloc[0]
    label = case.sources.loc[case.sources["event"] == event, "label"].iloc[0]
    changed = change(case, f"without {label}")
    gone = set(case.sources.loc[case.sources["event"] == event, "source"])
    assert len(gone) == 2
    for table in (changed.sources, changed.segments, changed.tokens, changed.words):
        assert not gone & set(table["source"]) and len(table)


def test_other_sentences_change_no_word(case):
    for name in ("another splitter", "no sentence ends"):
        changed = change(case, name).tokens
        columns = ["source", "position", "segment", "role", "start", "end", "token", "norm"]
        pd.testing.assert_frame_equal(changed[columns], case.tokens[columns])
    whole = change(case, "no sentence ends").tokens.merge(case.segments[["source", "segment", "paragraph"]])
    assert whole.dropna(subset="sentence").groupby(["source", "paragraph"])["sentence"].nunique().max() == 1


def test_a_plain_rule_ends_sentences_before_capitals():
    text = "We wait. The U.S. envoy said: “Come!” Nobody came … in 3.5 days? 7 did."
    parts = [text[start:end].strip() for start, end in find_plain_spans(text)]
    assert parts == ["We wait.", "The U.S. envoy said: “Come!”", "Nobody came … in 3.5 days?", "7 did."]


def test_a_claim_holds_breaks_or_cannot_be_asked(case, monkeypatch):
    def count_events(results):  # True only of all three events
        return [Claim(f"There are {results.rates['event'].nunique()} events")]

    def ask_questions(results):
        return [Claim("They ask")] if results.exchanges["n_exchanges"].any() else None

    def name_event(results):
        return [Claim("The lantern is lit", "lantern")]

    assert "lantern" in set(case.sources["event"]) - set(case.sources["source"])
    findings = [("topics", count_events), ("topics", ask_questions), ("ledger", name_event)]
    monkeypatch.setattr(sensitivity, "FINDINGS", findings)
    table = measure_sensitivity(case)
    assert table["claim"].drop_duplicates().tolist() == [
        "There are 3 events",
        "They ask",
        "The lantern is lit",
    ]
    outcome = table.set_index(["claim", "variant"])["outcome"]
    left_out = [variant for variant in table["variant"].unique() if variant.startswith("without")]
    assert outcome["There are 3 events"].loc[left_out].tolist() == [BREAKS] * 3
    assert outcome["There are 3 events", COPIES] == BREAKS
    assert outcome["There are 3 events", "another splitter"] == HOLDS
    assert outcome["They ask", "questions counted"] == NOT_ASKED
    assert sorted(outcome["The lantern is lit"].loc[left_out]) == [HOLDS, HOLDS, NOT_ASKED]
    assert outcome["The lantern is lit", COPIES] == HOLDS
    summary = summarise_sensitivity(table, ["topics"]).set_index("claim")
    assert summary.loc["There are 3 events", ["holds", "verdict"]].tolist() == ["3 of 7", "fragile"]
    assert COPIES in summary.loc["There are 3 events", "broken_by"]
    assert summary.loc["They ask", ["holds", "verdict", "broken_by"]].tolist() == ["6 of 6", "firm", ""]


def test_what_is_claimed_is_true_of_the_tables(case):
    results = measure_results(case)
    claimed = {claim.text for _, find in FINDINGS for claim in find(results) or []}
    assert "“lasting settlement” comes back in every event" in claimed
    assert "“root of the quarrel” comes back in every event" in claimed
    assert not any("silver tide" in text for text in claimed)
    loudest = results.rates.groupby("topic")["n"].sum().sort_values()
    is_alone = loudest.iloc[-1] > loudest.iloc[-2]
    assert (f"{loudest.index[-1]} is mentioned more often than any other topic" in claimed) == is_alone


def test_a_shared_first_place_is_no_finding(case):
    results = measure_results(case)
    same = results.rates.assign(n=1, per_1000=1.0)
    claimed = [claim.text for _, find in FINDINGS for claim in find(results._replace(rates=same)) or []]
    assert not any("any other topic" in text or "differ most" in text for text in claimed)


def test_no_findings_no_rows():
    assert summarise_sensitivity(pd.DataFrame(columns=sensitivity.SENSITIVITY), ["topics"]).empty


def test_every_variant_is_described():
    described = describe_variants()
    assert described["variant"].is_unique and (described["reason"] != "").all()


@pytest.mark.parametrize("name", [COPIES, "questions counted", "another splitter", "without"])
def test_a_variant_has_the_hits_of_its_own_words(case, name):
    changed = next(v for v in list_variants(case) if v.name.startswith(name)).change(case)
    for hits, patterns, by in (
        (changed.topic_hits, "patterns", "topic"),
        (changed.phrase_hits, "phrases", "phrase"),
    ):
        pd.testing.assert_frame_equal(hits, find_matches(changed.tokens, case.decisions[patterns], by=by))
