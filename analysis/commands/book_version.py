"""Is what builds and executes the book installed, in the version that can? `make book` runs this file."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version

from analysis.errors import InputError

NEEDED = ("jupyter-book", "jupytext", "nbclient", "matplotlib")  # the extra `book`
INSTALL = "install what it needs with `pip install 'refrain[book]'`"


def check_book_version() -> None:
    """Raise InputError unless the book's libraries are installed, and Jupyter Book is a 1.x."""
    found = _find_version("jupyter-book")
    if found and not found.startswith("1."):
        raise InputError(
            f"the book is built by Jupyter Book 1, and {found} is installed, which would publish nothing; "
            f"{INSTALL}."
        )
    for library in NEEDED:
        if _find_version(library) is None:
            raise InputError(f"the book needs {library}, which is not installed; {INSTALL}.")


def _find_version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


if __name__ == "__main__":
    try:
        check_book_version()
    except InputError as error:
        sys.exit(f"refrain: {error}")
