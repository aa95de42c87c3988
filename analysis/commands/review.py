"""`refrain review`: does the book still say the published numbers?"""

from __future__ import annotations

from pathlib import Path

import click

from analysis import commands, pages, storage
from analysis.commands import options
from analysis.errors import InputError


@click.command("review")
@click.option(
    "--book", type=options.PATH, default=Path("book"), show_default=True, help="Folder of the book."
)
@click.option("--update", is_flag=True, help="Write the numbers found as the published ones.")
def command(book: Path, update: bool) -> None:
    """Execute every chapter anew and compare its numbers with the published ones."""
    commands.check_book_version()
    data = storage.data_folder()
    storage.restore_tables(data)
    file = data / "findings.json"
    result = commands.review_book(book, file, progress=_name_chapter)
    if update:
        pages.save_findings(result.findings, file)
        click.echo(f"{file}: {len(result.findings)} findings written")
    elif len(result.differences):
        click.echo(result.differences.to_string(index=False))
        n = len(result.differences)
        if not file.is_file():
            raise InputError(f"{file}: no findings are published yet; publish these with --update.")
        raise InputError(f"{file}: {n} published numbers differ from those found now, as listed above.")
    else:
        click.echo(f"{len(result.findings)} findings re-executed, all as published")


def _name_chapter(chapter: str) -> None:
    click.echo(f"executing {chapter}", err=True)
