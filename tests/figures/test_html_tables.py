"""Tables on a page: captioned, escaped, readable, cut off honestly, and a sentence where there is nothing."""

from __future__ import annotations

import base64

import pandas as pd
from lxml import html as lxml_html

from analysis.figures.html_tables import csv_link, show_table, table_html

CATCH = pd.DataFrame({"fish": ["herring & <cod>", "eel"], "n": [1234, 7], "share": [0.12345, float("nan")]})


def parsed(shown) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(shown.html, create_parent="div")


def cells(shown) -> list[str]:
    return [cell.text for cell in parsed(shown).iter("td")]


def test_a_table_has_its_caption_its_headings_and_no_index():
    shown = show_table(
        CATCH, name="catch", caption="A row is a fish & more.", headings={"n": "caught", "fish": "fish"}
    )
    table = parsed(shown).find(".//table")
    assert table.findtext("caption") == "A row is a fish & more."
    assert [cell.text for cell in table.iter("th")] == ["caught", "fish"]
    assert cells(shown) == ["1,234", "herring & <cod>", "7", "eel"]


def test_missing_is_not_available_and_numbers_stand_right():
    shown = show_table(CATCH, name="catch", caption="A row is a fish.")
    assert cells(shown)[-1] == "not available"
    assert ["right" in cell.get("style") for cell in parsed(shown).iter("th")] == [False, True, True]


def test_short_cells_are_not_broken_and_long_ones_have_room():
    table = pd.DataFrame({"day": ["2031-04-02"], "note": ["a long sentence about herring " * 3]})
    day, note = (cell.get("style") for cell in parsed(show_table(table, name="t", caption="c")).iter("td"))
    assert ("nowrap" in day, "nowrap" in note) == (True, False)
    assert ("min-width" in day, "min-width" in note) == (False, True)


def test_where_there_is_nothing_a_sentence_says_so():
    for nothing in (CATCH.head(0), pd.DataFrame()):
        shown = show_table(nothing, name="catch", caption="A row is a fish.")
        assert shown.plain == "A row is a fish. There is none."
        assert parsed(shown).findtext("p") == shown.plain


def test_of_a_long_table_the_first_thirty_rows_are_shown_and_all_offered():
    shown = show_table(pd.DataFrame({"n": range(31)}), name="numbers", caption="A row is a number.")
    assert len(cells(shown)) == 30
    assert "A row is a number. The first 30 of 31 rows." in shown.plain
    assert parsed(shown).find(".//a").get("download") == "numbers.csv"
    assert "<a " not in show_table(pd.DataFrame({"n": range(30)}), name="numbers", caption="c").html


def test_the_link_holds_the_table_itself():
    link = lxml_html.fragment_fromstring(csv_link(CATCH, "catch"))
    content = base64.b64decode(link.get("href").split(",", 1)[1]).decode("utf-8")
    assert content == "fish,n,share\nherring & <cod>,1234,0.12345\neel,7,\n"


def test_the_box_of_a_table_can_be_reached_by_keyboard():
    box = lxml_html.fragment_fromstring(table_html(CATCH, name="catch", caption="c"))
    assert (box.get("tabindex"), box.get("aria-label")) == ("0", "Table of catch")


def test_notebooks_get_both_forms():
    shown = show_table(CATCH, name="catch", caption="c")
    assert shown._repr_mimebundle_() == {"text/html": shown.html, "text/plain": shown.plain}
