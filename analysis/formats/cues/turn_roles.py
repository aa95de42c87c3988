"""Who of those who speak asks, who answers, and who only speaks: whom each label announces."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise, takewhile
from typing import NamedTuple

from analysis.errors import InputError
from analysis.formats.cues.beside_speaker import stands_beside
from analysis.formats.cues.cast import Kind
from analysis.formats.cues.label_shapes import ASKING
from analysis.formats.cues.people import (
    Speaker,
    find_full_names,
    group_people,
    is_title,
    surname_of,
    usual_names,
    without_brackets,
    words_of_name,
)
from analysis.formats.cues.shared_surnames import NOBODYS, doubt_shared, find_shared, words_without_titles
from analysis.formats.cues.speaker_labels import Opening
from analysis.formats.role_map import Doubt, Paragraph, Voice
from analysis.language import count_in_stretches

_LABELLED = re.compile(
    r":(?=(?:[^\S\n]+[^\s:]+){6})"
)  # `Chair: Ms Roe, you have five minutes.`, no list of who is who
_FAR = " 0" * 8  # more words than an office and its holder's name stand apart
_ASKS_AT_END = re.compile(r"[?？;؟][\"”’')\]*_\s]*$")
_ASKING_SHARE = 0.3  # of somebody's turns hold a question, where an interviewer's labels do not say so
GUESSED = "speaker guessed among voices without names"
_MOSTLY_ONCE = 0.8  # of the turns under numbered labels have a number of their own
_NUMBER = re.compile(r"\d+$")
_UNNAMED = (Kind.ANONYMOUS, Kind.OFFICE)
_TELLING = {"narrator"}  # who answers in oral history; beside the speaker's own name, who tells the story
_MOST_LISTED = 12
_LAST = 200  # characters of a turn in which a question is looked for
_FEWEST_TURNS = 4  # from which two words are taken for labels of who asks and who answers
_CLEARLY = 2.0  # times the words of the next voice


class Turn(NamedTuple):
    """What is said under one label: whose it is by name, its words, and whether it asks."""

    name: str
    n_words: int
    asks: bool


class Cast(NamedTuple):
    """The voice that each folded label announces, and what was guessed of them."""

    voices: dict[str, Voice]
    doubts: list[Doubt]


class Unlabelled(InputError):
    """The named speaker is none of those whose labels a text prints."""


def list_turns(text: str, paragraphs: list[Paragraph], openings: dict[int, Opening]) -> list[Turn]:
    """Return what is said under each label, in order."""
    starts = list(openings)
    spans = [
        _trim(text, openings[start].label.end, paragraphs[stop - 1].end)
        for start, stop in zip(starts, [*starts[1:], len(paragraphs)], strict=False)
    ]
    counts = count_in_stretches(text, [start for start, _ in spans], [end for _, end in spans]).tolist()
    names = [opening.name for opening in openings.values()]
    asks = [_asks(text[max(start, end - _LAST) : end]) for start, end in spans]
    return [Turn(*turn) for turn in zip(names, counts, asks, strict=True)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the white space at its edges."""
    said = text[start:end]
    end = start + len(said.rstrip())
    return max(start, end - len(said.strip())), max(start, end)


def _asks(last: str) -> bool:
    """Say whether a question stands in the last characters of a turn."""
    return "?" in last or "？" in last or bool(_ASKS_AT_END.search(last))


