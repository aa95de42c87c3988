"""Bare names count for the topics that are about them, and for no other."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.patterns import check_names, count_names

TOPICS = pd.DataFrame({"topic": ["isles", "fish"], "names": ["country leader", ""]})


def patterns(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["topic", "pattern", "names"])


def test_a_name_of_a_kind_that_the_topic_is_about_may_stand():
    check_names(patterns(("isles", "Selm*", "country"), ("fish", "herring", "")), TOPICS, file="p.csv")


@pytest.mark.parametrize("row", [("fish", "Selm*", "country"), ("isles", "Harbour Board", "institution")])
def test_any_other_is_refused_with_its_line(row):
    with pytest.raises(InputError, match=r"^p.csv, line 3: .* is the bare name of a kind"):
        check_names(patterns(("isles", "Selm", "country"), row), TOPICS, file="p.csv")


def test_what_cancels_may_name_all():
    check_names(patterns(("fish", "-Selm Gazette", "institution")), TOPICS, file="p.csv")


def test_names_are_counted_with_those_that_look_like_them():
    rows = [
        ("isles", "Selm*", "country"),
        ("isles", "Lighthouse Agreement", ""),
        ("fish", "Herring quota", ""),
    ]
    assert count_names(patterns(*rows, ("fish", "-Harbour Gazette", ""))) == (1, 1)
    assert count_names(patterns()) == (0, 0)
