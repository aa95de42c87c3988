"""The file with the data: what may be handed on, and the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile

from corpus_of_three import write_rows

from analysis.storage.download import list_download, pack_files


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
