"""Do the sources belong to the events they are declared for? Long passages in common, or almost none."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array

from analysis.language import find_ngrams
from analysis.roles import SPOKEN

RUN = 8  # words; shorter runs are said again by anybody


def measure_overlaps(tokens: pd.DataFrame) -> pd.DataFrame:
    """Measure how much running text each two sources share word for word.

    tokens: every word, one row each (source, sentence, position, role, norm).
    Returns one row a pair of sources that share a run of eight words within a sentence: source, other (by
    name), n_shared (such runs of one that stand in the other), share (of all runs of that one); of the two
    directions the one with the larger share, as when one contains the other (containment of shingles, Broder
    1997, Compression and Complexity of Sequences, 21-29).
    """
    spoken = tokens[tokens["role"].isin(SPOKEN) & tokens["sentence"].notna()]
    words = spoken.sort_values(["source", "position"], ignore_index=True)
    document, names = pd.factorize(words["source"], sort=True)
    place = words[["source", "sentence"]]
    stretch = (place != place.shift()).any(axis=1).cumsum()
    counts = _count_runs(words["norm"], document, stretch.to_numpy(), len(names))
    n_shared = (counts.T @ (counts > 0)).toarray()
    return _list_pairs(n_shared, _count_all_runs(document, stretch), names)


def _count_all_runs(document: np.ndarray, stretch: pd.Series) -> np.ndarray:
    """Count the runs of each source, shared or not; document and stretch: of each word."""
    n_words = stretch.groupby(stretch).size()
    n_runs = (n_words - RUN + 1).clip(lower=0)
    return n_runs.groupby(document[~stretch.duplicated()]).sum().to_numpy()


def _count_runs(norm: pd.Series, document: np.ndarray, stretch: np.ndarray, n_sources: int) -> csr_array:
    """Count the runs that stand in two or more sources: one row a run, one column a source."""
    code = pd.factorize(norm)[0]
    for found in find_ngrams(code, document, stretch, lengths=[RUN], min_documents=2):
        counts, place = np.ones(found.start.size), (found.number, document[found.start])
        return csr_array(coo_array((counts, place), shape=(found.n_ngrams, n_sources)))
    return csr_array((0, n_sources))


def _list_pairs(n_shared: np.ndarray, n_runs: np.ndarray, names: pd.Index) -> pd.DataFrame:
    share = n_shared / np.maximum(n_runs, 1)[:, None]
    one, other = np.nonzero(np.triu(n_shared + n_shared.T, k=1))
    is_first = share[one, other] >= share[other, one]
    n = np.where(is_first, n_shared[one, other], n_shared[other, one]).astype("int64")
    larger = np.maximum(share[one, other], share[other, one]).round(3)
    return pd.DataFrame({"source": names[one], "other": names[other], "n_shared": n, "share": larger})
