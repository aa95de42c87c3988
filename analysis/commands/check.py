"""`refrain check`: is a data folder as it must be?"""

from __future__ import annotations

from pathlib import Path

import click

from analysis import commands, storage
from analysis.commands import options
from analysis.errors import InputError


@click.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=options.PATH)
@options.data
@options.texts
def command(folder: Path | None, data: Path | None, texts: Path | None) -> None:
    """Validate the manifest, the decisions and the tables, and what the tables give away.

    DIR is the folder with sources/ and decisions/, as is that of --data. Faults of what people wrote are listed all
    at once. With --texts, also whether the texts are those that the tables were built from.
    """
    if folder and data and folder != data:
        raise InputError(f"{folder} and --data {data} are two folders; name one of them.")
    corpus = storage.Corpus(folder or data, texts)
    storage.restore_tables(corpus.data)
    _refuse_faults(corpus)
    if not commands.is_built(corpus):
        click.echo(
            f"{corpus.data}: nothing is wrong; the tables are not built yet: `refrain tables --data {corpus.data}`."
        )
        return
    for line in commands.check_data(corpus, texts):
        click.echo(line)


def _refuse_faults(corpus: storage.Corpus) -> None:
    """List all faults, and raise InputError with their number; one alone is the error itself."""
    problems = list(commands.list_problems(corpus))
    if len(problems) == 1:
        raise InputError(problems[0])
    for problem in problems:
        click.echo(f"fault: {problem}")
    if problems:
        raise InputError(f"{corpus.data}: {len(problems)} faults, listed above; mend them and check again.")
