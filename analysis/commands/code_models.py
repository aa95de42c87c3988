"""A model as one more coder: beside what people say, with every quotation that it cites looked up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import quotes, storage
from analysis.commands.code_steps import Standard
from analysis.commands.tables_steps import choose_parts
from analysis.formats import HIS, MARKED, Quoted
from analysis.pages import list_agreement, list_shares, list_validation
from analysis.pipeline import load_index
from analysis.validation import (
    PARAGRAPH,
    correct_shares,
    measure_agreement,
    read_model,
    score_coding,
)

_PEOPLE = "people"
_NO_QUOTATION = "It cites no quotation."
_WITNESS = "Quotations that {name} cites: {n}; {listed}; in the paragraph that it names: {inside}."


class Witness(NamedTuple):
    """What a model coded, beside people.

    name: of the file, without its ending. agreement, scores, shares: as from `measure_agreement` (people, taken
    together, and the model), `score_coding` and `correct_shares` (of the paragraphs that the model read).
    quotations: one row a quotation: source, paragraph, topic, quotation, verdict, found_source, start, end, said,
    confidence, is_inside (whether it was found in the paragraph it is cited for).
    """

    name: str
    agreement: pd.DataFrame
    scores: pd.DataFrame
    shares: pd.DataFrame
    quotations: pd.DataFrame


def hear_models(paths: list[Path], standard: Standard, corpus: storage.Corpus) -> list[Witness]:
    """Score each model, in the order of the files; the index of the texts is made once."""
    if not paths:
        return []
    index = load_index(corpus, choose_parts(None, corpus))
    return [hear_model(path, standard, index) for path in paths]


def hear_model(path: Path, standard: Standard, index: quotes.Index) -> Witness:
    """Score what a model coded against what people settled on; index: of the texts, for what it cites."""
    topics, weights = standard.topics, standard.weights
    coded = read_model(path, standard.drawn, standard.found.paragraphs, topics)
    read = coded[PARAGRAPH].drop_duplicates()
    both = standard.settled.merge(read, on=PARAGRAPH)
    named = coded.loc[coded["topic"] != "", [*PARAGRAPH, "topic"]].drop_duplicates()
    voices = pd.concat([both.assign(coder=_PEOPLE), coded[[*PARAGRAPH, "topic"]].assign(coder=path.stem)])
    return Witness(
        name=path.stem,
        agreement=measure_agreement(voices, topics),
        scores=score_coding(named, both, weights=weights, topics=topics),
        shares=correct_shares(named, both, read, weights=weights, topics=topics),
        quotations=look_up(coded, standard.found.segments, index),
    )


def look_up(coded: pd.DataFrame, segments: pd.DataFrame, index: quotes.Index) -> pd.DataFrame:
    """Run the quotations of a coding through the checker.

    coded: one row per (source, paragraph, topic, quotation). segments: one row a segment. Returns what the
    `quotations` of a `Witness` are.
    """
    cited = coded[coded["quotation"] != ""].reset_index(drop=True)
    quoted = pd.DataFrame([_quote(words) for words in cited["quotation"]], columns=Quoted._fields)
    checked = quotes.check_quotations(quoted, index)
    has_words = [one.judgement is not None for one in checked]
    verdicts = quotes.list_verdicts(checked, index).rename(columns={"source": "found_source"})
    cited = cited[has_words].reset_index(drop=True)
    joined = pd.concat([cited, verdicts.drop(columns="quote")], axis=1)
    reach = segments.groupby(PARAGRAPH).agg(first=("start", "min"), last=("end", "max")).reset_index()
    placed = joined.merge(reach, on=PARAGRAPH, how="left")
    is_inside = (placed["found_source"] == placed["source"]) & placed["start"].between(
        placed["first"], placed["last"]
    )
    return joined.assign(is_inside=is_inside.fillna(False).astype(bool))


def _quote(words: str) -> Quoted:
    return Quoted(words, 0, len(words), MARKED, HIS, "", "")


def tell_model(heard: Witness) -> Iterator[str]:
    """Yield what is printed of a model."""
    yield f"\n{heard.name}, beside what people settled on"
    tables = (
        list_agreement(heard.agreement, {}),
        list_validation(heard.scores, {}),
        list_shares(heard.shares, {}),
    )
    yield from (table.to_string(index=False) for table in tables if len(table))
    if heard.quotations.empty:
        yield _NO_QUOTATION
        return
    n = heard.quotations["verdict"].value_counts()
    listed = ", ".join(f"{verdict} {n[verdict]}" for verdict in quotes.VERDICTS if verdict in n)
    inside = int(heard.quotations["is_inside"].sum())
    yield _WITNESS.format(name=heard.name, n=len(heard.quotations), listed=listed, inside=inside)
