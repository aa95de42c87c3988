"""What can be looked up, and every use of it: names, addresses, uses, and no word that is not released."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from analysis.language import find_words, fold_word
from analysis.pages.concordance import list_entries, list_uses, tell_entries, tell_withheld
from analysis.pages.concordance_entries import MOST_FOUND, PHRASE, TOPIC
from analysis.report import load_report


@pytest.fixture(scope="module")
def looked_up(corpus_built_once):
    """The report on three invented events, its entries and their uses."""
    report = load_report(corpus_built_once)
    entries = list_entries(report)
    return report, entries, list_uses(report, entries)


def test_every_phrase_topic_and_family_is_an_entry_and_each_address_stands_once(looked_up):
    report, entries, _ = looked_up
    by_kind = {kind: set(rows["family"]) for kind, rows in entries.groupby("kind")}
    assert by_kind[PHRASE] == set(report.phrases["phrase"])
    assert by_kind[TOPIC] == set(report.topics["topic"])
    known = {name.casefold() for row in entries.itertuples() for name in (row.family, *row.aliases)}
    assert set(report.uses.loc[report.uses["is_own"].astype(bool), "family"].str.casefold()) <= known
    assert entries["entry"].is_unique and not entries["entry"].str.contains(r"\s").any()
    assert entries.loc[entries["kind"] == TOPIC, "entry"].str.startswith("topic-").all()


def test_uses_are_those_of_the_report_in_every_role(looked_up):
    report, entries, uses = looked_up
    n = uses.merge(entries[["entry", "kind", "family"]]).groupby(["kind", "family"]).size()
    assert n[PHRASE].sum() == len(report.phrase_hits)
    assert n[TOPIC].sum() == len(report.topic_hits)
    assert set(uses["role"]) >= {"answer", "question"}


def test_uses_stand_by_entry_then_by_date(looked_up):
    report, entries, uses = looked_up
    dates = uses["source"].map(report.sources.set_index("source")["date"])
    order = entries.reset_index().set_index("entry")["index"]
    keys = list(zip(uses["entry"].map(order), dates, strict=True))
    assert keys == sorted(keys)


def test_chosen_phrases_stand_in_their_released_contexts(looked_up):
    report, entries, uses = looked_up
    told = uses.merge(entries.loc[entries["kind"] == PHRASE, ["entry", "family"]])
    both = told.merge(
        report.contexts, left_on=["family", "source", "position"], right_on=["phrase", "source", "position"]
    )
    assert len(both) == len(report.contexts) > 0
    for side in ("left", "match", "right"):
        assert (both[f"{side}_x"] == both[f"{side}_y"]).all()


def test_no_word_is_shown_in_a_text_that_is_not_released_there(looked_up):
    report, _, uses = looked_up
    printed = [report.tokens[["source", "token"]].rename(columns={"token": "text"})]
    printed += [
        report.contexts[["source", side]].rename(columns={side: "text"})
        for side in ("left", "match", "right")
    ]
    released = {(row.source, word) for row in pd.concat(printed).itertuples() for word in words_of(row.text)}
    shown = {(row.source, word) for row in uses.itertuples() for text in row[5:8] for word in words_of(text)}
    assert shown and shown <= released


@cache
def words_of(text: str) -> frozenset[str]:
    return frozenset(fold_word(text[start:end]) for start, end in find_words(text))


def test_own_words_are_those_of_reference_sources(looked_up):
    report, _, uses = looked_up
    references = set(report.references["source"])
    assert set(uses.loc[uses["is_own"], "source"]) <= references
    assert set(uses.loc[uses["is_own"], "role"]) <= {"answer", "quote"}


def test_sentences_count_what_is_there():
    entries = pd.DataFrame({"kind": [PHRASE, TOPIC, TOPIC, "name"]})
    assert tell_entries(entries) == "There are 1 chosen phrase, 2 topics and 1 other expression."
    assert tell_entries(entries.tail(1)) == "There is 1 other expression."
    assert tell_entries(entries.head(0)) == "There is nothing to look up."
    many = pd.DataFrame({"kind": ["name"] * MOST_FOUND})
    assert tell_entries(many).endswith("of each kind found by counting the first 300 by rank.")
    uses = pd.DataFrame({"left": ["…", "… on", "", ""], "right": ["", "…", "", "…"]})
    assert tell_withheld(uses) == "Of 4 uses, 2 stand without a word beside."
    assert tell_withheld(uses.iloc[[2]]) == "Each use has a word beside it."
