"""Time the alignment of versions, and measure how it fares as words are replaced.

    python -m benchmarks.versions

The pairs are generated (tests/generated_pairs.py); the timed reports leave nothing out.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path
from statistics import mean

import click
import pandas as pd

from analysis.overlaps import measure_overlaps
from analysis.rewordings import list_rewordings
from analysis.versions import align_sentences

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from generated_pairs import generate_pair, measure_tokens

NO_EQUIVALENTS = pd.DataFrame(columns=["form", "stands_for", "reason"])
SHARES = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
SIZES = {"one pair": (1, 580), "100 pairs": (100, 116)}  # events, sentences of each transcript


@click.command()
def main() -> None:
    """Time one long pair and a hundred short ones; then F1 by the share of content words replaced."""
    rows = [{"what": what, **_time(*size)} for what, size in SIZES.items()]
    click.echo(pd.DataFrame(rows).to_string(index=False, float_format="{:.2f}".format))
    rows = [{"replaced": share, **_fare(share)} for share in SHARES]
    click.echo(pd.DataFrame(rows).to_string(index=False, float_format="{:.3f}".format))


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
