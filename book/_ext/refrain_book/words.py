"""The site's own words in its language: those of this extension, and those that the scripts say in a browser.

Scripts hold English; a page in another language hands them its words, by the English ones.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

SCRIPTS = Path(__file__).parents[2] / "_static"
SAID = re.compile(
    r'\b(?:tell|tellCount)\(\s*(?:[^"();]*?,\s*)?("(?:[^"\\]|\\.)*")(?:,\s*("(?:[^"\\]|\\.)*"))?'
)


def setup(app: Sphinx) -> None:
    app.connect("config-inited", choose_language)
    app.connect("builder-inited", hand_words)


def choose_language(app: Sphinx, config: Config) -> None:
    """Let what this extension says, and what the chapters say, be in the language of the book."""
    from analysis.messages import ENGLISH, SETTING, choose_site_language

    choose_site_language(config.language or ENGLISH)
    os.environ[SETTING] = config.language or ENGLISH


def hand_words(app: Sphinx) -> None:
    """Hand the scripts of every page their words; in English they have them."""
    from analysis.messages import ENGLISH, NUMBER, name_site_language, translate_word
    from analysis.pages.concordance_entries import PREFIXES

    if app.builder.format == "html" and name_site_language() != ENGLISH:
        said = [NUMBER, *list_said(SCRIPTS), *PREFIXES]  # of the concordance, the kinds of entries
        words = json.dumps({text: translate_word(text) for text in said}, ensure_ascii=False)
        app.add_js_file(None, body=f"window.refrainWords = {words};", priority=100)


def list_said(folder: Path) -> list[str]:
    """List what the scripts of a folder say, in the order of their names."""
    scripts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))]
    found = [json.loads(text) for script in scripts for pair in SAID.findall(script) for text in pair if text]
    return list(dict.fromkeys(found))
