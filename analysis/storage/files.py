"""Read files that may be anything, and replace folders so that nobody ever meets half of one."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import InputError

# Every control character but tab and the ends of lines and pages; U+FFFE and U+FFFF are no characters at all.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def read_bytes(path: Path, *, largest: int) -> bytes:
    """Return the bytes of a file. Raises InputError if there is none or it has more than `largest` bytes."""
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: this is a folder or a device; name a file.")
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; check its name and folder.")
    with path.open("rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise InputError(f"{path}: larger than {largest:,} bytes; check whether this is the right file.")
    return content


def decode_text(content: bytes, path: Path) -> str:
    """Return the text of a UTF-8 file without its byte order mark.

    Raises InputError naming the line of the first byte that is not UTF-8, or of the first control character.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{content[error.start]:02X}"
        raise InputError(f"{path}, line {line}: {byte} is not UTF-8; save the file as UTF-8.") from None
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise InputError(f"{path}, line {line}: control character U+{ord(control.group()):04X}; delete it.")
    return text.removeprefix("\ufeff")


@contextmanager
def make_folder_beside(target: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of `target`, and remove it afterwards with all that is left in it."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def replace_folder(target: Path, fresh: Path) -> None:
    """Put a folder in the place of another; whoever looks, at whatever moment, finds the one or the other.

    Where the system cannot exchange two folders at once, the new files are moved one by one, and
    `finish_folder` moves the rest should the run die among them.
    """
    finish_folder(target)
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        fresh.rename(_ready(target))
        finish_folder(target)


def finish_folder(target: Path) -> None:
    """Move the files that a run made ready for `target` and died before it had moved them all."""
    ready = _ready(target)
    if ready.is_dir():
        target.mkdir(exist_ok=True)
        for file in sorted(ready.iterdir()):
            file.replace(target / file.name)
        ready.rmdir()


def _ready(target: Path) -> Path:
    return target.with_name(f".{target.name}-ready")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders trade places in one step of the system; False where it cannot (other than Linux)."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
