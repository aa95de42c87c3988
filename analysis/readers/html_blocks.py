"""From the elements of an article to its paragraphs: inline tags split no word, blocks and line breaks do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.readers.html_article import Article, list_elements
from analysis.readers.html_elements import VOID, is_inline
from analysis.readers.html_furniture import is_note_list
from analysis.readers.html_notes import find_notes
from analysis.readers.html_types import choose_type, name_type
from analysis.readers.marked_rows import Said, find_turns, read_stamp
from analysis.readers.raised_marks import is_raised_mark, write_power
from analysis.readers.typed_words import Opening, TypedWords, part_opening, read_opening

_BOLD = {"b", "strong", "em", "i", "u", "mark", "font", "a"}
_SPEAKER = re.compile(
    r"(?:^|[\s_-])(?:speaker(?:-?name)?|speakername|interviewer|interviewee)(?:$|[\s_-])", re.I
)
_CLOCK = re.compile(r"(?:^|[\s_-])(?:time(?:stamp|code)?)(?:$|[\s_-])", re.IGNORECASE)
_CAPTIONS = {"figcaption", "caption"}
# Where an inline tag opens or closes: a blank is missing there if a sentence or a label ends and the next begins.
_GAP, _BREAK = "\ue000", "\n"
_MISSING = re.compile(rf"(?<=\w\w[:?!.]){_GAP}+(?=[A-Z“\"])|(?<=:){_GAP}+(?=\w)")
_STOPS = ".!?:…"
_CLOSERS = "\"”’')]»"
_OPENS = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?[.)]?\s*(?=\S)")  # a footnote
_WRAPPED = 60  # characters; a line that is longer and ends in no stop goes on below
_LONGEST_LEAD = 6  # words


class Block(NamedTuple):
    """A paragraph.

    lead: the words in bold type with which it opens; is_named: whether the page calls them a speaker.
    voice: of a row that is a turn. time: seconds from the beginning, where the page tells them apart.
    type: that of all its letters, where it is not that of all others.
    """

    words: str
    lead: str = ""
    is_named: bool = False
    is_note: bool = False
    voice: str = ""
    time: float | None = None
    type: str = ""


class Blocks:
    """Reads the blocks of an article, in order."""

    def __init__(self, article: Article, left_out: Counter[str]) -> None:
        self._article, self._left_out = article, left_out
        self._skipped = set(article.dropped)
        self._notes = find_notes(list(list_elements(article.root, article.dropped)))
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._lead_from: Element | None = None
        self._lead = ""
        self._is_named = False
        self._types: list[str] = []  # of the elements that are open
        self._runs: list[
            tuple[int, str]
        ] = []  # the parts of the open paragraph that are letters, with their type
        self._raised: set[str] = set()  # marks of notes so far
        self._time: float | None = None  # of the next paragraph
        self._in_notes = self._in_pre = self._in_quotes = 0

    def read(self) -> list[Block]:
        """Return the paragraphs of the article."""
        for what, element, words in _walk(self._article.root, self._skipped):
            if what == "open":
                self._open(element)
            elif what == "close":
                self._close(element)
            else:
                self._add_words(words)
        self._flush()
        self._note_last()
        return self._blocks

    def _add_words(self, words: str) -> None:
        if words.strip():
            self._runs.append((len(self._parts), choose_type(self._types)))
        self._parts.append(words if self._in_pre else re.sub(r"\s+", " ", words))

    def _note_last(self) -> None:
        """Make notes of the last paragraphs that open with a raised mark which stands above and leads nowhere."""
        for i in range(len(self._blocks) - 1, 0, -1):
            block = self._blocks[i]
            mark = _OPENS.match(block.words)
            if not (block.is_note or (mark and mark[1] in self._raised)):
                break
            self._blocks[i] = block._replace(is_note=True)

    def _open(self, element: Element) -> None:
        if self._is_mark(element) or self._is_stamp(element):
            self._skipped.add(id(element))
        elif is_inline(element.tag) or element.tag in VOID:
            self._open_inline(element)
        else:
            self._flush()
            self._count(element, 1)
            if element.tag in ("dl", "table") and (said := find_turns(_list_rows(element, self._skipped))):
                self._blocks += [_as_block(turn) for turn in said]
                self._skipped.add(id(element))
        if id(element) not in self._skipped:
            self._types.append(name_type(element))

    def _is_mark(self, element: Element) -> bool:
        """Say whether an element is the mark of a note, or leads back to one; count marks."""
        is_raised = element.tag == "sup" and is_raised_mark(
            "".join(element.itertext()), "".join(self._parts[-4:])
        )
        is_mark = id(element) in self._notes.marks or (is_raised and not self._in_notes)
        self._left_out["footnote marks"] += is_mark
        self._raised |= set(re.findall(r"\w+|[*†‡§]+", "".join(element.itertext()))) if is_raised else set()
        return is_mark or id(element) in self._notes.back

    def _is_stamp(self, element: Element) -> bool:
        """Say whether an element calls itself a time and is one: it times the paragraph, and is no word of it."""
        time = read_stamp("".join(element.itertext())) if _CLOCK.search(element.get("class", "")) else None
        self._time = self._time if time is None else time
        self._parts.append(" " if time is not None else "")
        return time is not None

    def _open_inline(self, element: Element) -> None:
        if element.tag == "br":
            self._parts.append(_BREAK)
        elif element.tag == "hr":
            self._flush()
        elif element.tag == "q":
            self._parts.append("‘" if self._in_quotes % 2 else "“")
            self._in_quotes += 1
        elif element.tag != "wbr":
            self._open_bold(element)

    def _open_bold(self, element: Element) -> None:
        self._parts.append(_GAP if element.tag in _BOLD else "")
        is_first = (
            self._lead_from is None
            and not self._lead
            and not any(part.strip(f" \n{_GAP}") for part in self._parts)
        )
        if is_first and (element.tag in ("b", "strong") or _is_speaker(element)):
            self._lead_from, self._is_named = element, _is_speaker(element)

    def _close(self, element: Element) -> None:
        self._types.pop()
        if element is self._lead_from:
            self._lead, self._lead_from = " ".join("".join(self._parts).replace(_GAP, "").split()), None
        if element.tag == "q":
            self._in_quotes -= 1
            self._parts.append("’" if self._in_quotes % 2 else "”")
        elif element.tag == "sup":
            self._raise_numbers(element)
        elif is_inline(element.tag):
            self._parts.append(" " if _is_speaker(element) else _GAP if element.tag in _BOLD else "")
        elif element.tag not in VOID:
            self._flush()
            self._count(element, -1)

    def _raise_numbers(self, element: Element) -> None:
        """Write a power as one: 10⁶, not 106."""
        if self._parts and self._parts[-1] == "".join(element.itertext()):
            self._parts[-1] = write_power(self._parts[-1])

    def _count(self, element: Element, step: int) -> None:
        is_note = element.tag in _CAPTIONS or id(element) in self._notes.notes or is_note_list(element)
        self._in_notes += step * is_note
        self._in_pre += step * (element.tag == "pre")

    def _flush(self) -> None:
        """End the paragraph that is open: lines of which one goes on in the next are joined."""
        text = _MISSING.sub(" ", "".join(self._parts)).replace(_GAP, "")
        lead = self._lead if 0 < len(self._lead.split()) <= _LONGEST_LEAD else ""
        opening = read_opening([part.replace(_GAP, "") for part in self._parts], self._runs)
        self._parts, self._runs, self._lead, self._lead_from = [], [], "", None
        for words in join_lines(text.split(_BREAK)):
            opens = lead and words.startswith(lead)
            is_named, is_note = bool(opens and self._is_named), self._in_notes > 0
            block = Block(words, lead if opens else "", is_named, is_note, time=self._time)
            self._blocks += _part(block, opening)
            self._time = None


def _part(block: Block, opening: Opening) -> list[Block]:
    """Part the sentence in a type of its own with which a block opens from the rest of it."""
    said, *behind = part_opening(block.words, opening)
    first = block._replace(words=str(said), type=said.type_name if isinstance(said, TypedWords) else "")
    return [first, *(Block(words, is_note=block.is_note) for words in behind)]


def _as_block(turn: Said) -> Block:
    return Block(turn.words, voice=turn.voice, time=turn.time)


def _is_speaker(element: Element) -> bool:
    return bool(_SPEAKER.search(element.get("class", "")))


def _walk(root: Element, skipped: set[int]) -> Iterator[tuple[str, Element, str]]:
    """Yield what opens, closes and stands between; what is skipped when it opens, or before, has no inside."""
    stack: list[tuple[str, Element, str]] = [("open", root, "")]
    while stack:
        what, element, words = stack.pop()
        if what == "open" and id(element) in skipped:
            continue
        yield what, element, words
        if what == "open" and id(element) not in skipped:
            stack.append(("close", element, ""))
            for child in reversed(element):
                stack.append(("words", element, child.tail or ""))
                stack.append(("open", child, ""))
            stack.append(("words", element, element.text or ""))


def join_lines(lines: list[str]) -> list[str]:
    """Return the paragraphs of lines: one that is empty parts them, and so does one that ends, or ends early."""
    paragraphs, above = [], ""
    for line in (" ".join(line.split()) for line in lines):
        if above and line and _goes_on(above, line):
            paragraphs[-1] += f" {line}"
        elif line:
            paragraphs.append(line)
        above = line
    return paragraphs


def _goes_on(above: str, line: str) -> bool:
    if above.rstrip(_CLOSERS).endswith(tuple(_STOPS)):
        return False
    return line[:1].islower() or above.endswith((",", ";")) or len(above) > _WRAPPED


def _list_rows(element: Element, skipped: set[int]) -> list[list[str]]:
    """Return the cells of a table row by row, or the terms and words of a list; none of a table in a table."""
    inside = list(list_elements(element, skipped))[1:]
    if any(other.tag in ("table", "dl") for other in inside):
        return []
    if element.tag == "table":
        rows = [e for e in inside if e.tag == "tr" and any(cell.tag == "td" for cell in e)]
        return [[_plain(cell, skipped) for cell in row if cell.tag in ("td", "th")] for row in rows]
    return _list_terms(inside, skipped)


def _list_terms(inside: list[Element], skipped: set[int]) -> list[list[str]]:
    rows: list[list[str]] = []
    term = ""
    for element in inside:
        if element.tag == "dt":
            term = f"{term} {_plain(element, skipped)}".strip()
        elif element.tag == "dd":
            rows.append([term, _plain(element, skipped)])
            term = ""
    return rows


def _plain(element: Element, skipped: set[int]) -> str:
    """Return the words of a cell; blocks in it are parted."""
    blocks = Blocks(Article(element, skipped), Counter()).read()
    return " ".join(block.words for block in blocks)
