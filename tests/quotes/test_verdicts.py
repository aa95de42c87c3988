"""What is said of a quotation: each verdict on a sentence that one can look up in two short interviews."""

from __future__ import annotations

import pytest
from quoted_sea import SPRING, TEXTS, judge_article, judge_one, sea_index

from analysis.formats import ANOTHERS, NOBODYS, NOT_SPOKEN, TOLD
from analysis.quotes import COLUMNS, VERDICTS
from analysis.quotes.judging import judge
from analysis.quotes.wording import read_wording

VERDICT = {
    "Our engineers have measured 14 reefs near Port Selm.": "verbatim",
    "our engineers have measured 14 reefs near Port Selm": "verbatim",  # case and stops are the outlet's
    "Our engineers have measured fourteen reefs": "verbatim",  # figures and words
    "We do not sell lamps": "verbatim",  # contraction
    "We will not recognize the northern border": "verbatim",  # spelling
    "Patience is our oldest harbour and our cheapest anchor": "verbatim",  # over a note of the editor's
    "honest prices": "verbatim",
    "The Ostrand council knows this, because the charts were printed in Veld": "condensed",  # without an aside
    "The Ostrand council … because the charts were printed in Veld": "condensed",
    "Our engineers have measured [...] reefs near Port Selm": "condensed",
    "[They] have measured 14 reefs near Port Selm": "verbatim",
    "Our [people] have measured 14 reefs near Port Selm": "condensed",
    "We will recognise the northern border of 1987": "altered",  # the denial is gone
    "Our engineers have not measured 14 reefs near Port Selm": "altered",
    "We sell lamps": "altered",
    "Our engineers have measured 40 reefs near Port Selm": "altered",
    "Our engineers have measured 14 reefs near Port Kessel": "altered",
    "The herring fleet pays most of the lighthouse": "altered",
    "We will close the salt market": "verbatim",
    "Winter storms have broken eleven bridges. The fishermen of Veld expect honest prices": "stitched",
    "Will the wooden ferries of Ostrand sail again before the summer regatta": "asked",
    "The minister has never visited our smokehouses in Kessel": "other",
    "Satellites orbit without any fuel on Tuesdays": "absent",
}


@pytest.mark.parametrize("quote", VERDICT)
def test_each_verdict(quote):
    assert judge_one(quote)["verdict"] == VERDICT[quote]


def test_every_verdict_is_one_of_those_listed():
    assert set(VERDICT.values()) | {"translation"} == set(VERDICTS)


def test_a_row_says_where_and_what():
    found = judge_one("Our engineers have measured 40 reefs near Port Selm")
    said = "Our engineers have measured 14 reefs near Port Selm"
    assert list(found) == COLUMNS
    assert (found["source"], found["said"]) == ("spring", said)
    assert TEXTS["spring"][found["start"] : found["end"]] == said
    assert 0.5 < found["confidence"] < 1


def test_words_changed_at_an_end_belong_to_the_place():
    assert judge_one("Their engineers have measured 14 reefs near Port Selm")["said"].startswith(
        "Our engineers"
    )


def test_a_denial_right_before_a_quotation_that_is_printed_as_a_sentence_turns_it():
    cut = "Recognise the northern border of 1987"
    assert judge_one(cut, before="He told them:")["verdict"] == "altered"
    assert judge_one(cut, before="He did not say:")["verdict"] == "verbatim"
    assert (
        judge_one(cut.lower(), before="He said they would")["verdict"] == "verbatim"
    )  # words as they were said


def test_a_sentence_of_the_same_make_about_other_things_is_not_a_changed_one():
    assert judge_one("Our engineers have rebuilt twelve lamps near Port Selm")["verdict"] != "altered"


def test_a_condition_that_is_left_out_turns_a_sentence():
    said = judge_one("If the islanders agree, we will close the salt market")
    lost = judge_one(
        "Winter storms have broken eleven bridges. The islanders agree, we will close the salt market"
    )
    assert (said["verdict"], lost["verdict"]) == ("verbatim", "altered")


def test_an_absent_quotation_has_no_place():
    found = judge_one("Satellites orbit without any fuel on Tuesdays")
    assert found["source"] == found["said"] == ""


def test_other_words_for_a_sentence_lead_to_its_place():
    found = judge_one("Eleven bridges were broken when the winter storm came")
    assert (found["verdict"], found["said"]) == ("translation", "Winter storms have broken eleven bridges")
    assert found["confidence"] <= 0.6


def test_what_is_told_without_marks_may_shift_tense_and_person():
    told = judge_one("they would close the salt market if the islanders agreed", form=TOLD)
    wrong = judge_one("their engineers had measured 90 reefs near Port Selm", form=TOLD)
    assert (told["verdict"], wrong["verdict"]) == ("translation", "altered")


def test_what_is_given_to_somebody_else_is_not_judged():
    found = judge_one("Our engineers have measured 14 reefs near Port Selm", given=ANOTHERS)
    assert (found["verdict"], found["source"]) == ("other", "")


@pytest.mark.parametrize(("quote", "given"), [("Satellites", NOBODYS), ("Sleep My Little Town", NOT_SPOKEN)])
def test_a_word_in_marks_and_a_title_are_no_quotations(quote, given):
    assert judge_one(quote, given=given) == {}


def test_the_more_is_shared_the_surer_the_verdict():
    short, longer = "honest prices", "The fishermen of Veld expect honest prices and a quiet autumn"
    assert judge_one(short)["confidence"] < judge_one(longer)["confidence"]


def test_a_source_can_be_left_out():
    index = sea_index()
    assert index.find_source(SPRING) == 0 and index.find_source(SPRING + " ") is None
    places = index.places_of(index.number["herring"])
    assert [index.voice_at(place) for place in places] == [0]
    assert [index.without(0).voice_at(place) for place in places] == [3]
    quote = "Our engineers have measured 14 reefs near Port Selm"
    verdicts = [judge(read_wording(quote, one), one).verdict for one in (index, index.without(0))]
    assert verdicts == ["verbatim", "absent"]


ARTICLE = """The minister of the sea, Mara Oldwick, spoke in Port Selm on Monday.

“Our engineers have measured 14 reefs,” she said, “near Port Selm.”

«We will recognise the northern border of 1987», the minister said.

Ivo Sand called the plan “a costly adventure of the ministry”.

Oldwick said that winter storms had broken eleven bridges.
"""


def test_an_article_is_checked_quotation_by_quotation():
    found = judge_article(ARTICLE)
    assert list(zip(found["quote"], found["verdict"], strict=True)) == [
        ("Our engineers have measured 14 reefs", "verbatim"),
        ("near Port Selm.", "verbatim"),
        ("We will recognise the northern border of 1987", "altered"),
        ("a costly adventure of the ministry", "other"),
        ("winter storms had broken eleven bridges", "translation"),
    ]
