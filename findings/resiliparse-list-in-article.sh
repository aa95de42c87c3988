#!/bin/sh
# Resiliparse 2.0.1: extract_plain_text(main_content=True) drops an interview whose exchanges stand in a list, though
# the list is in <article> in <main>. The same exchanges as paragraphs are kept.
# Expected: a list of whole sentences inside the article is main content.
# Seen: the heading and the lead alone are left, 0 of 6 exchanges, without a word on it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet resiliparse==2.0.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from resiliparse.extract.html2text import extract_plain_text

exchanges = [
    "Why do you rest by the harbour? We rest because the work of the harbour is done at night.",
    "And the budget? It is small, but it is a budget that holds, and we say so today, here, before you.",
    "Will you go to Lodra this year? I will go if I am asked, and nobody has asked me so far.",
    "What of the road to the hills? The road will come, as it was promised by others before us.",
    "Who pays for it? The assembly pays, as it has paid for every road since the last war.",
    "Will you stay? I will stay for as long as the people of the coast want me to.",
]


def write_page(body):
    """A page with a heading, a lead and the exchanges."""
    lead = "<h1>A talk</h1><p>Jane Roe, minister of Varnia, spoke with the Courier about the harbour and the road.</p>"
    page = f"<nav><a href='/'>Home</a></nav><main><article>{lead}{body}</article></main><footer>2031</footer>"
    return f"<html><head><title>A talk</title></head><body>{page}</body></html>"


def count_kept(body):
    """How many of the exchanges are in the main content."""
    text = " ".join(extract_plain_text(write_page(body), main_content=True).split())
    return sum(exchange in text for exchange in exchanges)


listed = count_kept("<ul>" + "".join(f"<li>{exchange}</li>" for exchange in exchanges) + "</ul>")
plain = count_kept("".join(f"<p>{exchange}</p>" for exchange in exchanges))
print("kept as paragraphs:", plain, "of 6; in a list:", listed)
assert plain == 6, "paragraphs were kept"
assert listed == 0, "the list was dropped"
PYTHON
