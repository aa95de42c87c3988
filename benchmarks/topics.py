"""Time the tagging of words with all topics of the dictionary.

    python -m benchmarks.topics

The words are those of the addresses, in their order, over and over. They are about other things than the
dictionary is, so the time is also taken with their commonest content words in place of those of the patterns,
which then find far more.
"""

from __future__ import annotations

import re
import time

import click
import numpy as np
import pandas as pd

from analysis.language.words import WORD, fold_words
from analysis.patterns.matching import find_matches
from analysis.storage.schema import HOME
from analysis.storage.tables import read_table
from benchmarks.corpora import read_addresses
from benchmarks.measure import peak_memory

MILLION = 1_000_000
LEAST_LETTERS = 5  # of a content word


@click.command()
@click.option("--millions", default=10, help="Million words to tag.")
@click.option("--rounds", default=3, help="How often; the median is shown.")
def main(millions: int, rounds: int) -> None:
    """Tag the words twice: with the dictionary, and with one of as many patterns that finds far more."""
    tokens = _read_tokens(millions * MILLION)
    patterns = read_table(HOME, "patterns")
    common = patterns.assign(pattern=_put_common_words(patterns["pattern"], tokens["norm"]))
    for name, table in (("dictionary", patterns), ("common words", common)):
        spent = [_time(tokens, table) for _ in range(rounds)]
        seconds, n = np.median([s for s, _ in spent]), spent[0][1]
        click.echo(f"{name}: {len(table)} patterns, {len(tokens):,} words, {n:,} hits, {seconds:.1f} s")
    click.echo(f"{peak_memory():.2f} GB")


def _time(tokens: pd.DataFrame, patterns: pd.DataFrame) -> tuple[float, int]:
    started = time.process_time()
    hits = find_matches(tokens, patterns, by="topic")
    return time.process_time() - started, len(hits)


def _read_tokens(n: int) -> pd.DataFrame:
    """Return so many words, with sentences of 25 and a source for each hundred thousand."""
    words = [word for text in read_addresses() for word in WORD.findall(text)]
    token = pd.Series(np.resize(np.array(words, dtype=object), n)).astype("str")
    place = np.arange(n)
    tokens = pd.DataFrame({"source": [f"s{i:04}" for i in place // 100_000], "sentence": place // 25})
    tokens = tokens.assign(position=place, segment=place // 1000, role="answer", start=place, end=place + 1)
    return tokens.astype({"source": "str", "role": "str"}).assign(token=token, norm=fold_words(token))


def _put_common_words(patterns: pd.Series, norms: pd.Series) -> list[str]:
    """Put the commonest content words in place of those of the patterns, one for each in turn."""
    counts = norms[norms.str.len() >= LEAST_LETTERS].value_counts()
    replaced = {}

    def replace(found: re.Match[str]) -> str:
        return replaced.setdefault(found.group().lower(), counts.index[len(replaced)])

    return [re.sub(r"[^\W\d_]{3,}", replace, pattern) for pattern in patterns]


if __name__ == "__main__":
    main()
