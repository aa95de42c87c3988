"""The command line: what it prints and writes, and one clear line for every bad input."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
from corpus_of_three import read_rows, write_rows

from analysis import __main__ as command_line
from analysis.errors import InputError
from analysis.pipeline import build as building
from analysis.storage import tables as tabling
from analysis.storage.corpus import Corpus
from analysis.storage.schema import HOME, list_tables

ROOT = Path(__file__).resolve().parents[2]
FORUM = "sources/texts/2031-09-20-forum.txt"


class Run(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def refrain(capsys, monkeypatch) -> Callable[..., Run]:
    """Run `refrain` with these arguments, as the interpreter would."""

    def run(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["refrain", *map(str, arguments)])
        code = 0
        try:
            command_line.main()
        except SystemExit as ending:
            if isinstance(ending.code, str):
                print(ending.code, file=sys.stderr)
            code = 1 if isinstance(ending.code, str) else ending.code or 0
        return Run(code, *capsys.readouterr())

    return run


def run_apart(*arguments: object, **environment: str) -> Run:
    """Run `python -m analysis` in a process of its own."""
    command = [sys.executable, "-m", "analysis", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def read_folder(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# tables


def test_tables_are_built_where_there_were_none(refrain, small_corpus, tmp_path):
    run = refrain("tables", "--data", small_corpus, "--full", tmp_path / "new" / "full")
    assert run.code == 0
    names = {f"{name}.csv" for name in list_tables()}
    assert {file.name for file in (small_corpus / "tables").iterdir()} == names | {"built.json"}
    assert f"{small_corpus}/tables/segments.csv: 83 rows" in run.out.splitlines()
    check_log(run)
    full = pd.read_parquet(tmp_path / "new" / "full" / "tokens.parquet")
    released = pd.read_csv(small_corpus / "tables" / "tokens.csv", keep_default_na=False)
    assert len(full) > 4 * len(released)
    assert sorted(file.stem for file in (tmp_path / "new" / "full").iterdir()) == [
        "doubts",
        "occurrences",
        "segments",
        "sentences",
        "splittings",
        "tokens",
        "topic_hits",
        "turns",
    ]
    assert refrain("check", "--data", small_corpus).code == 0


def test_full_tables_do_not_go_where_they_might_be_published(refrain, small_corpus):
    for folder in (small_corpus, small_corpus / "full", HOME.parent / "book"):
        run = refrain("tables", "--data", small_corpus, "--full", folder)
        assert run.code != 0 and "may be published" in run.err


def check_log(run: Run) -> None:
    """A log has a line for each source and each recount, and no control characters."""
    assert run.err.splitlines()[:5] == [
        "reading 1 of 4: 2031-03-14-gazette",
        "reading 2 of 4: 2031-03-15-courier",
        "reading 3 of 4: 2031-06-02-lantern",
        "reading 4 of 4: 2031-09-20-forum",
        "recounting 1 of 15: copies counted",
    ]
    assert (run.out + run.err).replace("\n", "").isprintable()


def test_a_person_sees_a_bar(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    rows = list(pd.DataFrame({"source": ["daily", "weekly"]}).itertuples())
    assert list(command_line._show_progress(rows)) == rows
    assert "100%" in capsys.readouterr().err


@pytest.mark.usefixtures("without_recounts")
def test_withheld_words_are_reported_and_a_corpus_may_track_no_phrase(refrain, small_corpus):
    keep_header(PHRASES)(small_corpus)
    path = small_corpus / "decisions" / "patterns.csv"
    write_rows(path, [*read_rows(path), ["fish", "the * * * * * * * * * * * * * * *", "far too long"]])
    run = refrain("tables", "--data", small_corpus, "--texts", small_corpus / "sources" / "texts")
    assert run.code == 0
    assert "words that a result needs" in run.err
    assert refrain("check", "--data", small_corpus).code == 0


@pytest.mark.usefixtures("without_recounts")
def test_nothing_is_written_if_anything_fails(refrain, small_corpus, tmp_path, monkeypatch):
    assert refrain("tables", "--data", small_corpus, "--full", tmp_path / "full").code == 0
    before = read_folder(tmp_path)
    (small_corpus / FORUM).write_text("Another text altogether.\n")
    others = building.build_tables(Corpus(small_corpus))
    monkeypatch.setattr(building, "build_tables", lambda *arguments, **named: others)
    for owner, step in [(tabling, "save_tables"), (tabling, "replace_folder"), (pd.DataFrame, "to_parquet")]:
        with monkeypatch.context() as patch:
            patch.setattr(owner, step, fail_for_want_of_space)
            run = refrain("tables", "--data", small_corpus, "--full", tmp_path / "full")
        assert run.code == 1
        assert run.err.splitlines()[-1].startswith("refrain: disk: No space left on device; free some space")
        after = read_folder(tmp_path)
        assert {name for name in after if after[name] != before.get(name)} == {f"data/{FORUM}"}, step
    assert refrain("tables", "--data", small_corpus, "--full", tmp_path / "full").code == 0
    assert read_folder(tmp_path)["data/tables/words.csv"] != before["data/tables/words.csv"]


def fail_for_want_of_space(*arguments, **named):
    raise OSError(28, "No space left on device", "disk")


# roles


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("options", [(), ("--speaker", "Maren Oldwick"), ("--kind", "transcript")])
def test_roles_tile_the_text(refrain, small_corpus, options):
    path = small_corpus / "sources" / "texts" / "2031-03-14-gazette.txt"
    run = refrain("roles", path, "--format", "csv", *options)
    text = path.read_text(encoding="utf-8")
    rows = read_csv(run.out)
    assert run.code == 0
    assert all(line.startswith("doubt: ") for line in run.err.splitlines())
    assert list(rows[0]) == ["start", "end", "role", "speaker", "n_words", "start_time"]
    spans = [(int(row["start"]), int(row["end"])) for row in rows]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[slice(*span)] for span in spans).split()) == "".join(text.split())
    answers = [row for row in rows if row["role"] == "answer"]
    assert {row["speaker"] for row in answers} == {"Maren Oldwick"}
    assert len(answers) == 8  # seven answers, one of them with a note inside


def test_another_kind_and_another_speaker_split_otherwise(refrain, small_corpus):
    path = small_corpus / "sources" / "texts" / "2031-03-14-gazette.txt"
    run = refrain("roles", path, "--kind", "report", "--format", "csv")
    assert "question" not in {row["role"] for row in read_csv(run.out)}
    run = refrain("roles", path, "--speaker", "Ada Roe", "--format", "csv")
    assert "answer" not in {row["role"] for row in read_csv(run.out)}


def test_the_text_form_names_kind_speaker_and_roles(refrain, small_corpus):
    lines = refrain("roles", small_corpus / FORUM, "--kind", "excerpt", "--speaker", "Maren Oldwick").out
    assert lines.startswith(
        "kind: excerpt, speaker: Maren Oldwick\nown words: 104 of 104 running words (100%)"
    )
    assert "\napparatus: From the speech" in lines
    assert "\nanswer (Maren Oldwick): The shared waters are not a border." in lines
    assert "\nnote (editor): ¹ Signed in 1998" in lines
    assert "\x1b" not in lines


def test_roles_are_utf8_in_every_locale(small_corpus):
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    path = small_corpus / "sources" / "texts" / "2031-03-15-courier.txt"
    run = run_apart("roles", path, **bare)
    assert run.code == 0
    assert "“Open harbours were our own proposal,”" in run.out.replace("\n", "")


# bad input


def set_cell(file: str, row: int, column: str, value: str):
    def edit(data: Path) -> None:
        rows = read_rows(data / file)
        rows[row][rows[0].index(column)] = value
        write_rows(data / file, rows)

    return edit


def drop_column(file: str, column: str):
    def edit(data: Path) -> None:
        rows = read_rows(data / file)
        at = rows[0].index(column)
        write_rows(data / file, [row[:at] + row[at + 1 :] for row in rows])

    return edit


def add_column(file: str):
    return lambda data: write_rows(data / file, [[*row, "x"] for row in read_rows(data / file)])


def repeat_row(file: str):
    def edit(data: Path) -> None:
        rows = read_rows(data / file)
        write_rows(data / file, [*rows, rows[1]])

    return edit


def write(file: str, content: bytes):
    return lambda data: (data / file).write_bytes(content)


def remove(file: str):
    return lambda data: (data / file).unlink()


def keep_header(file: str):
    return lambda data: (data / file).write_text(
        (data / file).read_text("utf-8").splitlines()[0] + "\n", "utf-8"
    )


def make_folder(file: str):
    def edit(data: Path) -> None:
        (data / file).unlink()
        (data / file).mkdir()

    return edit


MANIFEST, EVENTS = "sources/manifest.csv", "sources/events.csv"
PATTERNS, PHRASES, SPEAKERS = "decisions/patterns.csv", "decisions/phrases.csv", "decisions/speakers.csv"
FAULTS = [
    (drop_column(MANIFEST, "kind"), ["manifest.csv, line 1", "they must be source, event"]),
    (add_column(MANIFEST), ["manifest.csv, line 1", "they must be"]),
    (
        repeat_row(MANIFEST),
        ["manifest.csv, line 6", "source 2031-06-02-lantern stands above already; remove one"],
    ),
    (
        set_cell(MANIFEST, 2, "published", "15 March"),
        ["manifest.csv, line 3", "published is '15 March'", "a date"],
    ),
    (set_cell(MANIFEST, 1, "kind", "poem"), ["manifest.csv, line 2", "kind is 'poem'; it must be one of"]),
    (set_cell(MANIFEST, 1, "event", "none\n\x1b"), ["manifest.csv, line 3", "control character U+001B"]),
    (
        set_cell(MANIFEST, 1, "event", "no\nne"),
        ["manifest.csv, line 2", "event 'no ne' is not in events.csv; add"],
    ),
    (
        set_cell(MANIFEST, 1, "source", "../x"),
        ["manifest.csv, line 2", "source is '../x'; it must have the form"],
    ),
    (
        set_cell(MANIFEST, 1, "sha256", "abc"),
        ["manifest.csv, line 2", "sha256 is 'abc'; it must have the form"],
    ),
    (set_cell(MANIFEST, 3, "sha256", "0" * 64), ["forum.txt", "SHA-256", "manifest.csv, line 4; restore"]),
    (write(MANIFEST, b""), ["manifest.csv, line 1", "the file is empty; write"]),
    (keep_header(MANIFEST), ["manifest.csv", "there is no source; add"]),
    (write(MANIFEST, b"\xff\xfes\x00"), ["manifest.csv, line 1", "not UTF-8; save"]),
    (write(MANIFEST, b"PK\x03\x04 a spreadsheet"), ["manifest.csv, line 1", "control character U+0003"]),
    (remove(MANIFEST), ["manifest.csv", "no such file; write one with the columns"]),
    (make_folder(MANIFEST), ["manifest.csv", "no such file"]),
    (
        set_cell(EVENTS, 2, "date", "2031-02-30"),
        ["events.csv, line 3", "date is '2031-02-30'; it must be a date"],
    ),
    (set_cell(EVENTS, 2, "event", ""), ["events.csv, line 3", "event is ''; it must not be empty"]),
    (repeat_row(EVENTS), ["events.csv, line 5", "event forum stands above already"]),
    (drop_column(PATTERNS, "reason"), ["patterns.csv, line 1", "they must be topic, pattern, reason"]),
    (repeat_row(PATTERNS), ["patterns.csv, line 11", "fish, herring stands above already"]),
    (
        set_cell(PATTERNS, 1, "topic", "whales"),
        ["patterns.csv, line 2", "topic 'whales' is not in topics.csv; add"],
    ),
    (set_cell(PATTERNS, 1, "pattern", "***"), ["patterns.csv, line 2", "names no word; write"]),
    (write(PATTERNS, b'topic,pattern,reason\nfish,"cod,x\n'), ["patterns.csv, line 2", "mend the quotes"]),
    (
        write(PHRASES, b"phrase,pattern,reason\na,b\n"),
        ["phrases.csv, line 2", "2 cells in place of 3; quote"],
    ),
    (set_cell(SPEAKERS, 1, "role", "question"), ["speakers.csv", "no row has the role 'answer'; add one"]),
    (
        set_cell(SPEAKERS, 2, "role", "answer"),
        ["speakers.csv, line 3", "a second speaker", "a report studies one"],
    ),
    (remove(FORUM), ["forum.txt", "no such file; check"]),
    (make_folder(FORUM), ["forum.txt", "a folder or a device; name"]),
    (write(FORUM, b""), ["forum.txt, line 1", "empty; put"]),
    (write(FORUM, b"One.\nTwo \xff.\n"), ["forum.txt, line 2", "byte 0xFF is not UTF-8; save"]),
    (write(FORUM, b"One.\nTwo.\nThr\x08ee.\n"), ["forum.txt, line 3", "control character U+0008; delete"]),
    (write(FORUM, b"word " * 1_000_001), ["forum.txt", "larger than 5,000,000 bytes; check"]),
]


@pytest.mark.parametrize(("break_it", "parts"), FAULTS, ids=[" ".join(parts)[:60] for _, parts in FAULTS])
def test_broken_data_give_one_clear_line_and_write_nothing(refrain, small_corpus, break_it, parts):
    break_it(small_corpus)
    before = read_folder(small_corpus)
    run = refrain("tables", "--data", small_corpus)
    assert run.code == 1
    check_line(run.err, parts)
    assert run.out == ""
    assert read_folder(small_corpus) == before


def check_line(err: str, parts: list[str]) -> None:
    """One printable line that starts with the program's name and holds the parts in their order."""
    assert err.count("\n") == 1
    assert err.startswith("refrain: ")
    assert err.rstrip("\n").isprintable()
    places = [err.find(part) for part in parts]
    assert -1 not in places, (err, parts)
    assert places == sorted(places)


