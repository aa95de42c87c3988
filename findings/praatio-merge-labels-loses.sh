#!/bin/sh
# praatio 6.2.2: IntervalTier.mergeLabels() drops the intervals over which the other tier is silent.
# Expected: "All intervals in this tier will appear in the output": its docstring's own example gives (3, 4, 'bar()').
# Seen: that example gives one interval; what was said where the second tier has no label is gone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet praatio==6.2.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from praatio import textgrid

said = textgrid.IntervalTier("said", [(1, 2, "foo"), (3, 4, "bar")], 0, 5)
topics = textgrid.IntervalTier("topics", [(1, 2, "bang"), (2, 3, "wizz")], 0, 5)
merged = [tuple(entry) for entry in said.mergeLabels(topics).entries]
document = textgrid.IntervalTier.mergeLabels.__doc__
print("promised:", [line.strip() for line in document.splitlines() if "bar()" in line])
print("given:", merged)
assert "All intervals in this tier will appear in the output" in document
assert merged == [(1.0, 2.0, "foo(bang)")], "the second interval was gone"
PYTHON
