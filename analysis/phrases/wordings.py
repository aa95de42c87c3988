"""What was said to the letter and what was joined: the wordings of a family."""

from __future__ import annotations

import pandas as pd

from analysis.language import find_words, fold_word
from analysis.messages import translate
from analysis.phrases.family_rules import SAME
from analysis.suggested import bare_name, mark_of


def is_said(phrase: str, variant: str) -> bool:
    """Tell whether the words of a phrase stand in a use, one behind the other; case and quotes aside.

    variant: the words of the use, folded, with spaces between.
    """
    words = " ".join(fold_word(word) for _, _, word in _split(bare_name(phrase)))
    return bool(words) and f" {words} " in f" {variant} "


def _split(phrase: str) -> list[tuple[int, int, str]]:
    return [(start, end, phrase[start:end]) for start, end in find_words(phrase)]


def label_family(row) -> str:
    """Name a family: in quotation marks where each use says these words, else with the wordings joined.

    A name that is marked as suggested stays so.

    row: family, n, n_literal, n_variants.
    """
    name, mark = bare_name(row.family), mark_of(row.family)
    if row.n and row.n_literal == row.n:
        return translate("“{words}”", words=name) + mark
    joined = f"{row.n_variants} wordings" if row.n_variants > 1 else "in another wording"
    return f"{name} ({joined}){mark}"


def describe_wordings(uses: pd.DataFrame) -> dict[str, object]:
    """Count the wordings of one family (variant, rule): variants, rules, n_variants."""
    counts = uses["variant"].value_counts().reset_index()
    counts = counts.sort_values(["count", "variant"], ascending=[False, True])
    told = counts["variant"] + " (" + counts["count"].astype(str) + ")"
    rules = sorted(set(uses["rule"]) - {SAME}) if len(counts) > 1 or not uses["is_literal"].all() else []
    return {"variants": "; ".join(told), "rules": "; ".join(rules), "n_variants": len(counts)}


def list_wordings(occurrences: pd.DataFrame, families: list[str], *, names: dict[str, str]) -> pd.DataFrame:
    """Tell chosen phrases apart by source: one row a (family, source, role, wording), in the order given.

    occurrences: one row per use, in any role. names: how each source is printed. Returns family, source,
    role, wording, n.
    """
    uses = occurrences[occurrences["family"].isin(families) & (occurrences["kind"] == "named")]
    table = uses.groupby(["family", "source", "role", "variant"]).size().rename("n").reset_index()
    places = {
        "place": table["source"].map({source: i for i, source in enumerate(names)}),
        "order": table["family"].map({family: i for i, family in enumerate(families)}),
    }
    keys = ["order", "place", "role", "n", "variant"]
    ranked = table.assign(**places).sort_values(keys, ascending=[True, True, True, False, True])
    ranked = ranked.assign(source=ranked["source"].map(names)).rename(columns={"variant": "wording"})
    return ranked[["family", "source", "role", "wording", "n"]].reset_index(drop=True)


def choose_joined(ledger: pd.DataFrame, *, most: int = 3) -> pd.DataFrame:
    """Return the rows of the chosen phrases of which most wordings were joined, then of most uses, then by name."""
    named = ledger[(ledger["kind"] == "named") & (ledger["n_variants"] > 1)]
    ranked = named.sort_values(["n_variants", "n", "family"], ascending=[False, False, True])
    return ranked.head(most).reset_index(drop=True)
