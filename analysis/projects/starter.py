"""Topics, patterns and phrases to start from, out of the corpus itself."""

from __future__ import annotations

import pandas as pd

from analysis.projects.first_checks import Check
from analysis.projects.starter_phrases import list_phrase_rows
from analysis.projects.starter_topics import group_words, list_pattern_rows, list_topic_rows
from analysis.projects.starter_words import choose_words, place_words


def suggest(
    full: dict[str, pd.DataFrame], sources: pd.DataFrame, *, names: set[str]
) -> tuple[dict[str, pd.DataFrame], list[Check]]:
    """Return the tables topics, patterns and phrases, each row marked as suggested, and what to say of them.

    full: tables by name, as from `pipeline.build_full`. sources: one row a source, as from `load_manifest`. names:
    folded words of the names of those who speak.
    """
    language = sources["language"].str.split("-").str[0].mode().iloc[0]
    words = place_words(full["tokens"], full["segments"], sources, language)
    chosen = choose_words(words, names=names, language=language)
    groups = group_words(chosen, words)
    topics = list_topic_rows(groups, words)
    patterns = list_pattern_rows(topics, groups, chosen, words)
    phrases = list_phrase_rows(full["tokens"], sources, names=names | _list_unfit(words, language))
    return {"topics": topics, "patterns": patterns, "phrases": phrases}, _tell(topics, phrases, language)


def _list_unfit(words: pd.DataFrame, language: str) -> set[str]:
    """Return the words of which no phrase is suggested: without a list of small words, those in many answers."""
    if language == "en":
        return set()
    own = words[words["is_own"]]
    n_units = own.groupby("norm")["unit"].nunique()
    return set(n_units.index[n_units > 0.25 * own["unit"].nunique()])


def _tell(topics: pd.DataFrame, phrases: pd.DataFrame, language: str) -> list[Check]:
    labels = ", ".join(topics["label"])
    named = ", ".join(dict.fromkeys(phrases["phrase"]))
    checks = []
    if labels:
        remedy = "keep, rename or delete them in decisions/topics.csv and patterns.csv, and give each row your own reason"
        checks.append(
            Check(1, f"topics were suggested, each called by its most frequent word: {labels}", remedy)
        )
    else:
        checks.append(Check(1, "no words stand together often enough for a topic", "name topics in decisions/topics.csv and patterns.csv if you want any"))  # fmt: skip
    if named:
        remedy = "keep or delete them in decisions/phrases.csv, and give each row your own reason"
        checks.append(Check(1, f"phrases were suggested: {named}", remedy))
    if language != "en":
        checks.append(Check(1, f"there is no list of small words for the language “{language or 'unknown'}”: words that stand in more than a quarter of the answers were passed over", "look for empty words among the topics and phrases"))  # fmt: skip
    return checks
