"""What editors and translators put into somebody's words: brackets, asides and stage directions."""

from __future__ import annotations

import re

from analysis.formats.role_map import NOTE, Paragraph, RoleMap

_EDITORIAL = re.compile(
    r"""[–—-]\s*(?:ed|eds|trans|transl|editor|translator|note)s?\b\W*$                  # (... - Ed.)
      | ^\W*(?:eds?|trans|editors?|translators?)\b['’s]*\s*(?:[.:–—-]|note)             # (Editor's note: ...)
      | \b(?:editor|translator)s?['’]?s?['’]?\s+(?:note|remark|comment)\b
      | ^\W*(?:sic|emphasis\s+(?:added|mine|ours)|my\s+emphasis|italics\s+(?:added|mine))\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# `(laughs)`, `(a short pause)`; with up to three words more
_STAGE = re.compile(
    r"""\W*(?:\w+\s+)?(?:laugh(?:s|ter|ing)?|chuckl(?:es|ing)|smil(?:es|ing)|applause|cross-?talk|inaudible
      |unintelligible|indistinct|pauses?|sighs?|nods?|shrugs?|gestures?|overlapping|off-?mic(?:rophone)?|silence
      |interrupts?|interrupting|music)(?:\s+\w+){0,3}\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# `(speaks in Oskaran)`, `(via interpreter)`, `(retranslated from Oskaran)`; the language keeps its capital
_LANGUAGE = re.compile(
    r"""\W*(?:(?i:(?:speak|say|continue|answer|replie|ask)s?|replies|speaking|spoke)?\s*(?i:in|via|through)\s+(?:an?\s+)?
        (?:[A-Z]\w+(?:ese|ish|ian|an|ic|ch|ek|in|i)|interpreter|translat(?:or|ion))
      | (?i:(?:re)?translated(?:\s+from\s+\w+)?))\W*$""",
    re.VERBOSE,
)
_EDITORS_NOTE = re.compile(
    r"""\btranscript\b.{0,60}\b(?:may\ contain|edited|not\ been|errors|generated|corrected)\b
      | ^\W*(?:editor|translator)s?['’]?s?['’]?\s+note\b | ^\W*(?:from\ the\ editors?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING = {"[": "]", "(": ")", "<": ">"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_DEEPEST = 4  # brackets within brackets; deeper ones are no prose
_LONGEST_ASIDE = 2000  # characters of a parenthesis that is read


def is_editors_note(body: str) -> bool:
    """Say whether a paragraph announces itself as an editor's or translator's."""
    return bool(_EDITORS_NOTE.search(body))


def assign_insertions(role_map: RoleMap) -> None:
    """Give brackets, editorial parentheses and stage directions inside anybody's words to the editor."""
    spoken = role_map.spoken()
    for paragraph in role_map.paragraphs:
        for start, end in _find_enclosed(role_map.text, paragraph):
            if spoken[start] and _is_editorial(role_map.text[start:end]):
                role_map.assign(start, end, NOTE)


def _is_editorial(enclosed: str) -> bool:
    """A bracket always is, a tag if it is empty of words, a parenthesis if it says so."""
    if enclosed[0] == "[":
        return True
    inside = enclosed[1:-1]
    if enclosed[0] == "<":
        return not re.search(r"\w", inside)
    if len(inside) > _LONGEST_ASIDE:
        return bool(_EDITORIAL.search(inside[-100:]) or _EDITORIAL.match(inside[:100]))
    return bool(_EDITORIAL.search(inside) or _STAGE.match(inside) or _LANGUAGE.match(inside))


def _find_enclosed(text: str, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the stretches in brackets, parentheses and angles, the outer before the inner."""
    stretches: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in re.finditer(r"[\[\]()<>]", text[paragraph.start : paragraph.end]):
        mark, at = match.group(), paragraph.start + match.start()
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
