"""The ledger of what comes back: one row a family, whether chosen by the authors or found by counting."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import list_words_of
from analysis.own_words import are_own_words, list_references, select_own_words
from analysis.phrases.coinciding import fold_families
from analysis.phrases.everyday import count_asked
from analysis.phrases.families import OCCURRENCE
from analysis.phrases.first_uses import find_first_uses
from analysis.phrases.wordings import describe_wordings, is_said, label_family
from analysis.statistics import describe_rate, measure_dispersion

_LEDGER = """
family label kind rank n_literal k_literal t_literal n n_asked n_events n_turns n_variants variants rules per_1000
low high reason dp percentile first_said first_date last_date silent also
"""
LEDGER = _LEDGER.split()
SPREAD = ["dp", "percentile"]
DECIDED = "the patterns of the phrase"
FEWEST_USES = 5  # of a family, from which its rate is given
WIDEST = 10  # times the lower limit; beyond it an interval says nothing
MOST_NAMED = 2  # events without a family that are named


def locate_tracked(hits: pd.DataFrame, tokens: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the uses of the chosen phrases in the shape of `families.find_occurrences`.

    hits: one row per hit of `chosen.find_chosen`, in any role. tokens: one row per word, at least those of
    the hits. sources: one row per source. Returns one row per use in running text; kind is "named", rank is
    missing; is_literal where the phrase's own words stand in it, one behind the other.
    """
    running = hits[hits["sentence"].notna()].reset_index(drop=True)
    table = running.assign(family=running["phrase"].astype(str), rank=pd.NA, kind="named", rule=DECIDED)
    table["event"] = table["source"].map(sources.set_index("source")["event"])
    table["variant"] = _norms(table, tokens)
    table["is_own"] = are_own_words(table, sources)
    pairs = zip(table["family"], table["variant"], strict=True)
    table["is_literal"] = [is_said(family, variant) for family, variant in pairs]
    columns = [*OCCURRENCE, "is_own", "is_literal"]
    return table.astype({"rank": "Int64", "is_literal": bool})[columns]


