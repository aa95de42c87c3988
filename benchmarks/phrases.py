"""Time the way from text to phrases, step by step, on the addresses.

    python -m benchmarks.phrases

Each address is an event of its own, and every word of it an answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import click
import pandas as pd

from analysis.counting.sentences import split_sentences
from analysis.counting.tokens import split_tokens
from analysis.counting.word_forms import count_forms
from analysis.phrases.families import find_occurrences
from analysis.phrases.recurring import find_phrases
from benchmarks.corpora import read_addresses
from benchmarks.measure import peak_memory


@click.command()
@click.option("--words", type=int, help="Take only the first addresses, up to so many words.")
def main(words: int | None) -> None:
    """Time sentences, words, phrases to the letter and families of variants."""
    texts = read_addresses(words)
    names = [f"address {number:03}" for number in range(len(texts))]
    segments = [_segments(text) for text in texts]
    sentences = _timed("split_sentences", lambda: list(map(split_sentences, texts, segments)))
    tables = _timed("split_tokens", lambda: list(map(split_tokens, texts, segments, sentences)))
    tokens = pd.concat([table.assign(source=name) for name, table in zip(names, tables, strict=True)])
    tokens = tokens.reset_index(drop=True)
    sources = pd.DataFrame({"source": names, "event": names, "date": "2000-01-01", "is_reference": True})
    found = _timed("find_phrases", lambda: find_phrases(tokens, sources))
    click.echo(f"{len(tokens):,} words, {len(found):,} phrases, {peak_memory():.2f} GB")
    none = pd.DataFrame(columns=["form", "stands_for", "kind"])
    forms = _timed("count_forms", lambda: count_forms(tokens))
    uses = _timed("find_occurrences", lambda: find_occurrences(tokens, forms, sources, none))
    click.echo(f"{uses['family'].nunique():,} families, {len(uses):,} uses, {peak_memory():.2f} GB")


def _segments(text: str) -> pd.DataFrame:
    """One answer a line."""
    ends = pd.Series([len(line) for line in text.splitlines(keepends=True)]).cumsum()
    lines = pd.DataFrame({"start": ends.shift(fill_value=0), "end": ends})
    return lines.assign(segment=lines.index + 1, paragraph=lines.index + 1, role="answer")


def _timed(name: str, step: Callable[[], object]) -> object:
    started = time.process_time()
    result = step()
    click.echo(f"{name}: {time.process_time() - started:.1f} s")
    return result


if __name__ == "__main__":
    main()
