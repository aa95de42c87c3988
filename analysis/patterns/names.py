"""Bare names: a country, an institution, a leader or an official, named and nothing said of it.

One rule for all topics: a bare name counts only for a topic that is about what is so named, and the topic says which
kinds of names these are. A pattern says whether it is a bare name, and of which kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd


def list_name_faults(
    patterns: pd.DataFrame,
    topics: pd.DataFrame,
    *,
    file: str,
    line_of: Callable[[int], int] = lambda row: row + 2,
) -> Iterator[str]:
    """Yield a sentence for each pattern that is a bare name of a kind that does not count for its topic.

    patterns: one row per pattern (topic, pattern, names: the kind of what it names, '' if it is no bare name),
    with the index of the rows of the CSV file named by `file`. topics: one row per topic (topic, names: the
    kinds that count, separated by spaces). line_of: tells the line of a row. Cancelling patterns may name all.
    """
    counting = patterns[(patterns["names"] != "") & ~patterns["pattern"].str.startswith("-")]
    allowed = dict(zip(topics["topic"], topics["names"].str.split(), strict=True))
    for row, topic, pattern, kind in counting[["topic", "pattern", "names"]].itertuples():
        if kind not in allowed.get(topic, [kind]):
            what = f"{pattern!r} is the bare name of a kind ({kind}) that does not count for {topic}"
            remedy = "remove it, add words that say what it is about, or add the kind to the topic’s names"
            yield f"{file}, line {line_of(row)}: {what}; {remedy}."


def count_names(patterns: pd.DataFrame) -> tuple[int, int]:
    """Count the patterns that are bare names, and those that look like one and are not said to be.

    patterns: as for `list_name_faults`. A pattern looks like a name if each of its words begins with a capital: it
    may name a treaty, a weapon or an event, which the rule on bare names leaves free.
    """
    counting = patterns[~patterns["pattern"].str.startswith("-")]
    words = counting["pattern"].str.split()
    is_name = counting["names"] != ""
    looks_like_one = words.map(lambda parts: all(part[0].isupper() for part in parts)).astype(bool)
    return int(is_name.sum()), int((looks_like_one & ~is_name).sum())
