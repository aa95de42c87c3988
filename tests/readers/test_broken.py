"""Files that are damaged, hostile or something else: one sentence each, and no more memory than the file is worth."""

from __future__ import annotations

import json
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from containers import WRITERS, write_container

from analysis.errors import InputError
from analysis.readers import read_content, registry, speech_json, xml_tree

NAMES = [name for name in WRITERS if not name.endswith(".txt")]  # text may be anything


def ending_of(name: str) -> str:
    return Path(name).suffix.casefold()


def refuse(content: bytes, ending: str) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(InputError) as refused:
        read_content(content, ending=ending)
    sentence = str(refused.value)
    assert sentence.endswith(".") and "\n" not in sentence
    return sentence


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_breaks_off_anywhere_is_read_or_refused_in_a_sentence(name):
    content = write_container(name)
    for stop in range(1, len(content), max(1, len(content) // 40)):
        try:
            read_content(content[:stop], ending=ending_of(name))
        except InputError as refused:
            assert "\n" not in str(refused)


@pytest.mark.parametrize("name", ["whisperx.json", "praat.TextGrid", "elan.eaf", "debate.xml", "turns.jsonl"])
def test_what_states_its_end_is_refused_when_it_breaks_off(name):
    content = write_container(name)
    assert refuse(content[: len(content) * 2 // 3], ending_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file_of_a_format_is_refused(name):
    assert refuse(b"", ending_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_prose_with_the_ending_of_a_format_is_refused(name):
    assert refuse(b"We looked at the root causes.\n\nNobody spoke.\n", ending_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_in_a_file_overrules_its_ending(name):
    content = write_container(name)
    assert read_content(content, ending=".txt") == read_content(content, ending=ending_of(name))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<TEI><text><body>" + b"<div>" * 5000, "its elements stand more than 400 deep"),
        (b'{"segments": ' + b"[" * 100_000, "nested too deeply"),
        (b"WEBVTT\n" + b"\n" * (registry.MOST_LINES + 1), "more than 3,000,000 lines; split it"),
        (b"ooBinaryFile\x08TextGrid", "a binary file of Praat; save it there as a text file"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><TEI>&b;</TEI>', "declares an entity of its own"),
        (
            b'<!DOCTYPE a SYSTEM "http://nowhere/a.dtd"><TEI>&mine;</TEI>',
            "'&mine;' is explained in another file",
        ),
    ],
)
def test_what_is_meant_to_harm_is_refused(content, sentence):
    assert sentence in refuse(
        content, ".xml" if content[:1] == b"<" else ".json" if content[:1] == b"{" else ".vtt"
    )


def test_elements_and_values_are_bounded(monkeypatch):
    monkeypatch.setattr(xml_tree, "MOST_ELEMENTS", 50)
    monkeypatch.setattr(speech_json, "MOST_VALUES", 50)
    assert "more than 50 elements" in refuse(b"<TEI>" + b"<a/>" * 60 + b"</TEI>", ".xml")
    assert "more than 50 values" in refuse(json.dumps({"segments": [{}] * 60}).encode(), ".json")


@pytest.mark.parametrize(
    "content",
    [
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v " * 30_000,
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"a\n" * 20_000,
        b"@UTF8\n@Begin\n*PAR:\t" + b"a" * 200_000 + b" <" * 50_000 + b"\n@End\n",
        b'File type = "ooTextFile"\nObject class = "TextGrid"\n' + b'"' * 200_001,
    ],
    ids=["open tags", "a long cue", "a long word and open groups", "quotes"],
)
def test_long_runs_are_read_in_memory_that_grows_with_them(content):
    tracemalloc.start()
    with suppress(InputError):
        read_content(content, ending="")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 500 * len(content)


@pytest.mark.parametrize("ending", [".csv", ".srt", ".cha", ".xml"])
def test_a_file_in_another_encoding_is_told_the_line(ending):
    content = "Speaker,Text\nJane,Café".encode("cp1252")
    assert refuse(content, ending).startswith("line 2: it is not UTF-8; save it as UTF-8")


def test_one_json_object_of_an_unknown_kind_is_no_table():
    assert "no speech JSON" in refuse(b'{"jobs": [1, 2], "status": "done"}', ".json")


@pytest.mark.parametrize(
    ("root", "what"),
    [("w:wordDocument", "Word 2003 XML; save it as .docx"), ("tt", "TTML subtitles; save them as WebVTT")],
)
def test_xml_that_is_not_read_is_told_by_its_name(root, what):
    assert refuse(f'<{root} xmlns:w="a"/>'.encode(), ".xml") == f"this is {what}."


def test_xml_in_the_encoding_it_names_is_read():
    said = '<?xml version="1.0" encoding="iso-8859-1"?><TEI><text><body><p>Là.</p></body></text></TEI>'
    assert read_content(said.encode("latin-1"), ending=".xml").text == "Là.\n"
