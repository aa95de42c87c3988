"""The sentences of the Summary: each true, none empty, with the badge that its finding has."""

from __future__ import annotations

import pandas as pd
import pytest

import analysis as refrain
from analysis.pages.headlines import COUNTED, count_headlines, list_headlines
from analysis.sensitivity import FIRM, FOLLOWS, FRAGILE, NO_LEADER, NOT_SAID, RETURNS, tells_difference


def tell(report, sensitivity: pd.DataFrame | None = None):
    """The sentences of a report, by a table on sensitivity of its own."""
    report = report if sensitivity is None else report.replace(sensitivity=sensitivity)
    shares = refrain.counting.count_roles(report.segments, report.sources)
    shares = shares.assign(row=shares["source"].map(report.text_names))
    return list_headlines(count_headlines(report), report, shares=shares)


def outcomes(claim: str, page: str, *told: str) -> list[tuple[str, ...]]:
    """Rows on one claim: as counted, then in other ways of counting."""
    return [
        (page, claim, "as counted" if not n else f"way {n}", outcome, "") for n, outcome in enumerate(told)
    ]


def table(*rows: list) -> pd.DataFrame:
    columns = ["page", "claim", "variant", "outcome", "rests_on"]
    return pd.DataFrame([row for some in rows for row in some], columns=columns)


@pytest.fixture(scope="module")
def three(corpus_built_once):
    return refrain.load_report(corpus_built_once)


def test_what_is_said_again_comes_first_and_each_sentence_has_its_badge(three):
    said = ["said", "holds", "holds", "breaks"]
    told = tell(
        three,
        table(
            outcomes(FOLLOWS, "topics", "said", "holds", "holds", "holds", "changes nothing here"),
            outcomes(NO_LEADER, "topics", "cannot be said"),
            outcomes(RETURNS, "phrases", *said),
        ),
    )
    assert told[0].text == (
        "“Lighthouse Agreement” and “root of the quarrel” are each said word for word in all 3 interviews."
    )
    assert [headline.badge for headline in told] == [COUNTED, FRAGILE, NOT_SAID, FIRM, told[4].badge]
    assert told[1].held == "holds in 2 of 3 other ways of counting"
    assert told[3].held == "holds in 3 of 3 other ways of counting"
    assert told[2].text.startswith("Which topic comes up most is open: ")
    assert told[3].text.startswith("Where questions raise a topic, answers take it up ")


def test_what_cannot_be_said_is_not_claimed(three):
    not_said = ("cannot be said",)
    told = tell(three, table(outcomes(FOLLOWS, "topics", *not_said), outcomes(RETURNS, "phrases", *not_said)))
    open_ones = [headline.text for headline in told if headline.badge == NOT_SAID]
    assert len(open_ones) == 2 and all(" is open: " in text for text in open_ones)


def test_a_difference_is_said_and_others_are_counted(three):
    claims = [
        "Gazette mentions Fisheries more often than the other interviews",
        "Forum mentions Fish less often than the other interviews",
    ]
    assert all(map(tells_difference, claims)) and not tells_difference(FOLLOWS)
    told = tell(
        three, table(*(outcomes(claim, "topics", "said", "holds", "holds", "holds") for claim in claims))
    )
    assert f"{claims[0]}; 1 more difference is listed." in [headline.text for headline in told]


def test_what_was_found_leads_where_what_was_named_does_not_come_back(three):
    counted = count_headlines(three)
    chosen = counted.chosen.assign(n=1, n_events=1, k_literal=1)
    found = counted.ledger[counted.ledger["kind"] == "expression"]
    once = counted._replace(chosen=chosen)
    shares = pd.DataFrame(columns=["role"])
    assert list_headlines(once, three, shares=shares)[0].text.endswith(", found by counting.")
    nothing = once._replace(ledger=counted.ledger.drop(found.index))
    assert " is said in 1 of 3 interviews." in list_headlines(nothing, three, shares=shares)[0].text


def test_a_phrase_suggested_since_it_recurs_is_no_finding(three):
    phrases = three.phrases.assign(phrase=three.phrases["phrase"] + " (suggested)")
    told = tell(
        three.replace(phrases=phrases),
        table(outcomes(RETURNS, "phrases", "said", "holds", "holds", "holds")),
    )
    assert not any("authors chose" in headline.text for headline in told)
