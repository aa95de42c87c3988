"""A small invented corpus: three events, four texts, one speaker, and phrases that recur.

Maren Oldwick, minister of the island republic of Tervia, does not exist; neither do the outlets.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from analysis.storage.built import BUILT, digest_folder, digest_inputs, write_built

GAZETTE = """
Interview of the Minister of the Sea Maren Oldwick with the newspaper Harbour Gazette

Port Selm, 14 March 2031

Question: Minister, the ferries have stood still since January. Who is to blame for the quarrel?

Maren Oldwick: Nobody should speak of blame. We must look at the root of the quarrel, and the root of the
quarrel is older than the ferries. The shared waters were divided on a map that no fisherman had drawn. We
said so in the spring, and we say so today.

Question: The other side says that you refuse to talk about open harbours. Is that true?

Maren Oldwick: It is not. Open harbours were our own proposal. We put it on the table twice, and twice it was
left there. Without the Lighthouse Agreement, however, open harbours are only words.

Question: What did the Lighthouse Agreement settle?

Maren Oldwick: Three things. It gave both islands the right to fish in the shared waters. It named a common
pilot. And it closed no harbour to anybody, in peace or in storm.

Question: Will the herring quota change this year?

Maren Oldwick: The herring quota is a matter for scientists. I have read their report. It is careful, and it
is worrying: the shoals move north every summer, and nets move after them.

Question: Are you ready to meet your colleague on neutral ground?

Maren Oldwick: I am ready to meet him on any ground, on any boat and at any hour. [Laughs] He knows my number.
A meeting without a paper to sign would be a walk on the beach, though.

Question: Do you trust him?

Maren Oldwick: I trust signatures. The Lighthouse Agreement has two of them, and one is his father's.

Question: What should our readers expect by the autumn?

Maren Oldwick: They should expect patience. A long-term settlement needs more than a summer. The shared waters
have fed us for nine hundred years, and they will feed us when this quarrel is a footnote.

Photo: Harbour Gazette
"""

COURIER = """
Oldwick: the quarrel over the waters is older than the ferries

Port Selm, March 15. The Minister of the Sea of Tervia, Maren Oldwick, has called for patience in the dispute
over the ferries.

“Nobody should speak of blame. We must look at the root of the quarrel,” Oldwick said in an interview with the
Harbour Gazette. “The shared waters were divided on a map that no fisherman had drawn.”

The ferries between the two islands have stood still since January, and harbours on both sides are half empty.

“Open harbours were our own proposal,” the minister added. “We put it on the table twice, and twice it was
left there.”

The fishermen of Port Selm, whom our correspondent met on Friday, see it otherwise and count their losses.

Read also: The herring moves north
"""

LANTERN = """
Maren Oldwick in the morning programme of Radio Lantern

Question: Good morning, Minister. It is June, and the ferries sail again. Is the quarrel over?

Maren Oldwick: Good morning. The ferries sail, and that is good. But the root of the quarrel is where it was.
A ferry can cross the shared waters; it cannot divide them anew.

Question: You have spoken of the Lighthouse Agreement in every interview. Why does it matter so much?

Maren Oldwick: Because it is the only paper that both islands signed. Whoever tears up the Lighthouse
Agreement must tell us what he wants to put in its place. So far nobody has told us.

Question: Your critics say that open harbours would ruin the small ports. What do you answer them?

Maren Oldwick: I answer with numbers. In the years of open harbours the small ports doubled their trade. When
the harbours were closed, two of them closed for good.

Question: Can the fishermen hope for a bigger herring quota?

Maren Oldwick: They can hope, as we all do. The herring quota follows the shoals and not the elections. I
would rather disappoint people in June than in December.

Question: And when will you meet your colleague?

Maren Oldwick: In September, I hope, at the Forum of the Islands. We need a lasting settlement, and you cannot
reach one by letter. Some things have to be said across a table.

Question: What will be on that table?

Maren Oldwick: The map, the pilots and the shared waters. And coffee, because it will take long.

Question: Thank you for coming to us so early.

Maren Oldwick: Thank you. Fishermen would call this hour late.
"""

FORUM = """
From the speech of Maren Oldwick at the Forum of the Islands

On the waters

The shared waters are not a border. They are a larder, a road and a school, and every child in Port Selm
learns to row before it learns to write.

We have been asked why we speak of the root of the quarrel and not of its branches. Branches can be cut (and
they have been cut three times), but they grow again.

On the harbours

Open harbours remain our offer. The pilot stands ready, the lamps are lit, and the Lighthouse Agreement¹ needs
nothing but a date.

