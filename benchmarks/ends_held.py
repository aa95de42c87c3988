"""Score sentence ends on the marked texts: misses and false ends of Refrain, of nupunkt and of other libraries.

    python -m benchmarks.ends_held --treebanks FOLDER --talk FOLDER [--half seen] [--rules]

FOLDERs: the dev and test files of UD_English-GUM and UD_English-EWT; the conversations. Intervals are from 1,000
resamples of texts. --rules leaves out one rule at a time, on the half that rules were made on. Needs the extra `bench`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import numpy as np

from analysis.counting import stops
from analysis.counting.sentences import find_sentences
from benchmarks.marked_ends import Marked, read_cases, read_disputed, read_marked
from benchmarks.sentences import LIBRARIES

Find = Callable[[str, int, int], set[int]]
RESAMPLES = 1000


def find_refrain(body: str, start: int, end: int) -> set[int]:
    return {last for _, last in find_sentences(body, [(start, end)])}


def _by(library: Callable[[str], list[int]]) -> Find:
    def find(body: str, start: int, end: int) -> set[int]:
        stretch = body[start:end]
        return {start + len(stretch[:last].rstrip()) for last in library(stretch)}

    return find


FINDERS: dict[str, Find] = {"Refrain": find_refrain, **{name: _by(each) for name, each in LIBRARIES.items()}}


def count_errors(find: Find, texts: list[Marked]) -> np.ndarray:
    """Return one row a text: ends marked, missed, and found where none is."""
    return np.array([_count_in_text(find, text) for text in texts])


def _count_in_text(find: Find, text: Marked) -> tuple[int, int, int]:
    found = set().union(*(find(text.body, *stretch) for stretch in text.stretches))
    lasts = {start + len(text.body[start:end].rstrip()) for start, end in text.stretches}
    return len(text.ends), len(text.ends - found), len(found - text.ends - text.open - lasts)


def score(counts: np.ndarray) -> tuple[float, float]:
    """Return F1 and misses per 1,000 ends."""
    ends, missed, false = counts.sum(axis=0)
    return 2 * (ends - missed) / (2 * (ends - missed) + missed + false), 1000 * missed / ends


def bound_gone(counts: np.ndarray, library: np.ndarray) -> tuple[float, float, float]:
    """Return the share of the library's errors that are gone, and its 95 % interval over texts."""
    errors, before = counts[:, 1:].sum(axis=1), library[:, 1:].sum(axis=1)
    draws = np.random.default_rng(13).integers(len(errors), size=(RESAMPLES, len(errors)))
    shares = 1 - errors[draws].sum(axis=1) / before[draws].sum(axis=1)
    return 1 - errors.sum() / before.sum(), *np.quantile(shares, [0.025, 0.975])


def _count_wrong(half: str, texts: list[Marked], talk: Path) -> tuple[int, int, int]:
    """Return the errors in texts, the disputed places decided wrongly, and the errors in invented cases."""
    places = read_disputed(half, talk=talk)
    disputed = sum((place in find_refrain(body, a, z)) != is_end for body, a, z, place, is_end in places)
    invented = sum(len(find_refrain(text, 0, len(text)) ^ ends) for text, ends in read_cases(half))
    return int(count_errors(find_refrain, texts)[:, 1:].sum()), disputed, invented


def _print_rules(texts: list[Marked], talk: Path) -> None:
    """Print the errors with all rules, and without each: in texts, in disputed places, in invented cases."""
    rules = stops.RULES
    click.echo(f"all rules: {_count_wrong('seen', texts, talk)}")
    for rule in rules:
        stops.RULES = tuple(other for other in rules if other is not rule)
        click.echo(f"without {rule.rule}: {_count_wrong('seen', texts, talk)}")
    stops.RULES = rules


@click.command(help=__doc__)
@click.option("--treebanks", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--talk", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--half", type=click.Choice(["seen", "held"]), default="held")
@click.option("--rules", is_flag=True, help="Leave out one rule at a time, on the half that was seen.")
def main(treebanks: Path, talk: Path, half: str, rules: bool) -> None:
    if rules:
        return _print_rules(list(read_marked("seen", treebanks=treebanks, talk=talk)), talk)
    texts = list(read_marked(half, treebanks=treebanks, talk=talk))
    counted = {name: count_errors(find, texts) for name, find in FINDERS.items()}
    for name, counts in counted.items():
        f1, missed = score(counts)
        gone = bound_gone(counts, counted["nupunkt"])
        click.echo(
            f"{name}: {counts.sum(axis=0)} F1 {f1:.4f}, {missed:.1f} of 1,000 missed, gone {np.round(gone, 2)}"
        )
        places = list(read_disputed(half, talk=talk))
        wrong = sum((place in FINDERS[name](body, a, z)) != is_end for body, a, z, place, is_end in places)
        click.echo(f"  disputed places decided wrongly: {wrong} of {len(places)}")


if __name__ == "__main__":
    main()
