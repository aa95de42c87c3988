"""From tables of words and segments to an index: voice by voice, each in the order of its text."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import flag_words, is_function_word, lemmatise
from analysis.quotes.index import ASKED, BREAK, OTHER, OWN, UNSEEN, WITHHELD, Arrays, Index
from analysis.quotes.word_keys import list_keys, stem_of
from analysis.roles import OWN as OWN_ROLES
from analysis.roles import QUESTION

_VOICES = {**dict.fromkeys((*OWN_ROLES, "repeat"), OWN), QUESTION: ASKED, "narration": OTHER, "other": OTHER}
_PLACE = ["source", "segment"]
NO_TEXTS: dict[str, str] = {}


def build_index(
    tokens: pd.DataFrame,
    segments: pd.DataFrame,
    sources: pd.DataFrame,
    texts: dict[str, str] = NO_TEXTS,
) -> Index:
    """Build the index of a corpus.

    tokens: one row a word (source, sentence, position, segment, role, token, norm; start and end where the texts
    are at hand). segments: one row a segment (source, segment, paragraph, turn, role, n_words). sources: one row
    a source (source, is_reference), by date. texts: by source; where there is none, the words between those
    in tokens are withheld. Notes, titles and labels are in no stretch, so that a quotation may run over them.
    """
    names = _rank_sources(sources)
    words = _order_words(tokens, segments, names)
    if not texts:
        words = _fill_gaps(words)
    codes, norms = pd.factorize(words["norm"])
    listed = [list_keys(norm) for norm in norms]
    keys = sorted({key for of_norm in listed for key in of_norm})
    columns = _spread(words, codes, listed, keys)
    index = _lay_out(columns, keys, names, texts)
    if not texts:
        index.printed = words["token"].where(words["norm"] != "", WITHHELD).tolist()
    return index


def _rank_sources(sources: pd.DataFrame) -> list[str]:
    is_second = ~sources["is_reference"].astype(bool)
    ranked = sources.assign(is_second=is_second, at=range(len(sources)))
    return ranked.sort_values(["is_second", "at"])["source"].tolist()


def _order_words(tokens: pd.DataFrame, segments: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Return the spoken words voice by voice (source, voice, stretch, sentence, position, norm, start, end)."""
    spoken = tokens[tokens["role"].isin(_VOICES)]
    places = segments[[*_PLACE, "paragraph", "turn"]]
    words = spoken.merge(places, on=_PLACE, how="left", validate="many_to_one")
    rank = {name: number for number, name in enumerate(names)}
    in_turn = words["turn"].fillna(0).astype("int64")
    # What stands in no turn runs on inside its paragraph only.
    stretch = np.where(in_turn > 0, in_turn, -words["paragraph"].astype("int64"))
    words = words.assign(source=words["source"].map(rank), voice=words["role"].map(_VOICES), stretch=stretch)
    return words.sort_values(["voice", "source", "position"], ignore_index=True)


def _fill_gaps(words: pd.DataFrame) -> pd.DataFrame:
    """Add a row without a word for each stretch of withheld words, one for each of them up to a few."""
    same = ["voice", "source", "stretch"]
    before = words.groupby(same, sort=False)["position"].shift()
    n = (words["position"] - before - 1).fillna(0).clip(0, _MOST_UNSEEN).astype(int)
    rows = words.loc[words.index.repeat(n)]
    step = rows.groupby(level=0).cumcount()
    hidden = rows.assign(norm="", position=rows["position"] - step - 1, sentence=pd.NA)
    return pd.concat([words, hidden]).sort_values(["voice", "source", "position"], ignore_index=True)


_MOST_UNSEEN = 60  # withheld words in a row that are told apart


def _spread(
    words: pd.DataFrame, codes: np.ndarray, listed: list[tuple[str, ...]], keys: list[str]
) -> dict[str, np.ndarray]:
    """Return the columns of places: a word that is several keys takes several."""
    number = {key: i for i, key in enumerate(keys)}
    sizes = np.array([len(of_norm) for of_norm in listed], dtype=np.int64)
    flat = np.array([number[key] for of_norm in listed for key in of_norm], dtype=np.int32)
    row = np.repeat(np.arange(len(codes)), sizes[codes])
    nth = np.arange(len(row)) - np.repeat(np.cumsum(sizes[codes]) - sizes[codes], sizes[codes])
    first = np.cumsum(sizes) - sizes
    key = flat[first[codes[row]] + nth]
    columns = ("source", "voice", "stretch", "sentence", "start", "end")
    spread = {name: _numbers(words, name)[row] for name in columns}
    if (spread["start"] < 0).all():  # without a text, a word is known by its row
        spread["start"], spread["end"] = row, row + 1
    return {"key": np.where(words["norm"].to_numpy()[row] == "", UNSEEN, key), **spread}


def _numbers(words: pd.DataFrame, name: str) -> np.ndarray:
    if name not in words:
        return np.full(len(words), -1, dtype=np.int64)
    return words[name].fillna(-1).to_numpy(dtype=np.int64)


def _lay_out(
    columns: dict[str, np.ndarray], keys: list[str], names: list[str], texts: dict[str, str]
) -> Index:
    """Put a break behind each stretch, and list where each key stands."""
    same = (columns["source"], columns["voice"], columns["stretch"])
    begins = _changes(*same)
    place = np.arange(len(begins)) + np.cumsum(begins) - 1
    n = len(begins) + int(begins.sum())
    laid = {name: np.full(n, BREAK, dtype=np.int32) for name in ("key", "start", "end")}
    for name, column in laid.items():
        column[place] = columns[name]
    seen = np.flatnonzero(laid["key"] >= 0)
    order = seen[np.argsort(laid["key"][seen], kind="stable")].astype(np.int32)
    first = np.searchsorted(laid["key"][order], np.arange(len(keys) + 1))
    sentences = _changes(*same, columns["sentence"]) & (columns["sentence"] >= 0)
    text, text_first = _join_texts(texts, names)
    stem, stems = pd.factorize(np.array([stem_of(key, lemmatise(key)) for key in keys], dtype=object))
    arrays = Arrays(
        **laid,
        order=order,
        first=first.astype(np.int64),
        stem=stem.astype(np.int32),
        is_content=~flag_words(pd.Series(keys, dtype="str"), is_function_word),
        stretch=place[begins].astype(np.int32),
        voice=columns["voice"][begins].astype(np.int8),
        source=columns["source"][begins].astype(np.int32),
        sentence=place[sentences | begins].astype(np.int32),
        text=text,
        text_first=text_first,
    )
    return Index(arrays, keys, stems.tolist(), names)


def _changes(*columns: np.ndarray) -> np.ndarray:
    """Tell at which places one of the columns is not as at the place before."""
    differs = np.zeros(len(columns[0]), dtype=bool)
    for column in columns:
        differs |= np.diff(column, prepend=np.iinfo(np.int64).min) != 0
    return differs


def _join_texts(texts: dict[str, str], names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    contents = [texts.get(name, "").encode("utf-8", "surrogatepass") for name in names]
    text_first = np.cumsum([0, *map(len, contents)]).astype(np.int64)
    return np.frombuffer(b"".join(contents), dtype=np.uint8), text_first
