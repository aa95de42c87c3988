"""A source and a report of it, made of invented words, in which it is known what comes from where."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

VOCABULARY = 4_000
FUNCTION = ["the", "of", "and", "to", "in", "that", "is", "was", "for", "it"]
FUNCTION += ["with", "as", "on", "be", "at", "by", "this", "not", "are", "from"]
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


class Generated(NamedTuple):
    tokens: pd.DataFrame  # of both, as sources `full` and `news` with a number appended
    sentences: pd.DataFrame
    sources: pd.DataFrame
    origin: list[int]  # which sentence of the source each sentence of the report is, 0 for none


def generate_pair(
    *,
    n_sentences: int = 60,
    replaced: float = 0.0,
    kept: float = 2 / 3,
    seed: int = 1,
    number: int = 1,
) -> Generated:
    """Make a transcript and a report of it.

    Of the sentences a share is kept and told in blocks of five whose order is shuffled, after every fourth
    stands a new sentence, and each content word is another one with a probability of `replaced`.
    The n-th commonest word has a frequency of 1 / n (Zipf's law); the twenty commonest are function words.
    """
    rng = np.random.default_rng([seed, number])
    source = [_say(rng) for _ in range(n_sentences)]
    told = np.flatnonzero(rng.random(n_sentences) < kept)
    blocks = [told[i : i + 5] for i in range(0, len(told), 5)]
    told = [place for block in rng.permutation(len(blocks)) for place in blocks[block]]
    report, origin = [], []
    for n, place in enumerate(told):
        report.append(_replace(rng, source[place], replaced))
        origin.append(int(place) + 1)
        if n % 4 == 3:
            report.append(_say(rng))
            origin.append(0)
    names = (f"full-{number}", f"news-{number}")
    tokens = pd.concat([_list_words(*version) for version in zip(names, (source, report), strict=True)])
    sentences = tokens[["source", "sentence", "role"]].drop_duplicates(ignore_index=True)
    kinds = {"source": names, "event": f"talk-{number}", "kind": ["transcript", "report"]}
    sources = pd.DataFrame(kinds | {"is_reference": [True, False]})
    return Generated(tokens.reset_index(drop=True), sentences, sources, origin)


def measure_tokens(passages: pd.DataFrame, pair: Generated) -> float:
    """Return the F1 of the sentence of the source that each word of the report is said to come from."""
    size = pair.tokens[pair.tokens["source"].str.startswith("news")].groupby("sentence").size()
    wanted = {(n, place) for n, place in enumerate(pair.origin, 1) if place}
    found = set(zip(passages["report_sentence"].tolist(), passages["source_sentence"].tolist(), strict=True))
    both, said, true = (sum(size[n] for n, _ in links) for links in (found & wanted, found, wanted))
    return 2 * both / (said + true)


def _say(rng: np.random.Generator) -> list[str]:
    """Make a sentence of 9 to 26 words."""
    return [_draw(rng) for _ in range(int(rng.integers(9, 27)))]


def _draw(rng: np.random.Generator) -> str:
    rank = int(VOCABULARY ** rng.random())  # the density of rank n is 1 / n
    if rank <= len(FUNCTION):
        return FUNCTION[rank - 1]
    first, rest = divmod(rank * 7919 % 70**3, 70**2)  # 7919 is prime to 70: no two ranks share a word
    return SYLLABLES[first] + SYLLABLES[rest // 70] + SYLLABLES[rest % 70]


def _replace(rng: np.random.Generator, sentence: list[str], share: float) -> list[str]:
    return [_draw(rng) if word not in FUNCTION and rng.random() < share else word for word in sentence]


def _list_words(source: str, lines: list[list[str]]) -> pd.DataFrame:
    words = [word for line in lines for word in line]
    number = np.repeat(np.arange(1, len(lines) + 1), [len(line) for line in lines])
    role = "answer" if source.startswith("full") else "quote"
    columns = {"source": source, "sentence": number, "position": np.arange(1, len(words) + 1), "role": role}
    return pd.DataFrame(columns | {"token": words, "norm": words})
