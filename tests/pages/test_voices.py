"""What is said of whose a formula is, of what comes and goes, and of what comes up together: true, or no claim."""

from __future__ import annotations

from math import nan

import pandas as pd

from analysis.pages.voices import tell_discipline, tell_fates, tell_his, tell_pairs

HIS = pd.DataFrame({"times": [4.0, 0.2, 1.1], "p": [0.001, 0.001, 0.8], "differs": [True, True, False]})
PAIRS = pd.DataFrame(
    {"one": ["fish"], "other": ["salt"], "n_both": [8], "by_chance": [2.2], "differs": [True]}
)
CHANCE = pd.DataFrame({"figure": ["said_again", "keywords"], "mean": [0.002, 7.0]})


def test_only_what_is_sure_is_called_the_speakers():
    assert tell_his(HIS) == (
        "Of 3 families compared, 1 is surely more frequent in answers than in questions, 1 surely less."
    )
    assert tell_his(HIS.assign(differs=False)).endswith("hardly anything can be sure.")
    assert tell_his(HIS.assign(p=nan)).startswith("No family can be compared")


def test_fates_are_named_or_nothing_is_claimed():
    traced = pd.DataFrame({"family": ["salt tax", "open sea"], "fate": ["steady", "no longer said"]})
    assert tell_fates(traced, 4) == (
        "Said in every interview at a steady rate: salt tax; no longer said: open sea."
    )
    assert tell_fates(traced.assign(fate=""), 4).startswith("No family is surely")
    assert "2 dated interviews" in tell_fates(traced.head(0), 2)
    assert tell_fates(traced.head(0), 0).startswith("Of no interview is the day known")


def test_pairs_are_told_with_chance():
    names = {"fish": "Fish", "salt": "Salt"}
    assert tell_pairs(PAIRS, names, "topics") == (
        "Of 1 pair of topics, 1 surely differs from chance: Fish and Salt (8 answers, by chance 2)."
    )
    assert "none surely comes up together" in tell_pairs(PAIRS.assign(differs=False), names, "topics")
    assert tell_pairs(PAIRS.head(0), names, "topics").startswith("No two topics")


def test_the_share_said_before_has_an_interval_and_its_chance():
    compared = {"share": 0.05, "low": 0.04, "high": 0.06}
    assert tell_discipline(compared, CHANCE) == (
        "The share of words said before is 5% (4% to 6% over answers); with the words of each interview shuffled it "
        "would be under 1%."
    )
    assert tell_discipline(compared | {"low": nan}, CHANCE.head(0)).endswith(
        "(no interval over so few answers)."
    )
    assert tell_discipline({"share": nan}, CHANCE).startswith("No share")
