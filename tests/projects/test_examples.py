"""The example in six formats becomes a project whose counts one can check by reading it."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.phrases import find_chosen
from analysis.pipeline import build_full
from analysis.projects import make_project
from analysis.roles import OWN
from analysis.storage import Corpus, read_table

ROOT = Path(__file__).parents[2]
VARNIA = ROOT / "examples" / "varnia"


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return make_project(tmp_path_factory.mktemp("example") / "calder", VARNIA, speaker="Ines Calder").folder


def test_six_formats_are_read_and_the_report_belongs_to_its_interview(project):
    manifest = read_table(project, "manifest").set_index("source")
    assert len({path.suffix for path in VARNIA.iterdir()}) == 6
    assert manifest["kind"].value_counts().to_dict() == {"transcript": 6, "report": 1}
    assert manifest.at["2041-02-13-island-courier", "event"] == "2041-02-12-tidewater-post"
    assert manifest["event"].nunique() == 6


def test_who_asks_is_told_in_every_interview_and_no_day_is_missing(project):
    speakers = read_table(project, "speakers").query("role == 'question'")
    asks = {"Tidewater Post", "Host", "Moderator", "Varnia Herald", "Member", "Anchor"}
    assert set(speakers["label"]) == asks
    assert (read_table(project, "events")["date"] != "").all()


def test_what_she_says_is_counted_and_what_others_say_is_not(project):
    """By reading: she says it in three interviews; the report quotes one of them, and says it in its title."""
    corpus = Corpus(project)
    full = build_full(corpus)
    phrases = corpus.decisions["phrases"].query("pattern == 'ice does not wait for ministers'")
    hits = find_chosen(full["tokens"], phrases)
    assert sorted(hits["role"]) == ["answer", "answer", "answer", "apparatus", "quote"]
    own = full["segments"][full["segments"]["role"].isin(OWN)].groupby("source")["n_words"].sum()
    assert own["2041-12-01-question-time"] == 36 + 31 + 42 + 26  # her four answers
    assert set(own.index) == set(corpus.sources["source"])


def test_all_phrases_that_are_suggested_say_so(project):
    """Topics of longer texts say so as well: test_starter has them by hand."""
    phrases = read_table(project, "phrases")
    assert len(phrases) and phrases["reason"].str.startswith("suggested: ").all()
    assert read_table(project, "topics").empty  # 996 words are too few
