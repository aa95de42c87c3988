"""What findings can say: every claim that a table of sensitivity may hold, and what is claimed as counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from analysis.sensitivity.cases import Case
from analysis.sensitivity.outcomes import AS_COUNTED, NOT_SAID, SAID
from analysis.sensitivity.questions import (
    DIFFERS,
    FOLLOWS,
    LEADS,
    NO_LEADER,
    NONE_DIFFERS,
    QUESTIONS,
    RETURNS,
)
from analysis.sensitivity.variants import list_variants

_DIFFERENCE = re.compile(DIFFERS.format(".+", ".+", "(?:more|less)"))


def list_claims(topics: Iterable[str], events: Iterable[str]) -> set[str]:
    """Return every sentence that a finding on these topics and events, by their printed names, may claim."""
    names, labels = list(topics), list(events)
    differ = {
        DIFFERS.format(label, name, way) for label in labels for name in names for way in ("more", "less")
    }
    return {FOLLOWS, NO_LEADER, NONE_DIFFERS, RETURNS, *map(LEADS.format, names), *differ}


def tells_difference(claim: str) -> bool:
    """Tell whether a claim says that an interview differs from the others in a topic."""
    return _DIFFERENCE.fullmatch(claim) is not None


def list_ways(case: Case) -> list[str]:
    """Return the names of all ways of counting, in their order; a finding that is said is looked for in each."""
    return [AS_COUNTED, *(variant.name for variant in list_variants(case))]


def count_as_is(case: Case) -> pd.DataFrame:
    """Ask every question of a case, changing nothing: page, claim, outcome, rests_on; one row a claim."""
    rows = [
        (page, answer.claim, SAID if answer.is_said else NOT_SAID, answer.rests_on)
        for page, ask in QUESTIONS
        for answer in ask(case)
    ]
    return pd.DataFrame(rows, columns=["page", "claim", "outcome", "rests_on"]).drop_duplicates("claim")
