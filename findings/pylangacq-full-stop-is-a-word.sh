#!/bin/sh
# pylangacq 0.23.0: mluw() and ttr() of a CHAT transcript count the mark that ends an utterance as a word.
# Expected: mean length of utterance in words of "we waited ." and "water is here ." is (2 + 3) / 2 = 2.5, and of five
# different words the type-token ratio is 1 (MacWhinney's CHAT manual: terminators are not words).
# Seen: 3.5, as (3 + 4) / 2, and 6 / 7: every mean length is one too long, and every full stop is a repeated word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pylangacq==0.23.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pylangacq

lines = [
    "@UTF8",
    "@Begin",
    "@Languages:\teng",
    "@Participants:\tROE Jane_Roe Adult",
    "@ID:\teng|talk|ROE|||||Adult|||",
    "*ROE:\twe waited .",
    "*ROE:\twater is here .",
    "@End",
]
with open("talk.cha", "w") as file:
    file.write("\n".join(lines) + "\n")
talk = pylangacq.read_chat("talk.cha")
length = talk.mluw(participant="ROE")
ratio = talk.ttr(participant="ROE")
print("words:", talk.words())
print("words an utterance:", length, "types a token:", ratio)
assert length == [3.5], "the full stops were words in the mean length"
assert abs(ratio[0] - 6 / 7) < 1e-9, "the full stops were one type and two tokens"
PYTHON
