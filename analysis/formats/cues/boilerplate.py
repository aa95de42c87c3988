"""What surrounds the words: titles, datelines, captions, hashtags, links and forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise, takewhile

from analysis.formats.paragraphs import ends_as_sentence, list_bodies
from analysis.formats.role_map import Paragraph
from analysis.language import WORD, count_words_in, fold_words_of

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# Parts of a page in any place, whether or not they end as a sentence.
_ALWAYS = re.compile(
    r"""\W*(?:
      (?:https?://|www\.)\S+(?:\s(?=\S*[/_=&?%.-])\S+){0,12}\W*$         # a bare address, whole or broken
    | (?:\#\s?\w+\W*)+$ | [\w\ -]+\#$                                # hashtags
    # `Figure 2. Exports by year`, `Abb. 3: ...`, `Рис. 1. ...`
    | (?:fig(?:ure)?|table|chart|map|plate|exhibit|abb(?:ildung)?|tab(?:elle)?|grafik|karte|figura|tabla|gráfico|tabella
        |tableau|graphique|carte|рис(?:унок)?|табл(?:ица)?|график)\.?\s\d{1,3}(?:[.:)]|\s?[–—-])\s.{1,240}
    # what a page asks of its readers
    | (?:please\ )?(?:sign\ up|subscribe|register|abonnieren\ sie|melden\ sie\ sich|abonnez-vous|inscrivez-vous
        |suscríba\w*|suscríbete|iscriv\w+|подпи(?:шитесь|сывайтесь|саться))\b.{0,80}
      \b(?:newsletters?|inbox|alerts|channel|podcast|daily\ briefing|mailing\ list|boletín|kanal|infolettre|lettre
        |chaîne        |canal|рассылк\w+|канал\w*)\b.{0,120}
    | (?:photos?|image|video|caption|picture|illustration)(?:\s+(?:credit|by|courtesy)\b.*|\s*[:/©].*)
    | ©.* | \(c\)\ .* | copyright\b.*
    | cont(?:inued|\.|'d)\ (?:from|on)\ (?:page|pp?\.)\ ?\w+\W*
    | (?:read|see|watch|listen)\ (?:also|more|next|too)\b.{0,120}
    | you\ are\ replying\ to\b.*                                     # a comment form
    | (?:your\ )?(?:name|e-?mail(?:\ address)?|website)\s*[:*]+\W*$
    | (?:tags?|topics?|keywords?|categor(?:y|ies)|filed\ under|news\ id)\s*[:\#]?\s*[:\d\#].*
    | [^.!?]{0,40}\d\s*[+\-*/x×]\s*\d+\s*=\W*$                       # a sum against robots
    | from\b.{0,100}\bpp?\.\s?\d.*                                   # where a translation was printed
    | \(?(?:interview(?:ed)?|reporting|transcribed|translated|translation|edited|recorded|conducted)\ by\b
      .{0,100}
    | (?:the|this)\ (?:interview|conversation|talk)\ (?:was\ (?:conducted|recorded|held)|took\ place)\b
      .{0,100}
    | this\ article\ was\ (?:amended|corrected|updated)\b.*
    | if\ you\ (?:have\ )?f(?:i|ou)nd\ an?\ (?:mistake|error|typo)\b.*
    | the\ full\ (?:text|transcript|interview|version)\ (?:is|can|will)\b.{0,120}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
# What a picture shows, with whose it is: `Roe on the pier. Photo: J. Doe`
_CREDIT = re.compile(
    r"[\s(\[](?:photo|foto|image|picture|bild|фото|photograph)(?:\s(?:credit|by|courtesy))?\s?[:/©]\s?[^.!?:]{2,60}$",
    re.IGNORECASE,
)
_CREDIT_MARKS, _CREDIT_REACH = (":", "/", "©"), 90  # characters
# The same words can begin a sentence, so these count only where the paragraph does not end as one.
_IF_NO_SENTENCE = re.compile(
    rf"""\W*(?:
      (?:read|watch|listen|more\ on|related|most\ read|you\ may\ also\ like|recommended|advertisement)\b.*
    | (?:share|print|e-?mail|tweet|like|save|subscribe|sign\ up|sign\ in|log\ in|follow)\b.{{0,80}}
    | (?:your\ |leave\ a\ |post\ a\ |add\ a\ |write\ a\ )?(?:comments?|reply|replies)\W*\d*
    | \d+\ (?:comments?|shares?|likes?|views?)\b.*
    | (?:{_MONTH}\ \d|\d\d?\ {_MONTH}\W|\d\d?[:.]\d\d|\d\d?[./-]\d\d?[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)
      .{{0,40}}
    | (?:published|updated|posted|last\ modified|by)\b.{{0,80}}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
# Sentences that close a page: only its last paragraphs are compared with them.
_AT_THE_END = re.compile(
    r"""\W*(?:
      (?:next\ (?:week|time|month|issue|episode)|coming\ up(?:\ next)?)\b.{0,100}
    | to\ be\ continued\W*
    | (?:subscribe|follow\ us|find\ us)\b.{0,120}
    | .{1,60}\ (?:is|was)\ (?:produced|presented|hosted|edited)\ by\ .{1,100}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
# `Elm Port, 3 May 2031`
_PLACE_AND_DATE = re.compile(
    rf"\W*[A-Z][\w.' -]+(?:,[\w.' -]+)?,\s+(?:{_MONTH}\s+\d\d?|\d\d?\s+{_MONTH})(?:,?\s+\d{{4}})?\W*$", re.I
)
# `Page 14 of 61`, `- 14 -`, `S. 14`
_PAGE = re.compile(
    r"[\W_]*(?P<word>(?:page|pg|p|seite|s|página|pág|pagina|pag|страница|стр|с)\b\.?\s*)?(?P<number>\d{1,4})"
    r"(?:\s*(?:of|/|von|sur|de|di|из)\s*\d{1,4})?[\W_]*$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?<=[\w\s])\[[^\]]*\]")  # inside a line: an editor's reference, not the line's
_PAGES = re.compile(r"\bpp?\.\s?\d")
_RULE, _KEY = re.compile(r"-{3,}|\+{3,}"), re.compile(r"[\w-]{1,30}:(?:\s|$)|- ")
_HEADER_LINES = 80
_BREAK = re.compile(r"\r\n?|\n")
_LONGEST = 400  # characters: what is longer is no part of a page, and patterns stay fast
_LINE_WORDS = 12
_REFERENCE_WORDS = 20  # in a line that says where a text was printed
_STAMP_WORDS = 10
_REPEATED_WORDS = 4
_STANZA = 3  # lines in a row without a full stop: verse, where a line may come back


@lru_cache(maxsize=4096)  # asked of a paragraph by one rule after another
def is_furniture(body: str) -> bool:
    """Say whether a paragraph is a link, a stamp, a credit, a form or another part of the page."""
    if len(body) > _LONGEST:
        return not WORD.search(body)
    patterns = (
        (_ALWAYS, _PLACE_AND_DATE) if ends_as_sentence(body) else (_ALWAYS, _PLACE_AND_DATE, _IF_NO_SENTENCE)
    )
    return (
        any(pattern.match(body) for pattern in patterns)
        or _ends_with_credit(body)
        or "all rights reserved" in body.casefold()
        or _is_reference_or_stamp(body)
    )


def _ends_with_credit(body: str) -> bool:
    last = body[-_CREDIT_REACH:]
    return any(mark in last for mark in _CREDIT_MARKS) and bool(_CREDIT.search(last))


def _is_reference_or_stamp(body: str) -> bool:
    """Say whether a line has no words, names pages, or is mostly a date and a time."""
    if not WORD.search(body):
        return True
    if not any(map(str.isdigit, body)):
        return False
    words = fold_words_of(body)
    if len(words) <= _REFERENCE_WORDS and _PAGES.search(_BRACKETED.sub("", body)):
        return True
    numbers = sum(word[0].isdigit() for word in words)
    return len(words) <= _STAMP_WORDS and numbers >= max(2, 0.4 * len(words))


def find_furniture(text: str, paragraphs: list[Paragraph], labelled: Set[int] = frozenset()) -> set[int]:
    """Return the indexes of paragraphs that are page furniture anywhere, or captions that repeat the title.

    labelled: paragraphs that somebody is said to speak; the page's tail does not reach above them.
    """
    bodies = list_bodies(text, paragraphs)
    pages = _find_page_lines(tuple(bodies)) - labelled
    heads = {i for i in _find_running_heads(text, paragraphs, bodies, pages) if i not in labelled}
    anywhere = {i for i, body in enumerate(bodies) if is_furniture(body)} | pages | heads
    return anywhere | find_repeated_lines(bodies) | _tail(bodies, anywhere, labelled)


@lru_cache(maxsize=2)  # asked of a text before and after its labels are known
def _find_page_lines(bodies: Sequence[str]) -> frozenset[int]:
    return frozenset(_find_pages(bodies) | _find_header(bodies))


def _find_pages(bodies: Sequence[str]) -> set[int]:
    """Return the lines that number a page: they say so, or hold a number each, and these rise."""
    found = {
        i: match for i, body in enumerate(bodies) if len(body) < _LONGEST and (match := _PAGE.match(body))
    }
    named = {i for i, match in found.items() if match["word"]}
    bare = {i: int(match["number"]) for i, match in found.items() if not match["word"]}
    rising = len(bare) > 1 and all(a < b for a, b in pairwise(bare.values()))
    return named | (bare.keys() if rising else set())


def _find_header(bodies: Sequence[str]) -> set[int]:
    """Return the lines `key: value` between two rules that head a file of a web site."""
    if not bodies or not _RULE.fullmatch(bodies[0]):
        return set()
    end = next((i for i in range(1, min(len(bodies), _HEADER_LINES)) if _RULE.fullmatch(bodies[i])), 0)
    keyed = sum(bool(_KEY.match(body)) for body in bodies[1:end])
    return set(range(end + 1)) if 2 * keyed > end - 1 else set()


def _find_running_heads(
    text: str, paragraphs: list[Paragraph], bodies: list[str], pages: set[int]
) -> Iterator[int]:
    """Yield the short lines that stand alone with a page's number, no empty line between."""
    for i in pages:
        for head in {max(i - 1, 0), min(i + 1, len(bodies) - 1)} - pages:
            beyond = 2 * head - i
            near = _is_next_line(text, paragraphs, head, i) and _is_line(bodies[head])
            if near and not (0 <= beyond < len(bodies) and _is_next_line(text, paragraphs, head, beyond)):
                yield head


def _is_next_line(text: str, paragraphs: list[Paragraph], i: int, j: int) -> bool:
    first, second = sorted((i, j))
    return len(_BREAK.findall(text, paragraphs[first].end, paragraphs[second].start)) == 1


def find_repeated_lines(bodies: list[str]) -> set[int]:
    """Return the lines of four or more words, printed at least twice to the letter, that are no sentences.

    A line that comes back amid other lines without a full stop is verse, or speech that has no full stops.
    """
    return set(_find_repeated_lines(tuple(bodies)))


@lru_cache(maxsize=2)  # asked of a text by one rule after another
def _find_repeated_lines(bodies: Sequence[str]) -> frozenset[int]:
    lines = {i: _fold_line(body) for i, body in enumerate(bodies) if not ends_as_sentence(body)}
    counts = Counter(lines.values())
    again = [i for i, line in lines.items() if counts[line] > 1 and line.count(" ") >= _REPEATED_WORDS - 1]
    apart = {lines[i] for i in again if not _is_amid_lines(bodies, i)}
    return frozenset(i for i in again if lines[i] in apart)


def _fold_line(body: str) -> str:
    """Return the words of a line as lines are compared; the number of a page, which changes, is none."""
    words = fold_words_of(body)
    last = max((i for i, word in enumerate(words) if not word.isdigit()), default=-1)
    return " ".join(words[: last + 1])


def _is_amid_lines(bodies: Sequence[str], i: int) -> bool:
    """Say whether a line is one of three or more in a row that are no sentences, nor parts of a page."""
    goes_on = [_count_lines(bodies[max(0, i - _STANZA) : i][::-1]), _count_lines(bodies[i + 1 : i + _STANZA])]
    return sum(goes_on) + 1 >= _STANZA


def _count_lines(bodies: Sequence[str]) -> int:
    """Return how many paragraphs, from the first on, are lines."""
    return sum(1 for _ in takewhile(lambda body: _is_line(body) and not is_furniture(body), bodies))


def _is_line(body: str) -> bool:
    return len(body) <= _LONGEST and count_words_in(body) <= _LINE_WORDS and not ends_as_sentence(body)


def _tail(bodies: list[str], anywhere: set[int], labelled: Set[int]) -> set[int]:
    """Return the short lines without a full stop at the very end: tags, menus, names of forms."""
    tail = set()
    for i in range(len(bodies) - 1, 0, -1):
        if i in labelled or not (i in anywhere or _is_last_line(bodies[i])):
            break
        tail.add(i)
    return tail


def _is_last_line(body: str) -> bool:
    if len(body) > _LONGEST:
        return False
    return (_is_line(body) and not body.startswith(("[", "("))) or bool(_AT_THE_END.match(body))
