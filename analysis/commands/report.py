"""`refrain report`: from a project to the pages of its report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from analysis import commands, pipeline, storage
from analysis.commands import options


@click.command("report")
@click.argument("folder", metavar="DIR", type=options.PATH)
@options.texts
@click.option(
    "--pdf", is_flag=True, help="Also print the pages as one PDF, with a Chromium that is installed."
)
@click.pass_obj
def command(progress: Callable, folder: Path, texts: Path | None, pdf: bool) -> None:
    """Build the report of the project in DIR: its tables, where they are not up to date, then its pages.

    The pages begin with DIR/_build/html/index.html.
    """
    if pdf:
        commands.find_browser()  # told before the pages are built, not after
    commands.check_book_version()
    corpus = storage.Corpus(folder, texts)
    storage.restore_tables(corpus.data)
    if commands.needs_tables(corpus):
        ways = pipeline.Ways(commands.choose_parts(None, corpus))
        commands.write_tables(corpus, None, ways, progress)
    page = commands.build_book(folder, tell=partial(click.echo, err=True))
    click.echo(f"The report begins with {page}")
    if pdf:
        printed = commands.print_report(folder / "_build" / "html", folder / "_build" / "report.pdf")
        click.echo(f"Printed as {printed}")
