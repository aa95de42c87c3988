"""Questions that the file itself sets in a type of their own are asked, with or without a question mark."""

from __future__ import annotations

import pytest
from office_files import make_odt, make_word, paragraph, run

from analysis.formats.cues.people import Speaker
from analysis.formats.guess import guess_kind
from analysis.formats.split import split_source
from analysis.readers import Reading, read_content

ROE = Speaker("Jane Roe")
LEAD = "Jane Roe, minister of Varnia, spoke with the Courier about the harbour and the road."
PAIRS = [
    ("Why do you rest by night?", "We work at night as the ships come late. It was so before."),
    ("Tell us about the long night of the storm.", "It was long, and the lamps were out."),
    ("Would you go to Lodra again?", "No."),
    ("Some say that the council pays for the ships.", "It pays for them, and I thank it."),
    ("Is the road done?", "It is not done, as the stone did not come."),
]
ASKED = [question for question, _ in PAIRS]
SAID = [answer for _, answer in PAIRS]
PAGES = {
    "bold": "<p><b>{0}</b></p><p>{1}</p>",
    "bold before its answer": "<p><strong>{0}</strong> {1}</p>",
    "slanted": "<p><em>{0}</em></p><p>{1}</p>",
    "by style": "<p><span style='font-weight: 700'>{0}</span></p><p>{1}</p>",
    "a class": "<div class='interview-question'>{0}</div><div>{1}</div>",
    "a heading": "<h3>{0}</h3><p>{1}</p>",
    "a term": "<dl><dt>{0}</dt><dd>{1}</dd></dl>",
    "answers set off": "<p>{0}</p><blockquote><p>{1}</p></blockquote>",
}
RTF = {"bold": r"{{\b {0}}}\par {1}\par ", "slanted": r"\i {0}\i0\par {1}\par "}


def split(reading):
    kind = guess_kind(reading.text, ROE, typed=reading.typed)
    rows = split_source(reading.text, kind=kind, speaker=ROE, marks=reading).segments.itertuples()
    said = {"question": [], "answer": []}
    for row in rows:
        if row.role in said:
            said[row.role].append(reading.text[row.start : row.end].strip())
    return said["question"], said["answer"]


@pytest.mark.parametrize("form", PAGES.values(), ids=PAGES)
def test_a_page_sets_questions_off(form):
    body = "".join(form.format(*pair) for pair in PAIRS)
    page = f"<html><body><article><h1>A talk</h1><p>{LEAD}</p>{body}</article></body></html>"
    assert split(read_content(page.encode(), ending=".html")) == (ASKED, SAID)


@pytest.mark.parametrize("form", RTF.values(), ids=RTF)
def test_rich_text_sets_questions_off(form):
    body = "".join(form.format(*pair) for pair in PAIRS)
    content = rf"{{\rtf1\ansi {LEAD}\par {body}}}"
    assert split(read_content(content.encode(), ending=".rtf")) == (ASKED, SAID)


@pytest.mark.parametrize("ask", [
    lambda asked: paragraph(run(asked, "<w:b/>")),
    lambda asked: paragraph(run(asked, "<w:i/>")),
    lambda asked: paragraph(run(asked), style="Question"),
], ids=["bold", "slanted", "a style of its own"])  # fmt: skip
def test_word_sets_questions_off(ask):
    body = "".join(ask(asked) + paragraph(run(said)) for asked, said in PAIRS)
    content = make_word(paragraph(run(LEAD)) + body)
    assert split(read_content(content, ending=".docx")) == (ASKED, SAID)


def test_open_document_sets_questions_off():
    bold = '<style:text-properties text:font-weight="bold"/>'
    styles = f'<style:style style:name="B" style:family="text">{bold}</style:style>'
    asked = '<text:p><text:span text:style-name="B">{0}</text:span></text:p><text:p>{1}</text:p>'
    body = f"<text:p>{LEAD}</text:p>" + "".join(asked.format(*pair) for pair in PAIRS)
    assert split(read_content(make_odt(body, styles=styles), ending=".odt")) == (ASKED, SAID)


def test_headings_in_bold_that_do_not_ask_are_no_questions():
    parts = [("On the harbour", SAID[0]), ("On the storm", SAID[1]), ("On Lodra", SAID[3])]
    body = "".join(f"<p><b>{theme}</b></p><p>We came in May. {said}</p>" for theme, said in parts)
    page = f"<html><body><article><h1>Remarks by Jane Roe</h1>{body}</article></body></html>"
    asked, _ = split(read_content(page.encode(), ending=".html"))
    assert asked == []


TERMS = [
    ("The mill should be a museum.", "It should be a mill. We need bread first."),
    ("Your bus never came.", "It comes in May, and I will be on it."),
    ("Is it true that goats live there?", "Two, and I like them."),
]


@pytest.mark.parametrize("form", [PAGES["a term"], PAGES["slanted"], "<p>{0}</p><p><i>{1}</i></p>"])
def test_of_a_type_that_one_question_shows_all_sentences_ask(form):
    body = "".join(form.format(*pair) for pair in TERMS)
    page = f"<html><body><article><h1>Jane Roe answers letters</h1>{body}</article></body></html>"
    asked, said = split(read_content(page.encode(), ending=".html"))
    assert asked == [question for question, _ in TERMS]
    assert said == [answer for _, answer in TERMS]


def test_a_report_whose_headings_ask_is_a_report():
    body = (
        "<h3>What happened?</h3><p>The mill closed in March. “We lost it,” Jane Roe said.</p>"
        "<h3>Who is to blame?</h3><p>“The guild slept,” said the miller, Odd Barr. “I told them twice.”</p>"
        "<h3>What comes next?</h3><p>“I begin on Monday,” said Roe.</p>"
    )
    reading = read_content(
        f"<html><body><article><h1>A mill</h1>{body}</article></body></html>".encode(), ending=".html"
    )
    assert guess_kind(reading.text, ROE, typed=reading.typed) == "report"


def test_one_type_for_questions_and_answers_leaves_it_to_turns():
    body = "".join(f"<p><b>{asked}</b></p><p><b>{said}</b></p>" for asked, said in PAIRS)
    page = f"<html><body><article><p>{LEAD}</p>{body}</article></body></html>"
    asked, _ = split(read_content(page.encode(), ending=".html"))
    assert asked == ASKED


def test_answers_in_the_type_of_all_questions_are_answers():
    pairs = [pair for pair in PAIRS if pair[0].endswith("?")]
    body = "".join(f"<p><b>{asked}</b></p><p><b>{said}</b></p>" for asked, said in pairs)
    page = f"<html><body><article><p>{LEAD}</p>{body}</article></body></html>"
    _, said = split(read_content(page.encode(), ending=".html"))
    assert said == [answer for _, answer in pairs]


def test_a_bid_without_a_question_mark_in_plain_text_is_nobodys():
    two_paragraphs = "We rest by day.\n\nThe crew sleeps in the hold, and I sleep on deck."
    text = LEAD + "\n\n" + "\n\n".join(line for pair in PAIRS for line in pair)
    text = text.replace(SAID[0], two_paragraphs).replace(SAID[3], two_paragraphs)
    asked, said = split(Reading(text, "plain text"))
    assert ASKED[1] not in " ".join(asked + said)
