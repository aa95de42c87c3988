"""The colours of all figures, each for a light and a dark card; how a drawing in light ones becomes dark."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.errors import InputError


class Shade(NamedTuple):
    """One colour of the palette as hex, on the light and on the dark card."""

    light: str
    dark: str


# The accents were searched for so that every pair stays apart for readers with normal, red-blind, green-blind
# and blue-blind vision; the first four can also colour text (4.5:1). Beyond four events, use MARKERS as well.
PALETTE = {
    "card": Shade("#ffffff", "#121212"),
    "ink": Shade("#1c1f24", "#e8ebef"),
    "muted": Shade("#59616b", "#a6afba"),
    "band": Shade("#d9dde2", "#3f4650"),
    "grid": Shade("#e6e9ec", "#2c3036"),
    "missing": Shade("#878f98", "#727b86"),  # what is not there: left out, nobody's
    "accent-1": Shade("#2871c2", "#487bf8"),
    "accent-2": Shade("#aa6412", "#ce6241"),
    "accent-3": Shade("#195000", "#8af877"),
    "accent-4": Shade("#621e7e", "#edadfc"),
    "accent-5": Shade("#a38d4e", "#c5aa5e"),
    "accent-6": Shade("#904472", "#a3688e"),
    "accent-7": Shade("#419a98", "#68c2b3"),
    "accent-8": Shade("#3047b2", "#9293d8"),
}
CARD, INK, MUTED, BAND, GRID, MISSING, *ACCENTS = (shade.light for shade in PALETTE.values())
OWN, ASKED, *EVENTS = ACCENTS  # the speaker's own words, the questions, and what stands beside each other
SIDES = {"answer": OWN, "question": ASKED}
BLACK = "#000000"  # becomes ink in the dark
MARKERS = ["o", "s", "^", "D", "v", "P", "X", "*"]  # one an accent, for readers who cannot rely on colour


def number_ids(svg: str) -> str:
    """Number the ids that matplotlib hashes, by place: the hashes hold digits that a layout may round
    otherwise."""
    hashed = re.findall(r'id="([a-z]+[0-9a-f]{10})"', svg)
    in_order = dict.fromkeys(hashed)
    names = {old: f"{old[0]}{number}" for number, old in enumerate(in_order, 1)}
    return re.sub(r"[a-z]+[0-9a-f]{10}\b", lambda found: names.get(found[0], found[0]), svg)


_COLOUR = re.compile(r"""\b(fill|stroke)(: |=")(#[0-9a-f]{6})\b""")


def check_colours(svg: str, title: str) -> None:
    """Raise InputError where a drawing could not be shown in dark colours; title: of the figure."""
    if "<image" in svg:
        raise InputError(f"figure {title!r}: a bitmap cannot follow the theme; draw shapes instead")
    known = {shade.light for shade in PALETTE.values()} | {BLACK}
    foreign = sorted({found[2] for found in _COLOUR.findall(svg)} - known)
    if foreign:
        raise InputError(f"figure {title!r}: {', '.join(foreign)} is not a light colour of PALETTE")


def darken(svg: str) -> str:
    """Return a drawing in light colours with the dark ones in their place."""
    shades = {shade.light: shade.dark for shade in PALETTE.values()} | {BLACK: PALETTE["ink"].dark}
    svg = _COLOUR.sub(lambda found: f"{found[1]}{found[2]}{shades[found[3]]}", svg)
    # matplotlib leaves out black, the default of SVG; the ink is inherited instead.
    return svg.replace("<svg ", f'<svg fill="{PALETTE["ink"].dark}" ', 1)
