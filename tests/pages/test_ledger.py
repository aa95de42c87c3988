"""What the page with the ledger says: families found, wordings joined, and what is said again."""

from __future__ import annotations

from math import inf, nan

import pandas as pd
import pytest
from reports import report_of

from analysis.pages.ledger import say_families, shorten_lists, tell_joined, tell_reuse


def test_families_found_are_no_message_and_name_the_words_decided_by_hand():
    rows = pd.DataFrame({"label": ["salt tax (2 wordings)", "“open sea”"], "n": [3, 2], "n_events": [2, 2]})
    rows = rows.assign(n_literal=2, k_literal=[1, 2])
    said = say_families(rows, report_of(2), n_found=9, n_equivalents=4)
    assert said["title"] == "Families found by counting"
    assert said["caption"].startswith(
        "In the picture: the first 2 of 9 expressions found beside the chosen ones, by rank, with 4 words decided to "
        "stand for others."
    )
    assert said["alt"].endswith(
        "salt tax (2 wordings): to the letter 2 in 1 of 2, joined 3 in 2 of 2; “open sea”: 2 in 2 of 2."
    )
    assert "decided" not in say_families(rows, report_of(2), n_found=9, n_equivalents=0)["caption"]


COMPARED = {
    "share": 0.05, "low": 0.03, "high": 0.07, "baseline": 0.03, "times": 1.7, "times_low": 0.5, "times_high": 4.0,
    "reason": "", "longest": 8, "is_longest_known": True,
}  # fmt: skip


def test_reuse_is_a_finding_only_where_the_interval_says_so():
    said = tell_reuse(COMPARED | {"times": 4.0, "times_low": 1.5, "times_high": 9.0})
    assert said.endswith("(of the questions’ words 3%): 4.0 times as many as of the questions (1.5 to 9.0).")
    assert "any number of" in tell_reuse(COMPARED | {"times": inf, "times_low": 1.5, "times_high": inf})


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        (
            {},
            "Hardly anything is repeated word for word: the longest passage shared by two interviews has 8 words.",
        ),
        (
            {"longest": 10, "is_longest_known": False},
            "Hardly anything is repeated word for word: the longest",
        ),
        (
            {"share": 0.0, "longest": 0},
            "Hardly anything is repeated word for word: two interviews share no passage",
        ),
        ({"times_low": nan, "baseline": nan}, "Hardly anything"),
        ({"share": 0.6, "baseline": 0.5}, "60% of the words of answers had been said before"),
        ({"share": nan}, "There is no earlier interview"),
    ],
)
def test_without_a_sure_difference_none_is_claimed(changes, start):
    said = tell_reuse(COMPARED | changes)
    assert said.startswith(start) and "times as many" not in said


def test_where_no_question_is_printed_none_is_compared():
    said = tell_reuse(COMPARED | {"share": 0.38, "baseline": nan})
    assert said.endswith("No question is printed to set beside it.") and "not available" not in said


def test_the_longest_passage_looked_for_may_go_on():
    assert "has 10 words or more" in tell_reuse(COMPARED | {"longest": 10, "is_longest_known": False})


def test_wordings_are_counted_and_nothing_is_said_of_the_speaker():
    joined = pd.DataFrame({"family": ["salt tax"], "n_variants": [3], "n": [4]})
    assert tell_joined(joined) == "Most were joined in: salt tax, 3 wordings in 4 uses."
    assert tell_joined(joined.head(0)) == "No chosen phrase has more than one wording."


def test_a_long_list_of_wordings_ends_with_how_many_more_there_are():
    many = "; ".join(f"eel {n} (2)" for n in range(1, 16))
    ledger = pd.DataFrame({"kind": ["named", "name"], "variants": ["eel (9)", ""], "also": [many, "cod (3)"]})
    shown = shorten_lists(ledger)
    assert shown["also"].tolist() == [many.split("; eel 13")[0] + "; 3 more", "cod (3)"]
    assert shown["variants"].tolist() == ["eel (9)", ""] and shown["kind"].tolist() == ["chosen", "name"]
