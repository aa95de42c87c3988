"""A text to be copied as it stands, line by line."""

from __future__ import annotations

from html import escape

from analysis.figures.html_tables import ShownTable


def show_block(text: str) -> ShownTable:
    """Return a text as a chapter shows it: in letters of one width; long lines are broken and do not scroll."""
    return ShownTable(f'<pre class="refrain-block">{escape(text)}</pre>', text)
