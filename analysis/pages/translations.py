"""What pages say of an event that is here in two languages: a translation is no reworded copy."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.language import name_language
from analysis.messages import translate, translate_word
from analysis.pages.phrasing import agree, count, join
from analysis.report import Report
from analysis.versions import list_alone, list_turns_beside, pair_translations, place_in_turns

ONE_LANGUAGE = "No event is here in two languages."
SURE = 0.9  # confidence from which a link is called sure
TURN_HEADINGS = {
    "text": "texts",
    "role": "voice",
    "original_turn": "turn of the original",
    "translation_turns": "turn of the translation",
    "n_original_sentences": "its sentences",
    "n_linked": "with a counterpart",
    "n_translation_sentences": "sentences of the translation",
    "n_original_words": "its words",
    "n_translation_words": "words of the translation",
    "n_anchors": "numbers and names in both",
    "confidence": "confidence",
}
ALONE_HEADINGS = {
    "text": "texts",
    "side": "text that has it",
    "turn": "turn",
    "sentence": "sentence",
    "role": "voice",
    "n_words": "words",
}
RENDERING_HEADINGS = {
    "formula": "formula of the original",
    "wording": "wording of the translation",
    "n_together": "places of both",
    "n_formula": "places of the formula",
    "n_wording": "places of the wording",
    "expected": "places of both by chance",
    "p": "p",
    "how": "how it is known",
    "languages": "languages",
}


class Beside(NamedTuple):
    """Originals and translations side by side; see the function of each in `versions`."""

    pairs: pd.DataFrame
    turns: pd.DataFrame
    alone: pd.DataFrame
    links: pd.DataFrame
    n_sentences: int  # running sentences of the originals


def set_translations_beside(report: Report) -> Beside:
    """Set each original beside its translation."""
    deliveries = report.deliveries
    made = frozenset(deliveries.loc[deliveries["translated"] == "yes", "source"])
    pairs = pair_translations(report.sources, made)
    placed = place_in_turns(report.sentences, report.segments)
    links = report.translations
    turns, alone = (make(links, placed, pairs) for make in (list_turns_beside, list_alone))
    named = pairs[["original", "translation"]].assign(text=_name_pairs(pairs, report))
    n = int(placed["source"].isin(pairs["original"]).sum())
    return Beside(pairs, turns.merge(named), alone.merge(named), links, n)


def _name_pairs(pairs: pd.DataFrame, report: Report) -> pd.Series:
    labels = pairs["original"].map(dict(zip(report.sources["source"], report.sources["label"], strict=True)))
    spoken = [pairs[name].map(_name_language) for name in ("language", "original_language")]
    return labels + ": " + spoken[0] + translate(" for ") + spoken[1]


def tell_translations(beside: Beside) -> str:
    """Say how many events are here in two languages, and how much of each original has a counterpart."""
    if beside.pairs.empty:
        return translate_word(ONE_LANGUAGE)
    n_events, links = beside.pairs["event"].nunique(), beside.links
    spoken = [*beside.pairs["original_language"], *beside.pairs["language"]]
    names = join(sorted({translate_word(name_language(code)) for code in spoken}))
    n_linked = len(links[["original", "original_sentence"]].drop_duplicates())
    n_sure = int((links["confidence"] >= SURE).sum())
    n_held = int((links["n_anchors"] > 0).sum())
    n_alone = int((beside.alone["side"] == "translation").sum())
    extent = translate(
        "{interviews} {agree} here in {names}, original and translation.",
        interviews=count(n_events, "interview"),
        agree=agree(n_events, "is", "are"),
        names=names,
    )
    kept = translate(
        "Of {sentences} of the originals {n_linked} have a counterpart in the translation; {n_alone} of "
        "the translations have none in the original.",
        sentences=count(beside.n_sentences, "sentence"),
        n_linked=n_linked,
        n_alone=n_alone,
    )
    sure = translate(
        "Of {links} {n_sure} are sure (confidence {sure} or more), and {n_held} share a number, a date, "
        "or a name or another word alike in sound.",
        links=count(len(links), "link"),
        n_sure=n_sure,
        sure=SURE,
        n_held=n_held,
    )
    return f"{extent} {kept} {sure}"


def tell_renderings(renderings: pd.DataFrame, pairs: pd.DataFrame) -> str:
    """Say how many formulas of originals have a known wording, and how many have several; rows of `renderings`."""
    if pairs.empty:
        return translate_word(ONE_LANGUAGE)
    if renderings.empty:
        return translate(
            "No formula of an original stands with a wording of its translation more often than by chance."
        )
    per_formula = renderings[renderings["n_together"] > 0].groupby(["original_language", "formula"]).size()
    n, n_several = len(per_formula), int((per_formula > 1).sum())
    n_decided = int((renderings["how"] == "decided").sum())
    decided = (
        translate(
            " {pairs} {agree} decided.", pairs=count(n_decided, "pair"), agree=agree(n_decided, "is", "are")
        )
        if n_decided
        else ""
    )
    several = translate(
        "{n_several} {agree} several: that is the translators’ variation",
        n_several=n_several,
        agree=agree(n_several, "has", "have"),
    )
    return translate(
        "{formulas} of originals {agree} in the places of a wording of the translation; {several}.{decided}",
        formulas=count(n, "formula"),
        agree=agree(n, "stands", "stand"),
        several=several,
        decided=decided,
    )


def list_renderings(renderings: pd.DataFrame) -> pd.DataFrame:
    """Return rows of `renderings` as printed, with the names of both languages."""
    names = [renderings[name].map(_name_language) for name in ("original_language", "language")]
    return renderings.assign(
        languages=names[0] + translate(" to ") + names[1], p=renderings["p"].map("{:.2g}".format)
    )


def _name_language(code: str) -> str:
    return translate_word(name_language(code))
