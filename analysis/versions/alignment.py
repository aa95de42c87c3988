"""One event, several versions: which sentence of one source reports which sentence of another.

The sentences of two sources are compared by the words they share, whatever their ending, each by how rare it
is (`similarity`), and by where their neighbours belong (`neighbours`), since two translations of one original
share few words. What the speaker says is never matched with what the interviewer asks, and what a report tells is
matched with answers first (`answers_first`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analysis.errors import InputError
from analysis.language import ENGLISH, base_language, compare_as, flag_words, is_function_word
from analysis.roles import PRECEDENCE, SPOKEN
from analysis.versions.answers_first import find_across, lead_to_answers, may_meet
from analysis.versions.neighbours import place_sentences
from analysis.versions.quotation_kinds import name_kinds
from analysis.versions.similarity import weigh_sentences

LIKELY = 0.15  # probability from which a sentence belongs to another; many may share one, so no majority
LEFT_OVER = 0.14  # likeness, in what the first links leave unexplained, that makes a second link beside them
CLEARLY = 0.2  # the same, where one of the two is a question: what is told is first of all an answer
FAINT = 0.25  # of the best likeness that either sentence has: what is said in full elsewhere is not said here
NEARBY = 2  # sentences, in the two texts together, between a second link and a first
MOST_COMPARED = 25_000_000  # pairs of sentences, two texts of some 100,000 words each: about 2 GB of memory
_TYPES = {
    "report": "str",
    "report_sentence": "int64",
    "source": "str",
    "source_sentence": "int64",
    "score": "float64",
    "kind": "str",
}
NO_WORDS = pd.DataFrame(
    {name: [] for name in ("source", "sentence", "role", "token", "lemma", "compared", "has_content")}
)
NO_PASSAGES = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in _TYPES.items()})


def align_sentences(
    tokens: pd.DataFrame, sentences: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Find which sentences of each two sources of one event report each other.

    tokens: every word, one row each (source, sentence, position, role, token, norm). sentences: one row a
    sentence (source, sentence, role). sources: one row a source (source, event, kind, is_reference).
    equivalents: one row a form that stands for another (form, stands_for).
    Returns one row a pair of sentences: report, report_sentence, source, source_sentence, score (how alike
    the two are, 0 to 1: the cosine of their weighted words and pieces of words), kind (see
    `quotation_kinds.name_kinds`). Of two sources, `source` is the reference of the event, or else the one
    that stands closer to a transcript, or else the first by name; the other is `report`. A sentence may be in
    several rows; one without a row has no counterpart. No rows where every event has one source.
    """
    aligned = link_pairs(pair_sources(sources), tokens, sentences, equivalents)
    passages = [links.assign(kind=name_kinds(links, words)) for links, words in aligned]
    by = ["report", "report_sentence", "source", "source_sentence"]
    return pd.concat([NO_PASSAGES, *passages])[list(_TYPES)].sort_values(by, ignore_index=True)


def link_pairs(
    pairs: list[tuple[str, str]], tokens: pd.DataFrame, sentences: pd.DataFrame, equivalents: pd.DataFrame
) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """Link the sentences of each pair (report, source), one pair after the other; those without any are left out.

    Takes what `align_sentences` takes; texts that no pair names are not looked at. Yields what it returns without
    the kind, and the words of both texts, as `name_kinds` takes them.
    """
    names = {name for pair in pairs for name in pair}
    mine, spoken = (table[table["source"].isin(names)] for table in (sentences, tokens))
    listed = {source: rows.sort_values("sentence") for source, rows in mine.groupby("source")}
    words = dict(list(read_words(spoken, equivalents).groupby("source")))
    for pair in pairs:
        if set(pair) <= set(listed):
            check_size(*(len(listed[name]) for name in pair), pair)
            said = pd.concat([words[name] for name in sorted(pair) if name in words] or [NO_WORDS])
            yield _link_pair(said, *(listed[name] for name in pair))


def check_size(n_report: int, n_source: int, pair: tuple[str, str]) -> None:
    """Raise InputError where two texts have so many sentences that comparing each with each asks too much memory."""
    if n_report * n_source > MOST_COMPARED:
        raise InputError(
            f"{pair[0]} and {pair[1]} are of one event and have {n_report:,} and {n_source:,} sentences, too many "
            f"to compare each with each ({MOST_COMPARED:,} pairs at most): split the texts, or give them events of "
            "their own."
        )


def read_words(tokens: pd.DataFrame, equivalents: pd.DataFrame) -> pd.DataFrame:
    """Return the words of running text in reading order, as they are compared.

    tokens and equivalents: as for `align_sentences`.
    Returns one row a word: source, sentence, position, role, token, lemma, compared
    (its lemma, or what it stands for), has_content (whether it is no function word).
    """
    spoken = tokens[tokens["role"].isin(SPOKEN) & tokens["sentence"].notna()]
    words = spoken.sort_values(["source", "position"], ignore_index=True)
    form, known = pd.factorize(words["norm"])
    norms = known.astype(object)
    lemmas, compared = (
        pd.array([stands[norm] for norm in norms], dtype="str")
        for stands in (compare_as(norms, equivalents.head(0)), compare_as(norms, equivalents))
    )
    return words[["source", "sentence", "position", "role", "token"]].assign(
        lemma=lemmas.take(form),
        compared=compared.take(form),
        has_content=~flag_words(norms, is_function_word)[form],
    )


