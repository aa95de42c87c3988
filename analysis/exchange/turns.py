"""The turns as a table: who says what, when, and which topics are in it."""

from __future__ import annotations

import pandas as pd

from analysis.exchange.shown import Piece, write_pieces
from analysis.roles import SPOKEN
from analysis.topics import list_topics

TURN = ["source", "turn"]
_FIRST = ["doc_id", "source", "event", "date", "outlet", "interviewer", "kind", "language", "is_reference"]
TURNS = [*_FIRST, "turn", "role", "speaker", "n_words", "is_whole", "text"]
PARAGRAPHS = "\n\n"


def list_turns(
    segments: pd.DataFrame, pieces: list[list[Piece]], sources: pd.DataFrame, whole: set[str]
) -> pd.DataFrame:
    """List the turns of all sources, with what is shown of them.

    segments: one row a segment, in order. pieces: what is shown of each, from `list_pieces`. sources: one row a source.
    whole: the sources whose texts leave whole.
    Returns one row a turn, with the columns TURNS, in the order of the sources: see `exports` in datapackage.json.
    """
    spoken = segments.assign(pieces=pieces)
    spoken = spoken[spoken["role"].isin(SPOKEN) & spoken["turn"].notna()]
    turns = spoken.groupby(TURN, sort=True, as_index=False).agg(
        role=("role", "first"), speaker=("speaker", "first"), n_words=("n_words", "sum")
    )
    texts = [_write_turn(rows) for _, rows in spoken.groupby(TURN, sort=True)]
    turns = turns.assign(text=pd.Series(texts, dtype="str"), is_whole=turns["source"].isin(whole))
    known = sources[[name for name in _FIRST if name in sources]]
    placed = known.assign(place=range(len(known))).merge(turns, on="source")
    ordered = placed.sort_values(["place", "turn"], ignore_index=True)
    return ordered.assign(doc_id=name_turns(ordered))[TURNS].astype({"turn": "int64"})


def _write_turn(rows: pd.DataFrame) -> str:
    """Write the paragraphs of a turn; notes and repeats inside it are not among its rows."""
    paragraphs = rows.groupby("paragraph", sort=True)["pieces"].agg("sum")
    return PARAGRAPHS.join(filter(None, map(write_pieces, paragraphs)))


def name_turns(table: pd.DataFrame) -> pd.Series:
    """Return the name of the turn in each row (source, turn), such as gazette.0007."""
    return table["source"] + "." + table["turn"].astype("int64").astype(str).str.zfill(4)


def place_hits(hits: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Return the hits (source, segment) that stand in a turn, with the number and the name of that turn."""
    spoken = segments[segments["role"].isin(SPOKEN) & segments["turn"].notna()]
    placed = hits.merge(
        spoken[["source", "segment", "paragraph", "turn", "speaker"]], on=["source", "segment"]
    )
    return placed.assign(doc_id=name_turns(placed)).astype({"turn": "int64"})


def mark_topics(turns: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Mark which topics each turn mentions.

    turns: from `list_turns`. hits: one row a hit (doc_id, topic), topic categorical over all topics.
    Returns one row a turn: doc_id, source, turn, role, and a column topic_NAME a topic, 1 or 0.
    """
    topics = list_topics(hits)
    met = pd.crosstab(hits["doc_id"], hits["topic"].astype(str)).clip(upper=1)
    matrix = met.reindex(index=turns["doc_id"], columns=topics, fill_value=0).astype("int64")
    named = matrix.add_prefix("topic_").reset_index(drop=True).rename_axis(columns=None)
    return pd.concat([turns[["doc_id", *TURN, "role"]], named], axis=1)
