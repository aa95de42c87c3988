"""Invented interviews as the case that findings are counted from: a row a turn, and words that are topics."""

from __future__ import annotations

import pandas as pd

from analysis.counting.sentences import split_sentences
from analysis.counting.tokens import split_tokens
from analysis.patterns.matching import find_matches
from analysis.sensitivity.cases import Case

Turns = list[tuple[str, str]]
TOPICS = {
    "fish": ["fish", "herring"],
    "tax": ["tax", "levy"],
    "boat": ["boat", "ferry"],
    "snow": ["snow", "ice"],
}
PHRASES = {"open harbours": ["open harbours", "harbours open"], "old map": ["old map", "map of old"]}
NO_CODES = pd.DataFrame(columns=["source", "paragraph", "coder", "topics"]).astype({"paragraph": "int64"})


def make_case(*interviews: Turns, topics=TOPICS, phrases=PHRASES, codings=NO_CODES) -> Case:
    """Return the case of some interviews, each a list of (role, words); a turn is a segment and a paragraph."""
    names = [f"talk-{place:02}" for place in range(1, len(interviews) + 1)]
    texts = {
        name: "\n\n".join(words for _, words in turns) for name, turns in zip(names, interviews, strict=True)
    }
    segments = {name: _lay_out(turns) for name, turns in zip(names, interviews, strict=True)}
    tokens = pd.concat(
        [_split(texts[name], segments[name]).assign(source=name) for name in names], ignore_index=True
    )
    sources = pd.DataFrame(
        {"source": names, "event": names, "label": names, "date": names, "kind": "transcript"}
    )
    decisions = {
        "topics": pd.DataFrame(
            {"topic": list(topics), "label": [name.title() for name in topics], "names": ""}
        ),
        "patterns": _list(topics, "topic"),
        "phrases": _list(phrases, "phrase"),
    }
    return Case(
        sources=sources.assign(is_reference=True),
        segments=pd.concat(
            [table.assign(source=name) for name, table in segments.items()], ignore_index=True
        ),
        tokens=tokens,
        topic_hits=find_matches(tokens, decisions["patterns"], by="topic", sources=sources),
        phrase_hits=find_matches(tokens, decisions["phrases"], by="phrase"),
        decisions=decisions,
        texts=texts,
        codings=codings,
    )


def ask(question: str, answer: str) -> Turns:
    """Return one exchange."""
    return [("question", question), ("answer", answer)]


def say(*answers: str) -> Turns:
    """Return answers whose questions are not printed."""
    return [("answer", answer) for answer in answers]


def _lay_out(turns: Turns) -> pd.DataFrame:
    rows, start = [], 0
    for number, (role, words) in enumerate(turns, 1):
        rows.append((number, number, number, role, start, start + len(words), len(words.split())))
        start += len(words) + 2
    return pd.DataFrame(rows, columns=["segment", "paragraph", "turn", "role", "start", "end", "n_words"])


def _split(text: str, segments: pd.DataFrame) -> pd.DataFrame:
    return split_tokens(text, segments, split_sentences(text, segments))


def _list(lists: dict[str, list[str]], by: str) -> pd.DataFrame:
    rows = [(name, pattern) for name, patterns in lists.items() for pattern in patterns]
    return pd.DataFrame(rows, columns=[by, "pattern"])
