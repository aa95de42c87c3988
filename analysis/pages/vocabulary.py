"""What the page on vocabulary says: distinctive words, and how varied words are."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log

import numpy as np
import pandas as pd

from analysis.messages import translate, translate_word
from analysis.pages.notes import note_basis
from analysis.pages.phrasing import (
    Texts,
    agree,
    count,
    itemise,
    join,
    percent,
    quote,
    sentence_if_empty,
    span,
    tenths,
)
from analysis.report import Report
from analysis.statistics import Baseline
from analysis.vocabulary import (
    FEWEST_KEYWORD_TURNS,
    FEWEST_KEYWORD_USES,
    KEYWORDS,
    LEVEL,
    SPELLING,
    are_of_one_turn,
)

MOST_TESTED = 2_500  # rows of all comparisons that a page offers: more would make it heavy
MOST_WORDS = 4  # more do not make a title
LEGEND = (
    "Filled: by LRC, the whole interval lies beyond equal. Hollow: by G² alone. Intervals that reach "
    "further end in an arrow."
)


@sentence_if_empty("No word stands out in one interview against the others.")
def say_keywords(
    keywords: pd.DataFrame, report: Report, *, evidence: pd.DataFrame, chance: pd.DataFrame
) -> Texts:
    """For `plot_keywords`; keywords as from `choose_keywords`, evidence as from `list_evidence`.

    chance: as from `list_chance`.
    """
    names = report.events.set_index("event")["label"]
    of_events = keywords.groupby(keywords["side"].map(names), sort=False)["word"].agg(join)
    return {
        "title": _title_words(keywords, find_baseline(chance), _list_joined(report)),
        "subtitle": translate(
            "How many times as often an interview uses a word as all others together, with intervals that "
            "hold for all tested words at once"
        ),
        "note": translate(
            "Source: table contrasts. {note_basis}. {note_tests}",
            note_basis=note_basis(report),
            note_tests=_note_tests(evidence),
        ),
        "caption": translate(
            "{count_clear} Intervals take words for independent of each other, which those of one answer are "
            "not: they are too narrow. A word that one answer holds mostly is marked.",
            count_clear=_count_clear(evidence),
        ),
        "alt": translate(
            "Dots with interval lines, words in rows, by interview. {itemise}.",
            itemise=itemise(of_events, ": "),
        ),
    }


def find_baseline(chance: pd.DataFrame) -> Baseline | None:
    """Return how many words are clear of one interview beside what chance gives; None where nothing was dealt."""
    rows = chance[chance["figure"] == KEYWORDS]
    columns = ["observed", "mean", "low", "high", "n_draws"]
    return Baseline(*rows[columns].iloc[0]) if len(rows) else None


def _title_words(keywords: pd.DataFrame, baseline: Baseline | None, joined: set[str]) -> str:
    """Name the words that stand out beyond chance, in several answers; else say how many, and how many chance gives."""
    if not baseline:
        return translate("Which words an interview uses more than the others")
    if not baseline.is_above:
        return _title_chance(baseline)
    is_firm = (keywords["lrc"] > 0) & (keywords["turns_q"] <= 1 - LEVEL) & ~are_of_one_turn(keywords)
    firm = keywords.loc[is_firm, "word"].unique()
    if 0 < len(firm) <= MOST_WORDS:
        named = [word if word in joined else quote([word])[0] for word in firm]
        return f"{join(named)} {_stand_out(len(firm))}"
    n = int(baseline.observed)
    return f"{count(n, 'word')} {_stand_out(n)}, {_say_chance(baseline)}"


def _stand_out(n: int) -> str:
    """Say that words stand out; several need not do so in the same interview."""
    return agree(n, "stands out in one interview", "stand out in one interview or another")


def _list_joined(report: Report) -> set[str]:
    """Return the words that stand for several spellings: no quotation marks around them."""
    spellings = report.equivalents[report.equivalents["kind"] == SPELLING]
    return set(spellings["stands_for"])


def _title_chance(baseline: Baseline) -> str:
    """Say how many words stand out where chance alone may give as many."""
    n = int(baseline.observed)
    if not n:
        return translate("No word stands out in one interview")
    ends = span(baseline.low, baseline.high, write="{:.0f}".format)
    return translate(
        "No word surely stands out: {n:,} {agree} by LRC, and chance alone gives {ends}",
        n=n,
        agree=agree(n, "does", "do"),
        ends=ends,
    )


def _say_chance(baseline: Baseline) -> str:
    return translate(
        "by chance {tenths} ({span})",
        tenths=tenths(baseline.mean),
        span=span(baseline.low, baseline.high, write="{:.0f}".format),
    )


def tell_keywords(keywords: pd.DataFrame, chance: pd.DataFrame) -> str:
    """Say how many words are clearly more frequent in one interview, which, and how many chance gives.

    keywords: as from `score_keywords`; those that one answer holds mostly are said to be.
    """
    clear, baseline = keywords[keywords["lrc"] > 0], find_baseline(chance)
    if not baseline:
        return translate("There are no two interviews to compare.")
    found = translate(
        "{comparisons} of a word in one interview with all others",
        comparisons=count(len(keywords), "comparison"),
    )
    words = clear["word"] + are_of_one_turn(clear).map({True: translate(" (mostly one answer)"), False: ""})
    named = f": {join(words)}" if len(clear) else ""
    verdict = "" if baseline.is_above or clear.empty else translate(" So they may all be chance.")
    return translate(
        "Of {found}, {n_clear} {agree} it more frequent there by LRC{named}; {say_chance}, when answers "
        "are dealt to the interviews at random.{verdict}",
        found=found,
        n_clear=len(clear) or translate("none"),
        agree=agree(len(clear), "finds", "find"),
        named=named,
        say_chance=_say_chance(baseline),
        verdict=verdict,
    )


def tell_firm(keywords: pd.DataFrame) -> str:
    """Say how many of the words that are clear hold where answers are counted; as from `score_keywords`."""
    if keywords.empty:
        return translate("So no word can be told to stand out.")
    clear = keywords[keywords["lrc"] > 0]
    if clear.empty:
        return translate("No word is left for a harder test.")
    n = int((clear["turns_q"] <= 1 - LEVEL).sum())
    return translate(
        "If not the uses of a word are counted, but the answers that have it, {n} of these {agree}. That "
        "is the harder test: an answer about one matter uses its words again and again.",
        n=n or translate("none"),
        agree=agree(n, "holds", "hold"),
    )


def tell_power(voices: pd.DataFrame) -> str:
    """Say how often answers would have to use a word that questions never use; as from `score_keywords`."""
    answers = voices[voices["side"] == "answer"]
    if answers.empty:
        return translate("No interview prints questions and answers.")
    first = answers.iloc[0]
    share = first["n_words"] / (first["n_words"] + first["n_words_other"])
    fewest = floor(log((1 - LEVEL) / 2 / first["n_tested"]) / log(share)) + 1
    return translate(
        "The questions have {words}: one that they never use would have to come up {times} in the "
        "answers to stand out.",
        words=count(int(first["n_words_other"]), "word"),
        times=count(fewest, "time"),
    )


def _note_tests(evidence: pd.DataFrame) -> str:
    tested = count(int(evidence["n_tested"].max()), "word")
    return translate(
        "{tested} tested on each side, those used at least {fewest_keyword_uses} times in at least "
        "{fewest_keyword_turns} answers. {legend}",
        tested=tested,
        fewest_keyword_uses=FEWEST_KEYWORD_USES,
        fewest_keyword_turns=FEWEST_KEYWORD_TURNS,
        legend=translate_word(LEGEND),
    )


def _count_clear(evidence: pd.DataFrame) -> str:
    """Say how many of the tests are passed."""
    n, clear, also = (int(evidence[column].sum()) for column in ("n_tested", "by_lrc", "by_all"))
    are = agree(clear, "is", "are")
    return translate(
        "Of {comparisons} of a word, {clear} {are} clear by LRC, more frequent or rarer ({share}), "
        "{also} by all of LRC, G² and the number of answers.",
        comparisons=count(n, "comparison"),
        clear=clear or translate("none"),
        are=are,
        share=percent(clear / n),
        also=also or translate("none"),
    )


def list_comparisons(*evidence: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Put comparisons in one table: one row each; of answers and questions, one row of the two.

    evidence: as from `list_evidence`. names: how the first side of each comparison is printed, in order.
    """
    return _name_sides(evidence, names)


