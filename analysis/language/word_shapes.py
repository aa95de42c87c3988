"""The shape of a word: which characters it is made of, and which signs join its parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

# Soft hyphens and joiners without width stand inside words.
INVISIBLE = "\u00ad\u200c\u200d\u2060"
# What need not be written, so that a word with it is the same word: the Arabic stretching line, the points that stand
# for vowels and accents in Arabic and Hebrew.
_OPTIONAL = "\u0640\u0670" + "".join(
    map(chr, (*range(0x64B, 0x653), *range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4))
)
# Where the signs of all scripts stand that belong to the letter before them: accents, vowel signs, points.
_BLOCKS = ((0x300, 0x1E00), (0x20D0, 0x2E00), (0x302A, 0x309B), (0xA66F, 0xAC00), (0xFB1E, 0xFE30))
_HIGH = (0x10000, 0x12000)  # `re` looks these up slowly, so they are asked for only where one may be


def _list_marks(first: int, end: int) -> str:
    """Return the marks of a block as ranges, which `re` compiles faster than one by one."""
    marks = groupby(range(first, end), key=lambda code: unicodedata.category(chr(code))[0] == "M")
    runs = [list(run) for is_mark, run in marks if is_mark]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


_LOW_MARKS = "".join(_list_marks(*block) for block in _BLOCKS)
_HIGH_MARKS = rf"(?:(?=[{chr(_HIGH[0])}-{chr(_HIGH[1])}])[{_list_marks(*_HIGH)}])*+"
_LETTER = rf"[^\W\d_][{_LOW_MARKS}]*+"
_RUN = rf"(?:[^\W_¹²³⁰⁴-⁹]++[{_LOW_MARKS}{INVISIBLE}]*+{_HIGH_MARKS})++"  # a raised figure is a footnote mark
_ACRONYM = rf"(?=..?\.){_LETTER}(?:\.{_LETTER}(?![^\W_]))+\.?"  # U.S., i.e.; not `A.We`
_DATE = r"\d{4}(?<!\d{5})-\d\d-\d\d(?!\d)"
_PART = rf"(?:{_DATE}|{_ACRONYM}|{_RUN})"
_JOINTS = (
    r"['’‘ʼ＇]",
    r"(?<=[^\W\d_])[´`′‛·‧∙](?=[^\W\d_])",  # accents typed as apostrophes; col·laborar
    r"(?<=[א-ת])[\"״׳](?=[א-ת])",
    r"(?<!\d)[-‐‑\u05be]|[-‐‑\u05be](?!\d)",  # a hyphen between figures is a range, as a dash is
    r"(?<=\d)\.(?=\d)",
    r"(?<=\d),(?=\d{1,3}(?!\d))",  # 4,500; not `May 5,2025`
    r"(?<=\d)[٫٬](?=\d)",  # Arabic ٤٬٥٠٠ and ٢٫٥
    r"(?<=\d)(?<!\d{4})[\u00a0\u202f\u2009](?=\d{3}(?!\d))",
)
# Most words are plain letters before white space or a mark that joins nothing: tried first, for `re` is quick at it.
_PLAIN = r"[A-Za-z]++(?![^ \n\r\t,;:?!)\"”])"
_JOINT = rf"(?=['’‘ʼ＇´`′‛·‧∙\"״׳\-‐‑\u05be٫٬.,\u00a0\u202f\u2009])(?:{'|'.join(_JOINTS)})"
_WORD = rf"(?:{_PLAIN}|{_PART}(?:{_JOINT}{_PART})*)"
WORD = re.compile(_WORD)

_LINK = r"[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]}'’…]"
_DOMAINS = "com|org|net|gov|edu|ru|uk|eu"
_ADDRESS = (
    rf"(?:https?://|ftp://|www\.){_LINK}"
    r"|[^\W_][\w.+-]*+@[\w-]++(?:\.[\w-]++)+"
    rf"|[a-zA-Z0-9][\w-]*+(?:\.(?!(?:{_DOMAINS})\b)[\w-]++)*\.(?:{_DOMAINS})(?![\w-])(?:/{_LINK})?"
)
WORD_OR_ADDRESS = re.compile(rf"{_ADDRESS}|{_WORD}")
MAY_BE_ADDRESS = re.compile(rf"@|://|www\.|\.(?:{_DOMAINS})\b")
_POINTED = re.compile(rf"(?<![^\W_]){_ACRONYM}")
FOLDS = str.maketrans(
    dict.fromkeys("’‘ʼ＇´`′‛׳", "'")
    | dict.fromkeys("‐‑–\u05be", "-")
    | dict.fromkeys("‧∙", "·")
    | dict.fromkeys("\u00a0\u202f\u2009", ",")
    | {"״": '"', "ŀ": "l·", "Ŀ": "L·"}
    | dict.fromkeys(INVISIBLE + _OPTIONAL, "")
)


def find_address_spots(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between white space that may hold an e-mail address or a link; others are read faster."""
    last = start
    for sign in MAY_BE_ADDRESS.finditer(text, start, end):
        if sign.start() >= last:
            first = sign.start()
            while first > last and not text[first - 1].isspace():
                first -= 1
            last = sign.end()
            while last < end and not text[last].isspace():
                last += 1
            yield first, last


def is_address(token: str) -> bool:
    """Tell whether a word is an e-mail address or a link."""
    return MAY_BE_ADDRESS.search(token) is not None and WORD.fullmatch(token) is None


def drop_points(word: str) -> str:
    """Write dotted acronyms without their points: `U.S.-led` is `US-led`; figures keep theirs."""
    return _POINTED.sub(lambda found: found[0].replace(".", ""), word) if "." in word else word


def is_pointed(word: str) -> bool:
    """Tell whether a word begins with a dotted acronym."""
    return "." in word and _POINTED.match(word) is not None
