"""Time the search for distinctive words, and the measures of lexical diversity, on up to 10 million words.

    python -m benchmarks.vocabulary

The words are made of the addresses (see `benchmarks.scale`), in turns of 250; four events, then a hundred.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import click
import numpy as np
import pandas as pd

from analysis.counting.word_forms import count_forms, count_turns
from analysis.vocabulary.diversity import measure_diversity
from analysis.vocabulary.keywords import compare_event_words, score_keywords
from benchmarks.corpora import read_addresses, resample
from benchmarks.measure import peak_memory

MILLIONS = (1, 10)
EVENTS = (4, 100)
TURN = 250


@click.command()
def main() -> None:
    """Time keywords at 1 and 10 million words, and diversity."""
    texts = resample(read_addresses(), n_texts=100 * max(MILLIONS), n_words=10_000)
    norms = np.array(" ".join(texts).lower().split(), dtype=object)
    rows = [_time(norms[: millions * 1_000_000], n_events) for millions in MILLIONS for n_events in EVENTS]
    click.echo(pd.DataFrame(rows).to_string(index=False, float_format="{:.2f}".format))
    click.echo(f"{peak_memory():.2f} GB")


def _time(norms: np.ndarray, n_events: int) -> dict[str, float]:
    """Time each step on words that stand in so many events of one length."""
    tokens, segments, sources = _make_tables(norms, n_events)
    counting, words = _timed(lambda: count_turns(count_forms(tokens), tokens, segments))
    comparing, counts = _timed(lambda: compare_event_words(words, segments, sources))
    scoring, keywords = _timed(lambda: score_keywords(counts))
    varying, _ = _timed(lambda: measure_diversity(tokens, words))
    times = {"counting": counting, "comparing": comparing, "scoring": scoring, "diversity": varying}
    sizes = {
        "words": len(norms),
        "events": n_events,
        "rows of words": len(words),
        "comparisons": len(keywords),
    }
    return sizes | times


def _make_tables(norms: np.ndarray, n_events: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    place = np.arange(len(norms))
    names = np.array([f"event-{number:03}" for number in range(n_events)])
    segment = place // TURN
    source = pd.Categorical.from_codes(segment * n_events // (segment[-1] + 1), names)
    tokens = pd.DataFrame(
        {"source": source.astype(object), "segment": segment, "role": "answer", "norm": norms}
    )
    segments = tokens.groupby(["source", "segment", "role"]).size().rename("n_words").reset_index()
    sources = pd.DataFrame({"source": names, "event": names, "date": "2000-01-01", "is_reference": True})
    return tokens.assign(position=place), segments.assign(turn=segments["segment"]), sources


def _timed(step: Callable[[], object]) -> tuple[float, object]:
    started = time.process_time()
    result = step()
    return time.process_time() - started, result


if __name__ == "__main__":
    main()
