"""Arrays in one file: what was written is read, under its key alone, and no half of it."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.storage import read_mapped, write_mapped

ARRAYS = {
    "place": np.arange(5, dtype=np.int32),
    "is_small": np.array([True, False]),
    "none": np.zeros(0),
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "some.index"
    write_mapped(path, "key", ARRAYS, {"words": ["sea", "Möwe"]})
    return path


def test_what_was_written_is_read(file):
    arrays, words = read_mapped(file, "key")
    assert words == {"words": ["sea", "Möwe"]}
    assert {name: (array.dtype, array.tolist()) for name, array in arrays.items()} == {
        name: (array.dtype, array.tolist()) for name, array in ARRAYS.items()
    }


def test_another_key_finds_nothing(file):
    assert read_mapped(file, "other") is None


def test_half_a_file_is_no_file(file):
    file.write_bytes(file.read_bytes()[:-1])
    assert read_mapped(file, "key") is None


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}\n", b"[1]\n"])
def test_something_else_is_no_file(file, content):
    file.write_bytes(content)
    assert read_mapped(file, "key") is None


def test_no_file(tmp_path):
    assert read_mapped(tmp_path / "none.index", "key") is None
