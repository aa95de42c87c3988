"""Folders of exports: written whole or not at all, and only over an export of ours that nobody has touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from analysis.errors import InputError
from analysis.storage.built import digest_bytes
from analysis.storage.files import make_folder_beside, replace_folder, restore_folder

LIST = "export.json"  # what we wrote: the digest of each file, by its path in the folder
MADE_BY = "refrain export"
_OURS = ("sources", "decisions", "tables", "book", "changes", "_build", ".parts")  # of a data folder
_ELSEWHERE = "name a new or an empty folder"


def refuse_folder(folder: Path, data: Path) -> None:
    """Raise InputError unless an export may be written into a folder.

    It may be new, empty, or hold an export of ours as it was written; inside the data folder, it may be none of those
    that Refrain itself reads. data: the data folder that is exported.
    """
    restore_folder(folder)
    place, home = folder.resolve(), data.resolve()
    nearest = next(part for part in [place, *place.parents] if part.exists())
    if not nearest.is_dir():
        raise InputError(f"{folder}: {nearest} is a file; {_ELSEWHERE}.")
    if home.is_relative_to(place) or any(place.is_relative_to(home / name) for name in _OURS):
        raise InputError(f"{folder}: the project itself lies there; {_ELSEWHERE}.")
    if place.is_dir() and any(place.iterdir()):
        _refuse_others(folder)


def _refuse_others(folder: Path) -> None:
    """Raise InputError where a folder holds anything but an export of ours, naming the first such file."""
    written = _read_list(folder / LIST)
    if written is None:
        raise InputError(f"{folder}: there is something else in this folder; {_ELSEWHERE}.")
    for file in sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()):
        name = file.relative_to(folder).as_posix()
        if name != LIST and (file.is_symlink() or written.get(name) != digest_bytes(file.read_bytes())):
            raise InputError(f"{file}: this is not as the export wrote it; move it away, or {_ELSEWHERE}.")


def _read_list(path: Path) -> dict[str, str] | None:
    """Return the digests that an export lists; None where there is no such list of ours."""
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        return dict(listed["files"]) if listed["made_by"] == MADE_BY else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def save_export(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of an export, by their paths in it, in place of what `refuse_folder` lets pass."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    digests = {name: digest_bytes(content) for name, content in sorted(files.items())}
    listed = json.dumps({"made_by": MADE_BY, "files": digests}, indent=1, ensure_ascii=False) + "\n"
    with make_folder_beside(folder) as fresh:
        for name, content in {**files, LIST: listed.encode("utf-8")}.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        replace_folder(folder, fresh)
