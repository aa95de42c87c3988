"""Names in received and decided tables: files can bear them, and no other is mistaken for them."""

from __future__ import annotations

import pytest

from analysis.errors import InputError
from analysis.storage import read_table
from analysis.storage.sources import load_manifest


def write(folder, path, text):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "table", "text", "fault"),
    [
        ("decisions/phrases.csv", "phrases", "phrase,pattern,reason\nsea,sea,x\nsalt ,salt,x\n", "line 3: phrase is 'salt '; it must not begin or end with a blank"),
        ("decisions/phrases.csv", "phrases", "phrase,pattern,reason\nsea air,sea,x\nSea air,salt,x\n", "line 3: phrase is 'Sea air'; it must be written as above"),
        ("decisions/speakers.csv", "speakers", "speaker,label,role,reason\nJane Roe, ROE,answer,x\n", "line 2: label is ' ROE'; it must not begin or end with a blank"),
        ("sources/manifest.csv", "manifest", "source,event,kind\na.,e,speech\n", "line 2: source is 'a.'; it must not end in a stop"),
        ("sources/manifest.csv", "manifest", "source,event,kind\nnul,e,speech\n", "line 2: source is 'nul'; it is a name that no file"),
        ("sources/manifest.csv", "manifest", f"source,event,kind\n{'a' * 101},e,speech\n", "it must have at most 100 letters"),
        ("sources/manifest.csv", "manifest", "source,event,kind\nA,e,speech\n", "source is 'A'; it must have the form"),
    ],
)  # fmt: skip
def test_names_that_could_be_mistaken_are_refused_with_file_and_line(tmp_path, path, table, text, fault):
    write(tmp_path, path, text)
    with pytest.raises(InputError) as error:
        read_table(tmp_path, table)
    assert str(error.value).startswith(str(tmp_path / path)) and fault in str(error.value)


def test_patterns_may_differ_by_a_capital(tmp_path):
    text = "topic,pattern,reason\nsea,may,x\nsea,May,the month\n"
    write(tmp_path, "decisions/patterns.csv", text)
    assert read_table(tmp_path, "patterns")["pattern"].tolist() == ["may", "May"]


def test_a_manifest_needs_a_name_an_event_and_a_kind(tmp_path):
    write(tmp_path, "sources/manifest.csv", "source,event,kind\na,e,speech\n")
    write(tmp_path, "sources/events.csv", "event\ne\n")
    (row,) = load_manifest(tmp_path).to_dict("records")
    assert row["date"] == row["interviewer"] == row["language"] == row["sha256"] == ""
    assert row["label"] == "e" and row["is_reference"]


def test_an_event_is_called_by_what_is_known_and_those_without_a_day_come_last(tmp_path):
    manifest = "source,event,outlet,kind\na,a,,speech\nb,b,The Tide,speech\nc,2031-05-17-harbour,,speech\nd,d,The Tide,speech\n"
    write(tmp_path, "sources/manifest.csv", manifest)
    write(
        tmp_path,
        "sources/events.csv",
        "event,date,interviewer\na,,\nb,2031-05-18,\n2031-05-17-harbour,2031-05-17,\nd,2031-05-16,Kim Lake\n",
    )
    assert load_manifest(tmp_path)["label"].tolist() == ["Kim Lake, 16 May", "harbour, 17 May", "The Tide, 18 May", "a"]  # fmt: skip
