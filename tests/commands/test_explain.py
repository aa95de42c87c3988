"""A topic explained: hits in context, patterns without any, and where hand coding says otherwise."""

from __future__ import annotations

import csv
import io

import click
import pandas as pd
import pytest
from click.testing import CliRunner
from corpus_of_three import read_rows, write_rows

from analysis.__main__ import cli
from analysis.commands.explain_steps import COLUMNS, explain_topic, judge_paragraphs
from analysis.commands.explain_text import show_explanation
from analysis.errors import InputError
from analysis.storage.corpus import Corpus

# The forum's paragraphs: 3 waters, 4 branches, 6 harbours and the Agreement, 7 a settlement.
FORUM = "2031-09-20-forum"
CODED = [
    (FORUM, 3, "first", "harbours"),
    (FORUM, 3, "second", "harbours treaty"),
    (FORUM, 4, "first", ""),
    (FORUM, 6, "first", "harbours"),
    (FORUM, 7, "first", "treaty"),
    (FORUM, 8, "first", "harbours"),  # the footnote, which is no part of the coded text
]


@pytest.fixture
def coded_corpus(small_corpus):
    codings = [("source", "paragraph", "coder", "topics"), *CODED]
    write_rows(small_corpus / "decisions" / "coding" / "topics.csv", codings)
    path = small_corpus / "decisions" / "patterns.csv"
    added = [["treaty", "accord*", "another word for it"], ["treaty", "-Signed in", "a date"]]
    write_rows(path, [*read_rows(path), *added])
    return small_corpus


def explain(data, topic="treaty"):
    return explain_topic(topic, Corpus(data))


def rows_of(explained, **wanted):
    rows = explained.rows
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    return rows


def test_hits_stand_in_context_with_what_was_coded(coded_corpus):
    forum = rows_of(explain(coded_corpus), fate="counts", source=FORUM)
    assert forum[["pattern", "paragraph", "role", "coded", "topics"]].values.tolist() == [
        ["Lighthouse Agreement", 6, "answer", "no", "harbours"],
        ["settlement", 7, "answer", "yes", "treaty"],
    ]
    assert forum["match"].tolist() == ["Lighthouse Agreement", "settlement"]
    assert forum["left"].tolist()[1] == "I do not promise a long-term "
    assert forum["right"].tolist()[1].startswith(" by winter. I promise")


def test_matches_that_do_not_count_are_told_apart(coded_corpus):
    explained = explain(coded_corpus)
    (cancelled,) = rows_of(explained, fate="cancelled").itertuples()
    assert (cancelled.pattern, cancelled.match, cancelled.role, cancelled.coded) == (
        "sign*",
        "Signed",
        "note",
        "",
    )
    assert rows_of(explained, fate="cancels")["match"].tolist() == ["Signed in"]
    assert rows_of(explained, fate="never found")["pattern"].tolist() == ["accord*"]


def test_coded_paragraphs_without_a_hit_are_listed_whole(coded_corpus):
    (missed,) = rows_of(explain(coded_corpus), fate="missed").itertuples()
    assert (missed.source, missed.paragraph, missed.coded) == (FORUM, 3, "disputed")
    assert missed.right.startswith("The shared waters are not a border.")
    assert missed.right.endswith("before it learns to write.")


def test_the_topic_is_scored_where_coders_agree(coded_corpus):
    # agreed are paragraphs 4, 6 and 7; found in 6 and 7, coded in 7
    explained = explain(coded_corpus)
    assert explained.n_read == 5
    assert explained.score[["n_coded", "n_predicted", "n_both", "precision", "recall"]].tolist() == [
        1,
        2,
        1,
        0.5,
        1,
    ]


def test_the_pattern_with_most_hits_comes_first_and_texts_are_in_order(coded_corpus):
    hits = rows_of(explain(coded_corpus), fate="counts")
    sizes = hits.groupby("pattern", sort=False).size()
    assert sizes.index[0] == "Lighthouse Agreement" and sizes.is_monotonic_decreasing
    first = hits[hits["pattern"] == "Lighthouse Agreement"]
    assert first[["source", "start"]].values.tolist() == sorted(first[["source", "start"]].values.tolist())


