"""The concordance as HTML: folded lists with addresses, as many uses as fit, the others in a script, all as CSV."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pandas as pd
import pytest
from lxml import html as lxml_html

from analysis.figures import concordance
from analysis.figures.addresses import CSV, SCRIPT, list_held
from analysis.figures.concordance import show_concordance

TEXTS = pd.DataFrame(
    {"source": ["gazette", "herald"], "name": ["Gazette, 2 April", "Herald & Co"], "date": ["2031-04-02", ""]}
)
ENTRIES = pd.DataFrame(
    {
        "entry": ["salt-tax", "topic-fish"],
        "name": ["“salt tax”", "Fish <all>"],
        "kind": ["chosen phrase", "topic"],
        "aliases": [["the tax on salt"], []],
    }
)


def uses_of(entry: str, n: int) -> pd.DataFrame:
    use = {"left": "on the", "match": "salt tax", "right": ", they say", "role": "answer", "is_own": True}
    return pd.DataFrame({"entry": entry, "source": "gazette", "position": range(1, n + 1), **use})


def parsed(shown) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(shown.html, create_parent="div")


def test_each_entry_is_a_folded_list_and_each_use_an_item_with_its_address():
    page = parsed(show_concordance(ENTRIES, uses_of("salt-tax", 2), TEXTS))
    salt, fish = page.findall(".//details")
    assert [salt.get("id"), fish.get("id")] == ["salt-tax", "topic-fish"]
    assert salt.find("summary").text_content() == "“salt tax” chosen phrase, 2 uses"
    assert fish.find("summary").text_content() == "Fish <all> topic, 0 uses"
    assert salt.findtext("p") == "Also: the tax on salt"
    first = salt.findall(".//li")[0]
    assert first.get("id") == "salt-tax.gazette.1" and first.get("data-own") is not None
    assert first.text_content().strip() == "on the salt tax, they say (Gazette, 2 April, answer)"


def test_uses_of_others_are_not_the_speakers():
    page = parsed(show_concordance(ENTRIES, uses_of("salt-tax", 1).assign(is_own=False), TEXTS))
    assert page.find(".//li").get("data-own") is None


def test_a_page_holds_what_fits_and_a_script_the_rest(monkeypatch):
    few = len(show_concordance(ENTRIES, uses_of("salt-tax", 2), TEXTS).html)
    monkeypatch.setattr(concordance, "MOST_PRINTED", 800)
    shown = show_concordance(ENTRIES, uses_of("salt-tax", 40), TEXTS)
    salt = parsed(shown).find(".//details")
    n = len(salt.findall(".//li"))
    assert 0 < n < 5 < few and f"The first {n} of 40 uses" in salt.text_content()
    [script] = [held for held in list_held(shown.html) if held.kind == SCRIPT]
    rows = json.loads(script.content.decode("utf-8").split(" = ", 1)[1].rstrip(";\n"))
    assert len(rows) == 40 - n
    assert rows[0] == ["on the", "salt tax", ", they say", 0, "answer", 1, n + 1]


def test_the_csv_has_all_uses_and_no_cell_of_it_runs():
    shown = show_concordance(ENTRIES, uses_of("salt-tax", 3).assign(left="=1+1"), TEXTS)
    [held] = [held for held in list_held(shown.html) if held.kind == CSV]
    lines = held.content.decode("utf-8").splitlines()
    assert lines[0] == "name,kind,source,position,role,left,match,right,own_words"
    assert lines[1] == '“salt tax”,chosen phrase,gazette,1,answer,\'=1+1,salt tax,", they say",yes'
    assert len(lines) == 4 and base64.b64encode(held.content).decode() in shown.html


def test_where_there_is_nothing_a_sentence_says_so():
    shown = show_concordance(ENTRIES.head(0), uses_of("salt-tax", 0), TEXTS)
    assert shown.plain == "There is no phrase and no topic to look up." and shown.plain in shown.html


@pytest.mark.parametrize(("room", "most"), [(0, 0), (5, 0), (6, 1), (9, 2), (99, 3)])
def test_every_entry_has_as_many_uses_on_the_page(room, most):
    assert concordance._choose_most([["aaa", "bbb", "c"], ["ddd"]], room=room) == most


def test_the_script_reads_what_the_page_holds(monkeypatch):
    script = (Path(__file__).resolve().parents[2] / "book" / "_static" / "concordance.js").read_text("utf-8")
    monkeypatch.setattr(concordance, "MOST_PRINTED", 800)
    html = show_concordance(ENTRIES, uses_of("salt-tax", 40), TEXTS).html
    for name in ("texts", "kind", "n", "rows", "text", "own"):
        assert f" data-{name}" in html and name in script
    for sign in concordance.OPENING.pattern.strip("[]$").replace("\\", ""):
        assert sign in script.split("OPENING = /", 1)[1].split("\n", 1)[0]
    for sign in concordance.CLOSING.pattern.strip("[]").replace("\\", ""):
        assert sign in script.split("CLOSING = /", 1)[1].split("\n", 1)[0]
    assert "http" not in script and "fetch" not in script  # nothing is asked for
