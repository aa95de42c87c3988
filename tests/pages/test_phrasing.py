"""Words for numbers, lists and ranges: right for none, one and many."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.pages.phrasing import (
    agree,
    begin,
    call_events,
    capitalise,
    count,
    itemise,
    join,
    most,
    name_drawn,
    one_or_range,
    out_of,
    percent,
    quote,
    span,
    tenths,
)


def test_words_for_numbers():
    assert [join([]), join("a"), join("ab"), join("abc")] == ["nothing", "a", "a and b", "a, b and c"]
    assert [count(0, "event"), count(1, "event"), count(1200, "word")] == [
        "0 events",
        "1 event",
        "1,200 words",
    ]
    assert out_of(1, 1, "event") == "the only event"
    assert [out_of(k, 3, "event") for k in (0, 1, 3)] == ["none of 3 events", "1 of 3 events", "all 3 events"]
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%",
        "under 1%",
        "50%",
        "over 99%",
        "100%",
    ]
    assert percent(np.nan) == "not available"
    assert most(pd.Series({"a": 2, "b": 2, "c": 1})) == ["a", "b"]
    assert most(pd.Series({"a": 0})) == most(pd.Series(dtype=float)) == []


def test_words_are_quoted_and_values_listed():
    assert quote(["salt tax", "open sea"]) == ["“salt tax”", "“open sea”"]
    assert itemise(pd.Series({"Trams": "12%", "Fish": "3%"}), " ") == "Trams 12%; Fish 3%"
    assert itemise(pd.Series(dtype=object), ": ") == ""
    assert [agree(n, "is", "are") for n in (0, 1, 2)] == ["are", "is", "are"]


def test_limits_are_written_as_their_number_is():
    assert span(11.84, 13.9, write=tenths) == "11.8 to 13.9"
    assert span(0.25, 1, write=percent, dash="–") == "25%–100%"


def test_a_speech_has_paragraphs_and_no_answers():
    assert (
        call_events("46 of 46 in one answer of an interview", "speech")
        == "46 of 46 in one paragraph of a speech"
    )
    assert call_events("The share of answers and of paragraphs", "speech") == "The share of paragraphs"
    assert (
        call_events("An answer, and what they answer to", "speech") == "A paragraph, and what they answer to"
    )
    assert call_events("one answer of two interviews", "period") == "one answer of two periods"


def test_the_article_goes_with_the_noun_also_over_the_end_of_a_line():
    assert call_events("one text; an\ninterview", "speech") == "one text; a\nspeech"


def test_shares_that_read_alike_are_told_once():
    said = [
        one_or_range(pd.Series(v), write=percent, one="{low}", several="{low} to {high}")
        for v in ([0.99, 0.999], [0.5, 0.9])
    ]
    assert said == ["99% or more", "50% to 90%"]


def test_a_sentence_begins_with_a_capital_and_a_name_stays():
    assert [begin("the report"), begin("nzz.example")] == ["The report", "nzz.example"]


def test_what_is_drawn_is_counted_only_where_something_is_left_out():
    assert name_drawn(3, 5, "phrase") == "3 of 5 phrases"
    assert name_drawn(3, 5, "phrase", first="the first ") == "the first 3 of 5 phrases"
    assert name_drawn(5, 5, "phrase", first="the first ") == "all 5 phrases"
    assert name_drawn(1, 1, "phrase") == "the only phrase"


def test_a_capital_begins_a_sentence_and_no_other_letter_changes():
    assert capitalise("alle 3 Stellen in Halm") == "Alle 3 Stellen in Halm"
    assert capitalise("") == ""
