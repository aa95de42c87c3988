"""The site's own words in its language: every message is written in English here and looked up in a catalogue.

A catalogue is `locale/CODE.po`, read as gettext has it. English needs none. `make messages` lists what the code says.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from numbers import Number
from pathlib import Path
from string import Formatter
from typing import Any

from analysis.errors import InputError

FOLDER = Path(__file__).with_name("locale")
ENGLISH = "en"
_MARKS = re.compile(r"\((?:suggested|in another wording|(?P<n>\d+) wordings)\)")
NUMBER = "1,234.5"  # how a number is written; a catalogue has it with its own signs
SETTING = "REFRAIN_SITE_LANGUAGE"  # of the environment: what a build tells the chapters that it executes
_site = {"language": os.environ.get(SETTING) or ENGLISH}


class _Fill(Formatter):
    """Fill placeholders as `str.format` does, numbers with the signs of the site's language."""

    def format_field(self, value: object, format_spec: str) -> str:
        text = super().format_field(value, format_spec)
        return write_number(text) if isinstance(value, Number) else text


_fill = _Fill().format


def choose_site_language(code: str) -> None:
    """Let all messages from now on be in a language (its code, "de"); raise InputError where there is no catalogue."""
    if code not in list_site_languages():
        there = ", ".join(list_site_languages())
        raise InputError(f"there is no catalogue of the site's words in {code!r}; there are {there}.")
    _site["language"] = code


def name_site_language() -> str:
    """Return the code of the language that messages are in."""
    return _site["language"]


def list_site_languages() -> list[str]:
    """Return the codes of the languages that a site may have."""
    return sorted({ENGLISH, *(path.stem for path in FOLDER.glob("*.po"))})


def translate(message: str, /, **values: object) -> str:
    """Return a message in the site's language, its {placeholders} filled; in English where the catalogue lacks it."""
    return _fill(_look_up(message, _site["language"]), **values)


def translate_number(n: int, one: str, many: str, /, **values: object) -> str:
    """Return the form of a message that fits a number, as `translate` does; {n} is the number as it is given."""
    language = _site["language"]
    if language == ENGLISH:
        return _fill(one if n == 1 else many, **values)
    forms = _read_catalogue(language).get(one)
    if not isinstance(forms, tuple):
        return _fill(one if n == 1 else many, **values)
    return _fill(forms[0 if n == 1 else -1], **values)


def mark(message: str) -> str:
    """Return a message as it is: it is listed for catalogues, and looked up where it is said."""
    return message


def write_number(text: str) -> str:
    """Return a number as English writes it, 1,234.5, with the signs of the site's language: 1.234,5."""
    told = translate_word(NUMBER)
    return text.translate({ord(NUMBER[1]): told[1], ord(NUMBER[5]): told[5]})


def translate_word(word: str) -> str:
    """Return a word of a table's head or of the contents in the site's language, as it is, without placeholders."""
    return _look_up(word, _site["language"])


def translate_parts(words: str) -> str:
    """Return words of ours in the site's language; where the catalogue lacks them together, each before a comma."""
    whole = translate_word(words)
    return whole if whole != words else ", ".join(map(translate_word, words.split(", ")))


def translate_marks(text: str) -> str:
    """Return a text with the marks behind names of phrases, "(2 wordings)", in the site's language."""
    return _MARKS.sub(lambda mark: translate((mark["n"] and "({n} wordings)") or mark[0], n=mark["n"]), text)


def _look_up(message: str, language: str) -> str:
    if language == ENGLISH:
        return message
    found = _read_catalogue(language).get(message)
    found = found[0] if isinstance(found, tuple) else found
    return found if isinstance(found, str) and found else message


@lru_cache
def _read_catalogue(language: str) -> dict[str, Any]:
    """Return the messages of a catalogue; of one that depends on a number, all its forms by the English singular."""
    try:
        from babel.messages.pofile import read_po
    except ImportError:
        raise InputError("a site in another language needs Babel; install the extra `book`.") from None
    with (FOLDER / f"{language}.po").open("rb") as lines:
        catalogue = read_po(lines)
    return {
        message.id[0] if isinstance(message.id, tuple) else message.id: message.string
        for message in catalogue
        if message.id
    }