def pair_sources(sources: pd.DataFrame) -> list[tuple[str, str]]:
    """List each two sources of one event in one language as (report, source).

    sources: one row a source (source, event, kind, is_reference, and language where it is known). The reference of
    an event is the `source`, else the one of the fuller kind, else the first by name. Two languages share no words:
    an original and its translation are for `pair_translations`.
    """
    rank = sources["kind"].map(PRECEDENCE)
    ordered = sources.assign(rank=rank).sort_values(
        ["event", "is_reference", "rank", "source"], ascending=[True, False, True, True]
    )
    spoken = list_languages_of(ordered)
    pairs = [combinations(rows["source"], 2) for _, rows in ordered.groupby(["event", spoken])]
    return [(report, source) for of in pairs for source, report in of]


def list_languages_of(sources: pd.DataFrame) -> pd.Series:
    """Return the language of each source, the first part of its code; English where none is known."""
    if "language" not in sources:
        return pd.Series(ENGLISH, sources.index, name="language")
    return sources["language"].map(base_language)


def _link_pair(
    words: pd.DataFrame, reports: pd.DataFrame, sources: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Link two sources; reports and sources: their sentences, in order."""
    both, n = pd.concat([reports, sources], ignore_index=True), len(reports)
    words = _number_words(words, both)
    weights = weigh_sentences(words["number"].to_numpy(), words[["lemma", "compared"]], len(both))
    roles = reports["role"].to_numpy(), sources["role"].to_numpy()
    links, likeness = _link(weights, roles, _join_words(words, len(both)))
    row, column = np.nonzero(links)
    links = pd.DataFrame({"row": row, "column": column + n, "score": likeness[row, column]})
    return _describe_links(links, both), words


def _number_words(words: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Give each word the number of its sentence, which is the place of that in the table of sentences."""
    numbers = {place: number for number, place in enumerate(_list_places(sentences))}
    return words.assign(number=[numbers[place] for place in _list_places(words)])


def _list_places(table: pd.DataFrame) -> Iterator[tuple[str, int]]:
    return zip(table["source"].tolist(), table["sentence"].tolist(), strict=True)


def _join_words(words: pd.DataFrame, n_sentences: int) -> np.ndarray:
    """Return the words of each sentence, as compared, as one text."""
    said: list[list[str]] = [[] for _ in range(n_sentences)]
    for number, compared in zip(words["number"].tolist(), words["compared"].tolist(), strict=True):
        said[number].append(compared)
    return np.array([" ".join(of) for of in said], dtype=object)


def _describe_links(links: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Name the sentences that are linked; links: row and column, their places in the table of sentences."""
    sides = {"report": sentences.iloc[links["row"]], "source": sentences.iloc[links["column"]]}
    named = {"row": links["row"], "column": links["column"]}
    for side, linked in sides.items():
        named[side] = linked["source"].to_numpy()
        named[f"{side}_sentence"] = linked["sentence"].to_numpy()
    return pd.DataFrame(named).assign(score=links["score"].clip(0, 1).round(3))


def _link(
    weights: csr_array, roles: tuple[np.ndarray, np.ndarray], said: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Tell which sentences (rows) report which (columns), and how alike each two are.

    weights, said: what all rows, then all columns, are made of, and their words. roles: of rows, of columns.
    First those whose place is likely; then, close by, those alike in what the first links leave unexplained;
    last, the answers to questions that are repeated.
    """
    here, there = weights[: len(roles[0])], weights[len(roles[0]) :]
    likeness = np.where(may_meet(*roles), (here @ there.T).toarray().round(9), -1)
    places = place_sentences(likeness)
    first = (places >= LIKELY) & (likeness > 0) & ~_are_echoes(places, said)
    left_here, left_there = _leave(here, there, first), _leave(there, here, first.T)
    least = np.where(find_across(*roles), CLEARLY, LEFT_OVER)
    second = ((left_here @ left_there.T).toarray() >= least) & (likeness > 0) & _is_near(first)
    best = np.maximum.outer(likeness.max(axis=1), likeness.max(axis=0))
    links = (first | second) & (likeness >= FAINT * best)
    return lead_to_answers(links, likeness, *roles), likeness


def _are_echoes(places: np.ndarray, said: np.ndarray) -> np.ndarray:
    """Tell which pairs are echoes in either text; said: the words of all rows, then of all columns."""
    rows, columns = said[: len(places)], said[len(places) :]
    return _is_echo(places, columns) | _is_echo(places.T, rows).T


def _is_echo(places: np.ndarray, said: np.ndarray) -> np.ndarray:
    """Tell which columns say the same, word for word, as another that is a likelier place of the row.

    One "Of course." in a report does not report all that were said.
    """
    echo = np.zeros(places.shape, dtype=bool)
    number = pd.factorize(said)[0]
    n_alike = np.bincount(number)
    for again in np.flatnonzero(n_alike > 1):
        same = np.flatnonzero(number == again)
        mine = places[:, same]
        echo[:, same] = mine < mine.max(axis=1, keepdims=True)
    return echo


def _leave(weights: csr_array, others: csr_array, links: np.ndarray) -> csr_array:
    """Take away from each sentence what the sentences linked to it say too."""
    said = csr_array(links.astype(float)) @ (others > 0)
    return csr_array(weights - weights.multiply(said > 0))


def _is_near(links: np.ndarray) -> np.ndarray:
    """Tell which places are at most NEARBY steps, up, down or aside, from a link."""
    near = links.copy()
    for _ in range(NEARBY):
        wider = near.copy()
        wider[1:] |= near[:-1]
        wider[:-1] |= near[1:]
        wider[:, 1:] |= near[:, :-1]
        wider[:, :-1] |= near[:, 1:]
        near = wider
    return near
