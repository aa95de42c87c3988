"""`refrain export`: turns, topics, contexts and families for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from analysis import commands, exchange, storage
from analysis.commands import options
from analysis.errors import InputError

# Those of exchange.KINDS: help is shown without loading it.
KINDS = ("csv", "parquet", "xlsx", "tei", "quanteda", "qdpx")


@click.command("export")
@click.argument("folder", metavar="DIR", type=options.PATH)
@click.option("--to", "kind", type=click.Choice(KINDS), required=True, help="What it is written as.")
@click.option(
    "--out", type=options.PATH, required=True, help="New or empty folder, or an earlier export of ours."
)
@options.texts
def command(folder: Path, kind: str, out: Path, texts: Path | None) -> None:
    """Write the project in DIR into the folder --out, for another program.

    csv, parquet, xlsx: turns with their columns, a 0/1 matrix of turns and topics, hits in context, families and their
    uses. tei: a document a source, after ParlaMint. quanteda: a row a turn with doc_id, text and document variables.
    qdpx: a REFI-QDA project with topics as codes. A text leaves whole only where the manifest names its licence; of
    others what the tables release.
    """
    storage.refuse_folder(out, folder)
    corpus = storage.Corpus(folder, texts)
    if not commands.is_built(corpus):
        raise InputError(
            f"{folder}: the tables are not built yet; run `refrain tables --data {folder}` first."
        )
    export = exchange.gather_export(corpus)
    files = exchange.write_export(export, kind)
    storage.save_export(files, out)
    for line in exchange.tell_texts(export):
        click.echo(line, err=True)
    for name, content in sorted(files.items()):
        click.echo(f"{out / name}: {len(content):,} bytes")
