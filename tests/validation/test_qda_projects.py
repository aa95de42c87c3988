"""Codings out of REFI-QDA projects, as several programs write them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.validation.qda_projects import read_project, read_project_codings

TEXT = "Question: Why 😀 now?\n\nMaren: We look at the salt.\n\nMaren: And at the nets."
SAMPLE = pd.DataFrame({"source": ["evening"] * 3, "paragraph": [1, 2, 3]})
PARAGRAPHS = pd.Series(TEXT.split("\n\n"))
TOPICS = pd.DataFrame({"topic": ["salt", "nets"], "label": ["Salt and sea", "Nets"]})
GUID = "0000000{}-0000-0000-0000-000000000000"


def write(folder: Path, passages: str, *, text: str = TEXT, origin: str = "", place: str = "sources") -> Path:
    """A project with one text, the users Ana (1) and Refrain (2), the codes salt (3), Nets (4), mood (5), none (6)."""
    users = "".join(
        f'<User guid="{GUID.format(i)}" name="{name}"/>' for i, name in ((1, "Ana"), (2, "Refrain"))
    )
    names = ((3, "SALT"), (4, "Nets"), (5, "mood"), (6, "none"))
    codes = "".join(f'<Code guid="{GUID.format(i)}" name="{name}" isCodable="true"/>' for i, name in names)
    qde = (
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="{origin}"><Users>{users}</Users><CodeBook><Codes>'
        f'{codes}</Codes></CodeBook><Sources><TextSource guid="{GUID.format(7)}" name="evening.txt" '
        f'plainTextPath="internal://T.txt">{passages}</TextSource></Sources></Project>'
    )
    path = folder / "p.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", qde)
        archive.writestr(f"{place}/t.txt", text.encode("utf-8-sig"))
    return path


def passage(start: int, end: int, code: int, user: int = 1, name: str = "") -> str:
    coding = f'<Coding guid="x" creatingUser="{GUID.format(user)}"><CodeRef targetGUID="{GUID.format(code)}"/></Coding>'
    place = f'startPosition="{start}" endPosition="{end}"'
    return f'<PlainTextSelection guid="x" name="{name}" {place}>{coding}</PlainTextSelection>'


def read(path: Path) -> tuple[list[str], list[str]]:
    codings, told = read_project_codings(path, SAMPLE, PARAGRAPHS, TOPICS)
    return [f"{row.coder} {row.paragraph} {row.topics}".strip() for row in codings.itertuples()], told


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_paragraph_bears_the_topics_of_passages_in_it(tmp_path):
    path = write(
        tmp_path, passage(*at("salt"), 3) + passage(*at("the nets"), 4) + passage(*at("the nets"), 3)
    )
    codings, told = read(path)
    assert codings == ["Ana 1", "Ana 2 salt", "Ana 3 nets salt"]
    assert told == ["p.qdpx: Ana read 3 drawn paragraphs, 1 of them about no topic."]


def test_with_a_code_none_only_coded_paragraphs_are_read(tmp_path):
    codings, _ = read(write(tmp_path, passage(*at("salt"), 3) + passage(*at("Why"), 6)))
    assert codings == ["Ana 1", "Ana 2 salt"]


def test_a_letter_too_many_reaches_no_other_paragraph(tmp_path):
    start, end = at("Maren: We look at the salt.")
    codings, _ = read(
        write(tmp_path, passage(start, end + 3, 3))
    )  # two line ends and the first letter of the next
    assert codings == ["Ana 1", "Ana 2 salt", "Ana 3"]


def test_what_an_export_coded_itself_is_no_witness(tmp_path):
    path = write(tmp_path, passage(*at("salt"), 3, user=2))
    with pytest.raises(InputError, match=r"p\.qdpx: nobody coded a passage with a code named after a topic"):
        read(path)


def test_codes_that_are_no_topics_are_told(tmp_path):
    _, told = read(write(tmp_path, passage(*at("salt"), 3) + passage(*at("salt"), 5)))
    assert told[0] == "These codes are no topics and are passed over: mood."


@pytest.mark.parametrize("place", ["sources", "Sources"])
def test_the_folder_may_be_written_large(tmp_path, place):
    assert read(write(tmp_path, passage(*at("salt"), 3), place=place))[0][1] == "Ana 2 salt"


WINDOWS = TEXT.replace("\n", "\r\n")


def test_windows_line_ends_count_as_two_signs_where_nothing_else_is_said(tmp_path):
    path = write(tmp_path, passage(*at("the nets", WINDOWS), 4), text=WINDOWS)
    assert read(path)[0] == ["Ana 1", "Ana 2", "Ana 3 nets"]


def test_windows_line_ends_count_as_one_for_atlas_ti(tmp_path):
    path = write(tmp_path, passage(*at("the nets"), 4), text=WINDOWS, origin="ATLAS.ti 25")
    assert read(path)[0] == ["Ana 1", "Ana 2", "Ana 3 nets"]


def test_passages_that_bear_their_words_settle_how_line_ends_count(tmp_path):
    path = write(tmp_path, passage(*at("the nets"), 4, name="the nets"), text=WINDOWS)
    assert read(path)[0] == ["Ana 1", "Ana 2", "Ana 3 nets"]


def test_another_text_is_refused(tmp_path):
    path = write(tmp_path, passage(0, 4, 3), text="Something else.")
    with pytest.raises(InputError, match="paragraph 1 of evening is not in its text of that name"):
        read(path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"no archive", "this is no REFI-QDA project"), (b"", "this is no REFI-QDA project")],
)
def test_a_file_of_another_kind_is_refused(tmp_path, content, sentence):
    path = tmp_path / "p.qdpx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=sentence):
        read_project(path)


def test_a_file_that_is_not_there_is_told_as_such(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        read_project(tmp_path / "p.qdpx")


def test_an_archive_without_a_project_is_refused(tmp_path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    (tmp_path / "p.qdpx").write_bytes(file.getvalue())
    with pytest.raises(InputError, match=r"it holds no project\.qde"):
        read_project(tmp_path / "p.qdpx")


def test_a_passage_without_a_place_is_refused(tmp_path):
    broken = passage(1, 2, 3).replace('startPosition="1"', "")
    with pytest.raises(InputError, match="a passage of 'evening' has no position"):
        read_project(write(tmp_path, broken))
