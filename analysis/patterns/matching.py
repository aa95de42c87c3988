"""Find patterns of words in tokens; what a pattern says stands in `patternwords`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np
import pandas as pd

from analysis.language import fold_word, plain_word
from analysis.patterns.syntax import ANY, Words, fill_gaps, has_capital, spell, split_pattern

_LAST_LETTER = chr(0x10FFFF)


def find_matches(tokens: pd.DataFrame, patterns: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Find the hits of each group of patterns.

    tokens: one row per word (source, sentence, position, segment, role, start, end, token, norm), in any
    order; rows may be missing, as in a released table, because neighbours are told by position.
    patterns: one row per pattern (the column named by `by`, and pattern).
    Returns one row per hit, in reading order: the group, pattern, source, sentence, segment, role and
    position of its first word, n_words, start and end (character offsets). A hit stays inside one sentence
    and one role; where there are no sentences, inside one segment. Cancelled matches are dropped first; of
    those of a group that overlap, the longest stays, then the earliest, then the first pattern in
    alphabetical order. The group column is categorical over all groups, so that one without a hit can still
    be counted as zero.
    Raises InputError for a pattern that cannot match.
    """
    text = _Text(tokens)
    hits = _keep_longest(_drop_cancelled(_locate(text, patterns, by)))
    return _describe(hits, text, tokens, by)


