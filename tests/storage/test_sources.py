"""The received texts and what is said about them: untrusted until checked."""

from __future__ import annotations

import hashlib

import pandas as pd
import pytest
from corpus_of_three import read_rows, write_corpus, write_rows

from analysis.errors import InputError
from analysis.storage.corpus import Corpus
from analysis.storage.event_labels import label_events
from analysis.storage.sources import LARGEST, load_manifest, read_file
from analysis.storage.voices import load_speaker


def edit_cell(path, row, column, value):
    """Write a value into a CSV file: row counts from 1 under the header, which names the column."""
    rows = read_rows(path)
    rows[row][rows[0].index(column)] = value
    write_rows(path, rows)


def write_bytes(folder, content):
    path = folder / "text.txt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "text.txt, line 1: the file is empty"),
        (b" \n\t\n", "text.txt, line 1: the file is empty"),
        (b"\xef\xbb\xbf\n", "text.txt, line 1: the file is empty"),
        (b"one\ntwo\nthr\xe9e", "text.txt, line 3: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (b"one\r\ntwo\x00", r"text.txt, line 2: control character U\+0000; delete it"),
        (b"\x1b[31mred", r"text.txt, line 1: control character U\+001B; delete it"),
        ("one\n\n\x85two".encode(), r"text.txt, line 3: control character U\+0085; delete it"),
        (b"a" * (LARGEST + 1), "text.txt: larger than 5,000,000 bytes; check"),
    ],
)
def test_a_text_that_is_none_is_refused_with_place_and_advice(tmp_path, content, message):
    with pytest.raises(InputError, match=message):
        read_file(write_bytes(tmp_path, content))


def test_what_is_no_file_is_refused(tmp_path):
    for path in (tmp_path / "absent.txt", tmp_path / "absent" / "text.txt"):
        with pytest.raises(InputError, match="there is no such file; check"):
            read_file(path)
    with pytest.raises(InputError, match="a folder or a device; name a file"):
        read_file(tmp_path)


def test_a_text_is_read_as_it_is_but_for_the_byte_order_mark(tmp_path):
    assert read_file(write_bytes(tmp_path, b"a" * LARGEST)).text == "a" * LARGEST
    content = "\ufeff“Tu\u0308r”\r\n\tname\f\n".encode()
    assert read_file(write_bytes(tmp_path, content)).text == "“Tu\u0308r”\r\n\tname\f\n"


def test_sources_come_by_date_and_the_transcript_stands_for_its_event(small_corpus):
    sources = load_manifest(small_corpus)
    assert sources["source"].tolist() == [
        "2031-03-14-gazette",
        "2031-03-15-courier",
        "2031-06-02-lantern",
        "2031-09-20-forum",
    ]
    assert sources["is_reference"].tolist() == [True, False, True, True]
    assert sources["label"].tolist()[1:3] == ["Harbour Gazette, 14 Mar", "Radio Lantern, 2 Jun"]


@pytest.mark.parametrize(
    ("kinds", "reference"),
    [
        (("report", "excerpt"), "2031-03-15-courier"),
        (("report", "transcript"), "2031-03-15-courier"),
        (("excerpt", "transcript"), "2031-03-15-courier"),
        (("excerpt", "report"), "2031-03-14-gazette"),
        (("report", "report"), "2031-03-14-gazette"),
    ],
)
def test_a_transcript_stands_before_an_excerpt_before_a_report_and_then_the_name_decides(
    small_corpus, kinds, reference
):
    manifest = small_corpus / "sources" / "manifest.csv"
    edit_cell(manifest, 4, "kind", kinds[0])  # 2031-03-14-gazette
    edit_cell(manifest, 2, "kind", kinds[1])  # 2031-03-15-courier
    sources = load_manifest(small_corpus).query("event == 'gazette'")
    assert sources.loc[sources["is_reference"], "source"].tolist() == [reference]


def test_events_that_would_be_labelled_alike_are_told_apart(small_corpus):
    events = small_corpus / "sources" / "events.csv"
    write_rows(
        events,
        [
            ("event", "date", "interviewer"),
            ("forum", "2031-03-14", "Gazette"),
            ("gazette", "2031-03-14", "Gazette"),
            ("lantern", "2032-03-14", "Gazette"),
        ],
    )
    labels = load_manifest(small_corpus).drop_duplicates("event").set_index("event")["label"]
    assert labels.to_dict() == {
        "forum": "Gazette, 14 Mar 2031 (forum)",
        "gazette": "Gazette, 14 Mar 2031 (gazette)",
        "lantern": "Gazette, 14 Mar 2032",
    }


