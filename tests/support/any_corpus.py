"""Invented data folders of every shape a user may bring: each a small one, made by rule, quick to build.

Maren Oldwick, minister of the island republic of Tervia, does not exist; nor do the outlets and the words.
"""

from __future__ import annotations

import random
from pathlib import Path

from corpus_of_three import PATTERNS, PHRASES, TOPICS, write_rows, write_text
from data_folders import SPEAKER, count_here

COLUMNS = ["source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"]
SENTENCES = (
    "The shared waters have fed us for nine hundred years.",
    "We must look at the root of the quarrel, and not at its branches.",
    "Last year the ferries stood still, and the herring went north.",
    "Nobody should sign a lasting settlement before the nets are counted.",
    "The Lighthouse Agreement has two signatures and one date.",
    "Fishermen know the shoals better than any map of the ministry.",
    "Open harbours remain our offer to every island and every ship.",
    "I have read the report of the scientists, and it worries me.",
    "A pilot who sleeps at noon will not see the reef at night.",
    "Make sure that the lamps are lit before the storm comes.",
)
QUESTIONS = (
    "What happened to the herring last year?",
    "Will you make sure that the ferries sail again?",
    "Do you trust the Lighthouse Agreement, Minister?",
    "What should the fishermen expect from the autumn?",
)
GERMAN = (
    "Die gemeinsamen Gewässer haben uns seit neunhundert Jahren ernährt, und die Fischer wissen das.",
    "Wir müssen die Wurzel des Streits betrachten, und die Zweige vergessen wir nicht.",
    "Offene Häfen bleiben unser Angebot, und die Lotsen stehen bereit.",
    "Der Leuchtturmvertrag trägt zwei Unterschriften und ein Datum.",
    "Die Wissenschaftler haben ihren Bericht vorgelegt, und die Sorge wächst.",
)
GERMAN_QUESTIONS = ("Was erwarten die Fischer vom Herbst?", "Vertrauen Sie dem Leuchtturmvertrag?")


def make_one_speech(folder: Path) -> Path:
    """One speech, before anybody has named a topic or a phrase."""
    _write(folder, [_row("opening", "speech")], [["opening", "2031-05-01", "Forum of the Islands"]])
    write_text(folder, "opening", _speak(1, n_paragraphs=12))
    return count_here(folder)


def make_speeches(folder: Path, n: int = 3) -> Path:
    """Speeches only, of events a month apart, with what people named."""
    names = [f"speech-{k}" for k in range(1, n + 1)]
    events = [[name, f"2031-{k:02}-03", "Forum of the Islands"] for k, name in enumerate(names, 1)]
    _write(folder, [_row(name, "speech") for name in names], events, **_NAMED)
    for k, name in enumerate(names, 1):
        write_text(folder, name, _speak(k, n_paragraphs=8))
    return count_here(folder)


def make_panel(folder: Path) -> Path:
    """One panel: a moderator, the speaker and a second guest."""
    _write(folder, [_row("panel", "transcript")], [["panel", "2031-05-01", "Radio Lantern"]], **_NAMED)
    guest = ["Ivo Sand", "Ivo Sand", "other", "the second guest"]
    speakers = folder / "decisions" / "speakers.csv"
    write_rows(speakers, [*_SPEAKERS, guest])
    voices = ["Question", SPEAKER, "Ivo Sand", SPEAKER]
    choose = random.Random(1)
    turns = [f"{voices[k % 4]}: {_say(choose, QUESTIONS if k % 4 == 0 else SENTENCES)}" for k in range(32)]
    write_text(folder, "panel", "\n\n".join(turns))
    return count_here(folder)


def make_events(folder: Path, n: int, *, named: bool = True, n_turns: int = 8) -> Path:
    """n interviews, a week apart from January of 2031; named: whether topics and phrases are decided."""
    names = [f"talk-{k:03}" for k in range(n)]
    events = [[name, _day(k), "Harbour Gazette"] for k, name in enumerate(names)]
    _write(folder, [_row(name, "transcript") for name in names], events, **(_NAMED if named else {}))
    for k, name in enumerate(names):
        write_text(folder, name, _talk(k, SENTENCES, QUESTIONS, n_turns=n_turns))
    return count_here(folder)


def make_german(folder: Path) -> Path:
    """Three interviews in German, before anybody has named a topic or a phrase."""
    names = ["gespraech-1", "gespraech-2", "gespraech-3"]
    events = [[name, f"2031-0{k}-05", "Hafenblatt"] for k, name in enumerate(names, 1)]
    _write(folder, [_row(name, "transcript", language="de") for name in names], events)
    for k, name in enumerate(names):
        write_text(folder, name, _talk(k, GERMAN, GERMAN_QUESTIONS, n_turns=9))
    return count_here(folder)


_SPEAKERS = [
    ["speaker", "label", "role", "reason"],
    [SPEAKER, SPEAKER, "answer", "the minister whose words are studied"],
    ["interviewer", "Question", "question", "how the transcripts mark whoever asks"],
]
_NAMED = {"topics": TOPICS, "patterns": PATTERNS, "phrases": PHRASES}


def _row(name: str, kind: str, *, language: str = "en") -> list[str]:
    return [name, name, "", "Harbour Gazette", kind, "", language, "", "", ""]


def _write(folder: Path, manifest: list, events: list, **decided: list) -> None:
    """Write the tables of a folder; what is not decided has no row."""
    write_rows(folder / "sources" / "manifest.csv", [COLUMNS, *manifest])
    write_rows(folder / "sources" / "events.csv", [["event", "date", "interviewer"], *events])
    write_rows(folder / "decisions" / "speakers.csv", _SPEAKERS)
    for name, rows in _NAMED.items():
        write_rows(folder / "decisions" / f"{name}.csv", decided.get(name, rows[:1]))


def _day(k: int) -> str:
    year, month, day = 2031 + k // 48, k // 4 % 12 + 1, k % 4 * 7 + 1
    return f"{year}-{month:02}-{day:02}"


def _say(choose: random.Random, sentences: tuple[str, ...], n: int = 0) -> str:
    return " ".join(choose.sample(sentences, n or (1 if sentences in (QUESTIONS, GERMAN_QUESTIONS) else 3)))


def _speak(seed: int, *, n_paragraphs: int) -> str:
    choose = random.Random(seed)
    return "\n\n".join(_say(choose, SENTENCES, 4) for _ in range(n_paragraphs))


def _talk(seed: int, sentences: tuple[str, ...], questions: tuple[str, ...], *, n_turns: int) -> str:
    choose = random.Random(seed)
    turns = [
        f"Question: {_say(choose, questions)}\n\n{SPEAKER}: {_say(choose, sentences)}" for _ in range(n_turns)
    ]
    return "\n\n".join(turns)
