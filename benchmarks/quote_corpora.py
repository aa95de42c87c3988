"""Interviews to quote from: made of invented sentences, or of the annual messages that `corpora` reads."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.counting import count_text
from analysis.formats import Speaker
from analysis.quotes import Index, build_index
from benchmarks.corpora import read_addresses

SPEAKER = Speaker("Maren Oldwick")
ASKS = "Question"
_SIZE = 5  # paragraphs of an answer
_PLAIN = re.compile(r"[A-Z].*[.!?]$")  # no heading, no item of a list
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_WORDS = pd.read_csv(Path(__file__).with_name("quote_words.csv")).groupby("part")["words"].agg(list)


class Said(NamedTuple):
    """A corpus to quote from: its index, the sentences of each turn of the speaker, those of who asks, new ones."""

    index: Index
    turns: list[list[str]]
    asked: list[str]
    unsaid: list[str]


def invent(seed: int, *, n_texts: int = 40) -> Said:
    """Return invented interviews; what is unsaid is made of the same words."""
    choose = random.Random(seed)
    talks = [[[_invent_sentence(choose) for _ in range(5)] for _ in range(16)] for _ in range(n_texts)]
    unsaid = [_invent_sentence(choose) for _ in range(400)]
    said = {sentence for talk in talks for turn in talk for sentence in turn}
    return _gather(talks, [sentence for sentence in unsaid if sentence not in said])


def _invent_sentence(choose: random.Random) -> str:
    def draw(part: str) -> str:
        return choose.choice(_WORDS[part])

    many, when = (
        choose.choice(["the", "our", "14", "forty", "three"]),
        choose.choice(["2019", "2031", draw("place")]),
    )
    who = f"the {draw('kind')} {draw('head')} of {draw('place')} {draw('verb')}"
    what = f"{many} {draw('kind')} {draw('thing')} {draw('link')} the {draw('thing')} of {when}"
    end = f", {draw('tail')} the {draw('kind')} {draw('head')}" if choose.random() < 0.6 else ""
    return f"T{who[1:]} {what}{end}."


def use_addresses(first: int, last: int, unsaid: slice) -> Said:
    """Return some annual messages as interviews, a paragraph in six as a question; unsaid: other messages."""
    addresses = read_addresses()
    talks = [cut_turns(text) for text in addresses[first:last]]
    others = [sentence for text in addresses[unsaid] for turn in cut_turns(text) for sentence in turn]
    return _gather(talks, others)


def cut_turns(text: str) -> list[list[str]]:
    """Return the sentences of a text, five paragraphs a turn, without headings and items of lists."""
    paragraphs = [" ".join(p.split()) for p in text.split("\n\n")]
    clean = [p for p in paragraphs if p and not re.search(r"[\[\]\"“”:]", p)]
    groups = [clean[i : i + _SIZE] for i in range(0, len(clean), _SIZE)]
    return [[s for p in group for s in _SENTENCE.split(p) if _PLAIN.match(s)] for group in groups]


def _gather(talks: list[list[list[str]]], unsaid: list[str]) -> Said:
    """Return talks as a corpus; the first sentence of every turn asks."""
    texts = {f"talk-{n:03}": write_talk(talk) for n, talk in enumerate(talks)}
    turns = [turn[1:] for talk in talks for turn in talk if len(turn) > 2]
    asked = [turn[0] for talk in talks for turn in talk if len(turn) > 2]
    return Said(index_texts(texts), turns, asked, unsaid)


def write_talk(talk: list[list[str]]) -> str:
    """Return turns as a transcript: the first sentence of each asks."""
    turns = [f"{ASKS}: {turn[0]}\n\n{SPEAKER.name}: {' '.join(turn[1:])}" for turn in talk if len(turn) > 2]
    return "\n\n".join(turns)


def index_texts(texts: dict[str, str]) -> Index:
    """Count transcripts and index them."""
    counted = {name: count_text(text, kind="transcript", speaker=SPEAKER) for name, text in texts.items()}
    joined = {
        table: pd.concat(
            [tables[table].assign(source=name) for name, tables in counted.items()], ignore_index=True
        )
        for table in ("tokens", "segments")
    }
    sources = pd.DataFrame({"source": list(texts), "is_reference": True})
    return build_index(joined["tokens"], joined["segments"], sources, texts)
