"""What of a data folder may be handed on in one file: tables, decisions, their description and the findings.

Texts are not among it, nor names that are kept out, nor what a build keeps for itself.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from analysis.storage.built import BUILT
from analysis.storage.schema import DERIVED, HOME, find_package

DESCRIPTION = "datapackage.json"
BESIDE = ("findings.json", "certificate.json", f"{DERIVED}/{BUILT}")
CITATION = "CITATION.cff"
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file knows: bytes must not depend on when it was made
_MODE = 0o644 << 16
_UNIX = 3


def list_download(data: Path) -> dict[str, bytes]:
    """Return what may be handed on of a data folder: the bytes of each file by its name.

    The description, datapackage.json, names those tables only that the folder has.
    """
    package = json.loads(find_package().read_text(encoding="utf-8"))
    kept = [resource for resource in package["resources"] if (data / resource["path"]).is_file()]
    names = [*(resource["path"] for resource in kept), *BESIDE, CITATION]
    files = {name: (data / name).read_bytes() for name in names if (data / name).is_file()}
    described = {key: value for key, value in package.items() if not isinstance(value, list)}
    if (
        data.resolve() == HOME.resolve()
    ):  # it speaks of the first corpus; nobody can give away another's tables
        described["licenses"] = package["licenses"]
    described["resources"] = kept
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    return dict(sorted({**files, DESCRIPTION: text.encode("utf-8")}.items()))


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of some files, by name; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _MODE, _UNIX
            archive.writestr(entry, content, compresslevel=9)
    return packed.getvalue()
