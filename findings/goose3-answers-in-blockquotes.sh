#!/bin/sh
# goose3 3.1.22: cleaned_text has no <blockquote> of the article, so that of an interview with answers in blockquotes the
# questions alone are left.
# Expected: what an article quotes at length is part of its text.
# Seen: every question is there and no answer, without a word on it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet goose3==3.1.22
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from goose3 import Goose

questions = [
    "Why do you rest by the harbour, and what will the council say about the nights that are so long there?",
    "And what of the budget that the assembly passed last week after so many days of talk in the capital?",
    "What would you tell the people of the hills who have waited for the road for more than ten years?",
]
answers = [
    "We rest because the work of the harbour is done at night, and nobody should be asked to work by day as well.",
    "The budget is small, but it is a budget that holds; we have said so in every talk and we say so today.",
    "That the road will come. It was promised by others, and we keep the promises of others as well as ours.",
]
body = "".join(f"<p>{asked}</p><blockquote>{said}</blockquote>" for asked, said in zip(questions, answers))
page = f"<html lang='en'><head><title>A talk</title></head><body><article><h1>A talk</h1>{body}</article></body></html>"
article = Goose({"enable_image_fetching": False}).extract(raw_html=page)
text = " ".join(article.cleaned_text.split())
kept = [sum(line in text for line in lines) for lines in (questions, answers)]
print("questions kept:", kept[0], "of 3; answers kept:", kept[1], "of 3")
assert kept == [3, 0], "the questions stayed and the answers were dropped"
PYTHON
