"""A figure as SVG: letters as text in the reader's own font, nothing cut off, the same bytes each time."""

from __future__ import annotations

import io
import re
from functools import partial
from html import unescape

from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.errors import InputError
from analysis.figures.palette import check_colours, number_ids
from analysis.figures.sheet import PIXELS_AN_INCH
from analysis.figures.style import allow_foreign_letters, styled
from analysis.figures.text_width import FONT, text_width

# Fonts that systems have. Letters are measured in DejaVu Sans, the widest of them, so that none needs more room.
FONTS = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif"
)
MARGIN = 4  # pixels around a drawing
_ANCHORS = {
    "right": ("end", 1.0),
    "center": ("middle", 0.5),
}  # as SVG calls it, and which part lies before it
_LINE = re.compile(r'<text style="([^"]*)" transform="translate\(([\d.-]+) ([^>]*)>([^<]*)</text>')
_LEVEL = re.compile(r"M (\S+) (\S+) L (\S+) \2(?: (?=M))")
_SIZE = re.compile(r"font-size: ([\d.]+)px")


@styled
def draw_svg(figure: Figure, title: str) -> str:
    """Return a figure as SVG in light colours, without its words around it. The figure stays as it was.

    title: of the figure, for errors. The same figure gives the same text, whatever the machine and its settings.
    Raises InputError when something is cut off, a colour is not in PALETTE, or the drawing holds a bitmap.
    """
    width, height = figure.get_size_inches() * PIXELS_AN_INCH
    inner = (MARGIN / width, MARGIN / height, 1 - 2 * MARGIN / width, 1 - 2 * MARGIN / height)
    figure.set_layout_engine("constrained", rect=inner)
    names = _mark_lines(figure)
    drawing = io.StringIO()
    with allow_foreign_letters():
        # `savefig` draws all twice, for layouts that a first drawing changes; this one is found before.
        FigureCanvasSVG(figure).print_svg(drawing, metadata={"Date": None, "Creator": None})
        _check_inside(figure, title)
    svg = number_ids(_anchor_lines(drawing.getvalue(), names))
    check_colours(svg, title)
    svg = svg[svg.index("<svg ") :]  # the DOCTYPE before it names a file on the network
    return _shorten(_name_fonts(svg))


def _name_fonts(svg: str) -> str:
    """Name the fonts once for the whole drawing."""
    svg = svg.replace(f"font-family: '{FONT}'; ", "")
    return svg.replace("<svg ", f'<svg font-family="{FONTS}" ', 1)


def _shorten(svg: str) -> str:
    """Leave out what no eye sees: notes, indents, and digits beyond a hundredth of a point."""
    svg = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*\n\s*", " ", svg).replace("> <", "><")
    svg = re.sub(r' transform="rotate\(-0 [^"]*"', "", svg)
    svg = re.sub(r"-?\d+\.\d{3,}", lambda number: f"{round(float(number.group()), 2) + 0:g}", svg)
    return _LEVEL.sub(r"M\1 \2H\3", svg)


def _mark_lines(figure: Figure) -> dict[str, str]:
    """Give each text of several lines an id of its own where its lines do not begin together.

    matplotlib puts such lines where they would begin in its own font; in another font they would end anywhere.
    Returns how the lines of each id are aligned.
    """
    texts = [text for text in figure.findobj(Text) if "\n" in text.get_text() and text.get_rotation() == 0]
    named = {f"lines-{place}": text for place, text in enumerate(texts) if text.get_ha() in _ANCHORS}
    for name, text in named.items():
        text.set_gid(name)
    return {name: text.get_ha() for name, text in named.items()}


def _anchor_lines(svg: str, names: dict[str, str]) -> str:
    """Let the lines of marked texts end, or have their middle, at one place in every font."""
    for name, side in names.items():
        begin = svg.find(f'<g id="{name}">')
        if begin >= 0:  # else it is not drawn
            end = svg.index("</g>", begin)
            anchored = _LINE.sub(partial(_anchor, side=side), svg[begin:end])
            svg = svg[:begin] + anchored + svg[end:]
    return svg


def _anchor(line: re.Match[str], *, side: str) -> str:
    style, x, rest, text = line.groups()
    anchor, share = _ANCHORS[side]
    size = float(_SIZE.search(style)[1])
    weight = "bold" if "font-weight: 700" in style else "normal"
    wide = text_width(unescape(text), size=size, weight=weight) * 72 / PIXELS_AN_INCH
    place = float(x) + share * wide
    return (
        f'<text style="{style}; text-anchor: {anchor}" transform="translate({place:.6g} {rest}>{text}</text>'
    )


def _check_inside(figure: Figure, title: str) -> None:
    width, height = figure.get_size_inches()
    # Measured as SVG draws it: the default renderer rounds letters to pixels, and so finds texts wider.
    drawn = figure.get_tightbbox(RendererSVG(width * 72, height * 72, io.StringIO()))
    over = max(-drawn.x0, -drawn.y0, drawn.x1 - width, drawn.y1 - height) * PIXELS_AN_INCH
    if over > 1:
        raise InputError(f"figure {title!r}: {over:.0f} pixels are cut off; give it more room")
