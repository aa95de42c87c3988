"""Do the decisions on families still find what they join or split? What no longer fits stops the tables."""

from __future__ import annotations

from difflib import get_close_matches

import pandas as pd

from analysis.errors import InputError
from analysis.phrases import SPLIT, find_unmatched
from analysis.storage import Corpus, find_line, load_schema

_NEAR = 0.8  # likeness of two names, from 0 to 1, from which one may be a slip for the other


def check_families(families: pd.DataFrame, corpus: Corpus) -> None:
    """Raise InputError at the first decision that changes nothing; families: as from `phrases.decide_families`."""
    lost = find_unmatched(families, corpus.decisions["families"])
    for row in lost.itertuples():
        file = corpus.data / load_schema()["families"]["path"]
        names = " and ".join(f"'{name}'" for name in (row.family, row.other))
        raise InputError(
            f"{file}, line {find_line(file, row.Index)}: no families to {row.decision} were found under {names}, "
            f"or one event alone would be left; {_name_near(row, families)}take the names and wordings from the "
            "ledger, or remove the row."
        )


def _name_near(row, families: pd.DataFrame) -> str:
    """Name what was found that is called nearly as a name of the decision that was not found; '' for nothing."""
    of_family = families[families["family"] == row.family]
    others = of_family["variant"] if row.decision == SPLIT else families["family"]
    near = [
        f"'{found[0]}' instead of '{name}'"
        for name, known in ((row.family, families["family"]), (row.other, others))
        if (found := _find_near(name, set(known)))
    ]
    return f"did you mean {' and '.join(near)}? If not, " if near else ""


def _find_near(name: str, known: set[str]) -> list[str]:
    folded = {other.casefold(): other for other in sorted(known)}
    near = [] if name in known else get_close_matches(name.casefold(), folded, n=1, cutoff=_NEAR)
    return [folded[other] for other in near]
