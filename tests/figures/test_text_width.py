"""Where labels break: at spaces, then hyphens, then letters; never with one short word left over."""

from __future__ import annotations

import pytest

from analysis.figures.text_width import break_lines, fit_label, text_width


def test_width_grows_with_the_size_and_with_bold_letters():
    assert text_width("herring", size=20) == pytest.approx(2 * text_width("herring", size=10), rel=0.01)
    assert text_width("herring", size=10, weight="bold") > text_width("herring", size=10)


def test_letters_that_the_font_lacks_are_measured_without_a_warning():
    assert text_width("日本", size=10) == pytest.approx(2 * text_width("—", size=10), rel=0.05)
    assert text_width("हिंदी", size=10) == pytest.approx(text_width("nnnnn", size=10), rel=0.05)


def test_what_fits_stays_on_one_line():
    assert break_lines("open harbours", 500, size=10) == ["open harbours"]


def test_every_line_fits_and_no_word_is_lost():
    text = "The reform of the salt tax and of everything that hangs together with it"
    lines = break_lines(text, 150, size=10)
    assert " ".join(lines) == text
    assert max(text_width(line, size=10) for line in lines) <= 150


def test_a_last_word_does_not_stand_alone():
    text = "Half of all the words come from one event: Gazette, 15 May"
    room = text_width("Half of all the words come from one event: Gazette, 15", size=10) + 1
    *_, last = break_lines(text, room, size=10)
    assert last != "May"
    assert text_width(last, size=10) >= 0.3 * room


def test_a_no_break_space_holds_words_together():
    room = text_width("Gazette, 15", size=10) + 1
    assert break_lines("Gazette, 15\N{NO-BREAK SPACE}May", room, size=10) == [
        "Gazette,",
        "15\N{NO-BREAK SPACE}May",
    ]


@pytest.mark.parametrize("word", ["Antidisestablishmentarianism", "Independent-Coastguard-Weekly", "W" * 20])
def test_a_label_of_one_long_word_is_cut(word):
    lines = fit_label(word, 100, size=10).split("\n")
    assert max(text_width(line, size=10) for line in lines) <= 100
    assert "".join(lines).replace(" ", "") == word


@pytest.mark.parametrize("name", ["W" * 300, "The Weekly of the Coast and of the Sea " * 8, "w" * 300])
def test_a_name_of_three_hundred_letters_ends_in_an_ellipsis(name):
    lines = fit_label(name, 240, size=10).split("\n")
    assert len(lines) == 4 and lines[-1].endswith("…")
    assert max(text_width(line, size=10) for line in lines) <= 240
    assert name.startswith(lines[0])


def test_hyphens_are_cut_before_letters():
    assert fit_label("Coastguard-Weekly", 90, size=10).split("\n") == ["Coastguard-", "Weekly"]
