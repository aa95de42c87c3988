"""`refrain code ...`: have people code paragraphs, and score the dictionary against them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analysis import commands, storage, validation
from analysis.commands import options

if TYPE_CHECKING:  # help is shown without it
    import pandas as pd

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
    "--model",
    "models",
    type=options.PATH,
    multiple=True,
    help="What a model coded: CSV or JSON Lines with paragraph, topic and perhaps quotation; may be repeated.",
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
    models: tuple[Path, ...],
    out: Path | None,
) -> None:
    """Read filled SHEETS, one a coder: do the coders agree, and does the dictionary agree with them?

    A sheet may be a REFI-QDA project (.qdpx), as QualCoder, MAXQDA, NVivo or ATLAS.ti export it: each of its users is
    a coder, and a paragraph of a text that was coded there bears the codes named after topics.

    What most coders say counts; in a tie, what the first sheet says. Scored is the dictionary as it is now,
    so that a better one can be scored on the same sheets. A model is one more coder, scored against people, and
    each quotation that it cites is looked up in the texts. No model is called.
    """
    sample = sample or sheets[0].parent / validation.SAMPLE
    corpus = storage.Corpus(data, texts)
    scores = commands.score_sheets(list(sheets), sample, corpus, progress=progress)
    n_read = len(scores.codings.drop_duplicates(["source", "paragraph"]))
    for line in scores.told:
        click.echo(line, err=True)
    click.echo(f"{n_read} of {scores.n_drawn} drawn paragraphs are coded.\n")
    click.echo(commands.print_scores(scores.agreement, scores.scores, scores.shares))
    heard = commands.hear_models(list(models), scores.standard, corpus)
    for line in (line for witness in heard for line in commands.tell_model(witness)):
        click.echo(line)
    if out:
        _write_scores(scores, out)
        for witness in heard:
            _write_table(witness.quotations, out / f"quotations-{witness.name}.csv")


def _write_scores(scores: commands.Scores, out: Path) -> None:
    """Write the tables of scores into a folder, and say which; codings only if all topics were coded."""
    out.mkdir(parents=True, exist_ok=True)
    names = ["agreement", "scores", "shares", *(["codings"] if scores.is_whole else [])]
    for name in names:
        _write_table(getattr(scores, name), out / f"{name}.csv")
    if not scores.is_whole:
        click.echo(PARTLY)


def _write_table(table: pd.DataFrame, path: Path) -> None:
    storage.write_whole(path, storage.write_csv(table).encode("utf-8"))
    click.echo(f"{path}: {len(table):,} rows")
