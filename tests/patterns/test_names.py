"""Bare names count for the topics that are about them, and for no other."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.patterns import count_names, list_name_faults

TOPICS = pd.DataFrame({"topic": ["isles", "fish"], "names": ["country leader", ""]})


def patterns(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["topic", "pattern", "names"])


def list_faults(*rows: tuple[str, str, str]) -> list[str]:
    return list(list_name_faults(patterns(*rows), TOPICS, file="p.csv"))


def test_a_name_of_a_kind_that_the_topic_is_about_may_stand():
    assert not list_faults(("isles", "Selm*", "country"), ("fish", "herring", ""))


@pytest.mark.parametrize("row", [("fish", "Selm*", "country"), ("isles", "Harbour Board", "institution")])
def test_any_other_is_refused_with_its_line(row):
    (told,) = list_faults(("isles", "Selm", "country"), row)
    assert told.startswith(f"p.csv, line 3: '{row[1]}' is the bare name of a kind ({row[2]})")


def test_what_cancels_may_name_all():
    assert not list_faults(("fish", "-Selm Gazette", "institution"))


def test_names_are_counted_with_those_that_look_like_them():
    rows = [
        ("isles", "Selm*", "country"),
        ("isles", "Lighthouse Agreement", ""),
        ("fish", "Herring quota", ""),
    ]
    assert count_names(patterns(*rows, ("fish", "-Harbour Gazette", ""))) == (1, 1)
    assert count_names(patterns()) == (0, 0)
