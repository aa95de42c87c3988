"""How firm the headline findings are: each is looked for again in every other way to count.

One choice is changed at a time (variants.py), after the idea of a multiverse analysis (Steegen, Tuerlinckx,
Gelman and Vanpaemel 2016, Increasing transparency through a multiverse analysis, Perspectives on
Psychological Science 11).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from analysis.sensitivity.claims import FINDINGS, Claim, Finding, Results, measure_results
from analysis.sensitivity.variants import Case, Variant, list_variants

HOLDS, BREAKS, NOT_ASKED = "holds", "breaks", "not asked"
SENSITIVITY = ["page", "claim", "variant", "outcome"]


def measure_sensitivity(case: Case, *, progress: Callable[[Iterable], Iterable] = iter) -> pd.DataFrame:
    """Look for every headline finding of a case again in each of its variants.

    progress: hands on the variants, and may show how far it is.
    Returns one row per (claim, variant), in the order of the pages: page, claim, variant, outcome: "holds",
    "breaks", or "not asked" where a variant has not what the claim is about (no questions, not that event).
    """
    results = measure_results(case)
    claims = [(page, find, claim) for page, find in FINDINGS for claim in find(results) or []]
    rows = [
        (page, claim.text, variant.name, _judge(claim, find, changed))
        for variant, changed in _measure_variants(case, progress if claims else iter)
        for page, find, claim in claims
    ]
    table = pd.DataFrame(rows, columns=SENSITIVITY).drop_duplicates(["claim", "variant"])
    order = {claim.text: place for place, (_, _, claim) in enumerate(claims)}
    return table.sort_values("claim", key=lambda text: text.map(order), kind="stable", ignore_index=True)


def summarise_sensitivity(sensitivity: pd.DataFrame, pages: list[str]) -> pd.DataFrame:
    """Summarise how firm the findings of some pages are.

    sensitivity: one row per (claim, variant), from `measure_sensitivity`. Returns one row per claim, in the
    same order: claim, holds ("k of m" variants in which it can be asked), verdict ("firm" where it holds in
    all, else "fragile"; '' where it is never asked), broken_by (the variants in which it does not hold).
    """
    asked = sensitivity[sensitivity["page"].isin(pages)]
    rows = [(claim, *_summarise(mine)) for claim, mine in asked.groupby("claim", sort=False)]
    return pd.DataFrame(rows, columns=["claim", "holds", "verdict", "broken_by"])


def _summarise(outcomes: pd.DataFrame) -> tuple[str, str, str]:
    k, m = ((outcomes["outcome"].isin(kinds)).sum() for kinds in ([HOLDS], [HOLDS, BREAKS]))
    broken = outcomes.loc[outcomes["outcome"] == BREAKS, "variant"]
    return f"{k} of {m}", ("firm" if k == m else "fragile") if m else "", "; ".join(broken)


def _measure_variants(
    case: Case, progress: Callable[[Iterable], Iterable]
) -> Iterable[tuple[Variant, Results]]:
    for variant in progress(list_variants(case)):
        yield variant, measure_results(variant.change(case))


def _judge(claim: Claim, find: Finding, results: Results) -> str:
    found = find(results)
    if found is None or (claim.event and claim.event not in set(results.rates["event"])):
        return NOT_ASKED
    return HOLDS if claim.text in {other.text for other in found} else BREAKS
