"""Notes under figures: whose words are counted, and why there is no interval."""

from __future__ import annotations

import pandas as pd
from reports import report_of

from analysis.pages.notes import note_files, note_own, note_reasons


def test_whose_words_are_counted_and_of_how_many_texts():
    assert note_own(report_of(2)) == (
        "Own words of Ingrid Halvarsen, one text an interview: 1,000 words in 2 interviews."
    )
    assert note_files(report_of(1)) == "1 text of 1 interview, 700 words in all."


def test_an_event_is_named_once_a_reason_and_where_none_is_missing_there_is_no_note():
    rows = [("Gazette", "few turns"), ("Gazette", "few turns"), ("Herald", "few turns"), ("Post", "")]
    measured = pd.DataFrame(rows, columns=["label", "reason"])
    assert note_reasons(measured) == " No interval for Gazette and Herald: few turns."
    assert note_reasons(measured.tail(1)) == ""
    none = measured.assign(why=None)
    assert note_reasons(none, reason="why") == ""
