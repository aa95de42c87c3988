"""What in the declared events looks wrong: copies and strangers."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pandas as pd

from analysis.roles import SPOKEN
from analysis.storage import load_schema

COPIED = 0.1  # share of the shorter source's runs: a speaker who repeats himself stays well below
UNRELATED = 0.25  # share of the shorter source's sentences with a counterpart: chance reaches a fifth
_LINK = ["report", "report_sentence", "source", "source_sentence"]
COPY = (
    "{source} and {other} are declared as different events but share {share:.0%} of the running words of the "
    "shorter one: give them the same event in {manifest} if one is a copy."
)
STRANGERS = (
    "{source} and {other} are declared as one event but {share:.0%} of the sentences of the shorter one have "
    "a counterpart in the other: give them events of their own in {manifest} if they are two interviews."
)


def list_doubts(tables: dict[str, pd.DataFrame], sources: pd.DataFrame, data: Path) -> list[str]:
    """Say of which sources the declared event is doubtful: one sentence each, naming both and what to do.

    tables: by name, among them overlaps, passages, translations and sentences. sources: one row a source (source,
    event). data: the folder they are declared in.
    """
    event = sources.set_index("source")["event"]
    shared = tables["overlaps"]
    is_apart = shared["source"].map(event) != shared["other"].map(event)
    copies = shared[is_apart & (shared["share"] >= COPIED)].to_dict("records")
    links = pd.concat([tables["passages"][_LINK], _keep_held(tables["translations"])])
    pairs = _share_counterparts(links, tables["sentences"], event)
    found = [(COPY, row) for row in copies]
    found += [(STRANGERS, pair) for pair in pairs if pair["share"] < UNRELATED]
    return [text.format(**row, manifest=data / load_schema()["manifest"]["path"]) for text, row in found]


def _keep_held(translations: pd.DataFrame) -> pd.DataFrame:
    """Return the links of originals and translations that share a number or a name, in the columns of passages.

    The others rest on order and length, which two interviews of a kind share too.
    """
    held = translations[translations["n_anchors"] > 0]
    names = {"original": "source", "original_sentence": "source_sentence"}
    return held.rename(columns=names | {"translation": "report", "translation_sentence": "report_sentence"})[
        _LINK
    ]


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
