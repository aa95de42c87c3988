"""What the page on sources says: whose words, how many, from when to when."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from corpus_of_three import renew_digests, write_rows
from reports import report_of

from analysis.pages.sources import (
    _name_days,
    _title_timeline,
    list_doubts,
    list_provenance,
    say_naive,
    say_roles,
    say_timeline,
    tell_deliveries,
    tell_doubts,
    tell_hits,
    tell_number,
)
from analysis.report import load_report


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ([500], "The speaker’s own words in 1 interview"),
        ([500, 500], "The speaker’s own words in 2 interviews"),
        ([300, 100], "Of the words counted, 75% are from Gazette, 1 May"),
        ([0, 0], "The speaker’s own words in 2 interviews"),
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
    """Shares of own words, a text each, whose source is named as in `report_of`."""
    names = [f"Gazette, {n} May" for n in range(1, len(own) + 1)]
    table = pd.DataFrame({"row": names, "source": names, "belongs": "own", "share": own})
    rest = table.assign(belongs="question", share=1 - table["share"])
    return pd.concat([table, rest]).assign(n_words=lambda t: t["share"] * 100)


def test_shares_of_own_words_are_a_span_or_one_number():
    title = say_roles(roles(0.5, 0.9), report_of(2))["title"]
    assert title == "Of the 2 texts counted, 50% to 90% of the words are the speaker’s own"
    assert (
        say_roles(roles(0.8), report_of(1))["title"]
        == "Of the words of the text counted, 80% are the speaker’s own"
    )


def test_a_second_text_of_an_interview_is_no_text_counted():
    """Two texts of 100 words each; the second, half narration, reports the first: 90 of 200 words are counted."""
    said = say_roles(roles(0.9, 0.5), report_of(1))
    assert said["title"] == "Of the words of the text counted, 90% are the speaker’s own"
    assert "Of 200 words in the files, 45% are counted" in said["caption"]


def test_an_interview_of_which_excerpts_stand_for_the_whole_is_named():
    report = report_of(2)
    report.references = report.references.assign(kind=["transcript", "excerpt"])
    assert "Of Gazette, 2 May only excerpts are at hand." in say_timeline(report.events, report)["caption"]
    assert "excerpts" not in say_timeline(report.events, report_of(2))["caption"]


SOURCES = pd.DataFrame(
    [("talk", "a", True), ("news", "a", False)], columns=["source", "event", "is_reference"]
)


@pytest.mark.parametrize(
    ("hits", "said"),
    [
        (
            [
                ("talk", "answer"),
                ("talk", "answer"),
                ("talk", "repeat"),
                ("news", "quote"),
                ("news", "narration"),
            ],
            "A plain search for phrases finds 5 hits: 2 are uses of the speaker’s, each counted once; 3 stand "
            "in a second text of an interview or in words printed twice, 0 in titles and labels, and 0 in "
            "what others say.",
        ),
        (
            [("talk", "answer"), ("talk", "apparatus"), ("talk", "question"), ("talk", "question")],
            "A plain search for phrases finds 4 hits: 1 is a use of the speaker’s; 0 stand in a second text of "
            "an interview or in words printed twice, 1 in titles and labels, and 2 in what others say.",
        ),
    ],
)
def test_hits_are_counted_once_told_again_or_said_by_others(hits, said):
    table = pd.DataFrame(hits, columns=["source", "role"])
    assert tell_hits(SimpleNamespace(phrase_hits=table, sources=SOURCES)) == said


def test_how_a_text_came_to_us_is_listed_with_whose_statement_that_is():
    rows = [("talk", "answers that the paper refused", "title of the text", "", "It says so")]
    provenance = pd.DataFrame(rows, columns=["source", "came", "said_by", "label", "reason"])
    names = {"talk": "Gazette, 1 May", "news": "Courier, 1 May"}
    report = SimpleNamespace(sources=SOURCES, provenance=provenance, text_names=names)
    assert list_provenance(report).to_numpy().tolist() == [
        ["Gazette, 1 May", "answers that the paper refused", "the text’s own title"],
        ["Courier, 1 May", "not known", "not known"],
    ]


@pytest.mark.parametrize(
    ("decided", "said"),
    [
        (
            [("written", "no"), ("spoken", "likely")],
            "25% were written and not spoken, and 75% are, or are likely",
        ),
        ([("spoken", "no")], "none were written and not spoken, and none are, or are likely"),
        ([], "is not stated."),
    ],
)
def test_what_was_written_and_what_is_translated_is_a_share_of_the_words(decided, said):
    report = report_of(2)
    report.events = report.events.assign(n_words=[100, 300])
    rows = [(name, *row) for name, row in zip(report.references["source"], decided, strict=False)]
    report.deliveries = pd.DataFrame(rows, columns=["source", "delivery", "translated"], dtype=object)
    assert said in tell_deliveries(report)


def test_words_of_which_nothing_is_stated_are_not_told_as_spoken():
    report = report_of(2)
    report.events = report.events.assign(n_words=[100, 300])
    row = (report.references["source"].iloc[0], "written", "no")
    report.deliveries = pd.DataFrame([row], columns=["source", "delivery", "translated"], dtype=object)
    assert tell_deliveries(report).endswith("translations. Of 75% neither is stated.")


def test_the_plain_count_is_set_beside_the_right_one():
    naive = pd.DataFrame({"row": ["words", "words"], "belongs": ["own", "copy"], "n": [75, 25]})
    said = say_naive(naive, report_of(1))
    assert said["title"] == "Of the words in the files, 25% are not the speaker’s, or are copies"
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
    renew_digests(built_corpus)
    report = load_report(built_corpus)
    assert list_doubts(report)[["doubt", "n"]].values.tolist() == [["repeat", 1]]
    assert list_doubts(report)["text"].tolist() == [report.text_names["2031-06-02-lantern"]]
    assert tell_doubts(report) == "1 place of 1 text is doubtful."


def test_a_text_tells_and_several_tell():
    assert [tell_number(n) for n in (1, 5)] == ["1 text reports", "5 texts report"]


def test_of_many_interviews_the_longest_is_no_title():
    few, many = (pd.DataFrame({"label": [f"e{i}" for i in range(n)], "date": "", "n_words": [99, *[50] * (n - 1)]})
                 for n in (3, 60))  # fmt: skip
    assert _title_timeline(few.set_index("label")["n_words"]) == "Of the words counted, 50% are from e0"
    assert _title_timeline(many.set_index("label")["n_words"]) == "The speaker’s own words in 60 interviews"


def test_days_are_told_as_far_as_they_are_known():
    assert _name_days(pd.Series(["", ""])) == ", of no known day"
    assert _name_days(pd.Series(["2031-05-01", ""])) == ", on 2031-05-01 (1 of no known day)"
    assert _name_days(pd.Series(["2031-05-01", "2031-06-01"])) == ", from 2031-05-01 to 2031-06-01"
