"""Which words are shown: what results need first, then rewordings, then what stands around phrases."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure.contexts import ContextCutter
from analysis.disclosure.gaps import spread_out
from analysis.disclosure.laid_again import Layers
from analysis.disclosure.line import UNKNOWN, WALL, Line, lay_line
from analysis.disclosure.listed import Listed
from analysis.disclosure.rewordings import show_rewordings
from analysis.disclosure.runs import Shown
from analysis.disclosure.withholding import choose_breaks, list_long, withhold


class Chosen(NamedTuple):
    """What is shown of all texts.

    kept: a boolean per row of tokens, for words that results need. contexts, rewordings: those that may be
    shown. shown: all of it on one line.
    """

    kept: np.ndarray
    contexts: pd.DataFrame
    rewordings: pd.DataFrame
    shown: Shown


def choose_words(
    tokens: pd.DataFrame, cost: np.ndarray, uses: pd.DataFrame, rewordings: pd.DataFrame, texts: pd.DataFrame
) -> Chosen:
    """Choose what may be seen, so that not even all of it laid over each other shows too long a run.

    tokens: every word. cost: from `weigh_words`. uses: one row a hit of a tracked phrase. rewordings: as
    `list_rewordings` gives them. texts: one row a source (source, text).
    """
    shown = Shown(lay_line(tokens, tokens.groupby("source")["position"].max()))
    at = shown.line.place(tokens["source"], tokens["position"])
    weights = np.zeros(len(shown.line.form), dtype=np.int64)
    weights[at] = cost
    refused, layers = np.zeros(len(weights), dtype=bool), _prepare(shown)
    cutter = ContextCutter(tokens, at, uses, texts, shown)
    while True:
        is_kept = withhold(shown, np.where(refused, 0, weights))
        shown.start(is_kept, refused)
        pairs = show_rewordings(rewordings, shown)
        contexts = cutter.cut()
        too_much = _list_too_much(shown, is_kept, layers)
        if not len(too_much):
            return Chosen(is_kept[at], contexts, pairs, shown)
        refused[too_much] = True
        refused = shown.share(refused)


class _Layers(NamedTuple):
    """How passages are laid over each other: as they are seen, beside the list of words, and boldly."""

    plain: Layers
    listed: Layers
    bold: Layers


def _prepare(shown: Shown) -> _Layers:
    line, shingles = shown.line, shown.shingles
    return _Layers(Layers(shingles), Layers(shingles, _list_forms(line)), Layers(shingles, is_bold=True))


def _list_too_much(shown: Shown, is_kept: np.ndarray, layers: _Layers) -> np.ndarray:
    """List words to hide, since with them too long a run could be laid together; none if none could.

    Words around phrases and rewordings go first, even for runs that the list of words would give the lie to.
    """
    form = shown.line.form
    is_printed = np.frombuffer(shown.is_printed, dtype=bool)
    printed = np.where(is_printed | (form == WALL), form, UNKNOWN)
    known = layers.plain.lay(printed)
    places = spread_out(*list_long(shown, known.form >= 0))
    read_at = known.read_at[places[known.form[places] >= 0]]
    more = read_at[~shown.share(is_kept)[read_at]]
    more = more if len(more) else _list_needed(shown, layers.listed.lay(printed))
    return more if len(more) else _list_guessed(shown, is_kept, layers.bold.lay(printed))


def _list_guessed(shown: Shown, is_kept: np.ndarray, known: Layers) -> np.ndarray:
    """List words to hide since a bold reader would guess too long a run, and be right."""
    is_right = (known.form >= 0) & (known.form == shown.line.form)
    places = spread_out(*list_long(shown, is_right))
    read_at = known.read_at[places[is_right[places]]]
    more = read_at[~shown.share(is_kept)[read_at]]
    return more if len(more) else _list_needed(shown, known, is_right)


def _list_needed(shown: Shown, known: Layers, is_known: np.ndarray | None = None) -> np.ndarray:
    """List words to hide in runs that are laid together of nothing but words that results need."""
    runs = list_long(shown, known.form >= 0 if is_known is None else is_known)
    breaks = choose_breaks(shown, *runs, np.zeros(len(known.form), dtype=np.int64))
    return known.read_at[spread_out(*breaks)]


def _list_forms(line: Line) -> Listed:
    """List how often each form stands in each source."""
    place = np.flatnonzero(line.form >= 0)
    return Listed(line, line.number_sources()[place], line.form[place], np.ones(len(place), dtype=bool))
