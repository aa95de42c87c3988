"""The quotations of a report and the voices that speak them, from the first paragraph to the last."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from analysis.formats.cues.attributions import read_saying
from analysis.formats.cues.clauses import DASHES, Token, read_words
from analysis.formats.cues.discourse import Discourse
from analysis.formats.cues.incises import Incise, find_incise
from analysis.formats.cues.introductions import learn_people
from analysis.formats.cues.passages import Passage, read_heading, read_passages, read_signature_line
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.persons import Person
from analysis.formats.cues.quotation_speakers import (
    CONTINUED,
    INTRODUCED,
    OPEN,
    Verdict,
    find_introduced,
    find_signed,
    find_speakers,
)
from analysis.formats.cues.quotations import Quotation
from analysis.formats.cues.saying_verbs import Grammar, grammar_of
from analysis.formats.cues.sayings import NOT_SAID
from analysis.formats.role_map import NARRATION, Paragraph, RoleMap, Voice
from analysis.language import count_words_in

_REMEDY = "add a row to decisions/places.csv"


class Piece(NamedTuple):
    """A quotation and the verdict on it.

    whole: the number of the quotation that it is a part of, where that runs over several paragraphs.
    """

    quotation: Quotation
    verdict: Verdict
    whole: int

    @property
    def incise(self) -> Incise | None:
        """What inside the marks is the outlet's."""
        return self.verdict.incise


def assign_quotations(
    role_map: RoleMap,
    prose: list[int],
    speaker: Speaker,
    *,
    lines: list[int] | None = None,
    language: str = "",
) -> None:
    """Give each quotation to its speaker; what is nobody's, or only seems somebody's, is a doubt.

    prose: the paragraphs, by index, that are the outlet's own text. lines: titles and headings, which may
    tell who is who. language: of the text (BCP 47), told by its words if ''.
    """
    pieces, discourse = read_pieces(role_map, prose, speaker, lines or [], language=language)
    for piece in pieces:
        _assign(role_map, piece, speaker, discourse.grammar)


def read_pieces(
    role_map: RoleMap,
    prose: list[int],
    speaker: Speaker,
    lines: list[int],
    *,
    kind: type[Discourse] = Discourse,
    language: str = "",
) -> tuple[list[Piece], Discourse]:
    """Return every quotation with the verdict on it, in order, and what is known of the persons in the end.

    prose, lines, language: as for `assign_quotations`. kind: the discourse that is followed.
    """
    text, grammar = role_map.text, grammar_of(role_map.text, language)
    passages = read_passages(text, [role_map.paragraphs[i] for i in prose], grammar)
    titles = read_passages(text, [role_map.paragraphs[i] for i in lines], grammar)
    sentences = [sentence for passage in titles + passages for sentence in passage.sentences]
    discourse = kind(learn_people(sentences, speaker, grammar), grammar)
    return _join_pieces(_read_pieces(role_map, prose, passages, discourse)), discourse


def _read_pieces(
    role_map: RoleMap, prose: list[int], passages: list[Passage], discourse: Discourse
) -> list[Piece]:
    """Return every quotation with the verdict on it, in order."""
    pieces: list[Piece] = []
    before: Passage | None = None
    for i, passage in zip(prose, passages, strict=True):
        introduced = _introduced(role_map, i, before, passage, discourse)
        touches = before is not None and _goes_on(before, passage)
        last = introduced or (pieces[-1].verdict if touches else OPEN)
        inside = partial(_read_inside, role_map.text, discourse.grammar)
        verdicts = find_speakers(passage.sentences, discourse, last=last, inside=inside)
        pieces += _pieces_of(passage, verdicts, pieces[-1:])
        before = passage
    return pieces


def _goes_on(before: Passage, passage: Passage) -> bool:
    """Say whether who speaks at a paragraph's end may go on in the next: not where voices take turns."""
    return before.ends_quoted and passage.opens_quoted and not passage.is_turn


