"""Draw two texts of one event side by side: the map of what went where, and how much of each part is kept."""

from __future__ import annotations

from typing import NamedTuple

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from analysis.figures.layout import add_legend, drawn, new_rows, note_rows, stack_bars
from analysis.figures.palette import EVENTS, INK, MISSING, MUTED
from analysis.figures.sheet import find_sheet
from analysis.figures.style import new_axes
from analysis.figures.svg import MARGIN
from analysis.figures.text_width import fit_label
from analysis.messages import translate, translate_number
from analysis.versions import KINDS, NO_LINK

MOST_BARS = 40
MOST_MAPS = 4  # more would make a picture nobody scrolls through
FEW = 50  # mentions or words of a row; a share of fewer looks firmer than it is
HIGH = 460  # pixels for the longer text of a map
APART = 7  # pixels between parts, which are blocks
NAME_LINE = 20  # pixels: a line of a name
HEAD, FOOT = 2 * NAME_LINE + 8, 26  # pixels above and below a map
GAP = 8  # pixels between a block and its name
# Kinds differ in stroke as well as in colour.
STROKES = {
    "verbatim": (EVENTS[0], "solid", 2.2),
    "condensed": (EVENTS[4], (0, (7, 1.5)), 2),
    "altered": (EVENTS[1], (0, (3.5, 1.5)), 1.8),
    "paraphrase": (EVENTS[3], (0, (1.2, 1.2)), 1.8),
}


class Columns(NamedTuple):
    """Where a map has its blocks, in pixels: the room of the names at both sides, and the width of a block.

    A block is a sentence of the speaker's; others are drawn half as wide.
    """

    names_left: int
    names_right: int
    block: int

    @property
    def left(self) -> float:
        """Where the blocks at the left begin."""
        return self.names_left + GAP

    @property
    def right(self) -> float:
        """Where the blocks at the right end."""
        return _map_width() - self.names_right - GAP


def _columns() -> Columns:
    return Columns(106, 64, 14) if find_sheet().is_narrow else Columns(196, 102, 24)


def _map_width() -> float:
    return find_sheet().width - 2 * MARGIN


@drawn
def plot_map(links: pd.DataFrame, marked: pd.DataFrame, pairs: pd.DataFrame) -> Figure:
    """Draw, for each pair, the source at the left, the report at the right, and a line for each link.

    links: one row per link or unlinked sentence, from `list_links`. marked: one row per (pair, side,
    sentence), from `mark_sentences`, with name (how its part is printed, '' if not at all). pairs: one row
    per pair, from `list_pairs`; the first four are drawn, one below the other. The height of a block is its
    number of words, to one measure within a map.
    """
    pairs = pairs.head(MOST_MAPS)
    maps = [_lay_out(marked[_is_of(marked, pair)]) for pair in pairs.itertuples()]
    heights = [HEAD + _find_end(table) + FOOT for table in maps]
    figure, axes = new_axes(height=sum(heights))
    axes.set(xlim=(0, _map_width()), ylim=(sum(heights), 0))
    axes.set_axis_off()
    tops = np.cumsum([HEAD, *heights])
    linked = links[links["kind"] != NO_LINK]
    for pair, table, top in zip(pairs.itertuples(), maps, tops, strict=False):
        placed = table.assign(top=table["top"] + top, middle=table["middle"] + top)
        _draw_blocks(axes, placed)
        _draw_lines(axes, linked[_is_of(linked, pair)], placed)
        _name_columns(axes, placed, pair, top)
        _name_parts(axes, placed)
    _explain(axes, links)
    return figure


def _is_of(table: pd.DataFrame, pair: tuple) -> pd.Series:
    return (table["report"] == pair.report) & (table["source"] == pair.source)


