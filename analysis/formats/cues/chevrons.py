"""Turns that captions mark and do not name: `>> Who pays?`, `>> The state does.`"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from analysis.formats.paragraphs import ends_as_question

_MARK = re.compile(r"(?:>|&gt;){2,3}\s*(?!>)\S")
_FEWEST = 4
_MOST_ASKED_BACK = 0.34  # of the turns of who answers end in a question mark
_FEWEST_ASKED = 0.4  # of the turns of who asks


def find_chevron_turns(bodies: Sequence[str], furniture: Set[int]) -> dict[int, str]:
    """Return the role of each paragraph that opens with chevrons, where these mark most of a text's turns.

    The mark only tells that another voice begins. Of two voices that take turns the one with more question marks
    asks; where that is not plain, or there may be three, all are nobody's.
    """
    marked = [i for i, body in enumerate(bodies) if i not in furniture and _MARK.match(body)]
    if len(marked) < _FEWEST or len(marked) < (len(bodies) - marked[0]) / 3:
        return {}
    roles = _name_sides(_list_asking(bodies, marked))
    return {i: roles[turn % 2] for turn, i in enumerate(marked)}


def _name_sides(asks: Sequence[bool]) -> tuple[str, str]:
    """Return the roles of who opens and of who follows; asks: of each turn, whether it ends as a question."""
    first, second = asks[::2], asks[1::2]
    of_first, of_second = sum(first) / len(first), sum(second) / len(second)
    less, more = sorted((of_first, of_second))
    if more < _FEWEST_ASKED or less > _MOST_ASKED_BACK:
        return "other", "other"
    return ("answer", "question") if of_second > of_first else ("question", "answer")


def _list_asking(bodies: Sequence[str], marked: Sequence[int]) -> list[bool]:
    """Tell of each turn, from its mark to the next, whether a paragraph of it ends as a question."""
    ends = [*marked[1:], len(bodies)]
    turns = [bodies[start:end] for start, end in zip(marked, ends, strict=True)]
    return [any(map(ends_as_question, turn)) for turn in turns]
