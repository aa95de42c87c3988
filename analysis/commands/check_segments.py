"""Do segments tile their texts, and do sentences and splittings lie in them and add up?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.commands.check_refusals import SEGMENT, Tables, look_up, refuse, refuse_rows, shift_in
from analysis.counting import COUNTED, add_turns, list_splittings
from analysis.roles import SPOKEN

RUNNING = (*SPOKEN, "repeat")  # what sentences are made of
_PART_OF_WORDS = ("n_monosyllables", "n_polysyllables", "n_long_words", "n_mini_words", "n_difficult_words")
_MORE_SYLLABLES = 6  # than letters, in a word
_PLACE = ["source", "paragraph", "role"]


def check_segments(data: Path, segments: pd.DataFrame) -> None:
    """Raise InputError unless segments follow each other in order, without a gap in their numbers.

    segments: one row a segment. Turns are numbered from 1, and none is passed over.
    """
    number = segments.groupby("source", sort=False).cumcount() + 1
    refuse_rows(
        data, "segments", segments["segment"] != number, "the segments of a source are not 1, 2, 3, ..."
    )
    refuse_rows(data, "segments", segments["start"] >= segments["end"], "it ends before it starts")
    is_over = segments["start"] < shift_in(segments, "source", "end", 0)
    refuse_rows(data, "segments", is_over, "it starts inside the segment above")
    too_many = segments["n_words"] > segments["end"] - segments["start"]
    refuse_rows(data, "segments", too_many, "it has more words than characters")
    above = shift_in(segments, "source", "paragraph", 1)
    refuse_rows(
        data, "segments", segments["paragraph"] < above, "its paragraph stands above the one before it"
    )
    _check_turns(data, segments.dropna(subset="turn"))


def _check_turns(data: Path, segments: pd.DataFrame) -> None:
    """A turn is that of the row above in a turn, or the next one."""
    step = segments["turn"] - shift_in(segments, "source", "turn", 0)
    for row in segments.index[~step.isin([0, 1])][:1]:
        refuse(data, "segments", "its turn is neither that of the segment above nor the next one", row=row)


def check_sentences(data: Path, tables: Tables) -> None:
    """Raise InputError unless sentences stand in order in their paragraphs, and their words add up.

    Where a paragraph has running text of one role, its sentences have all its words; where it has several, a
    sentence counts those of its own role only.
    """
    sentences, segments = tables["sentences"], tables["segments"]
    number = sentences.groupby("source", sort=False).cumcount() + 1
    refuse_rows(data, "sentences", sentences["sentence"] != number, "its source lacks a sentence before it")
    is_over = sentences["start"] < shift_in(sentences, "source", "end", 0)
    refuse_rows(data, "sentences", is_over, "it starts inside the sentence above")
    home = {column: look_up(sentences, SEGMENT, segments, column) for column in ("start", "end", "paragraph")}
    # It may begin before it, with a quotation mark that has a segment of its own.
    is_apart = (sentences["end"] <= home["start"]) | (sentences["start"] >= home["end"])
    refuse_rows(data, "sentences", is_apart, "no part of it lies in its segment")
    strange = sentences["paragraph"] != home["paragraph"]
    refuse_rows(data, "sentences", strange, "its segment is in another paragraph")
    _check_words(data, sentences, segments)
    _check_measures(data, sentences)


def _check_words(data: Path, sentences: pd.DataFrame, segments: pd.DataFrame) -> None:
    running = segments[segments["role"].isin(RUNNING) & (segments["n_words"] > 0)]
    held = running.groupby(_PLACE)["n_words"].sum()
    counted = sentences.groupby(_PLACE)["n_words"].sum().reindex(held.index, fill_value=0)
    n_roles = held.groupby(_PLACE[:2]).transform("size")
    at = pd.MultiIndex.from_frame(sentences[_PLACE])
    refuse_rows(data, "sentences", ~at.isin(held.index), "its paragraph has no words of this role")
    wrong = (counted > held) | ((n_roles == 1) & (counted != held))
    for (source, paragraph, role), _ in wrong[wrong].items():
        place = (source, paragraph, role)
        said = f"{counted[place]} words of {source}, paragraph {paragraph}, {role}"
        refuse(data, "sentences", f"{said}, but segments.csv has {held[place]}")


def _check_measures(data: Path, sentences: pd.DataFrame) -> None:
    """Letters and syllables are at least those of the words counted, and at most what the characters hold."""
    words, letters, syllables = (sentences[column] for column in ("n_words", "n_letters", "n_syllables"))
    one, many = sentences["n_monosyllables"], sentences["n_polysyllables"]
    for column in (*_PART_OF_WORDS, "n_unfamiliar_words"):
        refuse_rows(data, "sentences", sentences[column] > words, f"{column} is larger than n_words")
    fewest = one + 2 * (words - one - many) + 3 * many
    refuse_rows(data, "sentences", letters < words, "n_letters is smaller than n_words")
    refuse_rows(
        data, "sentences", letters > sentences["end"] - sentences["start"], "more letters than characters"
    )
    refuse_rows(
        data, "sentences", one + many > words, "its words of one and of many syllables are more than all"
    )
    refuse_rows(data, "sentences", syllables < fewest, "n_syllables is smaller than that of its words")
    # Few letters have more than one syllable; acronyms that are spelled out ("WTO", "BMW") have up to six more.
    most = letters + _MORE_SYLLABLES * words
    refuse_rows(data, "sentences", syllables > most, "n_syllables is larger than its letters allow")


def check_splittings(data: Path, tables: Tables) -> None:
    """Raise InputError unless every turn has its sentences counted in every way, and the first way is ours."""
    splittings, ways = tables["splittings"], list_splittings()["splitting"].tolist()
    placed = add_turns(tables["sentences"], tables["segments"])
    counted = placed[placed["role"].isin(SPOKEN)].groupby(["source", "turn", "role"]).size()
    at = pd.MultiIndex.from_frame(splittings[["source", "turn", "role"]])
    refuse_rows(
        data, "splittings", ~at.isin(counted.index), "sentences.csv has no sentence of this turn and role"
    )
    of_turn = splittings.groupby(["source", "turn", "role"])["splitting"].agg(list)
    for place in counted.index:
        if of_turn.get(place) != ways:
            source, turn, role = place
            refuse(data, "splittings", f"{source}, turn {turn}, {role} has not the rows {', '.join(ways)}")
    stated = counted.reindex(at).to_numpy()
    is_ours = splittings["splitting"] == COUNTED
    wrong = is_ours & (splittings["n_sentences"] != stated)
    refuse_rows(
        data, "splittings", wrong, "sentences.csv has another number of sentences of this turn and role"
    )
