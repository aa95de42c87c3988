"""Read files that may be anything, and replace folders so that nobody ever meets half of one."""

from __future__ import annotations

import os
import platform
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.errors import InputError

# Every control character but tab and the ends of lines and pages; U+FFFE and U+FFFF are no characters at all.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def read_bytes(path: Path, *, largest: int) -> bytes:
    """Return the bytes of a file. Raises InputError if there is none or it has more than `largest` bytes."""
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: this is a folder or a device; name a file.")
    content = read_if_there(path, largest=largest)
    if content is None:
        raise InputError(f"{path}: there is no such file; check its name and folder.")
    return content


def read_if_there(path: Path, *, largest: int) -> bytes | None:
    """Return the bytes of a file, or None if there is none.

    A folder that is being replaced stands aside for a moment: its files are then read from there. Raises
    InputError if the file has more than `largest` bytes.
    """
    aside = _aside(path.parent) / path.name
    for place in (path, aside, path):  # what is aside no longer stands in its place again
        with suppress(FileNotFoundError):
            if place.is_file():
                return _read(place, largest)
    return None


def _read(path: Path, largest: int) -> bytes:
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


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever meets half of it: beside its place first, then into it by a rename."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def make_folder_beside(target: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of `target`, and remove it afterwards with all that is left in it.

    What killed runs have left beside the same target is removed first.
    """
    clear_left_over(target)
    fresh = Path(tempfile.mkdtemp(prefix=_own_prefix(target, os.getpid()), dir=target.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def clear_left_over(target: Path) -> None:
    """Remove the folders that `make_folder_beside` made for `target` in runs of this machine that are dead."""
    for folder in target.parent.glob(f"{_own_prefix(target)}*"):
        number = folder.name.removeprefix(_own_prefix(target)).partition("-")[0]
        is_ours = folder.is_dir() and not folder.is_symlink() and number.isdecimal()
        if is_ours and _is_dead(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _own_prefix(target: Path, process: int | None = None) -> str:
    """Return how names of folders beside a target begin: with the machine, for it alone knows its processes."""
    machine = re.sub(r"\W", "_", platform.node())
    return f".{target.name}-{machine}-" + ("" if process is None else f"{process}-")


def _is_dead(process: int) -> bool:
    if os.name == "nt":  # where asking whether a process lives would end it
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def replace_folder(target: Path, fresh: Path) -> None:
    """Put a folder in the place of another, by renames alone: the old one aside, the new one in its place.

    A run that is killed in between leaves the old folder aside, whole: from there `read_bytes` reads its
    files, and `restore_folder` puts it back. Afterwards the old folder bears the name of the fresh one.
    """
    restore_folder(target)
    aside = _aside(target)
    if not target.exists():
        fresh.rename(target)
        return
    target.rename(aside)
    try:
        fresh.rename(target)
    finally:
        aside.rename(fresh if target.exists() else target)


def restore_folder(target: Path) -> None:
    """Undo what a killed run left of `replace_folder`: put the old folder back, or away if it is replaced."""
    clear_left_over(target)
    aside = _aside(target)
    if not aside.is_dir():
        return
    if not target.exists():
        aside.rename(target)
        return
    with make_folder_beside(target) as waste:
        aside.rename(waste / aside.name)


def _aside(target: Path) -> Path:
    return target.parent / f".{target.name}-aside"