def _lay_out(marked: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences of a pair with top, high and middle in pixels: blocks apart, heights by words."""
    of_side = marked.groupby("side")
    longest = of_side["n_words"].sum().max()
    scale = HIGH / max(longest, 1)
    n_above = of_side["part"].rank(method="dense") - 1
    top = marked["before"] * scale + n_above * APART
    high = marked["n_words"] * scale
    return marked.assign(top=top, high=high, middle=top + high / 2)


def _draw_blocks(axes: Axes, placed: pd.DataFrame) -> None:
    """Draw a box a sentence: wide where the speaker's, dark where it has a counterpart."""
    columns = _columns()
    wide = placed["is_own"].map({True: columns.block, False: columns.block / 2})
    is_left = placed["side"] == "source"
    left = np.where(is_left, columns.left + columns.block - wide, columns.right - columns.block)
    gap = np.minimum(1, placed["high"] / 4)
    blocks = placed.assign(left=left, wide=wide, high=placed["high"] - gap)
    for has_link, shade in ((True, MUTED), (False, MISSING)):
        mine = blocks.loc[blocks["has_link"] == has_link, ["left", "top", "wide", "high"]]
        boxes = [Rectangle((x, y), width, height) for x, y, width, height in mine.itertuples(index=False)]
        axes.add_collection(PatchCollection(boxes, facecolors=shade, linewidths=0))


def _draw_lines(axes: Axes, links: pd.DataFrame, placed: pd.DataFrame) -> None:
    """Draw a curve a link, from the middle of one sentence to the middle of the other."""
    middle = placed.set_index(["side", "sentence"])["middle"]
    for kind, (shade, style, width) in STROKES.items():
        mine = links[links["kind"] == kind]
        starts = middle.loc["source"].reindex(mine["source_sentence"])
        ends = middle.loc["report"].reindex(mine["report_sentence"])
        curves = [_curve(start, end) for start, end in zip(starts, ends, strict=True)]
        look = {"edgecolors": shade, "facecolors": "none", "linestyles": [style], "linewidths": width}
        axes.add_collection(PathCollection(curves, zorder=2, transform=axes.transData, **look))


def _curve(start: float, end: float) -> Path:
    """Return a Bézier curve between the blocks, level at both ends to be told from its neighbours."""
    columns = _columns()
    left, right = columns.left + columns.block + 3, columns.right - columns.block - 3
    third = (right - left) / 3
    points = [(left, start), (left + third, start), (right - third, end), (right, end)]
    return Path(points, [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])


def _name_columns(axes: Axes, placed: pd.DataFrame, pair: tuple, top: float) -> None:
    words, columns, size = placed.groupby("side")["n_words"].sum(), _columns(), find_sheet().label
    for side, x, name, align in (
        ("source", columns.left + columns.block, pair.source_name, "right"),
        ("report", _map_width(), pair.report_name, "right"),
    ):
        title = fit_label(name[:1].upper() + name[1:], columns.left + columns.block, size=size)
        look = {"ha": align, "va": "bottom", "fontsize": size}
        axes.text(x, top - NAME_LINE - 6, title, weight="bold", color=INK, **look)
        axes.text(
            x,
            top - 6,
            translate_number(words.get(side, 0), "{n:,} word", "{n:,} words", n=words.get(side, 0)),
            color=MUTED,
            **look,
        )


def _name_parts(axes: Axes, placed: pd.DataFrame) -> None:
    """Write the name of each part beside its block, moved down where names would touch."""
    columns = _columns()
    look = {"va": "top", "fontsize": find_sheet().label, "color": INK, "linespacing": 1.2}
    for side, x, align in (("source", columns.left - 6, "right"), ("report", columns.right + 6, "left")):
        for text, y in _place_labels(placed[placed["side"] == side]):
            axes.text(x, y, text, ha=align, **look)


def _place_labels(side: pd.DataFrame) -> list[tuple[str, float]]:
    """Return the names of the parts on one side, with the place of the top of each."""
    labels, free, columns = [], -np.inf, _columns()
    for part in side.drop_duplicates("part").itertuples():
        text = _fit_name(part.name, columns.names_left if part.side == "source" else columns.names_right)
        if text:
            top = max(part.top, free)
            labels.append((text, top))
            free = top + _high(text) + 4
    return labels


def _fit_name(name: str, room: float) -> str:
    """Break each line of a name where it does not fit."""
    return "\n".join(fit_label(line, room, size=find_sheet().label) for line in name.split("\n"))


def _high(text: str) -> float:
    return NAME_LINE * (text.count("\n") + 1)


def _find_end(table: pd.DataFrame) -> float:
    """Return where the blocks and names of a map end."""
    blocks = table["top"] + table["high"]
    sides = [side for _, side in table.groupby("side")]
    names = [top + _high(text) for side in sides for text, top in _place_labels(side)]
    return max([*blocks, *names], default=0)


def _explain(axes: Axes, links: pd.DataFrame) -> None:
    for kind, (shade, style, width) in STROKES.items():
        if (links["kind"] == kind).any():
            axes.plot([], [], color=shade, linestyle=style, linewidth=width, label=KINDS[kind])
    for shade, label in ((MUTED, "sentence with a counterpart"), (MISSING, "none found")):
        axes.add_patch(Rectangle((0, 0), 0, 0, facecolor=shade, linewidth=0, label=label))
    with matplotlib.rc_context({"legend.handlelength": 2.8}):  # long enough to show how a line is broken
        add_legend(axes)


@drawn
def plot_kept(kept: pd.DataFrame, *, names: list[str]) -> Figure:
    """Draw how much of each row is kept, by kind, and how much is left out.

    kept: one row per (row, kind): row, kind (a key of KINDS, or NO_LINK for what is left out), n. names: the
    rows, in order; the first forty are drawn.
    """
    names = names[:MOST_BARS]
    figure, axes = new_rows(names)
    wide = kept.pivot_table(index="row", columns="kind", values="n", aggfunc="sum").reindex(names).fillna(0)
    shades = {kind: (KINDS[kind], stroke[0]) for kind, stroke in STROKES.items()} | {
        NO_LINK: (NO_LINK, MISSING)
    }
    stack_bars(axes, [(wide[kind], *shades[kind]) for kind in shades if kind in wide])
    total = wide.sum(axis=1)
    note_rows(axes, write_kept(kept).reindex(names).fillna("").tolist(), total.to_numpy())
    axes.xaxis.get_major_locator().set_params(integer=True, nbins=5)
    add_legend(axes)
    return figure


def write_kept(kept: pd.DataFrame) -> pd.Series:
    """Write how much of each row is kept: "83%", or "1 of 3" where every row holds few.

    kept: as for `plot_kept`. Returns a text per row, in order; '' where a row holds nothing.
    """
    n_kept = kept["n"].where(kept["kind"] != NO_LINK, 0)
    sums = kept.assign(n_kept=n_kept).groupby("row", sort=False)[["n_kept", "n"]].sum()
    is_few = sums["n"].max() < FEW
    texts = [
        translate("{k} of {n}", k=k, n=n) if is_few else translate("{n}%", n=f"{k / n:.0%}".removesuffix("%"))
        for k, n in zip(*sums.to_numpy().T, strict=True)
        if n
    ]
    return pd.Series(texts, index=sums.index[sums["n"] > 0], dtype=object).reindex(sums.index, fill_value="")
