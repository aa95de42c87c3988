"""The quotations of a report and the voices that speak them, from the first paragraph to the last."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from analysis.formats.cues.attributions import read_saying
from analysis.formats.cues.clauses import QUOTE, Token, read_tokens, split_sentences
from analysis.formats.cues.discourse import Discourse
from analysis.formats.cues.introductions import learn_people
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.quotation_marks import Usage, read_usage
from analysis.formats.cues.quotation_speakers import (
    CONTINUED,
    INTRODUCED,
    OPEN,
    Verdict,
    find_introduced,
    find_signed,
    find_speakers,
)
from analysis.formats.cues.quotations import Quotation, find_quotations
from analysis.formats.cues.saying_verbs import Grammar, grammar_of
from analysis.formats.cues.sayings import NOT_SAID
from analysis.formats.role_map import Paragraph, RoleMap, Voice
from analysis.language import count_words_in

_LINE = 200  # characters of a line that heads a quotation or signs for it
_REMEDY = "add a row to decisions/places.csv"


class Passage(NamedTuple):
    """A paragraph with its quotations and its sentences; runs_on: the first goes on from the one before."""

    paragraph: Paragraph
    quotations: list[Quotation]
    sentences: list[list[Token]]
    runs_on: bool


class Piece(NamedTuple):
    """A quotation and the verdict on it; runs_on: it goes on with the piece before."""

    quotation: Quotation
    verdict: Verdict
    runs_on: bool


def assign_quotations(
    role_map: RoleMap, prose: list[int], speaker: Speaker, *, lines: list[int] | None = None
) -> None:
    """Give each quotation to its speaker; what is nobody's, or only seems somebody's, is a doubt.

    prose: the paragraphs, by index, that are the outlet's own text. lines: titles and headings, which may tell
    who is who.
    """
    text, grammar = role_map.text, grammar_of(role_map.text)
    passages = read_passages(text, [role_map.paragraphs[i] for i in prose], grammar)
    titles = read_passages(text, [role_map.paragraphs[i] for i in lines or []], grammar)
    people = learn_people([s for passage in titles + passages for s in passage.sentences], speaker, grammar)
    pieces = _read_pieces(role_map, prose, passages, Discourse(people, grammar))
    for piece in _join_pieces(pieces):
        _assign(role_map, piece, speaker, grammar)


def _read_pieces(
    role_map: RoleMap, prose: list[int], passages: list[Passage], discourse: Discourse
) -> list[Piece]:
    """Return every quotation with the verdict on it, in order."""
    pieces: list[Piece] = []
    before: Passage | None = None
    for i, passage in zip(prose, passages, strict=True):
        last = pieces[-1].verdict if before and _touches(before, passage) else OPEN
        introduced = _led_to(before, passage, discourse) or _introduced(role_map, i, passage, discourse)
        verdicts = find_speakers(passage.sentences, discourse, last=introduced or last)
        runs_on = [passage.runs_on and k == 0 for k in range(len(verdicts))]
        pieces += [Piece(*piece) for piece in zip(passage.quotations, verdicts, runs_on, strict=True)]
        before = passage
    return pieces


def _touches(before: Passage, passage: Passage) -> bool:
    """Say whether a quotation ends one paragraph and another opens the next, with no word between."""
    ends, opens = before.sentences and before.sentences[-1][-1], passage.sentences and passage.sentences[0][0]
    return bool(ends and opens) and ends.kind == QUOTE and opens.kind == QUOTE


def _led_to(before: Passage | None, passage: Passage, discourse: Discourse) -> Verdict | None:
    """Return who a paragraph that ends in a colon says speaks the quotation that opens the next one."""
    sentence = before.sentences[-1] if before and before.sentences else []
    if not sentence or sentence[-1].text != ":" or not _opens_quoted(passage):
        return None
    saying = read_saying([*sentence, passage.sentences[0][0]], len(sentence), [], discourse.grammar)
    person = discourse.who(saying.subject, sentence) if saying else None
    return Verdict(person, INTRODUCED) if person else None


def _opens_quoted(passage: Passage) -> bool:
    return bool(passage.sentences) and passage.sentences[0][0].kind == QUOTE


def _introduced(role_map: RoleMap, i: int, passage: Passage, discourse: Discourse) -> Verdict | None:
    """Return whom the line before a quotation introduces, or the line behind it signs for."""
    if not _opens_quoted(passage):
        return None
    above = find_introduced(_line(role_map, i - 1, discourse), discourse)
    whole = len(passage.sentences) == len(passage.quotations) == 1
    person = above or (find_signed(_line(role_map, i + 1, discourse), discourse) if whole else None)
    return Verdict(person, INTRODUCED) if person else None


def _line(role_map: RoleMap, i: int, discourse: Discourse) -> list[Token]:
    """Return the words of a paragraph that is short enough to head another."""
    if not 0 <= i < len(role_map.paragraphs):
        return []
    start, end = role_map.paragraphs[i]
    line = Paragraph(start, end) if end - start <= _LINE else Paragraph(start, start)
    return read_tokens(role_map.text, line, [], discourse.grammar)


def _join_pieces(pieces: list[Piece]) -> list[Piece]:
    """Give the paragraphs of one quotation the speaker who is named at any of them."""
    joined: list[Piece] = []
    for _, group in groupby(
        zip(pieces, accumulate(not piece.runs_on for piece in pieces)), key=itemgetter(1)
    ):
        chain = [piece for piece, _ in group]
        named = [piece.verdict for piece in chain if piece.verdict.person]
        joined += [p if p.verdict.person or not named else p._replace(verdict=named[0]) for p in chain]
    return joined


def _assign(role_map: RoleMap, piece: Piece, speaker: Speaker, grammar: Grammar) -> None:
    """Give a quotation to who speaks it, and note what is not certain.

    Only the studied speaker's words are quotes; another person's keep their name and the outlet's role.
    """
    quotation, (person, how) = piece.quotation, piece.verdict
    span = quotation.start, quotation.end
    own = person is not None and bool(person.name) and person.name == speaker.name
    if own:
        role_map.assign(*span, Voice("quote", speaker.name))
    elif person and person.name:
        role_map.assign(*span, Voice("narration", person.name))
    kind = _doubtful(how, own=own, known=person is not None, listed=bool(grammar.language))
    if kind:
        role_map.doubt(*span, kind, decided="quote" if own else "narration", remedy=_REMEDY)


def _doubtful(how: str, *, own: bool, known: bool, listed: bool) -> str:
    """Return what kind of doubt a verdict leaves, '' for none."""
    if not known:
        return "" if how == NOT_SAID else "quotation without a speaker"
    if not own:
        return ""
    if how == CONTINUED:
        return "quotation only by continuation"
    return "" if listed else "quotation in a language without word lists"


def read_passages(text: str, paragraphs: list[Paragraph], grammar: Grammar) -> list[Passage]:
    """Return the paragraphs with their quotations and sentences, in order."""
    usage = read_usage(text)
    passages: list[Passage] = []
    for paragraph in paragraphs:
        inside = bool(passages) and bool(passages[-1].quotations) and passages[-1].quotations[-1].goes_on
        passages.append(_read_passage(text, paragraph, usage, grammar, inside=inside))
    return passages


def _read_passage(
    text: str, paragraph: Paragraph, usage: Usage, grammar: Grammar, *, inside: bool
) -> Passage:
    quotations = find_quotations(text, paragraph, usage, inside=inside)
    runs_on = inside and bool(quotations) and quotations[0].start - paragraph.start <= 2
    tokens = read_tokens(text, paragraph, quotations, grammar)
    return Passage(paragraph, quotations, split_sentences(tokens), runs_on)


def count_quoted(text: str, paragraphs: list[Paragraph]) -> Counter[str]:
    """Return how many quoted words each named person is said to speak."""
    role_map = RoleMap(text, paragraphs)
    assign_quotations(role_map, list(range(len(paragraphs))), Speaker(""))
    said: Counter[str] = Counter()
    for segment in role_map.segments():
        said[segment.speaker] += count_words_in(text[segment.start : segment.end])
    return Counter({name: n for name, n in said.items() if name})
