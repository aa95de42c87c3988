"""Formulas held against worked examples, and our scores beside those of textstat on one invented text."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pandas as pd
import textstat
from textstat.backend.counts import count_difficult_words

from analysis.language import LANGUAGE
from analysis.readability.any_text import PROSE, count_file_text
from analysis.readability.formulas import FORMULAS, Formula
from analysis.readability.scores import COUNTS

HERE = Path(__file__).parent
PAPER, HAND = "worked example", "hand arithmetic"
_THEIRS = {
    "n_words": textstat.lexicon_count,
    "n_sentences": textstat.sentence_count,
    "n_letters": textstat.letter_count,
    "n_syllables": textstat.syllable_count,
    "n_monosyllables": textstat.monosyllabcount,
    "n_polysyllables": textstat.polysyllabcount,
    "n_long_words": textstat.long_word_count,
    "n_mini_words": textstat.miniword_count,
    "n_difficult_words": partial(count_difficult_words, lang=LANGUAGE, syllable_threshold=0),
}
_PARTS = "Both count the same; they part words otherwise."
_WHY_COUNTS = {
    "n_words": "textstat parts words at white space only.",
    "n_sentences": "textstat ends a sentence at every point, also in initials and figures (T. Aldane, 9.30), "
    "and then drops every sentence of one or two words.",
    "n_letters": _PARTS,
    "n_syllables": "textstat reads a hyphenated word as one word, which the dictionary seldom holds, while here "
    "its parts are added up; it takes the first pronunciation, and hyphenation for words it does not find.",
    "n_monosyllables": "As for syllables.",
    "n_polysyllables": "As for syllables.",
    "n_long_words": _PARTS,
    "n_mini_words": _PARTS,
    "n_difficult_words": "textstat finds no name, inflection, figure, possessive or compound on the list; by the "
    "rules of Dale and Chall names, figures and regular forms of listed words are familiar.",
}
_THEIR_SCORES = {
    "flesch_reading_ease": textstat.flesch_reading_ease,
    "flesch_kincaid": textstat.flesch_kincaid_grade,
    "gunning_fog": textstat.gunning_fog,
    "smog": textstat.smog_index,
    "linsear_write": textstat.linsear_write_formula,
    "automated_readability": textstat.automated_readability_index,
    "coleman_liau": textstat.coleman_liau_index,
    "dale_chall": textstat.dale_chall_readability_score,
    "spache": textstat.spache_readability,
    "lix": textstat.lix,
    "rix": textstat.rix,
    "eflaw": textstat.mcalpine_eflaw,
}
_SAME = "The formula is the same; the counts differ."
_NONE = "textstat 0.7.8 does not have this formula."
_OTHER = {
    "gunning_fog": "textstat leaves out words on its list of easy words, however long.",
    "linsear_write": "textstat takes the first hundred words only, here the whole text is taken.",
    "automated_readability": "textstat counts punctuation marks among the characters, and divides by "
    "words among which is a dash that stands alone.",
    "coleman_liau": "textstat writes 0.058 where the paper leads to 0.0588.",
    "spache": "textstat takes the constants of 1953 with the list of Dale and Chall, and passes over words "
    "of one syllable; here constants and list are those of 1974.",
}


def list_examples() -> pd.DataFrame:
    """List the examples that every formula is held against.

    Returns one row an example: formula, label, basis (a worked example that is printed, or hand arithmetic
    where none is known to us), where, counts (as words), expected, ours, within (how far they may differ),
    agrees.
    """
    examples = pd.read_csv(HERE / "conformance.csv")
    formulas = {formula.formula: formula for formula in FORMULAS}
    rows = [_try_example(row, formulas[row["formula"]]) for row in examples.to_dict("records")]
    table = examples[["formula", "where", "expected", "within"]].join(pd.DataFrame(rows))
    basis = examples["basis"].map({"paper": PAPER, "hand": HAND})
    return table.assign(basis=basis, agrees=abs(table["expected"] - table["ours"]) <= table["within"])


def _try_example(row: dict[str, object], formula: Formula) -> dict[str, object]:
    counts = {count: row[count] for count in formula.counts}
    said = ", ".join(_say_count(count, n) for count, n in counts.items())
    return {"label": formula.label, "counts": said, "ours": float(formula.score(**counts))}


def _say_count(count: str, n: float) -> str:
    nouns = _say(count)
    return f"{n:g} {nouns.removesuffix('s') if n == 1 else nouns}"


def _say(count: str) -> str:
    return count.removeprefix("n_").replace("_", " ")


def read_sample() -> str:
    """Return the invented text that both are tried on."""
    return (HERE / "sample.txt").read_text(encoding="utf-8")


def compare_counts(text: str) -> pd.DataFrame:
    """Set our counts of a text beside textstat's, now.

    Returns one row a count: count, ours, textstat, difference, cause ('' where there is no difference).
    """
    ours, theirs = _count_ours(text), _count_theirs(text)
    rows = [(_say(count), ours[count], n, ours[count] - n, _WHY_COUNTS[count]) for count, n in theirs.items()]
    table = pd.DataFrame(rows, columns=["count", "ours", "textstat", "difference", "cause"])
    return table.assign(cause=table["cause"].where(table["difference"] != 0, ""))


def compare_textstat(text: str) -> pd.DataFrame:
    """Set our scores of a text beside textstat's, now.

    Returns one row a formula: formula, label, ours, with_their_sentences and with_their_counts (our formula
    on textstat's counts), textstat (NaN where it has none), difference, cause.
    """
    ours, theirs = _count_ours(text), _count_theirs(text)
    theirs["n_unfamiliar_words"] = ours["n_unfamiliar_words"]
    rows = []
    for formula in FORMULAS:
        mixed = [ours, ours | {"n_sentences": theirs["n_sentences"]}, theirs]
        scores = [float(formula.score(**{name: counts[name] for name in formula.counts})) for counts in mixed]
        score = _THEIR_SCORES.get(formula.formula)
        printed = score(text) if score else float("nan")
        cause = _NONE if score is None else _OTHER.get(formula.formula, _SAME)
        rows.append((formula.formula, formula.label, *scores, printed, scores[0] - printed, cause))
    columns = ["formula", "label", "ours", "with_their_sentences", "with_their_counts"]
    return pd.DataFrame(rows, columns=[*columns, "textstat", "difference", "cause"])


def _count_ours(text: str) -> dict[str, float]:
    sentences = count_file_text(text, kind=PROSE)["sentences"]
    return sentences[COUNTS].sum().to_dict() | {"n_sentences": len(sentences)}


def _count_theirs(text: str) -> dict[str, float]:
    return {name: count(text) for name, count in _THEIRS.items()}
