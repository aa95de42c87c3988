"""Do the decisions on families still find what they join or split? What no longer fits stops the tables."""

from __future__ import annotations

import pandas as pd

from analysis.errors import InputError
from analysis.phrases import find_unmatched
from analysis.storage import Corpus, find_line, load_schema


def check_families(families: pd.DataFrame, corpus: Corpus) -> None:
    """Raise InputError at the first decision that changes nothing; families: as from `phrases.decide_families`."""
    lost = find_unmatched(families, corpus.decisions["families"])
    for row in lost.itertuples():
        file = corpus.data / load_schema()["families"]["path"]
        names = " and ".join(f"'{name}'" for name in (row.family, row.other))
        raise InputError(
            f"{file}, line {find_line(file, row.Index)}: no families to {row.decision} were found under {names}, "
            "or one event alone would be left; take the names and wordings from the ledger, or remove the row."
        )
