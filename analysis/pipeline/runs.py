"""The last run, remembered: where nothing that it read or wrote has changed, its tables stand as they are.

What is kept is two lines: the SHA-256 of the second, and that as JSON.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from analysis.pipeline.rules import digest_steps
from analysis.storage import (
    DERIVED,
    digest_bytes,
    digest_folder,
    digest_inputs,
    find_package,
    list_written,
    make_parts_folder,
    write_whole,
)

FILE = "last.run"
Line = tuple[str, bool]  # what a run has told, and whether as a warning


class Run(NamedTuple):
    """A run that makes tables.

    key: of all that it reads, as it was before anything was read. inputs: the digests of what was received and
    decided among it. data: the folder to whose tables it writes. file: where it is remembered.
    """

    key: str
    inputs: dict[str, str]
    data: Path
    file: Path

    def recall(self) -> list[Line] | None:
        """Return what the last run told, if it read the same and its tables are as it left them."""
        kept = _read(self.file)
        if kept is None or kept["key"] != self.key or kept["tables"] != digest_folder(self.data / DERIVED):
            return None
        return [(text, is_warning) for text, is_warning in kept["lines"]]

    def remember(self, lines: list[Line]) -> None:
        """Keep what this run told beside the parts, once its tables are written."""
        kept = {"key": self.key, "tables": list_written(self.data), "lines": lines}
        body = json.dumps(kept).encode("ascii")
        make_parts_folder(self.file.parent)
        write_whole(self.file, b"%b\n%b" % (digest_bytes(body).encode("ascii"), body))


def begin_run(data: Path, texts: Path, folder: Path) -> Run:
    """Begin a run on a data folder and a folder with texts, remembered in a folder of parts."""
    inputs = digest_inputs(data)
    known = [digest_steps(), sys.version, *list_installed(), str(data), str(texts)]
    known += [digest_bytes(find_package().read_bytes()), inputs, _digest_texts(texts)]
    key = hashlib.sha256(json.dumps(known).encode("ascii")).hexdigest()
    return Run(key, inputs, data, folder / FILE)


def list_installed() -> Iterator[str]:
    """Yield the names of all libraries that are installed, with their versions: one of them may read a text."""
    for place in map(Path, sys.path):
        if place.is_dir():
            yield from sorted(path.name for path in place.glob("*.dist-info"))


def _digest_texts(folder: Path) -> list[tuple[str, str, bool]]:
    """Digest each text by its name; a link is not read as the text it leads to."""
    digests = digest_folder(folder)
    return [(name, digest, (folder / name).is_symlink()) for name, digest in digests.items()]


def _read(file: Path) -> dict | None:
    with suppress(OSError):
        digest, _, body = file.read_bytes().partition(b"\n")
        if digest == digest_bytes(body).encode("ascii"):
            return json.loads(body)
    return None
