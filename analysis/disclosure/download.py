"""What of a data folder may be handed on in one file: tables, decisions, their description and the findings.

Texts are not among it, nor names that are kept out, nor what a build keeps for itself.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from analysis.disclosure.runs import LONGEST_RUN
from analysis.errors import InputError
from analysis.storage import BUILT, DERIVED, HOME, find_package, split_rows

PLACES = "decisions/places.csv"  # the only file of people's own that holds words of the texts
DESCRIPTION = "datapackage.json"
BESIDE = ("findings.json", "certificate.json", f"{DERIVED}/{BUILT}")
CITATION = "CITATION.cff"
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file knows: bytes must not depend on when it was made
_MODE = 0o644 << 16
_UNIX = 3


def list_download(data: Path) -> dict[str, bytes]:
    """Return what may be handed on of a data folder: the bytes of each file by its name.

    The description, datapackage.json, names those tables only that the folder has. Raises InputError where people
    wrote more words of a text into their decisions than may be seen.
    """
    _refuse_long(data / PLACES)
    package = json.loads(find_package().read_text(encoding="utf-8"))
    kept = [resource for resource in package["resources"] if (data / resource["path"]).is_file()]
    names = [*(resource["path"] for resource in kept), *BESIDE, CITATION]
    files = {name: (data / name).read_bytes() for name in names if (data / name).is_file()}
    described = {key: value for key, value in package.items() if not isinstance(value, list)}
    # The licence is that of the first corpus: nobody can give away another's tables.
    if data.resolve() == HOME.resolve():
        described["licenses"] = package["licenses"]
    described["resources"] = kept
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    return dict(sorted({**files, DESCRIPTION: text.encode("utf-8")}.items()))


def _refuse_long(file: Path) -> None:
    """Refuse places that are told by a longer run of words than may be published."""
    rows = list(split_rows(file)) if file.is_file() else []
    for line, cells in rows[1:]:
        n_words = len(dict(zip(rows[0][1], cells, strict=False)).get("text", "").split())
        if n_words > LONGEST_RUN:
            told = f"text has {n_words} words of a source, and {LONGEST_RUN} may be handed on"
            raise InputError(f"{file}, line {line}: {told}; the first few tell the place as well.")


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of some files, by name; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _MODE, _UNIX
            archive.writestr(entry, content, compresslevel=9)
    return packed.getvalue()
