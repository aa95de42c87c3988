"""Find patterns of words in tokens; what a pattern says stands in `syntax`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import ACRONYMS_LIKE_WORDS, fold_word, number_stretches, order_words, plain_word
from analysis.patterns.syntax import (
    ANY,
    PART,
    Words,
    count_parts,
    has_capital,
    list_forms,
    spell,
    split_pattern,
)

_LAST_LETTER = chr(0x10FFFF)


def find_matches(tokens: pd.DataFrame, patterns: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Find the hits of each group of patterns.

    tokens: one row per word (source, sentence, position, follows, segment, role, start, end, token, norm), in
    any order; rows may be missing, as in a released table, because neighbours are told by `follows`.
    patterns: one row per pattern (the column named by `by`, and pattern).
    Returns one row per hit, in reading order: the group, pattern, source, sentence, segment, role and
    position of its first word, n_words, start and end (character offsets). A hit stays inside one sentence
    and one role, where there are no sentences inside one segment, and never runs over ; : — ( ) or …; a note
    inside, whose words are none of the hit's, does not part it. Cancelled matches are dropped first; of those
    of a group that overlap, the longest stays, then the earliest, then the one that names whole words and not
    parts (`EU-Elm` before `EU`), then the first pattern in alphabetical order. The group column is
    categorical over all groups, so that one without a hit can still be counted as zero.
    Raises InputError for a pattern that cannot match.
    """
    text = _read_text(tokens)
    hits = _keep_longest(_drop_cancelled(_locate(text, patterns, by)))
    return _describe(hits, text, tokens, by)


