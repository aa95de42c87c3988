"""Tables come in and go out by the schema, whole or not at all."""

from __future__ import annotations

import os
import signal
import string
from pathlib import Path

import pandas as pd
import pytest
from corpus_of_three import write_rows
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.storage import files
from analysis.storage.described import describe_columns, describe_tables
from analysis.storage.schema import HOME, list_tables, load_schema
from analysis.storage.tables import (
    check_references,
    check_table,
    read_table,
    restore_tables,
    save_tables,
)
from analysis.storage.unreleased import stage_parquet
from examples import examples

ODD = [
    "null",
    "nan",
    "NaN",
    "None",
    "NA",
    "1,000",
    "true",
    "1e3",
    "-",
    '"',
    "'",
    "it's",
    " ",
    "é",
    "say “so”",
]
ODD += ['he said "no"', "line\nline", "tab\there", "#", "=1+1", "0012"]


def make_words(norms: list[str], n: int = 1) -> pd.DataFrame:
    return pd.DataFrame({"source": "daily", "role": "answer", "norm": norms, "n": n, "n_turns": 1})


def make_segments(**changes: object) -> pd.DataFrame:
    """Two segments: a label, and the two words after it."""
    columns = {
        "source": ["daily", "daily"],
        "segment": [1, 2],
        "paragraph": [1, 1],
        "turn": pd.array([None, 1], dtype="Int64"),
        "role": ["apparatus", "answer"],
        "speaker": ["", "Ada Roe"],
        "start": [0, 5],
        "end": [4, 12],
        "n_words": [1, 2],
    }
    return pd.DataFrame(columns | changes)


def test_the_schema_and_the_committed_tables_are_valid_frictionless():
    report = Package(HOME / "datapackage.json").validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    published = [name for name in load_schema() if name != "withheld"]  # names that are kept out are not told
    assert [task.name for task in report.tasks] == published and len(published) >= 18


def test_every_column_has_a_type_and_a_meaning():
    for table in describe_tables()["table"]:
        columns = describe_columns(table)
        assert (columns[["column", "type", "meaning"]] != "").all(axis=None), table
        assert columns["key"].str.contains("primary").any(), table


def test_a_column_says_what_it_is_key_of():
    columns = describe_columns("sentences").set_index("column")
    assert columns.loc["source", "key"] == "primary, of manifest, of segments"
    assert columns.loc["start", "unit"] == "characters from the start of the source, as read"
    assert columns.loc["role", "meaning"].endswith(
        "answer, quote, question, narration, other, note, apparatus, repeat"
    )


def test_words_that_look_like_something_else_survive_a_round_trip(tmp_path):
    save_tables({"words": make_words(ODD)}, tmp_path)
    assert read_table(tmp_path, "words")["norm"].tolist() == ODD


@examples(8)
@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1), unique=True))
def test_any_words_survive_a_round_trip(tmp_path_factory, norms):
    folder = tmp_path_factory.mktemp("data")
    save_tables({"words": make_words(norms)}, folder)
    assert read_table(folder, "words")["norm"].tolist() == norms


def test_missing_numbers_stay_missing_and_whole_numbers_whole(tmp_path):
    save_tables({"segments": make_segments(turn=[float("nan"), 1.0])}, tmp_path)
    assert (tmp_path / "tables" / "segments.csv").read_text().splitlines()[1:] == [
        "daily,1,1,,apparatus,,0,4,1",
        "daily,2,1,1,answer,Ada Roe,5,12,2",
    ]
    pd.testing.assert_frame_equal(read_table(tmp_path, "segments"), make_segments(), check_dtype=False)
    assert read_table(tmp_path, "segments").dtypes[["turn", "start"]].tolist() == ["Int64", "int64"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"source": ["daily", ""]}, "segments.csv, line 3: source is ''; it must not be empty"),
        ({"source": ["Daily", "daily"]}, "line 2: source is 'Daily'; it must have the form"),
        ({"segment": [1, 1]}, "line 3: source, segment daily, 1 stands above already; remove one"),
        ({"segment": [0, 1]}, "line 2: segment is '0'; it must be at least 1"),
        ({"role": ["apparatus", "song"]}, "line 3: role is 'song'; it must be one of answer, quote"),
        ({"speaker": ["", "Ada\x07"]}, "line 3: speaker is .* it must not have control characters"),
        ({"speaker": ["", "Ada\rRoe"]}, "line 3: speaker is .* it must not have control characters"),
        ({"n_words": [1, 2.5]}, "line 3: n_words is '2.5'; it must be a whole number such as 1200"),
        ({"n_words": [1, "two"]}, "line 3: n_words is 'two'; it must be a whole number such as 1200"),
        ({"n_words": [1, None]}, "line 3: n_words is ''; it must not be empty"),
        ({"extra": 1}, "line 1: the columns are source, .*extra; they must be source"),
    ],
)
def test_a_table_that_breaks_the_schema_is_not_saved(tmp_path, changes, message):
    with pytest.raises(InputError, match=message):
        save_tables({"words": make_words(["word"]), "segments": make_segments(**changes)}, tmp_path)
    assert list(tmp_path.iterdir()) == []


