"""The page on formats shows the table that the tests of the readers carry out."""

from __future__ import annotations

from analysis.pages.formats import list_formats, list_traits
from analysis.readers import FORMATS, TRAITS


def test_every_format_with_traits_is_listed_once_with_its_endings():
    formats = list_formats().set_index("format")
    assert formats.index.is_unique and set(formats.index) == {trait.format for trait in TRAITS}
    assert formats.loc["WebVTT", "endings"] == ".vtt"
    assert formats["n_traits"].sum() == len(TRAITS)


def test_every_format_that_is_read_has_traits():
    assert {found.name for found in FORMATS} == {trait.format for trait in TRAITS}


def test_who_and_when_are_told_where_an_example_has_them():
    formats = list_formats().set_index("format")
    assert formats.loc["SubRip", ["voices", "times"]].tolist() == ["no", "yes"]
    assert formats.loc["TEI", ["voices", "times"]].tolist() == ["yes", "yes"]
    assert formats.loc["CSV", "left_out"] == "other columns, rows without words"


def test_examples_are_shown_on_one_line():
    traits = list_traits()
    shown = traits.loc[traits["trait"] == "line ends of Windows and old Macs", "example"].iloc[0]
    assert shown.startswith("WEBVTT ⏎  ⏎ 00:00:01.000")
    assert not traits["kept_as"].isna().any()
