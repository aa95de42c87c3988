#!/bin/sh
# duckdb 2.0.1: a CSV column in which every answer is Yes or No is read as truth values; y and n stay words.
# Expected: words stay words: only "true" and "false" (and t, f) make a column BOOLEAN, as other readers do it.
# Seen: "Yes" comes back as True and is written as "true"; one "Maybe" more in the file, and all answers are words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet duckdb==2.0.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from pathlib import Path

import duckdb


def read(*answers: str) -> list:
    rows = [f"{number},{answer}" for number, answer in enumerate(answers)]
    Path("answers.csv").write_text("\n".join(["number,answer", *rows]) + "\n")
    return [answer for (answer,) in duckdb.sql("SELECT answer FROM 'answers.csv' ORDER BY number").fetchall()]


short, longer, letters = read("Yes", "No", "Yes"), read("Yes", "No", "Yes", "Maybe"), read("y", "n", "y")
read("Yes", "No", "Yes")
duckdb.sql("COPY (FROM 'answers.csv') TO 'again.csv'")
print(short, longer, letters, Path("again.csv").read_text().split())
assert short == [True, False, True], "Yes and No were truth values"
assert longer == ["Yes", "No", "Yes", "Maybe"], "with one other word they were words"
assert letters == ["y", "n", "y"], "letters stayed"
assert "0,true" in Path("again.csv").read_text(), "the words were written as true and false"
PYTHON
