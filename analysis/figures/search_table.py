"""A table that a reader can search and sort, in one page, without a request to anywhere."""

from __future__ import annotations

import re
from html import escape

import itables
import pandas as pd
from itables.javascript import generate_init_offline_itables_html

from analysis.figures.html_tables import ShownTable, show_table

PAGE = 25  # rows shown at a time


def show_explorer(
    table: pd.DataFrame, *, name: str, caption: str, headings: dict[str, str] | None = None
) -> ShownTable:
    """Return a table that can be searched and sorted (DataTables, through itables, both inside the page).

    table: one row per row shown. name: letters, digits, hyphens; the id of the table, so that pages stay
    the same from build to build. caption: what a row is. headings: columns to show, in order, with their
    printed names (default: all). Where there is no row, a sentence says so.
    """
    if table.empty:
        return show_table(table, name=name, caption=caption)
    shown = table[list(headings)].rename(columns=headings) if headings else table
    shown = shown.astype(object).where(shown.notna(), "")
    drawn = itables.to_html_datatable(
        shown,
        table_id=name,
        connected=False,
        caption=caption,
        showIndex=False,
        pageLength=PAGE,
        maxBytes=0,
        style="width:100%",
        classes="display compact refrain-explorer",
    )
    # The box scrolls, not the page, and the keyboard reaches it.
    box = f'<div class="refrain-explorer-box" role="group" tabindex="0" aria-label="Table of {escape(name)}">'
    html = f"{_script()}{box}{_without_loading_notes(drawn, caption)}</div>"
    return ShownTable(html, f"{caption}\n{shown.to_string(index=False)}")


def _script() -> str:
    """Return the packaged DataTables with its styles, to be written into the page once; nothing is
    fetched."""
    script = generate_init_offline_itables_html(itables.options.dt_bundle)
    return re.sub(r"<noscript>.*?</noscript>", "", script, flags=re.DOTALL)


def _without_loading_notes(drawn: str, caption: str) -> str:
    """Drop what stands in for the table until its script runs: it links away and has an empty heading."""
    note = f"<tbody><tr><td>{escape(caption)}</td></tr></tbody>"
    drawn = re.sub(r"<tbody>.*?</tbody>", note, drawn, count=1, flags=re.DOTALL)
    return re.sub(r'<div id="[^"]*_fallback">.*?</div>', "", drawn, count=1, flags=re.DOTALL)
