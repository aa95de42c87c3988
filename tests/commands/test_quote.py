"""`refrain quote`: an article or one quotation, with the texts and with released words alone."""

from __future__ import annotations

import csv
import io

import pytest
from click.testing import CliRunner
from corpus_of_three import SPEAKERS, write_rows

from analysis.__main__ import cli
from analysis.errors import InputError

COLUMNS = ["source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"]
SAID = "The shared waters were divided on a map that no fisherman had drawn."
TALK = f"""Question: Who is to blame for the quarrel over the ferries?

Maren Oldwick: Nobody should speak of blame. {SAID} Forty lamps burn in Port Selm.
"""
ARTICLE = """Port Selm. The minister of the sea, Maren Oldwick, spoke on Monday.

“The shared waters were divided on a map that a fisherman had drawn,” Oldwick said.

“Satellites orbit without any fuel on Tuesdays,” she added.

Ivo Sand called it “a costly adventure of the ministry”. It was a “farce” to many.
"""


@pytest.fixture
def data(tmp_path):
    """A data folder with one interview, whose texts lie beside it."""
    folder = tmp_path / "data"
    write_rows(
        folder / "sources" / "manifest.csv", [COLUMNS, ["talk", "talk", "", "", "transcript", *[""] * 5]]
    )
    events = [["event", "date", "interviewer"], ["talk", "2031-05-01", "Evening Post"]]
    write_rows(folder / "sources" / "events.csv", events)
    write_rows(folder / "decisions" / "speakers.csv", SPEAKERS[:3])
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "talk.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def run(data, what, *options):
    texts = ["--texts", str(data.parent / "texts")]
    args = ["quote", str(what), "--data", str(data), *texts, *options]
    return CliRunner().invoke(cli, args, catch_exceptions=False, obj=iter)


def rows(data, what):
    return list(csv.DictReader(io.StringIO(run(data, what, "--format", "csv").stdout)))


def test_one_quotation_as_csv(data):
    (row,) = rows(data, f"“{SAID}”")
    assert row == {
        "quote": SAID,
        "verdict": "verbatim",
        "source": "talk",
        "start": str(TALK.index(SAID)),
        "end": str(TALK.index(SAID) + len(SAID) - 1),
        "said": SAID.rstrip("."),
        "confidence": row["confidence"],
    }
    assert 0.9 < float(row["confidence"]) <= 1


def test_an_article_quotation_by_quotation(data):
    found = [(row["quote"], row["verdict"]) for row in rows(data, data.parent / "article.txt")]
    assert found == [
        ("The shared waters were divided on a map that a fisherman had drawn", "altered"),
        ("Satellites orbit without any fuel on Tuesdays", "absent"),
        ("a costly adventure of the ministry", "other"),
    ]


def test_text_shows_what_was_changed_and_the_sentence_beside_it(data):
    said = run(data, data.parent / "article.txt").stdout
    assert "divided on a map that [-no-] {+a+} fisherman had drawn" in said
    assert "changed: denial: “no” became “a”" in said and f"text: {SAID.rstrip('.')}" in said
    assert "other: given to somebody else, not checked: “a costly adventure of the ministry”" in said


def test_absent_names_what_the_corpus_covers_and_nothing_is_passed_over_in_silence(data):
    said = run(data, data.parent / "article.txt", "--format", "csv").stderr
    assert "absent: this corpus covers sources: 1, events: 1 (2031-05-01)" in said
    assert "not checked, for nobody is said to speak it" in said and "“farce”" in said


def test_html_is_one_page_with_words_marked_and_signs_escaped(data):
    page = run(data, "Forty <lamps> burned in Port Selm", "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>") and page.rstrip().endswith("</html>")
    assert "<lamps>" not in page and "<ins>" in page and "http" not in page


def test_the_index_is_kept_and_follows_the_texts(data):
    assert rows(data, "Ninety lamps burn")[0]["verdict"] == "absent"
    index = data / ".parts" / "quotes.index"
    before = index.stat().st_mtime_ns
    rows(data, "Forty lamps burn in Port Selm")
    assert index.stat().st_mtime_ns == before
    (data.parent / "texts" / "talk.txt").write_text(TALK.replace("Forty", "Ninety"), encoding="utf-8")
    assert rows(data, "Ninety lamps burn")[0]["verdict"] == "verbatim"


def test_an_article_that_is_in_the_corpus_is_not_checked_against_itself(data):
    found = run(data, data.parent / "texts" / "talk.txt", "--format", "csv")
    assert "talk: this is the article itself, so that it is not searched." in found.stderr


def test_released_words_alone_are_searched_and_it_is_said(data):
    run_tables = ["tables", "--data", str(data), "--texts", str(data.parent / "texts")]
    assert CliRunner().invoke(cli, run_tables, catch_exceptions=False, obj=iter).exit_code == 0
    args = ["quote", SAID, "--data", str(data), "--format", "csv"]
    found = CliRunner().invoke(cli, args, catch_exceptions=False, obj=iter)
    (row,) = csv.DictReader(io.StringIO(found.stdout))
    assert "only released words are searched" in found.stderr
    assert row["verdict"] in ("absent", "translation") and row["start"] == row["end"] == ""


def test_a_name_of_no_file_is_a_quotation_and_one_is_told(data):
    assert "there is no such file" in run(data, "artcle.txt").stderr
    assert "this is a folder" in run(data, str(data)).stderr


@pytest.mark.parametrize("what", ["", "“”", " … "])
def test_no_words_no_answer(data, what):
    with pytest.raises(InputError, match="has no words"):
        run(data, what)


def test_an_article_without_quotations_says_so(data):
    (data.parent / "plain.txt").write_text("It rained in Port Selm on Monday.", encoding="utf-8")
    found = run(data, data.parent / "plain.txt", "--format", "csv")
    assert "no quotation" in found.stderr and found.stdout.count("\n") == 1
