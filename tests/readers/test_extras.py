"""A format that needs an extra says so in one sentence where the extra is missing."""

import sys

import pytest

from analysis.errors import InputError
from analysis.readers import read_content


def test_pdf_without_its_extra_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"reading PDF needs the extra: pip install 'refrain\[pdf\]'"):
        read_content(b"%PDF-1.4\n%%EOF", ending=".pdf")
