"""What is said of differences in readability: between answers and questions, and between interviews.

One measurement is said once, however many formulas rest on it; nothing is said of a difference that chance gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd
from pandas.api.typing import DataFrameGroupBy

from analysis.figures import translate_stored
from analysis.messages import translate, translate_word
from analysis.pages.phrasing import MOST_NAMED, count, hundredths, join, out_of, percent, span, tenths
from analysis.readability import MEASUREMENTS, WITHIN_CHANCE, formula_facts, language_formula_facts

LENGTH = MEASUREMENTS[0].formula  # words a sentence
NO_PAIR = "There are no two interviews to compare."
NO_QUESTIONS = "No interview prints enough questions and answers to compare."
DELIVERED = "One was written and the other spoken, and that may be all of it."


_ANSWERS = {
    "spoken": "the spoken answers {ends}",
    "written": "the written answers {ends}",
    "": "the answers {ends}",
}


class _Words(NamedTuple):
    """How a measurement is told: what the side with more of it has, with less, and its unit."""

    more: str
    less: str
    unit: str
    write: Callable[[float], str]


_TOLD = {
    "words_per_sentence": _Words("longer sentences", "shorter sentences", "words a sentence", tenths),
    "syllables_per_word": _Words("longer words", "shorter words", "syllables a word", hundredths),
    "share_difficult_words": _Words(
        "a larger share of difficult words", "a smaller share of difficult words", "difficult", percent
    ),
}


def title_roles(compared: pd.DataFrame, *, neutral: str) -> str:
    """Name the interviews in which answers and questions differ in sentence length; neutral where none do.

    compared: as from `compare_roles`. Where some interviews have it one way and some the other, neutral too.
    """
    lengths = _of_lengths(compared)
    called = lengths[lengths["verdict"] != ""]
    if called["verdict"].nunique() != 1:
        return neutral
    has = _say_more(called.iloc[0], higher=called["verdict"].iloc[0] == "higher")
    return translate(
        "In {name_interviews}, answers have {has} than questions",
        name_interviews=_name_interviews(called, len(lengths)),
        has=has,
    )


def _name_interviews(called: pd.DataFrame, n: int) -> str:
    if len(called) > MOST_NAMED or len(called) == n > 1:
        return out_of(len(called), n, "interview")
    return join(_name(first) for first in called["first"])


def tell_scores(compared: pd.DataFrame) -> str:
    """Say by how much answers and questions differ, below a title that says how, and what stays open."""
    if compared.empty:
        return translate_word(NO_QUESTIONS)
    called = compared[compared["verdict"] != ""]
    told = [
        translate(
            "{name}, answers against questions: {say_scores}.",
            name=_name(row.first),
            say_scores=_say_scores(row),
        )
        for row in called.itertuples()
    ]
    return " ".join([*told, *_tell_open_roles(_of_lengths(compared))])


def tell_roles(compared: pd.DataFrame) -> str:
    """Say in which interviews answers and questions differ, and what stays open; as from `compare_roles`."""
    if compared.empty:
        return translate_word(NO_QUESTIONS)
    called = compared[compared["verdict"] != ""]
    told = [_tell_role(row) for row in called.itertuples()] or [
        translate("No difference between answers and questions is called.")
    ]
    return " ".join([*told, *_tell_open_roles(_of_lengths(compared))])


def _tell_role(row: tuple) -> str:
    has = _say_more(row, higher=row.verdict == "higher")
    return translate(
        "In {name}, answers have {has} than questions ({say_scores}).",
        name=_name(row.first),
        has=has,
        say_scores=_say_scores(row),
    )


def _tell_open_roles(lengths: pd.DataFrame) -> Iterable[str]:
    """Say where sentence length stays open, and why."""
    still = lengths[lengths["verdict"] == ""]
    told = pd.Series([_say_why(row) for row in still.itertuples()], index=still.index, dtype=object)
    for why, rows in still.groupby(told, sort=False):
        yield translate(
            "In {join}, sentence length is open: {why}.",
            join=join(_name(first) for first in rows["first"]),
            why=translate_stored(why),
        )


def _say_why(row: tuple) -> str:
    """Say why a difference of answers and questions in sentence length is not called, and what chance gives.

    Tested is the mean over exchanges, which long answers do not rule as they do the average of all sentences.
    """
    if row.why != WITHIN_CHANCE:
        return translate_stored(row.why)
    found = translate(
        "{tenths} words {how}",
        tenths=tenths(abs(row.tested)),
        how=translate("more") if row.tested >= 0 else translate("fewer"),
    )
    return translate(
        "averaged over exchanges, answers have {found}, and chance alone gives up to {tenths}",
        found=found,
        tenths=tenths(row.reach),
    )


def tell_all(compared: pd.DataFrame) -> str:
    """Say how long sentences of answers and questions are in all interviews that print both, pooled.

    compared: as from `compare_roles`, one group.
    """
    if compared.empty:
        return translate("All interviews together hold too few as well.")
    row = next(_of_lengths(compared).itertuples())
    ends = span(row.low, row.high, write=_signed)
    verdict = (
        translate("This is more than chance gives.")
        if row.verdict
        else translate("This is open: {say_why}.", say_why=_say_why(row))
    )
    return translate(
        "In all interviews that print both, a sentence of the answers has {tenths} words on average and "
        "one of the questions {tenths_2}; by the way of ending sentences, the difference is {ends} "
        "words. {verdict}",
        tenths=tenths(row.score_first),
        tenths_2=tenths(row.score_second),
        ends=ends,
        verdict=verdict,
    )


def tell_events(compared: pd.DataFrame, delivery: dict[str, str]) -> str:
    """Say which interviews differ; compared as from `compare_events`, delivery as from `name_deliveries`."""
    if compared.empty:
        return translate_word(NO_PAIR)
    pairs = compared.groupby(["first", "second"], sort=False)
    told = [_tell_pair(rows, delivery) for _, rows in pairs if (rows["verdict"] != "").any()]
    return " ".join([*told, _count_pairs(pairs, len(told))])


def _tell_pair(rows: pd.DataFrame, delivery: dict[str, str]) -> str:
    """Say by what two interviews differ, from the side with more of the first measurement that differs."""
    called = rows[rows["verdict"] != ""]
    is_first = called["verdict"].iloc[0] == "higher"
    here, there = called[["first", "second"] if is_first else ["second", "first"]].iloc[0]
    has = join(
        f"{_say_more(row, higher=(row.verdict == 'higher') == is_first)} ({_say_scores(row, turned=not is_first)})"
        for row in called.itertuples()
    )
    said = translate(
        "In {mark}, answers have {has} than in {mark_2}.",
        mark=_mark(here, delivery),
        has=has,
        mark_2=_mark(there, delivery),
    )
    is_apart = {delivery.get(here), delivery.get(there)} == {
        "spoken",
        "written",
    }  # not where one is not stated
    return f"{said} {translate_word(DELIVERED)}" if is_apart else said


def _mark(label: str, delivery: dict[str, str]) -> str:
    """Name an interview with how its answers were given: "Herald, 3 May (written)"."""
    return f"{label} ({translate_word(delivery[label])})" if delivery.get(label) else label


def _count_pairs(pairs: DataFrameGroupBy, n_told: int) -> str:
    """Say how many pairs differ, and of the others why none is called, each pair once."""
    reasons = pairs["why"].first()[~pairs["verdict"].agg(any)]
    listed = "; ".join(
        translate("{why} in {n:,}", why=translate_stored(why), n=n)
        for why, n in reasons.value_counts().items()
    )
    told = translate(
        "Of {pairs} of interviews, {n_told} can be told apart",
        pairs=count(pairs.ngroups, "pair"),
        n_told=n_told or translate("none"),
    )
    return f"{told} ({listed})." if listed else f"{told}."


def tell_range(own: pd.DataFrame, delivery: dict[str, str]) -> str:
    """Say from where to where the first formula runs, written answers apart from spoken ones.

    own: one row per (label, formula), as from `measure_bands`, of answers. delivery: as from `name_deliveries`.
    """
    scored = own[own["score"].notna()]
    scored = scored[scored["formula"] == scored["formula"].iloc[0]] if len(scored) else scored
    if scored.empty:
        return translate("No interview holds enough words for a score.")
    kinds = scored["label"].map(lambda label: delivery.get(label, ""))
    told = [
        translate(_ANSWERS.get(kind, "the answers {ends}"), ends=_say_ends(rows))
        for kind, rows in scored.groupby(kinds, sort=False)
    ]
    facts = pd.concat([formula_facts(), language_formula_facts()]).set_index("formula")["direction"]
    direction = translate_word(facts[scored["formula"].iloc[0]])
    name = f"{scored['name'].iloc[0]} ({direction})"
    return f"{name}: {join(' '.join(part.split()) for part in told)}."


def _say_ends(scored: pd.DataFrame) -> str:
    """Say the lowest and the highest score, with their interviews."""
    said = [f"{tenths(row.score)} ({row.label})" for row in scored.sort_values("score").itertuples()]
    return said[0] if len(said) == 1 else span(said[0], said[-1], write=str)


def _of_lengths(compared: pd.DataFrame) -> pd.DataFrame:
    return compared[compared["formula"] == LENGTH]


def _say_more(row: tuple, *, higher: bool) -> str:
    told = _TOLD[row.formula]
    return translate_word(told.more if higher else told.less)


def _say_scores(row: tuple, *, turned: bool = False) -> str:
    """Say two scores with their unit, and by how many ways of ending sentences they differ."""
    told, scores = _TOLD[row.formula], [row.score_first, row.score_second]
    more, less = map(told.write, reversed(scores) if turned else scores)
    said = translate("{more} {unit} against {less}", more=more, unit=translate_word(told.unit), less=less)
    if row.low == row.high:  # where sentences end makes no difference to words
        return said
    return translate(
        "{said}, by {n_ways} of {ways} of ending sentences",
        said=said,
        n_ways=int(row.n_ways),
        ways=count(row.of_ways, "way"),
    )


def _signed(value: float) -> str:
    return tenths(value).replace("-", "−")


def _name(side: str) -> str:
    """Return the interview of a side: "Herald, 3 May" of "Herald, 3 May, answers"."""
    return side.rpartition(", ")[0]
