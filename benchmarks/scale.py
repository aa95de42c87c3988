"""Time the listing of recurring n-grams by Refrain alone, on up to 10 million words.

    python -m benchmarks.scale

The words are made of the addresses, each after the two before it, so that more recurs than in speech.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
import pandas as pd

from analysis.language.ngrams import list_ngrams
from benchmarks.corpora import read_addresses, resample, write_lines
from benchmarks.measure import measure
from benchmarks.miners import MAX_WORDS, MIN_WORDS, number_words

MILLIONS = (1, 4, 10)


@click.command()
def main() -> None:
    """Time 1, 4 and 10 million words."""
    texts = resample(read_addresses(), n_texts=100 * max(MILLIONS), n_words=10_000)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for millions in MILLIONS:
            path = write_lines(Path(folder) / "resampled.txt", texts[: 100 * millions])
            took, n_ngrams = measure(list_numbers, path, summary=len)
            rows.append({"million words": millions, "n_ngrams": n_ngrams, **took})
    click.echo(pd.DataFrame(rows).to_string(index=False, float_format="{:.2f}".format))


def list_numbers(documents: Iterator[list[str]]) -> pd.DataFrame:
    """List the recurring n-grams by where they stand, without writing them out."""
    code, document, _ = number_words(documents)
    return list_ngrams(code, document, document, min_words=MIN_WORDS, max_words=MAX_WORDS)


if __name__ == "__main__":
    main()
