"""Uses of tracked phrases with the words around them, as far as these may be shown."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure.runs import Shown

CONTEXT = 6  # words shown on either side of a tracked phrase
CONTEXTS = ["phrase", "source", "position", "role", "left", "match", "right"]


class ContextCutter:
    """Cuts each use of a tracked phrase out, with the words around it that may be shown."""

    def __init__(
        self, tokens: pd.DataFrame, at: np.ndarray, uses: pd.DataFrame, texts: pd.DataFrame, shown: Shown
    ) -> None:
        """tokens: every word. at: by row of tokens, its place in the line.

        uses: one row a hit of a tracked phrase. texts: one row a source (source, text).
        """
        text_of, spans = texts.set_index("source")["text"], shown.line.list_spans()
        row_at = np.full(len(shown.line.form), -1, dtype=np.int32)
        row_at[at] = np.arange(len(at), dtype=np.int32)
        words = _Words.of(tokens)
        self._cutters = []
        for source, found in uses.sort_values(["source", "position", "phrase"]).groupby("source"):
            wall, end = spans[source]
            cutter = _Cutter(words.take(row_at[wall + 1 : end]), wall, shown, text_of[source])
            self._cutters.append((list(found.itertuples()), cutter))

    def cut(self) -> pd.DataFrame:
        """Cut the uses out of what is shown now; the words around them are then seen.

        Returns one row of contexts each; a use with a hidden word has none.
        """
        rows = [cutter.cut(use) for found, cutter in self._cutters for use in found]
        contexts = pd.DataFrame([row for row in rows if row], columns=CONTEXTS).astype({"position": "int64"})
        return contexts.sort_values(CONTEXTS[:3], ignore_index=True)


class _Words(NamedTuple):
    """Words, one each: where they begin and end in the text, their segment, a number for their role, and what they say.

    roles: what the numbers stand for.
    """

    start: np.ndarray
    end: np.ndarray
    segment: np.ndarray
    role: np.ndarray
    row: np.ndarray
    tokens: pd.Series
    roles: list[str]

    @classmethod
    def of(cls, tokens: pd.DataFrame) -> _Words:
        role, roles = pd.factorize(tokens["role"])
        columns = (tokens[name].to_numpy() for name in ("start", "end", "segment"))
        return cls(*columns, role, np.arange(len(tokens), dtype=np.int32), tokens["token"], list(roles))

    def take(self, rows: np.ndarray) -> _Words:
        """Return the words of some rows."""
        return _Words(*(column[rows] for column in self[:5]), self.tokens, self.roles)

    def say(self, at: int) -> str:
        """Return a word as it is printed."""
        return " ".join(self.tokens.iloc[self.row[at]].split())


class _Cutter:
    """Cuts contexts out of one source, whose words are in order; base: where the wall before them stands."""

    def __init__(self, words: _Words, base: int, shown: Shown, text: str) -> None:
        self.words, self.base, self.shown, self.text = words, base, shown, text
        self.start, self.end, self.segment = words.start, words.end, words.segment

    def cut(self, use) -> tuple | None:
        """Return one row of contexts; None where a word of the use itself is hidden."""
        first, last = use.position - 1, int(np.searchsorted(self.end, use.end))
        said = [at for at in range(first, last + 1) if self.words.roles[self.words.role[at]] == use.role]
        if not all(self.shown.is_printed[self.base + 1 + at] for at in said):
            return None
        facts = (use.phrase, use.source, use.position, use.role)
        if last - first >= use.n_words:  # a note stands inside: its words are not shown, nor what is around
            return (*facts, "", " ".join(map(self.words.say, said)), "")
        left, right = self._widen(first, last)
        parts = (self.start[left], use.start), (use.start, use.end), (use.end, self.end[right])
        return (*facts, *(" ".join(self.text[start:end].split()) for start, end in parts))

    def _widen(self, first: int, last: int) -> tuple[int, int]:
        """Show one word more at a time, left and right in turn, inside the segment and while runs stay short."""
        home, n = self.segment[first], len(self.segment)
        left, right = (
            range(first - 1, max(first - 1 - CONTEXT, -1), -1),
            range(last + 1, min(last + 1 + CONTEXT, n)),
        )
        for before, after in zip_longest(left, right):
            if before == first - 1 and self._may_show(before, home):
                first = before
            if after == last + 1 and self._may_show(after, home):
                last = after
        return first, last

    def _may_show(self, at: int, home: int) -> bool:
        return self.segment[at] == home and self.shown.may_show([self.base + 1 + at])
