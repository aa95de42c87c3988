"""Tables built anew from the texts are compared with those of the data folder, row by row."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pytest
from checkouts import replace

from analysis.commands import review_texts
from analysis.commands.review_texts import compare_tables, compare_texts
from analysis.storage.corpus import Corpus
from analysis.storage.schema import list_tables
from analysis.storage.tables import read_table

TEXT = "2031-09-20-forum.txt"


@pytest.fixture
def data(built_corpus, corpus_built_once, monkeypatch):
    """A data folder whose tables are not built again: those it came with are taken for what its texts give."""
    built = {name: read_table(corpus_built_once, name) for name in list_tables()}
    monkeypatch.setattr(review_texts, "build_tables", lambda corpus: SimpleNamespace(released=built))
    return built_corpus


def compare(data):
    return compare_texts(data, data / "sources" / "texts", progress=lambda line: None)


def test_tables_that_the_texts_give_have_no_difference(data):
    rows, findings = compare(data)
    assert rows == []
    assert [finding["text"] for finding in findings] == Corpus(data).sources["source"].tolist()


def test_a_changed_cell_is_named_by_table_row_and_column(data):
    path = data / "tables" / "words.csv"
    header, first, *others = path.read_text(encoding="utf-8").splitlines()
    source, role, norm, n, *more = first.split(",")
    wrong = ",".join([source, role, norm, "99", *more])
    path.write_text("\n".join([header, wrong, *others]) + "\n", encoding="utf-8")
    ((chapter, name, old, new, problem),) = compare(data)[0]
    assert (chapter, name) == ("tables", f"tables/words.csv, row {source} {role} {norm}, n")
    assert (old, new, problem) == ("99", n, "changed")


@pytest.mark.parametrize(("lost", "told"), [(2, 2), (5, 3)])
def test_of_lost_rows_the_first_few_are_told_and_all_are_counted(data, corpus_built_once, lost, told):
    path = data / "tables" / "tokens.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:1] + lines[1 + lost :]) + "\n", encoding="utf-8")
    rows = compare_tables("tokens", data, corpus_built_once)
    assert len(rows) == told
    _, name, old, new, problem = rows[-1]
    assert name.startswith("tables/tokens.csv, row ") and math.isnan(old)
    assert new.split(" | ")[:2] == lines[told].split(",")[:2]
    assert problem == ("changed" if told == lost else "the last told of 5 cells and rows")


def test_a_row_that_stands_twice_is_told(data, corpus_built_once):
    path = data / "tables" / "overlaps.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")
    ((_, name, _, new, _),) = compare_tables("overlaps", data, corpus_built_once)
    assert name.endswith(" again") and math.isnan(new)


def test_rows_in_another_order_are_told(data, corpus_built_once):
    path = data / "tables" / "sentences.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    (row,) = compare_tables("sentences", data, corpus_built_once)
    assert row[1:] == ("tables/sentences.csv, order", "as published", "as built", "changed")


def test_one_byte_of_a_text_is_another_finding(data):
    _, before = compare(data)
    replace(data / "sources" / "texts" / TEXT, "a larder", "a Larder")
    rows, after = compare(data)
    assert rows == []  # the manifest does not say what the text was
    assert [old["text"] for old, new in zip(before, after, strict=True) if old != new] == ["2031-09-20-forum"]


def test_where_the_manifest_has_another_digest_nothing_is_built(data, monkeypatch):
    manifest = data / "sources" / "manifest.csv"
    lines = manifest.read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index("sha256")
    lines = [stated(line, place) if line.startswith(TEXT.removesuffix(".txt")) else line for line in lines]
    manifest.write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(review_texts, "build_tables", None)
    ((chapter, name, old, _, _),) = compare(data)[0]
    assert (chapter, name, old) == ("texts", "text 2031-09-20-forum", "0" * 64)


def stated(line: str, place: int) -> str:
    cells = line.split(",")
    return ",".join([*cells[:place], "0" * 64, *cells[place + 1 :]])
