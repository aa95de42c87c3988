"""Uses of families as they are found: which are loose, and how many of each family chance gives."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.phrases.family_sets import Uses


class FoundUses(NamedTuple):
    """Uses of families with what is told of each; the arrays run in parallel."""

    uses: Uses
    is_loose: np.ndarray  # whether these words meet otherwise than the family does
    expected: np.ndarray  # how many uses of the family chance gives

    def keep(self, which: np.ndarray) -> FoundUses:
        """Return the uses of a mask."""
        return FoundUses(self.uses.keep(which), self.is_loose[which], self.expected[which])


def join_found(parts: list[FoundUses]) -> FoundUses:
    """Join uses that were found apart; the keys of later ones come behind."""
    columns = {name: np.concatenate([getattr(part.uses, name) for part in parts]) for name in Uses._fields}
    ends = np.cumsum([0, *(part.uses.n_keys for part in parts)], dtype=np.int32)[:-1]
    columns["key"] = columns["key"] + np.repeat(ends, [len(part.uses.key) for part in parts])
    told = (np.concatenate([getattr(part, name) for part in parts]) for name in ("is_loose", "expected"))
    return FoundUses(Uses(**columns), *told)
