"""The quotations of an article, and the clauses that tell what the speaker said, with whose words they are."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from analysis.formats.cues.people import Speaker
from analysis.formats.cues.quotation_marks import read_usage
from analysis.formats.cues.quotation_speakers import Verdict
from analysis.formats.cues.quotations import find_quotations
from analysis.formats.cues.reported_clauses import Clause, Listening
from analysis.formats.cues.reported_speech import Piece, read_pieces
from analysis.formats.cues.sayings import NOT_SAID
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.report import Layout, find_layout
from analysis.formats.role_map import RoleMap
from analysis.formats.wrapped_lines import unwrap

MARKED, TOLD = "quotation", "clause"
HIS, ANOTHERS, NOBODYS, NOT_SPOKEN = "the speaker", "somebody else", "nobody", "not said"
_MARK = "[\"“”„‟«»‹›‘’‚']"
_OPENING = re.compile(rf"^\s*{_MARK}\s?")
_CLOSING = re.compile(rf"\s?{_MARK}\s*$")
_BEFORE = 120  # characters of the sentence before a quotation
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[\W\d]*[A-ZÀ-ÞА-Я])")


class Quoted(NamedTuple):
    """A quotation or a clause of an article.

    quote: its words, without its marks. start, end: offsets into the article. form: MARKED or TOLD. given: to
    whom the article gives it. speaker: the name printed for that person, '' if none. before: the article's
    own words before it in the sentence.
    """

    quote: str
    start: int
    end: int
    form: str
    given: str
    speaker: str
    before: str


def list_quoted(text: str, speaker: Speaker) -> pd.DataFrame:
    """List every quotation of an article, and every clause that tells what the studied speaker said.

    text: the article as read. speaker: whose words are studied.
    Returns one row each in the order of the text, with the columns of `Quoted`. A quotation over several
    paragraphs is one row. A clause with words of a quotation inside is listed beside it.
    """
    role_map = RoleMap(unwrap(text), split_paragraphs(unwrap(text)))
    layout = find_layout(role_map)
    told = _find_told(role_map, layout)
    pieces, discourse = read_pieces(role_map, told, speaker, layout.lines, kind=Listening)
    wholes = [list(parts) for _, parts in groupby(pieces, key=attrgetter("whole"))]
    rows = [_describe(text, parts, speaker) for parts in wholes]
    rows += [_tell(text, clause) for clause in discourse.clauses if clause.person.name == speaker.name]
    spoken = [row for row in rows if any(map(str.isalnum, row.quote))]
    return pd.DataFrame(sorted(spoken, key=lambda row: (row.start, row.end)), columns=Quoted._fields)


def _find_told(role_map: RoleMap, layout: Layout) -> list[int]:
    """Return the paragraphs that may quote: the prose, and of the others, footnotes aside, those with quotations."""
    usage = read_usage(role_map.text)
    others = set(range(len(role_map.paragraphs))) - set(layout.prose) - layout.footnotes
    quoting = (i for i in others if find_quotations(role_map.text, role_map.paragraphs[i], usage))
    return sorted([*layout.prose, *quoting])


def _describe(text: str, parts: list[Piece], speaker: Speaker) -> Quoted:
    verdict, start = parts[0].verdict, parts[0].quotation.start
    quote = "\n".join(_without_marks(text, part) for part in parts)
    name = verdict.person.name if verdict.person else ""
    given = _give(verdict, speaker)
    return Quoted(quote, start, parts[-1].quotation.end, MARKED, given, name, _words_before(text, start))


def _give(verdict: Verdict, speaker: Speaker) -> str:
    if verdict.how == NOT_SAID:
        return NOT_SPOKEN
    if verdict.person is None:
        return NOBODYS
    return HIS if verdict.person.name and verdict.person.name == speaker.name else ANOTHERS


def _without_marks(text: str, piece: Piece) -> str:
    """Return the words of a quotation without its marks, and without the outlet's words inside them."""
    start, end = piece.quotation.start, piece.quotation.end
    said = text[start:end]
    if piece.incise:
        said = text[start : piece.incise.start] + text[piece.incise.end : end]
    said = _OPENING.sub("", said)
    said = said if piece.quotation.goes_on else _CLOSING.sub("", said)
    return said.strip().rstrip(",")  # the comma before `said Roe` is the outlet's


def _words_before(text: str, start: int) -> str:
    """Return the words of the sentence before a place, on one line."""
    line = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    return _SENTENCE_END.split(line)[-1].strip()


def _tell(text: str, clause: Clause) -> Quoted:
    said = text[clause.start : clause.end].strip()
    before = _words_before(text, clause.start)
    return Quoted(said, clause.start, clause.end, TOLD, HIS, clause.person.name, before)
