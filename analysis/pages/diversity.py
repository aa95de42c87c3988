"""What the page on vocabulary says of how varied words are: questions beside answers cut as short."""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate, translate_word
from analysis.pages.phrasing import MOST_NAMED, Texts, count, join, out_of, sentence_if_empty, span
from analysis.report import Report
from analysis.roles import QUESTION
from analysis.vocabulary import DIVERSITY, FEWEST_WORDS

NEUTRAL = "How varied the words are"


def add_chance(diversity: pd.DataFrame, chance: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Set beside each measure of questions what the answers give, cut into pieces as long as the questions.

    diversity: as from `list_diversity`. chance: as from `list_chance`. sources: one row a source (source, event).
    Returns the same rows with two columns more a measure, such as mtld_72_low and mtld_72_high; missing for
    answers, and where the answers are shorter than the questions.
    """
    of_event = chance.merge(sources[["source", "event"]], on="source")
    wide = of_event.pivot_table(index="event", columns="figure", values=["low", "high"])
    wide.columns = [f"{figure}_{end}" for end, figure in wide.columns]
    ends = [f"{name}_{end}" for name in DIVERSITY for end in ("low", "high")]
    beside = diversity.join(wide.reindex(columns=ends), on="event")
    beside[ends] = beside[ends].where(beside["role"] == QUESTION)
    return beside


def _name_measured(diversity: pd.DataFrame) -> str:
    """Say what is drawn: questions and their line only where there are any."""
    if not (diversity["role"] == QUESTION).any():
        return translate("Lexical diversity of own words; higher is more varied")
    return translate(
        "Lexical diversity of own words and of printed questions; higher is more varied. Line: what "
        "answers give, cut into pieces as long as the questions"
    )


@sentence_if_empty(f"No interview holds the {FEWEST_WORDS} words that the measures ask for.")
def say_diversity(diversity: pd.DataFrame, report: Report) -> Texts:
    """For `plot_diversity`; diversity as from `add_chance`, rows with values."""
    listed = "; ".join(
        f"{row.label}, {translate_word(row.role + 's')} {row.mtld_72:.0f}" for row in diversity.itertuples()
    )
    return {
        "title": _title_diversity(diversity),
        "subtitle": _name_measured(diversity),
        "note": translate(
            "Source: tables diversity and chance. {words}; fewer than {fewest_words} words of a kind are "
            "left out.",
            words=count(int(diversity["n_words"].sum()), "word"),
            fewest_words=FEWEST_WORDS,
        ),
        "caption": _caption_diversity(diversity),
        "alt": translate("Dots, a row an interview, a mark a role. MTLD: {listed}.", listed=listed),
    }


def _title_diversity(diversity: pd.DataFrame) -> str:
    """Name the interviews whose questions lie outside what pieces of the answers give, by all measures alike.

    Where some measures find a difference and others none, nothing is said, not even that there is none.
    """
    compared, more, less = _judge(diversity)
    if not len(compared) or (len(more) and len(less)):
        return translate_word(NEUTRAL)
    if more or less:
        where = (
            join(more or less)
            if len(more or less) <= MOST_NAMED
            else out_of(len(more or less), len(compared), "interview")
        )
        return translate(
            "In {where}, questions are {how} varied than answers cut as short",
            where=where,
            how=translate("more") if more else translate("less"),
        )
    if _count_outside(compared).any():
        return translate_word(NEUTRAL)
    return translate("Questions are as varied as answers cut as short, as far as these texts can show")


def _caption_diversity(diversity: pd.DataFrame) -> str:
    compared, *_ = _judge(diversity)
    if not len(compared):
        return translate("No interview holds enough words of both answers and questions to compare them.")
    outside = _count_outside(compared)
    said = "; ".join(_say_beside(row, outside[row.Index]) for row in compared.itertuples())
    return translate(
        "Questions, beside pieces of the answers of the same lengths, cut at random: {said}. The "
        "measures and their settings read the same words and count as one: something is said only where "
        "all of them lie outside chance.",
        said=said,
    )


def _say_beside(row: tuple, n_outside: int) -> str:
    ends = span(row.mtld_72_low, row.mtld_72_high, write="{:.0f}".format)
    outside = (
        translate(
            ", outside chance by {n_outside} of {n_diversity} measures",
            n_outside=n_outside,
            n_diversity=len(DIVERSITY),
        )
        if n_outside
        else ""
    )
    return translate(
        "{label}: MTLD {mtld_72:.0f}, by chance {ends}{outside}",
        label=row.label,
        mtld_72=row.mtld_72,
        ends=ends,
        outside=outside,
    )


def _count_outside(compared: pd.DataFrame) -> pd.Series:
    """Return by how many measures the questions of each interview lie outside what pieces of the answers give."""
    is_outside = [
        ~compared[name].between(compared[f"{name}_low"], compared[f"{name}_high"]) for name in DIVERSITY
    ]
    return pd.concat(is_outside, axis=1).sum(axis=1)


def _judge(diversity: pd.DataFrame) -> tuple[pd.DataFrame, list[str], list[str]]:
    """Return the questions that have a baseline, and the interviews whose lie above and below it throughout."""
    ends = [f"{name}_{end}" for name in DIVERSITY for end in ("low", "high")]
    asked = diversity[diversity["role"] == QUESTION].dropna(subset=[*DIVERSITY, *ends])
    low, high = (asked[[f"{name}_{end}" for name in DIVERSITY]].to_numpy() for end in ("low", "high"))
    values = asked[DIVERSITY].to_numpy()
    more, less = (asked.loc[found.all(axis=1), "label"].tolist() for found in (values > high, values < low))
    return asked, more, less
