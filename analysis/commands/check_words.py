"""Are the words that are shown those that are counted, and do contexts show what was said?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from analysis.commands.check_refusals import SEGMENT, SENTENCE, Tables, look_up, refuse, refuse_rows, shift_in
from analysis.language import fold_words, fold_words_of, list_words_of
from analysis.patterns import find_matches
from analysis.phrases import find_chosen

_FORM = ["source", "role", "norm"]
_PLACE = ["source", "position"]
_PARAGRAPH = ["source", "paragraph"]
_PARTS = ["left", "match", "right"]


def check_words(data: Path, tables: Tables) -> None:
    """Raise InputError unless a form stands in no more turns than it has uses, nor than its role has."""
    words, segments = tables["words"], tables["segments"]
    refuse_rows(data, "words", (words["n_turns"] > words["n"]).fillna(False), "n_turns is larger than n")
    turns = segments.dropna(subset="turn").groupby(["source", "role"])["turn"].nunique().rename("turns")
    held = look_up(words, ["source", "role"], turns.reset_index(), "turns").fillna(0)
    is_many = (words["n_turns"].fillna(0) > held).to_numpy()
    refuse_rows(data, "words", is_many, "n_turns is larger than the number of turns of this role")


def check_tokens(data: Path, tables: Tables) -> None:
    """Raise InputError unless each word lies where its segment and sentence have it, and is counted in words.

    A released table lacks words, but those it has stand in order, and a form is shown no more often than it is
    used.
    """
    tokens, segments = tables["tokens"], tables["segments"].copy()
    segments["before"] = segments.groupby("source")["n_words"].cumsum() - segments["n_words"]
    _check_place(data, tokens, segments)
    _check_sentence(data, tokens, segments, tables["sentences"])
    is_back = tokens["position"] <= shift_in(tokens, "source", "position", 0)
    refuse_rows(data, "tokens", is_back, "it does not stand behind the word above")
    is_ahead = (tokens["follows"] >= tokens["position"]).fillna(False)
    refuse_rows(data, "tokens", is_ahead, "it goes on from a word behind it")
    refuse_rows(data, "tokens", ~_is_folded(tokens), "norm is not the form under which this token is counted")
    _check_counts(data, tokens, tables["words"])


def _check_place(data: Path, tokens: pd.DataFrame, segments: pd.DataFrame) -> None:
    home = {name: look_up(tokens, SEGMENT, segments, name) for name in ("role", "before", "n_words")}
    refuse_rows(data, "tokens", tokens["role"] != home["role"], "its segment has another role")
    place = tokens["position"] - home["before"]
    is_elsewhere = (place < 1) | (place > home["n_words"])
    refuse_rows(data, "tokens", is_elsewhere, "the word at this position is in another segment")


def _check_sentence(
    data: Path, tokens: pd.DataFrame, segments: pd.DataFrame, sentences: pd.DataFrame
) -> None:
    """A word stands behind the words of the sentences before its own, and before those of the ones after it."""
    placed = _place_sentences(segments, sentences)
    first, last = (look_up(tokens, SENTENCE, placed, name) for name in ("first", "last"))
    is_inside = tokens["position"].between(first, last)
    is_wrong = tokens["sentence"].notna() & ~is_inside
    refuse_rows(data, "tokens", is_wrong.fillna(True), "it does not stand in its sentence")


def _place_sentences(segments: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences with the first and the last position that a word of each can have in its source."""
    spans = segments.assign(after=segments["before"] + segments["n_words"])
    paragraphs = spans.groupby(_PARAGRAPH, as_index=False).agg({"before": "min", "after": "max"})
    placed = sentences.copy()
    n_words = placed.groupby(_PARAGRAPH)["n_words"]
    until = n_words.cumsum()
    n_behind = n_words.transform("sum") - until
    placed["first"] = look_up(placed, _PARAGRAPH, paragraphs, "before") + until - placed["n_words"] + 1
    placed["last"] = look_up(placed, _PARAGRAPH, paragraphs, "after") - n_behind
    return placed


def _is_folded(tokens: pd.DataFrame) -> np.ndarray:
    """Tell which norms are the form of their token; a word that a line's end breaks may be joined or not."""
    folded = fold_words(tokens["token"])
    bare = [form.casefold().replace("-", "") for form in tokens["norm"]]
    plain = [fold.casefold().replace("-", "") for fold in folded]
    is_broken = tokens["token"].str.contains(r"\s").to_numpy()
    is_same = np.array([one == other for one, other in zip(bare, plain, strict=True)], dtype=bool)
    is_equal = (tokens["norm"].str.casefold() == folded.str.casefold()).to_numpy()
    return np.where(is_broken, is_same, is_equal)


def _check_counts(data: Path, tokens: pd.DataFrame, words: pd.DataFrame) -> None:
    listed = look_up(tokens, _FORM, words, "n").fillna(0)
    nth = tokens.groupby(_FORM).cumcount() + 1
    refuse_rows(data, "tokens", nth > listed, "words.csv has fewer uses of this word")


