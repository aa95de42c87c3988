"""A corpus as readtext and quanteda take it: a row a turn with doc_id, text, and document variables."""

from __future__ import annotations

from analysis.exchange.gathering import Export
from analysis.storage import write_csv

NAME = "corpus.csv"
SCRIPT = """\
# Reads the corpus into quanteda; run it in this folder.
library(readtext)
library(quanteda)
turns <- readtext("corpus.csv", docid_field = "doc_id", text_field = "text")
talk <- corpus(turns)
answers <- corpus_subset(talk, role %in% c("answer", "quote") & is_reference)
print(summary(answers, n = 5))
"""


def write_quanteda(export: Export) -> dict[str, bytes]:
    """Write one row a turn: doc_id, text, then every other column of turns and of topics; and a script for R.

    Cells that a spreadsheet would run bear an apostrophe, as in every CSV file of ours.
    """
    turns, topics = export.tables["turns"], export.tables["topics"]
    marks = topics[[name for name in topics if name.startswith("topic_")]]
    rest = turns.drop(columns=["doc_id", "text"])
    table = turns[["doc_id", "text"]].join(rest).join(marks)
    return {NAME: write_csv(table).encode("utf-8"), "read.R": SCRIPT.encode("utf-8")}
