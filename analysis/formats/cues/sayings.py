"""What the words around a quotation say of it: who says it, or that it is a title or somebody's question."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import QUOTE, STOP, WORD, Token
from analysis.formats.cues.noun_phrases import Phrase, find_phrases, read_phrase
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.subjects import (
    is_name_of_two,
    is_saying_verb,
    main_subject,
    phrase_behind,
    subject_of,
)

VERB, PLACE, LIST, NOT_SAID, ELIDED = "verb", "place", "list", "not said", "elided"
_DASHES = frozenset(["–", "—", "-", "--"])
_READY = frozenset(",?!…–—-")  # what a quotation ends with that a verb may follow
_BREAKS = frozenset(";:()") | _DASHES
_AS = frozenset(["as", "wie", "comme", "como", "come", "как"])
_OF = frozenset("of from von de du des d' di da del della dell'".split())
_BY = frozenset(["by", "von", "par", "por", "da"])
_BY_HAND = 40  # words behind a quotation that are read
_LISTED_WORDS = 1  # words in `“a farce”, the talks “a joke”` that a list may hold


class Saying(NamedTuple):
    """What is said of a quotation.

    how: VERB (a verb of saying), PLACE (another word where such a verb stands), LIST (as the quotation before),
    NOT_SAID (a title, an inscription, a question that was put), ELIDED (a verb without subject). subject: who
    says it, None where nobody is named.
    """

    how: str
    subject: Phrase | None = None


def read_saying(sentence: list[Token], q: int, following: list[Token], grammar: Grammar) -> Saying | None:
    """Return what is said of the quotation sentence[q], by the verb nearest to its closing mark.

    following: the next sentence, as in `“Who pays?” Roe asked.`
    """
    if _is_not_said(sentence, q, grammar):
        return Saying(NOT_SAID)
    before = _read_before(sentence, q, grammar)
    after = _read_after(sentence, q, grammar)
    if after is None and before is None and sentence[-1] is sentence[q]:
        after = _read_next(following, grammar)
    return after or before


def _is_not_said(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """Say whether a title or an inscription stands here, or a question that was put."""
    before = _word_before(sentence, q)
    if before is not None and grammar.is_named(sentence[before].low, grammar.titled):
        return not _is_quoted_word(sentence, before, grammar)
    if q + 1 < len(sentence) and sentence[q + 1].text == ":":
        return True
    return (
        _is_asked(sentence, q, grammar)
        or _is_attribute(sentence, q, grammar)
        or _is_title(sentence, q, grammar)
    )


def _is_title(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """`The band played “Sleep My Little Town”`: capitals, and no verb of saying right before."""
    if grammar.nouns_are_capitalised or not q or sentence[q - 1].kind != WORD:
        return False
    before = sentence[q - 1]
    if grammar.says(before.low) or before.low in grammar.links:
        return False
    words = [word for word in sentence[q].text.split() if word.strip("'’").casefold() not in grammar.closed]
    return len(words) > 1 and all(word[0].isupper() for word in words if word[0].isalpha())


def _word_before(sentence: list[Token], q: int) -> int | None:
    """Return the word right before a quotation, perhaps with a comma between."""
    i = q - 1 - (q > 0 and sentence[q - 1].text == ",")
    return i if i >= 0 and sentence[i].kind == WORD else None


def _is_quoted_word(sentence: list[Token], i: int, grammar: Grammar) -> bool:
    """`in her words, “...”`"""
    return i > 0 and sentence[i].low in grammar.spoken and sentence[i - 1].low in grammar.possessive


def _is_asked(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """`Asked “Will you resign?”, Roe waved`: no verb but a participle without subject leads to it."""
    start = _gap_start(sentence, q)
    verbs = [i for i in range(start, q) if grammar.says(sentence[i].low) or sentence[i].low in grammar.asked]
    if not verbs or sentence[verbs[-1]].low not in grammar.asked:
        return False
    at = verbs[-1]
    return at == start or sentence[at - 1].kind == STOP or sentence[at - 1].low in grammar.links


def _is_attribute(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """`a “No more dams” banner`, where no verb of saying leads to it."""
    if not q or q + 1 >= len(sentence) or sentence[q - 1].low not in grammar.determiners:
        return False
    behind = sentence[q + 1]
    is_noun = behind.kind == WORD and behind.low not in grammar.closed and behind.text[0].islower()
    return is_noun and _last_verb(sentence, _gap_start(sentence, q), q, grammar) is None


def _gap_start(sentence: list[Token], q: int) -> int:
    """Return where the words begin that stand between the quotation before and this one."""
    first = max(0, q - _BY_HAND)
    quoted = (i for i in range(q - 1, first - 1, -1) if sentence[i].kind == QUOTE)
    return next((i + 1 for i in quoted if sentence[i + 1].text != ":"), first)


def _read_before(sentence: list[Token], q: int, grammar: Grammar) -> Saying | None:
    start = _gap_start(sentence, q)
    verb = _last_verb(sentence, start, q, grammar)
    according = _according(sentence, start if verb is None else verb + 1, q, grammar)
    if according:
        return Saying(VERB, according)
    if verb is not None:
        return _said_by(sentence, verb, q, grammar)
    if start and _is_list(sentence, start, q, grammar):
        return Saying(LIST)
    if sentence[q - 1].text == ":" and q:
        return _introduced(sentence, start, q, grammar)
    return _in_words_of(sentence, q, grammar)


def _last_verb(sentence: list[Token], start: int, end: int, grammar: Grammar) -> int | None:
    verbs = (i for i in range(end - 1, start - 1, -1) if is_saying_verb(sentence, i, grammar))
    return next(verbs, None)


def _said_by(sentence: list[Token], verb: int, q: int, grammar: Grammar) -> Saying:
    """Return who is the subject of a verb, or, in the passive, who stands behind `by`."""
    low = sentence[verb].low
    if low == "saying" and verb and sentence[verb - 1].low == "as":
        return _quoted_as_saying(sentence, verb - 1, grammar)
    if _is_passive(sentence, verb, grammar):
        agent = q + 1 < len(sentence) and sentence[q + 1].low in _BY
        return Saying(VERB, phrase_behind(sentence, grammar, q + 2)) if agent else Saying(NOT_SAID)
    subject = subject_of(sentence, grammar, verb)
    return Saying(VERB, subject) if subject else Saying(ELIDED)


def _quoted_as_saying(sentence: list[Token], at: int, grammar: Grammar) -> Saying:
    """`Roe was quoted as saying` and `the paper quoted Roe as saying`: Roe says it."""
    if grammar.says(sentence[at - 1].low):
        return Saying(VERB, subject_of(sentence, grammar, at - 1))
    objects = find_phrases(sentence, grammar, 0, at)
    return Saying(VERB, objects[-1]) if objects else Saying(NOT_SAID)


def _is_passive(sentence: list[Token], verb: int, grammar: Grammar) -> bool:
    """`Roe was told`; a form of the present (`was saying`) is none."""
    i = verb - 1
    while i >= 0 and sentence[i].low in grammar.passed and sentence[i].low not in grammar.be:
        i -= 1
    is_participle = not sentence[verb].low.endswith("ing")
    return (
        is_participle
        and i >= 0
        and sentence[i].low in grammar.be
        and grammar.language in ("english", "german")
    )


def _according(sentence: list[Token], start: int, end: int, grammar: Grammar) -> Phrase | None:
    """Return who stands behind `according to` in sentence[start:end]."""
    for i in range(end - 1, start - 1, -1):
        at = _according_end(sentence, i, end, grammar)
        if at and not (sentence[i].low == "so" and i):
            return phrase_behind(sentence[:end], grammar, at)
    return None


def _according_end(sentence: list[Token], i: int, end: int, grammar: Grammar) -> int | None:
    for phrase in grammar.phrases:
        if tuple(token.low for token in sentence[i : min(end, i + len(phrase))]) == phrase:
            return i + len(phrase)
    return None


def _is_list(sentence: list[Token], start: int, q: int, grammar: Grammar) -> bool:
    """`“a farce” and “a waste”`: next to nothing stands between two quotations."""
    between = sentence[start:q]
    words = [token for token in between if token.kind == WORD and token.low not in grammar.closed]
    if any(token.text in _BREAKS or token.is_capitalised for token in between):
        return False
    return len(words) <= _LISTED_WORDS


def _introduced(sentence: list[Token], start: int, q: int, grammar: Grammar) -> Saying | None:
    """`Roe: “...”`, `Her answer was short: “...”`: who or what the words before a colon are about."""
    subject = main_subject(sentence[start:q], grammar, q - start)
    return subject and Saying(PLACE, _possessor(sentence[start:q], subject, grammar))


def _possessor(tokens: list[Token], phrase: Phrase, grammar: Grammar) -> Phrase:
    """Return Roe in `the answer of Roe` and `the reply came from Roe`, else the phrase."""
    if phrase.owner or phrase.name or not grammar.is_named(phrase.low, grammar.spoken):
        return phrase
    if phrase.end < len(tokens) and tokens[phrase.end].low in _OF:
        return read_phrase(tokens, grammar, phrase.end + 1, len(tokens)) or phrase
    return phrase


def _in_words_of(sentence: list[Token], q: int, grammar: Grammar) -> Saying | None:
    """`in Roe's words, “...”`"""
    at = _word_before(sentence, q)
    if at is None or sentence[at].low not in grammar.spoken:
        return None
    phrases = find_phrases(sentence, grammar, max(0, at - 4), at + 1)
    owned = phrases and (phrases[-1].owner or phrases[-1].determiner in grammar.possessive)
    return Saying(PLACE, phrases[-1]) if owned else None


def _read_after(sentence: list[Token], q: int, grammar: Grammar) -> Saying | None:
    """Return who is said, right behind a quotation, to say it."""
    i = q + 1
    dashed = comma = False
    while i < len(sentence) and (
        sentence[i].text == "," or sentence[i].text in _DASHES or sentence[i].text == "("
    ):
        comma, dashed = comma or sentence[i].text == ",", dashed or sentence[i].text != ","
        i += 1
    if i >= len(sentence) or sentence[i].kind != WORD:
        return None
    rest = sentence[i : i + _BY_HAND]
    ready = comma or dashed or sentence[q].low in _READY
    opens = _opens_sentence(sentence, q)
    return _attributed(rest, grammar, ready=ready, opens=opens) or (
        _signed(rest, grammar) if dashed else None
    )


def _opens_sentence(sentence: list[Token], q: int) -> bool:
    return all(token.kind != WORD for token in sentence[:q])


def _attributed(rest: list[Token], grammar: Grammar, *, ready: bool, opens: bool) -> Saying | None:
    at = _according_end(rest, 0, len(rest), grammar)
    if at:
        return Saying(VERB, phrase_behind(rest, grammar, at))
    if rest[0].low in _AS:
        rest = rest[1:]
    if not rest or rest[0].low in grammar.links or not (ready or opens):
        return None
    return (
        _subject_first(rest, grammar)
        or _verb_first(rest, grammar)
        or (_by_place(rest, grammar) if ready and opens else None)
    )


def _subject_first(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`Roe said`, `a spokesman for Roe, who is ill, said`, `a-t-elle dit`."""
    first = read_phrase(rest, grammar, _first_word(rest, grammar), len(rest))
    verb = first and _first_verb(rest, first.end, grammar)
    if not verb or _is_passive(rest, verb, grammar):
        return None
    subject = subject_of(rest, grammar, verb)
    same = subject and (subject.start == first.start or _is_apposed(rest, first, subject))
    return Saying(VERB, subject) if same else None


