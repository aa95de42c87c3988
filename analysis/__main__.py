"""The command line: `python -m analysis ...`, installed as `refrain`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from analysis.commands.code import code
from analysis.errors import InputError

COLOURS = {
    "answer": "green",
    "quote": "cyan",
    "question": "yellow",
    "narration": "white",
    "other": "blue",
    "note": "magenta",
    "apparatus": "bright_black",
    "repeat": "red",
}
WITHHELD = (
    "withheld: {n} words that a pattern or a phrase needs, since more than 14 in a row would be visible; "
    "results on the released tables may differ from those on the full ones: shorten the patterns that meet."
)
_PATH = click.Path(path_type=Path)
_DATA = click.option("--data", type=_PATH, help="Folder with sources/, decisions/ and tables/.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.pass_context
def cli(context: click.Context) -> None:
    """Count what a speaker keeps saying in a folder of interviews."""
    context.obj = _show_progress
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


cli.add_command(code)


@cli.command()
@_DATA
@click.option("--texts", type=_PATH, help="Folder with the texts, SOURCE.txt each.")
@click.option("--full", type=_PATH, help="Also write the unreleased tables there, as Parquet.")
def tables(data: Path | None, texts: Path | None, full: Path | None) -> None:
    """Build DATA/tables from the texts."""
    from analysis.pipeline import build_tables, list_doubts
    from analysis.storage import check_full_folder, data_folder, load_manifest, save_tables, stage_parquet

    data = data or data_folder()
    if full:
        check_full_folder(full, data)
    built = build_tables(data, texts or data / "sources" / "texts", progress=_show_progress)
    with stage_parquet(built.full, full) if full else nullcontext():
        save_tables(built.released, data)
    for name, table in built.released.items():
        click.echo(f"{data / 'tables' / name}.csv: {len(table):,} rows")
    if built.n_withheld:
        click.echo(WITHHELD.format(n=built.n_withheld), err=True)
    for doubt in list_doubts(built.released, load_manifest(data), data):
        click.echo(f"warning: {doubt}", err=True)


@cli.command()
@click.argument("file", type=_PATH)
@click.option("--speaker", help="Full name of the person whose words are studied; guessed if left out.")
@click.option("--kind", help="transcript, report or excerpt; guessed if left out.")
@click.option("--format", "form", type=click.Choice(["csv", "text"]), default="text", show_default=True)
def roles(file: Path, speaker: str | None, kind: str | None, form: str) -> None:
    """Show how one text is split: whose words are these?"""
    from analysis.formats import Speaker, guess_kind, guess_speaker, split_segments
    from analysis.storage import read_text

    text = read_text(file)
    person = Speaker(speaker) if speaker else guess_speaker(text)
    kind = kind or guess_kind(text, person)
    segments = split_segments(text, kind=kind, speaker=person)
    if form == "csv":
        columns = ["start", "end", "role", "speaker"]
        click.echo(segments[columns].to_csv(index=False, lineterminator="\n"), nl=False)
    else:
        click.echo(f"kind: {kind}, speaker: {person.name}")
        for row in segments.itertuples():
            _show_segment(row, text)


@cli.command()
@click.argument("file", type=_PATH)
@click.option("--speaker", help="Full name of the person whose words are studied; guessed if left out.")
@click.option("--kind", help="transcript, report, excerpt or prose; guessed if left out.")
@click.option("--format", "form", type=click.Choice(["csv", "text"]), default="text", show_default=True)
def readability(file: Path, speaker: str | None, kind: str | None, form: str) -> None:
    """Score one text with every formula, each as a band over the ways of ending sentences."""
    from analysis.commands import note_unscored, read_and_score, show_scores
    from analysis.storage import read_text

    scores = read_and_score(file, kind=kind, speaker=speaker)
    if note := note_unscored(read_text(file), scores):
        click.echo(note, err=True)
    text = scores.to_csv(index=False, lineterminator="\n") if form == "csv" else show_scores(scores)
    click.echo(text, nl=False)


@cli.command()
@click.argument("topic")
@_DATA
@click.option("--texts", type=_PATH, help="Folder with the texts, SOURCE.txt each.")
@click.option("--format", "form", type=click.Choice(["csv", "text"]), default="text", show_default=True)
def explain(topic: str, data: Path | None, texts: Path | None, form: str) -> None:
    """Show where the patterns of a topic hit, in context, and where hand coding disagrees."""
    from analysis.commands import explain_topic, show_explanation
    from analysis.storage import data_folder

    data = data or data_folder()
    explained = explain_topic(topic, data, texts or data / "sources" / "texts", progress=_show_progress)
    if form == "csv":
        click.echo(explained.rows.to_csv(index=False, lineterminator="\n"), nl=False)
    else:
        for line in show_explanation(explained, width=shutil.get_terminal_size((120, 0)).columns):
            click.echo(line)


@cli.command()
@_DATA
def check(data: Path | None) -> None:
    """Validate the manifest, the decisions and the tables, and what the tables give away."""
    from analysis.commands import check_data
    from analysis.storage import data_folder

    for line in check_data(data or data_folder()):
        click.echo(line)


@cli.command()
@click.option("--book", type=_PATH, default=Path("book"), show_default=True, help="Folder of the book.")
@click.option("--update", is_flag=True, help="Write the numbers found as the published ones.")
def review(book: Path, update: bool) -> None:
    """Execute every chapter anew and compare its numbers with the published ones."""
    from analysis.commands import review_book
    from analysis.pages import save_findings
    from analysis.storage import data_folder

    file = data_folder() / "findings.json"
    result = review_book(book, file, progress=lambda chapter: click.echo(f"executing {chapter}", err=True))
    if update:
        save_findings(result.findings, file)
        click.echo(f"{file}: {len(result.findings)} findings written")
    elif len(result.differences):
        click.echo(result.differences.to_string(index=False))
        n = len(result.differences)
        if not file.is_file():
            raise InputError(f"{file}: no findings are published yet; publish these with --update.")
        raise InputError(f"{file}: {n} published numbers differ from those found now, as listed above.")
    else:
        click.echo(f"{len(result.findings)} findings re-executed, all as published")


def _show_progress(rows: list) -> Iterator:
    """Hand on texts or variants one by one: a bar for a person, a line each for a log."""
    verb = "reading" if hasattr(rows[0], "source") else "recounting"
    if sys.stderr.isatty():
        bar = {"label": verb.capitalize(), "file": sys.stderr, "item_show_func": _name_row}
        with click.progressbar(rows, **bar) as shown:
            yield from shown
    else:
        for n, row in enumerate(rows, 1):
            click.echo(f"{verb} {n} of {len(rows)}: {_name_row(row)}", err=True)
            yield row


def _name_row(row) -> str:
    return (row.source if hasattr(row, "source") else row.name) if row else ""


def _show_segment(row, text: str) -> None:
    label = f"{row.role} ({row.speaker})" if row.speaker else row.role
    words = click.style(text[row.start : row.end], fg=COLOURS[row.role])
    click.echo(f"{click.style(f'{label}:', bold=True)} {words}")


def main() -> None:
    """Run the command line; bad input ends it with one line and a non-zero exit."""
    sys.stdout.reconfigure(encoding="utf-8")  # the words of a text, whatever the locale
    try:
        cli(prog_name="refrain", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (InputError, OSError, click.ClickException, click.Abort) as error:
        sys.exit(f"refrain: {_explain(error)}")


def _explain(error: Exception) -> str:
    """Say in one line, without control characters that a file may have brought in, what to do."""
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "refrain"
        message = f"{error.format_message()} See `{command} --help`."
    elif isinstance(error, click.Abort):
        message = "stopped; nothing was written."
    elif isinstance(error, OSError):
        place = error.filename or "a file"
        message = f"{place}: {error.strerror or error}; check the path and your rights to it."
    else:
        message = str(error)
    return "".join(c if c.isprintable() else " " for c in " ".join(message.split()))


if __name__ == "__main__":
    main()
