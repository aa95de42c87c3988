"""Names as printed: is this the speaker, and who else is named."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

NAME_PARTICLES = {
    "al",
    "bin",
    "da",
    "de",
    "del",
    "della",
    "den",
    "der",
    "di",
    "dos",
    "du",
    "el",
    "la",
    "le",
    "van",
    "von",
}
_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_INITIAL = r"[A-ZÀ-ÖØ-ÞŠŽŻŁČĆ]\."
# Two or more capitalised words or initials, particles between them allowed.
FULL_NAME = re.compile(
    rf"(?<![\w.])(?:[A-ZÀ-ÖØ-ÞŠŽŻŁČĆ][\w'’‑-]*|(?:{_INITIAL})+)"
    rf"(?:\s+(?:(?:{'|'.join(sorted(NAME_PARTICLES))})\s+)*(?:[A-ZÀ-ÖØ-ÞŠŽŻŁČĆ][\w'’‑-]*|(?:{_INITIAL})+))+"
)


def fold_name(text: str) -> str:
    """Return a name without case and diacritics, so that spellings can be compared."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def surname_of(name: str) -> str:
    """Return the folded last word of a full name."""
    words = _WORD.findall(fold_name(name))
    return words[-1] if words else ""


class Speaker(NamedTuple):
    """The person whose words are studied, with printed labels that no rule would guess."""

    name: str
    labels: tuple[str, ...] = ()

    @property
    def surname(self) -> str:
        """The folded surname."""
        return surname_of(self.name)

    @property
    def surnames(self) -> set[str]:
        """The surname in every spelling that stands in a listed label."""
        return {self.surname, *(surname_of(label) for label in self.labels)} - {""}

    def is_named_by(self, label: str) -> bool:
        """Say whether a printed label names the speaker: full name, initials, surname, title and surname."""
        folded = fold_name(label).strip()
        if folded in {fold_name(known) for known in self.labels}:
            return True
        words = _WORD.findall(folded)
        if not words:
            return False
        surname_first = words[0] in self.surnames and all(len(word) == 1 for word in words[1:])
        return words[-1] in self.surnames or surname_first or "".join(words) == self._initials()

    def is_mentioned_in(self, text: str) -> bool:
        """Say whether a text names the speaker by surname."""
        return not self.surnames.isdisjoint(re.sub(r"'s$", "", w) for w in _WORD.findall(fold_name(text)))

    def _initials(self) -> str:
        letters = "".join(word[0] for word in _WORD.findall(fold_name(self.name)))
        return letters if len(letters) > 1 else "\0"
