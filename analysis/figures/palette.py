"""The colours of all figures, each for a light and a dark card; how a drawing follows the reader's theme."""

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
    "accent-1": Shade("#2871c2", "#487bf8"),
    "accent-2": Shade("#aa6412", "#ce6241"),
    "accent-3": Shade("#195000", "#8af877"),
    "accent-4": Shade("#621e7e", "#edadfc"),
    "accent-5": Shade("#a38d4e", "#c5aa5e"),
    "accent-6": Shade("#904472", "#a3688e"),
    "accent-7": Shade("#419a98", "#68c2b3"),
    "accent-8": Shade("#3047b2", "#9293d8"),
}
CARD, INK, MUTED, BAND, GRID, *ACCENTS = (shade.light for shade in PALETTE.values())
READABLE = 4  # so many accents are dark enough to colour letters
MARKERS = ["o", "s", "^", "D", "v", "P", "X", "*"]  # one an accent, for readers who cannot rely on colour


def number_ids(svg: str) -> str:
    """Number the ids that matplotlib hashes, by place: the hashes hold digits that a layout may round
    otherwise."""
    hashed = re.findall(r'id="([a-z]+[0-9a-f]{10})"', svg)
    in_order = dict.fromkeys(hashed)
    names = {old: f"{old[0]}{number}" for number, old in enumerate(in_order, 1)}
    return re.sub(r"[a-z]+[0-9a-f]{10}\b", lambda found: names.get(found[0], found[0]), svg)


def follow_themes(svg: str, title: str) -> str:
    """Let the colours of a drawing follow the reader's theme; title: of the figure, for errors."""
    if "<image" in svg:
        raise InputError(f"figure {title!r}: a bitmap cannot follow the theme; draw shapes instead")
    names = {shade.light: name for name, shade in PALETTE.items()} | {"#000000": "ink"}
    pattern = re.compile(r"""\b(fill|stroke)(: |=")(#[0-9a-f]{6})\b""")
    foreign = sorted({found[2] for found in pattern.findall(svg)} - names.keys())
    if foreign:
        raise InputError(f"figure {title!r}: {', '.join(foreign)} is not a light colour of PALETTE")
    svg = pattern.sub(lambda found: f"{found[1]}{found[2]}var(--{names[found[3]]})", svg)
    # From the first tag on: the DOCTYPE before it names a file on the network.
    head, body = svg[svg.index("<svg ") :].split(">", 1)
    return f"{head}>\n<style>{_theme_css()}</style>{body}"


def _theme_css() -> str:
    light, dark = (
        "".join(f"--{name}:{shade[theme]};" for name, shade in PALETTE.items()) for theme in (0, 1)
    )
    # matplotlib leaves out black, the default of SVG; the ink is inherited instead.
    return f":root{{{light}fill:var(--ink)}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