ARGUMENTS = [
    (
        ["tables", "--data", "{tmp}/none"],
        ["none: there is no such folder; name one with sources/ and decisions/"],
    ),
    (["tables", "--data", "{data}/" + FORUM], ["forum.txt: there is no such folder; name one with"]),
    (
        ["tables", "--data", "{data}", "--texts", "{tmp}/none"],
        ["none: there is no such folder; name", "--texts"],
    ),
    (["tables", "--data", "{data}", "--texts", "{data}/" + MANIFEST], ["there is no such folder", "--texts"]),
    (
        ["tables", "--data", "{data}", "--full", "{data}/" + MANIFEST],
        ["manifest.csv is a file; name a folder"],
    ),
    (
        ["tables", "--data", "{data}", "--full", "{data}/" + MANIFEST + "/x/y"],
        ["manifest.csv is a file; name a"],
    ),
    (
        ["tables", "--data", "{data}", "--full", "{data}/tables/full"],
        ["may be published; name a folder outside"],
    ),
    (["tables", "--data"], ["Option '--data' requires an argument", "See `refrain"]),
    (["tables", "extra"], ["unexpected extra argument (extra)", "See `refrain tables --help`"]),
    (
        ["check", "--data", "{tmp}/none"],
        ["none: there is no such folder; name one with sources/ and decisions/"],
    ),
    (["explain"], ["Missing argument 'TOPIC'"]),
    (["explain", "whales", "--data", "{data}"], ["topics.csv: no topic is called 'whales'; the topics are"]),
    (["explain", "fish", "--data", "{data}", "--texts", "{tmp}/no"], ["no: there is no such folder; name"]),
    (["roles"], ["Missing argument 'FILE"]),
    (["roles", "{tmp}/none.txt"], ["none.txt: there is no such file; check"]),
    (["roles", "{tmp}"], ["a folder or a device; name"]),
    (["roles", "{tmp}/" + "x" * 5000], ["File name too long; check the path"]),
    (["roles", "{tmp}/line\nbreak"], ["line break: there is no such file"]),
    (
        ["roles", "{data}/" + FORUM, "--kind", "poem"],
        ["'--kind': 'poem' is not one of 'transcript', 'speech'"],
    ),
    (
        ["roles", "{data}/" + FORUM, "--format", "xml"],
        ["'xml' is not one of 'csv', 'text'", "refrain roles --help"],
    ),
    (["roles", "{data}/" + FORUM, "--colour"], ["No such option"]),
    (["review", "--book", "{tmp}/none"], ["No such option"]),
    (["readability"], ["Missing argument 'FILE'"]),
    (["readability", "{tmp}/none.txt"], ["none.txt: there is no such file; check"]),
    (["readability", "{data}/" + FORUM, "--kind", "poem"], ["'--kind': 'poem' is not one of", "'prose'"]),
    (["revue"], ["No such command 'revue'", "See `refrain --help`"]),
    (["--version"], ["No such option", "See `refrain --help`"]),
]