def test_who_asks_in_several_events_without_a_day_names_none_of_them():
    rows = [
        ("talk-1", "", "Ada Lund"),
        ("talk-2", "", "Ada Lund"),
        ("talk-3", "", "Bo Vik"),
        ("talk-4", "", ""),
    ]
    events = pd.DataFrame(rows, columns=["event", "date", "interviewer"])
    manifest = events[["event"]].assign(outlet="")
    labels = label_events(events, manifest, pd.Series(dtype="str"))
    assert labels.tolist() == ["talk-1", "talk-2", "Bo Vik", "talk-4"]


def test_an_event_that_is_not_listed_is_named_with_its_line(small_corpus):
    edit_cell(small_corpus / "sources" / "manifest.csv", 2, "event", "regatta")
    message = r"manifest.csv, line 3: event 'regatta' is not in events.csv; add a row there"
    with pytest.raises(InputError, match=message):
        load_manifest(small_corpus)


def test_lines_are_those_of_the_file_even_where_a_cell_has_several(small_corpus):
    manifest = small_corpus / "sources" / "manifest.csv"
    edit_cell(manifest, 1, "note", "first line\nsecond line")
    edit_cell(manifest, 2, "event", "regatta")
    with pytest.raises(InputError, match=r"manifest.csv, line 4: event 'regatta'"):
        load_manifest(small_corpus)


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/b", "..", "", ".hidden", "A B"])
def test_a_source_cannot_lie_outside_the_folder(small_corpus, name):
    edit_cell(small_corpus / "sources" / "manifest.csv", 1, "source", name)
    with pytest.raises(
        InputError, match=r"manifest.csv, line 2: source is '.*'; it must (have the form|not be)"
    ):
        len(Corpus(small_corpus).texts)


@pytest.mark.parametrize("target", ["secret.txt", "texts-loop", "2031-06-02-lantern.txt"])
def test_a_link_is_not_followed(small_corpus, tmp_path, target):
    (tmp_path / "secret.txt").write_text("Somebody's diary.")
    texts = small_corpus / "sources" / "texts"
    link = texts / "2031-09-20-forum.txt"
    link.unlink()
    link.symlink_to({"secret.txt": tmp_path / "secret.txt", "texts-loop": link}.get(target, texts / target))
    with pytest.raises(InputError, match=r"2031-09-20-forum.txt: this is a link; put the text itself there"):
        len(Corpus(small_corpus, texts).texts)


def test_the_folder_of_texts_may_be_a_link_and_must_be_a_folder(small_corpus, tmp_path):
    texts = small_corpus / "sources" / "texts"
    (tmp_path / "elsewhere").symlink_to(texts)
    assert len(Corpus(small_corpus, tmp_path / "elsewhere").texts) == 4
    for wrong in (tmp_path / "absent", texts / "2031-09-20-forum.txt"):
        with pytest.raises(
            InputError, match="there is no such folder; name the one with the texts as --texts"
        ):
            len(Corpus(small_corpus, wrong).texts)


def test_a_digest_is_compared_where_there_is_one(small_corpus):
    texts, manifest = small_corpus / "sources" / "texts", small_corpus / "sources" / "manifest.csv"
    digest = hashlib.sha256((texts / "2031-09-20-forum.txt").read_bytes()).hexdigest()
    edit_cell(manifest, 3, "sha256", digest)
    assert len(Corpus(small_corpus, texts).texts) == 4
    with (texts / "2031-09-20-forum.txt").open("a") as file:
        file.write("One line more.\n")
    with pytest.raises(
        InputError, match=r"forum.txt: its SHA-256 is not the one in .*manifest.csv, line 4; restore"
    ):
        len(Corpus(small_corpus, texts).texts)


