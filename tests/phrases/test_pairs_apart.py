"""Pairs of words with whatever between them: modifiers that come and go, a name with changing words around it."""

from __future__ import annotations

import pandas as pd
from family_texts import find_in_two as find
from family_texts import list_own as own

from analysis.phrases.family_ranks import SMOOTH, rank_families


def test_modifiers_come_and_go():
    found = find("A wise custom. A wise and old custom.", "A wise, tired, local custom.")
    assert own(found, "wise custom") == ["wise and old custom", "wise custom", "wise tired local custom"]
    assert set(found["rule"]) == {"the same words", "an open slot"}


def test_two_uses_are_too_few_for_a_wide_slot():
    assert find("A wise custom.", "A wise, tired, local custom.").empty


def test_a_verb_with_varied_objects_is_named_with_its_slot():
    found = find("They drag fleets into ruin. We drag Velland into ruin.", "Do not drag towns into ruin.")
    assert own(found, "drag … ruin") == [
        "drag fleets into ruin",
        "drag towns into ruin",
        "drag velland into ruin",
    ]


def test_a_relative_clause_may_tell_of_a_name_or_of_what_goes_with_it():
    found = find("The Petrosk bridge. The bridge that Petrosk built.", "A bridge which old Petrosk lost.")
    wordings = ["bridge that petrosk", "bridge which old petrosk", "petrosk bridge"]
    assert own(found, "bridge that Petrosk") == wordings
    plain = find("The bridge that harbour built. A bridge that harbour lost.", "Bridge that harbour sold.")
    assert "bridge that harbour" not in set(plain["variant"])


def test_another_clause_tells_of_something_else():
    assert find(
        "The Petrosk bridge. A bridge when Petrosk slept.", "The bridge because old Petrosk lost."
    ).empty


def test_a_name_and_a_word_stand_in_any_order():
    found = find("The Petrosk bridge. The bridge at old Petrosk.", "Petrosk with its bridge.")
    assert own(found, "Petrosk bridge") == [
        "bridge at old petrosk",
        "petrosk bridge",
        "petrosk with its bridge",
    ]
    turned = find("The harbour treaty. The treaty closed harbour.", "Harbour with its treaty.")
    assert turned.empty or "treaty closed harbour" not in own(turned, "harbour treaty")


FAMILIES = pd.DataFrame(
    [("a", 2, 0, 2, 2, 0.1), ("b", 2, 0, 4, 2, 0.1), ("c", 2, 0, 2, 2, 0.0001)],
    columns=["family_words", "n", "n_hard", "n_uses", "n_events", "expected"],
).assign(kind="expression")


def place(*uses: tuple[int, int]) -> pd.DataFrame:
    return pd.DataFrame(uses, columns=["key", "begin"]).assign(n_words=2, is_own=True)


def test_two_rankings_are_merged():
    """By spread b is first and the others second; by surprise c, b, a."""
    ranked = rank_families(FAMILIES, place((0, 0), (1, 10), (2, 20)), everyday=())
    assert ranked["family_words"].tolist() == ["b", "c", "a"]
    assert ranked["score"].tolist() == [
        1 / (SMOOTH + 1) + 1 / (SMOOTH + 2),
        1 / (SMOOTH + 2) + 1 / (SMOOTH + 1),
        1 / (SMOOTH + 2) + 1 / (SMOOTH + 3),
    ]


def test_what_says_again_what_a_better_one_says_comes_behind():
    """Half of c's uses share a word with b's, so it comes behind a; everyday phrases come last."""
    uses = place((1, 10), (1, 30), (2, 11), (2, 50), (0, 70))
    assert rank_families(FAMILIES, uses, everyday=())["family_words"].tolist() == ["b", "a", "c"]
    assert rank_families(FAMILIES, uses, everyday={1})["family_words"].tolist()[-1] == "b"
