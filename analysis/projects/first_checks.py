"""The page of what to check first: what was guessed or could not be told, by how much hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

FILE = "first-checks.md"
SEVERITIES = ("Decide these first", "Look at these", "Know these")
_MEANINGS = (
    "Whole texts are lost, or counted for the wrong person, while these stand.",
    "Counts by event and by date rest on these.",
    "What the split could not tell, with what it decided. Counts move by a few words, or a passage, each.",
)


class Check(NamedTuple):
    """What a person should look at: how much hangs on it (0 most, an index of SEVERITIES), what, and the remedy."""

    severity: int
    what: str
    remedy: str


def write_checks(checks: Iterable[Check], *, summary: Iterable[str], next_steps: Iterable[str]) -> str:
    """Return the page, as Markdown. summary, next_steps: a line each; steps are commands."""
    listed = list(checks)
    parts = ["# What to check first", *summary]
    for severity, (name, meaning) in enumerate(zip(SEVERITIES, _MEANINGS, strict=True)):
        lines = [f"- {tell_check(check)}" for check in listed if check.severity == severity]
        if lines:
            parts += [f"## {name}", meaning, "\n".join(lines)]
    commands = "\n".join(next_steps)
    return "\n\n".join([*parts, "## Next", f"```\n{commands}\n```"]) + "\n"


def tell_check(check: Check) -> str:
    """Say a check in one line."""
    return f"{check.what}: {check.remedy}."
