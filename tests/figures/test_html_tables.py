"""Tables on a page: captioned, escaped, readable, long ones to be searched, and a sentence where there is nothing."""

from __future__ import annotations

import base64
import json
import math
import re
from pathlib import Path

import pandas as pd
import pytest
from lxml import html as lxml_html

from analysis.figures.addresses import CSV, SCRIPT, list_held
from analysis.figures.headings import FILE, print_heading
from analysis.figures.html_tables import MAIN_COLUMNS, show_table, table_html
from analysis.figures.numbers import NOT_AVAILABLE

STATIC = Path(__file__).resolve().parents[2] / "book" / "_static"

CATCH = pd.DataFrame({"fish": ["herring & <cod>", "eel"], "n": [1234, 7], "share": [0.12345, float("nan")]})


def read_static(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def parsed(shown) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(shown.html, create_parent="div")


def cells(shown) -> list[str]:
    """Return the cells of the body, row by row, the first of each row being its heading."""
    return [cell.text for cell in parsed(shown).find(".//tbody").iter("th", "td")]


def kinds(shown) -> list[str | None]:
    return [head.get("class") for head in parsed(shown).iterfind(".//thead//th")]


def long_table(n: int) -> pd.DataFrame:
    return pd.DataFrame({"n": range(n), "fish": ["cod & <eel>", "herring"] * (n // 2), "note": "x"})


def test_a_table_has_its_caption_its_headings_and_no_index():
    shown = show_table(
        CATCH, name="catch", caption="A row is a fish & more.", headings={"n": "caught", "fish": "fish"}
    )
    table = parsed(shown).find(".//table")
    assert table.findtext("caption") == "A row is a fish & more."
    assert [cell.text for cell in table.iterfind(".//thead//th")] == ["caught", "fish"]
    assert cells(shown) == ["1,234", "herring & <cod>", "7", "eel"]


def test_the_first_cell_heads_its_row():
    shown = show_table(CATCH, name="catch", caption="A row is a fish.")
    heads = parsed(shown).findall(".//th[@scope='row']")
    assert [head.text for head in heads] == ["herring & <cod>", "eel"]
    nameless = show_table(CATCH.assign(fish=["", "eel"]), name="catch", caption="A row is a fish.")
    assert [head.text for head in parsed(nameless).findall(".//th[@scope='row']")] == ["eel"]


def test_missing_is_not_available_and_numbers_stand_right():
    shown = show_table(CATCH, name="catch", caption="A row is a fish.")
    assert cells(shown)[-1] == "not available"
    assert kinds(shown) == [None, "number", "number"]


def test_columns_of_short_cells_are_not_broken_and_those_of_long_ones_have_room():
    notes = {"note": ["a long sentence about herring " * 3], "place": ["a harbour far from the others"]}
    table = pd.DataFrame({"day": ["2031-04-02"], **notes, "n": [1]})
    assert kinds(show_table(table, name="t", caption="c")) == ["short", "long", "middle", "number"]


def test_a_number_with_its_interval_is_not_broken_and_very_long_cells_have_more_room():
    table = pd.DataFrame(
        {"boat": ["Ada", "Bea"], "length": ["4.94 (4.78 to 5.11)", ""], "log": ["", "to the harbour " * 10]}
    )
    assert kinds(show_table(table, name="t", caption="c")) == ["short", "short", "long longest"]
    said = table.assign(length=["4.94 (4.78 to 5.11)", "not measured at all"])
    assert kinds(show_table(said, name="t", caption="c"))[1] is None


def test_a_column_without_a_word_is_not_on_the_page_but_in_the_csv():
    table = pd.DataFrame(
        {"boat": ["Ada", ""], "day": ["", None], "n": [math.nan, math.nan], "crew": ["x", ""]}
    )
    shown = show_table(table, name="t", caption="c")
    assert [head.text for head in parsed(shown).iterfind(".//thead//th")] == ["boat", "n", "crew"]
    [csv] = list_held(shown.html)
    assert csv.content.decode("utf-8").startswith("boat,day,n,crew")


def test_of_a_wide_table_the_page_holds_fewer_rows_and_a_script_the_rest():
    table = pd.DataFrame({"n": range(100), "crew": ["x" * 3_000] * 100})  # 26 rows are less than 80,000 bytes
    shown = show_table(table, name="t", caption="c")
    assert len(list(parsed(shown).iterfind(".//tbody/tr"))) == 26
    assert "The first 26 of 100 rows." in shown.html
    [script] = [held for held in list_held(shown.html) if held.kind == SCRIPT]
    assert script.content.decode("utf-8").count('["') == 74 + 1


def test_where_there_is_nothing_a_sentence_says_so():
    for nothing in (CATCH.head(0), pd.DataFrame()):
        shown = show_table(nothing, name="catch", caption="A row is a fish.")
        assert shown.plain == "A row is a fish. There is none."
        assert parsed(shown).findtext("p") == shown.plain


def test_names_of_columns_are_parted_into_words_where_no_heading_is_given():
    table = pd.DataFrame({"fish_of_the_day": ["cod"], "turns": [3]})
    heads = parsed(show_table(table, name="t", caption="c")).iterfind(".//thead//th")
    assert [head.text for head in heads] == ["fish of the day", "turns"]


@pytest.mark.parametrize(
    ("column", "heading"), [("n_words", "words"), ("lrc_low", "LRC, low"), ("ice_cream", "ice cream")]
)
def test_columns_behind_a_figure_have_printed_names(column, heading):
    assert print_heading(column) == heading


def test_no_printed_heading_is_an_internal_name():
    headings = pd.read_csv(FILE)
    assert not headings["heading"].str.contains("_").any() and headings["column"].is_unique
    assert (headings["column"] != headings["heading"]).all()  # a row that changes nothing is none


def test_every_table_is_offered_as_csv_with_all_rows_and_the_link_holds_it():
    for n in (2, 400):
        link = parsed(show_table(long_table(n), name="catch", caption="c")).find(".//a")
        content = base64.b64decode(link.get("href").split(",", 1)[1]).decode("utf-8")
        assert link.get("download") == "catch.csv"
        assert content.splitlines()[:2] == ["n,fish,note", "0,cod & <eel>,x"]
        assert len(content.splitlines()) == n + 1


def test_a_table_of_more_than_thirty_rows_can_be_searched():
    short, long = (parsed(show_table(long_table(n), name="catch", caption="c")) for n in (30, 32))
    assert short.find(".//*[@data-search]") is None
    assert long.find(".//*[@data-search]").get("data-n") == "32"


def test_a_page_holds_two_hundred_rows_and_a_script_beside_it_the_others_as_they_would_be_printed():
    shown = show_table(long_table(1300), name="catch", caption="A row is a fish.")
    frame = parsed(shown).find(".//*[@data-search]")
    assert len(cells(shown)) == 200 * 3
    assert frame.findtext(".//span") == "The first 200 of 1,300 rows."
    [script] = [held for held in list_held(shown.html) if held.kind == SCRIPT]
    rows = json.loads(script.content.decode("utf-8").split(" = ", 1)[1].rstrip(";\n"))
    assert rows[0] == ["200", "cod & <eel>", "x"] and rows[-1] == ["1,299", "herring", "x"]
    assert len(rows) == 1100 and frame.get("data-search") == "catch"


def test_up_to_two_hundred_rows_need_no_script_beside_the_page():
    shown = show_table(long_table(200), name="catch", caption="A row is a fish.")
    assert [held.kind for held in list_held(shown.html)] == [CSV]


def test_columns_with_few_different_cells_can_be_chosen_by_also_where_these_come_late():
    table = long_table(400).assign(late=["a"] * 399 + ["<b>"], many=[str(n % 13) for n in range(400)])
    frame = parsed(show_table(table, name="catch", caption="c")).find(".//*[@data-search]")
    choices = json.loads(frame.get("data-choices"))
    assert choices == {"1": ["cod & <eel>", "herring"], "3": ["<b>", "a"]}  # not: numbers, one cell, 13 cells


def test_the_words_of_a_table_tell_its_first_rows_and_how_many_there_are():
    plain = show_table(long_table(40), name="catch", caption="A row is a fish.").plain
    assert plain.startswith("A row is a fish.\n") and plain.endswith("The first 30 of 40 rows.")
    assert len(plain.splitlines()) == 1 + 1 + 30 + 1
    assert "1,234" in show_table(CATCH, name="catch", caption="c").plain
    assert "nan" not in show_table(CATCH, name="catch", caption="c").plain


def test_the_box_of_a_table_can_be_reached_by_keyboard():
    box = lxml_html.fragment_fromstring(table_html(CATCH, name="catch", caption="c"))
    assert (box.get("tabindex"), box.get("aria-label")) == ("0", "Table of catch")


def test_the_script_and_the_style_sheet_know_the_same_tables():
    script, style = (read_static(name) for name in ("refrain.js", "refrain.css"))
    assert f"MAIN_COLUMNS = {MAIN_COLUMNS};" in script
    assert f":nth-child(n + {MAIN_COLUMNS + 1})" in style
    hides = style[: style.index(f":nth-child(n + {MAIN_COLUMNS + 1})")].rpartition("@media")[2]
    assert "scripting: enabled" in hides  # without a script nothing would show them again
    assert f'"{NOT_AVAILABLE}"' in script  # sorted last
    html = show_table(long_table(400), name="catch", caption="c").html
    for name in re.findall(r"dataset\.(\w+)", script):
        assert f" data-{name}=" in html
    for name in re.findall(r'(?:querySelector\w*|closest)\("\.([\w-]+)"\)', script):
        assert f'class="{name}' in html
    assert "//" not in re.sub(r" // .*", "", script)  # no address of anything outside
    assert len(script) < 11_000  # characters: small enough to be read


def test_notebooks_get_both_forms():
    shown = show_table(CATCH, name="catch", caption="c")
    assert shown._repr_mimebundle_() == {"text/html": shown.html, "text/plain": shown.plain}