def find_raw_matches(tokens: pd.DataFrame, patterns: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Find every match of every pattern, cancelling patterns and overlapping matches included.

    Takes what `find_matches` takes, and returns what it returns with one column more, fate: "counts" (the
    match is a hit), "gives way" (to a longer match, or an earlier or another one as long), "cancelled", or
    "cancels". These words are all that decides which hits survive: a table that holds them, and no others,
    gives the same hits as the full one.
    """
    text = _Text(tokens)
    matches = _locate(text, patterns, by)
    standing = _drop_cancelled(matches)
    is_standing, is_kept = (matches.index.isin(rows.index) for rows in (standing, _keep_longest(standing)))
    fate = np.select(
        [matches["cancels"], is_kept, is_standing], ["cancels", "counts", "gives way"], "cancelled"
    )
    return _describe(matches.assign(fate=fate), text, tokens, by, more=["fate"])


class _Text:
    """Words in reading order, each as the number of its form in a vocabulary sorted by folded form."""

    def __init__(self, tokens: pd.DataFrame) -> None:
        sources = pd.factorize(tokens["source"], sort=True)[0]
        self.order = np.lexsort((tokens["position"].to_numpy(dtype=np.int64), sources))
        self.passage = _number_passages(tokens, sources, self.order)
        forms, printed = pd.factorize(tokens["token"])
        folded = tokens["norm"][~tokens["token"].duplicated()].tolist()
        ranked = sorted(range(len(folded)), key=folded.__getitem__)
        self.folded = [folded[form] for form in ranked]
        self.printed = [plain_word(printed[form]) for form in ranked]
        self.form = np.argsort(ranked)[forms][self.order]
        self.rows = np.argsort(self.form, kind="stable")
        self.bounds = np.searchsorted(self.form[self.rows], np.arange(len(folded) + 1))
        self.known: dict[str, tuple[np.ndarray, np.ndarray]] = {}

    def look_up(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows of a pattern word, and for each form of the vocabulary whether it matches."""
        if word not in self.known:
            is_match = np.zeros(len(self.folded), dtype=bool)
            is_match[self._forms_of(word)] = True
            spans = [slice(*self.bounds[form : form + 2]) for form in np.flatnonzero(is_match)]
            self.known[word] = np.concatenate([self.rows[:0], *(self.rows[span] for span in spans)]), is_match
        return self.known[word]

    def _forms_of(self, word: str) -> list[int]:
        # Only forms that begin like the pattern word are compared, which the sorted vocabulary finds at once.
        stem = fold_word(word.split(ANY)[0])
        last = stem + _LAST_LETTER if ANY in word else stem
        candidates = range(bisect_left(self.folded, stem), bisect_right(self.folded, last))
        spelling = spell(word)
        forms = self.printed if has_capital(word) else self.folded
        return [form for form in candidates if spelling.fullmatch(forms[form])]

    def find(self, words: Words) -> np.ndarray:
        """Return the rows at which a sequence of words (no gaps) starts, beginning with its rarest word."""
        named = {offset: self.look_up(word) for offset, word in enumerate(words) if word.strip(ANY)}
        rarest = min(named, key=lambda offset: len(named[offset][0]))
        starts = named[rarest][0] - rarest
        starts = starts[(starts >= 0) & (starts + len(words) <= len(self.form))]
        starts = starts[self.passage[starts] == self.passage[starts + len(words) - 1]]
        for offset, (_, is_match) in named.items():
            starts = starts[is_match[self.form[starts + offset]]]
        return starts


def _number_passages(tokens: pd.DataFrame, sources: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Number the runs of neighbouring words of one sentence and role: a match stays inside one of them."""
    sentence = tokens["sentence"].astype("Float64").fillna(-1).to_numpy(dtype=np.int64)
    segment = np.where(sentence < 0, pd.factorize(tokens["segment"])[0], -1)
    role = pd.factorize(tokens["role"])[0]
    lead = tokens["position"].to_numpy(dtype=np.int64)[order] - np.arange(len(order))
    columns = [lead, *(column[order] for column in (sources, sentence, segment, role))]
    return np.cumsum(np.any([np.diff(column, prepend=column[:1]) != 0 for column in columns], axis=0))


def _locate(text: _Text, patterns: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row per match: group, pattern, cancels, n_words, row (of its first word), first and last.

    first and last count words with the texts of all groups laid end to end, so that only matches of one group
    can overlap.
    """
    groups = pd.CategoricalDtype(sorted(patterns[by].unique()))
    asked = patterns[[by, "pattern"]].drop_duplicates().set_axis(["group", "pattern"], axis=1)
    split = [split_pattern(pattern) for pattern in asked["pattern"]]
    asked = asked.astype({"group": groups, "pattern": "category"})
    asked["cancels"] = np.array([cancels for cancels, _ in split], dtype=bool)
    asked["words"] = pd.Series([fill_gaps(words) for _, words in split], index=asked.index, dtype=object)
    asked = asked.explode("words", ignore_index=True)
    asked["n_words"] = asked["words"].map(len).astype("int64")
    rows = [text.find(words) for words in asked["words"]]
    matches = asked.drop(columns="words").loc[asked.index.repeat([len(found) for found in rows])]
    matches = matches.assign(row=np.concatenate([text.rows[:0], *rows])).drop_duplicates(ignore_index=True)
    first = matches["row"] + matches["group"].cat.codes.astype("int64") * len(text.form)
    return matches.assign(first=first, last=first + matches["n_words"] - 1)


def _drop_cancelled(matches: pd.DataFrame) -> pd.DataFrame:
    """Return the matches of counting patterns that no match of a cancelling pattern overlaps."""
    cancelling = matches[matches["cancels"]].sort_values("first")
    hits = matches[~matches["cancels"]]
    started = np.searchsorted(cancelling["first"], hits["last"], side="right")
    reach = np.r_[-1, np.maximum.accumulate(cancelling["last"].to_numpy(dtype=np.int64))]
    return hits[reach[started] < hits["first"]]


def _keep_longest(hits: pd.DataFrame) -> pd.DataFrame:
    """Return the hits that share no word: the longest first, then the earliest, then by pattern."""
    ranked = hits.sort_values(["n_words", "first", "pattern"], ascending=[False, True, True])
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
    matches = matches.sort_values(["row", "group", "n_words", "pattern"])
    first = tokens.iloc[text.order[matches["row"]]].reset_index(drop=True)
    last = tokens["end"].to_numpy()[text.order[matches["row"] + matches["n_words"] - 1]]
    facts = {by: matches["group"].array, "pattern": matches["pattern"].astype(str).array}
    place = first[["source", "sentence", "segment", "role", "position"]]
    size = {"n_words": matches["n_words"].array, "start": first["start"], "end": last}
    size |= {name: matches[name].array for name in more or []}
    return pd.concat([pd.DataFrame(facts), place], axis=1).assign(**size)
