"""Where quotations are, and who speaks them."""

from __future__ import annotations

import pytest
from splitting import of_role, split

from analysis.formats.cues.people import Speaker
from analysis.formats.cues.quotation_marks import read_usage
from analysis.formats.cues.quotations import find_quotations
from analysis.formats.role_map import Paragraph
from analysis.formats.split import split_segments

OPEN = "Minister Jane Roe spoke in Elm Port on Monday, and she spoke for an hour.\n"


def quoted(text: str) -> list[str]:
    found = find_quotations(text, Paragraph(0, len(text)), read_usage(text))
    return [text[q.start : q.end] for q in found]


@pytest.mark.parametrize(
    "text",
    ['"We wait," she said. "Long."', "“We wait,” she said. “Long.”", "«We wait,» she said. «Long.»",
     "„We wait,“ she said. „Long.“", "“We wait,\" she said. \"Long.”"],
)  # fmt: skip
def test_double_marks(text):
    assert [part.strip('"“”«»„') for part in quoted(text)] == ["We wait,", "Long."]


def test_quotation_inside_another_belongs_to_it():
    assert quoted("“He said ‘no’ to me,” she said.") == ["“He said ‘no’ to me,”"]


def test_single_marks_are_no_apostrophes():
    text = "‘We don’t wait for ’em,’ she said. ‘It’s the towns’ turn.’"
    assert read_usage(text).single
    assert quoted(text) == ["‘We don’t wait for ’em,’", "‘It’s the towns’ turn.’"]


def test_double_marks_win_where_single_ones_are_apostrophes():
    assert not read_usage("“We don’t wait,” she said. “It’s the towns’ turn.”").single


def test_open_quotation_goes_on():
    (quotation,) = find_quotations("“We wait.", Paragraph(0, 9), read_usage("“We wait."))
    assert quotation.goes_on


def quotes(text: str) -> list[str]:
    return of_role("quote", f"{OPEN}{text}\nNobody in the hall had a word to say for a while.", "report")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ", Roe said."),
        ("", ", said Roe."),
        ("", ", she said."),
        ("", ", the minister said."),
        ("", ", Jane Roe told the farmers."),
        ("Roe said: ", ""),
        ("She added that ", "."),
        ("According to Roe, ", "."),
        ("Roe, who was late, noted: ", ""),
    ],
)
@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "‘{}’", "«{}»"])
def test_quotation_of_the_speaker(before, after, marks):
    quotation = marks.format("We shall not wait for the rain in May, and nobody else will wait for it")
    assert quotes(before + quotation + after) == [quotation]


def test_two_halves_of_a_quotation():
    assert quotes("“We wait,” Roe said. “And then we act as we must.”") == [
        "“We wait,”",
        "“And then we act as we must.”",
    ]


def test_quotation_over_several_paragraphs():
    text = "Roe said: “We wait for rain.\n“Then we wait for sun.\n“Then we act.”"
    assert quotes(text) == ["“We wait for rain.", "“Then we wait for sun.", "“Then we act.”"]


def test_other_people_keep_their_words_and_names():
    text = OPEN + "Mayor Tom Arden said: “Nobody asked us about the dam.”\n“We were asleep,” Arden added."
    segments = split_segments(text, kind="report", speaker=Speaker("Jane Roe"))
    others = segments[segments["speaker"] == "Tom Arden"]
    assert [text[s:e] for s, e in zip(others["start"], others["end"], strict=True)] == [
        "“Nobody asked us about the dam.”",
        "“We were asleep,”",
    ]
    assert set(others["role"]) == {"narration"}


def test_pronoun_means_who_opens_the_paragraph():
    text = "Mayor Tom Arden, who sat in front, was not pleased. “I can count, too,” he told us.\n"
    assert quotes("“We act,” Roe said.\n" + text) == ["“We act,”"]


def test_scare_quotes_are_the_outlets():
    assert quotes("The “iron road” has been closed since May, and nobody knows when trains will run.") == []


def test_report_prose_headings_and_dateline():
    text = (
        "Dam will be built, minister says\n"
        "ELM PORT, May 3 (CNA) — The dam will be built, Jane Roe said on Monday.\n"
        "Money and water\nThe work is shared by three regions, and it starts in the spring of next year.\n"
        "Read also: Who pays?\n"
    )
    assert split(text, "report") == [
        ("apparatus", "Dam will be built, minister says"),
        ("apparatus", "ELM PORT, May 3 (CNA) —"),
        ("narration", "The dam will be built, Jane Roe said on Monday."),
        ("apparatus", "Money and water"),
        ("narration", "The work is shared by three regions, and it starts in the spring of next year."),
        ("apparatus", "Read also: Who pays?"),
    ]


def test_caption_that_repeats_the_title():
    title = "Minister: the dam will be built"
    text = f"{title}\n{OPEN}{title}\n“We act,” Roe said.\n{title}\nThe work begins in May."
    assert of_role("apparatus", text, "report") == [title] * 3


def test_insertion_inside_a_quotation():
    assert of_role("note", OPEN + "Roe said: “They [the towns] pay for the water.”", "report") == [
        "[the towns]"
    ]
