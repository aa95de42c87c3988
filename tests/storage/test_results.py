"""Results of steps come back as they were, types included, or not at all."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.storage.results import clear_results, digest_table, read_result, write_result

TABLE = pd.DataFrame(
    {
        "word": pd.array(["sea", None, "sea"], dtype="str"),
        "kind": pd.Series(["name", "expression", "name"], dtype=object),
        "topic": pd.Categorical(["fish", None, "fish"], categories=["boat", "fish", "tax"]),
        "n": [1, 300, 70_000],
        "sentence": pd.array([1, None, 3], dtype="Int64"),
        "share": [0.1, float("nan"), 1 / 3],
        "is_own": [True, False, True],
    }
)
SHAPES = {"three rows": TABLE, "no row": TABLE.head(0), "one row": TABLE.tail(1).reset_index(drop=True)}


@pytest.mark.parametrize("table", SHAPES.values(), ids=SHAPES)
def test_a_table_comes_back_as_it_was(tmp_path, table):
    write_result(tmp_path, "key", {"one": table, "other": table[["n"]]})
    kept = read_result(tmp_path, "key")
    assert list(kept) == ["one", "other"]
    pd.testing.assert_frame_equal(kept["one"], table)
    pd.testing.assert_frame_equal(kept["other"], table[["n"]])


def test_a_damaged_result_is_as_good_as_none(tmp_path):
    write_result(tmp_path, "key", {"one": TABLE})
    [file] = tmp_path.glob("*.step")
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert read_result(tmp_path, "key") is None and read_result(tmp_path, "other") is None


def test_what_nobody_needs_is_cleared(tmp_path):
    for key in ("old", "new"):
        write_result(tmp_path, key, {"one": TABLE})
    (tmp_path / "source.part").touch()
    clear_results(tmp_path, ["new"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.step", "source.part"]


CHANGES = {
    "a cell": {"n": [1, 300, 70_001]},
    "a missing cell": {"sentence": pd.array([1, 2, 3], dtype="Int64")},
    "a type": {"n": [1.0, 300.0, 70_000.0]},
    "a category": {"topic": pd.Categorical(["fish", None, "fish"], categories=["fish", "tax"])},
    "a name": {"m": [0, 0, 0]},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_changes_the_digest(change):
    assert digest_table(TABLE) == digest_table(TABLE.copy()) != digest_table(TABLE.assign(**change))
