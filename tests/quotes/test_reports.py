"""Second reports: their quotations beside the texts that stand for the events, and what is released of both."""

from __future__ import annotations

import pandas as pd
from quoted_sea import SPEAKER, TEXTS, sea_tables

from analysis.pages.quotes import count_linked
from analysis.quotes import check_reports, list_reports, show_quotes

COURIER = """The ferries of Ostrand

“Our engineers have measured 40 reefs near Port Selm,” Oldwick said in spring.

“The herring fleet pays half of the lighthouse,” she added. “Nobody paints the reef in winter,” said Oldwick.
"""
ECHO = """The reefs

“Nobody paints the reef in winter,” Oldwick said in spring.
"""


def check(**reports: str) -> pd.DataFrame:
    tables = sea_tables(**reports)
    return check_reports(**tables, texts=TEXTS | reports, speaker=SPEAKER)


def test_each_quotation_has_a_verdict_and_the_place_of_its_words():
    found = check(courier=COURIER)
    assert found["verdict"].tolist() == ["altered", "verbatim", "absent"]
    assert found["quotation"].tolist() == [1, 2, 3]
    assert found["source"].tolist() == ["spring", "spring", ""]
    assert found["n_words"].tolist() == [9, 8, 6]
    row = found.iloc[1]
    assert COURIER[row["start"] : row["end"]].startswith("“The herring fleet")
    assert TEXTS["spring"][row["source_start"] : row["source_end"]] == (
        "The herring fleet pays half of the lighthouse"
    )
    assert found.loc[2, ["source_start", "source_position"]].isna().all()


def test_no_report_is_evidence_for_another():
    found = check(courier=COURIER, echo=ECHO)
    assert found.loc[found["report"] == "echo", "verdict"].tolist() == ["absent"]


def test_without_a_second_report_there_is_a_table_without_rows():
    assert list_reports(sea_tables()["sources"]) == []
    assert check().columns.tolist() == check(courier=COURIER).columns.tolist()
    assert check().empty


def test_only_released_words_are_shown():
    quotes, tokens = check(courier=COURIER), sea_tables(courier=COURIER)["tokens"]
    released = tokens[tokens["norm"].isin(["our", "engineers", "reefs", "port", "selm", "40"])]
    shown = show_quotes(quotes, released)
    assert shown["quoted"].tolist() == ["Our engineers … 40 reefs … Port Selm", "…", "…"]
    assert shown["said"].tolist() == ["Our engineers … reefs … Port Selm", "…", ""]
    assert shown["both"].tolist() == ["engineers, reefs, port, selm", "", ""]
    assert shown["n_seen"].tolist() == [6, 0, 0]


def test_a_linked_sentence_around_an_absent_quotation_is_counted_once():
    quotes = pd.DataFrame({"report": ["news"] * 2, "quotation": [1, 2], "start": [10, 50], "end": [40, 60]})
    sentences = pd.DataFrame(
        {"source": ["news"] * 3, "sentence": [1, 2, 3], "start": [0, 20, 60], "end": [19, 45, 90]}
    )
    passages = pd.DataFrame({"report": ["news"] * 3, "report_sentence": [1, 2, 3]})
    assert count_linked(quotes, sentences, passages) == 1
    assert count_linked(quotes, sentences, passages.head(0)) == 0
