"""PDF: words in reading order, notes apart, furniture left out; what holds no text is refused."""

import pytest
from written_pdf import Words, write_pdf

from analysis.errors import InputError
from analysis.readers import Reading, read_content

pytest.importorskip("pypdfium2", reason="reading PDF needs the extra 'pdf'")

FULL = "We pay for the harbour from the tolls and the ferries sail in"  # as wide as its column


def read(*pages: list[Words]) -> Reading:
    return read_content(write_pdf(*pages), ending=".pdf")


def paragraphs(reading: Reading) -> list[str]:
    return reading.text.strip().split("\n\n")


def column(
    *lines: str, left: float = 50, top: float = 700, step: float = 14, size: float = 12
) -> list[Words]:
    return [Words(line, left, top - i * step, size) for i, line in enumerate(lines)]


def test_lines_of_a_paragraph_are_joined_and_a_short_line_ends_it():
    reading = read(column("Ann Lee: What will it cost?", f"Jane Roe: {FULL}", "May. So it is."))
    assert paragraphs(reading) == ["Ann Lee: What will it cost?", f"Jane Roe: {FULL} May. So it is."]


def test_words_that_a_scanner_put_behind_a_picture_are_read():
    content = write_pdf(column("Jane Roe: We pay."), hidden=True)
    assert read_content(content, ending=".pdf").text == "Jane Roe: We pay.\n"


def test_an_indent_begins_a_paragraph():
    lines = [
        Words("  " + FULL, 62, 700),
        Words(f"{FULL} June.", 50, 686),
        Words(FULL, 62, 672),
        Words("end.", 50, 658),
    ]
    assert paragraphs(read(lines)) == [f"{FULL} {FULL} June.", f"{FULL} end."]


def test_columns_are_read_one_behind_the_other_below_their_title():
    title = [Words("The harbour pays for itself, says Jane Roe, who built the whole of it", 50, 750, 16)]
    left = column(
        "One two three four five", "six seven eight nine ten", "eleven twelve thirteen", "fourteen fifteen."
    )
    right = column(
        "Sixteen seventeen, and", "eighteen and nineteen", "and twenty and so on", "to the end.", left=320
    )
    rows = [words for pair in zip(left, right, strict=True) for words in pair]
    text = " ".join(read([*title, *rows]).text.split())
    assert text.index("fourteen fifteen.") < text.index("Sixteen seventeen")
    assert text.startswith("The harbour pays")


def test_names_left_of_their_words_are_labels():
    names = [
        Words("ANN LEE", 50, 700),
        Words("JANE ROE", 50, 672),
        Words("ANN LEE", 50, 644),
        Words("JANE ROE", 50, 616),
    ]
    said = column(
        "What does the harbour cost?",
        "",
        "We pay for it from the tolls and",
        "for the ferries too.",
        left=200,
    )
    said = [
        Words("What does the harbour cost?", 200, 700),
        Words("We pay for it from the tolls of all the ships and", 200, 672),
    ]
    said += [
        Words("for the ferries too.", 200, 658),
        Words("Is it so?", 200, 644),
        Words("It is so.", 200, 616),
    ]
    assert paragraphs(read(names + said)) == [
        "ANN LEE: What does the harbour cost?",
        "JANE ROE: We pay for it from the tolls of all the ships and for the ferries too.",
        "ANN LEE: Is it so?",
        "JANE ROE: It is so.",
    ]


def test_heads_and_page_numbers_are_left_out_and_a_paragraph_runs_over_the_page():
    def page(number: int, *lines: str) -> list[Words]:
        return [Words("The Harbour Gazette", 50, 780, 9), *column(*lines), Words(str(number), 300, 30, 9)]

    reading = read(page(9, f"Jane Roe: {FULL}", f"{FULL} that"), page(10, "same May. So it is."))
    assert paragraphs(reading) == [f"Jane Roe: {FULL} {FULL} that same May. So it is."]
    assert reading.left_out == {"heads and feet of pages": 4}


def test_a_raised_mark_is_left_out_and_its_footnote_is_a_note():
    lines = [Words("We pay", 50, 700), Words("1", 92.2, 705, 7), Words("now, all of us.", 100, 700)]
    reading = read([*lines, Words("1 From the tolls.", 50, 60, 8)])
    assert paragraphs(reading) == ["We pay now, all of us.", "1 From the tolls."]
    assert [reading.text[note.start : note.end] for note in reading.notes] == ["1 From the tolls."]
    assert reading.left_out == {"footnote marks": 1}


def test_a_power_stays_with_its_number():
    lines = [Words("We pay 10", 50, 700), Words("6", 107, 705, 7), Words("crowns a year.", 114, 700)]
    assert read(lines).text == "We pay 10⁶ crowns a year.\n"


def test_bold_type_that_is_printed_twice_stands_once():
    assert read([Words("We pay.", 50, 700), Words("We pay.", 50.3, 700)]).text == "We pay.\n"


@pytest.mark.parametrize(
    "above, below, expected",
    [
        ("This is an inter-", "view with Roe.", "This is an interview with Roe."),
        ("They are a well-", "known family.", "They are a well-known family."),
        ("This is the Anglo-", "Saxon way.", "This is the Anglo-Saxon way."),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_joined(above, below, expected):
    assert read(column(above, below)).text == f"{expected}\n"


def test_pictures_of_pages_are_refused():
    with pytest.raises(InputError, match=r"pictures of pages and no text; recognise its text \(OCR\)"):
        read([])


def test_a_page_without_words_among_others_is_counted():
    assert read(column("We pay."), []).left_out == {"pages without words": 1}


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_pdf_that_is_cut_off_is_refused(cut):
    content = write_pdf(column("We pay."))
    with pytest.raises(InputError, match="this PDF is cut off"):
        read_content(content[: int(len(content) * cut)], ending=".pdf")


def test_a_damaged_pdf_is_refused():
    with pytest.raises(InputError, match="this PDF is damaged"):
        read_content(b"%PDF-1.4\nnothing\n%%EOF", ending=".pdf")


def test_what_only_bears_the_name_of_a_pdf_is_refused():
    with pytest.raises(InputError, match=r"its name ends in \.pdf, but it holds no PDF"):
        read_content(b"We pay.", ending=".pdf")


def test_a_sentence_that_two_pages_begin_with_is_no_head():
    pages = [column(f"{FULL}", "May and then. So it is.") for _ in range(3)]
    assert read(*pages).text.count("We pay for the harbour") == 3
