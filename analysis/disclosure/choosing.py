"""Which words are shown: what results need first, then rewordings, then what stands around phrases."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure.contexts import cut_contexts
from analysis.disclosure.laid_over import Known, lay_over
from analysis.disclosure.line import UNKNOWN, WALL, lay_line, number_forms
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
    at, weights = (
        shown.line.place(tokens["source"], tokens["position"]),
        np.zeros(len(shown.line.form), dtype=np.int64),
    )
    weights[at] = cost
    refused, listed = np.zeros(len(weights), dtype=bool), _list_forms(tokens)
    while True:
        is_kept = withhold(shown, np.where(refused, 0, weights))
        shown.start(is_kept, refused)
        pairs = show_rewordings(rewordings, shown)
        contexts = cut_contexts(tokens, uses, texts, shown)
        if not (too_much := _list_too_much(shown, is_kept, listed)):
            return Chosen(is_kept[at], contexts, pairs, shown)
        refused[too_much] = True
        refused = shown.share(refused)


def _list_too_much(shown: Shown, is_kept: np.ndarray, listed: pd.DataFrame) -> list[int]:
    """List words to hide, since with them too long a run could be laid together; none if none could.

    Words around phrases and rewordings go first, even for runs that the list of words would give the lie to.
    """
    form, is_needed = shown.line.form, shown.share(is_kept)
    is_printed = np.frombuffer(shown.is_printed, dtype=np.uint8) > 0
    printed = np.where(is_printed | (form == WALL), form, UNKNOWN)
    known = lay_over(shown.line, printed)
    runs = list_long(shown, known.form >= 0)
    read_at = [known.read_at[start:end][known.form[start:end] >= 0] for start, end in runs]
    more = [place for places in read_at for place in places[~is_needed[places]]]
    return more or _list_needed(shown, lay_over(shown.line, printed, listed))


def _list_needed(shown: Shown, known: Known) -> list[int]:
    """List words to hide in runs that are laid together of nothing but words that results need."""
    cost = np.zeros(len(known.form))
    runs = list_long(shown, known.form >= 0)
    breaks = [choose_break(shown, start, end, cost) for start, end in runs]
    return [int(known.read_at[place]) for cut, after in breaks for place in range(cut, after)]


def _list_forms(tokens: pd.DataFrame) -> pd.DataFrame:
    """List how often each form, by its number in the line, stands in each source: source, number, n."""
    numbered = tokens[["source"]].assign(number=number_forms(tokens["norm"], tokens["norm"]))
    return numbered.value_counts(sort=False).rename("n").reset_index()
