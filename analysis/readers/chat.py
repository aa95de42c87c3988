"""CHAT, the transcripts of TalkBank (MacWhinney 2000, The CHILDES Project; manual of 2024).

`*PAR:` is said by whom `@Participants` names. What a transcriber added is no word: codes, pauses, events, retraced
starts, fillers, and the tiers that begin with `%`. pylangacq 0.19 keeps the codes of a main tier, so it is read here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer

_HEAD = re.compile(r"\s*@(?:UTF8|Begin|Languages|PID|Font|Window|Color words)\b")
_LINE = re.compile(r"(?P<mark>[@*%])(?P<name>[^:\t\n]*)(?::\t?|\t|$)(?P<said>.*)", re.DOTALL)
_TIME = re.compile(r"[\x15•](?P<begin>\d+)_\d+[\x15•]")
_DEEPEST = 20  # groups within groups
# What comes behind a group or a word says what it is: `<the dog> [/]` was said again, `gonna [: going to]` replaced.
_SCOPE = r"(?:<[^<>]*>|(?<![^\s<>\[\]])[^\s<>\[\]]++)"
_RETRACED = re.compile(rf"{_SCOPE}\s*(?:\[[<>]\d*\]\s*)*\[/(?:/{{0,2}}|[-?])\](?:\s*\[x \d+\])?")
_REPLACED = re.compile(rf"{_SCOPE}\s*\[::?\s*(?P<by>[^\]]*)\]")
_GROUP = re.compile(r"<(?P<inside>[^<>]*)>(?!\s*\[(?:/|::?\s))")
_CODE = re.compile(r"\[[^\]]*\]")
# Fillers and scraps (`&-um`, `&+fr`, `&~ba`); events, what others put in, pauses; what was not said or not heard.
_LEFT_OUT = {
    "fillers": re.compile(r"(?<!\S)&[-+~](?!\S*=)\S*"),
    "events": re.compile(r"(?<!\S)(?:&=\S*|&\*\S*|&\{\S*|&\}\S*)"),
    "pauses": re.compile(r"(?<!\S)\((?:\.{1,3}|\d[\d.:]*)\)(?!\S)"),
    "words not said": re.compile(r"(?<!\S)0(?:[^\W\d_]\S*|(?=[\s.?!]|$))"),
    "unclear words": re.compile(r"(?<!\S)(?:xxx?|yyy?|www)\b(?:@\S*)?"),
}
_FORM = re.compile(r"@(?:[a-z]{1,3}|[un]|si|wp)(?::[\w+&]+)?(?:\$\w+)?(?![^\W\d_])")
_SHORTENED = re.compile(r"\((?=[^\W\d_])|(?<=[^\W\d_])\)")
_TERMINATOR = re.compile(r"\+[\"/.!?]*([.?])")
_LINKER = re.compile(r"(?<!\S)\+[\"^<,+≈≋]+\s*")
_MARKS = re.compile(r"[<>↓↑≠⌈⌉⌊⌋∆∇⁎↗↘→ˈˌː⁇°▁▔☺♋Ϋ∲§∾↻Ἡ∬≈≋∙^]|(?<=[^\W\d_]):(?=[^\W\d_]|\s|$)")


def is_chat(text: str) -> bool:
    """Say whether a text is a CHAT transcript: its headers say so."""
    return _HEAD.match(text) is not None and re.search(r"^[*%@]\w+:", text, re.MULTILINE) is not None


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
    writer.left_out["missing @End"] += "@End" not in text  # a file that breaks off may still be read
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
    """Return the name of each code: `PAR Jane_Roe Participant` names PAR; without a name the role does.

    A role or a name that several people bear names nobody: their codes do.
    """
    people = [person.split() for person in re.split(r"[,;]", header)]
    names = {words[0]: " ".join(words[1:-1] or words[-1:]).replace("_", " ") for words in people if words}
    alike = Counter(names.values())
    return {code: name if alike[name] == 1 else code for code, name in names.items()}


def _say(writer: Writer, voice: str, said: str) -> None:
    """Write one main tier, without what a transcriber added; each kind of it is counted."""
    times = [int(match["begin"]) / 1000 for match in _TIME.finditer(said)]
    said = _drop_scopes(_TIME.sub(" ", said), writer)
    for kind, pattern in _LEFT_OUT.items():
        said, n = pattern.subn(" ", said)
        writer.left_out[kind] += n
    words = _clean(said)
    if re.search(r"\w", words):
        writer.say(voice, words, time=times[0] if times else None)


def _drop_scopes(said: str, writer: Writer) -> str:
    """Return what was meant: without words that were taken back, and with those that replace others; codes go.

    Groups may stand in each other, so the inner ones are read first.
    """
    for _ in range(_DEEPEST):
        before = said
        said, n_replaced = _REPLACED.subn(r" \g<by> ", said)
        said, n_retraced = _RETRACED.subn(" ", said)
        writer.left_out["replaced words"] += n_replaced
        writer.left_out["retraced words"] += n_retraced
        if not n_replaced + n_retraced:
            said = _GROUP.sub(r"\g<inside>", said)
        if said == before:
            break
    said, n = _CODE.subn(" ", said)
    writer.left_out["codes"] += n
    return said


def _clean(said: str) -> str:
    """Return the words as they are written: without special forms, the marks of prosody and of compounds."""
    said = _TERMINATOR.sub(lambda found: "..." if found[0] == "+..." else found[1], said)
    said = _LINKER.sub("", said)
    said = _SHORTENED.sub("", _FORM.sub("", said))
    said = _MARKS.sub("", said).replace("‡", ",").replace("„", ",")
    said = re.sub(r"(?<=\w)[_+](?=\w)", " ", said)
    return re.sub(r"\s+(?=[.,!?;:])", "", " ".join(said.split()))
