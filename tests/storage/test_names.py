"""Names in received and decided tables: files can bear them, and no other is mistaken for them."""

from __future__ import annotations

import pytest

from analysis.errors import InputError
from analysis.storage import load_schema, read_table
from analysis.storage.sources import load_manifest


def write(folder, path, text):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


PHRASES, SPEAKERS, SOURCES = "phrase,pattern,reason", "speaker,label,role,reason", "source,event,kind"


@pytest.mark.parametrize(
    ("table", "rows", "fault"),
    [
        (
            "phrases",
            f"{PHRASES}\nsea,sea,x\nsalt ,salt,x\n",
            "line 3: phrase is 'salt '; it must not begin or end",
        ),
        ("phrases", f"{PHRASES}\nsea air,sea,x\nSea air,salt,x\n", "line 3: phrase is 'Sea air'; it must be"),
        (
            "speakers",
            f"{SPEAKERS}\nJane Roe, ROE,answer,x\n",
            "line 2: label is ' ROE'; it must not begin or end",
        ),
        ("manifest", f"{SOURCES}\na.,e,speech\n", "line 2: source is 'a.'; it must not end in a stop"),
        ("manifest", f"{SOURCES}\nnul,e,speech\n", "line 2: source is 'nul'; it is a name that no file"),
        ("manifest", f"{SOURCES}\n{'a' * 101},e,speech\n", "it must have at most 100 letters"),
        ("manifest", f"{SOURCES}\nA,e,speech\n", "source is 'A'; it must have the form"),
    ],
)
def test_names_that_could_be_mistaken_are_refused_with_file_and_line(tmp_path, table, rows, fault):
    path = load_schema()[table]["path"]
    write(tmp_path, path, rows)
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
    rows = ["a,a,,speech", "b,b,The Tide,speech", "c,2031-05-17-harbour,,speech", "d,d,The Tide,speech"]
    write(tmp_path, "sources/manifest.csv", "\n".join(["source,event,outlet,kind", *rows]))
    days = ["a,,", "b,2031-05-18,", "2031-05-17-harbour,2031-05-17,", "d,2031-05-16,Kim Lake"]
    write(tmp_path, "sources/events.csv", "\n".join(["event,date,interviewer", *days]))
    labels = ["Kim Lake, 16 May", "harbour, 17 May", "The Tide, 18 May", "a"]
    assert load_manifest(tmp_path)["label"].tolist() == labels
