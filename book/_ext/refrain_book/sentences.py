"""A number glued into a sentence is set in bold; a glued sentence is not, or whole paragraphs would be.

The style sheet tells them apart by the class that is given here.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

GLUED = "pasted-text"  # the class that MyST-NB gives
SENTENCE = "refrain-sentence"
MOST_WORDS = 4  # of a number with what it counts: "23 of 118 paragraphs"


def setup(app: Sphinx) -> None:
    app.connect("doctree-resolved", lambda app, doctree, page: mark_sentences(doctree))


def mark_sentences(doctree: nodes.document) -> None:
    """Give the glued texts that are sentences, or parts of one, a class of their own."""
    for glued in doctree.findall(nodes.inline):
        if GLUED in glued["classes"] and is_sentence(glued.astext()):
            glued["classes"].append(SENTENCE)


def is_sentence(text: str) -> bool:
    """Tell whether a text is more than a number with what it counts."""
    return len(text.split()) > MOST_WORDS or text.rstrip().endswith((".", "?", "!"))
