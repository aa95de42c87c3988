"""Questions without a label: set off by bold or slanted type, a heading, a dash."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.formats.paragraphs import ends_as_question, ends_as_sentence
from analysis.language import count_words_in

_FEWEST = 2
_SAID_WORDS = 12
_ASKING_SHARE = {
    "bold": 0.2,
    "slanted": 0.3,
    "heading": 0.5,
    "quoted": 0.2,
    "dash": 0.5,
}  # of the paragraphs of one type
_SET_OFF = {
    "bold": re.compile(r"(?:\*\*|__)(?!\s)[^*]{3,9000}(?:\*\*|__)\W*|<(?:b|strong)>.{3,1500}</(?:b|strong)>\W*", re.S),
    "slanted": re.compile(r"(?:\*|_)(?![\s*_])[^*_]{3,9000}(?:\*|_)\W*|<(?:i|em)>.{3,1500}</(?:i|em)>\W*", re.S),
    "heading": re.compile(r"\#{1,6}\s.{3,1500}|<h\d>.{3,1500}</h\d>", re.S),
    "quoted": re.compile(r">\s?[^>].*", re.S),
    "dash": re.compile(r"[–—-]\s.{3,}", re.S),
}  # fmt: skip
_TYPE = re.compile(r"</?\w{1,6}>|[*_#]")


def find_set_off_questions(bodies: list[str], furniture: set[int]) -> list[int]:
    """Return the paragraphs that ask, told by their type: the one type with most answered questions.

    All of that type ask where a good part has a question mark and others stand between them; where a dash
    opens answers too, or headings stand among the questions, those with a question mark ask.
    """
    rest = [i for i in range(len(bodies)) if i not in furniture]
    best: list[int] = []
    for name, pattern in _SET_OFF.items():
        marked = [i for i in rest if pattern.fullmatch(bodies[i])]
        if name == "quoted" and _is_answered_by_letter(bodies, rest, marked):
            return marked
        asking = find_answered(bodies, rest, [i for i in marked if _asks(bodies[i])])
        if len(asking) < _FEWEST or len(asking) < _ASKING_SHARE[name] * len(marked):
            continue
        parted = all(b - a > 1 for a, b in pairwise(marked))
        all_ask = name in ("bold", "slanted", "quoted") or (parted and name == "dash")
        chosen = marked if all_ask else asking
        best = max(best, chosen, key=len)
    return best


def _is_answered_by_letter(bodies: list[str], rest: list[int], quoted: list[int]) -> bool:
    """Say whether quoted lines and others take turns, as where a letter is answered point by point."""
    starts = [b for a, b in pairwise(rest) if b in quoted and a not in quoted]
    return len(starts) >= _FEWEST and any(_asks(bodies[i]) for i in quoted)


def find_answered(bodies: list[str], rest: list[int], asking: list[int]) -> list[int]:
    """Return the questions behind which something is said: a sentence, or a dozen words."""
    following = dict(pairwise(rest))
    return [i for i in asking if i in following and _is_said(bodies[following[i]])]


def _is_said(body: str) -> bool:
    return ends_as_sentence(body) or count_words_in(body) >= _SAID_WORDS


def _asks(body: str) -> bool:
    return ends_as_question(_TYPE.sub("", body).strip())
