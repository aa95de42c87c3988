"""Do the tables on versions and on vocabulary agree with those they are made from?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from analysis.commands.check_refusals import Tables, look_up, refuse, refuse_rows
from analysis.language import base_language
from analysis.roles import SPOKEN
from analysis.versions import measure_overlaps
from analysis.vocabulary import (
    EVENTS,
    SPELLING,
    VOICES,
    compare_event_words,
    compare_voices,
    join_spellings,
    measure_diversity,
)

RUN = 8  # words; of which overlaps counts runs
ROUNDED = 0.000501  # shares are printed with three digits
NEARLY = 0.00001  # of figures printed with six digits, whose last may differ between processors
_LINK = ["report", "report_sentence", "source", "source_sentence"]
_OF = ["source", "role", "measure", "setting"]
_COMPARED = ["compared", "side", "word"]


def check_versions(data: Path, tables: Tables, sources: pd.DataFrame) -> None:
    """Raise InputError unless sources are compared within an event, by sentences and words that are shown."""
    event = sources.set_index("source")["event"]
    for name in ("passages", "rewordings"):
        table = tables[name]
        is_strange = (table["report"].map(event) != table["source"].map(event)) | (
            table["report"] == table["source"]
        )
        refuse_rows(data, name, is_strange, "the two sources are not of one event")
    linked = pd.MultiIndex.from_frame(tables["passages"][_LINK])
    is_lost = ~pd.MultiIndex.from_frame(tables["rewordings"][_LINK]).isin(linked)
    refuse_rows(data, "rewordings", is_lost, "passages.csv does not link these sentences")
    for side in ("report", "source"):
        _check_wording(data, tables["rewordings"], tables["tokens"], side)
    _check_translations(data, tables, sources)
    _check_overlaps(data, tables)
    _check_false_links(data, tables, event)


def _check_translations(data: Path, tables: Tables, sources: pd.DataFrame) -> None:
    """Two texts are linked as original and translation within an event and across languages; counts fit together."""
    table, known = tables["translations"], sources.set_index("source")
    event, spoken = known["event"], known["language"].map(base_language)
    sides = table["original"], table["translation"]
    is_strange = sides[0].map(event) != sides[1].map(event)
    refuse_rows(data, "translations", is_strange, "the two sources are not of one event")
    is_same = sides[0].map(spoken) == sides[1].map(spoken)
    refuse_rows(data, "translations", is_same, "the two sources are in one language")
    counts = tables["renderings"]
    fewest = counts[["n_formula", "n_wording"]].min(axis=1)
    refuse_rows(
        data, "renderings", counts["n_together"] > fewest, "n_together is larger than one of the two counts"
    )
    is_many = counts[["n_formula", "n_wording"]].max(axis=1) > counts["n_places"]
    refuse_rows(data, "renderings", is_many, "there are fewer places than one of the two counts")


def _check_wording(data: Path, rewordings: pd.DataFrame, tokens: pd.DataFrame, side: str) -> None:
    """What a pair shows is the words at its place; a word that holds a space has no place of its own."""
    token_of = tokens.set_index(["source", "position"])["token"]
    for row in rewordings.itertuples():
        source, first, words = (getattr(row, f"{side}{part}") for part in ("", "_position", "_words"))
        places = [(source, first + i) for i in range(len(words.split(" ")))]
        said = " ".join(" ".join(str(token_of.get(place, "")).split()) for place in places)
        if said != words and "- " not in said:
            refuse(
                data, "rewordings", f"tokens.csv says '{said}' where {side}_words is '{words}'", row=row.Index
            )


def _check_overlaps(data: Path, tables: Tables) -> None:
    """A share is of all runs of one of the two sources, whose number lies between two that sentences give."""
    overlaps, sentences, segments = tables["overlaps"], tables["sentences"], tables["segments"]
    refuse_rows(
        data, "overlaps", overlaps["source"] >= overlaps["other"], "the later source by name is 'other'"
    )
    spoken = sentences[sentences["role"].isin(SPOKEN)]
    fewest = (spoken["n_words"] - RUN + 1).clip(lower=0).groupby(spoken["source"]).sum()
    most = segments[segments["role"].isin(SPOKEN)].groupby("source")["n_words"].sum()
    fits = np.zeros(len(overlaps), dtype=bool)
    for side in ("source", "other"):
        low = overlaps["n_shared"] / overlaps[side].map(most).astype("float64").clip(lower=1) - ROUNDED
        high = (
            overlaps["n_shared"] / overlaps[side].map(fewest).astype("float64").fillna(0).clip(lower=1)
            + ROUNDED
        )
        fits |= overlaps["share"].between(low, high).to_numpy()
    refuse_rows(data, "overlaps", ~fits, "share is not n_shared of all runs of eight words of either source")
    _check_pairs(data, overlaps, tables["tokens"])


def _check_pairs(data: Path, overlaps: pd.DataFrame, tokens: pd.DataFrame) -> None:
    """Two sources that are shown to share a run of eight words have a row."""
    place = tokens[["source", "sentence"]].ne(tokens[["source", "sentence"]].shift()).any(axis=1)
    stretch = (place | (tokens["position"].diff() != 1)).cumsum()
    shared = measure_overlaps(tokens.assign(sentence=stretch.where(tokens["sentence"].notna())))
    stated = pd.MultiIndex.from_frame(overlaps[["source", "other"]])
    for one, other in pd.MultiIndex.from_frame(shared[["source", "other"]]).difference(stated)[:1]:
        refuse(
            data,
            "overlaps",
            f"no row for {one} and {other}, of which tokens.csv shows one run of eight words",
        )


def _check_false_links(data: Path, tables: Tables, event: pd.Series) -> None:
    links, sentences = tables["false_links"], tables["sentences"]
    is_one = links["report"].map(event) == links["source"].map(event)
    refuse_rows(data, "false_links", is_one, "the two sources are of one event")
    running = sentences[sentences["role"].isin(SPOKEN)].groupby("source").size()
    stated = links["report"].map(running).astype("float64").fillna(0)
    wrong = links["n_sentences"] != stated
    refuse_rows(data, "false_links", wrong, "sentences.csv has another number of sentences of this report")
    refuse_rows(
        data, "false_links", links["n_linked"] > links["n_sentences"], "n_linked is larger than n_sentences"
    )


def check_vocabulary(data: Path, tables: Tables, sources: pd.DataFrame, equivalents: pd.DataFrame) -> None:
    """Raise InputError unless measures of vocabulary are those of words.csv, as far as it decides them."""
    _check_diversity(data, tables)
    _check_contrasts(data, tables, sources, equivalents)
    chance, diversity = tables["chance"], tables["diversity"]
    inside = chance.dropna(subset=["low", "mean", "high"])
    is_inside = (inside["low"] <= inside["mean"] + NEARLY) & (inside["mean"] <= inside["high"] + NEARLY)
    for row in inside.index[~is_inside][:1]:
        refuse(data, "chance", "the mean does not lie between low and high", row=row)
    asked = diversity[diversity["role"] == "question"]
    figure = asked["measure"] + "_" + asked["setting"].astype(str)
    stated = look_up(chance, ["figure", "source"], asked.assign(figure=figure), "value")
    differs = stated.notna() & ((stated - chance["observed"]).abs() > NEARLY)
    refuse_rows(data, "chance", differs, "diversity.csv has another figure")


def _check_diversity(data: Path, tables: Tables) -> None:
    """Every running role has every measure; HD-D and the number of words are counted again from words.csv."""
    diversity, words = tables["diversity"], tables["words"]
    counted = measure_diversity(tables["tokens"].head(0), words)
    spoken = words[words["role"].isin(SPOKEN)].groupby(["source", "role"])["n"].sum().rename("counted")
    n_words = look_up(diversity, ["source", "role"], spoken.reset_index(), "counted").fillna(0)
    refuse_rows(data, "diversity", diversity["n_words"] != n_words, "words.csv has another number of words")
    value = look_up(diversity, _OF, counted, "value")
    is_hdd = diversity["measure"] == "hdd"
    differs = (value - diversity["value"]).abs() > NEARLY
    refuse_rows(data, "diversity", is_hdd & (differs | (value.isna() != diversity["value"].isna())),
                "words.csv gives another value")  # fmt: skip
    is_share = (diversity["measure"] != "mtld") & ~diversity["value"].dropna().between(0, 1).reindex(
        diversity.index, fill_value=True
    )
    refuse_rows(data, "diversity", is_share, "the value is no share")
    n_rows = diversity.groupby(["source", "role"]).size().reindex(spoken.index, fill_value=0)
    for source, role in n_rows.index[n_rows != n_rows.max()][:1]:
        refuse(
            data, "diversity", f"{source}, {role} has {n_rows[source, role]} rows in place of {n_rows.max()}"
        )
    kinds = diversity[["measure", "setting"]].drop_duplicates()
    if len(spoken) and len(kinds) != 3 * counted["setting"].nunique():
        refuse(data, "diversity", "a measure is missing")


def _check_contrasts(data: Path, tables: Tables, sources: pd.DataFrame, equivalents: pd.DataFrame) -> None:
    """Count again what words.csv decides: all but words of several spellings, whose turns are not known."""
    contrasts, counted = tables["contrasts"], _count_contrasts(tables, sources, equivalents)
    spelt = equivalents[equivalents["kind"] == SPELLING]
    joined = {*spelt["form"], *spelt["stands_for"]}
    known, wanted = (
        table[~table["word"].isin(joined)].set_index(_COMPARED) for table in (contrasts, counted)
    )
    strange = known.index.difference(wanted.index)
    lost = wanted.index.difference(known.index)
    for place in [*lost, *strange][:1]:
        what = "no row" if place in wanted.index else "a row that words.csv does not give"
        refuse(data, "contrasts", f"{what} for {', '.join(place)}")
    for column in wanted.columns:
        stated = look_up(contrasts, _COMPARED, counted, column)
        differs = ~contrasts["word"].isin(joined) & ((stated - contrasts[column]).abs() > NEARLY)
        refuse_rows(data, "contrasts", differs, f"words.csv gives another {column}")
    refuse_rows(data, "contrasts", contrasts["n_most"] > contrasts["n"], "n_most is larger than n")


def _count_contrasts(tables: Tables, sources: pd.DataFrame, equivalents: pd.DataFrame) -> pd.DataFrame:
    joined = join_spellings(tables["words"], equivalents)
    words = joined.groupby(["source", "role", "norm"], as_index=False)[["n", "n_turns"]].sum(min_count=1)
    compared = [(EVENTS, compare_event_words), (VOICES, compare_voices)]
    counts = [count(words, tables["segments"], sources).assign(compared=name) for name, count in compared]
    return pd.concat(counts, ignore_index=True)
