"""`refrain check`: is a data folder as it must be?"""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from analysis import commands, storage
from analysis.commands import options
from analysis.errors import InputError

_NOT_BUILT = "the tables are not built yet: `refrain report {0}` builds them and the report."


@click.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=options.PATH)
@options.data
@options.texts
def command(folder: Path | None, data: Path | None, texts: Path | None) -> None:
    """List all that is wrong with a project, or doubtful, each with its remedy.

    DIR is the folder with sources/ and decisions/, as is that of --data. What stops the build comes first, then what
    makes a number wrong, what makes one doubtful, and what is worth a look. The exit code is not 0 where a number is
    wrong or nothing can be built. With --texts, it is also asked whether the texts are those of the tables.
    """
    if folder and data and folder != data:
        raise InputError(f"{folder} and --data {data} are two folders; name one of them.")
    corpus = storage.Corpus(folder or data, texts)
    storage.restore_tables(corpus.data)
    remarks = list(commands.list_problems(corpus))
    if not remarks and commands.is_built(corpus):
        remarks += commands.check_data(corpus, texts)
    for line in commands.group_remarks(remarks):
        click.echo(line)
    if not commands.is_built(corpus):
        click.echo(f"{corpus.data}: {_NOT_BUILT.format(shlex.quote(str(corpus.data)))}")
    if n := sum(map(commands.is_fault, remarks)):
        faults = f"{n} faults, listed above; mend them" if n > 1 else "1 fault, listed above; mend it"
        raise InputError(f"{corpus.data}: {faults} and check again.")
