"""In which language a site speaks: the setting `language` of its book."""

from __future__ import annotations

import re
from pathlib import Path

from analysis.storage.schema import HOME

_SETTING = re.compile(r"""^ +language: *["']?([A-Za-z-]+)["']?""", re.M)


def read_site_language(data: Path) -> str:
    """Return the language set in the `_config.yml` of the book that goes with a data folder; English where none is."""
    books = [data / "book"] + ([HOME.parent / "book"] if data.resolve() == HOME.resolve() else [])
    for book in books:
        if (book / "_config.yml").is_file():
            found = _SETTING.search((book / "_config.yml").read_text(encoding="utf-8"))
            return found[1] if found else "en"
    return "en"
