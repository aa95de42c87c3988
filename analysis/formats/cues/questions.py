"""Questions without a label: set off by bold or slanted type, a heading, a dash."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from itertools import pairwise
from types import MappingProxyType

from analysis.formats.cues.front_matter import FIRST_PERSON
from analysis.formats.paragraphs import ends_as_question, ends_as_sentence
from analysis.language import count_words_in

_FEWEST = 2
_PARTED, _PARTED_SHARE = 3, 0.2  # paragraphs of one type, each an answered sentence: how many have the mark
_FEWEST_TURNS = 3  # that open with a dash
_SAID_WORDS = 12
_TYPED_SHARE = 0.4  # of the paragraphs of one type, where the file itself names it, ask
_TYPED_PARTED = 0.6  # of them stand before one of another type
_NO_TYPES: Mapping[int, str] = MappingProxyType({})
_NEARLY_ALL = 0.9  # of the paragraphs, from the first with a dash to the last, open with one
_ASKING_SHARE = {
    "bold": 0.1,
    "slanted": 0.3,
    "heading": 0.5,
    "quoted": 0.1,
    "dash": 0.5,
}  # of the paragraphs of one type
_SET_OFF = {
    "bold": re.compile(r"(?:\*\*|__)(?!\s)[^*]{3,9000}(?:\*\*|__)\W*|<(?:b|strong)>.{3,1500}</(?:b|strong)>\W*", re.S),
    "slanted": re.compile(r"(?:\*|_)(?![\s*_])[^*_]{3,9000}(?:\*|_)\W*|<(?:i|em)>.{3,1500}</(?:i|em)>\W*", re.S),
    "heading": re.compile(r"\#{1,6}\s.{3,1500}|<h\d>.{3,1500}</h\d>", re.S),
    "quoted": re.compile(r">\s?[^>].*", re.S),
    "dash": re.compile(r"(?:[–—-]|>>)\s.{3,}", re.S),
}  # fmt: skip
_TO_SOMEBODY = re.compile(
    r"\b(?:[Yy]ou|[Yy]ours?|[Vv]ous|[Vv]otre|[Vv]os|[Uu]sted(?:es)?|Sie|Ihre?[nmrs]?|вы|ваш\w*|Вы|Ваш\w*)\b"
)
# `Tell us about the harbour.`
_BIDS = re.compile(
    r"""\W*(?:(?:and|but|so|now|then|please|und|et|y|e|а|и)[ ,]+)?(?:
    (?:tell|remind|give|show|walk|take|help|explain\ to|describe\ (?:to|for))\ (?:us|me)\b
    |(?:describe|explain)\ (?:the|your)\b|let(?:[’']s|\ us|\ me)\ (?:talk|turn|move|ask|begin|start|go|look|come|stay)\b
    |(?:erzählen|sagen|erklären|beschreiben)\ sie\b|(?:parlez|dites|racontez|expliquez|décrivez)-(?:nous|moi)\b
    |(?:cuénte|háble|explíque|díga)(?:nos|me)\b|(?:ci|mi)\ (?:racconti|parli|dica|spieghi)\b
    |(?:расскажите|скажите|поясните|объясните|опишите)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_BIDDEN = re.compile(r"(?<=[.!?]\s)(?:Tell|Remind|Give|Show|Take|Help|Describe\sto|Explain\sto)\s(?:us|me)\b")
_PUT_WORDS = 30
_PUT_SHARE = 1 / 3  # of the paragraphs of one type, where none has the mark
_TYPE = re.compile(r"</?\w{1,6}>|[*_#]")


def find_set_off_questions(
    bodies: list[str], furniture: set[int], types: Mapping[int, str] = _NO_TYPES
) -> list[int]:
    """Return the paragraphs that ask, told by their type: the one type with most answered questions.

    types: the type of each paragraph that the file itself sets in one.

    All of that type ask where a good part has a question mark and others stand between them; where a dash
    opens answers too, or headings stand among the questions, those with a question mark ask.
    """
    rest = [i for i in range(len(bodies)) if i not in furniture]
    best: list[int] = []
    for name, pattern in _SET_OFF.items():
        marked = [i for i in rest if pattern.fullmatch(bodies[i])]
        if name == "quoted" and _is_answered_by_letter(bodies, rest, marked):
            return marked
        reach = [i for i in rest if marked and marked[0] <= i <= marked[-1]]
        if name == "dash" and len(marked) > max(_FEWEST_TURNS, _NEARLY_ALL * len(reach), len(rest) / 2):
            return _take_turns(bodies, marked)
        asking = find_answered(bodies, rest, [i for i in marked if _asks(bodies[i])])
        if name in ("bold", "slanted") and not asking:
            asking = _list_put(bodies, rest, marked)
        alone = name in ("bold", "slanted") and _are_answered_sentences(bodies, rest, marked)
        fewest, share = (1, _PARTED_SHARE) if alone else (_FEWEST, _ASKING_SHARE[name])
        if len(asking) < max(fewest, share * len(marked)):
            continue
        parted = all(b - a > 1 for a, b in pairwise(marked))
        all_ask = name in ("bold", "slanted", "quoted") or (parted and name == "dash")
        chosen = marked if all_ask else asking
        best = max(best, chosen, key=len)
    return max(best, _find_typed(bodies, rest, types), key=len)


def _find_typed(bodies: list[str], rest: list[int], types: Mapping[int, str]) -> list[int]:
    """Return all paragraphs of the type of which most ask and are answered by those of another.

    Where the answers are set off, those between them ask.
    """
    best: list[int] = []
    for name in sorted(set(types.values())):
        marked = [i for i in rest if types.get(i) == name]
        for asked in (marked, list_between(rest, marked, types)):
            best = max(best, asked if _ask_in_turn(bodies, rest, asked) else [], key=len)
    return best


def _ask_in_turn(bodies: list[str], rest: list[int], marked: list[int]) -> bool:
    """Say whether a good part of paragraphs ask, and most of them stand before one that is none of them."""
    asking = find_answered(bodies, rest, [i for i in marked if _asks(bodies[i])])
    parted = [a for a, b in pairwise(rest) if a in marked and b not in marked]
    is_parted = len(parted) >= _TYPED_PARTED * len(marked)
    return is_parted and len(asking) >= max(_FEWEST, _TYPED_SHARE * len(marked))


def list_between(rest: list[int], marked: list[int], types: Mapping[int, str]) -> list[int]:
    """Return the paragraphs without a type from right before the first of those marked to the last."""
    places = [at for at, i in enumerate(rest) if i in marked]
    reach = rest[max(0, places[0] - 1) : places[-1]] if places else []
    return [i for i in reach if i not in types]


def is_to_somebody(body: str) -> bool:
    """Say whether somebody is spoken to: "you", "Sie", "vous", "usted"."""
    return bool(_TO_SOMEBODY.search(body))


def _are_answered_sentences(bodies: list[str], rest: list[int], marked: list[int]) -> bool:
    """Say whether all paragraphs of one type are sentences with others between: `Tell us of the dinner.`"""
    answered = len(marked) >= _PARTED and find_answered(bodies, rest, marked) == marked
    parted = all(b - a > 1 for a, b in pairwise(marked))
    return answered and parted and all(_is_sentence(bodies[i]) for i in marked)


def _list_put(bodies: list[str], rest: list[int], marked: list[int]) -> list[int]:
    """Return the paragraphs of one type that are put to somebody, where each is a sentence and no two touch."""
    put = [i for i in marked if is_put_to(_TYPE.sub("", bodies[i]))]
    many = len(put) >= max(_FEWEST, _PUT_SHARE * len(marked))
    return put if many and _are_answered_sentences(bodies, rest, marked) else []


def is_put_to(body: str) -> bool:
    """Say whether a short paragraph speaks to somebody and of no first person: `Your company sees it all.`"""
    if count_words_in(body) > _PUT_WORDS:
        return False
    return bool(_BIDS.match(body)) or (
        is_to_somebody(body) and not FIRST_PERSON.search(_BIDDEN.sub("", body))
    )


def find_put_to(bodies: list[str], rest: list[int], voiced: Set[int]) -> list[tuple[int, int]]:
    """Return short paragraphs that are put to somebody, each with the longer one behind it, where nobody is known.

    voiced: paragraphs whose voice is known; what stands right behind a question is its answer.
    """
    pairs = [(a, b) for a, b in pairwise(rest) if not {a, b} & voiced and rest[0] < a and min(voiced) < a]
    put = [(a, b) for a, b in pairs if is_put_to(bodies[a]) and not is_put_to(bodies[b])]
    return [(a, b) for a, b in put if _is_shorter(bodies[a], bodies[b]) or _BIDS.match(bodies[a])]


def _is_shorter(body: str, other: str) -> bool:
    return count_words_in(body) < count_words_in(other)


def _take_turns(bodies: list[str], marked: list[int]) -> list[int]:
    """Return every second paragraph: of two voices that take turns, the one with more question marks asks."""
    sides = marked[::2], marked[1::2]
    asks = [sum(_asks(bodies[i]) for i in side) for side in sides]
    return list(sides[asks[1] > asks[0]]) if max(asks) >= _FEWEST else []


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


def _is_sentence(body: str) -> bool:
    bare = _TYPE.sub("", body).strip()
    return ends_as_sentence(bare) or bare.endswith(":")


def _asks(body: str) -> bool:
    return ends_as_question(_TYPE.sub("", body).strip())
