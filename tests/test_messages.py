"""The site's own words: no catalogue lacks a message or has other placeholders, and English is as it is written."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pandas as pd
import pytest
from babel.messages.pofile import read_po

from analysis import messages
from analysis.errors import InputError
from analysis.figures import display_text, show_table, translate_stored
from analysis.pages.concordance_entries import PREFIXES
from analysis.pages.days import name_day, tell_day
from analysis.pages.phrasing import call_events, count, join, name_drawn, out_of, percent, quote, tenths
from analysis.pages.reproduce import list_libraries
from analysis.pages.site_messages import NO_PAGES, list_messages
from analysis.phrases import label_family
from analysis.projects import list_prose, translate_chapter
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


def list_bare_sentences(module: ast.Module) -> list[str]:
    """List the sentences that functions make with f"..." and that no call of `translate` holds."""
    said = []
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef):
            for made in (
                part for line in function.body for part in ast.walk(line) if isinstance(part, ast.JoinedStr)
            ):
                words = "".join(part.value if isinstance(part, ast.Constant) else "_" for part in made.values)
                said += [words] if re.search(r"[a-z]{2,} [a-z]{2,}", words) else []
    return said


def list_refusals(module: ast.Module) -> set[str]:
    """List the sentences of errors, which are no part of a page."""
    raised = [node for node in ast.walk(module) if isinstance(node, ast.Raise)]
    told = [part for node in raised for part in ast.walk(node) if isinstance(part, ast.JoinedStr)]
    return {
        "".join(part.value if isinstance(part, ast.Constant) else "_" for part in text.values)
        for text in told
    }


@pytest.mark.parametrize("room", ["pages", "figures"])
def test_every_sentence_of_a_page_goes_through_the_catalogue(room):
    for path in sorted((ROOT / "analysis" / room).glob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        bare = set(list_bare_sentences(module)) - list_refusals(module)
        assert path.stem in NO_PAGES or not {text for text in bare if "<" not in text}, path


def test_a_bare_sentence_is_seen():
    assert list_bare_sentences(ast.parse('def tell(n):\n    return f"there are {n} ferries"')) == [
        "there are _ ferries"
    ]


def test_numbers_days_and_lists_are_as_the_language_has_them(german):
    assert [display_text(1234567), display_text(0.25), display_text(True)] == ["1.234.567", "0,250", "ja"]
    assert [percent(0.5), percent(0.001), tenths(11.84)] == ["50\u00a0%", "unter 1\u00a0%", "11,8"]
    assert messages.translate("{n:,} use", n=1234).startswith("1.234 ")
    assert [name_day("2025-11-21"), tell_day("2025-11-21")] == ["21. November 2025"] * 2
    assert join(["Aal", "Barsch", "Dorsch"]) == "Aal, Barsch und Dorsch"
    assert [count(1, "answer"), count(2, "answer")] == ["1 Antwort", "2 Antworten"]
    assert [out_of(k, 3, "interview") for k in (0, 2, 3)] == [
        "keinem von 3 Auftritten", "2 von 3 Auftritten", "allen 3 Auftritten",
    ]  # fmt: skip


def test_what_a_picture_draws(german):
    assert name_drawn(3, 5, "phrase") == "3 (insgesamt 5 Wendungen)"
    assert name_drawn(5, 5, "phrase") == "alle 5 Wendungen"
    assert [name_drawn(1, 1, noun) for noun in ("phrase", "expression")] == [
        "die einzige Wendung", "der einzige Ausdruck",
    ]  # fmt: skip


def test_in_english_a_day_of_a_sentence_stays_as_the_tables_have_it():
    assert tell_day("2025-11-21") == "2025-11-21"


def test_events_have_other_names_in_every_number(german):
    assert (
        call_events("des Auftritts, in allen Auftritten", "period")
        == "des Zeitabschnitts, in allen Zeitabschnitten"
    )
    assert call_events("eine Antwort, zwei Antworten", "speech") == "eine Passage, zwei Passagen"


CHAPTER = """---
kernelspec:
  name: python3
---

# Topics

Which topics come up? {glue:text}`n_topics`

(spread)=
## Words

| column | meaning |
|---|---|
| role | not known |

```{code-cell}
caption = "Words"
```
"""


def test_a_chapter_is_translated_but_for_code_and_its_headings_keep_their_addresses(german, monkeypatch):
    told = {"Which topics come up? {glue:text}`n_topics`": "Welche Themen? {glue:text}`n_topics`"}
    look_up = messages._look_up
    monkeypatch.setattr(messages, "_look_up", lambda text, code: told.get(text) or look_up(text, code))
    here = translate_chapter(CHAPTER)
    assert "# Themen\n\nWelche Themen? {glue:text}`n_topics`\n\n(spread)=\n(words)=\n## Wörter\n" in here
    assert "| Spalte | Bedeutung |\n|---|---|\n| Rolle | nicht bekannt |" in here
    assert 'caption = "Words"' in here
    assert here.startswith(CHAPTER[:30])


def test_prose_is_listed_paragraph_by_paragraph_and_names_of_tables_are_none():
    text = "## segments\n\nOne\nline.\n\n- an item\n- another\n\nTerm\n: what it means\n"
    assert list(list_prose(text)) == ["One line.", "an item", "another", "Term", "what it means"]


def test_what_tables_hold_is_said_by_its_pattern(german):
    assert translate_stored("fewer than 6 turns") == "weniger als 6 Redebeiträge"
    assert (
        translate_stored("3 of 6 taken up; by chance 2 (1 to 4)")
        == "3 von 6 aufgegriffen; durch Zufall 2 (1 bis 4)"
    )
    assert translate_stored("Herald, 3 May mentions Trams more often than the other interviews") == (
        "Herald, 3 May nennt Trams öfter als die anderen Auftritte"
    )
    assert translate_stored("the salt of the sea") == "the salt of the sea"


def test_a_table_has_heads_and_words_of_ours_in_the_language_and_words_of_texts_as_they_are(german):
    table = pd.DataFrame({"word": ["question"], "role": ["question"], "rate_low": [0.5]})
    shown = show_table(table, name="t", caption="A row is a topic.")
    assert "Eine Zeile ist ein Thema." in shown.html and ">0,5</td>" in shown.html
    assert ">question</th>" in shown.html and "<td" in shown.html and ">Frage</td>" in shown.html


def test_marks_behind_names_of_phrases(german):
    assert (
        messages.translate_marks("salt tax (2 wordings) (suggested)")
        == "salt tax (2 Wortlaute) (vorgeschlagen)"
    )


def test_what_is_said_to_the_letter_stands_in_the_quotation_marks_of_the_language(german):
    said = pd.Series({"family": "salt tax", "n": 2, "n_literal": 2, "n_variants": 1})
    assert quote(["salt tax"]) == ["„salt tax“"]
    assert label_family(said) == "„salt tax“"


def test_words_of_ours_in_cells_are_in_the_language(german):
    uses = list_libraries()["used_for"]
    assert [use for use in uses if translate_stored(use) == use] == []
    assert [kind for kind in PREFIXES if messages.translate_word(kind) == kind] == []
    reference = show_table(
        pd.DataFrame({"text": ["dawn"], "reference": ["yes"]}), name="t", caption="A row is a topic."
    )
    assert ">ja</td>" in reference.html
    assert translate_stored("1,102 findings, all as published") == "1.102 Befunde, alle wie veröffentlicht"
