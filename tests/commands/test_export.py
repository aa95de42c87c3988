"""`refrain export`: what is written, over what, and one sentence for each refusal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus_of_three import read_rows, renew_digests, write_rows

from analysis.__main__ import cli
from analysis.commands.export import KINDS
from analysis.errors import InputError
from analysis.exchange import KINDS as WRITERS


def export(data: Path, out: Path, *more: object):
    arguments = ["export", data, "--to", "csv", "--out", out, *more]
    return CliRunner().invoke(cli, list(map(str, arguments)), catch_exceptions=False, obj=None)


def refuse(data: Path, out: Path, *more: object) -> str:
    with pytest.raises(InputError) as refused:
        export(data, out, *more)
    return str(refused.value)


def licence_first(data: Path) -> None:
    path = data / "sources" / "manifest.csv"
    head, first, *rows = read_rows(path)
    write_rows(path, [[*head, "licence"], [*first, "CC0-1.0"], *([*row, ""] for row in rows)])
    renew_digests(data)


def test_the_help_lists_every_kind():
    assert list(KINDS) == list(WRITERS)


def test_it_says_what_leaves_and_writes_over_its_own_export(corpus_built_once, tmp_path):
    out = tmp_path / "made" / "out"
    told = export(corpus_built_once, out)
    assert "only the words that the published tables show" in told.stderr
    assert (out / "turns.csv").is_file() and not (out / "texts").exists()
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    export(corpus_built_once, out)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


def test_only_a_licensed_text_leaves_whole(built_corpus, tmp_path):
    licence_first(built_corpus)
    told = export(built_corpus, tmp_path / "out").stderr
    (text,) = (tmp_path / "out" / "texts").iterdir()
    assert f"Whole texts, as the manifest allows: {text.stem}." in told
    assert "Of 2031-03-14-gazette" in told


def test_a_licensed_text_that_is_not_at_hand_is_told(built_corpus, tmp_path):
    licence_first(built_corpus)
    shutil.rmtree(built_corpus / "sources" / "texts")
    assert "is not at hand; name its folder with --texts." in export(built_corpus, tmp_path / "out").stderr


def test_a_text_that_has_changed_since_is_refused(built_corpus, tmp_path):
    licence_first(built_corpus)
    file = next((built_corpus / "sources" / "texts").glob("2031-06-02*"))
    file.write_text(file.read_text("utf-8") + "\n\nMore.", "utf-8")
    assert "has changed since the tables were built" in refuse(built_corpus, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_others_have_written_stays(corpus_built_once, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine", "utf-8")
    assert refuse(corpus_built_once, out) == (
        f"{out}: there is something else in this folder; name a new or an empty folder."
    )
    (out / "thesis.txt").unlink()
    export(corpus_built_once, out)
    (out / "turns.csv").write_text("edited", "utf-8")
    assert "turns.csv: this is not as the export wrote it" in refuse(corpus_built_once, out)
    assert (out / "turns.csv").read_text("utf-8") == "edited"


def test_the_project_itself_is_no_place_for_an_export(corpus_built_once, tmp_path):
    for place in (corpus_built_once, corpus_built_once.parent, corpus_built_once / "tables" / "x"):
        assert "the project itself lies there" in refuse(corpus_built_once, place)
    (tmp_path / "file").write_text("", "utf-8")
    assert "is a file; name a new" in refuse(corpus_built_once, tmp_path / "file" / "out")


def test_a_folder_without_tables_is_refused_in_a_sentence(small_corpus, tmp_path):
    assert "the tables are not built yet; run `refrain tables --data" in refuse(
        small_corpus, tmp_path / "out"
    )
