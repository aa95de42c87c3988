"""What is said to the letter, and what was joined."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.phrases.wordings import choose_joined, is_said, label_family


@pytest.mark.parametrize(
    ("variant", "said"),
    [
        ("open harbours", True),
        ("wide open harbours", True),
        ("open harbour", False),
        ("harbours open", False),
        ("half-open harbours", False),
    ],
)
def test_a_phrase_is_said_where_its_words_stand_in_a_row(variant, said):
    assert is_said("Open harbours", variant) == said


@pytest.mark.parametrize(
    ("n", "n_literal", "n_variants", "label"),
    [
        (3, 3, 1, "“salt tax”"),
        (3, 3, 2, "“salt tax”"),
        (3, 2, 2, "salt tax (2 wordings)"),
        (3, 0, 1, "salt tax (in another wording)"),
    ],
)
def test_marks_stand_only_where_every_use_says_the_words(n, n_literal, n_variants, label):
    row = SimpleNamespace(family="salt tax", n=n, n_literal=n_literal, n_variants=n_variants)
    assert label_family(row) == label


def test_the_phrases_of_most_wordings_are_chosen():
    ledger = pd.DataFrame(
        [("steady", "named", 1, 6), ("varied", "named", 3, 4), ("found", "expression", 9, 9)],
        columns=["family", "kind", "n_variants", "n"],
    )
    assert choose_joined(ledger)["family"].tolist() == ["varied"]
    assert choose_joined(ledger[ledger["kind"] == "expression"]).empty
