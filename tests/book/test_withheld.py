"""A built book holds no letter of a withheld name: pages, sources, notebooks, downloads, drawings, search index."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from attack import find_quoted, measure_runs, read_places, split
from built_book import ROOT, embedded, page, published_texts
from corpus_of_three import write_corpus, write_rows
from data_folders import count_here
from small_book import build_here

from analysis.disclosure.names import WITHHELD
from analysis.disclosure.runs import LONGEST_RUN
from analysis.pipeline.build import build_counts
from analysis.storage.corpus import Corpus
from analysis.storage.schema import list_tables
from analysis.storage.tables import read_table

NAMES = ["Port Selm", "fishermen", "larder"]  # a place, a word of narration and answers, a word said once
LETTERS = re.compile(rb"port\W+selm|fishermen|larder", re.IGNORECASE)
CHAPTERS = ["sources", "phrases", "vocabulary"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three chapters on three invented interviews, of which three names are kept out."""
    root = tmp_path_factory.mktemp("withheld")
    data = write_corpus(root / "data")
    write_rows(
        data / "decisions" / "withheld.csv", [["name", "reason"], *([name, "asked us"] for name in NAMES)]
    )
    rename_outlet(data)
    count_here(data)
    shutil.copytree(ROOT / "book", root / "book", ignore=shutil.ignore_patterns("_build", "__pycache__"))
    contents = "format: jb-book\nroot: index\nchapters:\n" + "".join(f"- file: {name}\n" for name in CHAPTERS)
    (root / "book" / "_toc.yml").write_text(contents.replace("root: index", f"root: {CHAPTERS[0]}", 1).replace(
        f"- file: {CHAPTERS[0]}\n", ""), encoding="utf-8")  # fmt: skip
    for file in (root / "book").glob("*.md"):
        if file.stem not in CHAPTERS:
            file.unlink()
    run = build_here(root, REFRAIN_DATA=str(data), PYTHONPATH=str(ROOT))
    assert (root / "book" / "_build" / "html" / "sources.html").is_file(), run.stdout[-3000:]
    assert "Executing notebook failed" not in run.stdout, run.stdout[-3000:]
    return root / "book" / "_build"


def rename_outlet(data: Path) -> None:
    """The outlet and the manifest may not hold a name that is kept out."""
    for name in ("manifest", "events"):
        path = data / "sources" / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("Selm Courier", "Courier"), encoding="utf-8")


def test_no_file_of_a_built_book_holds_a_withheld_name(site):
    files = [file for file in sorted(site.rglob("*")) if file.is_file() and ".doctrees" not in file.parts]
    assert any(file.name == "searchindex.js" for file in files)
    assert [str(file) for file in files if LETTERS.search(file.read_bytes())] == []
    for file in (site / "html").glob("*.html"):
        texts = "\n".join(embedded(page(file)))
        assert not LETTERS.search(texts.encode()), file.name
    published = [*published_texts(site / "html"), *published_texts(site.parents[1] / "data" / "tables")]
    assert any(WITHHELD in text for text in published)


def test_the_search_would_have_found_them():
    for text in (b"in PORT SELM.", b"Fishermen", b'"larder"'):
        assert LETTERS.search(text)


@pytest.fixture(scope="module")
def said(site) -> dict[str, list[str]]:
    """Every word of every text, by source, in order."""
    tokens = build_counts(Corpus(site.parents[1] / "data")).full["tokens"].sort_values(["source", "position"])
    return {
        source: [" ".join(split(norm)) for norm in rows["norm"]] for source, rows in tokens.groupby("source")
    }


def without_labels(text: str, data: Path) -> str:
    """A text without the names of events, which are titles: behind a word of a table they look like a quotation."""
    names = [name for name in read_table(data, "events")["interviewer"] if name]
    return re.sub("|".join(map(re.escape, names)), "|", text, flags=re.IGNORECASE)


def test_all_published_files_laid_over_each_other_show_no_run_of_fifteen_words(site, said):
    data = site.parents[1] / "data"
    texts = [
        *published_texts(site / "html"),
        *published_texts(data / "tables"),
        *published_texts(site / "jupyter_execute"),
    ]
    texts = [without_labels(text, data) for text in texts]
    placed = set(read_places({name: read_table(data, name) for name in list_tables()}))
    quoted = find_quoted(texts, said)
    assert quoted  # contexts are found on the pages
    assert max(measure_runs(placed | quoted)) <= LONGEST_RUN


def test_a_published_file_with_a_sentence_too_many_would_be_found(site, said):
    source, words = next(iter(said.items()))
    assert max(measure_runs(find_quoted([" ".join(words[20:40])], {source: words}))) == 20
