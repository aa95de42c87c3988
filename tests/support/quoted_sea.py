"""Two short invented interviews about the sea, indexed, and what is quoted from them.

Mara Oldwick, minister of the island republic of Tervia, does not exist.
"""

from __future__ import annotations

from functools import cache

import pandas as pd

from analysis.counting import count_text
from analysis.formats import HIS, MARKED, NOBODYS, Speaker, list_quoted
from analysis.quotes import build_index, check_quotations, list_verdicts

SPEAKER = Speaker("Mara Oldwick")
SPRING = """Question: Will the wooden ferries of Ostrand sail again before the summer regatta?

Mara Oldwick: We will not recognise the northern border of 1987. Our engineers have measured 14 reefs near Port Selm.
The Ostrand council knows this, and nobody doubts it, because the charts were printed in Veld. We don't sell lamps.

Question: Who pays for the lighthouse?

Mara Oldwick: The herring fleet pays half of the lighthouse. Patience is our oldest harbour [laughs] and our
cheapest anchor. Winter storms have broken eleven bridges. If the islanders agree, we will close the salt market.
"""
AUTUMN = """Question: What do the fishermen of Veld expect?

Mara Oldwick: The fishermen of Veld expect honest prices and a quiet autumn. I told them so at the old customs house.

Ivo Sand: The minister has never visited our smokehouses in Kessel.
"""
TEXTS = {"spring": SPRING, "autumn": AUTUMN}


@cache
def sea_tables(**more: str) -> dict[str, pd.DataFrame]:
    """Tokens, segments and sources of both interviews; more: news reports of the one in spring, by name."""
    kinds = dict.fromkeys(TEXTS, "transcript") | dict.fromkeys(more, "report")
    counted = {
        name: count_text(text, kind=kinds[name], speaker=SPEAKER, voices=_voices())
        for name, text in {**TEXTS, **more}.items()
    }
    tables = {
        table: pd.concat([tables[table].assign(source=name) for name, tables in counted.items()])
        for table in ("tokens", "segments")
    }
    sources = pd.DataFrame({"source": list(kinds), "kind": list(kinds.values())})
    return tables | {"sources": sources.assign(is_reference=sources["source"].isin(TEXTS))}


@cache
def sea_index():
    """The index of both interviews."""
    return build_index(**sea_tables(), texts=TEXTS)


def _voices():
    from analysis.formats import Voice

    return {"Ivo Sand": Voice("other", "Ivo Sand")}


def judge_one(quote: str, *, before: str = "", form: str = MARKED, given: str = HIS) -> dict:
    """Return the row of one quotation."""
    row = {"quote": quote, "form": form, "given": given, "speaker": "", "before": before}
    verdicts = list_verdicts(check_quotations(pd.DataFrame([row]), sea_index()), sea_index())
    return verdicts.iloc[0].to_dict() if len(verdicts) else {}


def judge_article(article: str) -> pd.DataFrame:
    """Return a row a quotation of an article."""
    return list_verdicts(check_quotations(list_quoted(article, SPEAKER), sea_index()), sea_index())


__all__ = [
    "AUTUMN",
    "NOBODYS",
    "SPEAKER",
    "SPRING",
    "TEXTS",
    "judge_article",
    "judge_one",
    "sea_index",
    "sea_tables",
]
