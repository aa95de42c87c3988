"""Time the alignment of versions, and measure how it fares as words are replaced and on labelled pairs.

    python -m benchmarks.versions

The timed pairs are generated (tests/generated_pairs.py) and leave nothing out; the labelled ones are invented
interviews in the words of two translators (tests/versions).
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path
from statistics import mean

import click
import pandas as pd

from analysis.versions.alignment import align_sentences
from analysis.versions.rewordings import list_rewordings
from analysis.versions.shared_text import measure_overlaps

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))
from generated_pairs import generate_pair, measure_tokens
from version_pairs import NAMES, align, list_links, measure, read_pair

NO_EQUIVALENTS = pd.DataFrame(columns=["form", "stands_for", "reason"])
SHARES = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
SIZES = {
    "one pair": (1, 580),
    "one long pair": (1, 1740),
    "100 pairs": (100, 116),
}  # events, sentences of each transcript


@click.command()
def main() -> None:
    """Time long and short pairs; F1 by the share of words replaced; links and kinds of labelled pairs."""
    rows = [{"what": what, **_time(*size)} for what, size in SIZES.items()]
    click.echo(pd.DataFrame(rows).to_string(index=False, float_format="{:.2f}".format))
    rows = [{"replaced": share, **_fare(share)} for share in SHARES]
    click.echo(pd.DataFrame(rows).to_string(index=False, float_format="{:.3f}".format))
    click.echo(_compare_links().to_string(index=False, float_format="{:.3f}".format))
    click.echo(_compare_kinds().to_string())


def _compare_links() -> pd.DataFrame:
    """Return the precision, recall and F1 of the links of each labelled pair, and of all together."""
    pairs = {name: read_pair(name) for name in NAMES}
    found = {
        (name, *link) for name, pair in pairs.items() for link in list_links(align(pair.source, pair.report))
    }
    wanted = {(name, *link) for name, pair in pairs.items() for link in pair.links}
    scores = {
        name: measure(*({link for link in of if link[0] == name} for of in (found, wanted))) for name in pairs
    }
    rows = [(name, *score) for name, score in (scores | {"all": measure(found, wanted)}).items()]
    return pd.DataFrame(rows, columns=["pair", "precision", "recall", "F1"])


def _compare_kinds() -> pd.DataFrame:
    """Count the right links by the kind that a hand has given (row) and the one found (column)."""
    rows = [
        (pair.kinds[link.report_sentence], link.kind)
        for pair in map(read_pair, NAMES)
        for link in align(pair.source, pair.report).itertuples()
        if (link.report_sentence, link.source_sentence) in pair.links
    ]
    kinds = pd.DataFrame(rows, columns=["labelled", "found"])
    return pd.crosstab(kinds["labelled"], kinds["found"])


def _time(n_events: int, n_sentences: int) -> dict[str, float]:
    """Return the numbers of words and links, and the processor seconds of each step."""
    numbers = range(n_events)
    pairs = [generate_pair(n_sentences=n_sentences, replaced=0.4, kept=1, number=n) for n in numbers]
    tables = list(zip(*pairs, strict=True))[:3]
    tokens, sentences, sources = (pd.concat(table, ignore_index=True) for table in tables)
    clock = [time.process_time()]
    passages = align_sentences(tokens, sentences, sources, NO_EQUIVALENTS)
    clock.append(time.process_time())
    list_rewordings(tokens, passages, NO_EQUIVALENTS)
    clock.append(time.process_time())
    measure_overlaps(tokens)
    clock.append(time.process_time())
    steps = ["links, s", "rewordings, s", "overlaps, s"]
    took = [after - before for before, after in pairwise(clock)]
    return {"words": len(tokens), "links": len(passages)} | dict(zip(steps, took, strict=True))


def _fare(replaced: float) -> dict[str, float]:
    """Return the mean and the least F1 of the words of twenty reports."""
    pairs = [generate_pair(replaced=replaced, seed=seed) for seed in range(1, 21)]
    scores = [measure_tokens(align_sentences(*pair[:3], NO_EQUIVALENTS), pair) for pair in pairs]
    return {"mean F1": mean(scores), "least F1": min(scores)}


if __name__ == "__main__":
    main()
