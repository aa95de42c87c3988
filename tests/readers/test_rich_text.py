"""RTF, one trait of the format a test."""

from __future__ import annotations

import pytest
from office_files import left_out_of, make_rtf, notes_of, paragraphs_of, voices_of

from analysis.errors import InputError
from analysis.readers import read_content

CYRILLIC = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial;}}"
SIGNS = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\ftech\fcharset2 Wingdings;}}"


def read(text, **head):
    return paragraphs_of(make_rtf(text, **head), ".rtf")


def left_out(text, **head):
    return left_out_of(make_rtf(text, **head), ".rtf")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (r"We rest.\par Then we go.\par", ["We rest.", "Then we go."]),
        ("We rest.\\\nThen we go.", ["We rest.", "Then we go."]),  # as TextEdit writes
        ("per\nspec\r\ntive", ["perspective"]),
        (r"one\line two\tab three\~four", ["one two three four"]),
        (r"co\-operate well\_known", ["cooperate well-known"]),
        (r"Why now?\line We must rest.", ["Why now?", "We must rest."]),
        (r"{\b per}{\i spect}ive", ["perspective"]),
        (r"caf\'e9 \{now\} a\\b", [r"café {now} a\b"]),
        (r"It\rquote s \ldblquote it\rdblquote\emdash so\endash and \bullet  on", ["It’s “it”—so–and • on"]),
        (r"caf\u233?s", ["cafés"]),
        (r"\uc2 caf\u233\'c3\'a9s", ["cafés"]),
        (r"\uc0 caf\u233 s", ["cafés"]),
        (r"it\u8217\rquote s", ["it’s"]),
        (r"caf\u233\par then", ["café", "then"]),  # what should stand in for it was forgotten
        (r"\u-10179?\u-8704? yes", ["😀 yes"]),
        (r"We {\deleted never }rest{\v  at all}.", ["We rest."]),
        (r"We \v never \v0 rest.", ["We rest."]),
        (r"We {\revised will }rest.", ["We will rest."]),
        (r"{\mvf now }We rest {\mvt now}.", ["We rest now."]),
        (r"We {\deleted\par}rest.", ["We rest."]),
        (r"{\field{\*\fldinst{HYPERLINK http://a.example}}{\fldrslt{the plan}}} holds", ["the plan holds"]),
        (r"Page {\field{\*\fldinst PAGE}{\fldrslt 7}}.", ["Page ."]),
        (r"{\listtext\tab 1.}We rest.", ["We rest."]),
        (r"{\pntext\'b7\tab}We rest.", ["We rest."]),
        (r"{\*\unknown Not this.}We rest.", ["We rest."]),
        (r"{\info{\title Aims}{\author Jane Roe}}We rest.", ["We rest."]),
        (r"{\upr{We r?st}{\*\ud{We r\u233est}}} now", ["We rést now"]),
        (r"We {\bin5 {{{}}}rest.", ["We rest."]),
        (r"We rest.{\object\objemb{\*\objclass Sheet}{\*\objdata 00}{\result Sum}}", ["We rest.Sum"]),
    ],
)
def test_inside_a_text(text, paragraphs):
    assert read(text) == paragraphs


def test_bytes_are_read_by_the_code_page_of_the_document_and_of_the_font():
    assert read(r"\'cc\'e8\'f0", head=r"\ansi\ansicpg1251") == ["Мир"]
    assert read(r"{\f1 \'cc\'e8\'f0} caf\'e9", head=CYRILLIC) == ["Мир café"]
    assert read(r" caf\'8e", head=r"\mac") == ["café"]
    assert read(r"\'93\'fa\'96{\b\'7b}", head=r"\ansi\ansicpg932") != ["日本"]
    assert read(r"\'93\'fa\'96\'7b", head=r"\ansi\ansicpg932") == ["日本"]
    assert read(r"\'83A", head=r"\ansi\ansicpg932") == ["ア"]  # the second byte is a letter


