"""Chapters of a project that nobody has changed, kept as new as the program that fills them."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

from analysis.projects.book_files import copy_chapters
from analysis.storage import write_whole

RECORD = ".copied.json"
_OF_THE_PROJECT = ("_toc.yml", "_config.yml")  # the report itself writes one, and a person sets the other


def record_chapters(book: Path) -> None:
    """Write down the SHA-256 of each file of a project's book as it was copied, so that changes can be told."""
    _write_record(book, _digest_files(book))


def renew_chapters(book: Path) -> list[str]:
    """Put the program's chapters in the place of older copies that nobody has changed since.

    Both are in the site's language (`messages.choose_site_language`). Returns the files, by name, of which the program
    has a newer one and that stay nevertheless: a person has changed them, or nobody can tell as the book was copied
    before copies were recorded.
    """
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "book"
        if not copy_chapters(fresh):
            return []
        ours, theirs = _digest_files(fresh), _digest_files(book)
        copied = _read_record(book)
        newer = [
            name for name in ours if name in theirs and ours[name] not in (theirs[name], copied.get(name))
        ]
        unchanged = [name for name in newer if copied.get(name) == theirs[name]]
        for name in unchanged:
            write_whole(book / name, (fresh / name).read_bytes())
    if unchanged:
        _write_record(book, copied | {name: ours[name] for name in unchanged})
    return sorted(set(newer) - set(unchanged))


def _digest_files(book: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a book that both the program and a project have, by its path in the book."""
    paths = [path for path in sorted(book.rglob("*")) if path.is_file() and path.name != RECORD]
    named = {path.relative_to(book).as_posix(): path for path in paths}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in named.items()
        if name not in _OF_THE_PROJECT and not name.startswith("_build/")
    }


def _read_record(book: Path) -> dict[str, str]:
    """Return what was recorded of a book; nothing where there is no record, or one that cannot be read."""
    try:
        found = json.loads((book / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_record(book: Path, digests: dict[str, str]) -> None:
    write_whole(book / RECORD, (json.dumps(digests, indent=0, sort_keys=True) + "\n").encode("utf-8"))
