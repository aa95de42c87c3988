"""What somebody else writes or says to the speaker: `Dear Ms Roe, ...`, `Thank you, Mr Roe.`, `... — J. Doe`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from analysis.formats.cues.cast import is_person
from analysis.formats.cues.front_matter import SALUTATION, is_addressed_to
from analysis.formats.cues.people import FULL_NAME, Speaker, fold_name, is_title
from analysis.formats.cues.questions import is_to_somebody
from analysis.formats.cues.stage_directions import is_known_direction
from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in

_REMEDY = "if the speaker says it, add a row to decisions/places.csv"
_UNNAMED = Voice("other", "")
# `... Is it cruel? — J. Doe, Elm`, `... (Name withheld)`
_SIGNED = re.compile(r"[.!?…][\"”»]?\s+(?:[–—-]{1,2}\s?|\()(?P<who>[^\W\d_a-z][^!?…()\n]{0,63})\)?\s*$")
_SIGNATURE = re.compile(r"[–—-]{1,2}\s?(?P<who>[^\W\d_a-z][^!?…()\n]{1,60})$")
_REACH, _SIGN_WORDS = 90, 8
_NO_NAME = re.compile(
    r"(?:[^\W\d_a-z]\w+\s(?:in|from|of|aus|de|en|da|из)\s[^\W\d_a-z]\w+$)"
    r"|(?i:(?:name|address)\s(?:and\saddress\s)?(?:withheld|supplied)|anonym|a\sreader|name\s(?:ist\s)?der\sredaktion)"
)
_THANKED = r"(?:thank\s(?:you|s)|thanks|welcome|good\s(?:morning|evening|afternoon)|danke|merci|gracias|grazie|спасибо)"
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]")
_INITIALS = re.compile(r"[–—(-]\s?(?:[^\W\d_a-z]\.\s?){1,3}\)?$")
_LETTER_WORDS = 400
_TURN_WORDS = 60


def assign_addressed(
    role_map: RoleMap, bodies: Sequence[str], open_to: Sequence[int], speaker: Speaker
) -> set[int]:
    """Take from the speaker what is written or said to the speaker by name, or signed by somebody else.

    open_to: the paragraphs that no label gives to anybody. Each is doubted. Returns the paragraphs taken.
    """
    taken: set[int] = set()
    for i, why in _find_anothers(bodies, open_to, speaker):
        start, end = role_map.paragraphs[i]
        if i not in taken and role_map.voice_at(end - 1).role == "answer":
            role_map.assign(start, end, _UNNAMED)
            role_map.doubt(start, end, "another voice", decided=f"{why}: it is nobody's", remedy=_REMEDY)
            taken.add(i)
    return taken


def _find_anothers(
    bodies: Sequence[str], open_to: Sequence[int], speaker: Speaker
) -> Iterator[tuple[int, str]]:
    may_take = set(open_to)
    often = sum(_ends_signed(bodies[i]) is not None for i in open_to) > 1
    for i in open_to:
        body = bodies[i]
        if _is_signed(body, speaker, often=often):
            yield i, "somebody else signs it"
            if _SIGNATURE.fullmatch(body) and i - 1 in may_take:
                yield i - 1, "somebody else signs it"
        elif (speaker.is_mentioned_in(body) or SALUTATION.match(body)) and _is_to(body, speaker):
            yield i, "it speaks to the speaker by name"


def _ends_signed(body: str) -> re.Match[str] | None:
    """Return what stands behind the last sentence of a paragraph as a signature does."""
    if ends_as_sentence(body) and not _INITIALS.search(body[-12:]):
        return None
    body = body.rstrip("*_ ")
    found = _SIGNED.search(body[-_REACH:]) or _SIGNATURE.fullmatch(body)
    return found if found and count_words_in(found["who"]) <= _SIGN_WORDS else None


def _is_signed(body: str, speaker: Speaker, *, often: bool) -> bool:
    """Say whether a paragraph ends with somebody else's name behind its last sentence, or is such a name.

    often: paragraphs end so again and again; then any few words sign.
    """
    found = _ends_signed(body)
    if not found:
        return False
    if often and not speaker.is_mentioned_in(found["who"]) and not is_known_direction(found["who"]):
        return True
    name = FULL_NAME.match(found["who"])
    named = name is not None and is_person(name.group()) and not speaker.is_named_by(name.group())
    return named or bool(_NO_NAME.match(found["who"]))


def _is_to(body: str, speaker: Speaker) -> bool:
    """Say whether a paragraph opens as a letter to the speaker does, or calls the speaker by name."""
    opens = SALUTATION.match(body)
    if opens and is_addressed_to(opens.group(), speaker):
        return count_words_in(body) <= _LETTER_WORDS
    if count_words_in(body) > _TURN_WORDS:
        return False
    unquoted = _QUOTED.sub(" ", body)
    called = _calls(speaker.family[-1] if speaker.family else "")
    return any(_is_call(found, unquoted, speaker) for found in called.finditer(fold_name(unquoted)))


@lru_cache(maxsize=64)
def _calls(surname: str) -> re.Pattern[str]:
    """Return what finds a surname between marks: `Mr Roe, ...`, `..., Jane Roe?`, `Thank you, Ms Roe.`"""
    return re.compile(
        rf"(?P<before>(?:^\W*|[.!?…]\s|,\s|\b{_THANKED},?\s))(?P<names>(?:[^\W\d_][\w’'.-]{{0,20}}\s){{0,3}}){re.escape(surname)}"
        r"(?P<behind>\s?(?:[,.!?…;]|$))"
    )


def _is_call(found: re.Match[str], body: str, speaker: Speaker) -> bool:
    """Say whether a name between marks is called: behind a title, the given name or a thanks, and `you` about."""
    words = [word.strip(".") for word in found["names"].split()]
    is_called_so = all(is_title(word) or word in speaker.given for word in words)
    is_inside = "," in found["before"] and found["behind"].strip().startswith(
        ","
    )  # `..., Roe, ...` may be told of
    if not is_called_so or is_inside:
        return False
    is_thanked = len(found["before"].strip()) > 1
    return is_thanked or (bool(words) and is_to_somebody(body))
