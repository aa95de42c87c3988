#!/bin/sh
# lexical-diversity 0.1.1: tokenize() takes away . , ? ! ' and more, but leaves the straight double quotation mark.
# Expected: a quoted word is the same word as without quotation marks, so both texts have the same MTLD.
# Seen: `"wait` and `wait` are two words, and the MTLD of the same words in dialogue is far higher.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" lexical-diversity==0.1.1
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from lexical_diversity import lex_div

lines = ["Wait here.", "We wait.", "Here we wait.", "Wait for the boat.", "The boat is here.", "Is the boat here?"] * 6
plain = lex_div.tokenize(" ".join(lines))
quoted = lex_div.tokenize(" ".join(f'"{line}"' for line in lines))
print("words:", plain[:4], quoted[:4])
print("MTLD without and with quotation marks:", round(lex_div.mtld(plain), 2), round(lex_div.mtld(quoted), 2))
assert len(plain) == len(quoted), "the number of words was the same"
assert quoted[0] == '"wait', "the mark stayed on the word"
assert lex_div.mtld(quoted) > 1.2 * lex_div.mtld(plain), "MTLD was higher with quotation marks"
PYTHON