def list_tested(*keywords: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Put tested words in one table, the strongest of each comparison first: one row a word and comparison.

    keywords: as from `score_keywords`. names: as for `list_comparisons`. Numbers are rounded for reading;
    a bound without limit is missing. Where comparisons are many, each has its first words only.
    """
    tested = _name_sides(keywords, names)
    ordered = tested.sort_values(["side", "g2", "word"], ascending=[True, False, True])
    if len(ordered) > MOST_TESTED:
        ordered = ordered.groupby("side").head(MOST_TESTED // ordered["side"].nunique())
    return ordered.round(3).replace([np.inf, -np.inf], None)


def name_tested(*keywords: pd.DataFrame) -> str:
    """Say what a row of `list_tested` is, and of which words there is none; keywords as there."""
    n = sum(len(table) for table in keywords)
    is_cut = n > MOST_TESTED
    cut = (
        translate(" Of each comparison the words of the highest G²; the table contrasts has all.")
        if is_cut
        else ""
    )
    return translate(
        "A row is a word in a comparison. Low and high hold for all words of a comparison at once.{cut}",
        cut=cut,
    )


def _name_sides(tables: Iterable[pd.DataFrame], names: dict[str, str]) -> pd.DataFrame:
    """Put tables in one, with compared; sides without a name mirror another and are left out."""
    together = pd.concat(tables)
    named = together[together["side"].isin(names)]
    return named.assign(compared=named["side"].map(names))
