"""Phrases that everybody says, beside phrases of which each word is as common."""

from __future__ import annotations

import pytest

from analysis.language import is_stock

EVERYBODYS = """
at the same time; first of all; and so on; make sure; making sure; took place; last year; four years ago;
the last couple of years; this kind of thing; in terms of; a lot of things; on the whole; a little bit
"""
SOMEBODYS = """
shared waters; the year of the herring; a kind of harbour; turn a blind eye; making nets; the same boat; islands;
beside the point
"""


@pytest.mark.parametrize("phrase", EVERYBODYS.split(";"))
def test_what_everybody_says(phrase):
    assert is_stock(phrase.split())


@pytest.mark.parametrize("phrase", SOMEBODYS.split(";"))
def test_what_somebody_says(phrase):
    assert not is_stock(phrase.split())
