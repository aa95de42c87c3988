"""Tables say what they were built from, and whoever loads them asks whether that still holds."""

from __future__ import annotations

import hashlib
import json
import shutil
import warnings

import pytest
from corpus_of_three import read_rows, write_rows

from analysis.errors import InputError
from analysis.report import load_report
from analysis.storage import built as building
from analysis.storage.built import RULES, read_built
from analysis.storage.schema import HOME, list_tables
from analysis.storage.stale import list_changed_inputs, list_changed_tables, miss_built, refuse_stale

RUN = r"; run `python -m analysis tables --texts FOLDER`\.$"


def add_row(path, row):
    write_rows(path, [*read_rows(path), row])


def list_changes(data, texts=None):
    return [*list_changed_inputs(data, texts), *list_changed_tables(data)]


def test_what_was_just_built_is_up_to_date_and_holds_every_digest(built_corpus):
    built = read_built(built_corpus)
    assert list_changes(built_corpus) == [] and miss_built(built_corpus) == ""
    assert list(built) == ["inputs", "rules", "tables", "texts"] and built["rules"] == RULES
    assert list(built["tables"]) == sorted(f"{name}.csv" for name in list_tables())
    assert {"sources/manifest.csv", "sources/events.csv", "decisions/patterns.csv"} <= set(built["inputs"])
    text = (built_corpus / "sources" / "texts" / "2031-09-20-forum.txt").read_bytes()
    assert built["texts"]["2031-09-20-forum"] == hashlib.sha256(text).hexdigest()


def test_the_list_holds_no_time_and_no_place(built_corpus, tmp_path):
    content = (built_corpus / "tables" / "built.json").read_text()
    assert str(tmp_path) not in content and "/" not in content.replace("sources/", "").replace(
        "decisions/", ""
    )
    assert json.dumps(json.loads(content), indent=1, sort_keys=True) + "\n" == content


def test_the_tables_of_the_repository_are_up_to_date():
    assert list_changes(HOME) == [] and miss_built(HOME) == ""


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("decisions/patterns.csv", ["fish", "cod", "another fish"]),
        ("decisions/phrases.csv", ["cod war", "cod war", "another war"]),
        ("decisions/equivalents.csv", ["cods", "cod", "spelling", "one fish"]),
        ("decisions/topics.csv", ["whales", "Whales", "they sing", ""]),
        ("sources/events.csv", ["regatta", "2031-07-01", "Regatta"]),
    ],
)
def test_a_decision_that_has_changed_is_named_with_the_command_that_mends_it(built_corpus, file, row):
    path = built_corpus / file
    word = "changed" if path.exists() else "been added"
    if path.exists():
        add_row(path, row)
    else:
        write_rows(path, [["form", "stands_for", "kind", "reason"], row])
    for ask in (refuse_stale, load_report):
        with pytest.raises(InputError, match=f"{file} has {word} since the tables were built{RUN}"):
            ask(built_corpus)


def test_a_decision_that_is_gone_or_new_is_named(built_corpus):
    (built_corpus / "decisions" / "more.csv").write_text("a\n")
    with pytest.raises(
        InputError, match=f"decisions/more.csv has been added since the tables were built{RUN}"
    ):
        refuse_stale(built_corpus)
    (built_corpus / "decisions" / "more.csv").unlink()
    (built_corpus / "decisions" / "places.csv").unlink(missing_ok=True)
    (built_corpus / "decisions" / "speakers.csv").unlink()
    with pytest.raises(
        InputError, match=r"decisions/\w+.csv is gone since the tables were built; put it back or run"
    ):
        refuse_stale(built_corpus)


def test_a_text_that_has_changed_is_noticed_where_it_lies(built_corpus, tmp_path):
    own = built_corpus / "sources" / "texts"
    elsewhere = shutil.copytree(own, tmp_path / "elsewhere")
    assert list_changes(built_corpus, elsewhere) == []
    with (elsewhere / "2031-09-20-forum.txt").open("a") as file:
        file.write("One line more.\n")
    refuse_stale(built_corpus)
    with pytest.raises(
        InputError, match=f"elsewhere/2031-09-20-forum.txt has changed since the tables were built{RUN}"
    ):
        refuse_stale(built_corpus, elsewhere)
    shutil.copy(elsewhere / "2031-09-20-forum.txt", own)
    with pytest.raises(
        InputError, match=f"texts/2031-09-20-forum.txt has changed since the tables were built{RUN}"
    ):
        refuse_stale(built_corpus)
    (elsewhere / "2031-09-20-forum.txt").unlink()
    with pytest.raises(InputError, match="elsewhere/2031-09-20-forum: there is no text of this name"):
        refuse_stale(built_corpus, elsewhere)


def test_without_texts_the_manifest_is_asked(built_corpus):
    shutil.rmtree(built_corpus / "sources" / "texts")
    assert list_changes(built_corpus) == []
    path = built_corpus / "sources" / "manifest.csv"
    rows = read_rows(path)
    rows[2][rows[0].index("sha256")] = "0" * 64
    write_rows(path, rows)
    stated = f"manifest.csv, line 3: the text of {rows[2][0]} has changed since the tables were built"
    assert any(stated in sentence for sentence in list_changes(built_corpus))


def test_other_counting_rules_are_said(built_corpus, monkeypatch):
    monkeypatch.setattr("analysis.storage.stale.RULES", RULES + 1)
    with pytest.raises(
        InputError, match=rf"the counting rules have changed .* \(number {RULES + 1}, the tables have"
    ):
        refuse_stale(built_corpus)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            lambda path: path.write_bytes(path.read_bytes().replace(b"answer", b"anwser", 1)),
            "words.csv is not as it was",
        ),
        (
            lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
            r"words.csv is .* \(another program",
        ),
        (
            lambda path: path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes()),
            r"words.csv is .* \(another program has",
        ),
        (lambda path: path.unlink(), "words.csv: the table is gone"),
        (
            lambda path: (path.parent / "copy.csv").write_text("a\n"),
            "copy.csv: this is no table of a data folder",
        ),
    ],
)
def test_a_table_that_was_touched_is_named(built_corpus, edit, message):
    edit(built_corpus / "tables" / "words.csv")
    with pytest.raises(InputError, match=message):
        load_report(built_corpus)


def test_a_folder_of_an_older_release_is_loaded_with_a_warning(built_corpus):
    (built_corpus / "tables" / "built.json").unlink()
    with pytest.warns(
        UserWarning, match=r"built.json: there is no such file, so nobody can tell .*; run `python"
    ):
        load_report(built_corpus)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        refuse_stale(built_corpus)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"rules": 1}', b'{"inputs": 1, "texts": 2}', b"\xff", b"[" * 9999]
)
def test_a_list_that_is_none_is_refused(built_corpus, content):
    (built_corpus / "tables" / "built.json").write_bytes(content)
    with pytest.raises(
        InputError, match=r"built.json: this is not what the tables were written with; run `python"
    ):
        refuse_stale(built_corpus)


def test_the_list_is_the_last_file_to_be_written(tmp_path, monkeypatch):
    monkeypatch.setattr(
        building, "digest_folder", lambda folder: {file.name: "" for file in folder.iterdir()}
    )
    (tmp_path / "words.csv").write_text("a\n")
    building.write_built(tmp_path, {}, {})
    built = json.loads((tmp_path / "built.json").read_text())
    assert list(built["tables"]) == ["words.csv"]
