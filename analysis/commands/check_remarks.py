"""What `refrain check` says: a sentence each, by what hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from analysis.errors import InputError

STOPS, WRONG, DOUBTFUL, LOOK, HOLDS = range(5)
SEVERITIES = (
    "Stops the build",
    "Makes a number wrong",
    "Makes a number doubtful",
    "Worth a look",
    "As it must be",
)


class Remark(NamedTuple):
    """What was found in a folder: how much hangs on it (an index of SEVERITIES), and a sentence with the remedy."""

    severity: int
    sentence: str


def rate(severity: int, sentences: Iterable[str]) -> Iterator[Remark]:
    """Yield sentences as remarks of one severity; where asking for one fails, what it fails with is one too."""
    try:
        for sentence in sentences:
            yield Remark(severity, sentence)
    except InputError as error:
        yield Remark(severity, str(error))


def attempt(severity: int, check: Callable[[], object]) -> Iterator[Remark]:
    """Yield as a remark the InputError that a check raises, if it does."""
    try:
        check()
    except InputError as error:
        yield Remark(severity, str(error))


def is_fault(remark: Remark) -> bool:
    """Tell whether the report cannot be built, or one of its numbers is wrong."""
    return remark.severity in (STOPS, WRONG)


def group_remarks(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield the lines to print: the gravest first, under headings that say how many there are."""
    listed = list(remarks)
    for severity, heading in enumerate(SEVERITIES):
        sentences = [remark.sentence for remark in listed if remark.severity == severity]
        if sentences:
            yield f"{heading} ({len(sentences)}):"
            yield from (f"- {sentence}" for sentence in sentences)
