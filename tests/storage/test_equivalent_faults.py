"""Decisions on equivalents that say nothing are refused with their line."""

from __future__ import annotations

import pytest
from bilingual import write_bilingual

from analysis.storage import Corpus, list_decision_faults


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("open ports,offene Häfen,translation,x,", "line 2: 'open ports': a translation names the language"),
        ("one two three four five six seven,Häfen,translation,x,en", "a wording has at most 6 words"),
        ("open ports,harbour,rendering,x,en", "only a translation may have several words"),
    ],
)
def test_a_broken_equivalent_is_refused(tmp_path, row, told):
    folder = write_bilingual(tmp_path, "de-en")
    file = folder / "decisions" / "equivalents.csv"
    file.write_text(f"form,stands_for,kind,reason,language\n{row}\n", encoding="utf-8")
    (fault,) = list_decision_faults(folder)
    assert told in fault
    with pytest.raises(Exception, match=told.partition(": ")[0]):
        _ = Corpus(folder).decisions
