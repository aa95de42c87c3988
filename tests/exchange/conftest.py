"""Two exports of one data folder: nothing leaves whole, and everything does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from corpus_of_three import read_rows, renew_digests, write_rows

from analysis.exchange import Export, gather_export
from analysis.storage import Corpus


def licence_all(data: Path, licence: str = "CC-BY-4.0") -> Path:
    """Let every source of a data folder leave whole."""
    path = data / "sources" / "manifest.csv"
    head, *rows = read_rows(path)
    write_rows(path, [[*head, "licence"], *([*row, licence] for row in rows)])
    renew_digests(data)
    return data


@pytest.fixture(scope="session")
def released(corpus_built_once: Path) -> Export:
    """What leaves where no text may."""
    return gather_export(Corpus(corpus_built_once))


@pytest.fixture(scope="session")
def licensed_folder(corpus_built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder with a licence for every text: look at it, never change it."""
    return licence_all(shutil.copytree(corpus_built_once, tmp_path_factory.mktemp("licensed") / "data"))


@pytest.fixture(scope="session")
def whole(licensed_folder: Path) -> Export:
    """What leaves where every text may."""
    return gather_export(Corpus(licensed_folder))
