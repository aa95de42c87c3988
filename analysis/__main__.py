"""The command line: `python -m analysis ...`, installed as `refrain`."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import click

from analysis.errors import InputError

COLOURS = {
    "answer": "green",
    "quote": "cyan",
    "question": "yellow",
    "narration": "white",
    "note": "magenta",
    "apparatus": "bright_black",
    "repeat": "red",
}
_DATA = click.option(
    "--data", type=click.Path(path_type=Path), help="Folder with sources/, decisions/ and tables/."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Count what a speaker keeps saying in a folder of interviews."""


@cli.command()
@_DATA
@click.option("--texts", type=click.Path(path_type=Path), help="Folder with the texts, SOURCE.txt each.")
@click.option(
    "--full", type=click.Path(path_type=Path), help="Also write the unreleased tables there, as Parquet."
)
def tables(data: Path | None, texts: Path | None, full: Path | None) -> None:
    """Build DATA/tables from the texts."""
    from analysis.build import build_tables
    from analysis.tables import data_folder, save_parquet, save_tables

    data = data or data_folder()
    built = build_tables(data, texts or data / "sources" / "texts", progress=_bar)
    if full:
        save_parquet(built.full, full)
    save_tables(built.released, data)
    for name, table in built.released.items():
        click.echo(f"{data / 'tables' / name}.csv: {len(table):,} rows")
    if built.n_withheld:
        click.echo(
            f"withheld: {built.n_withheld} words that a pattern or a phrase needs, since more than 14 in a row would be visible; "
            "results on the released tables may differ from those on the full ones, so shorten the patterns that meet there.",
            err=True,
        )


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--speaker", help="Full name of the person whose words are studied; guessed if left out.")
@click.option("--kind", help="transcript, report or excerpt; guessed if left out.")
@click.option("--format", "form", type=click.Choice(["csv", "text"]), default="text", show_default=True)
def roles(file: Path, speaker: str | None, kind: str | None, form: str) -> None:
    """Show how one text is split: whose words are these?"""
    from analysis.formats import Speaker, guess_kind, guess_speaker, split_segments
    from analysis.sources import read_text

    text = read_text(file)
    person = Speaker(speaker) if speaker else guess_speaker(text)
    kind = kind or guess_kind(text, person)
    segments = split_segments(text, kind=kind, speaker=person)
    (_write_csv if form == "csv" else _write_text)(text, segments, kind)


@cli.command()
@_DATA
def check(data: Path | None) -> None:
    """Validate the manifest, the decisions and the tables, and what the tables give away."""
    from analysis.check import check_data
    from analysis.tables import data_folder

    for line in check_data(data or data_folder()):
        click.echo(line)


@cli.command()
@click.option("--book", type=click.Path(path_type=Path), default=Path("book"), show_default=True)
@click.option("--update", is_flag=True, help="Write the numbers found as the published ones.")
def review(book: Path, update: bool) -> None:
    """Execute every chapter anew and compare its numbers with the published ones."""
    from analysis.findings import save_findings
    from analysis.review import review_book
    from analysis.tables import data_folder

    file = data_folder() / "findings.json"
    result = review_book(book, file, progress=lambda chapter: click.echo(f"executing {chapter}", err=True))
    if update:
        save_findings(result.findings, file)
        click.echo(f"{file}: {len(result.findings)} findings written")
    elif len(result.differences):
        click.echo(result.differences.to_string(index=False))
        raise InputError(
            f"{file}: {len(result.differences)} of the published numbers differ from those found now, as listed above."
        )
    else:
        click.echo(f"{len(result.findings)} findings re-executed, all as published")


def _bar(rows: list) -> list:
    with click.progressbar(
        rows, label="Reading", file=sys.stderr, item_show_func=lambda r: r.source if r else ""
    ) as bar:
        yield from bar


def _write_csv(text: str, segments, kind: str) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["start", "end", "role", "speaker"])
    writer.writerows(segments[["start", "end", "role", "speaker"]].itertuples(index=False))


def _write_text(text: str, segments, kind: str) -> None:
    click.echo(f"kind: {kind}")
    for row in segments.itertuples():
        label = f"{row.role} ({row.speaker})" if row.speaker else row.role
        click.echo(
            click.style(f"{label}: ", bold=True)
            + click.style(text[row.start : row.end], fg=COLOURS[row.role])
        )


def main() -> None:
    """Run the command line; bad input ends it with one line and a non-zero exit."""
    try:
        cli(prog_name="refrain")
    except InputError as error:
        sys.exit(f"refrain: {error}")
    except OSError as error:
        sys.exit(
            f"refrain: {error.filename or 'a file'}: {error.strerror or error}; check the path and your rights to it."
        )


if __name__ == "__main__":
    main()
