"""The file with the data: what may be handed on, and the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from corpus_of_three import write_rows

from analysis.disclosure.download import list_download, pack_files
from analysis.errors import InputError


def test_texts_and_names_kept_out_are_not_handed_on(built_corpus):
    write_rows(built_corpus / "decisions" / "withheld.csv", [["name", "reason"], ["Anna", "asked us"]])
    (built_corpus / ".parts").mkdir(exist_ok=True)
    (built_corpus / "findings.json").write_text("[]")
    names = set(list_download(built_corpus))
    assert {"sources/manifest.csv", "decisions/topics.csv", "tables/words.csv", "tables/built.json"} <= names
    assert {"datapackage.json", "findings.json"} <= names
    assert not [name for name in names if "/texts/" in name or "withheld" in name or name.startswith(".")]


def test_the_description_names_what_is_there_and_gives_no_licence_of_others(built_corpus):
    (built_corpus / "tables" / "words.csv").unlink()
    files = list_download(built_corpus)
    described = json.loads(files["datapackage.json"])
    paths = [resource["path"] for resource in described["resources"]]
    assert "tables/segments.csv" in paths and "tables/words.csv" not in paths
    assert set(paths) <= set(files)
    assert "licenses" not in described  # that of the first corpus is nobody else's


def test_the_same_files_give_the_same_bytes_in_any_order():
    files = {"b/two.csv": b"2\n", "a.csv": b"1\n"}
    packed = pack_files(files)
    assert packed == pack_files(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_a_sentence_of_a_text_in_a_decision_is_not_handed_on(built_corpus):
    header = ["source", "start", "end", "role", "speaker", "text", "reason"]
    row = ["forum", "1", "9", "note", "", " ".join(["salt"] * 15), "an aside"]
    write_rows(built_corpus / "decisions" / "places.csv", [header, row])
    with pytest.raises(
        InputError, match=r"places\.csv, line 2: text has 15 words of a source, and 14 may be"
    ):
        list_download(built_corpus)
    row[5] = " ".join(["salt"] * 14)
    write_rows(built_corpus / "decisions" / "places.csv", [header, row])
    assert "decisions/places.csv" in list_download(built_corpus)
