"""An original and its translation side by side, turn by turn, as counts; and what has no counterpart."""

from __future__ import annotations

import pandas as pd

from analysis.roles import SPOKEN
from analysis.versions.translations import SIDES

PAIR = list(SIDES)
TURNS = [
    *(*PAIR, "role", "original_turn", "translation_turns", "n_original_sentences", "n_translation_sentences"),
    *("n_linked", "n_original_words", "n_translation_words", "n_anchors", "confidence"),
]


def place_in_turns(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Return the running sentences of all sources with their turn: source, sentence, role, turn (from 1), n_words.

    sentences: one row each (source, sentence, segment, role, n_words). segments: one row each (source, segment, turn).
    Turns are counted in each text anew; where a text has none, all of it is turn 1.
    """
    running = sentences[sentences["role"].isin(SPOKEN)]
    placed = running.merge(segments[["source", "segment", "turn"]], on=["source", "segment"])
    placed = placed.sort_values(["source", "sentence"], ignore_index=True)
    turn = placed["turn"].astype("Float64").groupby(placed["source"]).ffill().fillna(0)
    counted = turn.groupby(placed["source"]).transform(lambda turns: pd.factorize(turns)[0] + 1)
    return placed.assign(turn=counted.astype("int64"))[["source", "sentence", "role", "turn", "n_words"]]


def list_turns_beside(links: pd.DataFrame, placed: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """List the turns of each original with those of its translation that hold the counterparts of its sentences.

    links: from `align_translations`. placed: from `place_in_turns`. pairs: from `pair_translations`.
    Returns one row a turn of the original, then one a turn of the translation without any counterpart: original,
    translation, role, original_turn (missing for such), translation_turns ("3", "3, 4", or ''), n_original_sentences
    and n_translation_sentences, n_linked (sentences of the original with a counterpart), n_original_words and
    n_translation_words, n_anchors (of all links) and confidence (their mean; missing without a link).
    """
    tables = [_set_beside(row, links, placed) for row in pairs.itertuples()]
    table = pd.concat([pd.DataFrame(columns=TURNS), *(table for table in tables if len(table))])[TURNS]
    return table.astype({"confidence": "float64"}).reset_index(drop=True)


def _set_beside(row: tuple, links: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    mine = links[(links["original"] == row.original) & (links["translation"] == row.translation)]
    here, there = (placed[placed["source"] == name] for name in (row.original, row.translation))
    turn_of = dict(zip(here["sentence"], here["turn"], strict=True))
    other_of = dict(zip(there["sentence"], there["turn"], strict=True))
    joined = mine.assign(
        turn=mine["original_sentence"].map(turn_of), other=mine["translation_sentence"].map(other_of)
    )
    rows = [
        _count_turn(turn, said, joined[joined["turn"] == turn], there) for turn, said in here.groupby("turn")
    ]
    alone = there[~there["turn"].isin(joined["other"])]
    rows += [_count_alone(turn, said) for turn, said in alone.groupby("turn")]
    return pd.DataFrame(rows).assign(original=row.original, translation=row.translation)


def _count_turn(turn: int, said: pd.DataFrame, links: pd.DataFrame, there: pd.DataFrame) -> dict[str, object]:
    others = sorted(set(links["other"]))
    beside = there[there["turn"].isin(others)]
    return {
        "role": said["role"].iloc[0],
        "original_turn": turn,
        "translation_turns": ", ".join(map(str, others)),
        "n_original_sentences": len(said),
        "n_translation_sentences": len(beside),
        "n_linked": links["original_sentence"].nunique(),
        "n_original_words": said["n_words"].sum(),
        "n_translation_words": beside["n_words"].sum(),
        "n_anchors": links["n_anchors"].sum(),
        "confidence": links["confidence"].mean(),
    }


def _count_alone(turn: int, said: pd.DataFrame) -> dict[str, object]:
    nothing = dict.fromkeys(["n_original_sentences", "n_linked", "n_original_words", "n_anchors"], 0)
    return nothing | {
        "role": said["role"].iloc[0],
        "original_turn": pd.NA,
        "translation_turns": str(turn),
        "n_translation_sentences": len(said),
        "n_translation_words": said["n_words"].sum(),
        "confidence": float("nan"),
    }


def list_alone(links: pd.DataFrame, placed: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """List the running sentences of either text of a pair without a counterpart.

    Takes what `list_turns_beside` does. Returns one row a sentence: original, translation, side, sentence, role, turn,
    n_words.
    """
    tables = []
    for side in SIDES:
        linked = links[[*PAIR, f"{side}_sentence"]].rename(columns={f"{side}_sentence": "sentence"})
        mine = pairs[PAIR].merge(placed, left_on=side, right_on="source")
        found = mine.merge(linked.drop_duplicates(), on=[*PAIR, "sentence"], how="left", indicator=True)
        tables.append(found[found["_merge"] == "left_only"].assign(side=side))
    columns = [*PAIR, "side", "sentence", "role", "turn", "n_words"]
    return pd.concat(tables)[columns].sort_values([*PAIR, "side", "sentence"], ignore_index=True)
