"""What a magazine sets apart on its page: sentences printed again, and a last word on who was asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from analysis.formats.cues.people import Speaker
from analysis.formats.role_map import APPARATUS, RoleMap
from analysis.language import fold_words_of

_WHOLLY_QUOTED = re.compile(r"[\"“‘«].*[\"”’»]\W?")
_FEWEST_WORDS, _MOST_WORDS = 5, 40


def assign_boxes(role_map: RoleMap, bodies: list[str], labelled: set[int], speaker: Speaker) -> None:
    """Give boxes without a label to the page."""
    boxes = find_pull_quotes(bodies) | _find_biography(role_map, bodies, speaker)
    for i in boxes - labelled:
        role_map.assign(*role_map.paragraphs[i], APPARATUS)


def find_pull_quotes(bodies: list[str]) -> set[int]:
    """Return the paragraphs in quotation marks of which each three words in a row stand elsewhere as well."""
    quoted = {i: fold_words_of(body) for i, body in enumerate(bodies) if _WHOLLY_QUOTED.fullmatch(body)}
    quoted = {i: words for i, words in quoted.items() if _FEWEST_WORDS <= len(words) <= _MOST_WORDS}
    if not quoted:
        return set()
    counts = Counter(three for body in bodies for three in _threes(fold_words_of(body)))
    return {i for i, words in quoted.items() if all(counts[three] > 1 for three in _threes(words))}


def _find_biography(role_map: RoleMap, bodies: list[str], speaker: Speaker) -> set[int]:
    """Return the last paragraph of the text if it says in the third person who the speaker is."""
    voiced = [i for i, (start, end) in enumerate(role_map.paragraphs) if role_map.codes[start:end].any()]
    name = re.compile(rf"\W*{re.escape(speaker.name)}(?:,| (?:is|was|has|lives)\b)")
    return {i for i in voiced[-1:] if name.match(bodies[i])}


def _threes(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)
