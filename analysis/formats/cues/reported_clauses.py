"""What a report tells of somebody's words without marks: `Roe said that the bridge would reopen`."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import QUOTE, STOP, WORD, Token
from analysis.formats.cues.discourse import Discourse
from analysis.formats.cues.persons import Person
from analysis.formats.cues.sayings import is_passive
from analysis.formats.cues.subjects import is_saying_verb, subject_of
from analysis.language import FINITE_VERBS, SUBJECT_PRONOUNS, word_set

_THAT = word_set("that dass daß que che что")
_PLAIN = word_set("said says added adds")  # `that` is mostly left out behind these
_REACH = 5  # words from the verb to `that`: `told reporters in Port Selm that`
_FEWEST = 5  # words of a clause, quotations aside


class Clause(NamedTuple):
    """A clause by its offsets, and whose words it tells."""

    start: int
    end: int
    person: Person


class Listening(Discourse):
    """A discourse that keeps the clauses it has met."""

    clauses: tuple[Clause, ...] = ()

    def note(self, sentence: list[Token], sayers: list[Person]) -> None:
        """Remember what `Discourse.note` does, and before that the clauses of the sentence."""
        self.clauses = (*self.clauses, *find_clauses(sentence, self))
        super().note(sentence, sayers)


def find_clauses(sentence: list[Token], discourse: Discourse) -> list[Clause]:
    """Return the clauses that the verbs of saying of a sentence lead to, with who is said to say them."""
    grammar = discourse.grammar
    verbs = [i for i in range(len(sentence)) if is_saying_verb(sentence, i, grammar)]
    found = (_read_clause(sentence, verb, verbs, discourse) for verb in verbs)
    return [clause for clause in found if clause]


def _read_clause(sentence: list[Token], verb: int, verbs: list[int], discourse: Discourse) -> Clause | None:
    grammar = discourse.grammar
    start = _find_start(sentence, verb)
    if start is None or is_passive(sentence, verb, grammar):
        return None
    end = _find_end(sentence, start, verbs)
    words = [token for token in sentence[start:end] if token.kind == WORD]
    subject = subject_of(sentence, grammar, verb)
    person = discourse.who(subject, sentence) if subject and len(words) >= _FEWEST else None
    return Clause(sentence[start].start, sentence[end - 1].end, person) if person else None


def _find_start(sentence: list[Token], verb: int) -> int | None:
    """Return where the clause behind a verb begins: behind `that`, or at once with a subject and a verb."""
    behind = sentence[verb + 1 : verb + 2 + _REACH]
    for i, token in enumerate(behind):
        if token.kind != WORD:
            break
        if token.low in _THAT:
            return _first_in(sentence, verb + 2 + i)
    if not behind or sentence[verb].low not in _PLAIN or behind[0].kind != WORD:
        return None
    opens = behind[0].low in SUBJECT_PRONOUNS or behind[0].low == "the" or behind[0].is_capitalised
    has_verb = any(token.low in FINITE_VERBS for token in sentence[verb + 2 :])
    return verb + 1 if opens and has_verb else None


def _first_in(sentence: list[Token], i: int) -> int | None:
    return i if i < len(sentence) and sentence[i].kind != STOP else None


def _find_end(sentence: list[Token], start: int, verbs: list[int]) -> int:
    """Return where a clause ends: with the sentence, or at the comma before words that lead to another one."""
    leads = [verb for verb in verbs if verb > start and _find_start(sentence, verb) is not None]
    stop = leads[0] if leads else len(sentence)
    cuts = [i for i in range(start + 1, stop) if _may_end(sentence, i)] if leads else []
    led_to = (i for i in range(start + 1, stop - 1) if _leads_to_quotation(sentence, i))
    end = next(led_to, cuts[-1] if cuts else stop)
    while end > start + 1 and sentence[end - 1].kind == STOP:
        end -= 1
    return end


def _may_end(sentence: list[Token], i: int) -> bool:
    here, before = sentence[i], sentence[i - 1]
    return here.text in (",", ";") or before.kind == QUOTE


def _leads_to_quotation(sentence: list[Token], i: int) -> bool:
    here, behind = sentence[i], sentence[i + 1]
    return here.text == ":" and behind.kind == QUOTE
