"""Time the check of many patterns in one topic, in seconds of processor time, the least of three.

    python -m benchmarks.pattern_checks

The patterns are made of syllables, some with wildcards and gaps; those at fault stay in, and all are found.
"""

from __future__ import annotations

import random
import time

import click
import pandas as pd

from analysis.patterns.checks import find_faults, read_rule

SIZES = (1_000, 3_000, 10_000)
SYLLABLES = ["ba", "ko", "li", "nu", "re", "si", "ta", "vo", "wi", "za"]


@click.command()
def main() -> None:
    """Time 1,000 to 10,000 patterns."""
    rows = []
    for size in SIZES:
        patterns = make_patterns(size)
        runs = [_time(patterns) for _ in range(3)]
        rows.append({"patterns": size, "seconds": min(runs)[0], "faults": runs[0][1]})
    click.echo(pd.DataFrame(rows).to_string(index=False, float_format="{:.2f}".format))


def make_patterns(n: int) -> list[str]:
    """Make n different patterns of one to four words, the same ones every time."""
    drawn, made = random.Random(1), set()
    while len(made) < n:
        first = drawn.choice(["", "the "]) + _make_word(drawn)
        made.add(first + drawn.choice(["", " " + _make_word(drawn), " ... " + _make_word(drawn)]))
    return sorted(made)


def _make_word(drawn: random.Random) -> str:
    letters = "".join(drawn.choices(SYLLABLES, k=drawn.randint(2, 4)))
    return letters + drawn.choice(["", "", "*"])


def _time(patterns: list[str]) -> tuple[float, int]:
    started = time.process_time()
    faults = find_faults([read_rule(row, pattern) for row, pattern in enumerate(patterns)])
    return time.process_time() - started, len(faults)


if __name__ == "__main__":
    main()