def assign_roles(
    text: str,
    paragraphs: list[Paragraph],
    openings: dict[int, Opening],
    speaker: Speaker,
    voices: dict[str, Voice],
) -> Cast:
    """Return the voice that each folded label announces, with a doubt where the speaker's was guessed.

    Raises Unlabelled, with the labels and their words, where the named speaker is none of them.
    """
    turns = list_turns(text, paragraphs, openings)
    kinds = {o.name: o.kind for o in openings.values()}
    printed = {o.name: o.label.name for o in openings.values()}
    people = _group(text, printed, speaker)
    kinds = share_kinds(kinds, people)
    own = _find_own(text, turns, kinds, printed, speaker, voices)
    persons = {people[label] for label in own}
    own |= {name for name, kind in kinds.items() if kind != Kind.ASKS and people[name] in persons}
    roles: dict[str, Voice] = {}
    asking = _find_asking(turns, kinds, own)
    names = usual_names(text)
    for name, kind in kinds.items():
        if kind == Kind.DECIDED:
            roles[name] = voices[name]
        elif name in own:
            roles[name] = Voice("answer", speaker.name)
        elif name in asking:
            roles[name] = ASKING
        else:
            roles[name] = Voice("other", _full_name(printed[name], names))
    guess = _find_named_above(text, turns, kinds, printed, speaker)
    shared = find_shared(printed, own, speaker)
    roles |= dict.fromkeys(shared & {name for name, kind in kinds.items() if kind != Kind.DECIDED}, NOBODYS)
    doubts = doubt_shared(openings, paragraphs, shared, speaker)
    return Cast(roles, doubts + _doubt_guess(openings, own, turns, printed, guess))


def _doubt_guess(
    openings: dict[int, Opening], own: set[str], turns: list[Turn], printed: dict[str, str], guess: str
) -> list[Doubt]:
    """Return a doubt if nothing but the way of speaking tells which voice is the speaker's.

    guess: the label that was told by its turns alone, as a word of an unknown language; '' for none.
    """
    labels = [o.label for o in openings.values() if o.name in own and (o.kind in _UNNAMED or o.name == guess)]
    if not labels:
        return []
    decided = f"{labels[0].name} answers, and is the speaker; the labels are {_list_words(turns, printed)}"
    remedy = f'name the speaker: --label "{labels[0].name}=answer", or a row of decisions/speakers.csv'
    return [Doubt(labels[0].start, labels[0].end, GUESSED, decided, remedy)]


def share_kinds(kinds: dict[str, Kind], people: dict[str, str]) -> dict[str, Kind]:
    """Give all labels of one person what one of them says: `GUO` asks where `JEFF GUO, HOST` stands."""
    said: dict[str, Kind] = {}
    for name, person in people.items():
        if kinds[name] in (Kind.ASKS, Kind.SPEAKER):
            said[person] = kinds[name]
    unsaid = (Kind.PERSON, Kind.ANONYMOUS)
    return {n: said.get(people[n], kind) if kind in unsaid else kind for n, kind in kinds.items()}


def _full_name(printed: str, names: dict[str, str]) -> str:
    """Return a person's name as the text prints it in full elsewhere, or as the label prints it."""
    bare = without_brackets(printed).split(",")[0]
    name = names.get(surname_of(bare), "")
    if name and set(words_without_titles(bare)) <= set(words_of_name(name)):
        return name
    return printed.title() if printed.isupper() else printed


def _find_own(
    text: str,
    turns: list[Turn],
    kinds: dict[str, Kind],
    printed: dict[str, str],
    speaker: Speaker,
    voices: dict[str, Voice],
) -> set[str]:
    """Return the labels of the studied speaker: by name, else by office, word, short name or elimination."""
    own = {name for name, kind in kinds.items() if kind == Kind.SPEAKER}
    own |= {name for name, kind in kinds.items() if kind == Kind.DECIDED and voices[name].role == "answer"}
    answering = {name for name, kind in kinds.items() if kind == Kind.ANSWERS}
    if sum(turn.name in own for turn in turns) > 1:
        answering -= _TELLING
    if own:
        others = {n for n, k in kinds.items() if k in (Kind.PERSON, Kind.ANONYMOUS, Kind.OFFICE)}
        alone = len(answering) == 1 and (
            not others or _count_said(turns, own) < _count_said(turns, answering)
        )
        alone = alone and not _take_turns(turns, own, answering)
        own |= _find_offices(kinds, printed, own)
        return own | answering if alone else own
    offices = {name for name, kind in kinds.items() if kind == Kind.OFFICE}
    said_of = {name for name in offices if _is_office_of(text, printed[name], speaker)}
    hinted = {n for n, k in kinds.items() if k == Kind.PERSON and speaker.is_hinted_by(printed[n])}
    hinted = {n for n in hinted if len(n) > 1 or len(hinted) == 1}
    voiced = {name for name in offices if not _asks_mostly(turns, name)}
    for found in (said_of, hinted, answering, set() if answering else voiced):
        if len(found) == 1:
            return found
    if answering and not any(char.isdigit() for name in answering for char in name):
        return answering  # `A.` and `THE WITNESS:` are one voice; a second one would bear a number
    asking = {name for name, kind in kinds.items() if kind == Kind.ASKS}
    if _count_turns(turns, answering) and _count_turns(turns, asking):
        return answering
    anonymous = {name for name, kind in kinds.items() if kind in (Kind.ANONYMOUS, Kind.ANSWERS)}
    if anonymous and (guess := _guess_answering([t for t in turns if t.name in anonymous])):
        return {guess}
    if guess := _find_named_above(text, turns, kinds, printed, speaker):
        return {guess}
    people = [turn.name for turn in turns if kinds[turn.name] == Kind.PERSON]
    if speaker.name and len(people) > len(set(people)):
        raise Unlabelled(_list_voices(turns, printed, speaker))
    return set()


