"""An invented event in two texts, typed as tables: what a transcript says and what a report makes of it.

Maren Oldwick answers two questions; the Selm Courier begins with her second answer. All numbers that the
tests expect are counted from these rows by hand.
"""

from __future__ import annotations

import pandas as pd

SOURCES = pd.DataFrame(
    [
        ("talk", "ferries", "Harbour Gazette", "transcript", "Harbour Gazette, 14 Mar", "2031-03-14", True),
        ("news", "ferries", "Selm Courier", "report", "Harbour Gazette, 14 Mar", "2031-03-14", False),
        ("radio", "evening", "", "transcript", "Radio Lantern, 2 Jun", "2031-06-02", True),
    ],
    columns=["source", "event", "outlet", "kind", "label", "date", "is_reference"],
)
SEGMENTS = pd.DataFrame(
    [
        ("talk", 1, 1, "apparatus", 0, 9, 2),
        ("talk", 2, 2, "question", 10, 39, 5),
        ("talk", 3, 3, "answer", 40, 139, 16),
        ("talk", 4, 4, "question", 140, 169, 4),
        ("talk", 5, 5, "answer", 170, 299, 20),
        ("news", 1, 1, "apparatus", 0, 9, 6),
        ("news", 2, 2, "narration", 10, 79, 12),  # its last three words introduce a quotation
        ("news", 3, 2, "quote", 80, 119, 7),
        ("news", 4, 3, "apparatus", 120, 139, 3),  # a heading
        ("news", 5, 4, "quote", 140, 169, 5),
        ("news", 6, 4, "narration", 170, 209, 6),
    ],
    columns=["source", "segment", "paragraph", "role", "start", "end", "n_words"],
)
SENTENCES = pd.DataFrame(
    [
        ("talk", 1, 2, 2, "question", 10, 39, 5),
        ("talk", 2, 3, 3, "answer", 40, 99, 10),
        ("talk", 3, 3, 3, "answer", 100, 139, 6),
        ("talk", 4, 4, 4, "question", 140, 169, 4),
        ("talk", 5, 5, 5, "answer", 170, 219, 8),
        ("talk", 6, 5, 5, "answer", 220, 299, 12),
        ("news", 1, 2, 2, "narration", 10, 59, 9),
        ("news", 2, 2, 2, "quote", 60, 119, 7),
        ("news", 3, 5, 4, "quote", 140, 169, 5),
        ("news", 4, 6, 4, "narration", 170, 209, 6),
    ],
    columns=["source", "sentence", "segment", "paragraph", "role", "start", "end", "n_words"],
)
PASSAGES = pd.DataFrame(
    [
        ("news", 1, "talk", 5, 0.5, "paraphrase"),
        ("news", 2, "talk", 5, 0.4, "condensed"),
        ("news", 2, "talk", 6, 0.6, "altered"),
        ("news", 3, "talk", 2, 0.9, "verbatim"),
    ],
    columns=["report", "report_sentence", "source", "source_sentence", "score", "kind"],
)
HITS = pd.DataFrame(
    [
        ("fish", "talk", 1, "question"),
        ("fish", "talk", 2, "answer"),
        ("fish", "talk", 3, "answer"),
        ("tax", "talk", 3, "answer"),
        ("tax", "talk", 5, "answer"),
        ("tax", "talk", 6, "answer"),
        ("fish", "news", 3, "quote"),
        ("fish", "radio", 1, "answer"),
    ],
    columns=["topic", "source", "sentence", "role"],
).astype({"topic": "category"})
TOPICS = {"fish": "Fisheries", "tax": "The salt tax"}
USES = pd.DataFrame(
    [
        ("open harbours", "named", "talk", "answer", 2),
        ("open harbours", "named", "news", "quote", 3),
        ("salt tax", "expression", "talk", "answer", 5),
        ("salt tax", "expression", "talk", "answer", 6),
        ("cold water", "expression", "talk", "answer", 3),
        ("cold water", "expression", "talk", "question", 1),
        ("new map", "expression", "news", "narration", 4),
    ],
    columns=["family", "kind", "source", "role", "sentence"],
)
