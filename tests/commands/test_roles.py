"""`refrain roles`, and the doubts that `roles`, `tables` and `check` list: on standard error, never in the table."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
from corpus_of_three import SPEAKERS, write_rows

from analysis import __main__ as command_line
from analysis.commands.split_file import decide_voices, tell_doubts, tell_split, tell_words
from analysis.errors import InputError
from analysis.formats.cues.people import Speaker
from analysis.formats.role_map import Doubt, Voice

PLAIN = "Question: Who pays?\nJane Roe: The state pays.\nQuestion: All of it?\nJane Roe: Yes, all.\n"
ANONYMOUS = (
    "Speaker 1: Who pays for the dam?\nSpeaker 2: The state pays for the dam.\n"
    "Speaker 1: All of it?\nSpeaker 2: Yes, all of it.\n"
)
COLUMNS = ["start", "end", "role", "speaker", "n_words", "start_time"]


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


@pytest.fixture
def text(tmp_path: Path) -> Callable[..., Path]:
    """Write a text and return its file."""

    def write(content: str, name: str = "talk.txt") -> Path:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return write


def read_csv(run: Run) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(run.out), keep_default_na=False)


def words_of(run: Run) -> dict[str, int]:
    """Return the words of each role in a table that was printed."""
    return read_csv(run).groupby("role")["n_words"].sum().drop("apparatus", errors="ignore").to_dict()


# what is printed


def test_a_text_is_printed_with_its_kind_speaker_and_words(refrain, text):
    run = refrain("roles", text(PLAIN), "--speaker", "Jane Roe", "--kind", "transcript")
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[0] == "kind: transcript, speaker: Jane Roe"
    assert lines[1].startswith("own words: 5 of 10 running words (50%); by role: ")
    assert "question 5" in lines[1] and "answer 5" in lines[1]
    assert "answer (Jane Roe): The state pays." in lines


def test_numbers_of_a_text_without_spaces_are_doubted(refrain, tmp_path):
    path = tmp_path / "talk.txt"
    path.write_text("水の話をします。橋を待っています。" * 3, encoding="utf-8")
    ended = refrain("roles", str(path), "--speaker", "Jane Roe")
    assert "no spaces between words" in ended.out + ended.err


def test_several_texts_are_printed_each_under_its_name(refrain, text):
    files = [text(PLAIN, "one.txt"), text(PLAIN.replace("state", "town"), "two.txt")]
    run = refrain("roles", *files, "--speaker", "Jane Roe")
    lines = run.out.splitlines()
    assert run.code == 0
    assert lines.index(str(files[0])) < lines.index(str(files[1]))
    assert lines.count("kind: transcript, speaker: Jane Roe") == 2
    assert run.err.splitlines() == [
        f"doubt: {file}: kind guessed: transcript; say --kind if it is another." for file in files
    ]


def test_the_csv_stands_alone_on_standard_output(refrain, text):
    run = refrain("roles", text(ANONYMOUS), "--speaker", "Jane Roe", "--format", "csv")
    assert run.code == 0
    assert list(read_csv(run)) == COLUMNS
    assert run.out.splitlines()[0] == "start,end,role,speaker,n_words,start_time"
    assert "doubt" not in run.out
    assert all(line.startswith("doubt: ") for line in run.err.splitlines())
    assert words_of(run) == {"answer": 10, "question": 8}


def test_rows_of_the_csv_are_slices_of_the_text(refrain, text):
    run = refrain("roles", text(PLAIN), "--speaker", "Jane Roe", "--format", "csv")
    table = read_csv(run)
    answers = table[table["role"] == "answer"]
    said = [PLAIN[a:b] for a, b in zip(answers["start"], answers["end"], strict=True)]
    assert said == ["The state pays.", "Yes, all."]
    assert set(answers["speaker"]) == {"Jane Roe"}


def test_the_csv_of_several_texts_is_refused(refrain, text):
    run = refrain("roles", text(PLAIN, "one.txt"), text(PLAIN, "two.txt"), "--format", "csv")
    assert (run.code, run.out) == (1, "")
    assert run.err == "refrain: --format csv prints one text; name one FILE, or leave --format out.\n"


def test_what_was_guessed_is_a_doubt(refrain, text):
    run = refrain("roles", text(PLAIN), "--format", "csv")
    assert "kind guessed: transcript; say --kind if it is another." in run.err
    assert "speaker guessed: Jane Roe; say --speaker if it is another." in run.err


def test_a_doubt_names_file_line_and_words(refrain, text):
    file = text("Jane Roe on dams\n\n" + ANONYMOUS)
    run = refrain("roles", file, "--speaker", "Jane Roe", "--kind", "transcript", "--format", "csv")
    said = "speaker guessed among voices without names “Speaker 2:”: Speaker 2 answers, and is the speaker"
    assert f"doubt: {file}, line 4: {said}" in run.err
    assert "Speaker 2 (2 turns, 10 words); Speaker 1 (2 turns, 8 words)" in run.err
    assert '--label "Speaker 2=answer"' in run.err


def test_labels_that_are_not_the_speakers_stop_the_command_with_the_file(refrain, text):
    file = text(PLAIN.replace("Question", "Tor Bakke").replace("Jane Roe", "Piet Ollo"))
    run = refrain("roles", file, "--speaker", "Jane Roe", "--kind", "transcript")
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(f"refrain: {file}: no label names Jane Roe; the labels are ")


# what is decided


def test_a_label_can_be_tried(refrain, text):
    file = text(ANONYMOUS)
    options = ["--speaker", "Jane Roe", "--kind", "transcript", "--format", "csv"]
    run = refrain("roles", file, *options, "--label", "Speaker 1=answer", "--label", "Speaker 2=question")
    assert words_of(run) == {"answer": 8, "question": 10}
    assert "guessed" not in run.err
    other = refrain("roles", file, *options, "--label", "SPEAKER 1:=other", "--label", "Speaker 2=answer")
    assert words_of(other) == {"answer": 10, "other": 8}


def test_a_label_may_hold_an_equals_sign(refrain, text):
    file = text(ANONYMOUS.replace("Speaker 1", "S=1"))
    run = refrain("roles", file, "--speaker", "Jane Roe", "--format", "csv", "--label", "S=1=question")
    assert run.code == 0


@pytest.mark.parametrize("label", ["Speaker 1", "Speaker 1=", "=answer", "Speaker 1=poet", "=", ""])
def test_a_label_without_a_role_is_refused(refrain, text, label):
    run = refrain("roles", text(ANONYMOUS), "--label", label)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(
        f"refrain: --label '{label}': write TEXT=ROLE, with a role of answer, question,"
    )
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("name", [" ", ".", "()"])
def test_a_speaker_without_a_letter_is_refused(refrain, text, name):
    run = refrain("roles", text(ANONYMOUS), "--speaker", name)
    assert (run.code, run.out) == (1, "")
    assert run.err == f"refrain: --speaker '{name}' holds no letter; write the full name of the person.\n"


def test_an_office_names_the_speaker(refrain, text):
    content = (
        "Q: Who pays?\nForeign Minister: We do.\nFinance Minister: I pay for all of it.\n"
        "Q: Both?\nForeign Minister: Both."
    )
    options = ["--speaker", "Jane Roe", "--kind", "transcript", "--format", "csv"]
    run = refrain("roles", text(content), *options, "--office", "Foreign Minister")
    assert words_of(run) == {"answer": 3, "other": 6, "question": 3}
    run = refrain("roles", text(content), *options, "--office", "Finance Minister")
    assert words_of(run) == {"answer": 6, "other": 3, "question": 3}


def test_labels_of_a_data_folder_are_obeyed(refrain, text, small_corpus):
    rows = [
        *SPEAKERS,
        ["Maren Oldwick", "Grey Owl", "answer", "a test"],
        ["Ollo", "Old Fox", "other", "a test"],
    ]
    write_rows(small_corpus / "decisions" / "speakers.csv", rows)
    file = text(
        "Question: Who pays?\nGrey Owl: The state.\nOld Fox: The towns pay.\nQuestion: Why?\nGrey Owl: So."
    )
    run = refrain("roles", file, "--data", small_corpus, "--kind", "transcript", "--format", "csv")
    assert words_of(run) == {"answer": 3, "other": 3, "question": 3}
    assert set(read_csv(run).query("role == 'answer'")["speaker"]) == {"Maren Oldwick"}
    assert "speaker guessed" not in run.err


def test_a_label_of_the_command_line_overrules_the_data_folder(refrain, text, small_corpus):
    file = text("Question: Who pays?\nMaren Oldwick: The state.\nQuestion: Why?\nMaren Oldwick: So.")
    options = ["--data", small_corpus, "--kind", "transcript", "--format", "csv"]
    assert words_of(refrain("roles", file, *options)) == {"answer": 3, "question": 3}
    run = refrain("roles", file, *options, "--label", "Question=other")
    assert words_of(run) == {"answer": 3, "other": 3}


def test_a_data_folder_that_is_not_there_is_refused(refrain, text, tmp_path):
    run = refrain("roles", text(PLAIN), "--data", tmp_path / "none")
    assert (run.code, run.out) == (1, "")
    assert "none: there is no such folder" in run.err


def test_decided_voices_hold_the_speaker_with_labels_and_office():
    decided = decide_voices(None, speaker="Jane Roe", office="Chair", labels=("Owl=answer", "Fox:=question"))
    assert decided.speaker == Speaker("Jane Roe", ("Owl",), "Chair")
    assert decided.voices == {"Owl": Voice("answer", "Jane Roe"), "Fox": Voice("question", "interviewer")}
    assert decide_voices(None, speaker=None, office="", labels=()) == (None, {})
    with pytest.raises(InputError, match="--label 'Owl': write TEXT=ROLE"):
        decide_voices(None, speaker=None, office="", labels=("Owl",))


# the lines


def test_words_are_told_by_role_with_the_share_of_running_words():
    rows = [("apparatus", 4), ("question", 6), ("answer", 2), ("quote", 1), ("note", 0), ("other", 3)]
    told = tell_words(pd.DataFrame(rows, columns=["role", "n_words"]))
    by_role = "apparatus 4, question 6, answer 2, quote 1, other 3"
    assert told == f"own words: 3 of 12 running words (25%); by role: {by_role}"
    assert tell_words(pd.DataFrame(rows[:1], columns=["role", "n_words"])) == (
        "own words: 0 of 0 running words; by role: apparatus 4"
    )


def test_doubts_are_told_with_their_place_or_without():
    text = "One.\nTwo three four five six seven eight nine ten.\n"
    doubts = pd.DataFrame([Doubt(0, 0, "kind", "a", "b"), Doubt(5, len(text), "other", "c", "d")])
    assert list(tell_doubts(doubts, text, name="f.txt")) == [
        "doubt: f.txt: kind: a; b.",
        "doubt: f.txt, line 2: other “Two three four five six seven eight nine”: c; d.",
    ]


def test_a_split_is_told_by_source_with_its_doubts_behind_it():
    rows = [("a", "answer", 3), ("a", "question", 1), ("b", "quote", 1000), ("b", "narration", 1000)]
    segments = pd.DataFrame(rows, columns=["source", "role", "n_words"])
    doubts = pd.DataFrame([Doubt(1000, 2000, "other", "c", "d")]).assign(source="a")
    assert list(tell_split(segments, doubts)) == [
        "a: own words: 3 of 4 running words (75%); by role: answer 3, question 1",
        "doubt: a, characters 1,000 to 2,000: other: c; d.",
        "b: own words: 1,000 of 2,000 running words (50%); by role: quote 1,000, narration 1,000",
    ]


# tables and check


@pytest.mark.usefixtures("without_recounts")
def test_tables_tell_shares_and_doubts_on_standard_error_and_check_tells_the_same(refrain, small_corpus):
    path = small_corpus / "sources" / "texts" / "2031-06-02-lantern.txt"
    twice = "Maren Oldwick: Thank you. Fishermen would call this hour late.\n"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + f"\n\nRead on:\n\n{twice}", encoding="utf-8")
    built = refrain("tables", "--data", small_corpus)
    assert built.code == 0
    shares = [line for line in built.err.splitlines() if ": own words: " in line]
    assert [line.partition(":")[0] for line in shares] == [
        "2031-03-14-gazette", "2031-03-15-courier", "2031-06-02-lantern", "2031-09-20-forum",
    ]  # fmt: skip
    doubts = [line for line in built.err.splitlines() if line.startswith("doubt: ")]
    table = pd.read_csv(small_corpus / "tables" / "doubts.csv", keep_default_na=False)
    assert len(doubts) == len(table) > 0
    checked = refrain("check", "--data", small_corpus)
    assert checked.code == 0
    wanted = {f"- {line.removeprefix('doubt: ')}" for line in shares + doubts}
    assert wanted <= set(checked.out.splitlines())


def test_check_refuses_tables_in_which_a_source_holds_no_own_word(refrain, built_corpus):
    for path in (built_corpus / "tables").glob("*.csv"):
        table = pd.read_csv(path, keep_default_na=False, dtype="str")
        if {"source", "role"} <= set(table):
            of_courier = table["source"].eq("2031-03-15-courier") & table["role"].eq("quote")
            table.loc[of_courier, "role"] = "other"
            table.to_csv(path, index=False, lineterminator="\n")
    run = refrain("check", "--data", built_corpus)
    assert run.code == 1
    assert "2031-03-15-courier: no word is Maren Oldwick's" in run.out


def test_where_two_guests_are_alike_nobody_is_the_speaker(refrain, text):
    run = refrain(
        "roles", text("Host: Who pays?\n\nIda Moor: We do.\n\nLars Ould: They do.\n\nHost: And you?\n")
    )
    assert "kind: transcript, speaker: unknown" in run.out and "own words: 0 of" in run.out
    assert "speaker guessed: unknown" in run.err
    assert "Ida Moor: 2 words, Lars Ould: 2 words" in run.err


def test_columns_of_a_table_are_named_by_an_option(refrain, text):
    table = text("who,what\nPaul Inger,Who pays?\nJane Roe,The state pays.\n", "talk.csv")
    run = refrain("roles", table, "--speaker", "Jane Roe", "--column", "speaker=who", "--column", "text=what")
    assert run.code == 0
    assert "answer (Jane Roe): The state pays." in run.out
    run = refrain("roles", table, "--column", "words=what")
    assert run.code == 1 and "--column 'words=what': write PART=NAME" in run.err
    run = refrain("roles", table, "--speaker", "Jane Roe")
    assert run.code == 1 and "no column of this CSV table holds the words" in run.err


def test_turns_have_their_times_and_what_is_left_out_is_a_doubt(refrain, text):
    cues = (
        "WEBVTT\n\nNOTE checked\n\n00:00:01.000 --> 00:00:02.000\n<v Paul Inger>Who <i>pays</i>?\n\n"
        "01:00:02.500 --> 01:00:04.000\n<v Jane Roe>The state pays.\n"
    )
    run = refrain("roles", text(cues, "talk.vtt"), "--speaker", "Jane Roe")
    assert "0:00:01 question (interviewer): Who pays?" in run.out
    assert "1:00:02 answer (Jane Roe): The state pays." in run.out
    assert "left out of the file: WebVTT: notes and styles: 1, tags: 2" in run.err


def test_rows_of_the_csv_that_begin_a_turn_have_its_time(refrain, text):
    asked, said = "00:01.500 --> 00:02.000\n<v Ann>Who pays?", "00:03.000 --> 00:04.000\n<v Jane Roe>We do."
    file = text(f"WEBVTT\n\n{asked}\n\n{said}\n", "talk.vtt")
    table = read_csv(refrain("roles", file, "--speaker", "Jane Roe", "--format", "csv"))
    timed = table[table["start_time"] != ""]
    assert timed["role"].tolist() == ["question", "answer"]
    assert timed["start_time"].astype(float).tolist() == [1.5, 3.0]
