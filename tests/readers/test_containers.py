"""One interview in every kind of file: the same words are the speaker's, and the same are asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from containers import INTERVIEW, N_PHRASE, PHRASE, SPEAKER, WRITERS, write_container

from analysis.formats import Speaker, split_source, time_turns
from analysis.language import find_words
from analysis.storage import read_file

# When each turn begins, in seconds, in the files that have times: three seconds a cue; Otter tells turns only.
WITH_CUES = ("teams.vtt", "zoom.vtt", "titles.srt", "whisperx.json", "praat.TextGrid", "elan.eaf")
BEGINS = {**{name: [0, 6, 12, 18, 27, 30] for name in WITH_CUES}, "otter.txt": [0, 3, 6, 9, 12, 15]}


def read_container(folder: Path, name: str):
    path = folder / name
    path.write_bytes(write_container(name))
    reading = read_file(path)
    return reading, split_source(reading.text, kind="transcript", speaker=Speaker(SPEAKER), marks=reading)


def list_words(text: str, segments, role: str) -> list[str]:
    """The words of a role, as they are written, in order."""
    rows = segments[segments["role"] == role].itertuples()
    return [text[start:end] for row in rows for start, end in find_words(text, row.start, row.end)]


def list_said(speaks: bool) -> list[str]:
    said = " ".join(words for voice, cues in INTERVIEW if (voice == SPEAKER) == speaks for words in cues)
    return [said[start:end] for start, end in find_words(said)]


@pytest.mark.parametrize("name", WRITERS)
def test_own_words_and_questions_are_equal_in_every_container(tmp_path, name):
    reading, split = read_container(tmp_path, name)
    assert list_words(reading.text, split.segments, "answer") == list_said(True)
    assert list_words(reading.text, split.segments, "question") == list_said(False)
    assert split.segments["turn"].max() == len(INTERVIEW)
    assert "speaker guessed" not in " ".join(split.doubts["kind"])


@pytest.mark.parametrize("name", WRITERS)
def test_a_phrase_is_found_over_the_ends_of_cues(tmp_path, name):
    reading, _ = read_container(tmp_path, name)
    assert reading.text.count(PHRASE) == N_PHRASE


@pytest.mark.parametrize("name", WRITERS)
def test_a_turn_has_the_time_of_its_first_cue_where_the_file_has_times(tmp_path, name):
    reading, split = read_container(tmp_path, name)
    turns = time_turns(split.segments, reading.times)
    begins = BEGINS.get(name, [])
    assert turns["start_time"].dropna().tolist() == begins
    assert turns["n_words"].sum() == len(list_said(True)) + len(list_said(False))