HEADER = "event,date,interviewer\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "events.csv, line 1: the file is empty; write the names of the columns"),
        (
            b"date,interviewer\n",
            "line 1: the columns are date, interviewer; they must be event, date, interviewer",
        ),
        (
            b"event;date;interviewer\n",
            "line 1: the cells are parted by semicolons; save the file with commas",
        ),
        (
            b"event\tdate\tinterviewer\na\tb\n",
            "line 1: the cells are parted by tabs; save the file with commas",
        ),
        (HEADER + "a,2031-02-29,B\n", "line 2: date is '2031-02-29'; it must be a date such as"),
        (HEADER + "a,14/03/2031,B\n", "line 2: date is '14/03/2031'; it must be a date such as 2031-05-17"),
        (HEADER + "a,20310314,B\n", "line 2: date is '20310314'; it must be a date such as"),
        (HEADER + "a,2031-03-14\n", "line 2: 2 cells in place of 3; quote those with a comma"),
        (HEADER + "\n\na,2031-03-14,B,C\n", "line 4: 4 cells in place of 3; quote those with a comma"),
        (HEADER + 'a,2031-03-14,"B\n\nC"\na,2031-03-15,D\n', "line 5: event a stands above already"),
        (HEADER + 'a,2031-03-14,"B\n', "line 2: not a row of a CSV file .*; mend the quotes"),
        (HEADER + 'a,2031-03-14,"B"C\n', "line 2: not a row of a CSV file .*; mend the quotes"),
        (HEADER.encode() + b"a,2031-03-14,\xc9a\n", "line 2: byte 0xC9 is not UTF-8; save the file as UTF-8"),
        (HEADER + "a,2031-03-14,B\x00\n", r"line 2: control character U\+0000; delete it"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused_with_its_line(tmp_path, content, message):
    path = tmp_path / "sources" / "events.csv"
    path.parent.mkdir()
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError, match=message) as caught:
        read_table(tmp_path, "events")
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("cell", ["1,000", "1.5", "1e3", "0x10", "nan", "inf", "one", "١", " 1"])
def test_a_whole_number_is_written_in_digits(tmp_path, cell):
    header = ("source", "role", "norm", "n", "n_turns")
    rows = [header, ("daily", "answer", "a", 1, 1), ("daily", "answer", "b", cell, 1)]
    write_rows(tmp_path / "tables" / "words.csv", rows)
    with pytest.raises(InputError, match=f"words.csv, line 3: n is '{cell}'; it must be a whole number"):
        read_table(tmp_path, "words")


@pytest.mark.parametrize("cell", ["9" * 30, str(2**63), "+" + "9" * 19, "1" + "0" * 400])
def test_a_whole_number_beyond_64_bits_is_refused(tmp_path, cell):
    rows = [("source", "role", "norm", "n", "n_turns"), ("daily", "answer", "a", cell, 1)]
    write_rows(tmp_path / "tables" / "words.csv", rows)
    message = r"words.csv, line 2: n is '.*'; it must be no larger than 9,223,372,036,854,775,807"
    with pytest.raises(InputError, match=message):
        read_table(tmp_path, "words")


@pytest.mark.parametrize("cell", ["1e999", "9" * 400, "-1e400"])
def test_a_number_beyond_all_numbers_is_refused(tmp_path, cell):
    rows = [("figure", "source", "observed", "mean", "low", "high", "n_draws"), ("a", "b", cell, 1, 1, 1, 1)]
    write_rows(tmp_path / "tables" / "chance.csv", rows)
    with pytest.raises(InputError, match=r"chance.csv, line 2: observed is '.*'; it must be no larger than"):
        read_table(tmp_path, "chance")


def test_the_largest_whole_number_is_read(tmp_path):
    rows = [("source", "role", "norm", "n", "n_turns"), ("daily", "answer", "a", f"00{2**63 - 1}", 1)]
    write_rows(tmp_path / "tables" / "words.csv", rows)
    assert read_table(tmp_path, "words")["n"].tolist() == [2**63 - 1]


def test_files_of_other_programs_are_read(tmp_path):
    path = tmp_path / "sources" / "events.csv"
    path.parent.mkdir()
    path.write_bytes('\ufeffevent,date,interviewer\r\n\r\n"a","2031-03-14","B ""b"""\r\n'.encode())
    assert read_table(tmp_path, "events").to_numpy().tolist() == [["a", "2031-03-14", 'B "b"']]


def test_a_table_that_is_not_there_says_how_to_get_it(tmp_path):
    with pytest.raises(
        InputError, match=r"events.csv: there is no such file; write one with the columns event"
    ):
        read_table(tmp_path, "events")
    with pytest.raises(
        InputError, match=r"words.csv: there is no such file; build it with `python -m analysis"
    ):
        read_table(tmp_path, "words")