def find_raw_matches(tokens: pd.DataFrame, patterns: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Find every match of every pattern, cancelling patterns and overlapping matches included.

    Takes what `find_matches` takes, and returns what it returns with one column more, fate: "counts" (the
    match is a hit), "gives way" (to a longer match, or an earlier or another one as long), "cancelled", or
    "cancels". These words are all that decides which hits survive: a table that holds them, and no others,
    gives the same hits as the full one.
    """
    text = _read_text(tokens)
    matches = _locate(text, patterns, by)
    standing = _drop_cancelled(matches)
    is_standing, is_kept = (matches.index.isin(rows.index) for rows in (standing, _keep_longest(standing)))
    fate = np.select(
        [matches["cancels"], is_kept, is_standing], ["cancels", "counts", "gives way"], "cancelled"
    )
    return _describe(matches.assign(fate=fate), text, tokens, by, more=["fate"])


class _Uses(NamedTuple):
    """Where a pattern word fits."""

    rows: np.ndarray  # the words it fits
    is_form: np.ndarray  # for each form of the vocabulary, whether it fits


@dataclass
class _Text:
    """Words in reading order, each as the number of its form in a vocabulary sorted by folded form."""

    order: np.ndarray  # the row of each word in the table of tokens
    passage: np.ndarray  # a number for each run of words that a match may span
    form: np.ndarray  # the number of each word's form
    folded: list[str]  # each form, folded, without the capitals that an acronym keeps
    norms: list[str]  # each form, as it is counted
    printed: list[str]  # each form, as printed
    rows: np.ndarray = field(init=False)  # the words sorted by form
    bounds: np.ndarray = field(init=False)  # where in rows the words of each form begin
    compounds: list[int] = field(init=False)  # the forms with a hyphen
    known: dict[str, _Uses] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = np.argsort(self.form, kind="stable")
        self.compounds = [form for form, folded in enumerate(self.folded) if "-" in folded]
        self.bounds = np.searchsorted(self.form[self.rows], np.arange(len(self.folded) + 1))

    def look_up(self, word: str) -> _Uses:
        """Return where a pattern word fits; each is looked for once."""
        if word not in self.known:
            forms = self._list_forms(word)
            rows = [self.rows[self.bounds[form] : self.bounds[form + 1]] for form in forms]
            is_form = np.zeros(len(self.folded), dtype=bool)
            is_form[forms] = True
            self.known[word] = _Uses(np.concatenate([self.rows[:0], *rows]), is_form)
        return self.known[word]

    def _list_forms(self, word: str) -> list[int]:
        # Only forms that begin like the pattern word are compared, which the sorted vocabulary finds at once.
        stem = fold_word(word.lstrip(PART).split(ANY)[0]).casefold()
        last = stem + _LAST_LETTER if ANY in word or word.startswith(PART) else stem
        candidates = set(range(bisect_left(self.folded, stem), bisect_right(self.folded, last)))
        if word.startswith(PART):
            candidates |= set(self.compounds)
        forms = self.printed if has_capital(word) else self.norms
        if ANY not in word and not word.startswith(PART):
            return [form for form in sorted(candidates) if forms[form] == word]
        spelling = spell(word)
        return [form for form in sorted(candidates) if spelling.fullmatch(forms[form])]

    def find(self, words: Words) -> np.ndarray:
        """Return the rows at which a sequence of words (no gaps) starts, beginning with its rarest word."""
        uses = {offset: self.look_up(word) for offset, word in enumerate(words) if word.strip(ANY)}
        rarest = min(uses, key=lambda offset: len(uses[offset].rows))
        starts = self._keep_inside(uses[rarest].rows - rarest, len(words))
        for offset, word in uses.items():
            forms = self.form[starts + offset]
            starts = starts[word.is_form[forms]]
        return starts

    def _keep_inside(self, starts: np.ndarray, n_words: int) -> np.ndarray:
        """Keep the starts of so many words that all belong to one passage."""
        starts = starts[(starts >= 0) & (starts + n_words <= len(self.form))]
        ends = starts + n_words - 1
        return starts[self.passage[starts] == self.passage[ends]]


def _read_text(tokens: pd.DataFrame) -> _Text:
    order = order_words(tokens)
    number, forms = _number_forms(tokens)
    columns = (forms[name].tolist() for name in ("folded", "norm", "printed"))
    return _Text(order, number_stretches(tokens.iloc[order]), number[order], *columns)


def _number_forms(tokens: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Number the form of each word, and list all forms in the order of the folded ones: folded, norm, printed.

    printed is plain, and is the norm of a word that looks like an acronym or is one: `US` is no `us` in
    capitals.
    """
    words = tokens[["token", "norm"]].astype(object)
    number = words.groupby(["token", "norm"], sort=False).ngroup().to_numpy()
    forms = words.drop_duplicates(ignore_index=True)
    forms["folded"] = forms["norm"].str.casefold()
    plain = forms["token"].map(plain_word)
    forms["printed"] = plain.where(~forms["folded"].isin(ACRONYMS_LIKE_WORDS), forms["norm"])
    ranked = forms["folded"].argsort(kind="stable").to_numpy()
    return np.argsort(ranked)[number], forms.iloc[ranked]


def _locate(text: _Text, patterns: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row per match: group, pattern, cancels, n_words, n_parts, row (of its first word), first and last.

    first and last count words with the texts of all groups laid end to end, so that only matches of one group
    can overlap.
    """
    sequences = _list_sequences(patterns, by)
    found = [text.find(words) for words in sequences["words"]]
    n_found = [len(rows) for rows in found]
    matches = sequences.drop(columns="words").loc[sequences.index.repeat(n_found)]
    matches = matches.assign(row=np.concatenate([text.rows[:0], *found])).drop_duplicates(ignore_index=True)
    before = matches["group"].cat.codes.astype("int64") * len(text.form)
    first = matches["row"] + before
    return matches.assign(first=first, last=first + matches["n_words"] - 1)


def _list_sequences(patterns: pd.DataFrame, by: str) -> pd.DataFrame:
    """List the sequences of words that patterns stand for.

    Returns group, pattern, cancels, words, n_words, n_parts (words asked for inside longer ones).
    """
    distinct = patterns[[by, "pattern"]].drop_duplicates()
    split = [split_pattern(pattern) for pattern in distinct["pattern"]]
    split = [(cancels, list_forms(words)) for cancels, words in split]
    columns = {
        "group": pd.Categorical(distinct[by], categories=sorted(patterns[by].unique())),
        "pattern": pd.Categorical(distinct["pattern"]),
        "cancels": np.array([cancels for cancels, _ in split], dtype=bool),
        "words": pd.Series([forms for _, forms in split], dtype=object),
    }
    sequences = pd.DataFrame(columns).explode("words", ignore_index=True)
    n_words, n_parts = (sequences["words"].map(count).astype("int64") for count in (len, count_parts))
    return sequences.assign(n_words=n_words, n_parts=n_parts)


def _drop_cancelled(matches: pd.DataFrame) -> pd.DataFrame:
    """Return the matches of counting patterns that no match of a cancelling pattern overlaps."""
    cancelling = matches[matches["cancels"]].sort_values("first")
    hits = matches[~matches["cancels"]]
    started = np.searchsorted(cancelling["first"], hits["last"], side="right")
    reach = np.r_[-1, np.maximum.accumulate(cancelling["last"].to_numpy(dtype=np.int64))]
    return hits[reach[started] < hits["first"]]


def _keep_longest(hits: pd.DataFrame) -> pd.DataFrame:
    """Return the hits that share no word: the longest first, then the earliest, whole words, by pattern."""
    by = ["n_words", "first", "n_parts", "pattern"]
    ranked = hits.sort_values(by, ascending=[False, True, True, True])
    taken: set[int] = set()
    is_kept = []
    for first, last in zip(ranked["first"].tolist(), ranked["last"].tolist(), strict=True):
        words = range(first, last + 1)
        is_kept.append(taken.isdisjoint(words))
        taken.update(words if is_kept[-1] else ())
    return ranked[np.array(is_kept, dtype=bool)]


def _describe(
    matches: pd.DataFrame, text: _Text, tokens: pd.DataFrame, by: str, more: list[str] | None = None
) -> pd.DataFrame:
    """Put matches in reading order and say where in the sources they stand; more: columns to hand on."""
    begins = text.order[matches["row"]]
    places = {name: tokens[name].to_numpy()[begins] for name in ("source", "position")}
    matches = matches.assign(**places).sort_values(["source", "position", "group", "n_words", "pattern"])
    last_row = matches["row"] + matches["n_words"] - 1
    first, last = (tokens.iloc[text.order[row]] for row in (matches["row"], last_row))
    facts = {by: matches["group"].array, "pattern": matches["pattern"].astype(str).array}
    facts |= {name: first[name].array for name in ("source", "sentence", "segment", "role", "position")}
    facts |= {"n_words": matches["n_words"].array, "start": first["start"].array, "end": last["end"].array}
    return pd.DataFrame(facts | {name: matches[name].array for name in more or []})
