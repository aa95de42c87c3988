"""How firm the headline findings are: each is looked for again in every other way to count.

One choice is changed at a time (variants.py), after the idea of a multiverse analysis (Steegen, Tuerlinckx,
Gelman and Vanpaemel 2016, Increasing transparency through a multiverse analysis, Perspectives on
Psychological Science 11).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from analysis.sensitivity.answered import Answered
from analysis.sensitivity.cases import Case, Variant
from analysis.sensitivity.other_ends import gather_sought
from analysis.sensitivity.questions import QUESTIONS, Answer, Question
from analysis.sensitivity.variants import list_variants
from analysis.vocabulary import spread_events

AS_COUNTED = "as counted"
SAID, NOT_SAID = "said", "cannot be said"
HOLDS, BREAKS, SAME, NOT_ASKED = "holds", "breaks", "changes nothing here", "not asked"
FIRM, FRAGILE = "firm", "fragile"
FEWEST_WAYS = 3  # that change a finding's numbers; held against fewer it is not called firm or fragile
SENSITIVITY = ["page", "claim", "variant", "outcome", "rests_on"]
Said = tuple[str, Question, Answer]


def measure_sensitivity(
    case: Case, *, progress: Callable[[Iterable], Iterable] = iter, answered: Answered | None = None
) -> pd.DataFrame:
    """Look for every headline finding of a case again in each of its variants.

    progress: hands on the variants, and may show how far it is. answered: asks the questions, some of which it may
    know the answers to.
    Returns one row per (claim, variant), in the order of the pages: page, claim, variant, outcome, rests_on
    (the figures, in words). The first row of a claim is "as counted": "said", or "cannot be said" where chance
    would give as much or the texts are too few; then it has no other row. The others: "holds", "breaks",
    "changes nothing here" (the numbers are the same), or "not asked" where a variant has not what the claim is
    about (no questions, not that event).
    """
    case, answered = case.hold_counts(), answered or Answered()
    asked = [(page, ask, answer) for page, ask in QUESTIONS for answer in answered.ask(page, ask, case)]
    said = [one for one in asked if one[2].is_said]
    rows = [(page, answer.claim, AS_COUNTED, SAID if answer.is_said else NOT_SAID, answer.rests_on)
            for page, _, answer in asked]  # fmt: skip
    if said:
        case = case._replace(sought=gather_sought(case), compared=spread_events(case.sources))
        for variant in progress(list_variants(case)):
            rows += _try(variant, case, said, answered)
    table = pd.DataFrame(rows, columns=SENSITIVITY).drop_duplicates(["claim", "variant"])
    order = {answer.claim: place for place, (_, _, answer) in enumerate(asked)}
    return table.sort_values("claim", key=lambda text: text.map(order), kind="stable", ignore_index=True)


def summarise_sensitivity(sensitivity: pd.DataFrame, pages: list[str]) -> pd.DataFrame:
    """Summarise how firm the findings of some pages are.

    sensitivity: one row per (claim, variant), from `measure_sensitivity`. Returns one row per claim, in the
    same order: claim, rests_on, verdict ("firm" where it holds in every variant that changes its numbers,
    "fragile" where one breaks it; "cannot be said" where it does not stand out, or fewer than three variants
    change its numbers), holds ("k of m" of those variants, and how many change nothing), broken_by.
    """
    asked = sensitivity[sensitivity["page"].isin(pages)]
    rows = [(claim, *_summarise(mine)) for claim, mine in asked.groupby("claim", sort=False)]
    return pd.DataFrame(rows, columns=["claim", "rests_on", "verdict", "holds", "broken_by"])


def _summarise(outcomes: pd.DataFrame) -> tuple[str, str, str, str]:
    n = outcomes["outcome"].value_counts()
    rests_on = outcomes.loc[outcomes["variant"] == AS_COUNTED, "rests_on"].iloc[0]
    if NOT_SAID in n:
        return rests_on, NOT_SAID, "", ""
    k, m, same = n.get(HOLDS, 0), n.get(HOLDS, 0) + n.get(BREAKS, 0), n.get(SAME, 0)
    verdict = NOT_SAID if m < FEWEST_WAYS else FIRM if k == m else FRAGILE
    holds = f"{k} of {m}" + (
        f"; {same} more {'changes' if same == 1 else 'change'} nothing here" if same else ""
    )
    broken_by = outcomes.loc[outcomes["outcome"] == BREAKS, "variant"]
    return rests_on, verdict, holds, "; ".join(broken_by)


def _try(variant: Variant, case: Case, said: list[Said], answered: Answered) -> list[tuple[str, ...]]:
    """Ask every question again in one variant."""
    changed = variant.change(case)
    counted = changed and changed.hold_counts()
    rows = []
    for page, ask, answer in said:
        outcome = _judge_untried(variant, page, changed, case)
        again = [] if outcome else answered.ask(page, ask, counted)
        told = outcome or _judge(answer, again, changed)
        rows.append((page, answer.claim, variant.name, told, _tell_figures(answer, again)))
    return rows


def _tell_figures(answer: Answer, again: list[Answer]) -> str:
    """Say what the same claim rests on now; where it is not made, what is found in its place."""
    instead = [other for other in again if not other.event]
    return "; ".join(dict.fromkeys(other.rests_on for other in _pick(answer, again) or instead))


def _judge_untried(variant: Variant, page: str, changed: Case | None, case: Case) -> str:
    """Return the outcome that is plain without counting, or ''."""
    if changed is None:
        return NOT_ASKED
    return SAME if changed is case or page not in variant.pages else ""


def _judge(answer: Answer, again: list[Answer], changed: Case) -> str:
    if not again or (answer.event and answer.event not in set(changed.sources["event"])):
        return NOT_ASKED
    mine = _pick(answer, again)
    if any(str(other.numbers) == str(answer.numbers) for other in mine):
        return SAME
    return HOLDS if any(other.is_said for other in mine) else BREAKS


def _pick(answer: Answer, again: list[Answer]) -> list[Answer]:
    """Return the answers that claim the same."""
    return [other for other in again if other.claim == answer.claim]
