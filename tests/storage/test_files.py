"""Folders are replaced whole, and whoever looks in between finds the old one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.storage import files


def make_folder(path: Path, **contents: str) -> Path:
    path.mkdir()
    for name, content in contents.items():
        (path / name).write_text(content)
    return path


def read_folder(path: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in path.iterdir()}


def replace(target: Path, content: str) -> None:
    """Put a folder with one file in the place of another."""
    with files.make_folder_beside(target) as fresh:
        (fresh / "a").write_text(content)
        files.replace_folder(target, fresh)


def test_new_files_replace_old_ones(tmp_path):
    for version in "12":
        replace(tmp_path / "target", version)
        assert read_folder(tmp_path / "target") == {"a": version}
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_what_a_dead_run_left_aside_is_read_there_and_put_back(tmp_path):
    make_folder(tmp_path / ".target-aside", a="old")
    target = tmp_path / "target"
    assert files.read_bytes(target / "a", largest=3) == b"old"
    assert not target.exists()  # who reads does nothing else
    files.restore_folder(target)
    assert read_folder(target) == {"a": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_what_a_dead_run_left_aside_is_put_away_if_it_is_replaced(tmp_path):
    target = make_folder(tmp_path / "target", a="new")
    make_folder(tmp_path / ".target-aside", a="old", b="old")
    assert files.read_bytes(target / "a", largest=3) == b"new"
    files.restore_folder(target)
    assert read_folder(target) == {"a": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


@pytest.mark.parametrize(("n_renamed", "found"), [(0, b"1"), (1, b"1"), (2, b"2"), (3, b"2")])
def test_a_reader_finds_the_old_or_the_new_file_between_any_two_steps(
    tmp_path, monkeypatch, n_renamed, found
):
    target, rename, seen = tmp_path / "target", Path.rename, []
    replace(target, "1")

    def look_and_rename(path, other):
        seen.append(files.read_bytes(target / "a", largest=1))
        return rename(path, other)

    monkeypatch.setattr(Path, "rename", look_and_rename)
    replace(target, "2")
    seen.append(files.read_bytes(target / "a", largest=1))
    assert seen[n_renamed] == found and len(seen) == 4


@pytest.mark.parametrize("n_moved", [1, 2])
def test_a_folder_may_be_replaced_under_the_eyes_of_a_reader(tmp_path, monkeypatch, n_moved):
    target = make_folder(tmp_path / "target", a="old")
    fresh, aside, is_file = make_folder(tmp_path / "fresh", a="new"), tmp_path / ".target-aside", Path.is_file
    moves = iter([(target, aside), (fresh, target)])

    def look_too_late(path):
        there = is_file(path)
        for one, other in [next(moves, None) for _ in range(n_moved)] if there else []:
            one.rename(other)
        return there

    monkeypatch.setattr(Path, "is_file", look_too_late)
    content = files.read_if_there(target / "a", largest=3)
    assert content == {1: b"old", 2: b"new"}[n_moved]


def test_a_file_that_is_nowhere_is_missed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path in (tmp_path / "target" / "a", Path("a"), Path("/no-such-file")):
        assert files.read_if_there(path, largest=3) is None
        with pytest.raises(InputError, match="there is no such file"):
            files.read_bytes(path, largest=3)


def find_dead_process() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_dead_runs_of_this_machine_left_is_cleared_and_nothing_else(tmp_path):
    target, dead = make_folder(tmp_path / "target", a="old"), find_dead_process()
    ours, other = files._own_prefix(target), ".target-anothermachine-"
    left = make_folder(tmp_path / f"{ours}{dead}-x1", a="half")
    kept = [
        f"{ours}{os.getpid()}-x2",
        f"{other}{dead}-x3",
        f"{ours}notes",
        f".tables-{dead}-x4",
        f"{ours}1-x5",
    ]
    for name in kept:
        make_folder(tmp_path / name, a="mine")
    (tmp_path / f"{ours}{dead}-link").symlink_to(target)
    (tmp_path / f"{ours}{dead}-file").write_text("mine")
    files.restore_folder(target)
    assert not left.exists()
    assert all((tmp_path / name / "a").exists() for name in kept)
    assert (tmp_path / f"{ours}{dead}-link").is_symlink() and (tmp_path / f"{ours}{dead}-file").is_file()
    replace(target, "new")
    assert read_folder(target) == {"a": "new"}


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "scores.csv"
    files.write_whole(path, b"old")

    def write_half(file, content):
        with file.open("wb") as half:
            half.write(content[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_half)
    with pytest.raises(OSError, match="No space left"):
        files.write_whole(path, b"new")
    assert read_folder(tmp_path) == {"scores.csv": "old"}
