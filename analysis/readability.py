"""Readability: the components first, then the published formulas, from counted columns.

The formulas were fitted to printed prose; what they say of translated speech compares, it does not grade.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import pandas as pd

from .errors import InputError

EASIER = "higher is easier"
HARDER = "higher is harder"
GRADE = "US school grade"
COUNTS = ["n_words", "n_letters", "n_syllables", "n_polysyllables", "n_long_words", "n_difficult_words"]


def flesch_reading_ease(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Flesch (1948); he writes 0.846 times the syllables in 100 words."""
    return 206.835 - 1.015 * n_words / n_sentences - 84.6 * n_syllables / n_words


def flesch_kincaid(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Kincaid, Fishburne, Rogers and Chissom (1975)."""
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59


def gunning_fog(*, n_words: float, n_sentences: float, n_polysyllables: float) -> float:
    """Gunning (1952)."""
    return 0.4 * (n_words / n_sentences + 100 * n_polysyllables / n_words)


def smog(*, n_sentences: float, n_polysyllables: float) -> float:
    """McLaughlin (1969): the regression itself, not the root plus three; scaled to 30 sentences."""
    return 3.1291 + 1.0430 * (30 * n_polysyllables / n_sentences) ** 0.5


def automated_readability(*, n_words: float, n_sentences: float, n_letters: float) -> float:
    """Smith and Senter (1967); not rounded up to a whole grade."""
    return 4.71 * n_letters / n_words + 0.5 * n_words / n_sentences - 21.43


def coleman_liau(*, n_words: float, n_sentences: float, n_letters: float) -> float:
    """Coleman and Liau (1975), their cloze estimate and its grade folded into one line.

    cloze = 141.8401 - 0.214590 L + 1.079812 S and grade = 23.06395 - 0.274004 cloze give
    0.058798 L - 0.295873 S - 15.8008, with L letters and S sentences in 100 words.
    """
    return (5.88 * n_letters - 29.6 * n_sentences) / n_words - 15.8


def dale_chall(*, n_words: float, n_sentences: float, n_difficult_words: float) -> float:
    """Dale and Chall (1948): the raw score, its constant always added as in their worksheet."""
    return 15.79 * n_difficult_words / n_words + 0.0496 * n_words / n_sentences + 3.6365


def lix(*, n_words: float, n_sentences: float, n_long_words: float) -> float:
    """Björnsson (1968)."""
    return n_words / n_sentences + 100 * n_long_words / n_words


def rix(*, n_sentences: float, n_long_words: float) -> float:
    """Anderson (1983)."""
    return n_long_words / n_sentences


@dataclass(frozen=True)
class Formula:
    """The facts of one formula; shorter texts than its minimum get no score, and `minimum` says why."""

    formula: str
    label: str
    score: Callable[..., float]
    direction: str
    unit: str
    min_words: int
    min_sentences: int
    minimum: str
    author: str
    year: int
    title: str
    made_for: str
    counted_here: str

    @property
    def counts(self) -> list[str]:
        """The counts the formula asks for."""
        return list(inspect.signature(self.score).parameters)


SYLLABLES = "Syllables by pronouncing dictionary; a figure is one syllable."
CHARACTERS = "Letters and digits, without punctuation."
LONG_WORDS = "Long words have seven or more letters."
SAMPLE = "The author takes samples of 100 words."
CONVENTION = "Convention of this report, as for Flesch reading ease; no minimum of the authors is known."

FORMULAS = (
    Formula(
        formula="flesch_reading_ease", label="Flesch reading ease", score=flesch_reading_ease,
        direction=EASIER, unit="points, about 0 (very difficult) to 100 (very easy), not bounded",
        min_words=100, min_sentences=1, minimum=SAMPLE,
        author="Flesch, R.", year=1948, title="A new readability yardstick",
        made_for="reading matter for adults, such as magazines", counted_here=SYLLABLES,
    ),
    Formula(
        formula="flesch_kincaid", label="Flesch-Kincaid grade", score=flesch_kincaid,
        direction=HARDER, unit=GRADE, min_words=100, min_sentences=1, minimum=CONVENTION,
        author="Kincaid, J. P., Fishburne, R. P., Rogers, R. L. and Chissom, B. S.", year=1975,
        title="Derivation of new readability formulas (Automated Readability Index, Fog Count and "
        "Flesch Reading Ease Formula) for Navy enlisted personnel",
        made_for="training manuals of the US Navy", counted_here=SYLLABLES,
    ),
    Formula(
        formula="gunning_fog", label="Gunning fog index", score=gunning_fog,
        direction=HARDER, unit="years of schooling", min_words=100, min_sentences=1,
        minimum="The index is taken on passages of about 100 words.",
        author="Gunning, R.", year=1952, title="The technique of clear writing",
        made_for="business and newspaper writing",
        counted_here="Every word of three or more syllables counts; the author leaves out names, compounds "
        "of easy words and endings in -es and -ed, so the index runs high here.",
    ),
    Formula(
        formula="smog", label="SMOG grade", score=smog,
        direction=HARDER, unit=GRADE, min_words=1, min_sentences=30,
        minimum="The formula is fitted to 30 sentences; longer texts are scaled to 30.",
        author="McLaughlin, G. H.", year=1969, title="SMOG grading: a new readability formula",
        made_for="the schooling needed to understand a text fully", counted_here=SYLLABLES,
    ),
    Formula(
        formula="automated_readability", label="Automated Readability Index", score=automated_readability,
        direction=HARDER, unit=GRADE, min_words=100, min_sentences=1, minimum=CONVENTION,
        author="Smith, E. A. and Senter, R. J.", year=1967, title="Automated Readability Index",
        made_for="technical writing of the US Air Force", counted_here=CHARACTERS,
    ),
    Formula(
        formula="coleman_liau", label="Coleman-Liau index", score=coleman_liau,
        direction=HARDER, unit=GRADE, min_words=100, min_sentences=1,
        minimum="The formula is stated in letters and sentences per 100 words.",
        author="Coleman, M. and Liau, T. L.", year=1975,
        title="A computer readability formula designed for machine scoring",
        made_for="textbooks, scored by machine", counted_here=CHARACTERS,
    ),
    Formula(
        formula="dale_chall", label="Dale-Chall score (1948)", score=dale_chall, direction=HARDER,
        unit="points; up to 4.9 is US school grade 4 and below, from 10 college graduate",
        min_words=100, min_sentences=1, minimum="The authors take samples of 100 words.",
        author="Dale, E. and Chall, J. S.", year=1948, title="A formula for predicting readability",
        made_for="reading by adults and by children above grade 4",
        counted_here="The list of easy words is that of 1948, hence the formula of 1948; names and regular "
        "inflections count as difficult, which the authors spare, so the score runs high here.",
    ),
    Formula(
        formula="lix", label="LIX", score=lix,
        direction=HARDER, unit="points, about 20 (very easy) to 60 (very difficult)",
        min_words=100, min_sentences=1, minimum=CONVENTION,
        author="Björnsson, C. H.", year=1968, title="Läsbarhet",
        made_for="books in Swedish; used for other languages since", counted_here=LONG_WORDS,
    ),
    Formula(
        formula="rix", label="RIX", score=rix,
        direction=HARDER, unit="long words per sentence", min_words=100, min_sentences=1, minimum=CONVENTION,
        author="Anderson, J.", year=1983,
        title="Lix and Rix: variations on a little-known readability index",
        made_for="school books in English", counted_here=LONG_WORDS,
    ),
)  # fmt: skip


def formula_facts() -> pd.DataFrame:
    """List what there is to know of each formula, for the methods page.

    Returns one row a formula, in the order of FORMULAS: formula, label, direction, unit, min_words,
    min_sentences, minimum (why), author, year, title, made_for, counted_here, counts (what it asks for).
    """
    facts = pd.DataFrame([asdict(formula) for formula in FORMULAS]).drop(columns="score")
    return facts.assign(counts=[", ".join(formula.counts) for formula in FORMULAS])


def score_readability(sentences: pd.DataFrame, *, by: Sequence[str] = ("source", "role")) -> pd.DataFrame:
    """Score each group of sentences with each formula.

    sentences: one row a sentence (the columns of `by`, n_words, n_letters, n_syllables, n_polysyllables,
    n_long_words, n_difficult_words). A sentence without words does not count.
    Returns one row a group and formula, groups in order of their names, formulas in order of FORMULAS:
    score, n_words, n_sentences, reason. Under the formula's minimum score is NaN and reason says so; else
    reason is "".
    Raises InputError if a column is missing.
    """
    totals = _add_up(sentences, by)
    scored = pd.concat([_score_formula(totals, formula) for formula in FORMULAS])
    scored = scored.sort_values(list(by), kind="stable", ignore_index=True)
    return scored[[*by, "formula", "score", "n_words", "n_sentences", "reason"]]


def list_scores(sentences: pd.DataFrame, *, by: Sequence[str] = ("date", "label", "role")) -> pd.DataFrame:
    """List all scores of each group in one row, for reading.

    sentences: one row a sentence, with the columns of `by`. Returns one row a group: by, a column a formula
    (its name), and missing (why a score is, '' if none is).
    """
    scores = score_readability(sentences, by=by)
    names = {formula.formula: formula.label for formula in FORMULAS}
    wide = scores.pivot(index=list(by), columns="formula", values="score")
    wide = wide.reindex(columns=list(names)).rename(columns=names)
    why = scores[scores["reason"] != ""].assign(text=lambda t: t["formula"].map(names) + " " + t["reason"])
    wide["missing"] = why.groupby(list(by))["text"].agg("; ".join).reindex(wide.index).fillna("")
    return wide.reset_index().rename_axis(columns=None)


def describe_sentences(sentences: pd.DataFrame, *, by: Sequence[str] = ("source", "role")) -> pd.DataFrame:
    """Measure the components the formulas are made of.

    sentences: as for score_readability.
    Returns one row a group: n_sentences, n_words, words_per_sentence (mean), median_words_per_sentence,
    letters_per_word, syllables_per_word, and as shares of the words from 0 to 1 share_polysyllables (3 or
    more syllables), share_long_words (7 or more letters), share_difficult_words.
    Raises InputError if a column is missing.
    """
    totals = _add_up(sentences, by)
    n_words = totals["n_words"]
    return totals[[*by, "n_sentences", "n_words"]].assign(
        words_per_sentence=n_words / totals["n_sentences"],
        median_words_per_sentence=totals["median_words_per_sentence"],
        letters_per_word=totals["n_letters"] / n_words,
        syllables_per_word=totals["n_syllables"] / n_words,
        share_polysyllables=totals["n_polysyllables"] / n_words,
        share_long_words=totals["n_long_words"] / n_words,
        share_difficult_words=totals["n_difficult_words"] / n_words,
    )


def _add_up(sentences: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Add up the counts of each group: one row a group."""
    missing = [column for column in [*by, *COUNTS] if column not in sentences]
    if missing:
        raise InputError(f"sentences: no column {', '.join(missing)}; merge it into the table first.")
    groups = sentences[sentences["n_words"] > 0].groupby(list(by), dropna=False, observed=True)
    totals = groups[COUNTS].sum()
    totals["n_sentences"] = groups.size()
    totals["median_words_per_sentence"] = groups["n_words"].median()
    return totals.reset_index()


def _score_formula(totals: pd.DataFrame, formula: Formula) -> pd.DataFrame:
    """Score every group with one formula."""
    reason = _why_missing(totals, formula)
    score = formula.score(**{count: totals[count] for count in formula.counts})
    return totals.assign(formula=formula.formula, score=score.where(reason == ""), reason=reason)


def _why_missing(totals: pd.DataFrame, formula: Formula) -> pd.Series:
    """Say why a group is too short for a formula; "" where it is long enough."""
    reason = pd.Series("", index=totals.index, dtype="str")
    for count, unit, least in (
        ("n_sentences", "sentences", formula.min_sentences),
        ("n_words", "words", formula.min_words),
    ):
        short = totals[count] < least
        reason[short] = "needs " + str(least) + f" {unit}, has " + totals.loc[short, count].astype(str)
    return reason
