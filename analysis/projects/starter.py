"""Topics, patterns and phrases to start from, out of the corpus itself."""

from __future__ import annotations

import pandas as pd

from analysis.language import choose_lists, name_language
from analysis.messages import mark, translate, translate_word
from analysis.projects.first_checks import Check
from analysis.projects.starter_phrases import list_phrase_rows
from analysis.projects.starter_topics import group_words, list_pattern_rows, list_topic_rows
from analysis.projects.starter_words import COMMON_SHARE, choose_words, place_words

_FEW_UNITS = 5  # answers, in which any word may stand


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
    phrases = list_phrase_rows(full["tokens"], sources, names=names, small=_list_small(words, language))
    return {"topics": topics, "patterns": patterns, "phrases": phrases}, _tell(topics, phrases, language)


def _list_small(words: pd.DataFrame, language: str) -> set[str]:
    """Return the words that stand in many answers, for a language without a list of small words."""
    if not choose_lists([language]).unlisted:
        return set()
    own = words[words["is_own"]]
    n_units = own.groupby("norm")["unit"].nunique()
    return set(n_units.index[n_units > max(COMMON_SHARE * own["unit"].nunique(), _FEW_UNITS)])


_KEEP = mark("keep, rename or delete them in {}, and give each row a reason of your own")
_NO_TOPIC = Check(
    1,
    mark("no words stand together often enough for a topic"),
    mark("write decisions/topics.csv and decisions/patterns.csv if you want any"),
)
_NO_LIST = mark(
    "there is no list of small words for {}: words that stand in more than a quarter of the answers "
    "were passed over instead"
)


def _tell(topics: pd.DataFrame, phrases: pd.DataFrame, language: str) -> list[Check]:
    labels, named = ", ".join(topics["label"]), ", ".join(dict.fromkeys(phrases["phrase"]))
    checks = [_NO_TOPIC]
    if labels:
        remedy = translate_word(_KEEP).format(translate("decisions/topics.csv and decisions/patterns.csv"))
        checks = [
            Check(
                1,
                translate(
                    "topics were suggested, each called by its most frequent word: {labels}", labels=labels
                ),
                remedy,
            )
        ]
    if named:
        checks.append(
            Check(
                1,
                translate("phrases were suggested: {named}", named=named),
                translate_word(_KEEP).format("decisions/phrases.csv"),
            )
        )
    if unlisted := choose_lists([language]).unlisted:
        remedy = translate("look for empty words among the topics and phrases")
        checks.append(
            Check(1, translate_word(_NO_LIST).format(translate_word(name_language(unlisted[0]))), remedy)
        )
    return checks
