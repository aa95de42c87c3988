"""Which words are shown: what results need first, then rewordings, then what stands around phrases."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure.contexts import cut_contexts
from analysis.disclosure.laid_over import lay_over
from analysis.disclosure.line import UNKNOWN, WALL, lay_line
from analysis.disclosure.rewordings import show_rewordings
from analysis.disclosure.runs import Shown
from analysis.disclosure.withholding import choose_break, list_long, withhold


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
    at, weights = shown.line.place(tokens["source"], tokens["position"]), np.zeros(len(shown.line.form), dtype=np.int64)
    weights[at] = cost
    refused = np.zeros(len(weights), dtype=bool)
    while True:
        is_kept = withhold(shown, np.where(refused, 0, weights))
        shown.start(is_kept, refused)
        pairs = show_rewordings(rewordings, shown)
        contexts = cut_contexts(tokens, uses, texts, shown)
        if not len(too_much := _list_too_much(shown, is_kept)):
            return Chosen(is_kept[at], contexts, pairs, shown)
        refused[too_much] = True
        refused = shown.share(refused)


def _list_too_much(shown: Shown, is_kept: np.ndarray) -> np.ndarray:
    """List words to hide, since with them too long a run could be laid together; none if none could."""
    form, is_seen = shown.line.form, np.frombuffer(shown.is_seen, dtype=np.uint8) > 0
    known = lay_over(np.where(is_seen | (form == WALL), form, UNKNOWN))
    is_needed, hidden = shown.share(is_kept), [np.zeros(0, dtype=np.int64)]
    for start, end in list_long(shown, known.form >= 0):
        read_at = known.read_at[start:end][known.form[start:end] >= 0]
        more = read_at[~is_needed[read_at]]
        cut, after = choose_break(shown, start, end, np.zeros(len(form)))
        hidden.append(more if len(more) else known.read_at[cut:after])
    return np.unique(np.concatenate(hidden))