def test_the_speaker_has_the_labels_that_are_printed(small_corpus):
    speaker, voices = load_speaker(small_corpus)
    assert (speaker.name, speaker.labels) == ("Maren Oldwick", ("Maren Oldwick",))
    assert {label: tuple(voice) for label, voice in voices.items()} == {
        "Maren Oldwick": ("answer", "Maren Oldwick"),
        "Question": ("question", "interviewer"),
    }


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("Ada Roe", "Q", "question", "asks")], "speakers.csv: no row has the role 'answer'; add one"),
        (
            [("Ada Roe", "", "answer", "a"), ("Bo Lund", "", "answer", "b")],
            "line 3: a second speaker has the role 'answer'; a report studies one",
        ),
        (
            [("Ada Roe", "AR", "answer", "a"), ("Bo Lund", "AR", "question", "b")],
            "line 3: 'AR' announces somebody else above; remove one",
        ),
        ([("Ada Roe", "AR", "singer", "a")], "line 2: role is 'singer'; it must be one of answer, question"),
    ],
)
def test_a_report_studies_one_speaker_and_a_label_announces_one_voice(small_corpus, rows, message):
    path = small_corpus / "decisions" / "speakers.csv"
    write_rows(path, [("speaker", "label", "role", "reason"), *rows])
    with pytest.raises(InputError, match=message):
        load_speaker(small_corpus)


def test_a_decided_label_names_the_event_instead_of_its_interviewer(tmp_path):
    folder = write_corpus(tmp_path / "data")
    row = [
        "2031-06-02-lantern",
        "answers that the station refused",
        "text",
        "Answers to Lantern",
        "It says so",
    ]
    write_rows(
        folder / "decisions" / "provenance.csv", [["source", "came", "said_by", "label", "reason"], row]
    )
    labels = load_manifest(folder).set_index("source")["label"]
    assert labels["2031-06-02-lantern"] == "Answers to Lantern, 2 Jun"
    assert labels["2031-03-14-gazette"] == "Harbour Gazette, 14 Mar"


@pytest.mark.parametrize("ending", [".vtt", ".VTT", ".srt", ".anything"])
def test_the_file_of_a_source_is_found_by_any_ending(small_corpus, ending):
    texts = small_corpus / "sources" / "texts"
    (texts / "2031-09-20-forum.txt").unlink()
    cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Maren Oldwick>Open harbours remain our offer.\n"
    (texts / f"2031-09-20-forum{ending}").write_text(cue.replace("<v", "<v.x"), encoding="utf-8")
    edit_cell(small_corpus / "sources" / "manifest.csv", 3, "sha256", "")
    rows = Corpus(small_corpus).texts.set_index("source")
    assert rows.loc["2031-09-20-forum", "text"] == "Maren Oldwick: Open harbours remain our offer.\n"
    assert rows.loc["2031-09-20-forum", "marks"].format == "WebVTT"


def test_the_digest_is_that_of_the_file_and_not_of_its_text(small_corpus):
    texts = small_corpus / "sources" / "texts"
    (texts / "2031-09-20-forum.txt").unlink()
    content = b"speaker,text\nMaren Oldwick,Open harbours remain our offer.\n"
    (texts / "2031-09-20-forum.csv").write_bytes(content)
    manifest = small_corpus / "sources" / "manifest.csv"
    row = [cells[0] for cells in read_rows(manifest)].index("2031-09-20-forum")
    edit_cell(manifest, row, "sha256", hashlib.sha256(content).hexdigest())
    assert len(Corpus(small_corpus).texts) == 4
    edit_cell(manifest, row, "sha256", "0" * 64)
    with pytest.raises(
        InputError, match=r"2031-09-20-forum.csv: its SHA-256 is not the one in .*manifest.csv, line"
    ):
        len(Corpus(small_corpus).texts)


def test_two_files_of_one_name_are_refused(small_corpus):
    (small_corpus / "sources" / "texts" / "2031-09-20-forum.vtt").write_text("WEBVTT\n")
    with pytest.raises(InputError, match=r"forum.txt, 2031-09-20-forum.vtt all bear the name of the source"):
        len(Corpus(small_corpus).texts)


def test_a_damaged_file_is_named_with_its_line(tmp_path):
    path = tmp_path / "talk.csv"
    path.write_text("speaker,text\nJane,We go, now.\n")
    with pytest.raises(InputError, match=r"talk.csv, line 2: 3 cells under 2 columns"):
        read_file(path)
