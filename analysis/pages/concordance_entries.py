"""What a reader can look up in the concordance: each phrase and each topic once, under an address that stays."""

from __future__ import annotations

import re

import pandas as pd

from analysis.pages.addresses import name_addresses
from analysis.phrases import find_phrases, list_new, rank_families
from analysis.report import Report
from analysis.suggested import bare_name

ENTRIES = ["entry", "name", "kind", "family", "aliases"]
PHRASE, TOPIC, FOUND, NAME = "chosen phrase", "topic", "found by counting", "name"
SEQUENCE, ASKED = "found word for word", "found in questions"
KINDS = {"named": PHRASE, "expression": FOUND, "name": NAME}
PREFIXES = {PHRASE: "phrase", TOPIC: "topic", FOUND: "found", NAME: "name", SEQUENCE: "words", ASKED: "asked"}
MOST_FOUND = 300  # of a kind found by counting, by rank: more would make the page too heavy
MOST_ALIASES = 8  # of an entry: the commonest wordings first
_COUNTED = re.compile(r"(?:^|; )(.+?) \([\d,]+\)(?=;|$)")  # "world war (5); next world war (2)"


def list_entries(report: Report) -> pd.DataFrame:
    """List what can be looked up, chosen phrases and topics first.

    Returns one row an entry: entry (its address), name (as printed), kind (a constant of this module), family (the
    phrase, topic or family, as tables have it) and aliases (other names that lead to it: wordings, and families
    that were folded into it; a list).
    """
    ledger = rank_families(report.uses, report.segments, report.sources)
    named, counted = ledger[ledger["kind"] == "named"], ledger[ledger["kind"] != "named"]
    silent = report.phrases.loc[~report.phrases["phrase"].isin(named["family"]), "phrase"].drop_duplicates()
    parts = [
        _describe_families(named),
        _describe(silent, PHRASE),
        _describe(report.topics["topic"], TOPIC, names=report.topic_names),
        *(_describe_families(part.head(MOST_FOUND)) for _, part in counted.groupby("kind", sort=True)),
    ]
    known = pd.concat(parts, ignore_index=True)
    found = find_phrases(report.tokens, report.sources)
    sequences = list_new(found, report.uses, report.sources["language"])["phrase"]
    parts.append(_leave_out(_describe(sequences.head(MOST_FOUND), SEQUENCE), known))
    asked = report.asked.loc[report.asked["is_own"].astype(bool), "family"].drop_duplicates()
    parts.append(_leave_out(_describe(asked, ASKED), pd.concat(parts)))
    return _address(pd.concat(parts, ignore_index=True))


def _address(entries: pd.DataFrame) -> pd.DataFrame:
    """Give each entry its address; that of a topic is made of its printed name, and says that it is one."""
    is_topic = entries["kind"] == TOPIC
    said = entries["family"].map(bare_name).mask(is_topic, "topic " + entries["name"].map(bare_name))
    addresses = name_addresses(zip(said, entries["kind"].map(PREFIXES), strict=True))
    return entries.assign(entry=pd.Series(addresses, dtype="str", index=entries.index))[ENTRIES]


def _describe(families: pd.Series, kind: str, *, names: dict[str, str] | None = None) -> pd.DataFrame:
    printed = families.map(names) if names else families
    nothing = [[] for _ in families]
    table = pd.DataFrame({"name": printed, "family": families, "aliases": nothing}).assign(kind=kind)
    return table.astype({"name": "str", "family": "str"}).reset_index(drop=True)


def _describe_families(rows: pd.DataFrame) -> pd.DataFrame:
    """Describe rows of the ledger; what stands behind a wording or a folded family is its number of uses."""
    aliases = [_list_names(row.family, row.variants, row.also) for row in rows.itertuples()]
    kinds = rows["kind"].map(KINDS).to_numpy()
    return _describe(rows["label"], "").assign(kind=kinds, aliases=aliases, family=rows["family"].to_numpy())


def _list_names(family: str, *told: str) -> list[str]:
    """List the names in texts such as "world war (5); next world war (2)", each once, and not the family's own."""
    names = [name for text in told for name in _COUNTED.findall(text)]
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(name.casefold(), name)
    others = [name for key, name in known.items() if key != bare_name(family).casefold()]
    return sorted(others[:MOST_ALIASES])


def _leave_out(entries: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Leave out entries that another already answers for, under its name or an alias."""
    others = known[known["kind"] != TOPIC]
    names = {name.casefold() for row in others.itertuples() for name in [row.family, *row.aliases]}
    return entries[~entries["family"].str.casefold().isin(names)]
