"""The files of each export: what other programs rely on."""

from __future__ import annotations

import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pandas as pd
import pytest
from exports import SPEAKER, make_export

from analysis.exchange import KINDS, write_export
from analysis.exchange.csv_files import write_csv_files, write_parquet_files
from analysis.exchange.qda_project import write_project
from analysis.exchange.quanteda import write_quanteda
from analysis.exchange.tei import write_tei

TEI = "{http://www.tei-c.org/ns/1.0}"
QDA = "{urn:QDA-XML:project:1.0}"


def needs(kind: str) -> None:
    if kind == "xlsx":
        pytest.importorskip("xlsxwriter")


def read_table(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), keep_default_na=False)


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_the_same_bytes_each_time_and_says_what_it_shows(kind, whole, released):
    needs(kind)
    assert write_export(whole, kind) == write_export(whole, kind)
    told = write_export(released, kind)["README.txt"].decode("utf-8")
    assert "only the words that the published tables show" in told and "Whole texts" not in told
    assert "Whole texts, as the manifest allows" in write_export(whole, kind)["README.txt"].decode("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_leaves_without_a_licence(kind, released):
    """The longest run of words in any file is one that the tables release."""
    needs(kind)
    for name, content in write_export(released, kind).items():
        inside = zipfile.ZipFile(io.BytesIO(content)) if content.startswith(b"PK") else None
        parts = [inside.read(member) for member in inside.namelist()] if inside else [content]
        for part in parts:
            assert b"stood still since" not in part and b"Who is to blame" not in part, name


def test_csv_files_are_read_by_pandas_as_they_were(whole):
    files = write_csv_files(whole)
    read = read_table(files["turns.csv"])
    turns = whole.tables["turns"]
    assert read["text"].tolist() == turns["text"].tolist() and read["doc_id"].is_unique
    assert json.loads(files["datapackage.json"])["resources"][1]["schema"]["fields"][-1] == {
        "name": "topic_treaty",
        "type": "integer",
        "description": "1 where the turn mentions the topic NAME, else 0; a column a topic",
    }
    assert read_table(files["texts/2031-03-14-gazette.csv"]).columns.tolist() == ["speaker", "text"]


def test_a_cell_that_would_run_is_guarded_in_csv():
    export = make_export(f"Question: Why do you ask that?\n\n{SPEAKER}: =SUM(1) is what we look at now.")
    assert b"'=SUM(1)" in write_csv_files(export)["turns.csv"]


def test_parquet_has_days_as_dates(whole):
    table = pd.read_parquet(io.BytesIO(write_parquet_files(whole)["turns.parquet"]))
    assert str(table["date"].iloc[0]) == "2031-03-14"


def test_quanteda_finds_doc_id_and_text_first_and_topics_as_variables(whole):
    table = read_table(write_quanteda(whole)["corpus.csv"])
    assert table.columns[:2].tolist() == ["doc_id", "text"]
    assert {"role", "speaker", "date", "topic_fish"} <= set(table.columns)


class TestWorkbook:
    """XLSX: heads in sight, days as dates, no formula."""

    @pytest.fixture
    def parts(self) -> dict[str, str]:
        pytest.importorskip("xlsxwriter")
        text = f"Question: Why do you ask that?\n\n{SPEAKER}: =SUM(1) is what we look at now."
        book = write_export(make_export(text), "xlsx")["refrain.xlsx"]
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}

    def test_heads_stay_in_sight(self, parts):
        assert (
            'ySplit="1"' in parts["xl/worksheets/sheet1.xml"]
            and 'state="frozen"' in parts["xl/worksheets/sheet1.xml"]
        )

    def test_no_cell_runs_and_its_words_are_as_they_were(self, parts):
        assert "<f>" not in parts["xl/worksheets/sheet1.xml"] and 'quotePrefix="1"' in parts["xl/styles.xml"]
        assert "<t>=SUM(1) is what we look at now.</t>" in parts["xl/sharedStrings.xml"]

    def test_a_day_is_a_date(self, parts):
        assert "<v>47969</v>" in parts["xl/worksheets/sheet1.xml"]  # days from 1899-12-30 to 2031-05-01

    def test_a_long_turn_is_cut_where_excel_ends(self):
        workbook = pytest.importorskip("analysis.exchange.workbook")
        assert len(workbook.cut_cell("a" * 40_000)) == 32_767
        assert len(workbook.cut_cell("😀" * 20_000).encode("utf-16-le")) <= 2 * 32_767


