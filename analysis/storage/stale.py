"""Are the tables those of these decisions, these texts and these counting rules? Said in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.errors import InputError
from analysis.storage.built import (
    BUILT,
    REBUILD,
    RULES,
    Digests,
    digest_bytes,
    digest_folder,
    digest_inputs,
    read_built,
)
from analysis.storage.files import read_if_there
from analysis.storage.rows import LARGEST, find_line
from analysis.storage.schema import DERIVED, is_derived, load_schema
from analysis.storage.tables import read_table

SINCE = "since the tables were built"


def refuse_stale(data: Path, texts: Path | None = None) -> None:
    """Raise InputError if what the tables were built from has changed, or if they have; naming the first.

    texts: the folder with the texts; the data folder's own if left out. Where there is none, the digests that
    the manifest states are compared. A folder without built.json passes: see `miss_built`.
    """
    for sentence in (*list_changed_inputs(data, texts), *list_changed_tables(data)):
        raise InputError(sentence)


def miss_built(data: Path) -> str:
    """Return the sentence on a data folder that cannot say what its tables were built from, or ''."""
    path = data / DERIVED / BUILT
    if read_built(data) is not None:
        return ""
    return f"{path}: there is no such file, so nobody can tell whether the tables are up to date; {REBUILD}."


def list_changed_inputs(data: Path, texts: Path | None = None) -> Iterator[str]:
    """Yield a sentence for each received or decided file, text or rule that is not as it was."""
    built = read_built(data)
    if built is None:
        return
    yield from _compare(built["inputs"], digest_inputs(data), data)
    if built["rules"] != RULES:
        rules = f"the counting rules have changed {SINCE} (number {RULES}, the tables have {built['rules']})"
        yield f"{data / DERIVED}: {rules}; {REBUILD}."
    own = data / "sources" / "texts"
    if texts or own.is_dir():
        yield from _compare_texts(built["texts"], texts or own, is_whole=texts is not None)
    else:
        yield from _compare_stated(built["texts"], data)


def list_changed_tables(data: Path) -> Iterator[str]:
    """Yield a sentence for each table that is not as it was built, and each file that is no table."""
    folder, built = data / DERIVED, read_built(data)
    known = {Path(resource["path"]).name for name, resource in load_schema().items() if is_derived(name)}
    for name in sorted(set(digest_folder(folder)) - known - {BUILT}):
        yield f"{folder / name}: this is no table of a data folder; remove it."
    for name, digest in (built["tables"] if built else {}).items():
        content = read_if_there(folder / name, largest=LARGEST)
        if content is None:
            yield f"{folder / name}: the table is gone; {REBUILD}."
        elif digest_bytes(content) != digest:
            yield f"{folder / name} is not as it was built{_tell_program(content)}; {REBUILD}."
    for name in sorted(known - set(built["tables"]) if built else ()):
        if (folder / name).is_file():
            yield f"{folder / name} has been added {SINCE}; {REBUILD}."


def _tell_program(content: bytes) -> str:
    """Say so where a table bears the marks of a program that saved it again."""
    is_saved = content.startswith(b"\xef\xbb\xbf") or b"\r\n" in content
    return (
        " (another program has saved it, with a byte order mark or other ends of lines)" if is_saved else ""
    )


def _compare(before: Digests, now: Digests, folder: Path) -> Iterator[str]:
    for name in sorted({*before, *now}):
        if name not in now:
            yield f"{folder / name} is gone {SINCE}; put it back or {REBUILD}."
        elif name not in before:
            yield f"{folder / name} has been added {SINCE}; {REBUILD}."
        elif before[name] != now[name]:
            yield f"{folder / name} has changed {SINCE}; {REBUILD}."


def _compare_texts(before: Digests, folder: Path, *, is_whole: bool) -> Iterator[str]:
    """Compare texts by source; is_whole: whether the folder should hold all of them."""
    files = {Path(name).stem: (folder / name, digest) for name, digest in digest_folder(folder).items()}
    for source, digest in before.items():
        path, now = files.get(source, (folder / source, None))
        if now is None and is_whole:
            yield f"{path}: there is no text of this name; name the folder with the texts as --texts."
        elif now not in (None, digest):
            yield f"{path} has changed {SINCE}; {REBUILD}."


def _compare_stated(before: Digests, data: Path) -> Iterator[str]:
    """Compare the digests that the manifest states."""
    for row in read_table(data, "manifest").itertuples():
        if row.sha256 and before.get(row.source, row.sha256) != row.sha256:
            path = data / load_schema()["manifest"]["path"]
            line = find_line(path, row.Index)
            yield f"{path}, line {line}: the text of {row.source} has changed {SINCE}; {REBUILD}."