@pytest.mark.parametrize(("arguments", "parts"), ARGUMENTS, ids=[" ".join(a)[:50] for a, _ in ARGUMENTS])
def test_unexpected_arguments_give_one_clear_line(refrain, small_corpus, tmp_path, arguments, parts):
    run = refrain(*(part.format(tmp=tmp_path, data=small_corpus) for part in arguments))
    assert run.code == 1
    check_line(run.err, parts)


@pytest.mark.parametrize("speaker", ["", "Ömer", "x" * 500, "Dr. A. B. C"])
def test_any_speaker_may_be_looked_for(refrain, small_corpus, speaker):
    assert refrain("roles", small_corpus / FORUM, "--speaker", speaker).code == 0


@pytest.mark.parametrize("speaker", [" ", "?", "*[("])
def test_a_speaker_without_a_letter_is_refused_as_such_a_name_fits_every_label(
    refrain, small_corpus, speaker
):
    run = refrain("roles", small_corpus / FORUM, "--speaker", speaker)
    assert run.code == 1
    check_line(run.err, [f"--speaker '{speaker}' holds no letter", "write the full name"])


def test_a_process_of_its_own_says_the_same(small_corpus):
    (small_corpus / FORUM).write_bytes(b"One.\nTwo \xff.\n")
    run = run_apart("tables", "--data", small_corpus)
    assert run.code == 1
    check_line(run.err, ["forum.txt, line 2: byte 0xFF is not UTF-8; save the file as UTF-8."])


