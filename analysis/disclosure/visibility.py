"""What released tables let a reader see of each source: by themselves, laid over each other, and with guesses."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.disclosure.equal_passages import list_shingles
from analysis.disclosure.gaps import measure_stretches
from analysis.disclosure.laid_over import lay_over
from analysis.disclosure.line import WALL, Line, lay_line, number_forms
from analysis.disclosure.listed import Listed, list_rows
from analysis.disclosure.stretches import list_stretches
from analysis.language import find_words, fold_words

PLACED = ["source", "position", "token", "norm"]
LETTERED = ("tokens", "contexts", "rewordings")  # tables that print words in their places


def measure_visibility(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Measure what released tables let a reader see of each source.

    tables: segments, words, tokens, contexts and rewordings, by name, as released.
    Returns one row a source: n_words (running words of the whole file), n_visible, share_visible, longest (words of
    the longest run that can be laid together from equal passages of all sources), longest_guessed (the same
    if each single hidden word between two seen ones is guessed right).
    """
    n_words = tables["segments"].groupby("source")["n_words"].sum()
    words = list_seen_words(tables)
    words = words[words["position"].between(1, words["source"].map(n_words))]
    line = lay_line(words, n_words)
    listed = _read_list(tables["words"], words["norm"], line)
    joined = lay_over(list_shingles(line.form), line.form, listed).form >= 0
    runs = {"longest": joined, "longest_guessed": fill_single(joined, line.form == WALL)}
    longest = {name: _measure_longest(is_seen, line) for name, is_seen in runs.items()}
    n_visible = words.groupby("source").size().reindex(n_words.index, fill_value=0)
    counts = {"n_words": n_words, "n_visible": n_visible, "share_visible": n_visible / n_words}
    return pd.DataFrame(counts | longest, index=n_words.index).rename_axis("source").reset_index()


def _read_list(words: pd.DataFrame, seen: pd.Series, line: Line) -> Listed:
    """Read the published list of words, one row a form of a source and role; seen: the forms in the line."""
    source = line.base.index.get_indexer(words["source"])
    form = number_forms(words["norm"], seen)
    return list_rows(line, source, form, words["n"].to_numpy(dtype=np.int64))


def list_seen_words(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """List the words that tables print in their places, each once: source, position, token, norm.

    tables: tokens, contexts and rewordings, by name.
    """
    contexts, rewordings = tables["contexts"], tables["rewordings"]
    sides = [_spell_out(contexts, "source", "position", "match")]
    sides += [_spell_out(contexts, "source", "position", "left", step=-1)]
    behind = contexts["position"] + contexts["match"].map(_count).astype("int64")
    sides += [_spell_out(contexts.assign(behind=behind), "source", "behind", "right")]
    for side in ("report", "source"):
        sides.append(_spell_out(rewordings, side, f"{side}_position", f"{side}_words"))
    words = pd.concat([tables["tokens"][PLACED], *sides], ignore_index=True)
    return words.drop_duplicates(["source", "position"], ignore_index=True)


def _spell_out(table: pd.DataFrame, source: str, position: str, text: str, *, step: int = 1) -> pd.DataFrame:
    """Return one row a word of a column of texts; step -1: the text ends before the position."""
    rows = []
    for name, first, printed in table[[source, position, text]].itertuples(index=False, name=None):
        words = [printed[start:end] for start, end in find_words(printed)]
        begin = first if step > 0 else first - len(words)
        rows += [(name, begin + place, word) for place, word in enumerate(words)]
    listed = pd.DataFrame(rows, columns=PLACED[:3]).astype({"position": "int64", "token": "str"})
    return listed.assign(norm=fold_words(listed["token"]))


def _count(text: str) -> int:
    return len(find_words(text))


def fill_single(is_seen: np.ndarray, is_wall: np.ndarray) -> np.ndarray:
    """Tell what is seen once each single hidden word between two seen ones is filled in."""
    start, end = list_stretches(~is_seen)
    single = start[(end - start == 1) & ~is_wall[start]]
    filled = is_seen.copy()
    filled[single] = True
    return filled


def _measure_longest(is_seen: np.ndarray, line: Line) -> pd.Series:
    """Return how many words the longest run of each source counts as, by source; 0 where nothing is seen."""
    start, _, n = measure_stretches(is_seen, line.size)
    number = np.searchsorted(line.base.to_numpy(), start, side="right") - 1
    longest = pd.Series(n, index=line.base.index[number], dtype="int64").groupby(level=0).max()
    return longest.reindex(line.base.index, fill_value=0)