def _pieces_of(passage: Passage, verdicts: list[Verdict], last: list[Piece]) -> list[Piece]:
    """Return the quotations of a paragraph, each with its verdict."""
    first = last[0].whole + (not passage.runs_on) if last else 0
    pairs = zip(passage.quotations, verdicts, strict=True)
    return [Piece(quotation, verdict, first + k) for k, (quotation, verdict) in enumerate(pairs)]


def _read_inside(text: str, grammar: Grammar, quotation: Token) -> Incise | None:
    """Return the words inside a quotation that say who speaks it."""
    if not grammar.has_incises:
        return None
    last = quotation.end - (
        text[quotation.start] not in DASHES
    )  # a turn behind a dash has no mark at its end
    return find_incise(read_words(text, quotation.start + 1, last, grammar), grammar)


def _introduced(
    role_map: RoleMap, i: int, before: Passage | None, passage: Passage, discourse: Discourse
) -> Verdict | None:
    """Return whom the paragraph or line before a quotation introduces, or the line behind it signs for."""
    if not passage.opens_quoted:
        return None
    beside = role_map.text, role_map.paragraphs, i, discourse.grammar
    person = _led_to(before, passage, discourse) or find_introduced(read_heading(*beside), discourse)
    if person is None and len(passage.sentences) == len(passage.quotations) == 1:
        person = find_signed(read_signature_line(*beside), discourse)
    return Verdict(person, INTRODUCED) if person else None


def _led_to(before: Passage | None, passage: Passage, discourse: Discourse) -> Person | None:
    """Return who a paragraph that ends in a colon says speaks the quotation that opens the next one."""
    sentence = before.sentences[-1] if before and before.sentences else []
    if not sentence or sentence[-1].text != ":":
        return None
    saying = read_saying([*sentence, passage.sentences[0][0]], len(sentence), [], discourse.grammar)
    return discourse.who(saying.subject, sentence) if saying else None


def _join_pieces(pieces: list[Piece]) -> list[Piece]:
    """Give the paragraphs of one quotation the speaker who is named at any of them."""
    joined: list[Piece] = []
    for _, group in groupby(pieces, key=attrgetter("whole")):
        parts = list(group)
        named = [part.verdict for part in parts if part.verdict.person]
        joined += [p if p.verdict.person or not named else p._replace(verdict=named[0]) for p in parts]
    return joined


def _assign(role_map: RoleMap, piece: Piece, speaker: Speaker, grammar: Grammar) -> None:
    """Give a quotation to who speaks it, and note what is not certain.

    Only the studied speaker's words are quotes; another person's keep their name and the outlet's role.
    """
    span, person = piece.quotation[:2], piece.verdict.person
    own = person is not None and bool(person.name) and person.name == speaker.name
    if own:
        role_map.assign(*span, Voice("quote", speaker.name))
    elif person and person.name:
        role_map.assign(*span, Voice("narration", person.name))
    if piece.incise:
        role_map.assign(piece.incise.start, piece.incise.end, NARRATION)
    kind = _kind_of_doubt(piece, grammar, own=own)
    if kind:
        role_map.doubt(*span, kind, decided="quote" if own else "narration", remedy=_REMEDY)


def _kind_of_doubt(piece: Piece, grammar: Grammar, *, own: bool) -> str:
    """Return what kind of doubt a verdict leaves, '' for none."""
    person, how, _ = piece.verdict
    if person is None:
        return "" if how == NOT_SAID else "quotation without a speaker"
    if not own:
        return ""
    if how == CONTINUED:
        return "quotation only by continuation"
    return "" if grammar.language else "quotation in a language without word lists"


def count_quoted(text: str, paragraphs: list[Paragraph]) -> Counter[str]:
    """Return how many quoted words each named person is said to speak."""
    role_map = RoleMap(text, paragraphs)
    assign_quotations(role_map, list(range(len(paragraphs))), Speaker(""))
    said: Counter[str] = Counter()
    for segment in role_map.segments():
        said[segment.speaker] += count_words_in(text[segment.start : segment.end])
    return Counter({name: n for name, n in said.items() if name})
