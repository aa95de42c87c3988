"""How a report introduces persons: `the minister, Jane Roe`, `Roe, a fisherman`, `Roe, who`, `she`."""

from __future__ import annotations

from itertools import chain, pairwise

from analysis.formats.cues.clauses import Token, read_words
from analysis.formats.cues.noun_phrases import Phrase, find_phrases, names_somebody, read_phrase
from analysis.formats.cues.offices import Office, find_offices, read_office, words_between
from analysis.formats.cues.people import Speaker, fold_name, words_of_name
from analysis.formats.cues.persons import (
    People,
    gender_of_article,
    gender_of_noun,
    gender_of_pronoun,
    gender_of_surname,
    gender_of_verb,
    is_personal,
    is_plural,
)
from analysis.formats.cues.saying_verbs import Grammar, grammar_of_language
from analysis.formats.cues.subjects import first_word, is_saying_verb, subject_of

_HAS = frozenset(["has", "had"])
_BEFORE = 10  # words before a name that may hold a noun for it
_NOUN_VOTES = 3  # a noun shows a gender better than a pronoun, which may be another's
_ARTICLE_VOTES = 4
_SURNAME_VOTES = 10  # a woman may be called by a man's noun, hardly by a man's surname


def learn_people(sentences: list[list[Token]], speaker: Speaker, grammar: Grammar) -> People:
    """Return the persons whom the sentences of a report introduce."""
    people = People(speaker, grammar)
    people.add_gender(speaker.name, gender_of_surname(speaker.name, grammar), _SURNAME_VOTES)
    for word in words_of_name(speaker.office):
        people.add_noun(speaker.name, word)
    _learn_office_of(people, speaker)
    for token, behind in pairwise(chain.from_iterable(sentences)):
        if token.low not in grammar.titles and behind.low not in grammar.impersonal:  # `M. Arden`, `il faut`
            people.add_gender("", gender_of_pronoun(token.low, grammar))
    sentences = [sentence for sentence in sentences if names_somebody(sentence, grammar)]
    phrases = [find_phrases(sentence, grammar, 0, len(sentence)) for sentence in sentences]
    for found in phrases:
        _learn_names(people, found)
    for sentence in sentences:
        _learn_sayers(people, sentence)
    for sentence, found in zip(sentences, phrases, strict=True):
        _learn_nouns(people, sentence, found)
        _learn_offices(people, sentence, found)
        _learn_genders(people, sentence, found)
    return people


def _learn_names(people: People, phrases: list[Phrase]) -> None:
    for phrase in phrases:
        if people.is_name(phrase.name):
            people.add_name(phrase.name)


def _learn_sayers(people: People, sentence: list[Token]) -> None:
    """Learn who says something in a sentence, by one name alone if that is all there is (`Anna said`)."""
    verbs = (i for i in range(len(sentence)) if is_saying_verb(sentence, i, people.grammar))
    for verb in verbs:
        subject = subject_of(sentence, people.grammar, verb)
        if subject is None or subject.determiner or not subject.name or _is_office(sentence, subject, people):
            continue
        if len(subject.name) == 1 and subject.name[0] is not sentence[0]:
            people.add_name(subject.name)
        name = people.name_of(subject.name)
        people.add_act(name)
        people.add_gender(name, gender_of_surname(subject.name[-1].text, people.grammar), _SURNAME_VOTES)
        people.add_gender(name, gender_of_verb(sentence[verb].low, people.grammar), _NOUN_VOTES)


def _is_office(sentence: list[Token], phrase: Phrase, people: People) -> bool:
    """Say whether the capital in a phrase is an office's: `глава Минфина`."""
    office = read_office(sentence, phrase.start, people.grammar)
    return office is not None and office.end >= phrase.end


def _learn_nouns(people: People, sentence: list[Token], phrases: list[Phrase]) -> None:
    """Learn what the persons of a sentence are called."""
    for phrase in phrases:
        name = people.name_of(phrase.name)
        if name:
            _call(people, name, phrase)
            for noun in _nouns_beside(people.grammar, sentence, phrase):
                if noun.determiner or not people.name_of(noun.name):
                    _call(people, name, noun)
        short = len(phrase.name or phrase.owner) == 1
        if short or (name and _mark_at(sentence, phrase.end + 1) in people.grammar.whose):
            people.add_act(people.name_of(phrase.name or phrase.owner))


def _learn_office_of(people: People, speaker: Speaker) -> None:
    """Learn the office that the list of sources gives the speaker, in the language of the text or in English."""
    for grammar in (people.grammar, grammar_of_language("english")):
        words = read_words(speaker.office, 0, len(speaker.office), grammar)
        for office in find_offices(words, grammar):
            people.add_office(speaker.name, office.office, office.places)


