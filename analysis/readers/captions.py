"""Captions as turns: pieces of speech with times, joined so that a phrase runs over their edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from analysis.readers.reading import Writer

# `Jane Roe:`, `Dr. J. Roe:`, `Speaker 1:`, `[SPEAKER_00]:`, `[Jane Roe]`; behind `>>` or a dash too.
_LABEL = re.compile(
    r"(?P<mark>(?:>>+|[-–—])\s*)?"
    r"(?:\[(?P<boxed>[^\]\n]{1,40})\]:?|(?P<name>[^\W_](?:[^:.!?<>\n]|(?<=\b[^\W\d_])\.|(?<=\b[^\W\d_][^\W\d_])\.){0,40}?)"
    r"(?:\s*\((?:\d+:)?\d+:\d\d\))?:)(?=\s|$)"  # Rev prints a time behind the name
)
_CHANGE = re.compile(r"(?:>>|[-–—]\s*\S)")
_PAUSE = 4.0  # seconds of silence after a sentence that begin a paragraph where nobody is named
_STOPS = (".", "!", "?", "…")
_MOST_LABELLED = 2 / 3  # of all captions: a program put labels before them
_LONGEST_LABEL = 4  # words
_LONGEST_HEAD = 60  # characters of a caption in which a label ends, or its bracket begins


class Caption(NamedTuple):
    """A piece of speech: who says it, where the format tells ('' for nobody), its words, and its times in seconds."""

    voice: str
    words: str
    begin: float | None = None
    end: float | None = None


def write_captions(captions: Iterable[Caption], writer: Writer) -> None:
    """Write captions: turns where the format tells voices, else paragraphs as labels, `>>` and pauses part them."""
    rows = [caption for caption in captions if caption.words.strip()]
    if any(row.voice for row in rows):
        for row in rows:
            writer.say(row.voice, row.words, time=row.begin)
    else:
        _write_unmarked(rows, writer)


def _write_unmarked(rows: list[Caption], writer: Writer) -> None:
    """Write captions whose format tells no voices; a label that is printed again for the same voice is left out."""
    opened = [_match(row.words) for row in rows]
    labels = _find_labels(rows, opened)
    current, last = "", Caption("", "")
    for row, found in zip(rows, opened, strict=True):
        label, words, changes = _read_label(row.words, found, labels)
        if label and label == current and not changes:
            writer.left_out["labels printed again"] += 1
            writer.write(words, time=row.begin, goes_on=True)
        elif label:
            writer.write(f"{label}: {words}" if words else f"{label}:", time=row.begin)
        else:
            opens = _CHANGE.match(row.words) or _pauses(last, row)
            writer.write(row.words, time=row.begin, goes_on=not opens)
        current = label or ("" if changes else current)
        last = row


def _match(words: str) -> re.Match[str] | None:
    """Return what opens a caption as a label does; most have no sign of one."""
    head = words[:_LONGEST_HEAD]
    return _LABEL.match(words) if ":" in head or "[" in head else None


def _read_label(words: str, found: re.Match[str] | None, labels: set[str]) -> tuple[str, str, bool]:
    """Return the label that opens a caption ('' for none), what is said behind it, and whether voices change."""
    name = _name(found) if found else ""
    if name not in labels:
        return "", words, _CHANGE.match(words) is not None
    return name, words[found.end() :].strip(), bool(found["mark"])


def _name(found: re.Match[str]) -> str:
    return (found["name"] or found["boxed"] or "").strip()


def _find_labels(rows: list[Caption], opened: list[re.Match[str] | None]) -> set[str]:
    """Return what is printed as a label: names with capitals or numbers only, and what comes again.

    In brackets without a colon, `[Applause]` looks like a name: such a one must come again with words behind it.
    """
    plain, boxed = Counter[str](), Counter[str]()
    for match in filter(None, opened):
        if match["name"] or match[0].endswith(":"):
            plain[_name(match)] += 1
        elif match.string[match.end() :].strip():
            boxed[_name(match)] += 1
    labels = {name for name, n in plain.items() if n > 1 or _is_name(name)}
    labels |= _find_odd(rows, opened, labels)
    people = {name for name, n in boxed.items() if n > 1 and _is_name(name) and (" " in name or "_" in name)}
    return labels | people


def _find_odd(rows: list[Caption], opened: list[re.Match[str] | None], labels: set[str]) -> set[str]:
    """Return what opens a caption as a label does where most captions have one: Zoom names a phone too."""
    begins = [None, *(row.begin for row in rows)]
    firsts = [match for match, row, before in zip(opened, rows, begins, strict=False) if row.begin != before]
    names = [_name(match) for match in firsts if match and match["name"]]
    n_known = sum(name in labels for name in names)
    if not firsts or n_known < _MOST_LABELLED * len(firsts):
        return set()
    return {name for name in names if len(name.split()) <= _LONGEST_LABEL}


def _is_name(name: str) -> bool:
    """Say whether each word begins with a capital or a digit, but for one such as `de` or `of`."""
    words = re.sub(r"\([^)]*\)", "", name).split()  # `TOM LOW (on the phone)`
    if not words:
        return False
    small = sum(word[0].islower() for word in words)
    return len(words) <= 6 and not words[0][0].islower() and small <= len(words) // 3


def _pauses(last: Caption, row: Caption) -> bool:
    if last.end is None or row.begin is None:
        return False
    return row.begin - last.end > _PAUSE and last.words.endswith(_STOPS)
