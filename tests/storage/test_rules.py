"""Whoever changes what is counted raises the number of the counting rules, so that no table is taken for another's."""

from __future__ import annotations

import hashlib

from analysis.storage.built import RULES

# Of all full tables of the corpus of three events, by the number of the rules. The digest of a number that stood in a
# released version is never changed: a new one gets the next number, here and in analysis/storage/built.py.
DIGESTS = {
    1: "25889299c419b8b7458cf7bd1b51745903d4ddb096d4767829d7b5d617d35fea",
    2: "ba4f06659660600cf0271200de6b73087129247091177581628f778662bfe6e8",
    3: "0373d589fdc9863ed939eace99bba659d011705f032f16a0f1a400b0f655174d",
    4: "0373d589fdc9863ed939eace99bba659d011705f032f16a0f1a400b0f655174d",  # only other languages are counted anew
    5: "0373d589fdc9863ed939eace99bba659d011705f032f16a0f1a400b0f655174d",  # only texts of several voices are new
}


def digest_tables(tables):
    """Return one digest of tables by name, each as CSV."""
    whole = hashlib.sha256()
    for name in sorted(tables):
        whole.update(f"{name}\n{tables[name].to_csv(index=False, lineterminator=chr(10))}".encode())
    return whole.hexdigest()


def test_the_number_of_the_rules_is_raised_when_a_full_table_changes(counted_once):
    found = digest_tables(counted_once.full)
    assert max(DIGESTS) == RULES, "give the number in analysis/storage/built.py its digest here"
    assert found == DIGESTS[RULES], (
        f"a full table has changed: raise RULES in analysis/storage/built.py; add {found}"
    )


def test_any_cell_of_any_full_table_counts(counted_once):
    before = digest_tables(counted_once.full)
    for name, table in counted_once.full.items():
        changed = table.iloc[::-1] if len(table) > 1 else table.drop(columns=table.columns[-1])
        assert digest_tables(counted_once.full | {name: changed}) != before, name
