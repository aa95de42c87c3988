#!/bin/sh
# iaa-kit 0.1.2: ac2() is Cohen's weighted kappa, with the expected agreement of kappa, not that of Gwet.
# Expected: with two categories linear weights are identity weights, so AC2 is AC1 (Gwet 2008): 0.89 for two coders who
# agree on 18 of 20 answers; this robustness where one category prevails is what the coefficient is for.
# Seen: ac1() gives 0.89, and ac2() of the same codings -0.05, the very number of cohen_kappa().
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet iaa-kit==0.1.2 numpy==1.26.4
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from iaa_kit import ac1, ac2, cohen_kappa

anna = [1] * 18 + [1, 2]
ben = [1] * 18 + [2, 1]
print("AC1:", ac1(anna, ben), "AC2:", ac2(anna, ben), "kappa:", cohen_kappa(anna, ben))
assert ac1(anna, ben) > 0.88, "AC1 was that of the paper"
assert ac2(anna, ben) == cohen_kappa(anna, ben) < 0, "AC2 was kappa"
PYTHON
