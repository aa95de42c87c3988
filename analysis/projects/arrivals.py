"""The files of a folder as they come: read, and named so that every system can bear their names."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from analysis.errors import InputError
from analysis.projects.first_checks import Check
from analysis.readers import Reading
from analysis.storage import read_file

_LONGEST = 60  # characters of a name; more only where names would be alike
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ä": "ae", "ö": "oe", "ü": "ue"}
)


class Arrival(NamedTuple):
    """A file that could be read: where it lies, the name of the source, and what it says."""

    path: Path
    source: str
    reading: Reading


def read_folder(folder: Path) -> tuple[list[Arrival], list[Check]]:
    """Read every file of a folder, by name, and list those that cannot be read with the reason.

    Folders inside, links, and files whose names begin with a stop or a tilde are passed over; the first two are told.
    Raises InputError where there is no such folder, and where no file can be read.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; name the one with the texts as --texts.")
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~")))
    if not paths:
        raise InputError(f"{folder}: this folder is empty; put the texts there, a file each.")
    arrivals: list[Arrival] = []
    checks: list[Check] = []
    taken: set[str] = set()
    for path in paths:
        try:
            reading = _read(path)
        except InputError as error:
            checks.append(
                Check(0, f"not read: {str(error).rstrip('.')}", "the report does without this file")
            )
            continue
        arrivals.append(Arrival(path, name_source(path.stem, taken), reading))
    if not arrivals:
        raise InputError(f"{folder}: none of its {len(paths)} files can be read; {checks[0].what}.")
    return arrivals, checks


def _read(path: Path) -> Reading:
    if path.is_symlink():
        raise InputError(f"{path}: this is a link; put the text itself there.")
    if path.is_dir():
        raise InputError(f"{path}: this is a folder inside the folder; put its files beside the others.")
    return read_file(path)


def name_source(stem: str, taken: set[str]) -> str:
    """Return a name for a source from its file's name without the ending, and add it to those that are taken.

    Small letters, digits and hyphens; accents go, letters of other scripts too. A name that is taken gets a number.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", stem).casefold().translate(_SPELLED))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    bare = re.sub(r"[^a-z0-9.]+", "-", letters).strip("-.")[:_LONGEST].rstrip("-.") or "text"
    first = f"text-{bare}" if _RESERVED.match(bare) else bare
    number, name = 1, first
    while name in taken:
        number += 1
        name = f"{first}-{number}"
    taken.add(name)
    return name
