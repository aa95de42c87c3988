"""`refrain add`: new texts in a project, and what they say that is new."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import click

from analysis import commands, pages, projects, storage
from analysis.commands import options


@click.command("add")
@click.argument("folder", metavar="DIR", type=options.PATH)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.PATH)
@click.option(
    "--event", default="", help="Event of events.csv that the texts report; each is a new one if left out."
)
@click.option(
    "--language", default="", help="Language of the texts (en, de, ...); guessed for each if left out."
)
@click.option("--look", is_flag=True, help="Show the split and the new rows only; write nothing.")
@click.pass_obj
def command(
    progress: Callable, folder: Path, files: tuple[Path, ...], event: str, language: str, look: bool
) -> None:
    """Add the texts in FILE... to the project in DIR, and tell what is new since the last build.

    How each text is split comes first. Then the files are copied to DIR/sources/texts, manifest and events get their
    rows, and the tables are built anew. What is new is printed, and kept in DIR/changes. If anything fails, DIR is as
    it was before.
    """
    storage.restore_tables(folder)
    corpus = storage.Corpus(folder)
    additions = projects.read_additions(files, corpus, event=event, language=language)
    for addition in additions:
        for line in commands.tell_addition(addition, corpus):
            click.echo(line)
    if look:
        return
    today = datetime.date.today()
    added = projects.add_texts(folder, additions, today=today, progress=progress)
    for line in pages.tell_changes(added.changes, added.log):
        click.echo(line)
    for doubt in added.doubts:
        click.echo(f"warning: {doubt}", err=True)
