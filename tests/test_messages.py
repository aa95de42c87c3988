"""The site's own words: no catalogue lacks a message or has other placeholders, and English is as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from analysis import messages
from analysis.errors import InputError
from analysis.pages.site_messages import list_messages
from analysis.storage import read_site_language

ROOT = Path(messages.__file__).parents[1]
CODES = [code for code in messages.list_site_languages() if code != messages.ENGLISH]


@pytest.fixture
def german():
    messages.choose_site_language("de")
    yield
    messages.choose_site_language("en")


def list_placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", CODES)
def test_no_message_is_missing_and_placeholders_are_the_same(code):
    with (messages.FOLDER / f"{code}.po").open("rb") as lines:
        catalogue = read_po(lines)
    said = list_messages(ROOT / "analysis", ROOT / "book")
    known = {message.id for message in catalogue if message.id}
    singulars = {one[0] for one in known if isinstance(one, tuple)}
    assert [message for message in said if message not in known | singulars] == []
    assert known - set(said) == set()
    for message in catalogue:
        written = message.id if isinstance(message.id, tuple) else (message.id,)
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        for here in told if message.id else ():
            assert here
            assert list_placeholders(here) == list_placeholders(written[0]) == list_placeholders(written[-1])


def test_a_message_is_filled_and_a_number_chooses_its_form(german):
    assert messages.translate("all {n:,} interviews", n=3) == "allen 3 Auftritten"
    assert messages.translate_number(1, "word", "words") == "Wort"
    assert messages.translate_number(2, "word", "words") == "Wörter"
    assert messages.translate_word("word") == "Wort"
    assert messages.translate("not in any catalogue") == "not in any catalogue"


def test_english_is_as_written():
    assert messages.translate("{k} of {n:,} interviews", k=1, n=3) == "1 of 3 interviews"
    assert messages.translate_number(1, "{n} word", "{n} words", n=1) == "1 word"


def test_a_language_without_a_catalogue_is_refused():
    with pytest.raises(InputError, match="no catalogue of the site's words in 'xx'; there are de, en"):
        messages.choose_site_language("xx")


def test_the_setting_stands_in_the_book(tmp_path):
    assert read_site_language(tmp_path) == "en"
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "_config.yml").write_text("sphinx:\n  config:\n    language: de\n", encoding="utf-8")
    assert read_site_language(tmp_path) == "de"
