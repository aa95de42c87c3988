"""How the cells of a workbook show numbers (ECMA-376, part 1, 18.8.30): decimals, per cent, dates and times.

A date is written 2031-05-12 and a time 0:01:12, whatever the country's way; a number has the decimals that are shown.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from math import isfinite
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.readers.xml_tree import local

_BUILT_IN = {
    "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "14": "d/m/y", "15": "d/m/y",
    "16": "d/m", "17": "m/y", "18": "h:mm", "19": "h:mm:ss", "20": "h:mm", "21": "h:mm:ss", "22": "d/m/y h:mm",
    "45": "mm:ss", "46": "[h]:mm:ss", "47": "mm:ss",
}  # fmt: skip
_SAID = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_DAY, _CLOCK = re.compile(r"[dy]", re.IGNORECASE), re.compile(r"[hs]", re.IGNORECASE)
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")


class Shown(NamedTuple):
    """How a number is shown. decimals: -1 as many as it has."""

    day: bool = False
    clock: bool = False
    percent: bool = False
    thousands: bool = False
    decimals: int = -1


def find_formats(styles: Element) -> list[Shown]:
    """Return how each style of a workbook shows numbers, in their order."""
    own = {e.get("numFmtId"): e.get("formatCode", "") for e in styles.iter() if local(e) == "numFmt"}
    groups = [element for element in styles if local(element) == "cellXfs"]
    codes = [style.get("numFmtId", "0") for group in groups for style in group]
    return [_read_format(own.get(code, _BUILT_IN.get(code, ""))) for code in codes]


def _read_format(code: str) -> Shown:
    bare = _SAID.sub("", code).split(";")[0]
    day, clock = bool(_DAY.search(bare)), bool(_CLOCK.search(bare))
    if day or clock or bare.casefold() in ("mmm", "mmmm"):
        return Shown(day or not clock, clock)
    match = _DECIMALS.search(bare)
    decimals = len(match[1]) if match else 0 if re.search(r"[0#]", bare) else -1
    return Shown(percent="%" in bare, thousands=",0" in bare or ",#" in bare, decimals=decimals)


def show_number(value: str, shown: Shown, *, from_1904: bool = False) -> str:
    """Return a number as its cell shows it. from_1904: whether days are counted from 1904, as old Macs did."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not isfinite(number):
        return value
    if shown.day or shown.clock:
        return _show_date(number, shown, from_1904)
    number = number * 100 if shown.percent else number
    sign = "%" if shown.percent else ""
    if shown.decimals < 0:
        return f"{number:.11g}{sign}"
    return (f"{number:,.{shown.decimals}f}" if shown.thousands else f"{number:.{shown.decimals}f}") + sign


def _show_date(number: float, shown: Shown, from_1904: bool) -> str:
    seconds = round(number * 86_400, 3)
    hours, minutes, rest = int(seconds // 3600), int(seconds % 3600 // 60), seconds % 60
    if not shown.day:
        return (
            f"{hours}:{minutes:02d}:{rest:02.0f}"
            if rest == int(rest)
            else f"{hours}:{minutes:02d}:{rest:06.3f}"
        )
    first = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    try:
        when = first + timedelta(seconds=seconds)
    except OverflowError:
        return f"{number:.11g}"
    return when.strftime("%Y-%m-%d %H:%M" if shown.clock else "%Y-%m-%d")