def _take_turns(turns: list[Turn], own: set[str], others: set[str]) -> bool:
    """Say whether some labels stand next to the speaker's: then another person bears them."""
    return any({a.name, b.name} & own and {a.name, b.name} & others for a, b in pairwise(turns))


def _group(text: str, printed: dict[str, str], speaker: Speaker) -> dict[str, str]:
    """Return the person behind each label; `Adviser to Roe` is no longer name of Roe's."""
    beside = {label: label for label, name in printed.items() if stands_beside(name, speaker)}
    named = {label: name for label, name in printed.items() if label not in beside}
    return group_people(named, find_full_names(text)) | beside


def _count_turns(turns: list[Turn], names: set[str]) -> bool:
    """Say whether the numbers of some labels count turns, and tell no voices apart: `Answer 1`, `Answer 2`."""
    numbers = [int(n.group()) for turn in turns if turn.name in names and (n := _NUMBER.search(turn.name))]
    return len(numbers) > 1 and len(names) >= _MOSTLY_ONCE * len(numbers) and numbers == sorted(numbers)


def _find_offices(kinds: dict[str, Kind], printed: dict[str, str], own: set[str]) -> set[str]:
    """Return offices that stand before the speaker's name in a label, and before nobody else's: `The President`."""
    before = {name: " ".join(_titles_of(printed[name])) for name in kinds}
    offices = {name for name, kind in kinds.items() if kind == Kind.OFFICE}
    others = {before[name] for name in kinds.keys() - own - offices}
    held = {before[name] for name in own} - others - {""}
    return {name for name in offices if before[name] in held}


def _titles_of(printed: str) -> list[str]:
    """Return the folded titles that a label opens with."""
    words = [word for word in words_of_name(without_brackets(printed)) if word != "the"]
    return list(takewhile(is_title, words))


def _find_named_above(
    text: str, turns: list[Turn], kinds: dict[str, Kind], printed: dict[str, str], speaker: Speaker
) -> str:
    """Return the label of the speaker whom the top of a text names, where words of a language unknown here label turns.

    Two labels of one word, of which the top says nothing, are a word for who asks and one for who answers; '' where
    labels, or turns that ask, do not tell.
    """
    words = {name: printed[name] for name in kinds if " " not in printed[name].strip()}
    if (
        len(kinds) != 2
        or len(words) != 2
        or len(turns) < _FEWEST_TURNS
        or set(kinds.values()) != {Kind.PERSON}
    ):
        return ""
    top = text[: min(text.find(word) for word in words.values())]
    if not speaker.name or speaker.name.casefold() not in top.casefold():
        return ""
    asking = [name for name in words if _asks_mostly(turns, name)]
    return _guess_answering(turns) if len(asking) == 1 else ""


def _list_words(turns: list[Turn], printed: dict[str, str]) -> str:
    """Return the labels, with their turns and words, those who say most first."""
    words: Counter[str] = Counter()
    often = Counter(turn.name for turn in turns)
    for turn in turns:
        words[turn.name] += turn.n_words
    return "; ".join(
        f"{printed[name]} ({often[name]} turns, {n:,} words)" for name, n in words.most_common(_MOST_LISTED)
    )


