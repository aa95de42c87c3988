"""Time all counts that readability rests on, in one pass over up to 10 million words.

    python -m benchmarks.counting [--millions N]

The text is the addresses, over and over, 25 of them a text. Seconds are processor seconds of one thread.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import click
import pandas as pd

from analysis.counting.endings import count_splittings
from analysis.counting.sentences import count_sentences, split_sentences
from analysis.counting.tokens import split_tokens
from analysis.formats.paragraphs import split_paragraphs
from analysis.readability.formulas import FORMULAS
from analysis.readability.scores import score_readability
from benchmarks.corpora import read_addresses
from benchmarks.measure import peak_memory

A_TEXT = 25  # addresses, some 200,000 words
COLUMNS = ["paragraph", "start", "end"]


@click.command(help=__doc__)
@click.option("--millions", default=10.0, show_default=True, help="Million words to count.")
def main(millions: float) -> None:
    spent, n_words, parts = dict.fromkeys(STEPS, 0.0), 0, []
    texts = ["\n".join(some) for some in batched(read_addresses(), A_TEXT)]
    began = time.perf_counter()
    for number in range(10**9):
        tables = count(texts[number % len(texts)], spent)
        parts.append(tables["count"].assign(text=number))
        n_words += len(tables["words"])
        if n_words >= millions * 1e6:
            break
    started = time.process_time()
    scores = score_readability(pd.concat(parts, ignore_index=True), by=["text"])
    spent["scores"] = time.process_time() - started
    click.echo(f"{n_words:,} words of {number + 1:,} texts, {len(FORMULAS)} formulas, {len(scores):,} scores")
    for step, seconds in [*spent.items(), ("all", sum(spent.values()))]:
        click.echo(f"{step:<12}{seconds:8.1f} s {n_words / max(seconds, 0.001):14,.0f} words a second")
    click.echo(f"wall clock {time.perf_counter() - began:.0f} s, memory {peak_memory():.2f} GB")


def batched(texts: list[str], n: int) -> Iterator[list[str]]:
    """Yield the texts n at a time."""
    yield from (texts[start : start + n] for start in range(0, len(texts), n))


def count(text: str, spent: dict[str, float]) -> dict[str, pd.DataFrame]:
    """Take a text through all steps, adding up what each takes."""
    rows = [(number, start, end) for number, (start, end) in enumerate(split_paragraphs(text), 1)]
    segments = pd.DataFrame(rows, columns=COLUMNS).assign(
        role="narration", turn=lambda t: t["paragraph"], segment=lambda t: t["paragraph"]
    )
    tables = {"text": text, "segments": segments}
    for step, (function, *asked) in STEPS.items():
        started = time.process_time()
        tables[step] = function(*(tables[name] for name in asked))
        spent[step] += time.process_time() - started
    return tables


STEPS = {
    "sentences": (split_sentences, "text", "segments"),
    "words": (split_tokens, "text", "segments", "sentences"),
    "count": (count_sentences, "text", "words", "sentences"),
    "splittings": (count_splittings, "text", "segments", "count", "words"),
}

if __name__ == "__main__":
    main()
