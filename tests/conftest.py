"""Fixtures that several test modules share. What is built once is looked at by many, and changed by none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from corpus_of_three import write_corpus
from data_folders import NO_RECOUNTS, build_here
from made_once import make_once

from analysis.pipeline.build import Built, build_counts
from analysis.storage.corpus import Corpus


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """A data folder of invented interviews without tables; the texts are in its sources/texts."""
    return write_corpus(tmp_path / "data")


@pytest.fixture(scope="session")
def corpus_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder with its tables, for all tests together: look at it, never change it."""
    return make_once(tmp_path_factory, "three-events", lambda folder: build_here(write_corpus(folder)))


@pytest.fixture
def built_corpus(corpus_built_once: Path, tmp_path: Path) -> Path:
    """A copy of that folder, for one test."""
    return shutil.copytree(corpus_built_once, tmp_path / "built")


@pytest.fixture(scope="session")
def counted_once(corpus_built_once: Path) -> Built:
    """Its tables in memory, full ones too, without the recounts: look at them, never change them."""
    return build_counts(Corpus(corpus_built_once))


@pytest.fixture
def without_recounts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are built without counting all anew in other ways; the table of sensitivity has no row."""
    monkeypatch.setattr("analysis.pipeline.build.measure_sensitivity", lambda case, **options: NO_RECOUNTS)