def _learn_offices(people: People, sentence: list[Token], phrases: list[Phrase]) -> None:
    """Learn the offices of the persons of a sentence who are named right beside them."""
    offices = find_offices(sentence, people.grammar)
    named = [(phrase.end, phrase.name) for phrase in phrases if offices and phrase.name]
    for office in offices:
        for end, words in named:
            _learn_holder(people, sentence, office, end, words)


def _learn_holder(
    people: People, sentence: list[Token], office: Office, end: int, words: tuple[Token, ...]
) -> None:
    """Learn that some words name who holds an office, if they do. end: where they end."""
    start = end - len(words)
    name = people.name_of(words)
    full = start + len(words) - len(words_of_name(name)) if name else start
    between = words_between(sentence, office, max(start, full), end, people.grammar)
    if name and between is not None:
        capitals = [token.low for token in between if token.is_capitalised]
        people.add_office(name, office.office, (*office.places, *capitals))


def _call(people: People, name: str, noun: Phrase) -> None:
    """Note the words of a phrase that are not the name itself, and the gender they show."""
    known = words_of_name(name)
    lows = [word.low for word in noun.words if fold_name(word.text) not in known]
    several = [i for i, low in enumerate(lows) if is_plural(low, people.grammar)]
    lows = lows[several[-1] + 1 :] if several else lows  # `forty teachers accuse Mayor Roe`
    for low in lows:
        people.add_noun(name, low)
        if is_personal(low, people.grammar):
            people.add_gender(name, gender_of_noun(low, people.grammar), _NOUN_VOTES)
    if lows:
        people.add_gender(name, gender_of_article(noun.determiner, people.grammar), _ARTICLE_VOTES)


def _nouns_beside(grammar: Grammar, sentence: list[Token], phrase: Phrase) -> list[Phrase]:
    """Return the phrases that say what somebody is: beside a comma, behind `as` and `is`."""
    found: list[Phrase | None] = []
    if _mark_at(sentence, phrase.start - 1) == ",":
        found += _nouns_before(grammar, sentence, phrase)
    if _mark_at(sentence, phrase.end) == ",":
        found.append(read_phrase(sentence, grammar, phrase.end + 1, len(sentence)))
    elif _mark_at(sentence, phrase.end) in grammar.be | _HAS:
        found.append(_predicate(grammar, sentence, phrase.end))
    return [noun for noun in found if noun and not _does_something(grammar, sentence, noun)]


def _nouns_before(grammar: Grammar, sentence: list[Token], name: Phrase) -> list[Phrase]:
    """`The master of Elm, Jane Roe, said`, `as minister, Jane Roe said`."""
    comma = name.start - 1
    ahead = find_phrases(sentence, grammar, max(0, comma - _BEFORE), comma)
    is_apposed = _mark_at(sentence, name.end) in (",", ".", ":", "")
    free = [phrase for phrase in ahead if not phrase.governed][-1:] if is_apposed else []
    as_noun = [p for p in ahead[-1:] if p.governed and _mark_at(sentence, p.start - 1) in grammar.likened]
    return [*free, *as_noun]


def _predicate(grammar: Grammar, sentence: list[Token], i: int) -> Phrase | None:
    while i < len(sentence) and sentence[i].low in grammar.be | grammar.passed:
        i += 1
    return read_phrase(sentence, grammar, i, len(sentence))


def _does_something(grammar: Grammar, sentence: list[Token], noun: Phrase) -> bool:
    """`Roe, the embassy said`: what has a verb of its own is no apposition."""
    verb = first_word(sentence, grammar, noun.end)
    return verb < len(sentence) and grammar.says(sentence[verb].low)


def _learn_genders(people: People, sentence: list[Token], phrases: list[Phrase]) -> None:
    """Learn from the pronouns behind the only name of a sentence, where it is a subject's."""
    grammar = people.grammar
    genders = [(i, gender_of_pronoun(token.low, grammar)) for i, token in enumerate(sentence)]
    genders = [(i, gender) for i, gender in genders if gender]
    named = [(phrase, name) for phrase in phrases if (name := people.name_of(phrase.name))] if genders else []
    free = [phrase.end for phrase, _ in named if not phrase.governed]
    if free and len({name for _, name in named}) == 1:
        for gender in (gender for i, gender in genders if i >= free[0]):
            people.add_gender(named[0][1], gender)


def _mark_at(sentence: list[Token], i: int) -> str:
    return sentence[i].low if 0 <= i < len(sentence) else ""
