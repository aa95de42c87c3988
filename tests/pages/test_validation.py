"""The validation in words: true for one coder and for several, silent without any."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from chapters import show_chapters
from corpus_of_three import renew_digests, write_rows

from analysis.commands.code_text import print_scores
from analysis.figures.frame import show_figure
from analysis.figures.validation import plot_validation
from analysis.pages.validation import (
    Coding,
    describe_coding,
    list_agreement,
    list_coverage,
    list_shares,
    list_validation,
    say_validation,
    sort_scores,
    tell_agreement,
    tell_coding,
)
from analysis.report import load_report
from analysis.validation.agreement import measure_agreement
from analysis.validation.paragraphs import list_paragraphs, settle_codings, split_codings
from analysis.validation.scores import correct_shares, score_coding

NAMES = {"sea": "The sea", "sky": "The sky", "sand": "Sand"}


def code(*rows: tuple[int, str, str]) -> pd.DataFrame:
    """Codings (paragraph, coder, topics), split."""
    table = pd.DataFrame(rows, columns=["paragraph", "coder", "topics"]).assign(source="daily")
    return split_codings(table)


ONE_CODER = code(*((n, "ida", ["sea", "sky sea", ""][n % 3]) for n in range(12)))
PREDICTED = ONE_CODER[(ONE_CODER["topic"] == "sea") & (ONE_CODER["paragraph"] > 2)]
PLACES = pd.DataFrame({"source": "daily", "paragraph": range(12), "event": "may"})


def score() -> pd.DataFrame:
    return sort_scores(score_coding(PREDICTED, settle_codings(ONE_CODER), topics=list(NAMES)))


def test_topics_coded_most_often_stand_first_and_all_of_them_last():
    assert score()["topic"].tolist() == ["sea", "sky", "sand", "micro", "macro"]
    few = code(*((n, "ida", "sky" if n else "sea") for n in range(6)))
    ranked = sort_scores(score_coding(few[few["topic"] == "sea"], settle_codings(few), topics=list(NAMES)))
    assert ranked["topic"].tolist()[:2] == [
        "sky",
        "sea",
    ]  # though the dictionary finds no sky and all the sea


def test_scores_are_written_with_their_limits():
    listed = list_validation(score(), NAMES).set_index("topic")
    # the sea is coded in 8 paragraphs and found in 6 of them
    assert listed.loc["The sea", ["n_coded", "n_predicted", "n_both"]].tolist() == [8, 6, 6]
    assert listed.loc["The sea", "precision"] == "100% (61–100)"
    assert listed.loc["The sea", "recall"] == "75% (41–93)"
    assert listed.loc["Sand", "recall"] == "not available: no coded paragraph is about it"
    assert listed.index[-2:].tolist() == ["all decisions (micro)", "mean over topics (macro)"]


def test_shares_stand_by_what_is_counted():
    shares = correct_shares(PREDICTED, settle_codings(ONE_CODER), PLACES, topics=list(NAMES))
    listed = list_shares(shares, NAMES)
    assert listed["topic"].tolist()[0] == "The sea"
    assert listed["share_predicted"].tolist()[0] == "50%"
    assert listed["share"].tolist()[0].startswith("67% (")  # all paragraphs are coded, 8 of 12 with the sea


@pytest.mark.parametrize(
    ("coded", "sentence"),
    [
        (code(), "Nobody coded these paragraphs, so agreement among coders is not known here"),
        (ONE_CODER, "Only one coder read these paragraphs, so agreement among coders is not known here"),
        (
            code((1, "ida", "sea"), (2, "jon", "sea")),
            "No paragraph was read by two coders, so agreement among them is not known here",
        ),
        (
            code((1, "ida", "sea"), (1, "jon", "sea"), (2, "ida", "")),
            "2 coders; 1 paragraph read by two or more of them; alpha over all topics 1.00 "
            "(fewer than 10 paragraphs)",
        ),
    ],
)
def test_agreement_is_told_in_a_sentence(coded, sentence):
    assert tell_agreement(measure_agreement(coded, list(NAMES))) == sentence


def test_agreement_is_listed_only_where_two_read_along():
    assert list_agreement(measure_agreement(ONE_CODER, list(NAMES)), NAMES).empty
    jon = ONE_CODER.assign(coder="jon").query("paragraph != 4")
    listed = list_agreement(measure_agreement(pd.concat([ONE_CODER, jon]), list(NAMES)), NAMES)
    assert listed["topic"].tolist() == ["The sea", "The sky", "Sand", "all topics"]
    assert listed["n_paragraphs"].tolist() == [11] * 4
    assert listed["alpha"].tolist()[::2] == [
        "1.00 (the coders never disagree)",
        "not available: all decisions are the same",
    ]


def test_the_terminal_gets_all_three_tables():
    coded = settle_codings(ONE_CODER)
    shares = correct_shares(PREDICTED, coded, PLACES, topics=list(NAMES))
    printed = print_scores(measure_agreement(ONE_CODER, list(NAMES)), score(), shares)
    assert "Agreement of the coders\n(none)\nOnly one coder" in printed
    assert "75% (41–93)" in printed and "Share of paragraphs" in printed


ONE = Coding(coders=["ida"], n_read=12, n=20, n_questions=3, n_texts=1, n_all=4)
TWO = ONE._replace(coders=["ida", "jon"], n_texts=4)


def test_the_picture_says_how_much_is_found():
    topics = score().query("topic in ['sea', 'sky']")
    # 12 topics coded, 6 of them found, and nothing else: ten times that is enough for a title
    many = score().assign(n_coded=120, n_predicted=60)
    said = say_validation(topics, many, NAMES, coding=ONE)
    assert said["title"] == (
        "On 1 of 4 interviews, the dictionary finds 50% of what one coder noted, "
        "and 100% of what it finds was noted too"
    )
    assert "expect lower figures elsewhere" in said["subtitle"]
    assert "One coder, “ida”, read 12 of 20 paragraphs" in said["note"]
    assert "dictionary was written" not in said["note"]  # nothing tells when another one was
    assert "Below 75% in at least one of the two: The sky." in said["caption"]
    assert "The sea: 100%, 75%" in said["alt"]
    assert say_validation(topics, many, NAMES, coding=TWO)["title"].startswith(
        "On all 4 interviews, the dictionary finds 50% of what 2 coders noted"
    )


@pytest.mark.parametrize("few", [{}, {"n_coded": 120, "n_predicted": 19}, {"n_coded": 19, "n_predicted": 60}])
def test_a_share_of_few_codes_makes_no_title(few):
    topics = score().query("topic == 'sea'").assign(precision=1.0, recall=1.0)
    said = say_validation(topics, score().assign(**few), NAMES, coding=ONE)
    assert said["title"] == "How well the dictionary agrees with coded paragraphs"
    assert "in at least one of the two: none." in said["caption"]


@pytest.mark.parametrize("coding", [ONE, TWO, ONE._replace(n_read=1, n=1, n_questions=0, n_all=1)])
def test_nobody_becomes_people(coding):
    topics = score().query("topic in ['sea', 'sky']")
    said = " ".join(say_validation(topics, score(), NAMES, coding=coding).values())
    assert not re.search(r"\bpeople\b|by hand|\bbest\b", said)
    assert ("coders" in said) == (len(coding.coders) > 1)


@pytest.mark.parametrize(
    ("coding", "sentence"),
    [
        (
            ONE,
            "One coder, “ida”, read 12 of 20 paragraphs, on 1 of 4 interviews; questions among them: 3 (25%)",
        ),
        (
            TWO,
            "2 coders, “ida” and “jon”, read 12 of 20 paragraphs, on all 4 interviews; questions among them: 3 (25%)",
        ),
        (
            Coding(["first"], 1, 1, 0, 1, 1),
            "One coder, “first”, read 1 of 1 paragraph, on the only interview; questions among them: 0 (0%)",
        ),
        (Coding([], 0, 7, 0, 0, 3), "Nobody coded a paragraph of these interviews"),
    ],
)
def test_what_was_coded_is_told_in_a_sentence(coding, sentence):
    assert tell_coding(coding) == sentence


def test_what_was_coded_is_counted():
    roles = pd.DataFrame({"source": "daily", "paragraph": range(14), "role": ["question", "answer"] * 7})
    coding = describe_coding(ONE_CODER, PLACES, roles)
    assert coding == Coding(["ida"], 12, 12, 6, 1, 1)
    assert describe_coding(code(), PLACES, roles) == Coding([], 0, 12, 0, 0, 1)


def test_without_a_score_there_is_a_sentence_in_place_of_the_picture():
    nothing = sort_scores(score_coding(PREDICTED, settle_codings(code()), topics=list(NAMES)))
    coding = Coding([], 0, 12, 0, 0, 1)
    said = say_validation(nothing.head(0), nothing, NAMES, coding=coding)
    assert re.fullmatch(r"[A-Z][^.]+\.", said["caption"])
    figure = plot_validation(nothing.head(0), names=NAMES)
    assert show_figure(figure, name="validation", table=nothing.head(0), **said).svg == ""


def test_every_source_is_listed_coded_or_not(corpus_built_once):
    report = load_report(corpus_built_once)
    paragraphs = list_paragraphs(report.segments, report.sources)
    rows = [("2031-06-02-lantern", 3, coder, "fish") for coder in ("jon", "ida")]
    codings = pd.DataFrame(rows, columns=["source", "paragraph", "coder", "topics"])
    listed = list_coverage(report.replace(codings=codings), paragraphs).set_index("text")
    assert listed.loc["Radio Lantern, 2 Jun", ["n_coded", "coders"]].tolist() == [1, "ida and jon"]
    assert listed.loc["Harbour Gazette, 14 Mar (report)", "coders"] == "not coded"
    assert listed["n_paragraphs"].isna().tolist() == [
        False,
        True,
        False,
        False,
    ]  # the report repeats an event


def test_words_for_a_report_without_codings(corpus_built_once):
    report = load_report(corpus_built_once)
    listed = list_coverage(report, list_paragraphs(report.segments, report.sources))
    assert set(listed["coders"]) == {"not coded"} and (listed["n_coded"] == 0).all()


def test_the_page_shows_what_two_coders_of_another_corpus_say(built_corpus):
    folder = built_corpus
    places = list_paragraphs(*(getattr(load_report(folder), name) for name in ("segments", "sources")))
    rows = [
        (*place, coder, "fish treaty" if paragraph % (3 + (coder == "jon")) else "")
        for coder in ("ida", "jon")
        for *place, paragraph in places[["source", "paragraph", "paragraph"]].to_numpy().tolist()
    ]
    header = ["source", "paragraph", "coder", "topics"]
    write_rows(folder / "decisions" / "coding" / "topics.csv", [header, *rows])
    renew_digests(folder)
    shown = show_chapters(folder, "validation")["validation"]
    assert "2 coders, “ida” and “jon”, read" in shown and "all topics" in shown
    assert f"2 coders; {len(places)} paragraphs read by two or more of them; alpha" in shown
    assert not re.search(r"\bnan\b|\bNone\b", shown)


def test_a_dictionary_that_finds_nothing_has_a_neutral_title():
    scores = sort_scores(score_coding(PREDICTED.head(0), settle_codings(ONE_CODER), topics=list(NAMES)))
    said = say_validation(scores.head(2), scores, NAMES, coding=ONE)
    assert said["title"] == "How well the dictionary agrees with coded paragraphs"
    assert list_validation(scores, NAMES)["precision"][0] == "not available: predicted for no coded paragraph"
