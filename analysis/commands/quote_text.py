"""Verdicts on quotations as lines for a terminal and as a page, each beside the sentence it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

import click

from analysis import formats, quotes
from analysis.commands.quote_steps import Found

COLOURS = {
    "verbatim": "green",
    "condensed": "cyan",
    "altered": "red",
    "stitched": "red",
    "asked": "yellow",
    "other": "blue",
    "translation": "magenta",
    "absent": "yellow",
}
_SIGNS = {quotes.SAID: ("[-", "-]"), quotes.QUOTED: ("{+", "+}"), quotes.KEPT: ("", "")}
_TAGS = {quotes.SAID: "del", quotes.QUOTED: "ins", quotes.KEPT: "span"}
_KEY = "[-words-] only the text has, {+words+} only the quotation has; the number is how likely the verdict is right"
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Quotations checked</title>
<style>body{{font:1rem/1.5 sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}}table{{border-collapse:collapse}}
td,th{{border:1px solid #999;padding:.4rem;text-align:left;vertical-align:top}}del{{background:#fdd}}
ins{{background:#dfd}}</style></head><body>
<h1>Quotations checked</h1>
<p>{summary}</p>
<table><caption>Each quotation beside the sentence it comes from. Struck out: only the text has these words; underlined:
only the quotation has them. Confidence is how likely the verdict is right, from 0 to 1.</caption>
<thead><tr><th scope="col">Quotation</th><th scope="col">Verdict</th><th scope="col">Confidence</th>
<th scope="col">Source</th><th scope="col">The text</th></tr></thead><tbody>
{rows}
</tbody></table>
{notes}
</body></html>
"""


def show_verdicts(found: Found) -> Iterator[str]:
    """Yield what was found in all, then some lines for each quotation."""
    table = quotes.list_verdicts(found.checked, found.index)
    yield _summarise(found)
    if len(table):
        yield click.style(_KEY, dim=True)
    judged = [one for one in found.checked if one.judgement]
    for one in judged:
        verdict = one.judgement.verdict
        style = click.style(verdict, fg=COLOURS[verdict], bold=True)
        yield ""
        yield f"{style} {one.judgement.confidence:.2f}  {_tell_place(one, found)}".rstrip()
        yield f"  “{_mark_runs(one, found)}”"
        for sentence in quotes.list_sentences(one, found.index):
            yield f"  text: {sentence}"
        if weighty := _tell_changes(one, found):
            yield f"  changed: {weighty}"
        if denial := quotes.tell_denial(one, found.index):
            yield f"  mind: the text says “{denial}” right before these words"
    others = [" ".join(one.row.quote.split()) for one in found.checked if _is_anothers(one)]
    yield from (f"\nother: given to somebody else, not checked: “{quote}”" for quote in others)


def _is_anothers(one: quotes.Checked) -> bool:
    return one.judgement is None and one.row.given == formats.ANOTHERS


def _summarise(found: Found) -> str:
    verdicts = Counter(
        one.judgement.verdict if one.judgement else "other"
        for one in found.checked
        if quotes.has_verdict(one)
    )
    listed = ", ".join(f"{verdict} {verdicts[verdict]}" for verdict in quotes.VERDICTS if verdicts[verdict])
    return f"quotations: {verdicts.total()}{', of these ' if listed else ''}{listed}; {found.covers}."


def _tell_place(one: quotes.Checked, found: Found) -> str:
    """Name the source of each place of a quotation, with the offsets in characters where they are known."""
    return "; ".join(
        f"{place.source} {place.start}–{place.end}" if place.end else place.source
        for place in quotes.list_places(one, found.index)
    )


def _mark_runs(one: quotes.Checked, found: Found) -> str:
    runs = quotes.lay_beside(one, found.index)
    return " ".join(f"{_SIGNS[run.kind][0]}{run.words}{_SIGNS[run.kind][1]}" for run in runs)


def _tell_changes(one: quotes.Checked, found: Found) -> str:
    """Say which numbers, denials and names a quotation changes."""
    changes = quotes.list_weighty(one, found.index)
    return "; ".join(f"{c.weight}: “{c.said}” became “{c.quoted}”" for c in changes)


def write_page(found: Found) -> str:
    """Return the verdicts as a page in HTML."""
    rows = "\n".join(_write_row(one, found) for one in found.checked if quotes.has_verdict(one))
    notes = "\n".join(f"<p>{escape(note)}</p>" for note in found.notes)
    return _PAGE.format(summary=escape(_summarise(found)), rows=rows, notes=notes)


def _write_row(one: quotes.Checked, found: Found) -> str:
    if one.judgement is None:
        cells = [escape(one.row.quote), "other", "", "", "given to somebody else, not checked"]
    else:
        runs = quotes.lay_beside(one, found.index)
        marked = " ".join(f"<{_TAGS[run.kind]}>{escape(run.words)}</{_TAGS[run.kind]}>" for run in runs)
        text = "<br>".join(escape(sentence) for sentence in quotes.list_sentences(one, found.index))
        confidence = f"{one.judgement.confidence:.2f}"
        cells = [marked, one.judgement.verdict, confidence, escape(_tell_place(one, found)), text]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
