"""Numbers glued into a sentence are bold, glued sentences are not."""

from __future__ import annotations

import sys

import pytest
from chapters import BOOK
from docutils import nodes
from docutils.utils import new_document

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book.sentences import GLUED, SENTENCE, mark_sentences


@pytest.mark.parametrize(
    ("text", "is_sentence"),
    [
        ("11,547", False),
        ("8 of 118 paragraphs", False),
        ("None.", True),
        ("which topics come up, which recur", True),
    ],
)
def test_sentences_are_told_from_numbers(text, is_sentence):
    page = new_document("page")
    page += nodes.paragraph(
        "", "", nodes.inline("", text, classes=[GLUED]), nodes.inline("", "An aside, long enough.")
    )
    mark_sentences(page)
    glued, aside = page.findall(nodes.inline)
    assert (SENTENCE in glued["classes"]) == is_sentence
    assert not aside["classes"]
