"""What nobody decided stops the tables: silent sources, guessed voices, labels and places that match nothing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from corpus_of_three import EVENTS, MANIFEST, SPEAKERS, write_rows, write_text

from analysis.errors import InputError
from analysis.pipeline.check_split import check_own_words, check_split, list_labels
from analysis.pipeline.full import build_full
from analysis.storage.corpus import Corpus

GAZETTE_SAYS = """
Question: Who pays for the ferries?

Maren Oldwick: It is not we. Open harbours were our own proposal. Ask the scientists.

Question: What is wanted?

Maren Oldwick: Three things. Bread, water and light.
"""
COURIER_SAYS = "“Open harbours were our own proposal,” Maren Oldwick said on Friday."
COURIER = "2031-03-15-courier"
GAZETTE = "2031-03-14-gazette"
PLACES = ["source", "start", "end", "role", "speaker", "text", "reason"]


@pytest.fixture
def folder(small_corpus: Path) -> Path:
    """The data folder with two of its sources, a short interview and a shorter report."""
    rows = [row for row in MANIFEST if row[0] in ("source", GAZETTE, COURIER)]
    write_rows(small_corpus / "sources" / "manifest.csv", rows)
    write_rows(small_corpus / "sources" / "events.csv", [EVENTS[0], EVENTS[2]])
    write_text(small_corpus, GAZETTE, GAZETTE_SAYS)
    write_text(small_corpus, COURIER, COURIER_SAYS)
    return small_corpus


def build(data: Path) -> dict[str, pd.DataFrame]:
    """Build the full tables of a folder."""
    return build_full(Corpus(data))


def decide(data: Path, name: str, rows: list[list[object]]) -> None:
    """Write a table of decisions."""
    write_rows(data / "decisions" / f"{name}.csv", rows)


def declare(data: Path, *rows: tuple[str, str, str]) -> None:
    """Add rows (speaker, label, role) to speakers.csv."""
    decide(data, "speakers", [*SPEAKERS, *([*row, "a test"] for row in rows)])


def test_a_sound_folder_passes(folder):
    assert set(build(folder)["segments"]["source"]) == set(Corpus(folder).texts["source"])


# sources without own words


SILENT = "The minister of the sea received nobody.\n\n“We wait for the herring,” said a fisherman on Friday."


def test_a_source_without_own_words_is_an_error_that_names_it_and_both_ways_out(folder):
    write_text(folder, COURIER, SILENT)
    with pytest.raises(InputError) as error:
        build(folder)
    said = str(error.value)
    assert said.startswith(f"{COURIER}: no word is Maren Oldwick's; look with `refrain roles FILE --data ")
    assert f"list the source in {folder / 'decisions' / 'absent.csv'}" in said


def test_a_source_that_absent_lists_may_hold_none(folder):
    write_text(folder, COURIER, SILENT)
    decide(folder, "absent", [["source", "reason"], [COURIER, "it is about her, and quotes others"]])
    segments = build(folder)["segments"]
    assert not segments.loc[segments["source"] == COURIER, "role"].isin(["answer", "quote"]).any()


def test_absent_excuses_only_whom_it_lists(folder):
    write_text(folder, COURIER, SILENT)
    decide(folder, "absent", [["source", "reason"], [GAZETTE, "the wrong one"]])
    with pytest.raises(InputError, match=f"^{COURIER}: no word is"):
        build(folder)


def test_a_source_that_absent_lists_must_be_in_the_manifest(folder):
    decide(folder, "absent", [["source", "reason"], ["2030-none", "no such source"]])
    with pytest.raises(InputError, match=r"absent.csv, line 2: .*2030-none"):
        build(folder)


def test_own_words_are_counted_by_word_and_source(folder):
    rows = [("a", "answer", 3), ("b", "question", 3), ("b", "answer", 0), ("c", "quote", 1)]
    segments = pd.DataFrame(rows, columns=["source", "role", "n_words"])
    with pytest.raises(InputError, match=r"^b: no word is Maren Oldwick's"):
        check_own_words(segments, Corpus(folder))
    check_own_words(segments[segments["source"] != "b"], Corpus(folder))


# voices without names


ANONYMOUS = "\n\n".join(
    [
        "Speaker 1: Good morning. Who pays for the ferries?",
        "Speaker 2: The state pays for the ferries, and Oldwick knows it well enough.",
        "Speaker 1: All of them?",
        "Speaker 2: All of them, in every harbour of the island.",
    ]
)


def test_a_guess_among_voices_without_names_stops_the_tables(folder):
    write_text(folder, GAZETTE, ANONYMOUS)
    with pytest.raises(InputError) as error:
        build(folder)
    said = str(error.value)
    assert said.startswith(f"{GAZETTE}: speaker guessed among voices without names: Speaker 2 answers")
    assert "Speaker 2 (2 turns, 21 words); Speaker 1 (2 turns, 10 words)" in said
    assert said.endswith(f"add a row to {folder / 'decisions' / 'speakers.csv'}.")


def test_a_decided_voice_lets_them_be_built(folder):
    write_text(folder, GAZETTE, ANONYMOUS)
    asks = ["interviewer", "Speaker 1", "question", "a test"]
    decide(folder, "speakers", [SPEAKERS[0], ["Maren Oldwick", "Speaker 2", "answer", "a test"], asks])
    segments = build(folder)["segments"]
    words = segments[segments["source"] == GAZETTE].groupby("role")["n_words"].sum()
    assert (words["answer"], words["question"]) == (21, 10)


def test_labels_of_which_none_is_the_speaker_are_listed_with_the_source(folder):
    write_text(folder, GAZETTE, ANONYMOUS.replace("Speaker 1", "Tor Bakke").replace("Speaker 2", "Piet Ollo"))
    listed = r"Piet Ollo \(2 turns, 21 words\); Tor Bakke \(2 turns, 10 words\)"
    with pytest.raises(
        InputError, match=f"^{GAZETTE}: no label names Maren Oldwick; the labels are {listed}"
    ):
        build(folder)


# labels that open no turn


def test_a_declared_label_that_opens_no_turn_is_an_error_with_the_labels_seen(folder):
    declare(folder, ("Maren Oldwick", "M.O.", "answer"))
    with pytest.raises(InputError) as error:
        build(folder)
    said = str(error.value)
    file = folder / "decisions" / "speakers.csv"
    assert said.startswith(f"{file}: the label 'M.O.' opens no turn; the labels seen are: ")
    assert "maren oldwick" in said and "question" in said


def test_a_label_in_the_middle_of_a_word_or_an_answer_opens_no_turn(folder):
    for label in ("quest", "scientists", "st"):
        declare(folder, ("interviewer", label, "question"))
        with pytest.raises(InputError, match=f"the label '{label}' opens no turn"):
            build(folder)


@pytest.mark.parametrize("label", ["Maren Oldwick:", "MAREN OLDWICK", "Question:"])
def test_a_declared_label_is_found_in_any_case_with_its_colon_or_without(folder, label):
    role = ("interviewer", "question") if "Q" in label else ("Maren Oldwick", "answer")
    declare(folder, (role[0], label, role[1]))
    build(folder)


def test_labels_are_counted_by_what_follows_them(folder):
    text = "Question: Who pays?\nMaren Oldwick: The state.\n\nQuestion: Why?\nMaren Oldwick: So."
    write_text(folder, GAZETTE, text.replace("\n", "\n\n"))
    corpus = Corpus(folder)
    segments = build(folder)["segments"]
    segments = segments[segments["source"] == GAZETTE]
    assert list_labels(segments, corpus) == {"question": 2, "maren oldwick": 2}


def test_checks_run_on_tables_in_memory(folder):
    built = build(folder)
    corpus = Corpus(folder)
    check_split(built["segments"], built["doubts"], corpus)
    guessed = pd.DataFrame(
        [(GAZETTE, 0, 9, "speaker guessed among voices without names", "X answers", "say so")],
        columns=["source", "start", "end", "kind", "decided", "remedy"],
    )
    with pytest.raises(InputError, match=f"^{GAZETTE}: speaker guessed"):
        check_split(built["segments"], guessed, corpus)


# places


def place(data: Path, words: str, role: str = "other", **changed: object) -> list[object]:
    """Return a row of places.csv for some words of the Gazette's interview."""
    text = (data / "sources" / "texts" / f"{GAZETTE}.txt").read_text(encoding="utf-8")
    start = text.index(words)
    row = {
        "source": GAZETTE,
        "start": start,
        "end": start + len(words),
        "role": role,
        "speaker": "Piet Ollo",
        "text": " ".join(words.split()[:4]),
        "reason": "a voice from the hall",
    }
    return list((row | changed).values())