def _first_word(rest: list[Token], grammar: Grammar) -> int:
    """Return the first word that is no auxiliary, adverb or object pronoun."""
    i = 0
    while i < len(rest) - 1 and rest[i].low in grammar.passed and not rest[i].is_capitalised:
        i += 1
    return i


def _first_verb(rest: list[Token], start: int, grammar: Grammar) -> int | None:
    for i in range(start, len(rest)):
        if rest[i].kind == QUOTE or rest[i].text in _BREAKS or rest[i].text in (".", "!", "?"):
            return None
        if is_saying_verb(rest, i, grammar):
            return i
    return None


def _is_apposed(rest: list[Token], first: Phrase, subject: Phrase) -> bool:
    """`the mayor, Jane Roe, said`"""
    return subject.start == first.end + 1 and rest[first.end].text == ","


def _verb_first(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`said Roe`, `a déclaré Roe`, `expresó`."""
    verb = _first_word(rest, grammar)
    if not is_saying_verb(rest, verb, grammar):
        return None
    end = next((i for i in range(verb + 1, len(rest)) if rest[i].kind != WORD), len(rest))
    behind = phrase_behind(rest, grammar, verb + 1)
    if behind is None:
        free = [phrase for phrase in find_phrases(rest, grammar, verb + 1, end) if not phrase.governed]
        behind = free[0] if free else None
    return Saying(VERB, behind) if behind else Saying(ELIDED)


def _by_place(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`grinned Roe`, `Roe deadpanned`, `was the reply of Roe`: what stands where a verb of saying would."""
    if rest[0].low in grammar.be:
        behind = read_phrase(rest, grammar, 1, len(rest))
        titled = behind and grammar.is_named(behind.low, grammar.titled)
        return Saying(PLACE, _possessor_of(rest, behind, grammar)) if behind and not titled else None
    verb = _first_word(rest, grammar)
    if _is_open_word(rest[verb], grammar):
        behind = read_phrase(rest, grammar, verb + 1, len(rest))
        return Saying(PLACE, behind) if behind else None
    first = read_phrase(rest, grammar, 0, len(rest))
    acts = first and first.end < len(rest) and _is_open_word(rest[first.end], grammar)
    return Saying(PLACE, first) if acts and rest[-1] is not rest[first.end - 1] else None


def _possessor_of(rest: list[Token], phrase: Phrase, grammar: Grammar) -> Phrase:
    """Return Roe in `the reply of Roe`; the owner in `Roe's reply` is found later."""
    if not phrase.owner and phrase.end < len(rest) and rest[phrase.end].low in _OF:
        return read_phrase(rest, grammar, phrase.end + 1, len(rest)) or phrase
    return phrase


def _is_open_word(token: Token, grammar: Grammar) -> bool:
    return token.kind == WORD and token.text[0].islower() and token.low not in grammar.closed


def _signed(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`— Jane Roe, mayor of Elm`: a name behind a dash."""
    signature = read_phrase(rest, grammar, 0, len(rest))
    if signature is None or not signature.name or signature.determiner in grammar.possessive:
        return None
    ends = signature.end >= len(rest) or rest[signature.end].kind == STOP
    return Saying(PLACE, signature) if ends or is_name_of_two(signature) else None


def read_signature(line: list[Token], grammar: Grammar) -> Saying | None:
    """Return whose name opens a line behind a dash."""
    return _signed(line[1:], grammar) if len(line) > 1 and line[0].text in _DASHES else None


def _read_next(following: list[Token], grammar: Grammar) -> Saying | None:
    """`“Who pays?” Roe asked.`: a sentence of its own that holds nothing but the verb and its subject."""
    if not following or len(following) > 12 or any(t.kind == QUOTE or t.text == ":" for t in following):
        return None
    first = read_phrase(following, grammar, 0, len(following))
    verb = first and _first_verb(following, first.end, grammar)
    if not verb or subject_of(following, grammar, verb) != first:
        return None
    behind = following[verb + 1] if verb + 1 < len(following) else None
    return Saying(VERB, first) if behind is None or _adds_nothing(behind, grammar) else None


def _adds_nothing(token: Token, grammar: Grammar) -> bool:
    return token.kind == STOP or token.low in grammar.prepositions or token.low in grammar.passed
