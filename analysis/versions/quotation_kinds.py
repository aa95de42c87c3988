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
    said = words["role"] != "narration"
    counted = words[said | ~said.groupby(words["number"]).transform("any")]
    odd = _find_odd(links, words[said], counted)
    words, counted = words[words["has_content"]], counted[counted["has_content"]]
    here = links.merge(words, left_on="row", right_on="number")
    there = links.merge(counted, left_on="column", right_on="number")
    here["is_told"], place = here["role"] == "narration", ["row", "column", "compared"]
    here["is_shared"], quoted = _stand_in(here[place], there[place]), here[~here["is_told"]]
    kept = _stand_in(quoted[["row", "compared"]], there[["row", "compared"]])
    told = _stand_in(there[["column", "compared"]], quoted[["column", "compared"]])
    shares = pd.DataFrame(
        {
            "kept": pd.Series(kept, dtype=float).groupby(quoted["row"].to_numpy()).mean(),
            "told": pd.Series(told, dtype=float).groupby(there["row"].to_numpy()).mean(),
        }
    ).reindex(links["row"])
    return np.where(_is_paraphrase(links, here), "paraphrase", _grade(**shares.fillna(0), odd=odd))


def _is_paraphrase(links: pd.DataFrame, here: pd.DataFrame) -> np.ndarray:
    """Tell which links rest on narration: on balance, by the words shared, else by all."""
    sides = pd.DataFrame({"all": np.where(here["is_told"], 1, -1)}, index=here.index)
    sides["shared"] = sides["all"].where(here["is_shared"], 0)
    balance = sides.groupby([here["row"], here["column"]]).sum()
    balance = balance.reindex(pd.MultiIndex.from_frame(links[["row", "column"]]), fill_value=0)
    return (balance["shared"].where(balance["shared"] != 0, balance["all"]) > 0).to_numpy()


def _find_odd(links: pd.DataFrame, quoted: pd.DataFrame, said: pd.DataFrame) -> np.ndarray:
    """Tell which links have a number, or a denial, on one side alone; quoted, said: the words of each."""
    here = links.merge(_list_firm(quoted), left_on="row", right_on="number")
    there = links.merge(_list_firm(said), left_on="column", right_on="number")
    added = here.loc[~_stand_in(here[["row", "firm"]], there[["row", "firm"]]), "row"]
    lost = there.loc[~_stand_in(there[["column", "firm"]], here[["column", "firm"]]), "row"]
    return links["row"].isin([*added, *lost]).to_numpy()


def _list_firm(words: pd.DataFrame) -> pd.DataFrame:
    """List the numbers and denials; all denials are alike, since translators choose among them."""
    norm = fold_words(words["token"])
    denies = norm.isin(DENIALS) | norm.str.endswith("n't")
    is_firm = denies | norm.str.contains(r"\d")
    firm = words["compared"].where(~denies, "not")
    return words[["number"]].assign(firm=firm)[is_firm]


def _grade(kept: pd.Series, told: pd.Series, odd: np.ndarray) -> np.ndarray:
    nearly_all = (kept >= NEARLY_ALL) & (told >= NEARLY_ALL)
    rules = {"altered": nearly_all & odd, "verbatim": nearly_all, "condensed": (kept >= HALF) & (told < kept)}
    return np.select(list(rules.values()), list(rules), "altered")


def _stand_in(rows: pd.DataFrame, others: pd.DataFrame) -> np.ndarray:
    """Tell which rows stand in another table with the same columns."""
    return pd.MultiIndex.from_frame(rows).isin(pd.MultiIndex.from_frame(others))
