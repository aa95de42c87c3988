"""Where the chapters of the report lie, and a copy of them for a project."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from analysis.messages import name_site_language, translate_word
from analysis.projects.chapter_words import translate_chapter
from analysis.projects.chapters_kept import keep_chapters
from analysis.storage import HOME, SHIPPED, write_whole

_BUILT = shutil.ignore_patterns("_build", "__pycache__", ".ipynb_checkpoints")

# Pages on the software rather than on the texts of a corpus: the report of the first corpus has them, no other has.
OF_THE_SOFTWARE = (
    "tutorial",
    "howto-mend",
    "howto-topics",
    "howto-add",
    "howto-publish",
    "howto-export",
    "commands",
    "api",
    "formats",
    "conformance",
    "speed",
    "changelog",
)
_LISTED = re.compile(r"^(?P<start>[ ]*- file: *)(?P<page>[\w-]+)[ ]*\n?", re.M)

_CAPTION = re.compile(r"^(?P<start>[ ]*- caption: *)(?P<caption>.+)$", re.M)


def find_chapters() -> Path | None:
    """Return the folder with the chapters: the package's own, else the checkout's; None where there are none."""
    folders = (SHIPPED / "book", HOME.parent / "book")
    return next((folder for folder in folders if (folder / "_toc.yml").is_file()), None)


def copy_chapters(target: Path) -> bool:
    """Copy the chapters into a folder that is not there yet; tell whether there were any to copy.

    Pages on the software leave the contents; their files stay, as links to them then become plain words. Prose, theme
    and captions of the contents are in the site's language.
    """
    chapters = find_chapters()
    if chapters:
        shutil.copytree(chapters, target, ignore=_BUILT)
        for page in sorted(target.glob("*.md")):
            _write_page(page, page.read_text(encoding="utf-8"))
        (target / "_toc.yml").write_text(list_contents(), encoding="utf-8", newline="\n")
        config = (target / "_config.yml").read_text(encoding="utf-8")
        told = re.sub(r"(?m)^( +language: ).*$", rf"\g<1>{name_site_language()}", config)
        (target / "_config.yml").write_text(told, encoding="utf-8", newline="\n")
    return chapters is not None


def _write_page(page: Path, text: str) -> None:
    page.write_text(translate_chapter(text), encoding="utf-8", newline="\n")


def list_contents() -> str:
    """Return the contents of a project's book, as `_toc.yml` has them, captions in the site's language.

    '' where there are no chapters.
    """
    chapters = find_chapters()
    if chapters is None:
        return ""
    full = (chapters / "_toc.yml").read_text(encoding="utf-8")
    kept = keep_chapters(full, OF_THE_SOFTWARE)
    return _CAPTION.sub(lambda found: found["start"] + translate_word(found["caption"]), kept)


def copy_missing(book: Path) -> None:
    """Copy the chapters that the contents of a project's book name and that its folder lacks, if there are any."""
    chapters = find_chapters()
    for line in _LISTED.finditer((book / "_toc.yml").read_text(encoding="utf-8")) if chapters else ():
        name = f"{line['page']}.md"
        if not (book / name).is_file() and (chapters / name).is_file():
            _write_page(book / name, (chapters / name).read_text(encoding="utf-8"))


def list_page(book: Path, page: str, *, behind: str) -> bool:
    """Put a page into the contents of a project's book, behind another or last, if it is not there.

    Returns whether the book has it now: a project may have no book, and a book no such chapter.
    """
    contents, chapters = book / "_toc.yml", find_chapters()
    if not contents.is_file() or not (chapters or (book / f"{page}.md").is_file()):
        return False
    if not (book / f"{page}.md").is_file():
        _write_page(book / f"{page}.md", (chapters / f"{page}.md").read_text(encoding="utf-8"))
    text = contents.read_text(encoding="utf-8")
    lines = list(_LISTED.finditer(text))
    if not lines or page in [line["page"] for line in lines]:
        return bool(lines)
    after = next((line for line in lines if line["page"] == behind), lines[-1])
    added = f"{text[: after.end()].rstrip()}\n{after['start']}{page}\n{text[after.end() :]}"
    write_whole(contents, added.encode("utf-8"))
    return True
