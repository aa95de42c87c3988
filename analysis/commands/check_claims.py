"""Does the table of sensitivity say what can be said, in every way of counting, and what the words shown say?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.commands.check_refusals import Tables, refuse, refuse_rows
from analysis.own_words import list_events
from analysis.patterns import find_matches
from analysis.phrases import find_chosen
from analysis.sensitivity import AS_COUNTED, NOT_SAID, Case, count_as_is, list_claims, list_ways
from analysis.storage import BUILD, Corpus, load_schema
from analysis.validation import load_codings

_SAID = "said"


def make_case(corpus: Corpus, tables: Tables) -> Case:
    """Return what findings are counted from, as far as it is released: no texts, and of the words those shown."""
    tokens, decisions = tables["tokens"], corpus.decisions
    return Case(
        sources=corpus.sources,
        segments=tables["segments"],
        tokens=tokens,
        topic_hits=find_matches(tokens, decisions["patterns"], by="topic", sources=corpus.sources),
        phrase_hits=find_chosen(tokens, decisions["phrases"], corpus.sources),
        decisions=decisions,
        texts={},
        codings=load_codings(corpus.data, decisions["topics"], tables["segments"]),
    )


def check_claims(data: Path, sensitivity: pd.DataFrame, case: Case) -> None:
    """Raise InputError at a claim that no finding makes, or a way of counting that is missing or out of order."""
    known = list_claims(case.topic_names.values(), list_events(case.sources)["label"])
    is_strange = ~sensitivity["claim"].isin(known)
    refuse_rows(data, "sensitivity", is_strange, "no finding on these topics and interviews makes this claim")
    is_first = sensitivity["variant"] == AS_COUNTED
    is_own = sensitivity["outcome"].isin([_SAID, NOT_SAID])
    refuse_rows(
        data,
        "sensitivity",
        is_first != is_own,
        f"'{AS_COUNTED}' is said or cannot be, other ways hold or break",
    )
    ways = list_ways(case)
    for claim, rows in sensitivity.groupby("claim", sort=False):
        wanted = ways if rows["outcome"].iloc[0] == _SAID else ways[:1]
        if rows["variant"].tolist() != wanted:
            refuse(data, "sensitivity", f"'{claim}' has not the rows {', '.join(wanted)}", row=rows.index[0])


def compare_claims(data: Path, sensitivity: pd.DataFrame, case: Case) -> Iterator[str]:
    """Yield a sentence for each finding that the words shown do not give; of none if none is listed."""
    if sensitivity.empty:
        return
    path = data / load_schema()["sensitivity"]["path"]
    columns = ["page", "claim", "outcome", "rests_on"]
    stated = sensitivity[sensitivity["variant"] == AS_COUNTED][columns].set_index("claim")
    counted = count_as_is(case).set_index("claim")
    for claim in [*stated.index, *counted.index.difference(stated.index)]:
        told, found = (_tell(table, claim) for table in (stated, counted))
        if told != found:
            yield (
                f"{path}: '{claim}' is {told}, but the words shown give {found}; unless words are withheld, build the "
                f"tables with {BUILD}."
            )


def _tell(table: pd.DataFrame, claim: str) -> str:
    return (
        " | ".join(table.loc[claim, ["page", "outcome", "rests_on"]]) if claim in table.index else "not there"
    )