def test_a_reader_who_has_seen_enough_ends_the_command_quietly(small_corpus):
    path = small_corpus / "sources" / "texts" / "2031-03-14-gazette.txt"
    path.write_text(path.read_text(encoding="utf-8") * 20, encoding="utf-8")
    command = [sys.executable, "-m", "analysis", "roles", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_a_command_that_is_stopped_says_so(refrain, small_corpus, monkeypatch):
    def stop(*arguments, **named):
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "build_tables", stop)
    run = refrain("tables", "--data", small_corpus)
    assert (run.code, run.err.strip()) == (130, "refrain: stopped; nothing was written.")


@pytest.mark.parametrize("when", ["import click", "import analysis.commands.kwic", "import pandas"])
def test_who_stops_it_while_it_starts_is_told_and_nobody_sees_a_traceback(small_corpus, when):
    program = (
        "import builtins, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # who is started in the background ignores it
        "load, wanted = builtins.__import__, sys.argv.pop(1).split()[1]\n"
        "def stop(name, *more, **named):\n"
        "    if name == wanted or (name == 'analysis.commands' and wanted.startswith(name)):\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "    return load(name, *more, **named)\n"
        "builtins.__import__ = stop\n"
        "from analysis.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", program, when, "check", "--data", small_corpus]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    told = (run.returncode, run.stdout, run.stderr.strip())  # click ends the line that was begun
    assert told == (130, "", "refrain: stopped; nothing was written.")


def test_an_error_of_the_program_is_not_taken_for_one_of_the_input(refrain, small_corpus, monkeypatch):
    def fail(*arguments, **named):
        raise ZeroDivisionError

    monkeypatch.setattr(building, "build_tables", fail)
    with pytest.raises(ZeroDivisionError):
        refrain("tables", "--data", small_corpus)


def test_bad_input_is_one_line_whatever_it_holds():
    assert command_line._explain(InputError("a\n\tb\x1b[2J\u2028c")) == "a b [2J c"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["tables", "--help"], ["explain", "-h"]])
def test_help_is_no_error(refrain, arguments):
    run = refrain(*arguments)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Usage: refrain")