WORDS = "It is not we. Open harbours were our own proposal."


def test_a_place_whose_words_stand_there_decides_the_role(folder):
    decide(folder, "places", [PLACES, place(folder, WORDS)])
    segments = build(folder)["segments"]
    row = segments[(segments["source"] == GAZETTE) & (segments["role"] == "other")].iloc[0]
    assert (row["speaker"], row["n_words"], row["end"] - row["start"]) == ("Piet Ollo", 10, len(WORDS))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"text": "It was not."},
            r"line 2: at \d+ the text says 'It is not we. Open harbours', not 'It was not.'",
        ),
        ({"start": 3}, r"line 2: at 3 the text says .* mend start and end, or delete the row"),
        ({"end": 5}, r"line 2: at \d+ the text says '', not"),
        ({"start": 10**7, "end": 10**7 + 9}, r"line 2: at 10000000 the text says ''"),
        ({"source": "2030-none"}, r"line 2: .*'?2030-none"),
        ({"role": "poet"}, r"line 2: role is 'poet'; it must be one of"),
        ({"text": ""}, r"line 2: text is ''; it must not be empty"),
        ({"reason": ""}, r"line 2: reason is ''; it must not be empty"),
    ],
)
def test_a_place_that_fits_no_more_is_an_error_with_file_and_line(folder, changed, message):
    decide(folder, "places", [PLACES, place(folder, WORDS, **changed)])
    with pytest.raises(InputError, match=f"places.csv, {message}"):
        build(folder)


def test_the_line_of_a_later_row_is_named(folder):
    rows = [PLACES, place(folder, WORDS), place(folder, "Three things.", text="Four things.")]
    decide(folder, "places", rows)
    with pytest.raises(InputError, match=r"places.csv, line 3: at \d+ the text says 'Three things.'"):
        build(folder)


def test_words_of_a_place_may_be_wrapped_otherwise(folder):
    decide(folder, "places", [PLACES, place(folder, WORDS, text="It  is\nnot we.")])
    assert "other" in set(build(folder)["segments"]["role"])


def test_a_text_that_changed_under_a_place_is_told(folder):
    decide(folder, "places", [PLACES, place(folder, WORDS)])
    path = folder / "sources" / "texts" / f"{GAZETTE}.txt"
    path.write_text("A new first line.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(InputError, match=r"places.csv, line 2: at \d+ the text says"):
        build(folder)
