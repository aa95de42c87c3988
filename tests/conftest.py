"""Fixtures that several test modules share. What is built once is looked at by many, and changed by none."""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from pathlib import Path

import pytest
from corpus_of_three import write_corpus
from data_folders import NO_RECOUNTS, make_least, make_undecided
from hypothesis import settings
from made_once import make_once

from analysis.pipeline.build import Built, build_tables
from analysis.storage.corpus import Corpus
from analysis.storage.schema import HOME
from analysis.storage.tables import save_tables

# The texts of the first corpus are not published with the repository.
FIRST_TEXTS = HOME.parents[1] / "shared" / "corpus"

# The same code is tried on the same examples; `pytest --hypothesis-profile=anew` looks for others.
settings.register_profile("same", derandomize=True)
settings.register_profile("anew", derandomize=False)
settings.load_profile("same")

# Compiled files are kept: each kernel of a book and each command would compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """A data folder of invented interviews without tables; the texts are in its sources/texts."""
    return write_corpus(tmp_path / "data")


@pytest.fixture(scope="session")
def three_events_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder with its tables, in data, and the tables as they were in memory, in built.pickle."""
    return make_once(tmp_path_factory, "three-events", build_three_events)


def build_three_events(folder: Path) -> None:
    data = write_corpus(folder / "data")
    built = build_tables(Corpus(data))
    save_tables(built.released, data)
    keep_built(built, folder)


@pytest.fixture(scope="session")
def corpus_built_once(three_events_once: Path) -> Path:
    """That data folder, for all tests together: look at it, never change it."""
    return three_events_once / "data"


@pytest.fixture
def built_corpus(corpus_built_once: Path, tmp_path: Path) -> Path:
    """A copy of that folder, for one test."""
    return shutil.copytree(corpus_built_once, tmp_path / "built")


@pytest.fixture(scope="session")
def counted_once(three_events_once: Path) -> Built:
    """Its tables in memory, full ones too, without the recounts: look at them, never change them."""
    built = load_built(three_events_once)
    counts = {name: table for name, table in built.released.items() if name != "sensitivity"}
    return built._replace(released=counts)


@pytest.fixture(scope="session")
def least_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The least data folder there can be, with its tables, for all tests together: never change it."""
    return make_once(tmp_path_factory, "least", make_least)


@pytest.fixture(scope="session")
def undecided_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One interview before anything was decided, with its tables, for all tests together: never change it."""
    return make_once(tmp_path_factory, "undecided", make_undecided)


@pytest.fixture(scope="session")
def first_corpus_once(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The first corpus built from its texts, for all tests together: look at it, never change it."""
    if not FIRST_TEXTS.is_dir():
        pytest.skip("the texts of the first corpus are not published with the repository")
    folder = make_once(tmp_path_factory, "first-corpus", build_first_corpus)
    return load_built(folder)


def build_first_corpus(folder: Path) -> None:
    keep_built(build_tables(Corpus(HOME, FIRST_TEXTS)), folder)


def keep_built(built: Built, folder: Path) -> None:
    (folder / "built.pickle").write_bytes(pickle.dumps(built))


def load_built(folder: Path) -> Built:
    return pickle.loads((folder / "built.pickle").read_bytes())


@pytest.fixture
def without_recounts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are built without counting all anew in other ways; the table of sensitivity has no row."""
    monkeypatch.setattr(
        "analysis.pipeline.gathering.measure_sensitivity", lambda case, **options: NO_RECOUNTS
    )
