"""Where the chapters of the report lie, and a copy of them for a project."""

from __future__ import annotations

import shutil
from pathlib import Path

from analysis.storage import HOME

_BUILT = shutil.ignore_patterns("_build", "__pycache__", ".ipynb_checkpoints")


def find_chapters() -> Path | None:
    """Return the folder with the chapters; None where the package came without them."""
    folder = HOME.parent / "book"
    return folder if (folder / "_toc.yml").is_file() else None


def copy_chapters(target: Path) -> bool:
    """Copy the chapters into a folder that is not there yet; tell whether there were any to copy."""
    chapters = find_chapters()
    if chapters:
        shutil.copytree(chapters, target, ignore=_BUILT)
    return chapters is not None
