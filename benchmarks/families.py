"""Measure how well families are found: against hand labels, and on shuffled text.

    python -m benchmarks.families [--gold ../shared/gold/phrases.csv --texts ../shared/corpus]

A phrase labelled by hand is found when one family covers at least half of its own-word uses, in two or more
events, and has at most three times as many uses.
"""

from __future__ import annotations

import random
from pathlib import Path

import click
import numpy as np
import pandas as pd

from analysis.counting.word_forms import count_forms
from analysis.phrases.families import find_occurrences
from analysis.pipeline.full import build_full
from analysis.roles import OWN
from analysis.storage.corpus import Corpus
from analysis.storage.schema import HOME

LIMITS = (50, 100)


@click.command()
@click.option("--gold", default=Path("../shared/gold/phrases.csv"), type=click.Path(path_type=Path))
@click.option("--texts", default=Path("../shared/corpus"), type=click.Path(path_type=Path))
@click.option("--seeds", default=25, help="How many shuffles of each kind.")
def main(gold: Path, texts: Path, seeds: int) -> None:
    """Print recall by kind of phrase, and the share of families left on shuffled text."""
    corpus = Corpus(HOME, texts)
    tokens = build_full(corpus)["tokens"]
    rest = (count_forms(tokens), corpus.sources, corpus.decisions["equivalents"])
    found = find_occurrences(tokens, *rest)
    click.echo(count_recall(found, read_labels(gold)).to_string())
    for within in ("sentence", "source"):
        left = [find_occurrences(shuffle(tokens, within, seed), *rest) for seed in range(seeds)]
        shares = [table["family"].nunique() / found["family"].nunique() for table in left]
        click.echo(f"shuffled inside each {within}: {sum(shares) / seeds:.1%} of the families")


def read_labels(path: Path) -> pd.DataFrame:
    """Read phrases labelled by hand: one row a use in own words (phrase, kind, source, start, end)."""
    labels = pd.read_csv(path)
    return labels[labels["own_words"] == 1].drop(columns="own_words")


def rank_labels(found: pd.DataFrame, labels: pd.DataFrame) -> pd.Series:
    """Return the rank of the best family that finds each phrase, by (kind, phrase); missing if none does."""
    own = found[found["role"].isin(OWN)]
    pairs = labels.reset_index().merge(own, on="source", suffixes=("", "_family"))
    pairs = pairs[(pairs["start"] < pairs["end_family"]) & (pairs["end"] > pairs["start_family"])]
    by = ["kind", "phrase"]
    hits = pairs.rename(columns={"kind_family": "sort"}).groupby([*by, "rank"])
    hits = hits.agg(covered=("index", "nunique"), n_events=("event", "nunique")).reset_index()
    n = hits.set_index(by).index.map(labels.groupby(by).size())
    size = hits["rank"].map(own.groupby("rank").size())
    good = hits[(2 * hits["covered"] >= n) & (hits["n_events"] > 1) & (size <= 3 * n)]
    return good.groupby(by)["rank"].min().reindex(labels.groupby(by).size().index)


def count_recall(found: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """Count the phrases found among the best families: one row a kind, and all that can be found by wording.

    Themes have no wording in common, so they are not part of `all`. Columns: phrases, top 50, top 100.
    """
    ranks = rank_labels(found, labels)
    found_in = {f"top {n}": (ranks <= n).astype(int) for n in LIMITS}
    table = pd.DataFrame({"phrases": 1, **found_in}, index=ranks.index).groupby("kind").sum()
    return pd.concat([table, table.drop("theme", errors="ignore").sum().to_frame("all").T])


def shuffle(tokens: pd.DataFrame, within: str, seed: int) -> pd.DataFrame:
    """Shuffle the words inside each sentence or source; places stay."""
    generator, order = random.Random(seed), np.arange(len(tokens))
    for places in tokens.groupby(["source", within] if within != "source" else "source").indices.values():
        mixed = list(places)
        generator.shuffle(mixed)
        order[places] = mixed
    said = tokens.iloc[order]
    return tokens.assign(token=said["token"].array, norm=said["norm"].array)


if __name__ == "__main__":
    main()
