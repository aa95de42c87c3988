"""The page of what to check first: what was guessed or could not be told, by how much hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from analysis.messages import mark, translate, translate_word
from analysis.storage import write_whole

FILE = "first-checks.md"
_PAGE = mark(
    "{}\n\nThis was written when the project was made, and is not written again. When all of it is decided, delete "
    "`{}`: this page then goes.\n"
)
_SIGNS = re.compile(r"[\\*_\[\]<>{}$^~|#]")  # that Markdown would read as something else
SEVERITIES = mark("Decide these first"), mark("Look at these"), mark("Know these")
_MEANINGS = (
    mark("Whole texts are lost, or counted for the wrong person, while these stand."),
    mark("Counts by event and by date rest on these."),
    mark(
        "What the split could not tell, with what it decided. Counts move by a few words, or a passage, each."
    ),
)


class Check(NamedTuple):
    """What a person should look at: how much hangs on it (0 most, an index of SEVERITIES), what, and the remedy."""

    severity: int
    what: str
    remedy: str


def write_checks(checks: Iterable[Check], *, summary: Iterable[str], next_steps: Iterable[str]) -> str:
    """Return the page, as Markdown. summary, next_steps: a line each; steps are commands."""
    listed = list(checks)
    parts = [translate("# What to check first"), *summary]
    for severity, (name, meaning) in enumerate(zip(SEVERITIES, _MEANINGS, strict=True)):
        lines = [f"- {tell_check(check)}" for check in listed if check.severity == severity]
        if lines:
            parts += [f"## {translate_word(name)}", translate_word(meaning), "\n".join(lines)]
    commands = "\n".join(next_steps)
    return "\n\n".join([*parts, translate("## Next"), f"```\n{commands}\n```"]) + "\n"


def tell_check(check: Check) -> str:
    """Say a check in one line."""
    return f"{translate_word(check.what)}: {translate_word(check.remedy)}."


def show_checks(folder: Path) -> bool:
    """Make what to check first a page of the project's book, as long as its file is there; tell whether it is."""
    file, page = folder / FILE, folder / "book" / FILE
    if not file.is_file():
        page.unlink(missing_ok=True)
        return False
    lines = file.read_text(encoding="utf-8").splitlines()
    shown = [_take_literally(line) if line.startswith("- ") else line for line in lines]
    write_whole(page, translate_word(_PAGE).format("\n".join(shown), FILE).encode("utf-8"))
    return True


def _take_literally(line: str) -> str:
    """Return a line of a list in which only the dash, and backticks around code, are signs of Markdown."""
    parts = line.removeprefix("- ").split("`")
    text = [part if place % 2 else _SIGNS.sub(r"\\\g<0>", part) for place, part in enumerate(parts)]
    return "- " + "`".join(text)
