"""What is found in each text by itself is found again only in those that changed, and always comes out the same."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from corpus_of_three import TEXTS, read_rows, write_corpus, write_rows, write_text

from analysis.pipeline import gathering
from analysis.pipeline.full import build_full
from analysis.pipeline.gathering import Gathering
from analysis.pipeline.jobs import list_jobs
from analysis.pipeline.steps import Steps
from analysis.sensitivity import other_ends
from analysis.sensitivity.other_ends import split_nowhere, split_plainly
from analysis.storage.corpus import Corpus

GAZETTE = next(iter(TEXTS))
OTHER = "Question: Who pays?\n\nMaren Oldwick: Few pay for the open harbours. We said so.\n"


@pytest.fixture
def data(tmp_path) -> Path:
    return write_corpus(tmp_path / "data")


def change(data: Path) -> None:
    """Change a text and a pattern."""
    write_text(data, GAZETTE, OTHER)
    patterns = data / "decisions" / "patterns.csv"
    write_rows(patterns, [*read_rows(patterns), ["fish", "pay*", "a guess"]])


def gather(data: Path, folder: Path | None = None) -> Gathering:
    corpus = Corpus(data)
    return Gathering(corpus, build_full(corpus), Steps(folder, list_jobs(corpus)))


def split_otherwise(gathering: Gathering) -> list[pd.DataFrame]:
    return [split(gathering.case).topic_hits for split in (split_plainly, split_nowhere)]


def test_sentences_are_split_otherwise_only_in_texts_that_have_changed(data, tmp_path, monkeypatch):
    seen: list[str] = []
    split_otherwise(gather(data, tmp_path))
    split = other_ends.list_starts
    monkeypatch.setattr(
        other_ends, "list_starts", lambda text, *rest: (seen.append(text), split(text, *rest))[1]
    )
    change(data)
    kept = split_otherwise(gather(data, tmp_path))
    assert [text.strip() for text in seen] == 2 * [OTHER.strip()]
    for one, other in zip(kept, split_otherwise(gather(data)), strict=True):
        pd.testing.assert_frame_equal(one, other)


@pytest.mark.usefixtures("without_recounts")
def test_sentences_split_otherwise_stay_where_nobody_asks_for_them(data, tmp_path):
    split_otherwise(gather(data, tmp_path))
    again = gather(data, tmp_path)
    assert again.sensitivity
    before = set(tmp_path.glob("*.step"))
    again._steps.clear()
    # Topics and phrases, what of each was sought, the words near them, the two rules, and what sensitivity says.
    assert len(before) == 8
    assert set(tmp_path.glob("*.step")) == before


def test_answers_are_cut_only_in_texts_that_have_changed(data, tmp_path, monkeypatch):
    seen: list[set[str]] = []
    cut = gathering.list_cut_chance

    def watch(tokens, segments):
        seen.append({*tokens["source"]})
        return cut(tokens, segments)

    monkeypatch.setattr(gathering, "list_cut_chance", watch)
    gather(data, tmp_path)._cut_answers()
    change(data)
    gather(data, tmp_path)._cut_answers()
    assert seen == [{*TEXTS}, {GAZETTE}]
