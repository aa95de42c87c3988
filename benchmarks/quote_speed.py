"""`refrain quote` on an article of a thousand words against up to ten million: a data folder to time it on.

The folder holds the annual messages as interviews, as often as asked, each time another source; the same text is
counted once.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import pandas as pd

from benchmarks.corpora import read_addresses
from benchmarks.quote_corpora import ASKS, SPEAKER, Said, cut_turns, write_talk
from benchmarks.quote_makers import HELD, MAKERS
from benchmarks.quotes import write_articles

_COLUMNS = ["source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"]
_WORDS = 1000


def write_folder(folder: Path, *, n_copies: int) -> Path:
    """Write a data folder with its texts, and beside it an article that quotes them."""
    talks = [cut_turns(text) for text in read_addresses()]
    names = [f"talk-{n:03}-{copy}" for copy in range(n_copies) for n in range(len(talks))]
    for part in ("sources/texts", "decisions"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for name, talk in zip(names, talks * n_copies, strict=True):
        (folder / "sources" / "texts" / f"{name}.txt").write_text(write_talk(talk), encoding="utf-8")
    manifest = pd.DataFrame({"source": names, "event": names, "kind": "transcript"}).reindex(columns=_COLUMNS)
    manifest.to_csv(folder / "sources" / "manifest.csv", index=False)
    events = pd.DataFrame({"event": names, "date": "", "interviewer": ""})
    events.to_csv(folder / "sources" / "events.csv", index=False)
    labels = [
        (SPEAKER.name, SPEAKER.name, "answer", "invented"),
        ("interviewer", ASKS, "question", "invented"),
    ]
    speakers = pd.DataFrame(labels, columns=["speaker", "label", "role", "reason"])
    speakers.to_csv(folder / "decisions" / "speakers.csv", index=False)
    return _write_article(folder, talks)


def _write_article(folder: Path, talks: list[list[list[str]]]) -> Path:
    """Write articles behind each other until there are a thousand words."""
    turns = [turn[1:] for talk in talks for turn in talk if len(turn) > 2]
    asked = [turn[0] for talk in talks for turn in talk if len(turn) > 2]
    said = Said(None, turns, asked, asked)
    articles, n_words = [], 0
    for article, _ in write_articles(said, MAKERS | HELD, n=100, seed=random.Random(1).randint(1, 99)):
        if n_words >= _WORDS:
            break
        articles.append(article)
        n_words += len(article.split())
    path = folder / "article.txt"
    path.write_text("\n\n".join(articles), encoding="utf-8")
    return path


def main() -> None:
    """Write the folder, and print what to time."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--copies", type=int, default=5, help="each has two million words")
    chosen = options.parse_args()
    article = write_folder(chosen.folder, n_copies=chosen.copies)
    print(f"time python -m analysis quote {article} --data {chosen.folder} --format csv")


if __name__ == "__main__":
    main()
