"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from analysis import pipeline
from analysis.errors import InputError
from analysis.roles import KINDS

PATH = click.Path(path_type=Path)

data = click.option("--data", type=PATH, help="Folder with sources/, decisions/ and tables/.")
texts = click.option("--texts", type=PATH, help="Folder with the texts: a file a source, named after it.")
full = click.option("--full", type=PATH, help="Also write the unreleased tables there, as Parquet.")
parts = click.option(
    "--parts",
    type=PATH,
    help="Folder of this report's counts, a part a source; DATA/.parts if left out. Never publish it.",
)


def _read_memory(_context: click.Context, _option: click.Parameter, amount: str | None) -> int:
    return pipeline.read_amount(amount) if amount is not None else 0


memory = click.option(
    "--memory",
    metavar="AMOUNT",
    callback=_read_memory,
    help="How much memory all processes may take, such as 3GB; as much as the machine has if left out.",
)


def _check_speaker(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """Refuse a name without a letter, which would fit every label."""
    if name and not any(map(str.isalnum, name)):
        raise InputError(f"--speaker '{name}' holds no letter; write the full name of the person.")
    return name


speaker = click.option(
    "--speaker",
    callback=_check_speaker,
    help="Full name of the person whose words are studied; guessed if left out.",
)
kind = click.option("--kind", type=click.Choice(KINDS), help="Genre of the text; guessed if left out.")
column = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="PART=NAME",
    help="Column of a table: 'speaker=Who', 'text=What'.",
)
form = click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "text"]),
    default="text",
    show_default=True,
    help="How the result is printed.",
)
PARTS = ("text", "speaker", "time")


def choose_columns(options: tuple[str, ...]) -> dict[str, str]:
    """Return the name of the column that holds each part, as --column says. Raises InputError for another part."""
    chosen = {}
    for option in options:
        part, _, name = option.partition("=")
        if part not in PARTS or not name:
            raise InputError(f"--column '{option}': write PART=NAME, with a part of {', '.join(PARTS)}.")
        chosen[part] = name
    return chosen
