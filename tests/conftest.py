"""Fixtures that several test modules share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from corpus_of_three import write_corpus

from analysis.pipeline.build import build_tables
from analysis.storage.corpus import Corpus
from analysis.storage.tables import save_tables


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """A data folder of invented interviews without tables; the texts are in its sources/texts."""
    return write_corpus(tmp_path / "data")


@pytest.fixture(scope="session")
def corpus_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder with its tables, for all tests together: look at it, never change it."""
    data = write_corpus(tmp_path_factory.mktemp("built") / "data")
    save_tables(build_tables(Corpus(data)).released, data)
    return data


@pytest.fixture
def built_corpus(corpus_built_once: Path, tmp_path: Path) -> Path:
    """A copy of that folder, for one test."""
    return shutil.copytree(corpus_built_once, tmp_path / "built")
