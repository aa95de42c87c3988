"""Measure how often intervals of rates hold the true rate: nominally in 95 of 100 samples.

    python -m benchmarks.coverage [--samples N] [--resamples N] [--rates R]

A sample is n turns whose hits are Poisson counts with a rate that varies over turns as a gamma variable
of mean 1 and shape k does (negative binomial counts): k = 4 is mild, k = 0.5 bursty. Fitted by moments to the
topics of this corpus, k is between 0.2 and 1 for most. Lengths are drawn anew for each sample, either evenly
between 100 and 500 words or from the lengths of the turns in `data/tables/segments.csv`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

import click
import numpy as np
import pandas as pd
from scipy import stats

from analysis.report import load_report
from analysis.roles import OWN
from analysis.statistics.intervals import bootstrap_interval, rate_interval
from analysis.statistics.rate_ratios import ratio_interval

TURNS = (8, 15, 30, 60)
SPREADS = {"mild": 4.0, "bursty": 0.5}
RATES = (2, 5, 10)  # hits per 1,000 words; of the topics here, nearly all lie in this range
PAIRS = [((5, 5), (8, 8)), ((5, 5), (19, 9)), ((10, 2), (8, 8)), ((10, 2), (19, 9)), ((10, 2), (60, 60)),
         ((5, 0.5), (19, 9))]  # fmt: skip

Turns = tuple[np.ndarray, np.ndarray]


def list_lengths() -> dict[str, np.ndarray]:
    """Return the lengths to draw from, in words: even ones, and those of the turns of this corpus."""
    report = load_report()
    own = report.segments[report.segments["role"].isin(OWN)].merge(report.references[["source"]])
    real = own.groupby(["source", "turn"])["n_words"].sum().to_numpy()
    return {"even": np.arange(100, 501), "real": real[real > 0]}


def draw_samples(
    lengths: np.ndarray, k: float, rate: float, n: int, samples: int, seed: int
) -> Iterator[Turns]:
    """Yield samples of n turns: hits and words, one number a turn; rate is per word."""
    rng = np.random.default_rng(seed)
    for _ in range(samples):
        words = rng.choice(lengths, n)
        yield rng.poisson(rate * words * rng.gamma(k, 1 / k, n)), words


def uncorrected_interval(counts: np.ndarray, words: np.ndarray) -> tuple[float, float]:
    """Return the interval without the correction for turns of unequal length, n - 1 degrees of freedom."""
    n, total = len(counts), counts.sum()
    if total == 0:
        return tuple(rate_interval(counts, words)[:2])
    rate = total / words.sum()
    error = math.sqrt(n / (n - 1) * np.sum((counts - rate * words) ** 2)) / total
    factor = math.exp(stats.t.ppf(0.975, n - 1) * error)
    return rate / factor, rate * factor


def measure_coverage(interval, samples: Iterator[Turns], rate: float) -> float:
    """Return the percentage of samples whose interval holds the rate; one that is refused does not."""
    held = [low <= rate <= high for low, high, *_ in (interval(*turns) for turns in samples)]
    return 100 * np.mean(held)


def measure_ratios(
    lengths: np.ndarray, k: float, rates: tuple, sizes: tuple, samples: int
) -> tuple[float, float]:
    """Return the percentage of pairs of samples whose interval holds the ratio, and that of one-sided ones.

    Pairs without any hit have no interval and are left out.
    """
    sides = [draw_samples(lengths, k, rate / 1000, n, samples, seed)
             for seed, (rate, n) in enumerate(zip(rates, sizes, strict=True))]  # fmt: skip
    found = [ratio_interval(*pair) for pair in zip(*sides, strict=True)]
    found = [result for result in found if not result.reason]
    held = [result.low <= rates[0] / rates[1] <= result.high for result in found]
    return 100 * np.mean(held), 100 * np.mean([result.ratio in (0, math.inf) for result in found])


def list_rates(interval, samples: int, rates: tuple[float, ...]) -> list[dict]:
    """Return the coverage of an interval of a rate, a row a (lengths, spread, rate)."""
    lengths, rows = list_lengths(), []
    for kind, spread, rate in product(lengths, SPREADS, rates):
        cell = {"lengths": kind, "turns vary": spread, "per 1,000": f"{rate:g}"}
        for n in TURNS:
            drawn = draw_samples(lengths[kind], SPREADS[spread], rate / 1000, n, samples, seed=n)
            cell[f"{n} turns"] = measure_coverage(interval, drawn, rate / 1000)
        rows.append(cell)
    return rows


def list_ratios(samples: int) -> list[dict]:
    """Return the coverage of the interval of a ratio, a row a (spread, pair of rates, pair of sizes)."""
    real, rows = list_lengths()["real"], []
    for spread, (pair, sizes) in product(SPREADS, PAIRS):
        held, one_sided = measure_ratios(real, SPREADS[spread], pair, sizes, samples)
        cell = {
            "turns vary": spread,
            "per 1,000": f"{pair[0]} : {pair[1]}",
            "turns": f"{sizes[0]} : {sizes[1]}",
        }
        rows.append({**cell, "covers": held, "one end only": one_sided})
    return rows


def print_table(rows: list[dict]) -> None:
    """Print rows as a Markdown table."""
    names = list(rows[0])
    click.echo(f"\n| {' | '.join(names)} |\n|{'---|' * len(names)}")
    for row in rows:
        cells = (f"{value:.1f}" if isinstance(value, float) else str(value) for value in row.values())
        click.echo(f"| {' | '.join(cells)} |")


@click.command(help=__doc__)
@click.option("--samples", default=4000, show_default=True, help="Samples a cell.")
@click.option("--resamples", default=1000, show_default=True, help="Samples a cell for the bootstrap.")
@click.option("--rates", multiple=True, type=float, default=RATES, help="Hits per 1,000 words; repeatable.")
def main(samples: int, resamples: int, rates: tuple[float, ...]) -> None:
    methods = {
        "rate_interval": (rate_interval, samples),
        "without the correction": (uncorrected_interval, samples),
        "percentile bootstrap": (bootstrap_interval, resamples),
    }
    for method, (interval, size) in methods.items():
        rows = list_rates(interval, size, rates)
        covered = pd.DataFrame(rows).iloc[:, 3:].to_numpy()
        click.echo(f"\n{method}: {covered.min():.1f} to {covered.max():.1f} %, {size:,} samples a cell")
        print_table(rows)
    click.echo(f"\nratio_interval, real lengths, {samples:,} samples a cell")
    print_table(list_ratios(samples))


if __name__ == "__main__":
    main()
