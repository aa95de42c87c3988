"""The paragraphs of a report with their quotations, their sentences and the lines beside them."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import DASHES, QUOTE, Token, read_tokens, read_words, split_sentences
from analysis.formats.cues.dash_turns import find_dash_turns
from analysis.formats.cues.quotation_marks import Usage, read_usage
from analysis.formats.cues.quotations import Quotation, find_quotations
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.role_map import Paragraph

_LINE = 200  # characters of a line that heads a quotation or signs for it


class Passage(NamedTuple):
    """A paragraph with its quotations and its sentences.

    runs_on: the first goes on from the one before. is_turn: it is a turn of a dialogue without quotation marks.
    """

    paragraph: Paragraph
    quotations: list[Quotation]
    sentences: list[list[Token]]
    runs_on: bool
    is_turn: bool = False

    @property
    def opens_quoted(self) -> bool:
        """Whether it begins with a quotation."""
        return bool(self.sentences) and self.sentences[0][0].kind == QUOTE

    @property
    def ends_quoted(self) -> bool:
        """Whether it ends with a quotation."""
        return bool(self.sentences) and self.sentences[-1][-1].kind == QUOTE


def read_passages(text: str, paragraphs: list[Paragraph], grammar: Grammar) -> list[Passage]:
    """Return the paragraphs with their quotations and sentences, in order."""
    usage = read_usage(text)
    turns = find_dash_turns(text, paragraphs, grammar)
    passages: list[Passage] = []
    for i, paragraph in enumerate(paragraphs):
        inside = bool(passages) and bool(passages[-1].quotations) and passages[-1].quotations[-1].goes_on
        passage = _read_passage(text, paragraph, usage, grammar, inside=inside)
        is_turn = i in turns and not passage.quotations
        passages.append(_as_turn(text, passage, turns[i], grammar) if is_turn else passage)
    return passages


def _as_turn(text: str, passage: Passage, said: Quotation, grammar: Grammar) -> Passage:
    tokens = read_tokens(text, passage.paragraph, [said], grammar)
    return Passage(passage.paragraph, [said], split_sentences(tokens), False, is_turn=True)


def _read_passage(
    text: str, paragraph: Paragraph, usage: Usage, grammar: Grammar, *, inside: bool
) -> Passage:
    quotations = find_quotations(text, paragraph, usage, inside=inside)
    runs_on = inside and bool(quotations) and quotations[0].start - paragraph.start <= 2
    tokens = read_tokens(text, paragraph, quotations, grammar)
    return Passage(paragraph, quotations, split_sentences(tokens), runs_on)


def read_heading(text: str, paragraphs: list[Paragraph], i: int, grammar: Grammar) -> list[Token]:
    """Return the words of the line before paragraphs[i] if it may head it: it is short and no sentence."""
    line = _line(text, paragraphs, i - 1)
    ends = line.rstrip("*_ ")[-1:]
    return _words(paragraphs[i - 1], text, grammar) if ends.isalnum() or ends in tuple(":)") else []


def read_signature_line(text: str, paragraphs: list[Paragraph], i: int, grammar: Grammar) -> list[Token]:
    """Return the words of the line behind paragraphs[i] if it begins with a dash."""
    line = _line(text, paragraphs, i + 1)
    return _words(paragraphs[i + 1], text, grammar) if line[:1] in DASHES else []


def _line(text: str, paragraphs: list[Paragraph], i: int) -> str:
    """Return a paragraph's text, '' if it is long."""
    short = 0 <= i < len(paragraphs) and paragraphs[i].end - paragraphs[i].start <= _LINE
    return text[slice(*paragraphs[i])].strip() if short else ""


def _words(paragraph: Paragraph, text: str, grammar: Grammar) -> list[Token]:
    return read_words(text, *paragraph, grammar)
