"""Fixtures that several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_of_three import write_corpus


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """A data folder of invented interviews without tables; the texts are in its sources/texts."""
    return write_corpus(tmp_path / "data")
