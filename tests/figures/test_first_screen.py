"""The first screen: sentences with badges as words, links that their sentences describe; the card of a report."""

from __future__ import annotations

import io
from types import SimpleNamespace

from lxml import html
from PIL import Image

from analysis.figures.card import HEIGHT, WIDTH, draw_card
from analysis.figures.first_screen import show_first_screen

FIRM = SimpleNamespace(
    text="Trams <run>.", badge="firm", picture="#fig-trams", evidence="trams.html#lines",
    held="holds in 3 of 3 other ways of counting", recounts="trams.html#firm",
)  # fmt: skip
COUNTED = SimpleNamespace(
    text="Fish.", badge="counted", picture="", evidence="fish.html", held="", recounts=""
)


def show(*headlines):
    words = {"title": "What Jane Roe says", "extent": "1 speech", "edition": "Counted."}
    return show_first_screen(
        headlines, **words, badges={"firm": "it holds", "fragile": "it breaks", "counted": "a number"}
    )


def test_each_sentence_has_its_badge_and_its_links():
    page = html.fromstring(show(FIRM, COUNTED).html)
    first, second = page.xpath(".//li")
    assert first.xpath(".//a/@href") == ["trams.html#firm", "#fig-trams", "trams.html#lines"]
    assert {page.get_element_by_id(name).text for name in first.xpath(".//a/@aria-describedby")} == {
        "Trams <run>."
    }
    assert first.xpath("string(.//span[contains(@class, 'refrain-badge')])") == "firm"
    assert second.xpath(".//a/text()") == ["Evidence"]


def test_only_badges_that_stand_there_are_explained():
    shown = show(COUNTED)
    assert "it breaks" not in shown.html and "a number" in shown.html
    assert shown.plain == "What Jane Roe says\n1 speech\nFish. (counted)\nCounted."


def test_a_card_has_its_size_and_the_same_bytes_however_long_its_words():
    card = draw_card("What Jane Roe says", "1 speech", "Fish, salt and sails. " * 30)
    assert Image.open(io.BytesIO(card)).size == (WIDTH, HEIGHT)
    assert card == draw_card("What Jane Roe says", "1 speech", "Fish, salt and sails. " * 30)
