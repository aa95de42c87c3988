"""What the page on sources says: whose words, how many, from when to when."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from corpus_of_three import write_rows
from reports import report_of

from analysis.pages.sources import list_doubts, say_naive, say_roles, say_timeline, tell_doubts
from analysis.report import load_report


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ([500], "The speaker’s own words in 1 event"),
        ([500, 500], "The speaker’s own words in 2 events"),
        ([300, 100], "Gazette, 1 May, holds 75% of the speaker’s own words"),
        ([0, 0], "The speaker’s own words in 2 events"),
    ],
)
def test_the_longest_event_is_named_if_there_is_one(words, title):
    report = report_of(len(words))
    said = say_timeline(report.events.assign(n_words=words), report)
    assert said["title"] == title


def test_one_event_has_a_day_and_several_a_span():
    assert "on 2031-05-01" in say_timeline(report_of(1).events, report_of(1))["caption"]
    assert "from 2031-05-01 to 2031-05-03" in say_timeline(report_of(3).events, report_of(3))["caption"]


def roles(*own: float) -> pd.DataFrame:
    table = pd.DataFrame({"row": [f"text {n}" for n in range(len(own))], "belongs": "own", "share": own})
    rest = table.assign(belongs="question", share=1 - table["share"])
    return pd.concat([table, rest]).assign(n_words=lambda t: t["share"] * 100)


def test_shares_of_own_words_are_a_span_or_one_number():
    assert say_roles(roles(0.5, 0.9), report_of(2))["title"].startswith("From 50% to 90%")
    assert say_roles(roles(0.8), report_of(1))["title"].endswith("80% are the speaker’s own")


def test_the_plain_count_is_set_beside_the_right_one():
    naive = pd.DataFrame({"row": ["words", "words"], "belongs": ["own", "copy"], "n": [75, 25]})
    said = say_naive(naive, report_of(1))
    assert said["title"] == "Of the words in the files, 25% must not count as the speaker’s"
    assert "75 of 100 words" in said["caption"]
    assert say_naive(naive.head(1), report_of(1))["title"] == "The plain count and the right one"


def doubting(*rows: tuple[str, str, str, str]) -> SimpleNamespace:
    """A report with doubts (source, kind, decided, remedy) on texts with names."""
    table = pd.DataFrame(rows, columns=["source", "kind", "decided", "remedy"])
    return SimpleNamespace(doubts=table, text_names={"a": "Gazette, 1 May", "b": "Courier, 2 May"})


LABEL_TWICE = [
    ("a", "looks like a label", "Peace is speech", "decide Peace"),
    ("a", "only one voice", "all is hers", "check"),
    ("a", "looks like a label", "Bread is speech", "decide Bread"),
    ("b", "looks like a label", "Water is speech", "decide Water"),
]


def test_doubts_are_listed_by_text_and_kind_with_the_first_of_each():
    listed = list_doubts(doubting(*LABEL_TWICE))
    assert list(listed.itertuples(index=False, name=None)) == [
        ("Gazette, 1 May", "looks like a label", 2, "Peace is speech", "decide Peace"),
        ("Gazette, 1 May", "only one voice", 1, "all is hers", "check"),
        ("Courier, 2 May", "looks like a label", 1, "Water is speech", "decide Water"),
    ]
    assert list(listed) == ["text", "doubt", "n", "decided", "remedy"]


def test_without_doubts_the_list_keeps_its_columns():
    listed = list_doubts(doubting())
    assert listed.empty and list(listed) == ["text", "doubt", "n", "decided", "remedy"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "No place of these texts is doubtful."),
        (LABEL_TWICE[:1], "1 place of 1 text is doubtful."),
        (LABEL_TWICE[:2], "2 places of 1 text are doubtful."),
        (LABEL_TWICE, "4 places of 2 texts are doubtful."),
    ],
)
def test_doubtful_places_are_counted(rows, said):
    assert tell_doubts(doubting(*rows)) == said


def test_doubts_of_a_real_report_bear_the_names_of_its_texts(built_corpus):
    columns = ["source", "start", "end", "kind", "decided", "remedy"]
    rows = [columns, ["2031-06-02-lantern", 3, 9, "repeat", "the second printing", "look"]]
    write_rows(built_corpus / "tables" / "doubts.csv", rows)
    report = load_report(built_corpus)
    assert list_doubts(report)[["doubt", "n"]].values.tolist() == [["repeat", 1]]
    assert list_doubts(report)["text"].tolist() == [report.text_names["2031-06-02-lantern"]]
    assert tell_doubts(report) == "1 place of 1 text is doubtful."
