"""Which words are shown: what results need first, then rewordings, then what stands around phrases."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure.contexts import ContextCutter
from analysis.disclosure.laid_again import Layers
from analysis.disclosure.line import lay_line
from analysis.disclosure.listed import list_all
from analysis.disclosure.rewordings import show_rewordings
from analysis.disclosure.runs import Shown
from analysis.disclosure.sheet import make_blank
from analysis.disclosure.stretches import list_stretches, spread_out
from analysis.disclosure.withholding import Kept, Withholder, choose_breaks, list_long


class Chosen(NamedTuple):
    """What is shown of all texts.

    kept: a boolean per row of tokens, for words that results need. at: the place of each row in the line. contexts,
    rewordings: those that may be shown. shown: all of it on one line.
    """

    kept: np.ndarray
    at: np.ndarray
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
    tokens = tokens.assign(source=tokens["source"].astype("category"))
    n_words = tokens.groupby("source", observed=True)["position"].max().rename(index=str)
    shown = Shown(lay_line(tokens, n_words))
    at = shown.line.place(tokens["source"], tokens["position"])
    weights = np.zeros(len(shown.line.form), dtype=np.int32)
    weights[at] = cost
    refused, layers = np.zeros(len(weights), dtype=bool), _prepare(shown)
    withholder, cutter = Withholder(shown, weights), ContextCutter(tokens, at, uses, texts, shown)
    while True:
        kept = withholder.withhold(refused)
        shown.start(*kept, refused)
        pairs = show_rewordings(rewordings, shown)
        contexts = cutter.cut()
        too_much = _list_too_much(shown, kept, layers)
        if not len(too_much):
            return Chosen(kept.is_kept[at], at, contexts, pairs, shown)
        refused[shown.passages.spread(too_much)] = True


class _Layers(NamedTuple):
    """How passages are laid over each other: as they are seen, beside the list of words, and boldly."""

    plain: Layers
    listed: Layers
    bold: Layers


def _prepare(shown: Shown) -> _Layers:
    shingles, blank = shown.shingles, make_blank(shown.line.form)
    return _Layers(
        Layers(shingles, blank),
        Layers(shingles, blank, list_all(shown.line)),
        Layers(shingles, blank, is_bold=True),
    )


def _list_too_much(shown: Shown, kept: Kept, layers: _Layers) -> np.ndarray:
    """List words to hide, since with them too long a run could be laid together; none if none could.

    Words around phrases and rewordings go first, even for runs that the list of words would give the lie to.
    """
    is_printed = np.frombuffer(shown.is_printed, dtype=bool)
    known = layers.plain.lay(is_printed)
    more = _list_more(kept, known, spread_out(*list_long(shown, list_stretches(known.flags))))
    more = more if len(more) else _list_needed(shown, layers.listed.lay(is_printed))
    return more if len(more) else _list_guessed(shown, kept, layers.bold.lay(is_printed))


def _list_more(kept: Kept, known: Layers, places: np.ndarray) -> np.ndarray:
    """List where those of some places that are known were read, and no result needs what stands there."""
    read_at = known.read_at[places[known.flags[places]]]
    return read_at[~kept.is_seen[read_at]]


def _list_guessed(shown: Shown, kept: Kept, known: Layers) -> np.ndarray:
    """List words to hide since a bold reader would guess too long a run, and be right."""
    is_right = known.flags & (known.form == shown.line.form)
    places = spread_out(*list_long(shown, list_stretches(is_right)))
    more = _list_more(kept, known, places[is_right[places]])
    return more if len(more) else _list_needed(shown, known, is_right)


def _list_needed(shown: Shown, known: Layers, is_known: np.ndarray | None = None) -> np.ndarray:
    """List words to hide in runs that are laid together of nothing but words that results need."""
    runs = list_long(shown, list_stretches(known.flags if is_known is None else is_known))
    breaks = choose_breaks(shown, *runs, np.zeros(len(known.form), dtype=np.int32))
    return known.read_at[spread_out(*breaks)]