def test_coders_agree_or_not():
    codings = pd.DataFrame(CODED, columns=["source", "paragraph", "coder", "topics"])
    judged = judge_paragraphs(codings, "treaty").set_index("paragraph")
    assert judged["coded"].to_dict() == {3: "disputed", 4: "no", 6: "no", 7: "yes", 8: "no"}
    assert judged["topics"].to_dict() == {
        3: "harbours treaty",
        4: "",
        6: "harbours",
        7: "treaty",
        8: "harbours",
    }


def lines_of(explained, width):
    return "\n".join(show_explanation(explained, width=width)).splitlines()


@pytest.mark.parametrize("width", [10, 80, 200])
def test_lines_keep_to_the_width(coded_corpus, width):
    lines = [click.unstyle(line) for line in lines_of(explain(coded_corpus), width)[5:]]
    assert max(map(len, lines)) <= max(width, 80)


def test_the_lines_for_a_person(coded_corpus):
    text = click.unstyle("\n".join(lines_of(explain(coded_corpus), 120)))
    assert text.startswith(
        "Agreements (treaty)\nPapers that were signed or should be\n5 patterns, 3 with hits: "
    )
    assert "5 paragraphs read, 1 of them about the topic; found 2, 1 of them rightly: precision 0.50" in text
    assert f"! {FORUM} 6 answer " in text and f"+ {FORUM} 7 answer " in text
    assert "the Lighthouse Agreement¹ needs nothing" in text
    assert "-Signed in  cancels in 1 place" in text
    assert "Never found: 1 pattern\n  accord*" in text
    assert (
        f"Found, but coded otherwise: 1 paragraph\n  {FORUM} 6  coded harbours: Lighthouse Agreement" in text
    )
    assert (
        f"Coded so, but not found: 1 paragraph\n  {FORUM} 3  coded harbours treaty: The shared waters" in text
    )


def test_matches_stand_one_under_the_other(coded_corpus):
    explained = explain(coded_corpus)
    text = click.unstyle("\n".join(lines_of(explained, 160))).split("Never found")[0]
    lines = [line for line in text.splitlines() if line[2:7] == "2031-"]
    matches = explained.rows.query("fate in ['counts', 'cancels']")["match"]
    pairs = zip(lines, matches, strict=True)
    columns = [{i for i in range(40, 160) if line.startswith(match, i)} for line, match in pairs]
    assert set.intersection(*columns)


def test_without_hand_coding_hits_are_listed_all_the_same(small_corpus):
    explained = explain(small_corpus)
    assert explained.score is None and set(explained.rows["coded"]) == {""}
    assert "hand coding: 0 paragraphs read" in lines_of(explained, 100)
    said = "hand coding: 2 paragraphs read, the coders disagree about the topic in all of them"
    assert said in lines_of(explained._replace(n_read=2), 100)


def test_a_topic_without_patterns_or_hits_is_explained(coded_corpus):
    path = coded_corpus / "decisions" / "patterns.csv"
    write_rows(path, [*[row for row in read_rows(path) if row[0] != "fish"], ["fish", "whale*", "x"]])
    assert explain(coded_corpus, "fish").rows["fate"].tolist() == ["never found"]
    write_rows(path, [row for row in read_rows(path) if row[0] != "fish"])
    explained = explain(coded_corpus, "fish")
    assert explained.rows.empty
    assert lines_of(explained, 80)[2].startswith("0 patterns, 0 with hits")


def run_explain(*arguments):
    return CliRunner().invoke(cli, ["explain", *map(str, arguments)], catch_exceptions=False)


def test_the_command_prints_csv_that_is_complete_and_stable_and_writes_nothing(coded_corpus):
    before = {file: file.read_bytes() for file in coded_corpus.rglob("*.*")}
    first, second = (run_explain("treaty", "--data", coded_corpus, "--format", "csv") for _ in range(2))
    rows = list(csv.DictReader(io.StringIO(first.stdout)))
    assert first.stdout == second.stdout and list(rows[0]) == COLUMNS
    assert len(rows) == len(explain(coded_corpus).rows)
    assert {file: file.read_bytes() for file in coded_corpus.rglob("*.*")} == before


def test_the_command_prints_plain_text_into_a_pipe(coded_corpus):
    out = run_explain("treaty", "--data", coded_corpus).stdout
    assert out.startswith("Agreements (treaty)\n") and "\x1b" not in out


def test_an_unknown_topic_is_refused_with_those_there_are(coded_corpus):
    message = r"topics.csv: no topic is called 'whales'; the topics are fish, harbours, treaty\.$"
    with pytest.raises(InputError, match=message):
        run_explain("whales", "--data", coded_corpus)
