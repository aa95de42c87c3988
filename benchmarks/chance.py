"""Count the distinctive words that are found when turns are dealt to events at random.

    python -m benchmarks.chance --texts FOLDER

What is found then is found by chance. Each event keeps its number of turns; words stay in their turns.
"""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import pandas as pd

from analysis.counting.word_forms import count_forms, count_turns
from analysis.own_words import list_references
from analysis.pipeline.full import build_full
from analysis.roles import OWN
from analysis.storage.corpus import Corpus
from analysis.storage.schema import data_folder
from analysis.vocabulary.keywords import compare_event_words, list_evidence, score_keywords

FOUND = ["by_lrc", "by_g2", "by_turns", "by_all"]


@click.command()
@click.option("--texts", type=click.Path(path_type=Path), default=Path("data/sources/texts"))
@click.option("--deals", default=200, help="How often the turns are dealt.")
def main(texts: Path, deals: int) -> None:
    """Compare what is found with what is found by chance."""
    turns, tokens = read_turns(data_folder(), texts)
    events, random = turns["event"].to_numpy(), np.random.default_rng(1)
    found = count_found(turns["turn"], events, tokens)
    chance = pd.DataFrame(
        [count_found(turns["turn"], random.permutation(events), tokens) for _ in range(deals)]
    )
    as_many = (chance >= found).mean()
    table = pd.DataFrame(
        {"found": found, "by chance": chance.mean(), "most": chance.max(), "as many": as_many}
    )
    click.echo(table.to_string(float_format="{:.2f}".format))


def read_turns(data: Path, texts: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the turns of own words in reference sources (turn, event), and their words (turn, norm)."""
    corpus = Corpus(data, texts)
    full = build_full(corpus)
    place = full["segments"][["source", "segment", "turn"]].rename(columns={"turn": "place"})
    own = full["tokens"][full["tokens"]["role"].isin(OWN)].merge(place, on=["source", "segment"])
    own = own.merge(list_references(corpus.sources), on="source")
    own["turn"] = own.groupby(["event", "source", "role", "place"]).ngroup()
    return own[["turn", "event"]].drop_duplicates(ignore_index=True), own[["turn", "norm"]]


def count_found(turn: pd.Series, event: np.ndarray, words: pd.DataFrame) -> pd.Series:
    """Count the comparisons that each measure finds if each turn belongs to this event."""
    source = words["turn"].map(dict(zip(turn, event, strict=True)))
    tokens = words.assign(source=source, role="answer", segment=words["turn"])
    segments = tokens.groupby(["source", "segment", "turn", "role"]).size().rename("n_words").reset_index()
    names = sorted(set(event))
    sources = pd.DataFrame({"source": names, "event": names, "date": "", "is_reference": True})
    counted = count_turns(count_forms(tokens), tokens, segments)
    scored = score_keywords(compare_event_words(counted, segments, sources))
    return list_evidence(scored)[["n_tested", *FOUND]].sum()


if __name__ == "__main__":
    main()
