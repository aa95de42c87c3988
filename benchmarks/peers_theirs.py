"""Measure the twenty invented texts of peers.txt with other packages; prints a row a text, package and measure.

    python3 -m venv PEERS
    PEERS/bin/pip install "setuptools<81" textstat==0.7.8 textacy==0.13.0
    PEERS/bin/pip install lexicalrichness==0.5.1 lexical-diversity==0.1.1
    PEERS/bin/python benchmarks/peers_theirs.py > theirs.csv

Each package splits the text into words by its own rule, as its documentation shows first.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import spacy
import textstat
from lexical_diversity import lex_div
from lexicalrichness import LexicalRichness
from textacy.text_stats import basics, diversity, readability

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")
TEXTSTAT = {
    "n_words": textstat.lexicon_count,
    "n_sentences": textstat.sentence_count,
    "n_syllables": textstat.syllable_count,
    "flesch_reading_ease": textstat.flesch_reading_ease,
    "flesch_kincaid": textstat.flesch_kincaid_grade,
    "gunning_fog": textstat.gunning_fog,
    "smog": textstat.smog_index,
    "automated_readability": textstat.automated_readability_index,
    "coleman_liau": textstat.coleman_liau_index,
    "dale_chall": textstat.dale_chall_readability_score,
    "lix": textstat.lix,
}
TEXTACY = {
    "n_words": basics.n_words,
    "n_sentences": basics.n_sents,
    "n_syllables": basics.n_syllables,
    "flesch_reading_ease": readability.flesch_reading_ease,
    "flesch_kincaid": readability.flesch_kincaid_grade_level,
    "gunning_fog": readability.gunning_fog_index,
    "smog": readability.smog_index,
    "automated_readability": readability.automated_readability_index,
    "coleman_liau": readability.coleman_liau_index,
    "lix": readability.lix,
    "mtld_72": diversity.mtld,
    "hdd_42": diversity.hdd,
}
RICHNESS = {
    "n_words": lambda text: text.words,
    "mtld_72": lambda text: text.mtld(threshold=0.72),
    "hdd_42": lambda text: text.hdd(draws=42),
    "mattr_50": lambda text: text.mattr(window_size=50),
}
LEX_DIV = {"n_words": len, "mtld_72": lex_div.mtld, "hdd_42": lex_div.hdd, "mattr_50": lex_div.mattr}
PEERS: dict[str, tuple[Callable, dict[str, Callable]]] = {
    "textstat": (str, TEXTSTAT),
    "textacy": (NLP, TEXTACY),
    "lexicalrichness": (LexicalRichness, RICHNESS),
    "lexical-diversity": (lex_div.tokenize, LEX_DIV),
}


def main() -> None:
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["text", "peer", "version", "measure", "value"])
    parts = Path(__file__).with_name("peers.txt").read_text(encoding="utf-8").removeprefix("# ").split("\n# ")
    for part in parts:
        rows.writerows(measure(*part.split("\n", 1)))


def measure(name: str, text: str) -> Iterator[tuple]:
    for peer, (read, measures) in PEERS.items():
        for called, function in measures.items():
            yield name, peer, version(peer), called, function(read(text))


if __name__ == "__main__":
    main()
