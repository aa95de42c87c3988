"""Words that may stand for a topic: his rather than the interviewers', in bursts, and over several events."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import SPEECH_WORDS, choose_lists, is_difficult, is_known
from analysis.own_words import are_of_references, are_own_words
from analysis.roles import QUESTION

FEWEST_USES, FEWEST_UNITS = 5, 3
MOST_WORDS = 60
_FEWEST_ASKED = 1000  # words of questions, from which a comparison says something
_DISTINCT = 1.5  # times as frequent as in questions
_BURSTY = 1.15  # times as many answers would hold the word if it were spread evenly
_UNIT = 100  # words; fewer hold too little to stand together
_EASY_BURSTY = 1.4  # of a word that every child knows: many are not about anything
_FEWEST_TURNS = 6  # a source with fewer is cut into paragraphs
COMMON_SHARE = (
    0.25  # of the answers: without a list of small words, what stands in more of them is passed over
)
_SHORTEST = 3  # letters
_FIXED = 0.5  # of the uses of a word that stand beside one other word, from which the two are a phrase and no topic
_SHORTEST_STEM = 4  # letters of an adjective, to which an adverb adds -ly


def place_words(
    tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, language: str
) -> pd.DataFrame:
    """List the running words of answers and questions with the unit they stand in and the form they are compared as.

    tokens, segments, sources: as everywhere. language: of most texts.
    Returns one row a word: event, unit (answers next to each other, of 100 words or more; paragraphs in sources with
    fewer than six answers), norm, lemma (the word's own form where the language has no list of them), is_own.
    """
    running = tokens[tokens["sentence"].notna() & are_of_references(tokens, sources)]
    places = segments[["source", "segment", "turn", "paragraph"]]
    words = running.merge(places, on=["source", "segment"])
    words["is_own"] = are_own_words(words, sources).to_numpy()
    words = words[words["is_own"] | words["role"].eq(QUESTION)].copy()
    words["unit"] = _number_units(words)
    words["event"] = words["source"].map(sources.set_index("source")["event"])
    lemma_of = {norm: _find_lemma(norm, language) for norm in set(words["norm"])}
    return words.assign(lemma=words["norm"].map(lemma_of))[["event", "unit", "norm", "lemma", "is_own"]]


def _number_units(words: pd.DataFrame) -> pd.Series:
    """Name the stretch of each word: whole answers, or paragraphs where answers are few, until it has 100 words."""
    n_turns = words[words["is_own"]].groupby("source")["turn"].nunique()
    few = words["source"].map(n_turns).fillna(0) < _FEWEST_TURNS
    place = words["paragraph"].where(few, words["turn"])
    of_voice = words.assign(place=place).sort_values(["source", "position"]).groupby(["source", "is_own"])
    before = of_voice.cumcount()
    begins = before.groupby([words["source"], words["is_own"], place]).transform("min")
    return words["source"] + " " + (begins // _UNIT).astype("str")


def _find_lemma(norm: str, language: str) -> str:
    return choose_lists([language]).lemmatise(norm)


def choose_words(words: pd.DataFrame, *, names: set[str], language: str) -> pd.DataFrame:
    """Choose the words that topics are made of, best first, sixty at most.

    words: as from `place_words`. names: folded words of the names of those who speak, which are left out.
    Returns one row a lemma: lemma, n (uses in own words), n_events, n_units, times (how many times as frequent as in
    questions; missing below 1,000 words of questions), bursts (answers that would hold the word if its uses were
    spread evenly, over those that do: Church & Gale 1995, Natural Language Engineering 1:163-190, say the same with
    Poisson's law).
    """
    own = words[words["is_own"]]
    counts = _count(own, words[~words["is_own"]])
    n_all = own["unit"].nunique()
    is_content = np.array([_is_content(lemma, names, language) for lemma in counts.index], dtype=bool)
    is_spread = counts["n_events"] >= min(2, own["event"].nunique())
    is_often = (counts["n"] >= FEWEST_USES) & (counts["n_units"] >= FEWEST_UNITS)
    is_his = ~(counts["times"] < _DISTINCT)
    is_hard = np.array([language != "en" or is_difficult(lemma) for lemma in counts.index], dtype=bool)
    is_topical = counts["bursts"] >= np.where(is_hard, _BURSTY, _EASY_BURSTY)
    is_rare = (not choose_lists([language]).unlisted) | (
        counts["n_units"] <= max(COMMON_SHARE * n_all, FEWEST_UNITS)
    )
    kept = counts[is_content & is_spread & is_often & is_his & is_topical & is_rare]
    kept = kept[_measure_beside(kept.index, own, language) < _FIXED * kept["n"]]
    score = kept["n_events"] * kept["n_units"] ** (2 / 3) * kept["bursts"]
    return (
        kept.assign(score=score)
        .sort_values(["score", "lemma"], ascending=[False, True])
        .head(MOST_WORDS)
        .reset_index()
    )


def _measure_beside(lemmas: pd.Index, own: pd.DataFrame, language: str) -> pd.Series:
    """Count the uses of each lemma that stand next to the one other content word that is there most often."""
    is_empty = {lemma: choose_lists([language]).is_empty(lemma) for lemma in own["lemma"].unique()}
    table = own[["unit", "lemma"]].assign(is_empty=own["lemma"].map(is_empty).astype(bool))
    pairs = []
    for step in (1, -1):
        beside = table.shift(step)
        is_pair = (beside["unit"] == table["unit"]) & (beside["lemma"] != table["lemma"])
        is_pair &= table["lemma"].isin(lemmas) & beside["is_empty"].eq(False)
        pairs.append(pd.DataFrame({"lemma": table["lemma"], "other": beside["lemma"]})[is_pair])
    n = pd.concat(pairs).groupby(["lemma", "other"]).size()
    return n.groupby("lemma").max().reindex(lemmas, fill_value=0)


def _count(own: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    by = own.groupby("lemma")
    counts = by.agg(n=("lemma", "size"), n_events=("event", "nunique"), n_units=("unit", "nunique"))
    if len(asked) >= _FEWEST_ASKED:
        n_asked = asked.groupby("lemma").size().reindex(counts.index, fill_value=0)
        counts["times"] = (counts["n"] + 0.5) / len(own) / ((n_asked + 0.5) / len(asked))
    else:
        counts["times"] = np.nan
    return counts.assign(bursts=_expect_units(counts["n"], own) / counts["n_units"])


def _expect_units(n: pd.Series, own: pd.DataFrame) -> pd.Series:
    """Return how many units would hold a word of n uses if each word of the text were as likely to be one of them."""
    share = own.groupby("unit").size().to_numpy() / max(len(own), 1)
    distinct = {uses: float((1 - (1 - share) ** uses).sum()) for uses in set(n)}
    return n.map(distinct)


def _is_content(lemma: str, names: set[str], language: str) -> bool:
    if (
        choose_lists([language]).is_empty(lemma)
        or len(lemma) < _SHORTEST
        or lemma.casefold() in names
        or not lemma[0].isalpha()
    ):
        return False
    if language != "en":
        return True
    return (is_known(lemma) or lemma.isalpha()) and not _is_adverb(lemma) and lemma not in SPEECH_WORDS


def _is_adverb(lemma: str) -> bool:
    """Tell whether an English word is an adjective with -ly (actually): it says how, and is about nothing."""
    stem = lemma.removesuffix("ly")
    return stem != lemma and len(stem) >= _SHORTEST_STEM and is_known(stem)
