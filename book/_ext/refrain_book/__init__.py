"""The report's own Sphinx extension: fresh numbers, strict pages, formulas without scripts, no leftovers.

Each module does one thing and says why; `_config.yml` loads them together as `refrain_book`.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from . import (
    code_last,
    column_methods,
    downloads,
    empty,
    entries,
    files,
    fresh,
    icons,
    left_out,
    light,
    mathml,
    mends,
    notebooks,
    occasions,
    publish,
    reference,
    searched,
    sentences,
    site,
    strict,
    terms,
    together,
    words,
)

PARTS = (
    words,
    fresh,
    strict,
    left_out,
    empty,
    occasions,
    code_last,
    entries,
    column_methods,
    terms,
    searched,
    sentences,
    mathml,
    notebooks,
    reference,
    mends,
    files,
    icons,
    light,
    downloads,
    publish,
    site,
    together,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect every part."""
    for part in PARTS:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
