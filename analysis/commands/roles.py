"""`refrain roles`: how one text is split."""

from __future__ import annotations

from pathlib import Path

import click

from analysis import formats, storage
from analysis.commands import options

COLUMNS = ["start", "end", "role", "speaker"]
COLOURS = {
    "answer": "green",
    "quote": "cyan",
    "question": "yellow",
    "narration": "white",
    "other": "blue",
    "note": "magenta",
    "apparatus": "bright_black",
    "repeat": "red",
}


@click.command("roles")
@click.argument("file", type=options.PATH)
@options.speaker
@options.kind
@options.form
def command(file: Path, speaker: str | None, kind: str | None, form: str) -> None:
    """Show how one text is split: whose words are these?"""
    text = storage.read_text(file)
    person = formats.Speaker(speaker) if speaker else formats.guess_speaker(text)
    kind = kind or formats.guess_kind(text, person)
    segments = formats.split_segments(text, kind=kind, speaker=person)
    if form == "csv":
        click.echo(segments[COLUMNS].to_csv(index=False, lineterminator="\n"), nl=False)
        return
    click.echo(f"kind: {kind}, speaker: {person.name}")
    for row in segments.itertuples():
        _show_segment(row, text)


def _show_segment(row, text: str) -> None:
    label = f"{row.role} ({row.speaker})" if row.speaker else row.role
    words = click.style(text[row.start : row.end], fg=COLOURS[row.role])
    click.echo(f"{click.style(f'{label}:', bold=True)} {words}")
