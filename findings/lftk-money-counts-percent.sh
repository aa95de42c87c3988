#!/bin/sh
# lftk 1.0.9: the number of named entities that are sums of money counts those that are percentages.
# Expected: "returns the number of named entities that are MONEY" (its docstring): two in this text.
# Seen: one, the percentage; a text of prices without any percentage has no money in it.
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
rules = [{"label": "MONEY", "pattern": "five crowns"}, {"label": "PERCENT", "pattern": "ten percent"}]
language.add_pipe("entity_ruler").add_patterns(rules)
text = language("We paid five crowns. They paid five crowns and lost ten percent of it.")
found = lftk.Extractor(docs=text).extract(features=["t_n_ent_money", "t_n_ent_percent"])
print([(entity.text, entity.label_) for entity in text.ents], found)
assert [entity.label_ for entity in text.ents].count("MONEY") == 2
assert found == {"t_n_ent_money": 1, "t_n_ent_percent": 1}, "money was percent"
PYTHON
