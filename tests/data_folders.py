"""Invented data folders, from the least there can be to three events, for the tests of the chapters."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.build import build_tables
from analysis.tables import save_tables

SPEAKER = "Ingrid Halvarsen"
TOPICS = {"harbours": ["harbour*", "quay*"], "fish": ["herring*", "cod"], "trams": ["tram*"]}
PHRASES = {"open harbours": ["open harbour*"], "salt tax": ["salt tax*"], "iron trams": ["iron tram*"]}

_HARBOURS = "Open harbours are what this island lives on."
_TAX = "The salt tax was a mistake of my predecessors, and I have said so in parliament."
_ANSWERS = [
    f"{_HARBOURS} A quay that is closed feeds nobody, neither the crews nor those who wait for them.",
    "We have herring, we have cod, and we have people who know how to catch them before winter comes.",
    f"{_TAX} Nobody who boils brine for a living ever asked for it, and nobody would miss it.",
    "That is for the council to decide. I only remind you that roads are paid for by those who use them.",
    f"You know my answer. {_HARBOURS} I shall repeat it until the last customs house has been pulled down.",
    "Ask the fishermen, not me; they were out at four this morning while we were both asleep.",
    "The bridge will be ready when it is ready, and then it will carry carts, sheep and even ministers.",
]
_QUESTIONS = [
    "Will the harbours be open to foreign ships before the end of the summer?",
    "What do you say to those who fear for the herring and for the cod?",
    "Is the salt tax to stay?",
    "Who is going to pay for the new road along the northern cliffs, and when?",
    "Do you still hold the opinion that you gave in this room a year ago?",
    "How early does a minister get up to see what the boats have brought home?",
    "And the bridge that was promised twice already?",
]
_INTERVIEW = "".join(
    f"Question: {question}\n\n{SPEAKER}: {answer}\n\n"
    for question, answer in zip(_QUESTIONS, _ANSWERS, strict=True)
)
_REPORT = f"“{_HARBOURS}” said {SPEAKER} on Monday.\n\nThe minister spoke for an hour. “{_TAX}” she added.\n"


def make_three_events(folder: Path) -> Path:
    """Three events in four sources: two transcripts, a report of the second, an excerpt without questions."""
    texts = {
        "gazette": ("spring", "transcript", _INTERVIEW),
        "messenger": (
            "summer",
            "transcript",
            _INTERVIEW.replace("herring", "mackerel").replace("boats", "nets"),
        ),
        "herald": ("summer", "report", _REPORT),
        "review": ("autumn", "excerpt", f"{_ANSWERS[0]} {_ANSWERS[3]}\n\n{_TAX} {_ANSWERS[6]}\n"),
    }
    events = {"spring": "Gazette", "summer": "Salt Island Messenger", "autumn": "Quarterly Review"}
    return _make(folder, texts, events, TOPICS, PHRASES)


def make_least(folder: Path) -> Path:
    """One event, one short transcript without a question, and decisions that find nothing in it."""
    texts = {"gazette": ("spring", "transcript", f"{SPEAKER}: Good evening. There is little to say today.\n")}
    return _make(folder, texts, {"spring": "Gazette"}, {"trams": ["tram*"]}, {"iron trams": ["iron tram*"]})


def make_undecided(folder: Path) -> Path:
    """One interview before anybody has named a topic or a phrase."""
    return _make(folder, {"gazette": ("spring", "transcript", _INTERVIEW)}, {"spring": "Gazette"}, {}, {})


def _make(folder: Path, texts: dict, events: dict, topics: dict, phrases: dict) -> Path:
    for name in ("sources", "sources/texts", "decisions"):
        (folder / name).mkdir(parents=True)
    for source, (_, _, text) in texts.items():
        (folder / "sources" / "texts" / f"{source}.txt").write_text(text, encoding="utf-8")
    for path, table in _write_decisions(texts, events, topics, phrases).items():
        table.to_csv(folder / path, index=False)
    save_tables(build_tables(folder, folder / "sources" / "texts").released, folder)
    return folder


def _write_decisions(texts: dict, events: dict, topics: dict, phrases: dict) -> dict[str, pd.DataFrame]:
    plain = dict.fromkeys(["published", "url", "sha256", "note"], "")
    manifest = pd.DataFrame(
        [(s, event, f"Interview {s}", s.title(), kind) for s, (event, kind, _) in texts.items()],
        columns=["source", "event", "title", "outlet", "kind"],
    ).assign(language="en", **plain)
    columns = ["source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"]
    days = [f"2031-0{4 + place}-0{2 + place}" for place in range(len(events))]
    return {
        "sources/manifest.csv": manifest[columns],
        "sources/events.csv": pd.DataFrame(
            {"event": list(events), "date": days, "interviewer": events.values()}
        ),
        "decisions/topics.csv": pd.DataFrame(
            {"topic": list(topics), "label": [t.title() for t in topics], "description": "?"}
        ),
        "decisions/patterns.csv": _list_patterns("topic", topics),
        "decisions/phrases.csv": _list_patterns("phrase", phrases),
        "decisions/speakers.csv": pd.DataFrame(
            [
                (SPEAKER, SPEAKER, "answer", "the minister"),
                ("interviewer", "Question", "question", "who asks"),
            ],
            columns=["speaker", "label", "role", "reason"],
        ),
    }


def _list_patterns(by: str, decided: dict[str, list[str]]) -> pd.DataFrame:
    rows = [(name, pattern, "usual words") for name, patterns in decided.items() for pattern in patterns]
    return pd.DataFrame(rows, columns=[by, "pattern", "reason"])