def check_contexts(data: Path, tables: Tables, phrases: pd.DataFrame, sources: pd.DataFrame) -> None:
    """Raise InputError unless contexts are the uses of decided phrases, in words that were used.

    phrases: the decided ones. sources: one row a source (source, language).
    Every use that counts has its context, a context's match is the words shown at its
    place, and what stands around it agrees with words.csv and with the words that are shown.
    """
    contexts, tokens = tables["contexts"], tables["tokens"]
    unknown = ~contexts["phrase"].isin(phrases["phrase"])
    refuse_rows(data, "contexts", unknown, "phrases.csv has no such phrase")
    hits = find_matches(tokens, phrases, by="phrase", sources=sources).astype({"phrase": str})
    place = ["phrase", "source", "position", "role"]
    found = pd.MultiIndex.from_frame(hits[place])
    at = pd.MultiIndex.from_frame(contexts[place])
    refuse_rows(
        data, "contexts", ~at.isin(found), "no pattern of this phrase matches the words at this place"
    )
    chosen = find_chosen(tokens, phrases, sources).astype({"phrase": str})
    lost = chosen[~pd.MultiIndex.from_frame(chosen[place]).isin(at)]
    for row in lost.itertuples():
        refuse(data, "contexts", f"no row for {row.phrase} in {row.source} at {row.position}")
    _check_cuts(data, contexts, hits, tables)


def _check_cuts(data: Path, contexts: pd.DataFrame, hits: pd.DataFrame, tables: Tables) -> None:
    """Compare what contexts show, word by word, with what is shown and counted elsewhere."""
    tokens, key = tables["tokens"], ["phrase", "source", "position"]
    placed = contexts.reset_index(names="row")[["row", *key]].merge(
        hits[[*key, "n_words"]].drop_duplicates(key)
    )
    said = list_words_of(placed, tokens)
    printed = tokens[["position", "norm"]].iloc[said["row"]]
    by_row = printed.groupby(placed["row"].to_numpy()[said["hit"]]).agg(list)
    shown = _list_shown(contexts[~contexts[_PARTS].apply(_is_broken).any(axis=1)], by_row)
    _refuse_match(data, shown, by_row)
    folded = tokens.assign(fold=tokens["norm"].str.casefold())
    fold = look_up(shown, _PLACE, folded, "fold")
    _refuse_shown(data, shown, fold.notna() & (fold != shown["norm"]), "tokens.csv has another word at {}")
    seen = shown.drop_duplicates([*_PLACE, "norm"])
    _refuse_shown(data, seen, seen.duplicated(_PLACE), "another context has another word at {}")
    _check_uses(data, seen, tables)


def _is_broken(texts: pd.Series) -> pd.Series:
    """Tell which texts have a word that a line's end breaks: printed in one line, it is read as two."""
    return texts.str.contains(r"\w[-‐\u00ad] \w")


def _refuse_match(data: Path, shown: pd.DataFrame, said: pd.DataFrame) -> None:
    """The match of a context is the words at its place, none more and none less."""
    cut = shown[shown["part"] == "match"].groupby("row")["norm"].agg(list)
    for row, norms in said["norm"].items():
        if row in cut.index and cut[row] != [norm.casefold() for norm in norms]:
            refuse(data, "contexts", f"the match is not the words said there ({' '.join(norms)})", row=row)


def _check_uses(data: Path, seen: pd.DataFrame, tables: Tables) -> None:
    """No form is shown more often, in tokens and contexts together, than words.csv has it."""
    words = tables["words"].assign(norm=tables["words"]["norm"].str.casefold())
    listed = words.groupby(_FORM, as_index=False)["n"].sum()
    tokens = tables["tokens"][[*_PLACE, "role", "norm"]].assign(norm=tables["tokens"]["norm"].str.casefold())
    known = pd.MultiIndex.from_frame(tokens[_PLACE])
    fresh = seen[~pd.MultiIndex.from_frame(seen[_PLACE]).isin(known)]
    both = pd.concat([tokens.assign(row=-1), fresh], ignore_index=True)
    is_over = (both.groupby(_FORM).cumcount() + 1) > look_up(both, _FORM, listed, "n").fillna(0)
    _refuse_shown(data, both, is_over, "words.csv has fewer uses of the word at {}")


def _refuse_shown(data: Path, shown: pd.DataFrame, wrong: pd.Series, fault: str) -> None:
    for row in shown[wrong.to_numpy()].head(1).itertuples():
        refuse(data, "contexts", fault.format(f"{row.position} ('{row.norm}')"), row=row.row)


def _list_shown(contexts: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """List the words of contexts: row (of contexts), source, role, part, position, norm (without case).

    said: positions of the words of each match, by row. A note inside a match has positions of its own.
    """
    rows = []
    for use in contexts.itertuples():
        at = said.at[use.Index, "position"]
        parts = {part: fold_words_of(getattr(use, part)) for part in _PARTS}
        first = at[0] - len(parts["left"])
        inside = at if len(at) == len(parts["match"]) else range(at[0], at[0] + len(parts["match"]))
        places = [*range(first, at[0]), *inside, *range(at[-1] + 1, at[-1] + 1 + len(parts["right"]))]
        words = [(part, norm.casefold()) for part, norms in parts.items() for norm in norms]
        rows += [(use.Index, use.source, use.role, part, position, norm)
                 for (part, norm), position in zip(words, places, strict=True)]  # fmt: skip
    return pd.DataFrame(rows, columns=["row", "source", "role", "part", "position", "norm"])
