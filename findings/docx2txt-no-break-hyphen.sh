#!/bin/sh
# docx2txt 0.9: a non-breaking hyphen of Word (Ctrl+Shift+_, the element w:noBreakHyphen) is dropped.
# Expected: "co-operation" and "F-16" keep their hyphens, as in python-docx.
# Seen: "cooperation" and "F16": one source has other words than another that typed a plain hyphen.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet docx2txt==0.9 python-docx==1.2.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import docx
import docx2txt
from docx.oxml import OxmlElement

document = docx.Document()
run = document.add_paragraph().add_run("We want co")
run._r.append(OxmlElement("w:noBreakHyphen"))
run.add_text("operation")
document.save("talk.docx")
theirs, other = docx2txt.process("talk.docx"), docx.Document("talk.docx").paragraphs[0].text
print(repr(theirs), repr(other))
assert other == "We want co-operation", "python-docx keeps the hyphen"
assert theirs == "We want cooperation", "docx2txt drops it"
PYTHON
