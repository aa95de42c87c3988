"""The figure helper: titles, note, alt text, table, both themes, same bytes twice. Charts are invented."""

from __future__ import annotations

import base64
import itertools
import re
import warnings

import matplotlib
import numpy as np
import pandas as pd
import pytest
from lxml import html as lxml_html

from analysis.errors import InputError
from analysis.figures.frame import PHONE, show_figure
from analysis.figures.palette import ACCENTS, BAND, INK, MARKERS, PALETTE, darken
from analysis.figures.style import new_axes, styled
from analysis.figures.svg import draw_svg

TABLE = pd.DataFrame({"topic": ["bread & <jam>", "trains"], "per_1000": [2.5, np.nan], "n": [1234, 0]})
WORDS = {
    "name": "bread-first",
    "title": "Bread costs $5, trains $6",
    "subtitle": "Mentions per 1,000 of the mayor's own words",
    "note": "Source: two invented interviews; 12 answers",
    "caption": "Bread is said <most> & first",
    "alt": 'Bars: "bread" 2.5 per 1,000 words, trains 0',
    "table": TABLE,
}


@styled
def plot_bars():
    figure, axes = new_axes(height=120)
    axes.barh(["bread", "trains"], [2.5, 1], color=[ACCENTS[0], BAND])
    return figure


def show(**changes):
    return show_figure(plot_bars(), **(WORDS | changes))


def parsed(shown):
    return lxml_html.fragment_fromstring(shown.html)


def decoded(uri):
    return base64.b64decode(uri.split(",", 1)[1]).decode("utf-8")


def test_the_picture_has_its_place_its_size_and_its_words():
    figure = parsed(show())
    assert figure.tag == "figure"
    assert (figure.get("class"), figure.get("id")) == ("refrain-figure", "fig-bread-first")
    image = figure.find(".//img")
    assert image.get("alt") == f"{WORDS['title']}. {WORDS['alt']}"  # the message first
    assert (image.get("width"), image.get("height")) == ("660", "120")
    assert decoded(image.get("src")) == show().svg


def test_letters_that_the_font_lacks_are_left_to_the_fonts_of_the_reader():
    figure = plot_bars()
    figure.axes[0].set_xlabel("मीरा सहाय")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ">मीरा सहाय</text>" in show_figure(figure, **WORDS).svg


def test_title_subtitle_and_note_are_text_of_the_page_and_not_of_the_drawing():
    figure, svg = parsed(show()), show().svg
    named = figure.get("aria-labelledby")
    assert figure.xpath(f"string(//*[@id='{named}'])") == WORDS["title"]
    for part in ("title", "subtitle", "note"):
        assert figure.xpath(f"string(//p[@class='refrain-figure-{part}'])") == WORDS[part]
        assert WORDS[part] not in svg


def test_a_phone_takes_a_narrow_drawing_and_each_theme_its_own_colours():
    figure = parsed(show())
    light, dark = figure.findall("picture")
    assert (light.get("class"), dark.get("class")) == ("refrain-light", "refrain-dark")
    assert {source.get("media") for source in figure.iter("source")} == {PHONE}
    parts = [part for picture in (light, dark) for part in picture.xpath(".//source | .//img")]
    drawings = [decoded(part.get("srcset") or part.get("src")) for part in parts]
    assert drawings == [show().narrow, show().svg, darken(show().narrow), darken(show().svg)]


def test_the_caption_is_escaped_and_offers_the_table():
    caption = parsed(show()).find("figcaption")
    assert caption.text.startswith("Bread is said <most> & first")
    link = caption.find(".//a")
    assert link.text == "Data (CSV, 1 KB)"
    assert link.get("download") == "bread-first.csv"
    assert decoded(link.get("href")) == "topic,per_1000,n\nbread & <jam>,2.5,1234\ntrains,,0\n"


def test_a_short_table_stands_on_the_page_without_index():
    table = parsed(show()).find(".//table")
    assert table.findtext("caption") == WORDS["subtitle"]
    assert [cell.text for cell in table.iterfind(".//thead//th")] == ["topic", "per 1,000", "number"]
    cells = [cell.text for cell in table.find(".//tbody").iter("th", "td")]
    assert cells == ["bread & <jam>", "2.5", "1,234", "trains", "not available", "0"]


def test_a_long_table_is_a_download_only():
    assert "<details>" in show(table=pd.DataFrame({"n": range(30)})).html
    assert "<details>" not in show(table=pd.DataFrame({"n": range(31)})).html


def test_notebooks_and_terminals_get_the_words_as_well():
    shown = show()
    assert shown._repr_mimebundle_() == {"text/html": shown.html, "text/plain": shown.plain}
    assert shown._repr_html_() == shown.html
    for field in ("title", "subtitle", "alt", "note"):
        assert WORDS[field] in repr(shown)


def test_the_same_figure_gives_the_same_bytes_whatever_the_settings():
    figure = plot_bars()
    first = show_figure(figure, **WORDS)
    assert show_figure(figure, **WORDS).html == first.html  # and the figure did not grow
    settings = {"text.color": "red", "font.size": 30, "svg.hashsalt": None, "figure.dpi": 300}
    with matplotlib.rc_context(settings):
        assert show().html == first.html


