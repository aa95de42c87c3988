"""What editors and translators put into somebody's words: brackets, asides, footnotes and their marks."""

from __future__ import annotations

import re

from analysis.formats.canvas import NOTE, Canvas
from analysis.roles import SPOKEN

_EDITORIAL = re.compile(
    r"""[–—-]\s*(?:ed|eds|trans|transl|editor|translator|note)s?\b\W*$          # ( ... - Ed.)
      | ^\W*(?:ed|eds|trans|editor(?:s)?|translator(?:s)?)\b['’s]*\s*(?:[.:–—-]|note)    # (Editor's note: ...)
      | \b(?:editor|translator)s?['’]?s?['’]?\s+(?:note|remark|comment)\b
      | ^\W*(?:sic|emphasis\s+(?:added|mine|ours)|my\s+emphasis|italics\s+(?:added|mine))\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_STAGE = re.compile(
    r"""^\W*(?:(?i:(?:\w+\s+)?(?:laugh(?:s|ter|ing)?|chuckl(?:es|ing)|smil(?:es|ing)|applause|cross-?talk|inaudible|unintelligible|
      indistinct|pauses?|sighs?|nods?|shrugs?|gestures?|overlapping|off-?mic(?:rophone)?|silence|interrupts?|interrupting|music)(?:\s+\w+){0,3})
      | (?i:speaks?|speaking|spoke|says?|continues?|answers?|replies|asks?)?\s*(?i:in|via|through)\s+(?:an?\s+)?
        (?:[A-Z]\w+(?:ese|ish|ian|an|ic|ch|ek|in|i)|interpreter|translat(?:or|ion))
      | (?i:(?:re)?translated(?:\s+from\s+\w+)?))\W*$""",
    re.VERBOSE,
)
_SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹]+")
_GLUED = re.compile(r"(?<=[a-z])[.,;:!?”\"’)]*(?P<mark>\d{1,2})(?![\w.,]*\d)(?=[\s.,;:!?”\"’)]|$)")
_IN_PARENTHESES = re.compile(r"(?<=[\w.,;:!?”\"’])\s?\((?P<mark>\d{1,2})\)")
_FOOTNOTE = re.compile(
    r"\s*[\[(]?(?P<mark>\d{1,2}|[¹²³⁰⁴-⁹]+|\*{1,3}|[†‡])[\])]?[.):]?\s*(?P<bracket>\[)?(?=\S)"
)
_NOTES_HEAD = re.compile(
    r"^\W*(?:notes?|footnotes?|endnotes?|translator['’]?s?['’]? notes?|editors?['’]?s?['’]? notes?)\W*$|^[_—–-]{3,}$",
    re.I,
)
_EDITORS_NOTE = re.compile(
    r"\btranscript\b.{0,60}\b(?:may contain|edited|not been|errors)\b|^\W*(?:editor|translator)s?['’]?s?['’]?\s+note\b|^\W*(?:from the editors?)\b",
    re.I,
)
_PAIRS = {"[": "]", "(": ")", "<": ">"}


def is_editors_note(body: str) -> bool:
    """Say whether a paragraph announces itself as an editor's or translator's."""
    return bool(_EDITORS_NOTE.search(body))


def paint_insertions(canvas: Canvas) -> None:
    """Give brackets, editorial parentheses and stage directions inside anybody's words to the editor."""
    spoken = canvas.spoken()
    for paragraph in canvas.paragraphs:
        for start, end in _enclosed(canvas.text, *paragraph):
            if spoken[start] and _is_editorial(canvas.text[start:end]):
                canvas.paint(start, end, NOTE)


def _is_editorial(enclosed: str) -> bool:
    inside = enclosed[1:-1]
    if enclosed[0] == "[":
        return True
    if enclosed[0] == "<":
        return not re.search(r"\w", inside)
    return bool(_EDITORIAL.search(inside) or _STAGE.match(inside))


def _enclosed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost bracketed stretches, and every editorial parenthesis, of text[start:end]."""
    stretches, opened = [], []
    for i in range(start, end):
        if text[i] in _PAIRS:
            opened.append(i)
        elif opened and text[i] == _PAIRS[text[opened[-1]]]:
            stretches.append((opened.pop(), i + 1))
    return sorted(stretches)


def find_footnotes(bodies: list[str], furniture: set[int]) -> set[int]:
    """Return the paragraphs at the end, page furniture aside, that are footnotes.

    They are a last run of paragraphs that start with a mark, and that stand in brackets, below a line or the
    word "Notes", or carry a number that is glued to a word above.
    """
    run = []
    for i in range(len(bodies) - 1, 0, -1):
        if _FOOTNOTE.match(bodies[i]):
            run.insert(0, i)
        elif i not in furniture:
            break
    if not run:
        return set()
    headed = bool(_NOTES_HEAD.match(bodies[run[0] - 1]))
    glued = {m["mark"] for body in bodies[: run[0]] for m in _GLUED.finditer(body)}
    glued |= {c for body in bodies[: run[0]] for m in _SUPERSCRIPT.finditer(body) for c in [m.group()]}
    glued |= {m for body in bodies[: run[0]] for m in re.findall(r"\((\d{1,2})\)", body)}
    glued |= {m for body in bodies[: run[0]] for m in re.findall(r"(?<=[\w.,!?”\"])\[(\d{1,2})\]", body)}
    notes = {i for i in run if headed or _FOOTNOTE.match(bodies[i])["bracket"] or _mark(bodies[i]) in glued}
    return notes | ({run[0] - 1} if notes and headed else set())


def _mark(body: str) -> str:
    return _FOOTNOTE.match(body)["mark"]


def paint_footnotes(canvas: Canvas, footnotes: set[int]) -> None:
    """Give footnotes and the marks that point to them to the editor."""
    bodies = [canvas.text[s:e].strip() for s, e in canvas.paragraphs]
    marks = {_mark(bodies[i]) for i in footnotes if _FOOTNOTE.match(bodies[i])}
    for i in footnotes:
        canvas.paint(*canvas.paragraphs[i], NOTE)
    for i, paragraph in enumerate(canvas.paragraphs):
        if i not in footnotes:
            _paint_marks(canvas, *paragraph, marks)


def _paint_marks(canvas: Canvas, start: int, end: int, marks: set[str]) -> None:
    for match in _SUPERSCRIPT.finditer(canvas.text, start, end):
        _paint_spoken(canvas, *match.span())
    for match in [
        *_GLUED.finditer(canvas.text, start, end),
        *_IN_PARENTHESES.finditer(canvas.text, start, end),
    ]:
        if match["mark"] in marks:
            _paint_spoken(canvas, *match.span("mark"))


def _paint_spoken(canvas: Canvas, start: int, end: int) -> None:
    if canvas.voice_at(start).role in SPOKEN:
        canvas.paint(start, end, NOTE)
