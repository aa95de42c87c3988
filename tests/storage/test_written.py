"""The file of a table that is the same is taken over; whatever is not the same is checked and written."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.storage import tables as tables_module
from analysis.storage.tables import save_tables
from analysis.storage.written import FILE, Memory

WORDS = pd.DataFrame(
    {"source": ["a", "a"], "role": "answer", "norm": ["fish", "net"], "n": [3, 1], "n_turns": 1}
)
DOUBTS = pd.DataFrame(
    {
        "source": ["a"],
        "start": [0],
        "end": [4],
        "kind": ["no label"],
        "decided": ["none"],
        "remedy": ["a row"],
    }
)


def save(data: Path, rules: str = "1", **changed: pd.DataFrame) -> None:
    memory = Memory(data / ".parts", rules)
    save_tables({"words": WORDS, "doubts": DOUBTS} | changed, data, inputs={}, texts={}, memory=memory)


def read(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data / "tables").iterdir()}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A data folder with two tables, and what is known of them."""
    (tmp_path / "data" / ".parts").mkdir(parents=True)
    save(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def printed(monkeypatch) -> list[str]:
    """The tables that are printed from now on."""
    seen, print_table = [], tables_module._list_csv
    monkeypatch.setattr(
        tables_module,
        "_list_csv",
        lambda table, name, coded: seen.append(name) or print_table(table, name, coded),
    )
    return seen


def test_a_table_that_is_the_same_is_not_printed_again(saved, printed):
    before = read(saved)
    save(saved, words=WORDS.assign(n=[3, 2]))
    assert printed == ["words"]
    after = read(saved)
    assert b"net,2" in after["words.csv"] and after["doubts.csv"] == before["doubts.csv"]
    save(saved)
    assert read(saved) == before


DAMAGES = {
    "a file was edited": lambda data: (data / "tables/words.csv").write_text("norm\n"),
    "a file is gone": lambda data: (data / "tables/words.csv").unlink(),
    "nothing is known": lambda data: (data / ".parts" / FILE).unlink(),
    "what is known is damaged": lambda data: (data / ".parts" / FILE).write_bytes(b"[1"),
    "what is known is another thing": lambda data: (data / ".parts" / FILE).write_bytes(b"[1]"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_not_surely_the_same_is_printed(saved, printed, damage):
    before = read(saved)
    damage(saved)
    save(saved)
    assert "words" in printed and read(saved) == before


def test_other_code_prints_every_table(saved, printed):
    save(saved, rules="2")
    assert printed == ["words", "doubts"]


def test_a_table_that_has_changed_is_checked(saved):
    before = read(saved)
    with pytest.raises(InputError, match=r"words\.csv, line 3: n is '-1'"):
        save(saved, words=WORDS.assign(n=[3, -1]))
    assert read(saved) == before
