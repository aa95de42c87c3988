"""The numbers that decide are found in the code, whatever form they have."""

from __future__ import annotations

from analysis.pages.constants import list_constants

CODE = '''
"""Fish."""
FEWEST = 6  # below it, no interval
LEVELS: tuple = (0.025, 1 - 0.025)
LIMITS = {"cod": 3}
NAMES = ("cod", "eel")
IS_FRESH = True


class Net:
    mesh: float = 1.5


def catch(fish, n=9, *, level=0.95, fresh=True, most=None):
    if 50 < n or n == 1:
        return sort(fish, axis=3, sharpness=25.0, first=NAMES)
'''


def test_every_number_with_a_name_a_default_or_a_comparison_is_listed(tmp_path):
    (tmp_path / "sea").mkdir()
    (tmp_path / "sea" / "nets.py").write_text(CODE)
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "nets.py").write_text("HEIGHT = 300")
    found = list_constants(tmp_path)
    assert set(found["place"]) == {"sea.nets"}
    assert dict(zip(found["constant"], found["value"], strict=True)) == {
        "FEWEST": "6",
        "LEVELS": "(0.025, 1 - 0.025)",
        "LIMITS": "{'cod': 3}",
        "mesh": "1.5",
        "catch, n": "9",
        "catch, level": "0.95",
        "catch, compared with": "50",
        "catch, sharpness": "25.0",
    }
    assert dict(zip(found["constant"], found["why"], strict=True))["FEWEST"] == "below it, no interval"


def test_the_package_s_own_are_there():
    found = list_constants()
    names = set(found["place"] + "." + found["constant"])
    assert {"statistics.intervals.FEWEST_TURNS", "statistics.rate_ratios.RATE"} <= names
    assert not found.duplicated(["place", "constant"]).any()
