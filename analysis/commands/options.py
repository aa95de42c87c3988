"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from analysis.roles import KINDS

PATH = click.Path(path_type=Path)

data = click.option("--data", type=PATH, help="Folder with sources/, decisions/ and tables/.")
texts = click.option("--texts", type=PATH, help="Folder with the texts, SOURCE.txt each.")
speaker = click.option(
    "--speaker", help="Full name of the person whose words are studied; guessed if left out."
)
kind = click.option("--kind", type=click.Choice(KINDS), help="Genre of the text; guessed if left out.")
form = click.option("--format", "form", type=click.Choice(["csv", "text"]), default="text", show_default=True)