I do not promise a long-term settlement by winter. I promise that we will not leave the table first.

¹ Signed in 1998 by both islands. – Ed.
"""

TEXTS = {
    "2031-03-14-gazette": GAZETTE,
    "2031-03-15-courier": COURIER,
    "2031-06-02-lantern": LANTERN,
    "2031-09-20-forum": FORUM,
}

MANIFEST = [
    ("source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"),
    ("2031-06-02-lantern", "lantern", "", "Radio Lantern", "transcript", "", "en", "", "", ""),
    ("2031-03-15-courier", "gazette", "", "Selm Courier", "report", "2031-03-15", "en", "", "", ""),
    ("2031-09-20-forum", "forum", "", "", "excerpt", "", "en", "", "", "no questions"),
    ("2031-03-14-gazette", "gazette", "", "Harbour Gazette", "transcript", "2031-03-14", "en", "", "", ""),
]
EVENTS = [
    ("event", "date", "interviewer"),
    ("forum", "2031-09-20", "Forum of the Islands"),
    ("gazette", "2031-03-14", "Harbour Gazette"),
    ("lantern", "2031-06-02", "Radio Lantern"),
]
TOPICS = [
    ("topic", "label", "description"),
    ("fish", "Fisheries", "The herring, its shoals and quotas, and those who live on it"),
    ("harbours", "Harbours and ferries", "Who may land where, and what sails"),
    ("treaty", "Agreements", "Papers that were signed or should be"),
]
PATTERNS = [
    ("topic", "pattern", "reason"),
    ("fish", "herring", "the catch that is argued about"),
    ("fish", "fisher*", "those who catch it"),
    ("fish", "shoal*", "where it is"),
    ("harbours", "harbour*", "where ships land"),
    ("harbours", "-Harbour Gazette", "the newspaper"),
    ("harbours", "ferr*", "the ships that stood still"),
    ("treaty", "Lighthouse Agreement", "the paper by its name"),
    ("treaty", "settlement", "the paper that is wanted"),
    ("treaty", "sign*", "what is done with it"),
]
PHRASES = [
    ("phrase", "pattern", "reason"),
    ("root of the quarrel", "root* of the quarrel", "the formula itself"),
    ("Lighthouse Agreement", "Lighthouse Agreement", "the paper by its name"),
    ("lasting settlement", "lasting settlement", "the plainest wording"),
    ("lasting settlement", "long-term settlement", "another adjective for the same"),
    ("silver tide", "silver tide", "a phrase that nobody uses here"),
]
SPEAKERS = [
    ("speaker", "label", "role", "reason"),
    ("Maren Oldwick", "Maren Oldwick", "answer", "the minister whose words are studied"),
    ("interviewer", "Question", "question", "how the transcripts mark whoever asks"),
]
TABLES = {
    "sources/manifest.csv": MANIFEST,
    "sources/events.csv": EVENTS,
    "decisions/topics.csv": TOPICS,
    "decisions/patterns.csv": PATTERNS,
    "decisions/phrases.csv": PHRASES,
    "decisions/speakers.csv": SPEAKERS,
}


def write_corpus(data: Path) -> Path:
    """Write the corpus as a data folder, with the texts in sources/texts, and return the folder."""
    for name, rows in TABLES.items():
        write_rows(data / name, rows)
    for source, text in TEXTS.items():
        write_text(data, source, text)
    return data


def write_rows(path: Path, rows: Iterable[Iterable[object]]) -> None:
    """Write a CSV file as the schema wants it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def read_rows(path: Path) -> list[list[str]]:
    """Read a CSV file as it stands, header first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_text(data: Path, source: str, text: str) -> Path:
    """Write the text of a source; here a paragraph is wrapped, there it is one line."""
    path = data / "sources" / "texts" / f"{source}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


def add_source(data: Path, source: str, *, like: str) -> None:
    """Add a byte copy of a text to the same event, under another name."""
    texts = data / "sources" / "texts"
    (texts / f"{source}.txt").write_bytes((texts / f"{like}.txt").read_bytes())
    rows = read_rows(data / "sources" / "manifest.csv")
    copied = next(row for row in rows if row[0] == like)
    write_rows(data / "sources" / "manifest.csv", [*rows, [source, *copied[1:]]])


def renew_digests(data: Path) -> None:
    """Let built.json list the files that a test has edited as they are now, as if they had been built so."""
    (data / "tables" / BUILT).unlink()
    texts = digest_folder(data / "sources" / "texts")
    by_source = {Path(name).stem: digest for name, digest in texts.items()}
    write_built(data / "tables", digest_inputs(data), by_source)
