"""Data folders of every shape: what each report says, and which chapters it has."""

from __future__ import annotations

import any_corpus
import pytest
from data_folders import make_least

import analysis as refrain
from analysis.pages.headlines import BADGES, MOST, count_headlines, list_headlines
from analysis.pages.lead import tell_choice, tell_found, tell_lists
from analysis.pages.periods import name_events, rate_over_time
from analysis.pages.readability_prose import list_conversation, tell_languages

ENGLISH_ONLY = ("flesch_reading_ease", "dale_chall", "smog")


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    """Make a folder once and load it."""
    loaded = {}

    def load_once(make, *given):
        key = (make.__name__, *given)
        if key not in loaded:
            loaded[key] = refrain.load_report(make(tmp_path_factory.mktemp(make.__name__) / "data", *given))
        return loaded[key]

    return load_once


def list_left_out(report) -> set[str]:
    chapters = refrain.pages.list_chapters(report)
    return set(chapters.loc[chapters["reason"] != "", "chapter"])


def test_one_speech_has_its_readability_and_no_empty_chapter(load):
    report = load(any_corpus.make_one_speech)
    phrases = {"phrases", "concordance", "ledger"}
    everything = {"topics", "dictionary", "validation", "vocabulary", "versions", "quotes", *phrases}
    assert list_left_out(report) == everything
    assert name_events("1 interview", report) == "1 speech"
    assert tell_found(refrain.list_families(report.uses, report.segments, report.sources), report).startswith(
        "There is one event"
    )


def test_speeches_are_called_speeches(load):
    report = load(any_corpus.make_speeches)
    assert list_left_out(report) == {"validation", "versions", "quotes"}
    said = refrain.pages.sources.say_timeline(report.events, report)
    assert "3 speeches" in said["caption"] and "interview" not in " ".join(said.values())


def test_a_second_guest_is_nobody_else(load):
    report = load(any_corpus.make_panel)
    assert {"answer", "question", "other"} <= set(report.segments["role"])
    assert "versions" in list_left_out(report)


def test_german_has_no_english_score_and_no_expression_of_function_words(load):
    report = load(any_corpus.make_german)
    scores = refrain.readability.measure_bands(
        *list_conversation(report), refrain.readability.FORMULAS, by=["date", "label", "role"]
    )
    scored = set(scores.loc[scores["score"].notna(), "formula"])
    assert scored and scored.isdisjoint(ENGLISH_ONLY)
    assert set(scores.loc[scores["formula"] == "smog", "reason"]) == {"no formula for German"}
    families = refrain.list_families(report.uses, report.segments, report.sources)["family"]
    found = [*families, *refrain.find_phrases(report.tokens, report.sources)["phrase"]]
    assert found and not {"und die", "und das"} & {words.casefold() for words in found}
    assert not [words for words in found if words.casefold().startswith(("und ", "die "))]
    assert "German" in tell_languages(report) and "German" in tell_lists(report)


def test_many_events_are_told_by_period(load):
    report = load(any_corpus.make_events, 9)
    rates = rate_over_time(report)
    assert 2 <= rates["event"].nunique() <= 8 and "period" in rates
    assert not rates.duplicated(["event", "topic"]).any()


def test_what_nobody_named_is_said_to_be_found(load):
    report = load(any_corpus.make_german)
    assert tell_choice(report).startswith("Nobody has named a phrase")
    assert {"topics", "dictionary"} <= list_left_out(report)


@pytest.mark.parametrize(
    "make",
    [any_corpus.make_one_speech, any_corpus.make_speeches, any_corpus.make_german, any_corpus.make_panel],
)
def test_the_summary_has_sentences_and_none_leads_to_a_chapter_left_out(load, make):
    report = load(make)
    shares = refrain.counting.count_roles(report.segments, report.sources)
    shares = shares.assign(row=shares["source"].map(report.text_names))
    told = list_headlines(count_headlines(report), report, shares=shares)
    assert 2 <= len(told) <= MOST
    for headline in told:
        assert headline.text.endswith(".")
        assert headline.text[0].isupper() or headline.text[0] in "“0123456789"
        assert report.occasion == "interview" or "interview" not in headline.text
        assert headline.badge in BADGES
        assert headline.evidence.partition(".html")[0] not in list_left_out(report)
        assert "nan" not in headline.text and "nothing" not in headline.text


def test_whatever_comes_back_can_be_looked_up_and_nothing_is_an_empty_list(load):
    concordance = refrain.pages.concordance
    entries = concordance.list_entries(load(any_corpus.make_german))
    assert len(entries) and entries["entry"].str.fullmatch(r"[^\W\d_][\w-]*").all()
    nothing = load(any_corpus.make_one_speech)
    assert concordance.list_entries(nothing).empty
    assert concordance.list_uses(nothing, concordance.list_entries(nothing)).empty
    silent = load(make_least)  # phrases are decided, and none is said
    entries = concordance.list_entries(silent)
    uses = concordance.list_uses(silent, entries)
    assert len(entries) and uses.empty and concordance.tell_withheld(uses).startswith("No use")
