"""The folder of all that is kept from one run to the next: it holds the words of the texts."""

from __future__ import annotations

from pathlib import Path

PARTS = ".parts"  # the folder in a data folder; git ignores it
# The words of the texts can be read from their parts, so that neither git nor a backup may take them along.
_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Counts of texts; safe to delete.\n",
}


def make_parts_folder(folder: Path) -> None:
    """Make a folder for parts that git and backups leave out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _MARKS.items():
        if not (folder / name).is_file():
            (folder / name).write_text(content, encoding="ascii")
