"""What editors and translators put into somebody's words: brackets, asides and stage directions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.formats.cues.markup import find_link_words, find_markup, may_hold_markup
from analysis.formats.cues.stage_directions import is_known_direction, is_stage_direction
from analysis.formats.cues.time_stamps import find_stamps
from analysis.formats.role_map import NOTE, Paragraph, RoleMap

_EDITORIAL = re.compile(
    r"""[–—-]\s*(?:ed|eds|trans|transl|editor|translator|note)s?\b\W*$                  # (... - Ed.)
      | ^\W*(?:eds?|trans|editors?|translators?)\b['’s]*\s*(?:[.:–—-]|note)             # (Editor's note: ...)
      | \b(?:editor|translator)s?['’]?s?['’]?\s+(?:note|remark|comment)\b
      | \b(?:anm\.\s*(?:d\.|der)\s*red|d\.\s?red\.|ndlr|n\.\s?d\.\s?l\.\s?r\.|ndr|n\.\s?d\.\s?[rt]\.|n\.\s?de\s?la\s?r\.
        |nota\s+(?:del?|della)\s+(?:editor|traductor|redazione)|note\s+de\s+la\s+rédaction|anmerkung\s+der\s+redaktion
        |прим(?:\.|ечание)\s*(?:ред|пер))
      | ^\W*(?:sic|emphasis\s+(?:added|mine|ours)|my\s+emphasis|italics\s+(?:added|mine))\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# `(speaks in Oskaran)`, `(via interpreter)`, `(retranslated from Oskaran)`; the language keeps its capital
_LANGUAGE = re.compile(
    r"""\W*(?:(?i:(?:speak|say|continue|answer|replie|ask)s?|replies|speaking|spoke)?\s*(?i:in|via|through)\s+(?:an?\s+)?
        (?:[A-Z]\w+(?:ese|ish|ian|an|ic|ch|ek|in|i)|interpreter|translat(?:or|ion))
      | (?i:(?:re)?translated(?:\s+from\s+\w+)?)
      | (?i:(?:\w+\s+){0,3}foreign\ language))\W*$""",
    re.VERBOSE,
)
_OF_EDITORS = re.compile(
    r"\W*(?:(?:editor|translator)s?['’]?s?['’]?\s+note|from the editors?)\b", re.IGNORECASE
)
# `Correction, May 6: ...`
_OF_CORRECTIONS = re.compile(
    r"\W*(?:corrections?|clarifications?|amendment|corrigendum|errat(?:um|a)|richtigstellung|korrektur|berichtigung"
    r"|rectificati(?:f|on)|précision|rectificación|fe de erratas|rettifica|errata corrige|поправка|уточнение)\b"
    r"[^.:;!?\n]{0,40}:",
    re.IGNORECASE,
)
_ON_TRANSCRIPT = re.compile(
    r"\btranscript\b.{0,60}\b(?:may contain|edited|not been|errors|generated|corrected)\b", re.IGNORECASE
)
# `*laughs*`, `_laughs_`; and what is sung, to the next note or the paragraph's end
_STARRED = re.compile(r"([*_])(?<![\w*].)(?P<inside>[^\s*_][^*_\n]{0,60})\1(?![\w*])")
_MAY_BE_STARRED = re.compile(r"[*_][^\s*_]")  # found quickly, for it looks at nothing before
_MUSIC = re.compile(r"[♪♫♬♩][^♪♫♬♩]{0,300}(?:[♪♫♬♩]+|\Z)|[♪♫♬♩]+")
_MAY_BE_MUSIC = re.compile(r"[♪♫♬♩]")
_CALL = re.compile(
    r"\((?:(?:An?|The|One|Some)\s\w|Voices?\b|Calls?\b|Shouts?\b|Dep\.|M[rs]{1,2}\.?\s)[^:.!?\n]{0,40}:\s\S"
)
_NAMED_CALL = re.compile(
    r"\([A-Z][\w'’.-]+(?:\s[A-Z][\w'’-]+){1,3}(?:,?\s?[\[(]?[^\n:()]{1,40}\]?)?:\s\S"
)  # `(John Doe: Never!)` in any place
# `(Call from the left: Never!)`, `(Zuruf von links: Nie!)` in any place
_HECKLED = re.compile(
    r"\((?:calls?|voices?|shouts?|cries|interjections?|interruptions?|hecklers?|zurufe?|zwischenrufe?|rufe?|voix|cris?"
    r"|voz|voces|gritos?|voce|voci|grida|голоса?|выкрики?|реплик[аи])\b[^:.!?\n]{0,60}:\s\S",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[\](){}]")