def test_a_table_without_rows_is_a_table(tmp_path):
    save_tables({"words": make_words([]).astype({"source": "str"})}, tmp_path)
    words = read_table(tmp_path, "words")
    assert words.empty
    assert words["n"].dtype == "int64"


def test_a_row_refers_to_rows_that_exist(tmp_path):
    manifest = pd.DataFrame({"source": ["daily"], "event": ["a"]})
    tables = {"manifest": manifest, "segments": make_segments(source=["daily", "weekly"])}
    save_tables({"segments": tables["segments"]}, tmp_path)
    message = r"segments.csv, line 3: source 'weekly' is not in manifest.csv; build the tables with"
    with pytest.raises(InputError, match=message):
        check_references(tables, tmp_path)
    check_references({"segments": tables["segments"]}, tmp_path)  # nothing to refer to, nothing lost


def test_derived_tables_may_be_checked_without_a_file():
    check_table(make_segments(), "segments")
    assert {"segments", "sentences", "splittings", "tokens", "words", "contexts"} <= set(list_tables())


# Atomic writing. Each test saves an old pair of tables, then a new one that dies on its way.
NAMES = ["segments", "words"]


def save_pair(folder: Path, n: int) -> None:
    save_tables({"segments": make_segments(n_words=[n, n]), "words": make_words(["word"], n)}, folder)


def read_pair(folder: Path) -> set[int]:
    return {read_table(folder, "words")["n"].iloc[0], *read_table(folder, "segments")["n_words"]}


def die_at_call(n: int, function, die):
    """Return the function, which dies in place of its n-th call."""
    calls = iter(range(1, 100))

    def dying(*arguments, **named):
        return die() if next(calls) == n else function(*arguments, **named)

    return dying


def die_of_full_disk():
    raise OSError(28, "No space left on device")


def kill():
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("owner", "name", "n"),
    [
        (pd.DataFrame, "to_csv", 1),
        (pd.DataFrame, "to_csv", 2),
        (files.tempfile, "mkdtemp", 1),
        (Path, "chmod", 1),
        (Path, "rename", 1),
        (Path, "rename", 2),
    ],
)
def test_a_run_that_fails_half_way_leaves_the_old_tables_and_nothing_else(
    tmp_path, monkeypatch, owner, name, n
):
    save_pair(tmp_path, 1)
    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space left"):
        patched.setattr(owner, name, die_at_call(n, getattr(owner, name), die_of_full_disk))
        save_pair(tmp_path, 2)
    assert read_pair(tmp_path) == {1}
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
    save_pair(tmp_path, 3)
    assert read_pair(tmp_path) == {3}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.parametrize(
    ("owner", "name", "n", "found"),
    [
        (pd.DataFrame, "to_csv", 2, 1),
        (Path, "rename", 1, 1),
        (Path, "rename", 2, 1),
        (Path, "rename", 3, 2),
        (files.shutil, "rmtree", 1, 2),
    ],
)
def test_a_killed_run_leaves_one_whole_set_of_tables(tmp_path, owner, name, n, found):
    save_pair(tmp_path, 1)
    if (child := os.fork()) == 0:
        try:
            setattr(owner, name, die_at_call(n, getattr(owner, name), kill))
            save_pair(tmp_path, 2)
        finally:
            os._exit(1)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    left = list_folder(tmp_path)
    assert read_pair(tmp_path) == {found}
    assert list_folder(tmp_path) == left  # who reads does nothing else
    restore_tables(tmp_path)
    assert read_pair(tmp_path) == {found} and "tables/words.csv" in list_folder(tmp_path)
    save_pair(tmp_path, 3)
    assert read_pair(tmp_path) == {3}
    assert not (tmp_path / ".tables-aside").exists()


def list_folder(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_full_tables_appear_only_when_all_else_has_succeeded(tmp_path):
    with pytest.raises(OSError, match="No space left"), stage_parquet({"words": make_words(ODD)}, tmp_path):
        die_of_full_disk()
    assert list(tmp_path.iterdir()) == []
    with stage_parquet({"words": make_words(ODD)}, tmp_path):
        assert not (tmp_path / "words.parquet").exists()
    assert pd.read_parquet(tmp_path / "words.parquet")["norm"].tolist() == ODD
    assert [path.name for path in tmp_path.iterdir()] == ["words.parquet"]


def test_names_of_tables_are_names_of_files():
    for name in list_tables():
        assert load_schema()[name]["path"] == f"tables/{name}.csv"
        assert set(name) <= {*string.ascii_lowercase, "_"}


def test_columns_that_may_be_empty_may_be_absent_and_others_are_missed(tmp_path):
    file = tmp_path / "decisions" / "topics.csv"
    file.parent.mkdir()
    file.write_text("topic,label,description\nfish,Fisheries,the herring\n")
    assert read_table(tmp_path, "topics")["names"].tolist() == [""]
    file.write_text("topic,label,names\nfish,Fisheries,country\n")
    with pytest.raises(InputError, match="the columns are topic, label, names; they must be"):
        read_table(tmp_path, "topics")
