"""Any text scored, from Python and from the command line: the same numbers as the report's."""

from __future__ import annotations

import io
import sys

import pandas as pd
import pytest
from corpus_of_three import GAZETTE

from analysis import __main__ as command_line
from analysis.commands.readability_text import show_scores
from analysis.counting.endings import add_turns
from analysis.errors import InputError
from analysis.readability.any_text import SCORED, count_file_text, score_text
from analysis.readability.bands import measure_bands
from analysis.readability.formulas import FORMULAS
from analysis.storage.sources import read_file

PROSE = "The sea was calm. It was a long day; nobody spoke, and they watched the harbour light. " * 8


def test_a_text_that_is_no_interview_has_one_role():
    scores = score_text(PROSE)
    assert list(scores) == SCORED
    assert set(scores["role"]) == {"text"}
    assert scores["formula"].tolist() == [formula.formula for formula in FORMULAS]
    assert set(scores["n_words"]) == {8 * 17}
    assert set(scores["n_sentences"]) == {16}


def test_low_and_high_are_the_ends_of_the_band():
    # As counted two sentences of 17 words, with semicolon or comma three; joined, one in each group of 20.
    scores = score_text(PROSE).set_index("formula")
    row = scores.loc["easy_listening"]
    assert row["low"] < row["score"] < row["high"]
    assert scores.loc["forcast", "reason"] == "needs 150 words, has 136"
    assert scores.loc["forcast", ["score", "low", "high"]].isna().all()


def test_a_speech_of_one_turn_has_intervals_over_its_paragraphs():
    sentence = "The sea was calm and nobody spoke of the harbour light. "
    paragraphs = [sentence * n + "Nobody had anticipated it." for n in (2, 3, 1, 4, 6, 7, 5)]
    scores = score_text("\n\n".join(paragraphs), kind="prose")
    row = scores.set_index("formula").loc["flesch_kincaid"]
    assert row["interval_over"] == "paragraphs" and row["interval_reason"] == ""
    assert row["interval_low"] < row["score"] < row["interval_high"]
    assert "over paragraphs" in show_scores(scores)
    few = score_text("\n\n".join(paragraphs[3:6]), kind="prose")
    assert "fewer than 6 paragraphs" in set(few["interval_reason"])


def test_an_interview_has_its_roles():
    scores = score_text(GAZETTE)
    assert set(scores["role"]) == {"answer", "question"}
    assert set(score_text(GAZETTE, kind="prose")["role"]) == {"text"}
    assert set(score_text(GAZETTE, kind="transcript", speaker="Maren Oldwick")["role"]) == {
        "answer",
        "question",
    }


def test_the_command_line_scores_as_the_report_does(small_corpus, counted_once):
    tables = counted_once.released
    sentences = add_turns(tables["sentences"], tables["segments"])
    measured = measure_bands(sentences, tables["splittings"], FORMULAS, by=["source", "role"])
    path = small_corpus / "sources" / "texts" / "2031-03-14-gazette.txt"
    ours = measured[measured["source"] == path.stem].reset_index(drop=True)
    scored = score_text(read_file(path).text, kind="transcript", speaker="Maren Oldwick")
    shared = [column for column in SCORED if column in ours]
    pd.testing.assert_frame_equal(scored[shared], ours[shared])
    assert set(scored["interval_over"]) == {"turns"}


def test_one_text_read_twice_is_counted_alike():
    one, two = count_file_text(GAZETTE), count_file_text(GAZETTE)
    for name, table in one.items():
        pd.testing.assert_frame_equal(table, two[name])


def run(monkeypatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["refrain", "readability", *map(str, arguments)])
    try:
        command_line.main()
    except SystemExit as ending:
        if isinstance(ending.code, str):
            print(ending.code, file=sys.stderr)
        return 1
    return 0


def test_csv_has_a_row_a_role_and_formula(tmp_path, monkeypatch, capsys):
    (tmp_path / "sea.txt").write_text(PROSE, encoding="utf-8")
    assert run(monkeypatch, tmp_path / "sea.txt", "--format", "csv") == 0
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), keep_default_na=False)
    assert list(printed) == SCORED
    assert len(printed) == len(FORMULAS)


def test_words_without_a_score_are_told_apart_from_the_table(tmp_path, monkeypatch, capsys):
    (tmp_path / "sea.txt").write_text(
        "Harbour news\n\nQuestion: Why?\n\nAnswer: Nobody knows.\n", encoding="utf-8"
    )
    assert run(monkeypatch, tmp_path / "sea.txt", "--kind", "transcript", "--format", "csv") == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("role,")
    assert printed.err.startswith("4 of 7 words are not scored")  # the heading and two labels
    assert run(monkeypatch, tmp_path / "sea.txt", "--kind", "prose") == 0
    assert capsys.readouterr().err == ""


def test_a_reader_sees_names_and_bands():
    lines = show_scores(score_text(PROSE)).splitlines()
    assert lines[0] == "text: 136 words, 16 sentences"
    assert any(
        line.startswith("  SMOG grade") and line.endswith("needs 30 sentences, has 16") for line in lines
    )
    assert any(line.startswith("  Flesch reading ease") and " to " in line for line in lines)


def test_lines_for_a_reader_keep_names_apart_and_have_a_band_where_there_is_one():
    scores = score_text(PROSE * 2)
    lines = show_scores(scores).splitlines()[1:]
    for line, formula in zip(lines, FORMULAS, strict=True):
        assert line[2:].startswith(f"{formula.label}  ")
    said = [" to " in line.partition("95 %")[0] for line in lines]
    assert said == (scores["low"] < scores["high"]).tolist()
    assert dict(zip(scores["formula"], said, strict=True))["forcast"] is False


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "sea.txt, line 1: the file is empty; put the text there."),
        (b" \n\n", "sea.txt, line 1: the file is empty"),
        (b"*** ...", "sea.txt: no sentence was found in the text; name a file with running text."),
        (b"We wait.\nThey \xff come.", "sea.txt, line 2: byte 0xFF is not UTF-8; save the file as UTF-8."),
        (b"\x7fELF\x00\x01", "sea.txt, line 1: "),
    ],
)
def test_a_file_that_cannot_be_scored_gives_one_line(tmp_path, monkeypatch, capsys, content, message):
    (tmp_path / "sea.txt").write_bytes(content)
    assert run(monkeypatch, tmp_path / "sea.txt", "--format", "csv") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1 and message in printed.err


def test_an_unknown_kind_is_refused():
    with pytest.raises(InputError, match=r"unknown kind 'poem': use one of .*, prose"):
        score_text(PROSE, kind="poem")
