"""The map of two texts and the bars beside it: one pair, many, long names, no links; nothing is cut off."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from matplotlib.collections import PathCollection
from two_versions import HITS, PASSAGES, SEGMENTS, SENTENCES, SOURCES, TOPICS

from analysis.figures import versions as versioncharts
from analysis.figures.versions import MOST_BARS, MOST_MAPS, STROKES, plot_kept, plot_map, write_kept
from analysis.versions.kept import measure_parts, name_parts
from analysis.versions.left_out import list_part_topics
from analysis.versions.side_by_side import KINDS, NO_LINK, list_links, list_pairs, mark_sentences

LONG = "The Quarterly Review of Harbours and Antidisestablishmentarianism in the North"


def lay_out(passages: pd.DataFrame, sources: pd.DataFrame = SOURCES, n: int = 1) -> tuple:
    """Links, named sentences and pairs of the invented event, and of n - 1 like it."""
    copies = [{name: f"{name}-{i}" for name in ("talk", "news", "ferries")} for i in range(n)]
    columns = ["source", "report", "event"]
    stack = [
        [table.replace({c: names for c in columns if c in table}) for names in copies]
        for table in (sources, passages, SENTENCES, SEGMENTS)
    ]
    sources, passages, sentences, segments = (pd.concat(tables, ignore_index=True) for tables in stack)
    pairs = list_pairs(sources[sources["source"] != "radio"])
    marked = mark_sentences(pairs, passages, sentences, segments)
    topics = list_part_topics(marked, HITS.replace({"source": {"talk": "talk-0"}}), names=TOPICS)
    named = name_parts(marked, measure_parts(marked, passages), topics)
    return list_links(named, passages), named, pairs


def lines(figure) -> list[PathCollection]:
    return [artist for artist in figure.axes[0].get_children() if isinstance(artist, PathCollection)]


def test_a_map_has_a_line_a_link_in_the_stroke_of_its_kind():
    figure = plot_map(*lay_out(PASSAGES))
    assert draw(figure)
    assert [len(drawn.get_paths()) for drawn in lines(figure)] == [1, 1, 1, 1]
    assert len({str(drawn.get_linestyle()) for drawn in lines(figure)}) == len(STROKES) == len(KINDS)
    assert len({tuple(drawn.get_edgecolors()[0]) for drawn in lines(figure)}) == len(KINDS)


def test_a_line_joins_the_middles_of_its_sentences():
    links, named, pairs = lay_out(PASSAGES)
    figure = plot_map(links, named, pairs)
    verbatim = lines(figure)[0].get_paths()[0].vertices
    scale = versioncharts.HIGH / 45  # words of the transcript
    top = versioncharts.HEAD
    assert verbatim[0, 1] == pytest.approx(top + (5 + 10 / 2) * scale)  # sentence 2: five words above it
    assert verbatim[-1, 1] == pytest.approx(
        top + versioncharts.APART + (19 + 5 / 2) * scale
    )  # a heading above


def test_blocks_are_as_high_as_their_words():
    placed = versioncharts._lay_out(lay_out(PASSAGES)[1])
    assert placed["high"].sum() == pytest.approx(versioncharts.HIGH * (45 + 30) / 45)
    assert (placed.groupby("side")["top"].diff().dropna() > 0).all()


@pytest.mark.parametrize("n", [1, 2, 4, 9])
def test_maps_of_several_events_stand_below_each_other_and_fit(n):
    links, named, pairs = lay_out(PASSAGES, n=n)
    figure = plot_map(links, named, pairs)
    assert draw(figure)
    assert len(pairs) == n
    assert sum(len(drawn.get_paths()) for drawn in lines(figure)) == 4 * min(n, MOST_MAPS)


@pytest.mark.parametrize("passages", [PASSAGES.head(0), PASSAGES.head(1)])
def test_a_map_without_lines_fits(passages):
    figure = plot_map(*lay_out(passages))
    assert draw(figure)
    assert sum(len(drawn.get_paths()) for drawn in lines(figure)) == len(passages)


def test_long_names_and_many_short_answers_fit_and_do_not_touch():
    links, named, pairs = lay_out(PASSAGES, SOURCES.assign(outlet=[LONG, f"{LONG} and South", ""]))
    crowded = named.assign(part=named.groupby("side").cumcount(), name=f"Answer: {LONG}\n50% of 3 words")
    figure = plot_map(links, crowded, pairs)
    assert draw(figure)
    names = [text for text in figure.axes[0].texts if text.get_text().startswith("Answer")]
    assert len(names) == len(named)
    for column in ([t for t in names if t.get_ha() == "right"], [t for t in names if t.get_ha() == "left"]):
        ends = [t.get_position()[1] + t.get_window_extent().height * 96 / figure.dpi for t in column]
        starts = [t.get_position()[1] for t in column]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@pytest.mark.parametrize("n", [1, 5, 60])
def test_bars_add_up_and_name_the_share_that_is_kept(n):
    kept = pd.DataFrame({"row": [f"{LONG} {i // 2}" for i in range(2 * n)], "kind": ["altered", NO_LINK] * n})
    figure = plot_kept(kept.assign(n=[3, 1] * n), names=kept["row"].unique().tolist())
    assert draw(figure)
    shown = min(n, MOST_BARS)
    assert [text.get_text() for text in figure.axes[0].texts] == ["3 of 4"] * shown
    assert sum(bar.get_width() for bar in figure.axes[0].patches) == 4 * shown


def test_bars_where_everything_is_kept_or_nothing():
    kept = pd.DataFrame({"row": ["a", "b"], "kind": ["verbatim", NO_LINK], "n": [2, 3]})
    figure = plot_kept(kept, names=["a", "b", "c"])
    assert draw(figure)
    assert [text.get_text() for text in figure.axes[0].texts] == ["2 of 2", "0 of 3", ""]
    assert np.isclose(max(bar.get_x() + bar.get_width() for bar in figure.axes[0].patches), 3)


def test_the_legend_shows_how_a_line_is_broken():
    legend = plot_map(*lay_out(PASSAGES)).axes[0].get_legend()
    assert [text.get_text() for text in legend.get_texts()][:4] == list(KINDS.values())
    broken = [line.get_xdata()[-1] / sum(line._dash_pattern[1]) for line in legend.get_lines()[1:]]
    assert min(broken) > 1.2  # more than a whole dash and its gap


def test_a_share_of_few_is_told_as_a_count():
    kept = pd.DataFrame({"row": ["a", "a", "b"], "kind": ["verbatim", NO_LINK, NO_LINK], "n": [30, 10, 0]})
    assert write_kept(kept).to_dict() == {"a": "30 of 40", "b": ""}
    assert write_kept(kept.assign(n=[300, 100, 4])).to_dict() == {"a": "75%", "b": "0%"}
