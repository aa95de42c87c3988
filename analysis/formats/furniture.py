"""What surrounds the words: titles, datelines, captions, headings, hashtags, links and forms."""

from __future__ import annotations

import re
from collections import Counter

from analysis.formats.canvas import Paragraph
from analysis.words import count_words_in, fold_words_of

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]*_»]*\W*$")
_ALWAYS = re.compile(
    r"""^\W*(?:
      (?:https?://|www\.)\S+\W*$                                   # a bare address
    | (?:\#\s?\w+\W*)+$ | [\w\ -]+\#$                               # hashtags
    | (?:photos?|image|video|caption|picture|illustration)(?:\s+(?:credit|by|courtesy)\b.*|\s*[:/©].*)
    | ©.* | copyright\b.* | .*\ball\ rights\ reserved\b.*
    | (?:read|see|watch|listen)\ (?:also|more|next|too)\b.{0,120}
    | you\ are\ replying\ to\b.* | (?:your\ )?(?:name|e-?mail(?:\ address)?|website)\s*[:*]+\W*$
    | (?:tags?|topics?|keywords?|categor(?:y|ies)|filed\ under|news\ id)\s*[:\#]?\s*[:\d\#].*
    | [^.!?]{0,40}\d\s*[+\-*/x×]\s*\d+\s*=\W*$                       # a sum against robots
    | from\b.{0,100}\bpp?\.\s?\d.*                                   # where a translation was printed
    | \(?(?:interview(?:ed)?|reporting|transcribed|translated|translation|edited|recorded|conducted)\ by\b.{0,100}
    | (?:the|this)\ (?:interview|conversation|talk)\ (?:was\ (?:conducted|recorded|held)|took\ place)\b.{0,100}
    | \(c\)\ .* | this\ article\ was\ (?:amended|corrected|updated)\b.* | if\ you\ (?:have\ )?f[io]u?nd?\ an?\ (?:mistake|error|typo)\b.*
    | the\ full\ (?:text|transcript|interview|version)\ (?:is|can|will)\b.{0,120}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# The same words can begin a sentence, so these count only where the paragraph does not end as one.
_IF_NO_SENTENCE = re.compile(
    rf"""^\W*(?:
      (?:read|watch|listen|more\ on|related|most\ read|you\ may\ also\ like|recommended|advertisement)\b.*
    | (?:share|print|e-?mail|tweet|like|save|subscribe|sign\ up|sign\ in|log\ in|follow)\b.{{0,80}}
    | (?:your\ |leave\ a\ |post\ a\ |add\ a\ |write\ a\ )?(?:comments?|reply|replies)\W*\d*
    | \d+\ (?:comments?|shares?|likes?|views?)\b.*
    | (?:{_MONTH}\ \d|\d\d?\ {_MONTH}\W|\d\d?[:.]\d\d|\d\d?[./-]\d\d?[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d).{{0,40}}
    | (?:published|updated|posted|last\ modified|by)\b.{{0,80}}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE_AND_DATE = re.compile(
    rf"^\W*[A-Z][\w.' -]+(?:,[\w.' -]+)?,\s+(?:{_MONTH}\s+\d\d?|\d\d?\s+{_MONTH})(?:,?\s+\d{{4}})?\W*$", re.I
)
_WIRE_DATELINE = re.compile(
    r"[A-Z]{2,}[A-Z.'’ -]*,?\s[\w\s.,]{0,20}\.?\s/[^/]{2,40}/[.,]?\s(?:[—–-]{1,2}\s)?"
    r"|(?:[A-Z]{2,}[A-Z.'’ -]*|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})(?:,\s[\w.,\s]{2,30})?\s*(?:\([^)]{2,40}\)|/[^/]{2,40}/)?\s*[—–-]{1,2}\s"
)
_IN_QUOTES = re.compile(r"[\"“‘«][^.!?…,:;\"”»]+[\"”’»]")
_HEADING_MAX = 12
_REFERENCE_MAX = 20  # words in a line that says where a text was printed


def body_of(text: str, paragraph: Paragraph) -> str:
    """Return a paragraph's text without the white space around it."""
    return text[paragraph.start : paragraph.end].strip()


def ends_sentence(body: str) -> bool:
    """Say whether a paragraph ends as a sentence does."""
    return bool(_ENDS_SENTENCE.search(body))


def is_page_furniture(body: str) -> bool:
    """Say whether a paragraph is a link, a stamp, a credit, a form or another part of the page."""
    is_reference = re.search(r"\bpp?\.\s?\d", body) and count_words_in(body) <= _REFERENCE_MAX
    if (
        count_words_in(body) == 0
        or is_reference
        or _ALWAYS.match(body)
        or _PLACE_AND_DATE.match(body)
        or _is_stamp(body)
    ):
        return True
    return not ends_sentence(body) and bool(_IF_NO_SENTENCE.match(body))


def _is_stamp(body: str) -> bool:
    """Say whether a short line is mostly a date and a time."""
    words = fold_words_of(body)
    numbers = sum(word[0].isdigit() for word in words)
    return len(words) <= 10 and numbers >= max(2, 0.4 * len(words))


def is_heading(body: str, following: str) -> bool:
    """Say whether a short paragraph that is no sentence heads a longer one."""
    n = count_words_in(body)
    headed = bool(following) and count_words_in(following) > n
    unfinished = not re.search(r"[.!?…:;,]\W*$|^[\"“‘«(\[—–-]", body)
    return 0 < n <= _HEADING_MAX and headed and (unfinished or bool(_IN_QUOTES.fullmatch(body)))


def find_furniture(text: str, paragraphs: list[Paragraph], labelled: set[int] = frozenset()) -> set[int]:
    """Return the indexes of paragraphs that are page furniture anywhere, or captions that repeat the title.

    labelled: paragraphs that somebody is said to speak; the page's tail does not reach above them.
    """
    bodies = [body_of(text, p) for p in paragraphs]
    plain = {i for i, body in enumerate(bodies) if is_page_furniture(body)}
    return plain | _repeated_lines(bodies) | _tail(bodies, labelled)


def _repeated_lines(bodies: list[str]) -> set[int]:
    """Lines of four or more words, printed at least twice to the letter, that are no sentences."""
    keys = [" ".join(fold_words_of(body)) for body in bodies]
    counts = Counter(keys)
    return {
        i
        for i, key in enumerate(keys)
        if counts[key] > 1 and key.count(" ") > 2 and not ends_sentence(bodies[i])
    }


def _tail(bodies: list[str], labelled: set[int]) -> set[int]:
    """Short lines without a full stop at the very end: tags, menus, names of forms."""
    tail = set()
    for i in range(len(bodies) - 1, 0, -1):
        is_line = count_words_in(bodies[i]) <= _HEADING_MAX and not ends_sentence(bodies[i])
        if i in labelled or not (is_line or is_page_furniture(bodies[i])):
            break
        tail.add(i)
    return tail


def dateline_end(text: str, paragraph: Paragraph) -> int:
    """Return where a news agency's dateline (`PORT ELM, May 3 (Herald) — `) ends, or the paragraph's start."""
    match = _WIRE_DATELINE.match(text, paragraph.start, paragraph.end)
    looks_dated = match and re.search(r"[A-Z]{3}|\d|[(/]", match.group())
    return match.end() if looks_dated else paragraph.start
