"""`refrain quote`: was it said, where, and how was it changed?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from analysis import commands, quotes, storage
from analysis.commands import options


@click.command("quote")
@click.argument("quoted", metavar="FILE|TEXT")
@options.data
@options.texts
@options.column
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "html"]),
    default="text",
    show_default=True,
    help="How the verdicts are printed: to read, one row a quotation, or a page.",
)
@click.pass_obj
def command(
    progress: Callable,
    quoted: str,
    data: Path | None,
    texts: Path | None,
    columns: tuple[str, ...],
    form: str,
) -> None:
    """Check the quotations of an article, or one quotation, against the texts of a data folder.

    FILE|TEXT is an article in any format that is read, if a file of that name exists; everything else is one
    quotation. Without texts, only the words that are released are searched, and the answer says so.
    """
    corpus = storage.Corpus(data, texts)
    article = commands.read_article(quoted, corpus, columns=options.choose_columns(columns))
    found = commands.check_article(article, corpus, progress=progress)
    for note in found.notes:
        click.echo(note, err=True)
    if form == "csv":
        click.echo(storage.write_csv(quotes.list_verdicts(found.checked, found.index)), nl=False)
    elif form == "html":
        click.echo(commands.write_page(found), nl=False)
    else:
        for line in commands.show_verdicts(found):
            click.echo(line)
