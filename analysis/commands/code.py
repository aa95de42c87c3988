"""`refrain code ...`: have people code paragraphs, and score the dictionary against them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from analysis import commands, storage, validation
from analysis.commands import options

_AT_LEAST_1 = click.IntRange(min=1)
WRITTEN = """\
{folder}/sheet.csv: {n} of {n_all} paragraphs; give each coder a copy named after the coder, NAME.csv
{folder}/topics.csv: the topics to choose from
{folder}/sample.csv: what is predicted and how likely each was drawn; keep it here, and from the coders
Coders fill the column topics: names separated by spaces, or none; an empty cell means not read.
Then: refrain code score {folder}/NAME.csv {folder}/NAME.csv"""
PARTLY = "codings.csv is not written: one topic was coded, and decisions/ hold all topics of a paragraph."


@click.group("code")
def command() -> None:
    """Have people code paragraphs by topic, and score the dictionary against them."""


@command.command()
@click.argument("folder", type=options.PATH)
@options.data
@options.texts
@click.option("--n", default=120, show_default=True, type=_AT_LEAST_1, help="How many paragraphs to draw.")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(min=0), help="Names the sample.")
@click.option("--topic", help="Have this topic coded alone; all of them if left out.")
@click.pass_obj
def sheet(
    progress: Callable,
    folder: Path,
    data: Path | None,
    texts: Path | None,
    n: int,
    seed: int,
    topic: str | None,
) -> None:
    """Draw paragraphs and write them into FOLDER/sheet.csv, for coders.

    FOLDER has to lie outside the repository and the data folder, for the sheet holds text. Half of the
    paragraphs are predicted to be about a topic and half are not, if there are so many, from every event; the
    sheet does not show which.
    """
    corpus = storage.Corpus(data, texts)
    drawn, n_all = commands.write_sheet(folder, corpus, n=n, seed=seed, topic=topic, progress=progress)
    click.echo(WRITTEN.format(folder=folder, n=drawn, n_all=n_all))


@command.command()
@click.argument("sheets", type=options.PATH, nargs=-1, required=True)
@options.data
@options.texts
@click.option(
    "--sample", type=options.PATH, help="The sample.csv of the sheets; it lies beside the first of them."
)
@click.option(
    "--out", type=options.PATH, help="Also write the tables there; codings.csv is fit for decisions/."
)
@click.pass_obj
def score(
    progress: Callable,
    sheets: tuple[Path, ...],
    data: Path | None,
    texts: Path | None,
    sample: Path | None,
    out: Path | None,
) -> None:
    """Read filled SHEETS, one a coder: do the coders agree, and does the dictionary agree with them?

    What most coders say counts; in a tie, what the first sheet says. Scored is the dictionary as it is now,
    so that a better one can be scored on the same sheets.
    """
    sample = sample or sheets[0].parent / validation.SAMPLE
    scores = commands.score_sheets(list(sheets), sample, storage.Corpus(data, texts), progress=progress)
    n_read = len(scores.codings.drop_duplicates(["source", "paragraph"]))
    click.echo(f"{n_read} of {scores.n_drawn} drawn paragraphs are coded.\n")
    click.echo(commands.print_scores(scores.agreement, scores.scores, scores.shares))
    if out:
        _write_scores(scores, out)


def _write_scores(scores: commands.Scores, out: Path) -> None:
    """Write the tables of scores into a folder, and say which; codings only if all topics were coded."""
    out.mkdir(parents=True, exist_ok=True)
    names = ["agreement", "scores", "shares", *(["codings"] if scores.is_whole else [])]
    for name in names:
        table = getattr(scores, name)
        storage.write_whole(out / f"{name}.csv", storage.write_csv(table).encode("utf-8"))
        click.echo(f"{out / name}.csv: {len(table):,} rows")
    if not scores.is_whole:
        click.echo(PARTLY)