class TestTei:
    """TEI: ParlaMint's rules for u, seg and note."""

    @pytest.fixture
    def document(self, whole) -> ElementTree.Element:
        return ElementTree.fromstring(write_tei(whole)["2031-03-14-gazette.xml"])

    def test_every_utterance_names_its_speaker_and_role(self, document):
        people = {
            person.get("{http://www.w3.org/XML/1998/namespace}id") for person in document.iter(f"{TEI}person")
        }
        spoken = list(document.iter(f"{TEI}u"))
        assert len(spoken) == 14
        assert {u.get("who")[1:] for u in spoken} == people
        assert {u.get("ana") for u in spoken} == {"#question", "#answer"}
        assert next(document.iter(f"{TEI}date")).get("when") == "2031-03-14"

    def test_words_stand_in_segments_and_only_there(self, document):
        for u in document.iter(f"{TEI}u"):
            assert not (u.text or "").strip() and all(not (child.tail or "").strip() for child in u)
            assert {child.tag for child in u} <= {f"{TEI}seg", f"{TEI}note"}

    def test_a_note_stays_a_note(self, document):
        assert "[Laughs]" in [note.text for note in document.iter(f"{TEI}note")]

    def test_withheld_words_are_a_gap_that_says_how_many(self, released):
        document = ElementTree.fromstring(write_tei(released)["2031-03-14-gazette.xml"])
        first = next(document.iter(f"{TEI}seg"))
        assert ["".join(gap.itertext()) for gap in first] == [
            "2 words are not released",
            "12 words are not released",
        ]
        outside = [*document.iter(f"{TEI}head"), *document.iter(f"{TEI}note")]
        assert not any(len(element) for element in outside)


class TestQdaProject:
    """REFI-QDA: positions count characters, whatever the line ends and letters."""

    @pytest.fixture
    def opened(self, whole) -> tuple[ElementTree.Element, dict[str, str]]:
        return open_project(write_project(whole)["refrain.qdpx"])

    def test_codings_cover_paragraphs_that_mention_a_topic(self, opened):
        root, texts = opened
        codes = {code.get("guid"): code.get("name") for code in root.iter(f"{QDA}Code")}
        source = next(root.iter(f"{QDA}TextSource"))
        passage = next(source.iter(f"{QDA}PlainTextSelection"))
        said = texts[source.get("name")][int(passage.get("startPosition")) : int(passage.get("endPosition"))]
        assert said.startswith("Question: Minister, the ferries") and said.endswith("quarrel?")
        assert [codes[ref.get("targetGUID")] for ref in passage.iter(f"{QDA}CodeRef")] == ["harbours"]

    def test_the_folder_of_texts_is_written_small_as_the_standard_has_it(self, whole):
        archive = zipfile.ZipFile(io.BytesIO(write_project(whole)["refrain.qdpx"]))
        assert all(name == "project.qde" or name.startswith("sources/") for name in archive.namelist())

    def test_line_ends_are_one_sign_and_move_no_offset(self):
        text = f"Question: Why 𝔐 😀 now?\r\n\r\n{SPEAKER}: We look at the salt.\r\n"
        _, texts = open_project(write_project(make_export(text))["refrain.qdpx"])
        assert "\r" not in texts["evening"] and len(texts["evening"]) == len(text)
        assert texts["evening"].index("salt") == text.index("salt")


def open_project(content: bytes) -> tuple[ElementTree.Element, dict[str, str]]:
    """The description of a project, and its texts by the names of their sources."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    root = ElementTree.fromstring(archive.read("project.qde"))
    paths = {s.get("name"): s.get("plainTextPath") for s in root.iter(f"{QDA}TextSource")}
    files = {name: re.sub("^internal://", "sources/", path) for name, path in paths.items()}
    return root, {name: archive.read(file).decode("utf-8") for name, file in files.items()}
