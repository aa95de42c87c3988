"""Decisions on families that cannot be carried out are refused with their line."""

from __future__ import annotations

import pandas as pd
import pytest
from corpus_of_three import write_rows

from analysis.errors import InputError
from analysis.pipeline.check_families import check_families
from analysis.storage.corpus import Corpus
from analysis.storage.decisions import load_decisions

NO_USES = pd.DataFrame(columns=["family", "variant", "rule"])


def decide(data, *rows):
    path = data / "decisions" / "families.csv"
    write_rows(path, [["family", "decision", "other", "reason"], *rows])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([["cod", "join", "cod", "x"]], r"families.csv, line 2: 'cod': a family cannot be joined to itself"),
        (
            [["cod", "join", "hake", "x"], ["hake", "join", "eel", "x"]],
            r"families.csv, line 2: 'hake': this family is joined, and another is joined to it",
        ),
        (
            [["cod", "join", "eel", "x"], ["hake", "join", "eel", "x"]],
            r"families.csv, line 3: 'eel': this family is joined twice",
        ),
        ([["cod", "merge", "eel", "x"]], r"families.csv, line 2: decision is 'merge'"),
        ([["cod", "join", "eel", ""]], r"families.csv, line 2: reason is ''"),
    ],
)
def test_what_cannot_be_carried_out_is_refused(small_corpus, rows, message):
    decide(small_corpus, *rows)
    with pytest.raises(InputError, match=message):
        load_decisions(small_corpus)


def test_a_decision_that_no_longer_fits_is_refused(small_corpus):
    decide(small_corpus, ["cod", "split", "a cod", "another fish"])
    with pytest.raises(InputError, match=r"families.csv, line 2: no families to split .* 'cod' and 'a cod'"):
        check_families(NO_USES, Corpus(small_corpus))


@pytest.mark.parametrize(
    ("row", "near"),
    [
        (["Root Causes", "join", "salt tax"], "did you mean 'root causes' instead of 'Root Causes'"),
        (["root causes", "join", "salt taxes"], "did you mean 'salt tax' instead of 'salt taxes'"),
        (["salt tax", "split", "salt taxs"], "did you mean 'salt taxes' instead of 'salt taxs'"),
    ],
)
def test_a_slip_in_a_name_is_told(small_corpus, row, near):
    found = {
        "family": ["root causes", "salt tax"],
        "variant": ["root causes", "salt taxes"],
        "rule": "the same words",
    }
    decide(small_corpus, [*row, "one thing"])
    with pytest.raises(InputError, match=near):
        check_families(pd.DataFrame(found), Corpus(small_corpus))


def test_without_decisions_nothing_is_refused(small_corpus):
    check_families(NO_USES, Corpus(small_corpus))
