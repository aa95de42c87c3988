"""Which checkout does a command stand in, and does its own code run?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from analysis.errors import InputError
from analysis.storage import HOME

MARKS = ("book/_toc.yml", "pyproject.toml", "analysis/__init__.py")


def find_tree(folder: Path) -> Path:
    """Return the checkout that a folder stands in: itself or the nearest above with code, book and project.

    Raises InputError where there is none.
    """
    for place in (folder.resolve(), *folder.resolve().parents):
        if all((place / mark).is_file() for mark in MARKS):
            return place
    marks = ", ".join(MARKS)
    raise InputError(f"{folder}: no checkout with {marks} here or above; go into the one to review.")


def is_running(tree: Path) -> bool:
    """Tell whether the code that runs now is that of a checkout."""
    return HOME.parent.resolve() == tree.resolve()


def hand_over(tree: Path, arguments: list[str]) -> int:
    """Run the command line of a checkout's own code with these arguments, and return how it ended.

    Raises InputError where other code would run again.
    """
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if paths[0] == str(tree):
        raise InputError(f"{tree}: its code is not what Python runs there; mend its installation.")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tree), *filter(None, paths)])}
    return subprocess.run([sys.executable, "-m", "analysis", *arguments], env=environment).returncode
