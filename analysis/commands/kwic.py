"""`refrain kwic`: where words are said, each hit in its context."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from analysis import commands, storage
from analysis.commands import options
from analysis.errors import InputError

ALONE = (
    "--{name} says how a FILE is split, and the tables of a data folder are; name a FILE, or leave it out."
)


@click.command("kwic")
@click.argument("file", required=False, type=options.PATH)
@click.option(
    "--pattern", "patterns", multiple=True, required=True, help="Words, * and ...; may be repeated."
)
@options.data
@options.speaker
@options.kind
@options.column
@click.option(
    "--sort",
    "by",
    type=click.Choice(["left", "right", "date"]),
    default="date",
    show_default=True,
    help="By the words before, the words behind, or date and place.",
)
@options.form
def command(
    file: Path | None,
    patterns: tuple[str, ...],
    data: Path | None,
    speaker: str | None,
    kind: str | None,
    columns: tuple[str, ...],
    by: str,
    form: str,
) -> None:
    """Show each hit of patterns in its context: in FILE, or in all sources of a data folder.

    Several patterns work together as those of a topic do: the longest match wins, and one that begins with a
    hyphen cancels the hits it overlaps. A data folder shows only words that are released; how many of all
    goes to standard error.
    """
    for name, value in (("speaker", speaker), ("kind", kind)):
        if value and file is None:
            raise InputError(ALONE.format(name=name))
    if file:
        chosen = options.choose_columns(columns)
        said, notes = commands.read_file(file, data, speaker=speaker, kind=kind, columns=chosen)
    else:
        said, notes = commands.read_released(data)
    rows = commands.find_in_context(said, patterns, by=by)
    for note in notes:
        click.echo(note, err=True)
    if form == "csv":
        click.echo(storage.write_csv(rows), nl=False)
        return
    width = shutil.get_terminal_size((120, 0)).columns
    for line in commands.show_hits(rows, width=width):
        click.echo(line)
