"""What differs inside a finding is named: the part, the row and the column, the old and the new."""

from __future__ import annotations

import pytest

from analysis.pages.differences import compare_findings, list_changes

COD, EEL = ["cod", "0.5"], ["eel", "2"]


def cells(*rows) -> dict:
    return {"cells": [["fish", "share"], *rows]}


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (cells(COD, EEL), cells(COD, EEL), []),
        (cells(COD), cells(["cod", "0.5000000000001"]), []),
        (cells(COD, EEL), cells(COD, ["eel", "3"]), [(", row 2 (eel), share", "2", "3")]),
        (cells(COD), cells(["hake", "0.5"]), [(", row 1, fish", "cod", "hake")]),
        (cells(COD), {"cells": [["fish", "part"], COD]}, [(", columns", "fish, share", "fish, part")]),
        ({"rows": 41, "column n": "ab"}, {"rows": 41, "column n": "cd"}, [(", column n", "ab", "cd")]),
        ("cod", "eel", [("", "cod", "eel")]),
        (1, {"rows": 1}, [("", 1, {"rows": 1})]),
    ],
)
def test_changes_name_their_place(old, new, changes):
    assert list_changes(old, new) == changes


def test_a_row_that_came_or_went_is_one_change():
    ((place, old, new),) = list_changes(cells(COD, EEL), cells(COD))
    assert (place, old) == (", row 2", "eel | 2") and new != new
    ((place, old, new),) = list_changes(cells(EEL), cells(COD, EEL))
    assert (place, new) == (", row 1", "cod | 0.5") and old != old


def test_a_finding_of_parts_is_one_row_that_counts_its_changes():
    old, new = (
        {"chapter": "sea", "name": "table catch", "value": value, "unit": "u", "rows": "r", "text": "t"}
        for value in (cells(COD, EEL), cells(["cod", "1"], ["eel", "3"]))
    )
    row = compare_findings([old], [new]).iloc[0]
    assert row["name"] == "table catch, row 1 (cod), share"
    assert (row["published"], row["found"]) == ("0.5", "1")
    assert row["problem"] == "changed in 2 places, of which this is the first"
    assert compare_findings([], [new]).iloc[0]["found"] == "a table of 2 rows"
