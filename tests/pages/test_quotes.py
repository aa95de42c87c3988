"""What is said of checked quotations: their verdicts, what absence means, how much of them is seen."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from analysis.pages.contents import RULES
from analysis.pages.quotes import (
    MEANINGS,
    NO_REPORT,
    list_quotes,
    list_verdict_counts,
    tell_absent,
    tell_quotes,
    tell_seen,
)
from analysis.quotes import VERDICTS
from analysis.quotes.reports import COLUMNS

SOURCES = pd.DataFrame(
    {
        "source": ["talk", "news"],
        "kind": ["transcript", "report"],
        "is_reference": [True, False],
        "date": ["2031-03-14", "2031-03-15"],
    }
)
QUOTES = pd.DataFrame(
    [
        ("news", 1, 10, 40, 3, 4, "quotation", "verbatim", 0.9, "talk", 70, 99, 12, 4),
        ("news", 2, 50, 60, 9, 2, "clause", "absent", 0.8, "", pd.NA, pd.NA, pd.NA, pd.NA),
    ],
    columns=COLUMNS,
)
TOKENS = pd.DataFrame(
    [("news", 4, "harbours"), ("talk", 13, "harbours")], columns=["source", "position", "token"]
)
SENTENCES = pd.DataFrame({"source": ["news"], "sentence": [2], "start": [45], "end": [70]})


def report_of(quotes: pd.DataFrame = QUOTES, sources: pd.DataFrame = SOURCES, **more) -> SimpleNamespace:
    rest = {
        "tokens": TOKENS.assign(norm=TOKENS["token"]),
        "sentences": SENTENCES,
        "passages": pd.DataFrame({"report": ["news"], "report_sentence": [2]}),
        "references": sources[sources["is_reference"]],
        "text_names": {"talk": "Gazette, 14 Mar", "news": "Courier, 15 Mar"},
    }
    return SimpleNamespace(quotes=quotes, sources=sources, **(rest | more))


def test_the_verdicts_are_counted():
    assert tell_quotes(report_of()) == (
        "1 second report tells of an event for which another text stands. 2 quotations, and clauses that tell what "
        "was said, were checked. Verdicts, explained below: 1 verbatim and 1 absent."
    )
    assert tell_quotes(report_of(QUOTES.head(0))).endswith("No quotation was found in it.")
    assert tell_quotes(report_of(QUOTES.head(0), SOURCES.head(1))) == NO_REPORT


def test_absent_never_means_that_it_was_not_said():
    said = tell_absent(report_of())
    assert "(1 text, 2031-03-14), and never that it was not said" in said
    assert "Of 1 absent, 1 stands in a sentence that" in said
    alone = report_of(passages=pd.DataFrame({"report": [], "report_sentence": []}))
    assert "does the comparison of whole sentences find a counterpart" in tell_absent(alone)
    assert (
        tell_absent(report_of(QUOTES.head(1)))
        == "Each was found in the texts at hand, or is somebody else’s."
    )


def test_the_share_that_is_seen_is_told():
    assert "17% of those quoted" in tell_seen(report_of())  # one word of six
    assert tell_seen(report_of(QUOTES.head(0))) == "There are no words to show."


def test_every_verdict_has_a_meaning():
    assert set(MEANINGS) == set(VERDICTS)
    assert list_verdict_counts(report_of())["verdict"].tolist() == ["verbatim", "absent"]


def test_the_table_names_texts_as_pages_do():
    first, second = list_quotes(report_of()).to_dict("records")
    assert (first["source"], first["place"], first["quoted"]) == ("Gazette, 14 Mar", "70–99", "… harbours …")
    assert first["both"] == "harbours"
    assert (second["source"], second["place"], second["said"]) == ("", "", "")


def test_the_chapter_may_be_left_out():
    assert RULES["quotes"].reason == "no event has a second report"
