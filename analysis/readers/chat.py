"""CHAT, the transcripts of TalkBank (MacWhinney 2000, The CHILDES Project; manual of 2024).

`*PAR:` is said by whom `@Participants` names. What a transcriber added is no word: codes, pauses, events, retraced
starts, fillers, and the tiers that begin with `%`. pylangacq 0.19 keeps the codes of a main tier, so it is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer

_HEAD = re.compile(r"(?:@UTF8|@Begin|@Languages)\b")
_LINE = re.compile(r"(?P<mark>[@*%])(?P<name>[^:\t\n]*)(?::\t?|\t|$)(?P<said>.*)", re.DOTALL)
_TIME = re.compile(r"\x15(?P<begin>\d+)_\d+\x15")
# Retraced, reformulated or repeated: `<the dog> [/]`, `the [//]`; then codes, events and pauses.
_RETRACED = re.compile(r"(?:<[^<>]*>|\S+)\s*\[/(?:/{0,2}|[-?])\]")
_REPLACED = re.compile(r"(?:<[^<>]*>|\S+)\s*\[::?\s*(?P<by>[^\]]*)\]")
_COMMENT = re.compile(r"\[[%=+\-!?*><x#^$@:/][^\]]*\]|\[\^[^\]]*\]")
_EVENT = re.compile(
    r"(?<!\S)&[=+~{}\-*]\S*|(?<!\S)\((?:\.{1,3}|\d+[.:]?\d*)\)(?!\S)|(?<!\S)[0+\"^]\S*(?=\s|$)"
)
_UNKNOWN = re.compile(r"(?<!\S)(?:xxx|yyy|www)\b\S*")
_FORM = re.compile(r"@\w+(?::\w+)?(?:\$\w+)?(?!\S)")
_SHORTENED = re.compile(r"\((?=[^\W\d_])|(?<=[^\W\d_])\)")


def is_chat(text: str) -> bool:
    """Say whether a text is a CHAT transcript: its headers say so."""
    return _HEAD.match(text) is not None and re.search(r"^\*\w+:", text, re.MULTILINE) is not None


def read_chat(text: str) -> Reading:
    """Read the main tiers of a CHAT transcript, a turn each time the voice changes."""
    writer, names = Writer(), {}
    for line in _join_lines(text):
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        mark, name, said = match["mark"], match["name"].strip(), match["said"]
        if mark == "@" and name == "Participants":
            names = _name_participants(said)
        elif mark == "*":
            _say(writer, names.get(name, name), said)
        elif mark == "%":
            writer.left_out["dependent tiers"] += 1
        else:
            writer.left_out["headers"] += 1
    reading = writer.finish("CHAT")
    if not reading.turns:
        raise InputError("this CHAT file has no line that somebody says (*ABC:); check that it is whole.")
    return reading


def _join_lines(text: str) -> Iterator[str]:
    """Yield each line with those that go on from it: they begin with a tab."""
    line = ""
    for part in text.splitlines():
        if part[:1] in "@*%" and line:
            yield line
            line = part
        else:
            line = f"{line} {part.strip()}" if line else part
    yield line


def _name_participants(header: str) -> dict[str, str]:
    """Return the name of each code: `PAR Jane_Roe Participant` names PAR; without a name, the role does."""
    people = [person.split() for person in header.split(",")]
    return {words[0]: " ".join(words[1:-1] or words[-1:]).replace("_", " ") for words in people if words}


def _say(writer: Writer, voice: str, said: str) -> None:
    times = [int(match["begin"]) / 1000 for match in _TIME.finditer(said)]
    said = _TIME.sub(" ", said)
    for kind, pattern in (
        ("retraced words", _RETRACED),
        ("events and pauses", _EVENT),
        ("unclear words", _UNKNOWN),
    ):
        if kind == "events and pauses":
            said = _COMMENT.sub(" ", _REPLACED.sub(r" \g<by> ", said))
        said, n = pattern.subn(" ", said)
        writer.left_out[kind] += n
    writer.say(voice, _clean(said), time=times[0] if times else None)


def _clean(said: str) -> str:
    """Return the words as they are written: without brackets of groups, special forms, and the marks of prosody."""
    said = _SHORTENED.sub("", _FORM.sub("", said))
    said = re.sub(r"[<>‡„↑↓≠⌈⌉⌊⌋∆∇⁎↗↘→ˈˌː]|(?<=\w):(?=\w)|\+[<\"/.!?^,]*", "", said)
    said = said.replace("_", " ")
    return re.sub(r"\s+(?=[.,!?;:])", "", said)
