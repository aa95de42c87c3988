"""Letters of several people in one text: heads of e-mails, lines that `>` quotes, words that a line introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.formats.cues.cast import is_person
from analysis.formats.cues.front_matter import SALUTATION, is_addressed_to
from analysis.formats.cues.people import FULL_NAME, Speaker
from analysis.formats.cues.questions import is_to_somebody
from analysis.formats.role_map import APPARATUS, NARRATION, RoleMap, Voice
from analysis.language import count_words_in

_HEAD = re.compile(
    r"\W*(?P<key>from|to|cc|bcc|date|sent|subject|re|reply-to|von|an|datum|gesendet|betreff|de|à|objet|envoyé|date"
    r"|para|fecha|asunto|da|a|oggetto|от|кому|дата|тема)\s?:\s(?P<value>.*)",
    re.IGNORECASE,
)
_RULE = re.compile(r"\W*[-_–—]{3,}")
_SENDER = frozenset(("from", "von", "de", "da", "от"))
_QUOTED = re.compile(r">\s?\S")
# `On Monday, Jane Roe wrote:`, `Roe's rival, John Doe, answered in a letter:`
_SAYS = re.compile(
    r"\b(?:wrote|writes|answer(?:ed|s)|repli(?:ed|es)|said|says|told|respond(?:ed|s)|explain(?:ed|s)|react(?:ed|s)"
    r"|add(?:ed|s)|comment(?:ed|s)|object(?:ed|s)|(?:dis)?agree(?:d|s)|reply|answer|response|comment|statement|letter|post"
    r"|message|note|schrieb|antwortete|a écrit|a répondu|escribió|respondió|ha scritto"
    r"|ha risposto|написал[аи]?|ответил[аи]?)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:I|[Ww]e|me|us)\b")
_MOST_WORDS = 30
_REMEDY = "if the speaker says it, add a row to decisions/places.csv"


def assign_letters(role_map: RoleMap, bodies: Sequence[str], speaker: Speaker) -> set[int]:
    """Take from the speaker what others write in letters that the text prints, with a doubt each.

    Returns the paragraphs whose author is known.
    """
    taken = set(_assign_mails(role_map, bodies, speaker))
    taken |= set(_assign_addressed(role_map, bodies, speaker))
    introduced = _find_introduced(bodies, speaker)
    for i in introduced:
        role_map.assign(*role_map.paragraphs[i], NARRATION)
        taken |= set(_give(role_map, _list_letter(bodies, i + 1), "a line above names somebody else"))
    if any(is_to_somebody(bodies[i]) or speaker.is_mentioned_in(bodies[i]) for i in _find_quoted(bodies)):
        taken |= set(_give(role_map, _find_quoted(bodies), "it is quoted from a letter to somebody"))
    return taken | set(introduced)


def _assign_mails(role_map: RoleMap, bodies: Sequence[str], speaker: Speaker) -> Iterator[int]:
    """Give what stands behind the head of an e-mail to who sends it; yield the numbers of its paragraphs."""
    heads = {i: match for i, body in enumerate(bodies) if (match := _HEAD.fullmatch(body))}
    heads = {i: match for i, match in heads.items() if i - 1 in heads or i + 1 in heads}
    rules = {i for i, body in enumerate(bodies) if i + 1 in heads and _RULE.match(body)}
    sender = ""
    for i, paragraph in enumerate(role_map.paragraphs):
        if i in rules:
            role_map.assign(*paragraph, APPARATUS)
        elif i in heads:
            sent = heads[i]["key"].casefold() in _SENDER
            sender = heads[i]["value"] if sent else sender
            role_map.assign(*paragraph, APPARATUS)
            yield i
        elif sender and not speaker.is_mentioned_in(sender):
            yield from _give(role_map, [i], f"{sender.partition('<')[0].strip()} sends it")


def _assign_addressed(role_map: RoleMap, bodies: Sequence[str], speaker: Speaker) -> Iterator[int]:
    """Give what stands below `Dear Ms Roe,` to whoever writes to the speaker, up to the next letter."""
    to_speaker = False
    for i, body in enumerate(bodies):
        if SALUTATION.fullmatch(body):
            to_speaker = is_addressed_to(body, speaker)
        elif to_speaker:
            yield from _give(role_map, [i], "it stands in a letter to the speaker")


def _find_introduced(bodies: Sequence[str], speaker: Speaker) -> list[int]:
    """Return the lines that say of somebody, and not of the speaker, what was written or said: it follows."""
    return [i for i in range(len(bodies) - 1) if _introduces_another(bodies[i], speaker)]


def _introduces_another(body: str, speaker: Speaker) -> bool:
    body = body.strip("*_ ")
    if not body.endswith(":") or count_words_in(body) > _MOST_WORDS or not _SAYS.search(body):
        return False
    named = any(is_person(name.group()) for name in FULL_NAME.finditer(body))
    return named and not speaker.is_mentioned_in(body) and not _SPEAKS.search(body)


def _list_letter(bodies: Sequence[str], first: int) -> list[int]:
    """Return the lines that `>` quotes from a place on, or the one paragraph that stands there."""
    quoted = _find_quoted(bodies)
    end = next((i for i in range(first, len(bodies)) if i not in quoted), len(bodies))
    return list(range(first, end)) or [first]


def _find_quoted(bodies: Sequence[str]) -> list[int]:
    """Return the lines that `>` opens, none where all do."""
    quoted = [i for i, body in enumerate(bodies) if _QUOTED.match(body)]
    return quoted if len(quoted) < len(bodies) else []


def _give(role_map: RoleMap, numbers: Sequence[int], why: str) -> Iterator[int]:
    """Take paragraphs from the speaker; yield those that were the speaker's."""
    for i in numbers:
        start, end = role_map.paragraphs[i]
        if role_map.voice_at(end - 1).role == "answer":
            role_map.assign(start, end, Voice("other", ""))
            role_map.doubt(start, end, "another voice", decided=f"{why}: it is nobody's", remedy=_REMEDY)
            yield i
