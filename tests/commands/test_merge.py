"""`refrain tables` in shards and on a cluster, and `refrain merge`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from analysis import __main__ as command_line

pytestmark = pytest.mark.usefixtures("without_recounts")


@pytest.fixture
def refrain(monkeypatch, capsys):
    """Run `refrain` with these arguments; return what it printed, or the sentence it ended with."""

    def run(*arguments: object) -> str:
        monkeypatch.setattr(sys, "argv", ["refrain", *map(str, arguments)])
        try:
            command_line.main()
        except SystemExit as ending:
            return str(ending.code)
        return capsys.readouterr().out

    return run


def read_files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_shards_are_merged_to_the_tables_that_one_run_makes(refrain, small_corpus, tmp_path):
    apart, parts = shutil.copytree(small_corpus, tmp_path / "apart"), tmp_path / "shared" / "parts"
    there = ("--data", apart, "--parts", parts)
    assert "shard 2/2: 2 sources, 2 counted now" in refrain("tables", "--shard", "2/2", *there)
    assert "2 of 4 sources are not counted yet" in refrain("merge", *there)
    assert not (apart / "tables").exists()
    assert "shard 1/2: 2 sources, 2 counted now" in refrain("tables", "--shard", "1/2", *there)
    assert "shard 1/2: 2 sources, 0 counted now" in refrain("tables", "--shard", "1/2", *there)
    assert "segments.csv" in refrain("merge", *there)
    refrain("tables", "--data", small_corpus)
    assert read_files(apart / "tables") == read_files(small_corpus / "tables")
    assert not (apart / ".parts").exists() and (small_corpus / ".parts").is_dir()


def test_a_shard_that_is_none_is_one_sentence(refrain, small_corpus):
    assert "--shard '5/4': write I/K with I from 1 to K" in refrain(
        "tables", "--shard", "5/4", "--data", small_corpus
    )


def test_a_cluster_without_dask_is_one_sentence(refrain, small_corpus, monkeypatch):
    monkeypatch.setattr("analysis.pipeline.cluster.find_spec", lambda name: None)
    said = refrain("tables", "--scheduler", "tcp://127.0.0.1:1", "--data", small_corpus)
    assert said == "refrain: --scheduler needs dask; install it with `pip install 'refrain[cluster]'`."


@pytest.mark.parametrize("n", ["0", "-1", "two"])
def test_processes_are_a_whole_number_from_one(refrain, small_corpus, n):
    assert "--processes" in refrain("tables", "--processes", n, "--data", small_corpus)
