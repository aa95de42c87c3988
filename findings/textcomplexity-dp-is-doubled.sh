#!/bin/sh
# textcomplexity 0.11.0: gries_dp() is twice the DP of the paper, and gries_dp_norm() goes up to 2.
# Expected: DP is half the sum of the absolute differences of observed and expected shares (Gries 2008, which the
# docstring cites), so at most 1; a word in one of ten equal parts has 0.9, and DP_norm 1.
# Seen: 1.8 and 2.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet textcomplexity==0.11.0 numpy==1.26.4 scipy==1.15.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from collections import namedtuple

from textcomplexity.surface import gries_dp, gries_dp_norm
from textcomplexity.utils.text import Text

Token = namedtuple("Token", "word pos")
text = Text.from_tokens([Token(word, "N") for word in "a b c d e f g h i j".split()])
paper = (abs(1 - 0.1) + 9 * abs(0 - 0.1)) / 2
print("by the paper:", paper, "DP:", gries_dp(text, 10), "normed:", gries_dp_norm(text, 10))
assert abs(gries_dp(text, 10) - 2 * paper) < 1e-9, "DP was doubled"
assert abs(gries_dp_norm(text, 10) - 2) < 1e-9, "and so was the normed one"
PYTHON
