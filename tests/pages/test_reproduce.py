"""The page on reproduction lists what is installed."""

from __future__ import annotations

from analysis.pages.reproduce import list_libraries


def test_libraries_are_those_installed():
    libraries = list_libraries()
    assert libraries["library"].is_unique
    assert libraries["version"].str.match(r"\d+\.\d+").all()
