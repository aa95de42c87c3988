"""Rows of speakers.csv: every label seen, how much it says, and whose it seems to be."""

from __future__ import annotations

import pandas as pd

from analysis.formats import Speaker, fold_label

_SEEM = {"answer": "the speaker", "question": "who asks", "other": "neither the speaker nor who asks"}


def list_voice_rows(tables: dict[str, pd.DataFrame], speaker: Speaker, *, said: str) -> pd.DataFrame:
    """List the speaker and every label that texts print or mark.

    tables: by source, as from `formats.list_voices`. said: how the speaker came to be known.
    Returns rows of speakers.csv (speaker, label, role, reason), those who say most first. A label that is taken for
    several roles has the one in which it says most.
    """
    rows = [{"speaker": speaker.name, "label": "", "role": "answer", "reason": said}]
    heard = [table.assign(source=source) for source, table in tables.items()]
    labels = pd.concat(heard, ignore_index=True) if heard else pd.DataFrame(columns=["label"])
    labels = labels.assign(fold=[fold_label(label) for label in labels["label"]])
    groups = list(labels.groupby("fold", sort=False)) if len(labels) else []
    for _, group in sorted(groups, key=lambda pair: (-pair[1]["n_words"].sum(), pair[0])):
        rows.append(_describe(group, speaker))
    return _join_spellings(pd.DataFrame(rows))


def _describe(group: pd.DataFrame, speaker: Speaker) -> dict[str, str]:
    """Return the row of one label. group: a row a text in which it stands."""
    words = group.groupby("role")["n_words"].sum().sort_values(ascending=False, kind="stable")
    role = words.index[0]
    label = group["label"].value_counts().index[0]
    is_named = role != "question" or group["is_person"].all()
    who = speaker.name if role == "answer" else (label if is_named else "interviewer")
    return {"speaker": who, "label": label, "role": role, "reason": _say(group, words)}


def _say(group: pd.DataFrame, words: pd.Series) -> str:
    turns, asking = int(group["n_turns"].sum()), int(group["n_asking"].sum())
    seems = f"suggested: seems {_SEEM[words.index[0]]}"
    others = [f"{n:,} words as {_SEEM[role]}" for role, n in words.iloc[1:].items() if n]
    split = f"; elsewhere {' and '.join(others)}" if others else ""
    return (
        f"{seems}; texts: {len(group)}, turns: {turns:,}, words: {int(group['n_words'].sum()):,}, "
        f"turns that ask: {asking / max(turns, 1):.0%}{split}"
    )


def _join_spellings(rows: pd.DataFrame) -> pd.DataFrame:
    """Write a person's name the same in all rows, where only capitals differ."""
    first = rows.groupby(rows["speaker"].str.casefold(), sort=False)["speaker"].transform("first")
    return rows.assign(speaker=first.str.strip(), label=rows["label"].str.strip())
