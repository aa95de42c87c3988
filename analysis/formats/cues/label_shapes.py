"""What looks like a label at a paragraph's start, before it is known whom it announces."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.formats.cues.described_voices import describes_somebody
from analysis.formats.cues.people import UPPER, fold_list, fold_name, is_title
from analysis.formats.role_map import Paragraph, Voice
from analysis.language import ASKED, ASKED_BY, ASKS, FROM, PARTICLES, word_set

INTERVIEWER = "interviewer"
ASKING = Voice("question", INTERVIEWER)
_LINKS = PARTICLES | word_set("and at for from in of on pro tem tempore the to via with")
_ASKERS = fold_list(ASKS - ASKED)  # `La journaliste`, `der Moderator`
_ASKED = fold_list(ASKED)
_NAME_WORDS, _OFFICE_WORDS = 18, 4
# A point behind one of these ends no label: `Mr. Roe. text`, `J. Roe. text`.
_NO_STOP = "".join(
    rf"(?<!\b{word})"
    for word in (
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "St",
        "Lt",
        "Col",
        "Gen",
        "Sen",
        "Rep",
        "Hon",
        "Prof",
        "Rev",
        "Sr",
        "Sra",
        "Hr",
        "Fr",
        "Dott",
        "No",
        "[A-Z]",
    )
)
_LONGEST = 400  # characters of a paragraph in which a label is looked for

# No group is caught in it: in Python 3.11 a group inside a possessive repeat may be reported wrongly.
# What may stand before a name: white space and marks of no width, tags, quotation bars, headings, list
# numbers, dates, times, dashes, and the marks of bold type.
_BLANK = r"[\s\ufeff\u200b\u200e\u200f\u2060\u00ad]"
_CLOCK = r"\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_SIGNS = r"[-=~»›>/\\•·:+#_|]{1,3}"  # that part a name from what is said, between spaces
_TIME = rf"(?:[\[(<{{#]?{_CLOCK}(?:\s*(?:-->|[–—-])\s*{_CLOCK})?(?:\s?[AaPp][Mm])?(?:-\d)?[\])>}}#]?)"
# Tags of a page; other words in such brackets are the names of a chat: `<jane_roe> text`.
_TAG = (
    r"</?(?:p|div|span|br|b|i|u|em|strong|h\d|li|ul|ol|dl|dt|dd|td|tr|th|table|tbody|blockquote|section|article|font|a|c"
    r"|small|su[bp]|cite|q|figure|figcaption|img|hr|html|body|head|title|time|main|header|footer|nav|aside|mark|center"
    r"|label|pre|code|lang|ruby|rt)\b[^>\n]{0,40}>"
)
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?"
_DATE = rf"(?:\[{_DAY}\s[^\]\n]{{4,14}}\]|{_DAY}(?=\s\d))"
# As threads of comments print it: `4 hours ago`, `3h ago`, `just now`, `vor 3 Std.`, `3 ч. назад`
_UNIT = r"(?:s|m|h|d|w|mo|y|sec|min|hr|second|minute|hour|day|week|month|year)s?"
_AGO = (
    rf"(?:\d{{1,3}}\s?{_UNIT}\sago|just\snow|(?:vor|il\sy\sa|hace)\s\d{{1,3}}\s\w{{1,8}}\.?"
    r"|\d{1,3}\s\w{1,8}\.?\s(?:fa|назад))"
)
# As chats print it: `Today at 10:02`, `gestern um 9:15`, `04/05/2031, 9:15`
_SENT = (
    r"(?:today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|сегодня|вчера"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),?\s(?:(?:at|um|à|a\slas|alle|в)\s)?"
)
_WROTE = (
    r"(?:wrote|writes|posted|replied|schrieb|antwortete|a\sécrit|a\srépondu|escribió|respondió|ha\sscritto|ha\srisposto"
    r"|написала?|ответила?|пишет)(?:,?\s(?:on|at|am|um|le|el|il|[а-я]{1,3}|\d)[^:\n]{0,30}(?::\d\d)?)?(?=:)"
)
# Behind a name, who it is to the page: `janeroe OP`, `Jane Roe (Author)`
_BADGE = r"(?:\s(?:OP|[Aa]uthor|[Hh]ost|[Gg]uest|[Mm]od|[Vv]erified|[Aa]dmin|[Ss]taff|APP|BOT))"
_BEFORE = (
    rf"(?:{_BLANK}|{_TAG}|&gt;|>{{1,3}}|\#{{1,6}}\s|{_DATE}|{_TIME}"
    rf"|\d{{1,4}}(?:[.)]|\s(?=\s))\s?|\[\d{{1,4}}\](?=\s)|[–—•·-]{{1,3}}(?=\s)|@(?=[^\W\d])|[*_]{{1,3}})*+"
)
_OPENING = re.compile(_BEFORE)
_OPEN, _CLOSE = r"(?:[*_\[(\"“„]|«\s?){0,3}", r"(?:[*_\])\"”“]|\s?»|</?[a-z][^>\n]{0,10}>){0,3}"
_ASIDE = r"(?:\s*[(\[](?P<aside>[^)\]\n]{1,160})[)\]])"
# A name: no sentence in it, no second colon, no underline; brackets only behind the first word.
_IN_NAME = r"[^:：\n\[\](){}*?!“”«»<>\t]"
_NAME = (
    rf"(?P<name>[^\W\d]{_IN_NAME}{{0,120}}?(?:\s\([^)\n]{{1,30}}\){_IN_NAME}{{0,90}}?)?"
    r"(?:,\s?[“”\"„][^“”\"\n]{1,40}[“”\"])?)"
)


class Shape(NamedTuple):
    """A way to print a label. sure: one look is enough; else only recurring names are labels.

    signs: no line without one of them has it, which is told sooner than by the pattern.
    """

    name: str
    pattern: re.Pattern[str]
    sure: bool
    signs: tuple[str, ...]

    def match(self, line: str, at: int) -> re.Match[str] | None:
        """Return the label that a line opens with, if it is printed in this way. at: behind what may stand before."""
        for sign in self.signs:
            if sign in line:
                return self.pattern.match(line, at)
        return None


def _shape(name: str, pattern: str, *signs: str, sure: bool = False) -> Shape:
    return Shape(name, re.compile(pattern), sure, signs or ("",))


SHAPES = (
    _shape("voice tag", r"<v(?:\.[\w.]+)?\s+(?P<name>[^>\n]{1,80})>", "<v", sure=True),
    # `Jane Roe:`, `[ROE]:`, `**Roe (laughs):**`, `ROE (R), MINISTER:`; no address (`https://`).
    _shape(
        "colon",
        rf"{_OPEN}{_NAME}{_CLOSE}{_ASIDE}?\s?{_CLOSE}"
        rf"[:：]{_CLOSE}(?!//|\d\d\b)(?:\s*\t?{_TIME}(?=\s))?",
        ":",
        "：",
        sure=True,
    ),
    # `00:00:18<tab>Jane Roe<tab>`, `Jane Roe<tab>00:00:18<tab>`
    _shape("tab", rf"(?P<name>[^\W\d][^:\t\n]{{0,80}})\t+(?:{_TIME}\t+)?(?=\S)", "\t"),
    # `Jane Roe.-`, `Jane Roe —`, `Jane Roe; `, `Jane Roe >> `
    _shape(
        "dash",
        rf"{_OPEN}{_NAME}{_CLOSE}{_ASIDE}?(?:\.[–—-]{{1,2}}|\s?[–—;→⇒]|\s-{{1,2}}|\s\||\s{_SIGNS}(?=\s))\s?{_CLOSE}(?=\s|\S)",
        *"–—-|;→⇒=~»›>/\\•·:+#_",
    ),
    # `<dt>Jane Roe</dt>`, `<b>Jane Roe</b>`
    _shape("markup", r"(?P<name>[^\W\d][^<>:\n]{0,80})</(?:dt|b|strong|cite|h\d)>\s*(?=\S)", "</"),
    # `[Jane Roe] text`
    _shape("brackets", r"[\[(](?P<name>[^\W\d][^\]):\n]{0,80})[\])]\s+(?=\S)", *"[("),
    # `<jane_roe> text`
    _shape("angles", r"<(?P<name>[^\W\d][\w.|\[\]^-]{0,30})>\s+(?=\S)", "<"),
    # `**Jane Roe** text`, `<b>Jane Roe</b> text`; what stands before the name takes the first mark.
    _shape(
        "bold",
        r"(?:(?<=\*\*)|(?<=__)|(?<=<b>)|(?<=<strong>))"
        r"(?P<name>[^\W\d][^:\n*_?!<>]{0,80})(?:\*\*|__|</b>|</strong>)\s+(?=\S)",
        "**",
        "__",
        "</",
    ),
    # `Q.`, `A)`, `A/`, `Q12.`, `P. `, `Q text`
    _shape(
        "letter",
        rf"{_OPEN}(?P<name>[^\W\d_a-z])\d{{0,3}}{_CLOSE}(?:[.)/](?:\s[–—-])?|\s?[–—-](?=\s))?{_CLOSE}(?=\s)",
    ),
    # `Mr. ROE. text`, `Jane Roe, minister of trade. text`
    _shape(
        "point",
        rf"{_OPEN}(?P<name>[^\W\d][^:\n\[\]{{}}*?!“”<>\t]{{0,110}}?)"
        rf"{_CLOSE}{_ASIDE}?(?=\.){_NO_STOP}\.(?!\w)\s?{_CLOSE}(?=\s|$)",
        ".",
    ),
    # `Jane Roe We wait.`: bold type was lost, and nothing stands between the name and what is said.
    _shape(
        "bare",
        rf"(?P<name>[^\W\d_a-z][\w'’-]{{1,30}}\s(?:(?:{'|'.join(sorted(PARTICLES))})\s){{0,2}}[^\W\d_a-z][\w'’-]{{1,30}})"
        r"\s+(?=[“\"‘'\[(]?[^\W_a-z])",
    ),
    # `JR We wait.`: the initials of names that the top of the text explains.
    _shape("initials", rf"(?P<name>[{UPPER}]{{2,4}})\s+(?=[“\"«(\[¿¡]?[^\W\d_a-z])"),
    # A name that fills its paragraph, with a time or without; `janeroe wrote on 4 May 2031:`
    _shape(
        "alone",
        rf"{_OPEN}(?P<name>[^\W\d][^:\n*?!\t<>]{{0,80}}?){_CLOSE}{_ASIDE}?"
        rf"(?:{_BADGE}?\s*[|,·•–—-]?\s*(?P<behind>(?i:{_SENT})?{_TIME}|(?i:{_AGO})|{_WROTE}))?:?{_CLOSE}{_BLANK}*$",
    ),
)  # fmt: skip
_CLOCKED = re.compile(_CLOCK)
_SHAPES_BY = {is_sure: [shape for shape in SHAPES if shape.sure == is_sure] for is_sure in (True, False)}
# `Question from the hall`, `Вопрос из зала`
_WHO_ASKS = "|".join(sorted(word for word in ASKS | ASKED_BY if len(word) > 1))
_ASKED_FROM = re.compile(rf"(?:{_WHO_ASKS}) (?:{'|'.join(sorted(FROM))})(?:\b|(?<='))", re.IGNORECASE)
# What ends a sentence inside a name: a stop behind a small word of some length.
_SENTENCE_INSIDE = re.compile(r"(?P<last>\b[^\W\d_][^\W\d_]{3,})[.;]\s+\w")
_BEFORE_OFFICE, _IN_BRACKETS = re.compile(r",| [–—-] "), re.compile(r"\([^)]*\)")
_ELIDED = re.compile(r"^[dlDL]['’]")
_HANDLE = re.compile(r"[^\W\d_][\w.-]{0,30}")
_MARKED = re.compile(r"[:：]\W{0,6}$|[:：]\s*\S*\d\d\S*\s*$")
# Labels that nobody would glue to a word for another reason.
_ALWAYS_GLUED = {
    form(w) for w in ("question", "answer", "interviewer", "reporter") for form in (str.title, str.upper)
}


class Label(NamedTuple):
    """A printed label: its name and offsets, and whom it announces.

    alone: it fills its paragraph. marked: a colon, a tag or a time shows that it is a label. shape: how it is
    printed, the name of one of SHAPES. aside: what stands in brackets behind the name.
    """

    name: str
    start: int
    end: int
    voice: Voice
    alone: bool
    marked: bool
    shape: str = ""
    aside: str = ""


def read_labels_at(text: str, paragraph: Paragraph, *, sure: bool) -> list[Label]:
    """Return what looks like a label at the start of a paragraph, one reading a shape, as if an interviewer's.

    sure: whether labels are sought whose shape alone makes them worth a look, however rare their names are, or others.
    """
    start, end = paragraph
    line = text[start : min(end, start + _LONGEST)]
    readings = _read_shapes(line, end - start <= _LONGEST, sure)
    return [_place_label(text, paragraph, reading) for reading in readings]


class _Reading(NamedTuple):
    """How a line can be read as a label: its name and end, whether it is marked, the shape, and what is in brackets."""

    name: str
    end: int
    marked: bool
    shape: str
    aside: str


@lru_cache(maxsize=4096)  # asked of a paragraph by one rule after another
def _read_shapes(line: str, whole: bool, sure: bool) -> list[_Reading]:
    """Return how a line can be read as a label. whole: no more follows. sure: as for `read_labels_at`."""
    at = _find_opening(line)
    matches = ((s.name, s.match(line, at)) for s in _SHAPES_BY[sure] if whole or s.name != "alone")
    found = [(shape, match) for shape, match in matches if match]
    return [
        _read_match(match, shape)
        for shape, match in found
        if _looks_like_name(match["name"], _kin(shape, match))
    ]


def _kin(shape: str, match: re.Match[str]) -> str:
    """Return the shape by whose rules a name is read: behind `alone` with a time may stand the name of a chat."""
    return "angles" if match.groupdict().get("behind") else shape


@lru_cache(maxsize=4096)
def _find_opening(line: str) -> int:
    """Return where a name may begin."""
    return _OPENING.match(line).end()


def read_label(text: str, paragraph: Paragraph) -> Label | None:
    """Return the first reading of a label at the start of a paragraph, or None."""
    readings = read_labels_at(text, paragraph, sure=True) or read_labels_at(text, paragraph, sure=False)
    return readings[0] if readings else None


def _read_match(match: re.Match[str], shape: str) -> _Reading:
    before = match.string[: match.start("name")]
    timed = bool(_CLOCKED.search(before) or match.groupdict().get("behind"))
    marked = timed or shape in ("voice tag", "tab") or bool(_MARKED.search(match.string[: match.end()]))
    name = " ".join(match["name"].replace("\u00ad", "").split()).strip(" .,*_")
    aside = match.groupdict().get("aside") or ""
    return _Reading(name, match.end(), marked, shape, aside)


def _place_label(text: str, paragraph: Paragraph, reading: _Reading) -> Label:
    end = paragraph.start + reading.end
    alone = not text[end : paragraph.end].strip(" \t\r\n\u00a0*_")
    marked, shape, aside = reading.marked, reading.shape, reading.aside
    return Label(reading.name, paragraph.start, end, ASKING, alone, marked, shape, aside)


def _looks_like_name(name: str, shape: str) -> bool:
    """Say whether each word is capitalised, a link or a title, or a single small word stands before a colon.

    What follows a comma and opens with a title or in capitals describes an office, in whatever words.
    """
    if _ASKED_FROM.match(name.replace("’", "'")) or (shape == "colon" and describes_somebody(name)):
        return True
    if (shape == "angles" and _HANDLE.fullmatch(name)) or (shape == "alone" and _names_question(name)):
        return True
    if any(not is_title(fold_name(match["last"])) for match in _SENTENCE_INSIDE.finditer(name)):
        return False
    bare, office = [*_BEFORE_OFFICE.split(_IN_BRACKETS.sub(" ", name), maxsplit=1), ""][:2]
    words, behind = _words_of(bare), _words_of(office)
    if not 0 < len(words) + len(behind) <= _NAME_WORDS or not words:
        return False
    if shape in ("colon", "voice tag", "tab", "angles") and len(words) == 1 and _HANDLE.fullmatch(words[0]):
        return not behind or _describes_office(behind)
    briefly = shape in ("colon", "alone") and len(words) > 1 and len(behind) <= _OFFICE_WORDS
    described = not behind or _describes_office(behind) or briefly
    return all(map(_may_be_in_a_name, words)) and described


def _names_question(name: str) -> bool:
    """`Audience question`, `Second question`"""
    words = fold_name(name).split()
    return 1 < len(words) < _OFFICE_WORDS and words[-1] in _ASKED


def _words_of(part: str) -> list[str]:
    words = [word.strip("*_\"'’‘“”„`,") for word in part.replace(".", ". ").split()]
    return [word for word in words if word]


def _describes_office(words: list[str]) -> bool:
    """Say whether the words behind a comma describe an office, or are names."""
    return is_title(fold_name(words[0].strip("."))) or all(map(_may_be_in_a_name, words))


def _may_be_in_a_name(word: str) -> bool:
    """Say whether a word is capitalised (behind an elided article too), a number, a link or a title."""
    opens = _ELIDED.sub("", word) or word
    if not opens[0].islower() or word.casefold() in _LINKS:
        return True
    folded = fold_name(opens.strip("."))
    return is_title(folded) or folded in _ASKERS


_TITLE_REACH = 8
_SHORT_TITLE = re.compile(r"\b(?=[A-Z])(?i:mrs?|ms|dr|prof|gen|col|sen|rep|gov|hon|rev|lt|capt|st)\.\s+\Z")


def find_glued(text: str, paragraphs: list[Paragraph], names: set[str]) -> list[int]:
    """Return where a label stands inside a paragraph: glued to the text before it, or behind a sentence.

    names: labels, as printed with their stop or colon, that open paragraphs elsewhere in the source.
    """
    printed = {f"{name}:" for name in _ALWAYS_GLUED} | {name for name in names if name}
    longest_first = sorted(printed, key=lambda name: (-len(name), name))
    any_label = "|".join(map(re.escape, longest_first))
    label = re.compile(any_label)
    inside = re.compile(
        rf"(?:(?<=[.!?…”\"»)*_])\s+[*_]*|(?<=[^\W_])|(?<=[_.!?”\"]))(?P<label>{any_label})(?=\s|\S)"
    )
    return [
        match.start("label")
        for paragraph in paragraphs
        if _may_hold(text, paragraph, label)
        for match in inside.finditer(text, paragraph.start + 1, paragraph.end)
        if _stands_apart(text, match) and _is_said_before(text, paragraph, match.start("label"))
    ]


def _may_hold(text: str, paragraph: Paragraph, label: re.Pattern[str]) -> bool:
    """Say whether a label is printed behind a word: told quickly, for it looks at nothing before."""
    found = label.search(text, paragraph.start + 1, paragraph.end)
    while found and not _is_said_before(text, paragraph, found.start()):
        found = label.search(text, found.start() + 1, paragraph.end)
    return found is not None


def _is_said_before(text: str, paragraph: Paragraph, at: int) -> bool:
    """Say whether a word stands before a label: behind a number alone (`2. Roe:`) it opens the paragraph."""
    before = text[paragraph.start : at]
    return len(before) > _LONGEST or any(map(str.isalpha, before))


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    """A label ended by a point wants a space behind it and a sentence's end before; `Mr.` ends none."""
    if _SHORT_TITLE.search(text, max(0, match.start("label") - _TITLE_REACH), match.start("label")):
        return False
    label, before = match["label"], text[match.start("label") - 1]
    if label.endswith((":", "：")):
        goes_on = before.isalpha() and label[0].islower()
        in_capitals = before.isupper() and label.isupper()
        return not (goes_on or in_capitals)
    return before.isspace() and text[match.end() : match.end() + 1].isspace()
