#!/bin/sh
# mammoth 1.13.0: extract_raw_text() writes nothing for a line break inside a paragraph, so that two words become one.
# Expected: a break (Shift+Enter, common between a question and its answer) parts words, as python-docx has "\n" for it.
# Seen: "Why do you rest?" and "Because we can." come out as "rest?Because". convert_to_html() keeps the break.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mammoth==1.13.0 python-docx==1.2.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import docx
import mammoth

document = docx.Document()
run = document.add_paragraph().add_run("Why do you rest?")
run.add_break()
run.add_text("Because we can.")
document.save("talk.docx")
with open("talk.docx", "rb") as file:
    raw = mammoth.extract_raw_text(file).value
with open("talk.docx", "rb") as file:
    html = mammoth.convert_to_html(file).value
print(repr(raw), html, sep="\n")
assert raw.strip() == "Why do you rest?Because we can.", "the break was dropped and two words became one"
assert "rest?<br />Because" in html, "the other way out keeps it"
PYTHON
