"""A rebuilt site holds what the contents name, and nothing else: it has the bytes of one built from nothing."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from built_book import ROOT, executed, fingerprints
from small_book import NOTEBOOK, build_here, write_book

sys.path.insert(0, str(ROOT / "book" / "_ext"))
from refrain_book.site import make_equal

pytestmark = pytest.mark.book

PICTURE = """\
import csv
from IPython.display import SVG, display
n = sum(int(row["n"]) for row in csv.DictReader(open("../data/counts.csv")))
display(SVG(f'<svg xmlns="http://www.w3.org/2000/svg" width="{n}" height="9"></svg>'))"""
DRAWN = NOTEBOOK.format(title="Drawn", code=PICTURE, prose="A herring. {nb-download}`drawn.ipynb`.")
NOTES = "# Notes\n\nA heron.\n\n## Birds\n\n| n |\n|---|\n| 1 |\n"
INDEX = "# First\n\nAn otter.\n"
WORDS = ["walrus", "puffin", "lobster", "gannet", "sturgeon", "narwhal"]


def write_pages(root: Path) -> Path:
    """A book of a plain home page, a page with a picture drawn by code, and notes in a folder."""
    book = write_book(root) / "book"
    (book / "part").mkdir()
    pages = {"index": INDEX, "drawn": DRAWN, "part/notes": NOTES}
    for name, text in pages.items():
        (book / f"{name}.md").write_text(text)
    (book / "second.md").unlink()
    list_contents(root, ["drawn", "part/notes"])
    return root


def list_contents(root: Path, pages: list[str]) -> None:
    lines = [f"  - file: {page}\n" for page in pages]
    chapters = ["chapters:\n", *lines] if lines else []
    (root / "book" / "_toc.yml").write_text("".join(["format: jb-book\n", "root: index\n", *chapters]))


def built_files(root: Path) -> dict[str, str]:
    """What may be published: the site, and the executed notebooks beside it."""
    return fingerprints(root / "book" / "_build", ".doctrees")


def built_from_nothing(root: Path, elsewhere: Path) -> dict[str, str]:
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("_build"))
    assert build_here(elsewhere).returncode == 0
    return built_files(elsewhere)


# Edits that a careless or hurried publisher makes; each changes the folder of a repository.


def drop_a_page(root: Path, dice: random.Random) -> None:
    list_contents(root, dice.choice([[], ["drawn"], ["part/notes"]]))


def put_all_pages_back(root: Path, dice: random.Random) -> None:
    list_contents(root, dice.sample(["drawn", "part/notes"], 2))


def change_words(root: Path, dice: random.Random) -> None:
    page = root / "book" / dice.choice(["index.md", "drawn.md", "part/notes.md"])
    page.write_text(page.read_text() + f"\nA {dice.choice(WORDS)}.\n")


def change_a_title(root: Path, dice: random.Random) -> None:
    page = root / "book" / "part" / "notes.md"
    page.write_text(page.read_text().replace("# Notes", f"# Notes on a {dice.choice(WORDS)}", 1))


def change_the_data(root: Path, dice: random.Random) -> None:
    (root / "data" / "counts.csv").write_text(f"topic,n\npeace,{dice.randrange(100)}\n")


def put_old_pages_back(root: Path, dice: random.Random) -> None:
    for name, text in {"index": INDEX, "part/notes": NOTES}.items():
        page = root / "book" / f"{name}.md"
        page.write_text(text)
        os.utime(page, (1e9, 1e9))  # as a copy keeps it: older than the last build


def take_the_code_out(root: Path, dice: random.Random) -> None:
    (root / "book" / "drawn.md").write_text("# Drawn\n\nNo picture.\n")


def put_the_code_back(root: Path, dice: random.Random) -> None:
    (root / "book" / "drawn.md").write_text(DRAWN)


def leave_strangers_in_the_site(root: Path, dice: random.Random) -> None:
    site = root / "book" / "_build" / "html"
    (site / "old").mkdir(exist_ok=True)
    (site / "old" / "draft.html").write_text("a draft")
    (site / "index.html").write_text("edited by hand")


EDITS: list[Callable[[Path, random.Random], None]] = [
    drop_a_page, put_all_pages_back, change_words, change_a_title, change_the_data, put_old_pages_back,
    take_the_code_out, put_the_code_back, leave_strangers_in_the_site,
]  # fmt: skip


def test_a_site_built_in_steps_has_the_bytes_of_one_built_from_nothing(tmp_path):
    dice, root = random.Random(1), write_pages(tmp_path / "steps")
    assert build_here(root).returncode == 0
    edits = dice.sample(EDITS, len(EDITS))
    for some in (edits[:3], edits[3:6], edits[6:]):
        for edit in some:
            edit(root, dice)
        assert build_here(root).returncode == 0
        assert built_files(root) == built_from_nothing(root, tmp_path / "nothing"), [e.__name__ for e in some]


def test_nothing_of_a_removed_page_stays(tmp_path):
    """Not its HTML, source, notebook, picture, search terms: no file holds its word, and Git's files stay."""
    root = write_pages(tmp_path)
    built, site = root / "book" / "_build", root / "book" / "_build" / "html"
    assert build_here(root).returncode == 0
    assert {"html/drawn.html", "html/_sources/drawn.md", "jupyter_execute/drawn.ipynb"} <= set(
        built_files(root)
    )
    assert [name for name in built_files(root) if Path(name).match("jupyter_execute/*.svg")]
    assert len(files_with("herring", built)) >= 5
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    list_contents(root, ["part/notes"])
    run = build_here(root)
    assert run.returncode == 0
    assert executed(run.stdout) == []
    assert files_with("herring", built) == []
    assert [
        name for name in built_files(root) if "drawn" in name or Path(name).match("jupyter_execute/*.svg")
    ] == []
    assert (site / ".git" / "HEAD").exists()


def test_a_page_put_back_with_its_old_date_is_read_again(tmp_path):
    root = write_pages(tmp_path)
    list_contents(root, ["part/notes"])
    assert build_here(root).returncode == 0
    page = root / "book" / "index.md"
    page.write_text("# First\n\nA seal.\n")
    os.utime(page, (1e9, 1e9))
    assert build_here(root).returncode == 0
    assert "A seal." in (root / "book" / "_build" / "html" / "index.html").read_text("utf-8")


def files_with(word: str, folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def test_nothing_is_removed_from_a_folder_that_is_no_site(tmp_path):
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    for folder, name in [(site, "letter.txt"), (site, "a/deep.txt"), (fresh, "index.html"), (fresh, "a")]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    (fresh / "a").unlink()
    make_equal(site, fresh)
    assert set(fingerprints(site)) == {"letter.txt", "a/deep.txt", "index.html"}
    (site / ".buildinfo").write_text("Sphinx was here")
    for name in (".buildinfo", "index.html", "a"):
        (fresh / name).write_text(name)
    make_equal(site, fresh)
    assert set(fingerprints(site)) == {".buildinfo", "index.html", "a"}


def test_a_failed_build_leaves_the_last_site_whole(tmp_path):
    root = write_pages(tmp_path)
    assert build_here(root).returncode == 0
    site = fingerprints(root / "book" / "_build" / "html")
    page = root / "book" / "drawn.md"
    page.write_text(page.read_text().replace("import csv", "import csv; 1 / 0"))
    assert build_here(root).returncode != 0
    assert fingerprints(root / "book" / "_build" / "html") == site
    assert sorted(path.name for path in (root / "book" / "_build").iterdir()) == [
        ".doctrees", "html", "jupyter_execute"
    ]  # fmt: skip