def test_what_cannot_be_read_is_counted():
    assert left_out(r"We \'81 rest.") == {"unreadable characters": 1}
    with pytest.raises(InputError, match=r"its code page 708 is not known; save it as .docx"):
        read("We rest.", head=r"\ansi\ansicpg708")


def test_fonts_of_signs_have_no_letters():
    assert read(r"one{\f1 J}two", head=SIGNS) == ["one two"]
    assert left_out(r"one{\f1 J}two", head=SIGNS) == {"symbols": 1}


def test_notes_stand_at_the_end_and_break_nothing():
    note = r"{\footnote{\super\chftn} In the north.\par Far north.}"
    text = rf"We re{note}st.{{\*\atnauthor Ann}}{{\*\annotation Where?}}\par So."
    assert read(text) == ["We rest.", "So.", "In the north. Far north.", "Where?"]
    assert notes_of(make_rtf(text), ".rtf") == ["In the north. Far north.", "Where?"]


def test_a_text_box_is_read_once_and_breaks_no_sentence():
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In the box.}}{\shprslt{\*\do{\dptxbxtext In the box.}}}}"
    assert read(rf"We re{box}st.\par So.") == ["We rest.", "In the box.", "So."]
    assert read(r"We re{\*\do\dptxbx{\dptxbxtext In the box.}}st.") == ["We rest.", "In the box."]


def test_what_is_left_out_is_counted():
    picture = r"{\*\shppict{\pict 00ff}}{\nonshppict{\pict 00}}"
    text = r"{\header Draft}{\footer\par}We {\deleted never ever }rest{\v  here}." + picture
    assert left_out(text) == {"deleted words": 2, "headers and footers": 1, "hidden words": 1, "pictures": 1}
    assert read(text) == ["We rest."]


def row(*cells):
    return r"\trowd\cellx1\cellx2 " + "".join(rf"\pard\intbl {cell}\cell" for cell in cells) + r"\row"


def test_a_table_is_read_row_by_row():
    table = row("a", r"b\par c") + row("d", "e")
    assert read(rf"One.\par {table}\pard Two.\par") == ["One.", "a", "b", "c", "d", "e", "Two."]
    assert read(r"One.\par \pard\intbl a\cell b") == ["One.", "a", "b"]  # a row that is not ended


def test_a_table_of_names_and_words_is_a_turn_a_row():
    names = ("Ann Doe:", "Jane Roe:") * 2
    table = "".join(
        row(name, words) for name, words in zip(names, ("Why?", "To rest.", "Then?", "We go."), strict=True)
    )
    assert voices_of(make_rtf(table + r"\pard End."), ".rtf") == [
        ("Ann Doe", "Why?"), ("Jane Roe", "To rest."), ("Ann Doe", "Then?"), ("Jane Roe", "We go."),
    ]  # fmt: skip


def test_what_is_broken_is_refused_in_one_sentence():
    content = make_rtf(r"We rest.\par {\b So} we do.")
    for broken, message in (
        (content[:-20], "this RTF file is cut off: a group that it begins is not ended; save it anew"),
        (make_rtf(r"\bin900 a"), "cut off"),
        (b"We rest.", "its name ends in .rtf, but it holds no RTF"),
        (b"", "it holds no RTF"),
        (make_rtf("{" * 500 + "}" * 500), "more than 400 deep"),
        (make_rtf(r"{\info Aims}"), "this RTF file holds no words; check"),
        (rb"{\rtf1 We rest\u", "cut off"),
        (b"{\\rtf1 We rest\\", "cut off"),
    ):
        with pytest.raises(InputError, match=message):
            read_content(broken, ending=".rtf")


def test_behind_its_last_group_nothing_is_read():
    assert paragraphs_of(make_rtf("We rest.") + b"\0\n{never", ".rtf") == ["We rest."]
    assert paragraphs_of(make_rtf("We rest."), ".doc") == ["We rest."]


def test_how_many_parts_there_are_is_bounded(monkeypatch):
    monkeypatch.setattr("analysis.readers.rich_text.MOST_TOKENS", 50)
    with pytest.raises(InputError, match="more than 50 parts; split it"):
        read_content(make_rtf("{}" * 30), ending=".rtf")
