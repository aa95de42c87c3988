"""A report's paragraph as words, stops and whole quotations, cut into sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.formats.cues.quotations import Quotation
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.role_map import Paragraph

WORD, STOP, QUOTE = "word", "stop", "quote"
DASHES = frozenset(["–", "—", "-", "--"])
_APOSTROPHES = str.maketrans("’ʼ", "''")
_WORD = r"[^\W_]+(?:['’‑\-.][^\W_]+)*['’]?"
# A title or an initial takes its point along: `M. Roe`, `Sra. Roe`, `J. Roe`; the year in `2041 г. Roe` does not.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
_SHORT = "mrs?|m[sx]|drs?|prof|gen|sen|rep|gov|hon|rev|st|lt|col|capt|sgt|mm?|mme|mlle|pr|hr|fr|sra?|srta|dott|sig|г"
_TITLED = rf"(?<!\d\s)\b(?:(?i:{_SHORT})|{_CAPITAL})(?=\.\s?{_CAPITAL})\."
_STOP = r"\.{2,}|…|[.,;:!?()\[\]/•&]|[–—]|(?<!\w)-{1,2}(?!\w)|--"
_PLAIN = re.compile(rf"(?P<word>{_TITLED}|{_WORD})|{_STOP}")
# `l'homme` and `a-t-elle dit` are two words and three; `aujourd'hui` is one.
_ELIDED = re.compile(
    rf"(?P<word>(?-i:{_TITLED})"
    r"|(?:[ldsmtnjc]|qu|dell|all|nell|dall|sull|un)['’](?=\w)"
    r"|[^\W_]+(?=(?:-t)?-(?:ils?|elles?|on|je)\b)|(?<=\w)(?:-t)?-(?:ils?|elles?|on|je)\b"
    rf"|{_WORD})|{_STOP}",
    re.IGNORECASE,
)
_ENDS_SENTENCE = frozenset(".!?…•")
_ABBREVIATED = re.compile(
    r"(?:[^\W\d_]|mr|mrs|ms|dr|prof|gen|sen|rep|gov|hon|rev|jr|sr|st|lt|col|capt|sgt|vs|mme|mlle|sra|dott|sig"
    r"|hr|fr|no|nr|bzw|ca|inc|corp|ltd|\w+(?:\.\w+)+)",
    re.IGNORECASE,
)
_MARKS = "\"”“„’‘‚»«›‹'*_) \u00a0\u202f"
_LONGEST = 200  # tokens: what is longer than any sentence is cut, so that reading takes linear time


class Token(NamedTuple):
    """A word, a stop or a quotation of a paragraph.

    low: a word in small letters, a stop as it is, the last sign of a quotation. start, end: offsets.
    """

    kind: str
    text: str
    low: str
    start: int
    end: int

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word with a capital."""
        return self.kind == WORD and self.text[0].isupper()


def read_tokens(
    text: str, paragraph: Paragraph, quotations: list[Quotation], grammar: Grammar
) -> list[Token]:
    """Return a paragraph's tokens in order; a quotation is one."""
    tokens: list[Token] = []
    at = paragraph.start
    for quotation in quotations:
        tokens += read_words(text, at, quotation.start, grammar)
        inside = text[quotation.start : quotation.end].strip(_MARKS)
        tokens.append(Token(QUOTE, inside, inside[-1:], quotation.start, quotation.end))
        at = quotation.end
    return tokens + read_words(text, at, paragraph.end, grammar)


def read_words(text: str, start: int, end: int, grammar: Grammar) -> list[Token]:
    """Return the words and stops of text[start:end]."""
    pattern = _ELIDED if grammar.language in ("french", "italian") else _PLAIN
    tokens = []
    for match in pattern.finditer(text, start, end):
        low = printed = match.group()
        if match["word"]:
            low = printed = low.rstrip(".")
            low = low.translate(_APOSTROPHES).casefold().removeprefix("-t").lstrip("-")
        tokens.append(Token(WORD if match["word"] else STOP, printed, low, *match.span()))
    return tokens


def split_sentences(tokens: list[Token]) -> list[list[Token]]:
    """Return the sentences of a paragraph.

    A quotation that ends as a sentence ends the one it is in, unless a small letter or a stop follows.
    """
    sentences: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        sentences[-1].append(token)
        if _ends_sentence(tokens, i) or len(sentences[-1]) == _LONGEST:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _ends_sentence(tokens: list[Token], i: int) -> bool:
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return True
    if token.kind == QUOTE:
        return token.low in _ENDS_SENTENCE and (following.is_capitalised or following.kind == QUOTE)
    if token.kind != STOP or token.text[0] not in _ENDS_SENTENCE or _is_abbreviated(tokens, i):
        return False
    return following.kind != WORD or not following.text[0].islower() or token.text in "!?•"


def _is_abbreviated(tokens: list[Token], i: int) -> bool:
    """Say whether tokens[i] is the point of an abbreviation."""
    word = tokens[i - 1] if i and tokens[i].text == "." else None
    touches = word is not None and word.kind == WORD and word.end == tokens[i].start
    return touches and bool(_ABBREVIATED.fullmatch(word.text))
