"""What holds for every page: a sentence where there is nothing, and no judgement of anybody."""

from __future__ import annotations

import inspect
import re

import pandas as pd
import pytest
from reports import FIELDS

from analysis import pages

MODULES = [getattr(pages, name) for name in pages.PAGES]
SAYS = [
    function
    for module in MODULES
    for name, function in vars(module).items()
    if name.startswith("say_") and function.__module__ == module.__name__
]


@pytest.mark.parametrize("say", SAYS, ids=lambda say: say.__name__)
def test_where_there_is_nothing_the_caption_is_a_sentence(say):
    said = say(pd.DataFrame())
    assert said.keys() == FIELDS
    assert re.fullmatch(r"[A-Z][^.]+\.", said["caption"])


def test_pages_that_draw_speak():
    assert {say.__module__.split(".")[-1] for say in SAYS} >= {
        "ledger", "phrases", "readability", "sources", "topics", "validation", "versions", "vocabulary",
    }  # fmt: skip


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_message_judges_or_knows_the_speaker(module):
    source = inspect.getsource(module)
    assert not re.search(r"\b(he|him|his|she|her|hers|minister|Lavrov|Russian?)\b", source)
    assert not re.search(r"\b(distort\w*|mislead\w*|omit\w*|manipul\w*)\b", source)
