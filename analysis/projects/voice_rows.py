"""Rows of speakers.csv: every label seen, how much it says, and whose it seems to be."""

from __future__ import annotations

import pandas as pd

from analysis.formats import Speaker, fold_label

_HOST = 0.2  # of the speaker's turns that ask, from which he may be the host of those who answer
_ANSWERS = 0.5  # times as often as the host: who asks less answers
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
    hosts = _ask_share(labels[labels["role"] == "answer"]) if len(labels) else 0.0
    for _, group in sorted(groups, key=lambda pair: (-pair[1]["n_words"].sum(), pair[0])):
        rows.append(_describe(group, speaker, hosts))
    return _join_spellings(pd.DataFrame(rows))


def _ask_share(rows: pd.DataFrame) -> float:
    """Return the share of turns that ask."""
    return rows["n_asking"].sum() / max(rows["n_turns"].sum(), 1)


def _describe(group: pd.DataFrame, speaker: Speaker, hosts: float) -> dict[str, str]:
    """Return the row of one label. group: a row a text in which it stands.

    hosts: the share of the speaker's turns that ask. Beside a speaker who is the host, a person who hardly asks is a
    guest and not who asks.
    """
    words = group.groupby("role")["n_words"].sum().sort_values(ascending=False, kind="stable")
    role = words.index[0]
    is_guest = hosts >= _HOST and group["is_person"].all() and _ask_share(group) < _ANSWERS * hosts
    role = "other" if role == "question" and is_guest else role
    label = group["label"].value_counts().index[0]
    is_named = role != "question" or group["is_person"].all()
    who = speaker.name if role == "answer" else (label if is_named else "interviewer")
    return {"speaker": who, "label": label, "role": role, "reason": _say(group, words, role)}


def _say(group: pd.DataFrame, words: pd.Series, seems_to_be: str) -> str:
    turns, asking = int(group["n_turns"].sum()), int(group["n_asking"].sum())
    seems = f"suggested: seems {_SEEM[seems_to_be]}"
    rest = words.iloc[1:]  # a guest's words that the split of a single text took for questions are no others
    others = [f"{n:,} words as {_SEEM[role]}" for role, n in rest.items() if n and role != seems_to_be]
    split = f"; elsewhere {' and '.join(others)}" if others else ""
    return (
        f"{seems}; texts: {len(group)}, turns: {turns:,}, words: {int(group['n_words'].sum()):,}, "
        f"turns that ask: {asking / max(turns, 1):.0%}{split}"
    )


def _join_spellings(rows: pd.DataFrame) -> pd.DataFrame:
    """Write a person's name the same in all rows, where only capitals differ."""
    first = rows.groupby(rows["speaker"].str.casefold(), sort=False)["speaker"].transform("first")
    return rows.assign(speaker=first.str.strip(), label=rows["label"].str.strip())
