"""`refrain columns`: what the columns of a table mean."""

from __future__ import annotations

import click

from analysis import storage
from analysis.errors import InputError


@click.command("columns")
@click.argument("name", metavar="NAME", required=False)
def command(name: str | None) -> None:
    """Say what each column of a table means; without NAME, which tables there are."""
    tables = storage.describe_tables().set_index("table")
    if name is None:
        for row in tables.itertuples():
            click.echo(f"{row.Index}: {row.rows} ({row.file})")
        return
    if name not in tables.index:
        raise InputError(f"there is no table '{name}'; the tables are {', '.join(tables.index)}.")
    click.echo(f"{tables.at[name, 'file']}: {tables.at[name, 'rows']}")
    for row in storage.describe_columns(name).itertuples():
        click.echo(f"  {row.column} ({', '.join(_list_traits(row, name))}): {row.meaning}")


def _list_traits(row, name: str) -> list[str]:
    """Return the type of a column, its unit, and whether every row must fill it."""
    must = "must be filled" if row.column in storage.list_required(name) else "may be empty"
    return [trait for trait in (row.type, row.unit, must) if trait]