def list_uses(
    tokens: pd.DataFrame, named: pd.DataFrame, found: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """List every use of every family, chosen or found.

    tokens, named, sources: as for `locate_tracked`, named being its hits. found: one row per use of the
    families found, from `families.find_occurrences`; loose ones are dropped. Returns one row per use, chosen
    phrases first, in the shape of `locate_tracked`.
    """
    located = locate_tracked(named, tokens, sources)
    tied = found[~found["is_loose"].astype(bool)].drop(columns="is_loose").astype({"rank": "Int64"})
    return pd.concat([located, tied], ignore_index=True)


def _norms(uses: pd.DataFrame, tokens: pd.DataFrame) -> pd.Series:
    """Return the folded words of each use."""
    words = list_words_of(uses, tokens)
    norms = tokens["norm"].iloc[words["row"]].set_axis(uses.index[words["hit"]])
    return norms.groupby(level=0).agg(" ".join).reindex(uses.index)


def list_families(uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the families, each once: chosen ones first, then by rank.

    uses: one row per use (`list_uses`). segments: one row per segment. sources: one row per source (source,
    event, label, date, is_reference).
    Returns family; label (in quotation marks where each use says these words, else with the number of
    wordings joined); kind ("named", "expression", "name"); rank; n_literal, k_literal, t_literal (uses to the
    letter, their events and turns); n, n_events, n_turns (the same of all wordings), n_asked (uses in questions);
    n_variants, variants
    ("words (uses); ..."), rules (by which they were joined); per_1000 (of own words of all events), low, high
    (95 % interval over turns) and reason (why they are missing: below five uses, or ends more than a factor
    of ten apart); dp and percentile (see `dispersion.measure_dispersion`); first_said (date and voice of the
    first use by anybody, see `first_uses`), first_date and last_date (of the speaker's; '' where no day is
    known); silent (the events without it); also (families found by counting that are the same or a piece of it).
    Counts are of own words of reference sources. A family found is folded into an earlier row that shares half of its
    uses.
    """
    own = _fold(uses, segments)
    if own.empty:
        return pd.DataFrame(columns=LEDGER)
    spread = _spread(own, _turns(segments, sources))
    return _rank(own, uses, segments, sources).join(spread, on="number")[LEDGER]


def rank_families(uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the families as `list_families` does, without dp and percentile, which take most of its time."""
    own = _fold(uses, segments)
    ranked = [name for name in LEDGER if name not in SPREAD]
    if own.empty:
        return pd.DataFrame(columns=ranked)
    return _rank(own, uses, segments, sources)[ranked]


def _fold(uses: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Return the speaker's uses with the number of their family and their turn; those folded into others left out."""
    own = fold_families(uses[uses["is_own"].astype(bool)])
    turns = segments[["source", "segment", "turn"]]
    return own if own.empty else own.merge(turns, on=["source", "segment"])


def _rank(
    own: pd.DataFrame, uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """Describe the families of the speaker's uses, in the order of the ledger, with number."""
    turns, events = _turns(segments, sources), list_references(sources).set_index("event").sort_values("date")
    own = own.assign(part=turns.index.get_indexer(pd.MultiIndex.from_frame(own[["source", "turn"]])))
    by = own.groupby("number")
    facts = [_describe(family, events, turns) for _, family in by]
    table = pd.DataFrame(facts, index=list(by.groups)).rename_axis("number")
    table = table.join(find_first_uses(own, uses, segments, sources))
    table["first_said"] = table["first_said"].fillna("")  # where no use has a known day
    table["n_asked"] = table["family"].map(count_asked(uses, sources)).fillna(0).astype(int)
    table["label"] = [label_family(row) for row in table.itertuples()]
    named = table["kind"] == "named"
    keys = ["found", "rank", "k_literal", "t_literal", "n_events", "n_turns", "family"]
    return (
        table.assign(found=~named)
        .reset_index()
        .sort_values(keys, ascending=[True, True, False, False, False, False, True], ignore_index=True)
    )


def _turns(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Return the own words of each turn of the reference sources."""
    return select_own_words(segments, sources).groupby(["source", "turn"])["n_words"].sum()


def _spread(own: pd.DataFrame, turns: pd.Series) -> pd.DataFrame:
    """Return dp and percentile of each family over the turns, by number."""
    uses = own.assign(group=own["number"], part=_name_turns(own))
    counts = uses[["group", "part"]].value_counts().rename("n").reset_index()
    words = turns.rename("n_words").reset_index()
    words = words.assign(part=_name_turns(words))
    return measure_dispersion(counts, words[["part", "n_words"]]).set_index("group")[SPREAD]


def _name_turns(table: pd.DataFrame) -> pd.Series:
    return table["source"] + " " + table["turn"].astype(str)


def _describe(uses: pd.DataFrame, events: pd.DataFrame, turns: pd.Series) -> dict[str, object]:
    """Put together what the ledger says of one family, its spread and first use aside.

    uses: with part, the place of their turn among all turns. events: by date.
    """
    first = uses.iloc[0]
    literal, dates = uses[uses["is_literal"]], events["date"][uses["event"].unique()]
    known = dates[dates != ""]
    return {
        "family": first["family"],
        "kind": first["kind"],
        "rank": first["rank"],
        "also": first["also"],
        "n_literal": len(literal),
        "k_literal": literal["event"].nunique(),
        "t_literal": literal["part"].nunique(),
        "n_events": len(dates),
        "n_turns": uses["part"].nunique(),
        "first_date": known.min() if len(known) else "",
        "last_date": known.max() if len(known) else "",
        "silent": _name_silent(events, dates),
        **describe_wordings(uses),
        **_describe_rate(uses, turns),
    }


def _name_silent(events: pd.DataFrame, dates: pd.Series) -> str:
    """Name the events without a family, or count them where they are many; '' for none."""
    silent = events.loc[~events.index.isin(dates.index), "label"]
    return "; ".join(silent) if len(silent) <= MOST_NAMED else f"{len(silent)} interviews"


def _describe_rate(uses: pd.DataFrame, turns: pd.Series) -> dict[str, object]:
    """Describe the rate of a family over the turns (their own words), if it has one that says something."""
    counts = np.bincount(uses["part"], minlength=len(turns))
    rate = describe_rate(counts, turns)
    rate = {name: rate[name] for name in ("n", "per_1000", "low", "high", "reason")}
    nothing = {"per_1000": float("nan"), "low": float("nan"), "high": float("nan")}
    if len(uses) < FEWEST_USES:
        return rate | nothing | {"reason": f"fewer than {FEWEST_USES} uses"}
    if rate["high"] > WIDEST * rate["low"]:
        return rate | nothing | {"reason": f"an interval wider than a factor of {WIDEST}"}
    return rate


def list_chosen(ledger: pd.DataFrame, phrases: pd.DataFrame) -> pd.DataFrame:
    """List the chosen phrases, those that nobody says last with counts of zero: one row each, as the ledger.

    ledger: as from `list_families`. phrases: the decisions (phrase, ...).
    """
    named = ledger[ledger["kind"] == "named"]
    unused = sorted(set(phrases["phrase"]) - set(named["family"]))
    rows = pd.DataFrame({"family": unused, "label": unused, "kind": "named"}).reindex(columns=LEDGER)
    counts = [name for name in LEDGER if name.startswith(("n_", "k_", "t_"))] + ["n"]
    texts = ["rules", "variants", "reason", "first_said", "first_date", "last_date", "silent", "also"]
    rows = rows.assign(**dict.fromkeys(counts, 0), **dict.fromkeys(texts, ""))
    return pd.concat([named, rows.astype(object)] if unused else [named], ignore_index=True).astype(
        dict.fromkeys(counts, int)
    )
