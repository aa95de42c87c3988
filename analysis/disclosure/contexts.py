"""Uses of tracked phrases with the words around them, as far as these may be shown."""

from __future__ import annotations

from itertools import zip_longest

import pandas as pd

from analysis.disclosure.runs import Shown

CONTEXT = 6  # words shown on either side of a tracked phrase
CONTEXTS = ["phrase", "source", "position", "role", "left", "match", "right"]


def cut_contexts(tokens: pd.DataFrame, uses: pd.DataFrame, texts: pd.DataFrame, shown: Shown) -> pd.DataFrame:
    """Cut out each use of a tracked phrase with the words around it that may be shown; these are then seen.

    tokens: every word. uses: one row a hit of a tracked phrase; one with a hidden word has no context. texts:
    one row a source (source, text). Returns one row of contexts each.
    """
    text_of = texts.set_index("source")["text"]
    words_of = dict(list(tokens.groupby("source")))
    rows = []
    for source, found in uses.sort_values(["source", "position", "phrase"]).groupby("source"):
        words = words_of[source].sort_values("position").reset_index(drop=True)
        base = int(shown.line.base[source])
        cut = _Cutter(words, base, shown, text_of[source])
        rows += [row for use in found.itertuples() if (row := cut.cut(use))]
    contexts = pd.DataFrame(rows, columns=CONTEXTS).astype({"position": "int64"})
    return contexts.sort_values(CONTEXTS[:3], ignore_index=True)


class _Cutter:
    """Cuts contexts out of one source; words: one row each, in order."""

    def __init__(self, words: pd.DataFrame, base: int, shown: Shown, text: str) -> None:
        self.start, self.end, self.segment = (words[name].tolist() for name in ("start", "end", "segment"))
        self.role, self.token = words["role"].tolist(), words["token"].tolist()
        self.ends, self.base, self.shown, self.text = words["end"], base, shown, text

    def cut(self, use) -> tuple | None:
        """Return one row of contexts; None where a word of the use itself is hidden."""
        first, last = use.position - 1, int(self.ends.searchsorted(use.end))
        said = [at for at in range(first, last + 1) if self.role[at] == use.role]
        if not all(self.shown.is_printed[self.base + 1 + at] for at in said):
            return None
        facts = (use.phrase, use.source, use.position, use.role)
        if last - first >= use.n_words:  # a note stands inside: its words are not shown, nor what is around
            return (*facts, "", " ".join(" ".join(self.token[at].split()) for at in said), "")
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
