"""Time the listing of recurring n-grams against other packages, in one run.

    python -m benchmarks.mining

Every miner gets the same words in a process of its own. All must list the same n-grams, equally counted.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
import pandas as pd

from benchmarks.corpora import read_addresses, write_lines
from benchmarks.measure import measure
from benchmarks.miners import MINERS


@click.command()
@click.option("--words", type=int, help="Take only the first addresses, up to so many words.")
@click.option("--rounds", default=3, help="How often each miner runs; the median is shown.")
def main(words: int | None, rounds: int) -> None:
    """Time the listing of the n-grams of 2 to 8 words that recur in the addresses."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_lines(Path(folder) / "addresses.txt", read_addresses(words))
        runs = [_run(miner, path) for _ in range(rounds) for miner in MINERS]
    runs = pd.DataFrame(runs)
    assert runs["listed"].nunique() == 1, "the miners list different n-grams"
    click.echo(f"{runs['n_ngrams'].iloc[0]:,} n-grams, the same from all")
    click.echo(compare(runs).to_string(float_format="{:.2f}".format))


def compare(runs: pd.DataFrame) -> pd.DataFrame:
    """Return one row per miner: medians in seconds and GB, and each as a multiple of Refrain's."""
    medians = runs.groupby("miner", sort=False)[["tokenising", "mining", "total", "memory"]].median()
    return medians.join((medians / medians.loc["refrain"]).add_suffix(" x").drop(columns="tokenising x"))


def _run(miner: str, path: Path) -> dict:
    took, (n_ngrams, listed) = measure(MINERS[miner], path, summary=_digest)
    click.echo(f"{miner}: {took}", err=True)
    return {"miner": miner, "n_ngrams": n_ngrams, "listed": listed, **took}


def _digest(listed: pd.DataFrame) -> tuple[int, str]:
    """Boil a list down to its length and a hash that does not depend on its order."""
    lines: Iterator[str] = map("{} {} {}".format, listed["text"], listed["n"], listed["n_documents"])
    return len(listed), hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


if __name__ == "__main__":
    main()
