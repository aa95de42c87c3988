"""Folders are replaced whole, by whatever means the system has."""

from __future__ import annotations

import sys

import pytest

from analysis.storage import files


def make_folder(path, **contents: str):
    path.mkdir()
    for name, content in contents.items():
        (path / name).write_text(content)
    return path


def read_folder(path) -> dict[str, str]:
    return {file.name: file.read_text() for file in path.iterdir()}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="renameat2 is a call of Linux")
def test_linux_exchanges_two_folders_at_once(tmp_path):
    one, other = make_folder(tmp_path / "one", a="1"), make_folder(tmp_path / "other", a="2")
    assert files._exchange(one, other)
    assert (read_folder(one), read_folder(other)) == ({"a": "2"}, {"a": "1"})
    assert not files._exchange(one, tmp_path / "absent")


@pytest.mark.parametrize("exchange", [files._exchange, lambda one, other: False])
def test_new_files_replace_old_ones(tmp_path, monkeypatch, exchange):
    monkeypatch.setattr(files, "_exchange", exchange)
    target = tmp_path / "target"
    for version in "12":
        with files.make_folder_beside(target) as fresh:
            (fresh / "a").write_text(version)
            files.replace_folder(target, fresh)
        assert read_folder(target) == {"a": version}
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_a_system_without_the_call_moves_file_by_file(tmp_path, monkeypatch):
    def no_library(name):
        raise TypeError("this system has no such library")

    monkeypatch.setattr(files.ctypes, "CDLL", no_library)
    assert not files._exchange(tmp_path, tmp_path)


def test_what_a_dead_run_left_ready_is_moved(tmp_path):
    target = make_folder(tmp_path / "target", a="new", b="old")
    make_folder(tmp_path / ".target-ready", b="new")
    files.finish_folder(target)
    assert read_folder(target) == {"a": "new", "b": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["target"]
