"""What a chapter shows becomes findings: pictures, tables and whatever else an output holds."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.figures.addresses import ADDRESS, read_address
from analysis.figures.first_screen import show_first_screen
from analysis.figures.frame import show_figure
from analysis.figures.html_tables import fold_table, show_table
from analysis.figures.style import new_axes
from analysis.pages.findings import is_glued
from analysis.pages.shown import (
    MOST_KEPT,
    keep_cells,
    list_contents,
    list_shown,
    round_drawing,
    strip_marks,
)

FISH = pd.DataFrame({"fish": ["cod", "<eel>"], "share": [1 / 3, 2.0]})
TEXTS = dict.fromkeys(("title", "subtitle", "note", "caption", "alt"), "Catch, by fish.")


def an_output(shown) -> dict:
    return {"data": shown._repr_mimebundle_(), "metadata": {}}


def a_notebook(*outputs) -> dict:
    return {"cells": [{"outputs": list(outputs)}, {"cell_type": "markdown"}]}


def read(*outputs) -> dict[str, object]:
    return {finding["name"]: finding["value"] for finding in list_shown(a_notebook(*outputs))}


def draw(*, times: float = 1, height: int = 200):
    figure, axes = new_axes(height=height)
    axes.bar([0, 1], FISH["share"] * times)
    axes.set_ylim(0, 4)
    return an_output(show_figure(figure, name="catch", table=FISH, **TEXTS))


def test_findings_in_words_are_kept_as_sentences_with_their_badges():
    told = SimpleNamespace(
        text="Salt & sails.", badge="firm", picture="", evidence="a.html", held="", recounts=""
    )
    words = {"title": "What Jane Roe says", "extent": "1 speech", "edition": "Counted."}
    seen = read(an_output(show_first_screen([told], **words, badges={"firm": "it holds"})))
    assert seen == {"findings in words": {"cells": [["finding", "badge"], ["Salt & sails.", "firm"]]}}


def test_a_figure_is_its_words_its_drawing_and_its_table():
    seen = read(draw())
    assert set(seen) == {"figure catch", "table catch"}
    assert seen["table catch"]["cells"] == [["fish", "share"], ["cod", "0.333333333"], ["<eel>", "2"]]
    figure = seen["figure catch"]
    assert figure["title"] == figure["caption"] == figure["alternative text"] == "Catch, by fish."
    assert seen == read(draw())  # the same again


@pytest.mark.parametrize(
    ("other", "parts"), [({"times": 1.5}, {"drawing"}), ({"height": 300}, {"drawing", "size"})]
)
def test_a_figure_drawn_too_high_is_another(other, parts):
    right, wrong = (read(figure)["figure catch"] for figure in (draw(), draw(**other)))
    assert {part for part in right if right[part] != wrong[part]} == parts | (
        {"frame"} if "size" in parts else set()
    )


def test_places_in_a_drawing_are_rounded_to_what_is_seen():
    assert round_drawing('d="M 1.04 -0.0001 L 12.26 3"') == 'd="M 1.0 0.0 L 12.3 3"'


def test_a_table_is_its_cells_as_they_are_printed():
    shown = show_table(FISH, name="catch", caption="A row is a fish.", headings={"fish": "which"})
    assert read(an_output(shown))["table catch"]["cells"] == [["which"], ["cod"], ["<eel>"]]


def test_a_folded_table_is_one_too_and_a_second_of_its_name_is_told_apart():
    shown = an_output(fold_table(show_table(FISH, name="catch", caption="A row is a fish."), summary="fish"))
    assert list(read(shown, shown)) == ["table catch", "table catch (2)"]


def test_a_long_table_has_all_its_rows_by_column():
    long = pd.DataFrame({"n": range(MOST_KEPT + 1), "fish": "cod"})
    kept, other = (
        read(an_output(show_table(table, name="catch", caption="A row is a fish.")))["table catch"]
        for table in (long, long.assign(n=[*range(MOST_KEPT), 99]))  # beyond the rows printed
    )
    assert kept["rows"] == MOST_KEPT + 1 and "cells" not in kept
    assert {part for part in kept if kept[part] != other[part]} == {"column n"}


def test_a_searched_table_is_read_from_its_csv_without_what_guards_its_cells():
    long = pd.DataFrame({"pattern": ["-cod"] + ["cod"] * 30, "share": 1 / 3})
    kept = read(an_output(show_table(long, name="catch", caption="A row is a pattern.")))["table catch"]
    assert kept["cells"][:2] == [["pattern", "share"], ["-cod", "0.333333333"]]


def test_rows_that_lack_cells_are_kept_as_they_are():
    rows = [["fish", "n"], ["cod"]]
    assert keep_cells(rows) == {"cells": rows}
    assert keep_cells(rows, most=0)["rows"] == 1


def test_numbers_that_differ_in_the_tenth_digit_are_the_same():
    assert keep_cells([["n"], ["0.12345678901"]]) == keep_cells([["n"], ["0.12345678904"]])
    assert keep_cells([["n"], ["12345678901"], ["a.b"]])["cells"][1:] == [["12345678901"], ["a.b"]]


def test_other_outputs_are_findings_and_glued_ones_are_left_to_glue():
    printed = {"output_type": "stream", "text": ["by ", "hand"]}
    nothing = {"data": {"text/html": "<p>None.</p>", "text/plain": "None."}, "metadata": {}}
    glued = {"data": {}, "metadata": {"scrapbook": {"name": "n"}, "finding": {"name": "n"}}}
    seen = read(printed, nothing, glued)
    assert list(seen) == ["other output", "other output (2)"]
    assert seen["other output (2)"] == "<p>None.</p>"
    assert seen["other output"] == "by hand"


def test_the_certificate_is_no_finding_for_it_holds_their_digest():
    assert read(an_output(show_table(FISH, name="certificate", caption="A row is a digest."))) == {}


def test_what_a_built_page_must_hold_is_in_its_html():
    shown = [
        draw(),
        an_output(show_table(FISH, name="t", caption="A row.")),
        an_output(show_table(pd.DataFrame({"n": range(201)}), name="e", caption="A row.")),
    ]
    contents = list_contents(a_notebook(*shown))
    assert list(dict.fromkeys(name for name, _ in contents)) == ["catch", "t", "e"]
    html = "".join(output["data"]["text/html"] for output in shown)
    page = ADDRESS.sub(lambda found: read_address(found).file_name, html)
    assert all(content in page for _, content in contents)
    other = "".join(content for _, content in list_contents(a_notebook(draw(times=1.5))))
    assert contents[0][1] not in other


def test_nothing_shown_bears_the_name_of_a_glued_number():
    nothing = {"data": {"text/html": "<p>None.</p>"}, "metadata": {}}
    shown = {
        **read(draw()),
        **read(nothing, nothing),
        **read(an_output(show_table(FISH, name="fish", caption="Fish."))),
    }
    assert len(shown) == 5
    assert [name for name in shown if is_glued(name)] == []


def test_what_the_book_adds_to_tables_is_taken_out_again():
    shown = '<tbody>\n<tr><th scope="row">salt tax</th><td>1</td></tr>\n</tbody>'
    link = '<a href="c.html#salt-tax">salt tax</a>'
    marked = f'<tbody>\n<tr id="row-salt-tax"><th scope="row">{link}</th> <td>1</td></tr>\n</tbody>'
    assert strip_marks(marked) == shown
    assert strip_marks(shown) == shown
