"""`refrain explain`: why a topic is found where it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import click

from analysis import commands, storage
from analysis.commands import options


@click.command("explain")
@click.argument("topic")
@options.data
@options.texts
@options.form
@click.pass_obj
def command(progress: Callable, topic: str, data: Path | None, texts: Path | None, form: str) -> None:
    """Show where the patterns of TOPIC hit, in context, and where hand coding disagrees."""
    explained = commands.explain_topic(topic, storage.Corpus(data, texts), progress=progress)
    if form == "csv":
        click.echo(storage.write_csv(explained.rows), nl=False)
        return
    width = shutil.get_terminal_size((120, 0)).columns
    for line in commands.show_explanation(explained, width=width):
        click.echo(line)
