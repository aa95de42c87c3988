"""Which decisions match nothing? Listed with their lines: a slip of the pen, or words that nobody says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pandas as pd

from analysis.language import base_language
from analysis.patterns import find_raw_matches
from analysis.storage import BUILD, Corpus, list_lines, load_schema

_NOTHING = (
    "{path}, {lines}: {what} nothing in any text; look with `refrain explain`, or leave it for other texts."
)
_FORM = ["source", "role", "norm"]


def list_unused(corpus: Corpus, tokens: pd.DataFrame) -> Iterator[str]:
    """Yield a sentence on the patterns, the topics and the tracked phrases that match nothing.

    tokens: one row a word that is shown; every word that a pattern matches is, unless it is withheld.
    """
    decisions = corpus.decisions
    for name, by, others in (("patterns", "topic", "topics"), ("phrases", "phrase", "")):
        found = find_raw_matches(tokens, decisions[name], by=by, sources=corpus.sources).astype({by: str})
        used = pd.MultiIndex.from_frame(found[[by, "pattern"]])
        is_used = pd.MultiIndex.from_frame(decisions[name][[by, "pattern"]]).isin(used)
        yield from _tell(corpus.data, name, decisions[name][~is_used], "pattern")
        whole = decisions[others or name]
        is_silent = ~whole[by].isin(found[by]) & ~whole[by].duplicated()
        yield from _tell(corpus.data, others or name, whole[is_silent], by)


def list_across_languages(corpus: Corpus, tokens: pd.DataFrame) -> Iterator[str]:
    """Yield a sentence on patterns without a language that match words of texts in several: they count in all.

    tokens: as for `list_unused`.
    """
    patterns, spoken = corpus.decisions["patterns"], corpus.sources["language"].map(base_language)
    if spoken.nunique() < 2:
        return
    found = find_raw_matches(tokens, patterns, by="topic", sources=corpus.sources).astype({"topic": str})
    languages = found["source"].map(dict(zip(corpus.sources["source"], spoken, strict=True)))
    n_spoken = languages.groupby([found["topic"], found["pattern"]]).nunique()
    wide = pd.MultiIndex.from_frame(patterns[["topic", "pattern"]]).isin(n_spoken.index[n_spoken > 1])
    rows = patterns[wide & (patterns["language"] == "").to_numpy()]
    if len(rows):
        path = corpus.data / load_schema()["patterns"]["path"]
        lines = _join_lines([list_lines(path)[row] for row in rows.index])
        counts = "counts" if len(rows) == 1 else "count"
        first = f"{len(rows)} patterns" if len(rows) > 1 else f"pattern '{rows['pattern'].iloc[0]}'"
        remedy = "where that is not meant, name one in the column language"
        yield f"{path}, {lines}: {first} {counts} in texts of several languages; {remedy}."


def _tell(data: Path, name: str, unused: pd.DataFrame, what: str) -> Iterator[str]:
    """Yield one sentence on rows of a file of decisions, if there are any."""
    if unused.empty:
        return
    path = data / load_schema()[name]["path"]
    every = list_lines(path)
    lines = [every[row] for row in unused.index]
    only = f"{what} '{unused[what].iloc[0]}' matches" if len(unused) == 1 else f"{len(unused)} {what}s match"
    yield _NOTHING.format(path=path, lines=_join_lines(lines), what=only)


def _join_lines(lines: list[int]) -> str:
    """Write numbers of lines in runs: lines 3, 5-8."""
    breaks = [0, *(i for i, (one, other) in enumerate(pairwise(lines), 1) if other != one + 1), len(lines)]
    runs = [lines[start:end] for start, end in pairwise(breaks)]
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"line{'s' if len(lines) > 1 else ''} {shown}"


def list_unshown(corpus: Corpus, words: pd.DataFrame, tokens: pd.DataFrame) -> Iterator[str]:
    """Yield a sentence on the first word that a pattern of one word finds, but that is not shown wherever it is used.

    words: one row a (source, role, norm) with n. tokens: one row a word that is shown.
    """
    patterns = corpus.decisions["patterns"]
    patterns = patterns[patterns["language"] == ""]  # the list of words is of all texts together
    is_plain = ~patterns["pattern"].str.lstrip("-").str.contains(r"[\s.]") & patterns["pattern"].str.islower()
    forms = _place_apart(words["norm"].drop_duplicates())
    found = find_raw_matches(forms, patterns[is_plain], by="topic")
    wanted = words[words["norm"].isin(forms.set_index("position").loc[found["position"], "norm"])]
    shown = tokens.groupby(_FORM).size()
    n_shown = shown.reindex(pd.MultiIndex.from_frame(wanted[_FORM]), fill_value=0).to_numpy()
    for row, n in [*zip(wanted.itertuples(), n_shown, strict=True)]:
        if row.n > n:
            path = corpus.data / load_schema()["tokens"]["path"]
            uses = f"words.csv has {row.n} uses of '{row.norm}' in {row.source}, {row.role}, of which {n} are shown"
            yield f"{path}: {uses}; unless words are withheld, build the tables with {BUILD}."
            return


def _place_apart(norms: pd.Series) -> pd.DataFrame:
    """Return a table of tokens in which no word stands beside another, to ask which words a pattern finds."""
    n = len(norms)
    columns = {
        "source": "",
        "sentence": range(1, n + 1),
        "position": range(1, 2 * n, 2),
        "segment": range(1, n + 1),
    }
    places = {"start": range(1, 2 * n, 2), "end": range(2, 2 * n + 1, 2), "token": norms.to_numpy()}
    table = pd.DataFrame(columns | {"role": "answer"} | places | {"norm": norms.to_numpy()}, index=range(n))
    return table.assign(follows=pd.array([pd.NA] * n, dtype="Int64"))
