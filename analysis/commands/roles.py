"""`refrain roles`: how texts are split."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analysis import commands, formats, storage
from analysis.commands import options
from analysis.errors import InputError
from analysis.readers import Reading

if TYPE_CHECKING:  # help is shown without it
    import pandas as pd

COLUMNS = ["start", "end", "role", "speaker", "n_words", "start_time"]
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


@click.command("roles")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.PATH)
@options.speaker
@click.option("--office", default="", help="Office by which labels name the speaker: 'Foreign Minister'.")
@click.option(
    "--label", "labels", multiple=True, metavar="TEXT=ROLE", help="Try a label: 'MODERATOR=question'."
)
@options.data
@options.kind
@options.column
@options.form
def command(
    files: tuple[Path, ...],
    speaker: str | None,
    office: str,
    labels: tuple[str, ...],
    data: Path | None,
    kind: str | None,
    columns: tuple[str, ...],
    form: str,
) -> None:
    """Show how the text in each FILE is split: whose words are these? What is doubtful goes to standard error."""
    if form == "csv" and len(files) > 1:
        raise InputError("--format csv prints one text; name one FILE, or leave --format out.")
    decided = commands.decide_voices(data, speaker=speaker, office=office, labels=labels)
    for file in files:
        reading = storage.read_file(file, options.choose_columns(columns))
        text = reading.text
        try:
            found = commands.split_text(reading, decided, kind=kind, speaker=speaker)
        except InputError as error:
            raise InputError(f"{file}: {error}") from None
        if form == "csv":
            segments = found.split.segments
            start_time = segments["start"].map(_find_times(found, reading))
            table = segments.assign(start_time=start_time)[COLUMNS]
            click.echo(storage.write_csv(table), nl=False)
        else:
            _show(file, reading, found, many=len(files) > 1)
        for line in commands.tell_doubts(found.split.doubts, text, name=str(file)):
            click.echo(line, err=True)


def _show(file: Path, reading: Reading, found: commands.FileSplit, *, many: bool) -> None:
    """Print the kind, the speaker, the words by role and each segment of a text, a turn with its time if it has one."""
    if many:
        click.echo(click.style(f"{file}", bold=True, underline=True))
    click.echo(f"kind: {found.kind}, speaker: {found.speaker.name or commands.UNKNOWN}")
    click.echo(commands.tell_words(found.split.segments))
    times = _find_times(found, reading)
    for row in found.split.segments.itertuples():
        _show_segment(row, reading.text, times.get(row.start))


def _find_times(found: commands.FileSplit, reading: Reading) -> pd.Series:
    """Return when the turns of a text begin, in seconds, by their offset; those without a time are left out."""
    turns = formats.time_turns(found.split.segments, reading.times)
    return turns.set_index("start")["start_time"].dropna()


def _show_segment(row, text: str, time: float | None) -> None:
    """Print a segment: when it begins, if that is known, whose it is, and its words."""
    who = f"{row.role} ({row.speaker})" if row.speaker else row.role
    label = who if time is None else f"{timedelta(seconds=int(time))} {who}"
    words = click.style(text[row.start : row.end], fg=COLOURS[row.role])
    click.echo(f"{click.style(f'{label}:', bold=True)} {words}")