_CLOSING = {"[": "]", "(": ")", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_DEEPEST = 4  # brackets within brackets; deeper ones are no prose
_LONGEST_ASIDE = 2000  # characters of a parenthesis that is read


def is_editors_note(body: str) -> bool:
    """Say whether a paragraph announces itself as an editor's or translator's."""
    tells_of_transcript = "transcript" in body.casefold() and _ON_TRANSCRIPT.search(body)
    return bool(tells_of_transcript or _OF_EDITORS.match(body) or _OF_CORRECTIONS.match(body))


def assign_insertions(role_map: RoleMap) -> None:
    """Give what is set among anybody's words and is not said to the editor.

    That are brackets, editorial parentheses, stage directions in any marks, times, tags and entities.
    """
    spoken = role_map.spoken()
    for start, end in _find_insertions(role_map.text, role_map.paragraphs):
        if spoken[start:end].any():
            role_map.reassign(start, end, NOTE)


def _find_insertions(text: str, paragraphs: list[Paragraph]) -> Iterator[tuple[int, int]]:
    yield from find_stamps(text, paragraphs)
    has_music, has_stars = _MAY_BE_MUSIC.search(text), _MAY_BE_STARRED.search(text)
    has_markup, opening = may_hold_markup(text), [sign for sign in _CLOSING if sign in text]
    for paragraph in paragraphs:
        if any(text.find(sign, *paragraph) >= 0 for sign in opening):
            yield from _find_asides(text, paragraph)
        if has_markup:
            yield from find_markup(text, paragraph)
        if has_music and _MAY_BE_MUSIC.search(text, *paragraph):
            yield from (m.span() for m in _MUSIC.finditer(text, *paragraph))
        if has_stars and _MAY_BE_STARRED.search(text, *paragraph):
            starred = _STARRED.finditer(text, *paragraph)
            yield from (m.span() for m in starred if is_known_direction(m["inside"]))


def _find_asides(text: str, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the brackets, parentheses and braces of a paragraph that an editor set."""
    enclosed = _find_enclosed(text, paragraph)
    if not enclosed:
        return []
    links = find_link_words(text, paragraph)
    in_capitals = text[slice(*paragraph)].isupper()
    return [
        (start, end)
        for start, end in enclosed
        if start not in links
        and (_is_editorial(text[start:end], in_capitals=in_capitals) or _is_call(text, paragraph, start, end))
    ]


def _is_editorial(enclosed: str, *, in_capitals: bool) -> bool:
    """A bracket or a brace always is, a parenthesis if it says so."""
    if enclosed[0] in "[{":
        return True
    inside = enclosed[1:-1]
    if len(inside) > _LONGEST_ASIDE:
        return bool(_EDITORIAL.search(inside[-100:]) or _EDITORIAL.match(inside[:100]))
    if _EDITORIAL.search(inside) or _LANGUAGE.match(inside):
        return True
    return is_stage_direction(inside, in_capitals=in_capitals)


def _is_call(text: str, paragraph: Paragraph, start: int, end: int) -> bool:
    """Say whether a parenthesis gives words to a name, or fills its paragraph: `(A delegate: Never!)`."""
    if _NAMED_CALL.match(text, start, end) or _HECKLED.match(text, start, end):
        return True
    alone = text[slice(*paragraph)].strip() == text[start:end]
    return alone and text[start] == "(" and bool(_CALL.match(text, start, end))


def _find_enclosed(text: str, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the stretches in brackets, parentheses and braces, the outer before the inner."""
    stretches: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text, *paragraph):
        mark, at = match.group(), match.start()
        if mark in _CLOSING:
            opened.append(at)
        elif _drop_unclosed(text, opened, _OPENING[mark]):
            start = opened.pop()
            if len(opened) < _DEEPEST:
                stretches.append((start, at + 1))
    return sorted(stretches)


def _drop_unclosed(text: str, opened: list[int], opening: str) -> bool:
    """Forget what was opened inside the last `opening` and never closed; say whether there is one."""
    if opening not in [text[at] for at in opened[-_DEEPEST:]]:
        return False
    while text[opened[-1]] != opening:
        opened.pop()
    return True
