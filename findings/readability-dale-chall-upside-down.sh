#!/bin/sh
# readability 0.3.2: the constant of Dale and Chall is added for easy texts and left out for difficult ones.
# Expected: 0.1579 * (percent of words not on the list) + 0.0496 * (words a sentence), plus 3.6365 always (Dale and Chall
# 1948) or, as many have it, where over 5 percent of the words are not on the list: the more such words, the harder.
# Seen: 3.6365 is added where 5 percent or fewer are not on the list: 3.93 without any difficult word, and 2.93, that is
# easier, when every sixth word is difficult.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet readability==0.3.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import readability


def measure(sentence: str) -> tuple[int, float]:
    measures = readability.getmeasures("\n".join([sentence] * 10), lang="en", merge=True)
    return measures["complex_words_dc"], measures["DaleChallIndex"]


easy = measure("The dog ran to the house .")
hard = measure("The dog ran to the laboratory .")
print("difficult words of 60, index:", easy, hard)
assert easy[0] == 0 and hard[0] == 10, "the words of the list changed"
assert abs(easy[1] - (0.0496 * 6 + 3.6365)) < 1e-9, "the easy text got the constant"
assert abs(hard[1] - (0.0496 * 6 + 0.1579 * 100 / 6)) < 1e-9, "the difficult one did not"
PYTHON
