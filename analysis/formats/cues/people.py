"""Names as printed: is this the speaker, and who else is named."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import NamedTuple

from analysis.language import word_set

UPPER = "A-ZÀ-ÖØ-ÞŠŽŻŁČĆ"
PARTICLES = word_set("al bin da de del della den der di dos du el la le van von")
# What is printed before a surname and is no given name.
TITLES = word_set(
    "minister president chancellor senator ambassador secretary mayor director commissioner mr mrs ms dr"
)
_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
# A capitalised word or initials. The length is bounded so that a run of capitals takes no quadratic time.
_PART = rf"(?:[{UPPER}][\w'’‑-]{{0,40}}|(?:[{UPPER}]\.)+)"
# Two or more parts, particles between them allowed.
FULL_NAME = re.compile(rf"(?<![\w.]){_PART}(?:\s+(?:(?:{'|'.join(sorted(PARTICLES))})\s+)*{_PART})+")


def fold_name(text: str) -> str:
    """Return a name without case and diacritics, so that spellings can be compared."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def words_of_name(name: str) -> list[str]:
    """Return the folded words of a name."""
    return _WORD.findall(fold_name(name))


def surname_of(name: str) -> str:
    """Return the folded last word of a full name."""
    return next(reversed(words_of_name(name)), "")


def find_full_names(text: str) -> list[str]:
    """Return each given name and surname printed together on a line, in order, without a possessive `'s`."""
    found = [match.group() for line in text.splitlines() for match in FULL_NAME.finditer(line)]
    return [re.sub(r"['’]s$", "", " ".join(name.split()[-2:])) for name in found]


def usual_names(text: str) -> dict[str, str]:
    """Return how a text usually prints each name in full, by folded surname; no initials, no titles."""
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for name in find_full_names(text):
        given = name.split()[0].casefold().rstrip(".")
        if "." not in name and not name.isupper() and given not in TITLES:
            printed[surname_of(name)][name] += 1
    return {surname: max(names, key=lambda n: (names[n], n)) for surname, names in printed.items()}


class Speaker(NamedTuple):
    """The person whose words are studied, with printed labels that no rule would guess."""

    name: str
    labels: tuple[str, ...] = ()

    @property
    def surnames(self) -> set[str]:
        """The folded surname in every spelling that stands in the name or a listed label."""
        return {surname_of(name) for name in (self.name, *self.labels)} - {""}

    def is_named_by(self, label: str) -> bool:
        """Say whether a printed label names the speaker: full name, initials, surname, title and surname."""
        words = words_of_name(label)
        if not words:
            return False
        if fold_name(label).strip() in {fold_name(known) for known in self.labels}:
            return True
        surname_first = words[0] in self.surnames and all(len(word) == 1 for word in words[1:])
        return words[-1] in self.surnames or surname_first or "".join(words) == self._initials()

    def is_mentioned_in(self, text: str) -> bool:
        """Say whether a text names the speaker by surname."""
        return not self.surnames.isdisjoint(word.removesuffix("'s") for word in words_of_name(text))

    def _initials(self) -> str:
        letters = "".join(word[0] for word in words_of_name(self.name))
        return letters if len(letters) > 1 else "\0"  # one initial names nobody
