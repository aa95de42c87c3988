"""`refrain new`: a project from a folder of texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from analysis import projects
from analysis.commands import options


@click.command("new")
@click.argument("folder", metavar="DIR", type=options.PATH)
@click.option(
    "--texts", type=options.PATH, required=True, help="Folder with the texts, a file each, in any format."
)
@options.speaker
@click.option("--office", default="", help="Office by which labels name the speaker: 'Foreign Minister'.")
@click.option(
    "--language", default="", help="Language of the texts (en, de, ...); guessed for each if left out."
)
@click.option("--site-language", default="en", help="Language of the report's own words: en or de.")
@click.pass_obj
def command(
    progress: Callable,
    folder: Path,
    texts: Path,
    speaker: str | None,
    office: str,
    language: str,
    site_language: str,
) -> None:
    """Make a project in DIR from a folder of texts.

    The texts are copied to DIR/sources/texts. What text, file name and metadata tell is written into tables that you
    can edit; what they do not tell stays empty. Topics and phrases are suggested from the texts themselves.
    DIR/first-checks.md says what to check first.
    """
    made = projects.make_project(
        folder,
        texts,
        speaker=speaker or "",
        office=office,
        language=language,
        site_language=site_language,
        progress=progress,
    )
    for line in projects.tell_made(made):
        click.echo(line)
