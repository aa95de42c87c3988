"""`refrain readability`: score one text with every formula."""

from __future__ import annotations

from pathlib import Path

import click

from analysis import commands, readability, storage
from analysis.commands import options
from analysis.errors import InputError


@click.command("readability")
@click.argument("file", type=options.PATH)
@options.speaker
@options.kind
@options.column
@options.form
def command(file: Path, speaker: str | None, kind: str | None, columns: tuple[str, ...], form: str) -> None:
    """Score the text in FILE with every formula, each as a band over the ways of ending sentences."""
    reading = storage.read_file(file, options.choose_columns(columns))
    try:
        scores = readability.score_text(reading.text, kind=kind, speaker=speaker, marks=reading)
    except InputError as error:
        raise InputError(f"{file}: {error}") from None
    if note := commands.note_unscored(reading.text, scores):
        click.echo(note, err=True)
    if form == "csv":
        click.echo(storage.write_csv(scores), nl=False)
    else:
        click.echo(commands.show_scores(scores), nl=False)
