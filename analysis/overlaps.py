"""Do the sources belong to the events they are declared for? Long passages in common, or almost none."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array

from analysis.ngrams import find_ngrams
from analysis.roles import SPOKEN
from analysis.schema import load_schema

RUN = 8  # words; shorter runs are said again by anybody
COPIED = 0.1  # share of the shorter source's runs: a speaker who repeats himself stays well below
UNRELATED = 0.25  # share of the shorter source's sentences with a counterpart: chance reaches a fifth
COPY = (
    "{source} and {other} are declared as different events but share {share:.0%} of the running words of the "
    "shorter one: give them the same event in {manifest} if one is a copy."
)
STRANGERS = (
    "{source} and {other} are declared as one event but {share:.0%} of the sentences of the shorter one have "
    "a counterpart in the other: give them events of their own in {manifest} if they are two interviews."
)


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
    stretch = (words[["source", "sentence"]] != words[["source", "sentence"]].shift()).any(axis=1).cumsum()
    size = stretch.groupby(stretch).size()
    n_runs = (size - RUN + 1).clip(lower=0).groupby(document[~stretch.duplicated()]).sum().to_numpy()
    counts = _count_runs(words["norm"], document, stretch.to_numpy(), len(names))
    return _list_pairs((counts.T @ (counts > 0)).toarray(), n_runs, names)


def _count_runs(norm: pd.Series, document: np.ndarray, stretch: np.ndarray, n_sources: int) -> csr_array:
    """Count the runs that stand in two or more sources: one row a run, one column a source."""
    code = pd.factorize(norm)[0]
    for found in find_ngrams(code, document, stretch, max_words=RUN, min_documents=2):
        if found.n_words == RUN:
            run = np.repeat(np.arange(found.n.size), found.n)
            counts = np.ones(run.size)
            return csr_array(
                coo_array((counts, (run, document[found.start])), shape=(found.n.size, n_sources))
            )
    return csr_array((0, n_sources))


def _list_pairs(n_shared: np.ndarray, n_runs: np.ndarray, names: pd.Index) -> pd.DataFrame:
    share = n_shared / np.maximum(n_runs, 1)[:, None]
    one, other = np.nonzero(np.triu(n_shared + n_shared.T, k=1))
    is_first = share[one, other] >= share[other, one]
    n = np.where(is_first, n_shared[one, other], n_shared[other, one]).astype("int64")
    larger = np.maximum(share[one, other], share[other, one]).round(3)
    return pd.DataFrame({"source": names[one], "other": names[other], "n_shared": n, "share": larger})


def list_doubts(tables: dict[str, pd.DataFrame], sources: pd.DataFrame, data: Path) -> list[str]:
    """Say of which sources the declared event is doubtful: one sentence each, naming both and what to do.

    tables: by name, among them overlaps, passages and sentences. sources: one row a source (source, event).
    data: the folder they are declared in.
    """
    event = sources.set_index("source")["event"]
    shared = tables["overlaps"]
    is_apart = shared["source"].map(event) != shared["other"].map(event)
    copies = shared[is_apart & (shared["share"] >= COPIED)].to_dict("records")
    pairs = _share_counterparts(tables["passages"], tables["sentences"], event)
    found = [(COPY, row) for row in copies]
    found += [(STRANGERS, pair) for pair in pairs if pair["share"] < UNRELATED]
    return [text.format(**row, manifest=data / load_schema()["manifest"]["path"]) for text, row in found]


def _share_counterparts(passages: pd.DataFrame, sentences: pd.DataFrame, event: pd.Series) -> list[dict]:
    """Return what share of the sentences of the shorter of two sources of one event has a counterpart."""
    names = ["source", "sentence", "other"]
    sides = [["report", "report_sentence", "source"], ["source", "source_sentence", "report"]]
    linked = pd.concat([passages[side].set_axis(names, axis=1) for side in sides])
    n_linked = linked.groupby(["source", "other"])["sentence"].nunique()
    running = sentences[sentences["role"].isin(SPOKEN)]
    size = running.groupby("source").size().reindex(event.index, fill_value=0)
    shares = []
    for _, rows in event.groupby(event):
        ordered = sorted(rows.index, key=lambda source: (size[source], source))
        for one, other in combinations(ordered, 2):
            share = n_linked.get((one, other), 0) / max(1, size[one])
            shares.append({"source": one, "other": other, "share": share})
    return shares
