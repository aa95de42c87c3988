"""Pieces of several voices, each under a line that says whose it is: `Answer by Jane Roe (12 votes)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from analysis.formats.cues.people import Speaker, words_of_name
from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import APPARATUS, RoleMap, Voice
from analysis.language import count_words_in

_MOST_WORDS, _LONGEST = 8, 100  # words, characters
_FEWEST = 2  # lines that name the speaker, the title aside
_COUNT = re.compile(r"\d+")
_REMEDY = "if the speaker says it, add a row to decisions/places.csv"


def assign_headed(role_map: RoleMap, bodies: Sequence[str], others: Set[int], speaker: Speaker) -> set[int]:
    """Take from the speaker what stands under a line that does not name the speaker, where others do, again and again.

    others: footnotes, and paragraphs whose voice is known. Returns the paragraphs taken.
    """
    rest = [i for i in range(len(bodies)) if i not in others]
    heads = [a for a, b in pairwise(rest) if _is_line(bodies[a]) and ends_as_sentence(bodies[b])]
    own = _list_alike([i for i in heads if _names(bodies[i], speaker)], bodies)
    if len(own) < _FEWEST or len(own) == len(heads):
        return set()
    taken: set[int] = set()
    head = first = heads[0]
    for i in range(first, len(bodies)):
        head = i if i in heads else head
        start, end = role_map.paragraphs[i]
        if role_map.voice_at(end - 1).role != "answer":
            continue
        if i in heads:
            role_map.assign(start, end, APPARATUS)
        elif head not in own:
            role_map.assign(start, end, Voice("other", ""))
            decided = (
                f"it stands under “{bodies[head]}”, and other pieces under the speaker's name: it is nobody's"
            )
            role_map.doubt(start, end, "another voice", decided=decided, remedy=_REMEDY)
            taken.add(i)
    return taken


def _list_alike(lines: Sequence[int], bodies: Sequence[str]) -> list[int]:
    """Return those of some lines that are printed alike most often, but for their numbers."""
    forms = {i: _COUNT.sub("", bodies[i]) for i in lines}
    often = Counter(forms.values()).most_common(1)
    return [i for i in lines if forms[i] == often[0][0]]


def _is_line(body: str) -> bool:
    return len(body) <= _LONGEST and 0 < count_words_in(body) <= _MOST_WORDS and not ends_as_sentence(body)


def _names(line: str, speaker: Speaker) -> bool:
    """Say whether a line names the speaker: by surname, as a chat does, or by the given name alone."""
    words = words_of_name(line.replace("_", " "))
    by_given = len(words) == 1 and words == speaker.given[:1]
    return (
        by_given
        or speaker.is_mentioned_in(line)
        or any(speaker.is_named_by(word) for word in words if len(word) > 3)
    )
