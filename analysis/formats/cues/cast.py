"""What the name of a label says by itself: a word for who asks, a name, an office, nobody."""

from __future__ import annotations

import re
from enum import Enum

from analysis import language
from analysis.formats.cues.beside_speaker import ADDRESSES, stands_beside
from analysis.formats.cues.described_voices import describes_somebody
from analysis.formats.cues.label_shapes import Label
from analysis.formats.cues.people import (
    FULL_NAME,
    Speaker,
    fold_label,
    fold_list,
    is_title,
    without_brackets,
    words_of_name,
)
from analysis.formats.role_map import Voice
from analysis.language import ANONYMOUS, ANSWERS, ASKED, ASKS, NOBODY, PARTICLES

_ASKS, _ANSWERS, _ANONYMOUS, _NOBODY = map(fold_list, (ASKS, ANSWERS, ANONYMOUS, NOBODY))
_ASKED_WORDS = fold_list(ASKED)
_COUNTED = language.word_set(
    "first second third fourth next last another follow-up final listener reader viewer user"
)
_ASKING_WORDS, _SOME_WORDS = 6, 4
# Behind a name and a comma: `JEFF LORN, HOST`, `Mara Holt, moderator`.
_HOSTING = language.word_set("host cohost anchor moderator presenter interviewer")
_LISTED = language.word_set("questions fragen preguntas domande вопросы")  # `Questions to Jane Roe:`
_SERVED = language.word_set("press media student")
_LINKS = PARTICLES | language.word_set("of for the and at in from to on pro tem tempore")
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|los|las|il|lo|gli)\s+|^l'")
_IN_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NUMBER = re.compile(r"(?:\s(?:no|nr|num|n))?[\s_.#-]*\d+$|[\s_-]+[A-Za-z]$")
_UNNAMED = language.word_set(
    "unidentified unknown male female man woman voice voices participant audience all both floor crowd several"
)


class Kind(Enum):
    """What a label's name says by itself."""

    DECIDED = "decided by a row of speakers.csv"
    SPEAKER = "names the speaker"
    ASKS = "a word for who asks"
    ANSWERS = "a word for who answers"
    OFFICE = "an office without a name"
    ANONYMOUS = "a voice without a name"
    PERSON = "may be somebody's name"
    NOBODY = "names nobody"


ASKING_LABEL = (Kind.ASKS,)
ANSWERING = (Kind.DECIDED, Kind.SPEAKER, Kind.ANSWERS, Kind.OFFICE, Kind.ANONYMOUS)


def find_kind(label: Label, speaker: Speaker, voices: dict[str, Voice]) -> Kind:
    """Return what the name of a label says by itself. voices: decided labels, folded."""
    printed = fold_label(label.name)
    if printed in voices:
        return Kind.DECIDED
    name = _without_article(printed)
    words = _without_article(" ".join(words_of_name(without_brackets(label.name).replace("_", " ")))).split()
    if not words:
        return Kind.NOBODY
    if speaker.is_named_by(label.name) and not stands_beside(label.name, speaker):
        return Kind.SPEAKER
    bare = _NUMBER.sub("", name) or name
    if words[0] in _LISTED and stands_beside(label.name, speaker):
        return Kind.ASKS
    if bare in _ANSWERS or (words[0] in _ANSWERS - {"a", "narrator", "witness"} and len(words) < 3):
        return Kind.ANSWERS
    if all(word in _ANONYMOUS for word in bare.split()):
        return Kind.ANONYMOUS
    if (words[0] in _ASKS or bare in _ASKS) and len(words) <= _ASKING_WORDS and not _serves(words):
        return Kind.ASKS
    if words[-1] in _ASKED_WORDS and len(words) < _SOME_WORDS and _is_crowd(words[:-1]):
        return Kind.ASKS
    if any(word in _HOSTING for word in words_of_name(_describe(label))):
        return Kind.ASKS
    if (
        label.shape == "alone" and label.marked and " " not in label.name
    ):  # a name of a chat: `editor_jo 9:05`
        return Kind.PERSON
    if name in _NOBODY or (words[0] in _NOBODY - _LINKS and len(words) < _SOME_WORDS):
        return Kind.NOBODY
    if all(is_title(word) or word in _LINKS for word in words) and any(is_title(word) for word in words):
        return Kind.OFFICE
    return Kind.PERSON


def _is_crowd(words: list[str]) -> bool:
    """`Audience question`, `Listener question`, `Next question`: no `German question`."""
    return bool(words) and all(word in _UNNAMED or word in _ASKS or word in _COUNTED for word in words)


def _without_article(printed: str) -> str:
    """Return a folded label without its article: `the moderator`, `la journaliste`, `der Reporter`."""
    return _ARTICLE.sub("", printed) or printed


def _describe(label: Label) -> str:
    """Return what stands behind a name's comma and in brackets: `Mara Holt (moderator)`."""
    return " ".join([label.name.partition(",")[2], label.aside, *_IN_BRACKETS.findall(label.name)])


def _serves(words: list[str]) -> bool:
    """Say whether words open with an office that serves who asks: `Press Secretary Ollo`."""
    return words[0] in _SERVED and any(map(is_title, words[1:2]))


def is_person(name: str) -> bool:
    """Say whether a printed name is somebody's by its form: two names or more, or a title and a name.

    `Middle East` has that form as well, so words that everybody knows (written small they stand in the
    dictionary) are no names unless a title stands before them.
    """
    if describes_somebody(name):
        return True
    bare = without_brackets(name).split(",")[0].replace("_", " ").strip()
    words = words_of_name(bare)
    if not words:
        return False
    named = [word for word in words if not is_title(word) and word not in _LINKS]
    if not named or words[0] in _LINKS - PARTICLES or words[0] in language.FUNCTION_WORDS:
        return False
    if words[0] in _UNNAMED or (bare.isupper() and any(word in _UNNAMED for word in words)):
        return True
    if words[0] in ADDRESSES and len(words) > 1:
        return True
    titled = is_title(words[0]) and words[0] != "the"
    if titled:
        in_capitals = any(len(word) > 1 and word.isupper() for word in bare.split())
        return not all(_is_common(word) for word in named) or in_capitals
    looks = FULL_NAME.fullmatch(bare) or (bare.isupper() and len(words) > 1)
    return bool(looks) and len(named) <= 5 and not all(_is_common(word) for word in named)


def _is_common(word: str) -> bool:
    """Say whether a folded word is one that dictionaries list, and so may be no name."""
    return not language.is_proper(word)
