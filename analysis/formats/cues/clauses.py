"""A report's paragraph as words, stops and whole quotations, cut into sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.formats.cues.quotations import Quotation
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.role_map import Paragraph

WORD, STOP, QUOTE = "word", "stop", "quote"
_APOSTROPHES = str.maketrans("’ʼ", "''")
_WORD = r"[^\W_]+(?:['’‑\-.&][^\W_]+)*['’]?"
_MARK = r"\.{2,}|…|[.,;:!?()\[\]/•&]|[–—]|(?<!\w)-{1,2}(?!\w)|--"
_PLAIN = re.compile(rf"(?P<word>{_WORD})|{_MARK}")
# `l'homme` and `a-t-elle dit` are two words and three; `aujourd'hui` is one.
_ELIDED = re.compile(
    r"(?P<word>(?:[ldsmtnjc]|qu|dell|all|nell|dall|sull|un)['’](?=\w)"
    r"|[^\W_]+(?=(?:-t)?-(?:ils?|elles?|on|je)\b)|(?<=\w)(?:-t)?-(?:ils?|elles?|on|je)\b"
    rf"|{_WORD})|{_MARK}",
    re.IGNORECASE,
)
_ENDS_SENTENCE = frozenset(".!?…•")
_ABBREVIATED = re.compile(
    r"(?:[^\W\d_]|mr|mrs|ms|dr|prof|gen|sen|rep|gov|hon|rev|jr|sr|st|lt|col|capt|sgt|vs|mme|mlle|sra|dott|sig"
    r"|hr|fr|no|nr|bzw|ca|inc|corp|ltd|\w+(?:\.\w+)+)",
    re.IGNORECASE,
)
_CLOSING = "\"”“„’‘‚»«›‹'*_) \u00a0\u202f"
_LONGEST = 200  # tokens: what is longer than any sentence is cut, so that reading takes linear time


class Token(NamedTuple):
    """A word, a stop or a quotation of a paragraph.

    low: in small letters, a stop as it is. quote: the quotation's number in its paragraph, else -1.
    """

    kind: str
    text: str
    low: str
    start: int
    end: int
    quote: int = -1

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word with a capital."""
        return self.kind == WORD and self.text[0].isupper()


def read_tokens(
    text: str, paragraph: Paragraph, quotations: list[Quotation], grammar: Grammar
) -> list[Token]:
    """Return a paragraph's tokens in order; a quotation is one."""
    pattern = _ELIDED if grammar.language in ("french", "italian") else _PLAIN
    tokens: list[Token] = []
    at = paragraph.start
    for number, quotation in enumerate(quotations):
        tokens += _read_words(text, pattern, at, quotation.start)
        tokens.append(_read_quotation(text, quotation, number))
        at = quotation.end
    return tokens + _read_words(text, pattern, at, paragraph.end)


def _read_words(text: str, pattern: re.Pattern[str], start: int, end: int) -> list[Token]:
    tokens = []
    for match in pattern.finditer(text, start, end):
        kind = WORD if match["word"] else STOP
        low = match.group().translate(_APOSTROPHES).casefold().removeprefix("-t").lstrip("-")
        tokens.append(Token(kind, match.group(), low if kind == WORD else match.group(), *match.span()))
    return tokens


def _read_quotation(text: str, quotation: Quotation, number: int) -> Token:
    """Read a quotation as one token whose `low` is the last sign inside it."""
    inside = text[quotation.start : quotation.end].strip(_CLOSING)
    return Token(QUOTE, inside, inside[-1:], quotation.start, quotation.end, number)


def split_sentences(tokens: list[Token]) -> list[list[Token]]:
    """Return the sentences of a paragraph; a quotation that ends as one ends it unless a small letter follows."""
    sentences: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        sentences[-1].append(token)
        if _ends_sentence(tokens, i) or len(sentences[-1]) == _LONGEST:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _ends_sentence(tokens: list[Token], i: int) -> bool:
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return True
    if tokens[i].kind == QUOTE:
        return tokens[i].low in _ENDS_SENTENCE and (following.is_capitalised or following.kind == QUOTE)
    if tokens[i].kind != STOP or tokens[i].text[0] not in _ENDS_SENTENCE:
        return False
    if tokens[i].text == "." and i and _is_abbreviated(tokens[i - 1], tokens[i]):
        return False
    return following.kind != WORD or not following.text[0].islower() or tokens[i].text in "!?•"


def _is_abbreviated(word: Token, point: Token) -> bool:
    touches = word.kind == WORD and word.end == point.start
    return touches and bool(_ABBREVIATED.fullmatch(word.text))
