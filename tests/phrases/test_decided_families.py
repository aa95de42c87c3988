"""Families that people joined or split, over what was found."""

from __future__ import annotations

import pandas as pd

from analysis.phrases import decide_families, find_unmatched

USES = pd.DataFrame(
    [
        ("open harbours", 1, "expression", "spring", 10, 2, "open harbours", "the same words", True),
        (
            "open harbours",
            1,
            "expression",
            "summer",
            20,
            3,
            "open the harbours",
            "other function words between",
            False,
        ),
        (
            "open harbours",
            1,
            "expression",
            "autumn",
            30,
            3,
            "open the harbours",
            "other function words between",
            False,
        ),
        ("open harbours", 1, "expression", "winter", 40, 2, "open harbours", "the same words", True),
        ("free ports", 2, "expression", "spring", 50, 2, "free ports", "the same words", True),
        ("free ports", 2, "expression", "winter", 41, 3, "harbours free ports", "the same words", False),
        ("salt tax", 3, "expression", "spring", 60, 2, "salt tax", "the same words", True),
        ("salt tax", 3, "expression", "summer", 61, 2, "salt tax", "the same words", True),
    ],
    columns=["family", "rank", "kind", "source", "position", "n_words", "variant", "rule", "is_literal"],
).assign(event=lambda uses: uses["source"], role="answer", is_own=True, is_loose=False)


def decide(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["family", "decision", "other"])


def test_without_a_decision_nothing_changes():
    assert decide_families(USES, decide()) is USES


def test_two_families_are_joined_and_the_rule_says_so():
    table = decide_families(USES, decide(("open harbours", "join", "free ports")))
    joined = table[table["family"] == "open harbours"]
    assert len(joined) == 5  # the use in winter shares a word with one that counts already
    assert joined["rule"].tolist()[-1] == "joined by hand: free ports"
    assert not joined["is_literal"].iloc[-1]
    assert table.groupby("family")["rank"].first().to_dict() == {"open harbours": 1, "salt tax": 2}


def test_a_wording_is_split_off_and_stands_behind():
    table = decide_families(USES, decide(("open harbours", "split", "open the harbours")))
    ranks = {"open harbours": 1, "open the harbours": 2, "free ports": 3, "salt tax": 4}
    assert table.groupby("family")["rank"].first().to_dict() == ranks
    split = table[table["family"] == "open the harbours"]
    assert set(split["rule"]) == {"split by hand from: open harbours"}
    assert split["is_literal"].all()


def test_what_recurs_in_one_event_alone_is_no_family():
    table = decide_families(USES, decide(("free ports", "split", "harbours free ports")))
    assert set(table["family"]) == {"open harbours", "salt tax"}


def test_a_decision_that_finds_nothing_is_told():
    lost = [("open harbours", "join", "cod"), ("cod", "split", "a cod")]
    decided = decide(("open harbours", "join", "free ports"), *lost)
    table = decide_families(USES, decided)
    assert find_unmatched(table, decided)["other"].tolist() == ["cod", "a cod"]
    once = decide(("free ports", "split", "harbours free ports"))
    assert len(find_unmatched(decide_families(USES, once), once)) == 1


def test_the_name_of_another_family_is_not_taken():
    table = decide_families(USES, decide(("open harbours", "split", "open harbours")))
    assert {"open harbours", "open harbours (split)"} <= set(table["family"])
