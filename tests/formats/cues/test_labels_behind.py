"""Names behind what is said sign turns where they take turns."""

from __future__ import annotations

import pytest
from splitting import ROE

from analysis.formats.cues.labels_behind import find_signatures
from analysis.formats.cues.people import Speaker
from analysis.formats.paragraphs import split_paragraphs


def sign(*names: str) -> list[str]:
    """Return the names that sign paragraphs of a text, one paragraph a name."""
    text = "\n\n".join(f"The ferry is late. – {name}" for name in names)
    found = find_signatures(text, split_paragraphs(text), Speaker(ROE), {})
    return [opening.label.name for opening in found.values()]


def test_names_that_alternate_sign_turns():
    names = ["Tor Bakke", "Jane Roe", "Tor Bakke", "Jane Roe"]
    assert sign(*names) == names


@pytest.mark.parametrize(
    "names",
    [
        ("Tor Bakke", "Jane Roe", "Tor Bakke"),  # too few
        ("Tor Bakke", "Jane Roe", "Ida Lund", "Ole Vik"),  # none comes back, as under letters
        ("Jane Roe", "Jane Roe", "Jane Roe", "Jane Roe"),  # one voice
        ("Jane Roe", "Jane Roe", "Jane Roe", "Jane Roe", "Jane Roe", "Tor Bakke"),  # hardly any change
    ],
)
def test_other_names_sign_no_turns(names):
    assert sign(*names) == []