def _list_voices(turns: list[Turn], printed: dict[str, str], speaker: Speaker) -> str:
    listed = _list_words(turns, printed)
    return (
        f"no label names {speaker.name}; the labels are {listed}: name one of these as the speaker, or decide "
        'what a label announces (--label "TEXT=ROLE", or a row of decisions/speakers.csv).'
    )


def _is_office_of(text: str, office: str, speaker: Speaker) -> bool:
    """Say whether a text prints an office right before or behind the speaker's surname, with given names between."""
    words = [word for word in words_of_name(without_brackets(office)) if word != "the"]
    if not words or not speaker.family:
        return False
    run, surname = r"\W+".join(map(re.escape, words)), re.escape(speaker.family[-1])
    near = rf"\b{run}\b(?:\W+\w+){{0,6}}?\W+{surname}\b|\b{surname}\b(?:\W+\w+){{0,3}}?\W+{run}\b"
    return bool(re.search(near, fold_label_text(text)))


def fold_label_text(text: str) -> str:
    """Return the top of a text as folded names are compared with it; whom a labelled turn addresses is far off."""
    return " ".join(words_of_name(_LABELLED.sub(_FAR, text[:4000])))


def _count_said(turns: list[Turn], names: set[str]) -> int:
    return sum(turn.n_words for turn in turns if turn.name in names)


def _asks_mostly(turns: list[Turn], name: str) -> bool:
    mine = [turn for turn in turns if turn.name == name]
    return sum(turn.asks for turn in mine) > len(mine) / 2


def _guess_answering(turns: list[Turn]) -> str:
    """Return the voice that says most and asks least, '' where two are alike."""
    words, asked, often = Counter(), Counter(), Counter()
    for turn in turns:
        words[turn.name] += turn.n_words
        asked[turn.name] += turn.asks
        often[turn.name] += 1
    share = {name: asked[name] / often[name] for name in words}  # of a voice's turns, that ask
    answering = [name for name in words if share[name] < 1 / 2 or len(words) == 1]
    ranked = sorted(answering, key=lambda name: (-words[name], name))
    if len(ranked) < 2:
        return ranked[0] if ranked else ""
    most, next_most = ranked[:2]
    if words[most] >= _CLEARLY * words[next_most]:
        return most
    asks_less, asks_more = sorted([most, next_most], key=share.get)
    is_plain = share[asks_more] - share[asks_less] > _ASKING_SHARE
    return asks_less if is_plain and len(words) == 2 else ""


def _find_asking(turns: list[Turn], kinds: dict[str, Kind], own: set[str]) -> set[str]:
    """Return the labels of those who ask.

    Words for who asks always do. Where a text has such a label, a person asks whose turns mostly hold a
    question; where it has none, whoever asks in a good part of the turns, or is the only other voice.
    """
    asks = {name for name, kind in kinds.items() if kind == Kind.ASKS}
    others = {n for n, k in kinds.items() if n not in own and k not in (Kind.ASKS, Kind.DECIDED)}
    often, asking = Counter(t.name for t in turns), Counter(t.name for t in turns if t.asks)
    before_own = _count_before(turns, own)
    if len(others) == 1 and not asks and own:
        return others
    labelled = bool(asks)
    share = 0.5 if labelled else _ASKING_SHARE
    for name in others:
        asked = asking[name] / often[name] >= share
        answered = before_own[name] >= 0.5 * often[name]
        always_answered = before_own[name] == often[name] == 1
        if asked and answered if labelled else asked or always_answered:
            asks.add(name)
    return asks


def _count_before(turns: list[Turn], own: set[str]) -> Counter[str]:
    """Count how often the studied speaker speaks right after each other voice."""
    counts: Counter[str] = defaultdict(int)
    for turn, following in pairwise(turns):
        counts[turn.name] += following.name in own
    return counts


def guess_own(turns: list[Turn], kinds: dict[str, Kind]) -> str:
    """Return the folded label of whoever is asked and says most, '' where nobody clearly does.

    A chair who gives the floor is not asked where people with names speak.
    """
    named = any(kind in (Kind.PERSON, Kind.SPEAKER) for kind in kinds.values())
    passed_over = (Kind.ASKS, Kind.OFFICE) if named else (Kind.ASKS,)
    return _guess_answering([turn for turn in turns if kinds[turn.name] not in passed_over])
