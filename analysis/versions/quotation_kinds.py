"""How a sentence is reported: quoted as it was said, shortened, in other words, or told by the outlet."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import DENIALS, fold_words

NEARLY_ALL = 0.75  # of the content words: one in four may differ
HALF = 0.5


def name_kinds(links: pd.DataFrame, words: pd.DataFrame) -> np.ndarray:
    """Name the kind of each link between a sentence of a report and one of a source.

    links: one row a link (row, the number of the report's sentence; column, that of the source's).
    words: one row a word of either (number, of its sentence; role, token, compared, has_content).
    Returns one kind a link. `paraphrase`: the words that the two share stand rather in the report's narration
    than in what it prints as spoken; where they share none, most words of the report's sentence do. The
    others are quoted, and two shares decide: of the words quoted in the sentence, those that the source says
    in the sentences linked to it (kept), and of the words in these, those that the report quotes anywhere
    (told). `verbatim`: both at least 0.75; `condensed`: at least half are kept, and a smaller share is told;
    `altered`: the rest, which in a report with a translation of its own may be the translator's doing; and
    what would be verbatim, were there not a number, or a denial, on one side alone. Of a source that quotes
    too, its own prose counts only in sentences without a quotation.
    """
    if links.empty:
        return np.empty(0, dtype=object)
    is_said = words["role"] != "narration"
    has_said = is_said.groupby(words["number"]).transform("any")
    said, counted = words[is_said], words[is_said | ~has_said]
    here = _list_content(links, words, "row")
    there = _list_content(links, counted, "column")
    shares = _share_words(links, here[here["role"] != "narration"], there)
    kinds = _grade(shares, is_odd=_find_odd(links, said, counted))
    return np.where(_is_paraphrase(links, here, there), "paraphrase", kinds)


def _list_content(links: pd.DataFrame, words: pd.DataFrame, side: str) -> pd.DataFrame:
    """List the content words on one side of the links: one row a link and word."""
    return links.merge(words[words["has_content"]], left_on=side, right_on="number")


def _share_words(links: pd.DataFrame, quoted: pd.DataFrame, there: pd.DataFrame) -> pd.DataFrame:
    """Return for each link which share of the words quoted is kept, and of the source's words is told."""
    report, source = ["row", "compared"], ["column", "compared"]
    is_kept = _stand_in(quoted[report], there[report])
    is_told = _stand_in(there[source], quoted[source])
    shares = {"kept": _average(is_kept, quoted["row"]), "told": _average(is_told, there["row"])}
    return pd.DataFrame(shares).reindex(links["row"]).fillna(0)


def _average(flags: np.ndarray, row: pd.Series) -> pd.Series:
    return pd.Series(flags, dtype=float).groupby(row.to_numpy()).mean()


def _is_paraphrase(links: pd.DataFrame, here: pd.DataFrame, there: pd.DataFrame) -> np.ndarray:
    """Tell which links rest on narration: on balance, by the words shared, else by all."""
    link = ["row", "column"]
    weight = pd.Series(np.where(here["role"] == "narration", 1, -1), index=here.index)
    is_shared = _stand_in(here[[*link, "compared"]], there[[*link, "compared"]])
    weights = here[link].assign(all=weight, shared=weight.where(is_shared, 0))
    balance = weights.groupby(link).sum()
    balance = balance.reindex(pd.MultiIndex.from_frame(links[link]), fill_value=0)
    decides = balance["shared"].where(balance["shared"] != 0, balance["all"])
    return (decides > 0).to_numpy()


def _find_odd(links: pd.DataFrame, quoted: pd.DataFrame, said: pd.DataFrame) -> np.ndarray:
    """Tell which links have a number, or a denial, on one side alone; quoted, said: the words of each."""
    here = links.merge(_list_firm(quoted), left_on="row", right_on="number")
    there = links.merge(_list_firm(said), left_on="column", right_on="number")
    report, source = ["row", "firm"], ["column", "firm"]
    added = here.loc[~_stand_in(here[report], there[report]), "row"]
    lost = there.loc[~_stand_in(there[source], here[source]), "row"]
    return links["row"].isin([*added, *lost]).to_numpy()


def _list_firm(words: pd.DataFrame) -> pd.DataFrame:
    """List the numbers and denials; all denials are alike, since translators choose among them."""
    norm = fold_words(words["token"])
    denies = norm.isin(DENIALS) | norm.str.endswith("n't")
    is_firm = denies | norm.str.contains(r"\d")
    firm = words["compared"].where(~denies, "not")
    return words[["number"]].assign(firm=firm)[is_firm]


def _grade(shares: pd.DataFrame, *, is_odd: np.ndarray) -> np.ndarray:
    kept, told = shares["kept"], shares["told"]
    nearly_all = (kept >= NEARLY_ALL) & (told >= NEARLY_ALL)
    in_fewer = (kept >= HALF) & (told < kept)
    rules = {"altered": nearly_all & is_odd, "verbatim": nearly_all, "condensed": in_fewer}
    return np.select(list(rules.values()), list(rules), "altered")


def _stand_in(rows: pd.DataFrame, others: pd.DataFrame) -> np.ndarray:
    """Tell which rows stand in another table with the same columns."""
    return pd.MultiIndex.from_frame(rows).isin(pd.MultiIndex.from_frame(others))