def test_the_svg_has_light_colours_or_dark_ones_and_nothing_from_outside():
    svg = show().svg
    for drawing, theme in ((svg, "light"), (darken(svg), "dark")):
        used = set(re.findall(r"#[0-9a-f]{6}", drawing))
        shades = {getattr(shade, theme): name for name, shade in PALETTE.items()}
        assert used <= shades.keys()
        assert {"card", "ink", "muted", "accent-1", "band"} <= {shades[colour] for colour in used}
    assert "DOCTYPE" not in svg
    assert not re.search(r'(href|src)="(?!#)', svg)


def test_letters_are_text_in_a_font_of_the_system():
    svg = show().svg
    assert re.findall(r">(bread|trains)</text>", svg) == ["bread", "trains"]
    assert svg.count("font-family") == 1
    assert svg.startswith('<svg font-family="system-ui')


def test_lines_that_end_together_do_so_in_every_font():
    figure, axes = new_axes(height=120)
    axes.text(0.5, 0.5, "a long line\nshort", ha="right")
    axes.text(0.5, 0.9, "one\nand two", ha="left")
    anchored = re.findall(
        r'text-anchor: end"[^>]*translate\(([\d.]+) [^>]*>(a long line|short)<', draw_svg(figure, "-")
    )
    assert {text for _, text in anchored} == {"a long line", "short"}
    assert len({place for place, _ in anchored}) == 1


def test_black_becomes_ink_in_the_dark():
    figure, axes = new_axes(height=120)
    axes.axvline(0.5, color="black")
    svg = show_figure(figure, **WORDS).svg
    assert "stroke: #000000" in svg
    assert f"stroke: {PALETTE['ink'].dark}" in darken(svg)


@pytest.mark.parametrize("field", ["title", "subtitle", "note", "caption", "alt"])
def test_an_empty_text_is_an_error(field):
    with pytest.raises(InputError, match=f"'bread-first': {field} is empty"):
        show(**{field: " "})


def test_where_there_is_nothing_to_draw_the_caption_stands_alone():
    shown = show(table=TABLE.head(0))
    assert parsed(shown).tag == "p"
    assert parsed(shown).text == shown.plain == WORDS["caption"]


def test_a_wrong_name_is_an_error():
    with pytest.raises(InputError, match="small letters"):
        show(name='x" onload="')


def test_a_colour_outside_the_palette_is_an_error():
    figure, axes = new_axes(height=120)
    axes.plot([0, 1], color="#123456")
    with pytest.raises(InputError, match="#123456"):
        show_figure(figure, **WORDS)


def test_a_bitmap_is_an_error():
    figure, axes = new_axes(height=120)
    axes.imshow([[0, 1]], aspect="auto")
    with pytest.raises(InputError, match="bitmap"):
        show_figure(figure, **WORDS)


def test_what_would_be_cut_off_is_an_error():
    figure = plot_bars()
    figure.axes[0].text(2.5, 0, "Donaudampfschifffahrt" * 5).set_in_layout(False)
    figure.text(0.9, 0.5, "Donaudampfschifffahrt" * 5)
    with pytest.raises(InputError, match="cut off"):
        show_figure(figure, **WORDS)


# Contrast as WCAG 2.2 defines it; colour vision as simulated by Machado, Oliveira and Fernandes (2009,
# severity 1); distances in Oklab (Ottosson 2020), where 0.02 is about the smallest difference one can see.
VISION = {
    "normal": np.eye(3),
    "red-blind": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "green-blind": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "blue-blind": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_LMS = [[0.412221, 0.536333, 0.051446], [0.211903, 0.680700, 0.107397], [0.088302, 0.281719, 0.629979]]
TO_OKLAB = [[0.210454, 0.793618, -0.004072], [1.977998, -2.428592, 0.450594], [0.025904, 0.782772, -0.808676]]


def linear(colour):
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    dim, bright = sorted(linear(colour) @ [0.2126, 0.7152, 0.0722] + 0.05 for colour in (one, other))
    return bright / dim


def oklab(colour, vision):
    seen = np.clip(np.array(VISION[vision]) @ linear(colour), 0, 1)
    return np.array(TO_OKLAB) @ np.cbrt(np.array(TO_LMS) @ seen)


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_stands_out_from_its_card(theme):
    colours = {name: getattr(shade, theme) for name, shade in PALETTE.items()}
    card = colours["card"]
    for name in ("ink", "muted", "accent-1", "accent-2", "accent-3", "accent-4"):
        assert contrast(colours[name], card) >= 4.5, name
    for name in ("accent-5", "accent-6", "accent-7", "accent-8"):
        assert contrast(colours[name], card) >= 3, name


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accents_can_be_told_apart(theme, vision):
    seen = [oklab(getattr(PALETTE[f"accent-{i}"], theme), vision) for i in range(1, 9)]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)) > 0.07


def test_there_are_eight_accents_with_a_marker_each_and_no_colour_stands_for_two():
    assert len(ACCENTS) == len(set(MARKERS)) == 8
    assert len({shade.light for shade in PALETTE.values()}) == len(PALETTE)
    assert PALETTE["ink"].light == INK
