"""Word files, one trait of the format a test: the text is what the document says with every change accepted."""

from __future__ import annotations

import pytest
from office_files import (
    STRICT,
    left_out_of,
    make_flat_word,
    make_word,
    notes_of,
    paragraph,
    paragraphs_of,
    run,
    voices_of,
    word_table,
    zip_up,
)

from analysis.errors import InputError
from analysis.readers import read_content

MARK = '<w:fldChar w:fldCharType="{}"/>'


def read(body, **parts):
    return paragraphs_of(make_word(body, **parts), ".docx")


def left_out(body, **parts):
    return left_out_of(make_word(body, **parts), ".docx")


def field(instruction, result):
    begin, between, end = (f"<w:r>{MARK.format(kind)}</w:r>" for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{between}{result}{end}"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (["We ", "<w:ins>" + run("will ") + "</w:ins>", "rest."], "We will rest."),
        (["We <w:x/>", "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>", "rest."], "We rest."),
        (["<w:moveFrom>" + run("now ") + "</w:moveFrom>", "We rest ", "<w:moveTo>" + run("now ") + "</w:moveTo>"],
         "We rest now"),
        (["In ", "<w:smartTag><w:smartTagPr/>" + run("Northland") + "</w:smartTag>", "."], "In Northland."),
        (["In ", "<w:sdt><w:sdtPr/><w:sdtContent>" + run("Northland") + "</w:sdtContent></w:sdt>", "."],
         "In Northland."),
        (["See ", '<w:hyperlink w:anchor="a">' + run("the plan") + "</w:hyperlink>", "."], "See the plan."),
        (["See ", field('HYPERLINK "http://a.example"', run("the plan")), "."], "See the plan."),
        (["Page ", '<w:fldSimple w:instr=" PAGE ">' + run("7") + "</w:fldSimple>", "."], "Page ."),
        (["one", "<w:r><w:br/></w:r>", "two", "<w:r><w:cr/></w:r>", "three", "<w:r><w:tab/></w:r>", "four"],
         "one two three four"),
        (["co", "<w:r><w:softHyphen/></w:r>", "operate ", "well", "<w:r><w:noBreakHyphen/></w:r>", "known"],
         "cooperate well-known"),
        (["one", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "two"], "one two"),
        (["caf", '<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>'], "café"),
        (["per", run("spect", "<w:b/>"), run("ive", "<w:i/>")], "perspective"),
        (["<w:r><w:t>one </w:t></w:r>", "<w:r><w:t> two</w:t></w:r>"], "onetwo"),
        (["<w:r><w:ruby><w:rt>" + run("a") + "</w:rt><w:rubyBase>" + run("b") + "</w:rubyBase></w:ruby></w:r>"], "b"),
        (["It", "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "holds"], "It holds"),
    ],
)  # fmt: skip
def test_inside_a_paragraph(inside, text):
    inside = [part.replace("<w:x/>", "") for part in inside]
    assert read(paragraph(*inside)) == [text]


def test_what_was_deleted_is_counted_in_words():
    body = paragraph(
        "We ", "<w:del><w:r><w:delText>nev</w:delText></w:r><w:r><w:delText>er ever</w:delText></w:r></w:del>"
    )
    assert left_out(body) == {"deleted words": 2}


def test_a_deleted_paragraph_mark_joins_paragraphs():
    deleted = paragraph("We ", mark="<w:del/>") + paragraph("rest.")
    assert read(deleted + paragraph("Then we go.")) == ["We rest.", "Then we go."]
    assert read(paragraph("Aims. ", mark="<w:vanish/><w:specVanish/>") + paragraph("We rest.")) == [
        "Aims. We rest."
    ]


def test_a_soft_return_behind_a_sentence_ends_a_paragraph():
    body = paragraph("Why now?", "<w:r><w:br/></w:r>", "We must", "<w:r><w:br/></w:r>", "rest.")
    assert read(body) == ["Why now?", "We must rest."]


def test_hidden_words_are_left_out_and_counted():
    styles = (
        '<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    shown = run(" seen", '<w:vanish w:val="0"/>')
    body = paragraph("We", run(" not", "<w:vanish/>"), run(" ever", '<w:rStyle w:val="A"/>'), " rest.")
    assert read(body + paragraph("all gone", shown, style="B"), styles=styles) == ["We rest.", "seen"]
    assert left_out(body, styles=styles) == {"hidden words": 2}


def test_fields_inside_fields_and_over_paragraphs_are_not_words():
    contents = paragraph(
        "<w:r>" + MARK.format("begin") + "</w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
        "<w:r>" + MARK.format("separate") + "</w:r>",
        field("HYPERLINK", run("Aims") + field("PAGEREF", run("3"))),
    )
    contents += paragraph("Ends 4", "<w:r>" + MARK.format("end") + "</w:r>")
    assert read(contents + paragraph("We rest.")) == ["We rest."]
    assert left_out(contents + paragraph("We rest.")) == {"tables of contents": 1}


def test_a_field_that_never_ends_swallows_nothing():
    body = paragraph("We ", "<w:r>" + MARK.format("begin") + "</w:r>", "rest.") + paragraph("Then we go.")
    assert read(body) == ["We rest.", "Then we go."]


def test_notes_stand_at_the_end_and_break_nothing():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    remark = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = paragraph("We re", reference, "st", remark, " here.") + paragraph("Then we go.")
    note = (
        '<w:footnote w:id="2">' + paragraph("<w:r><w:footnoteRef/></w:r>", " In the north.") + "</w:footnote>"
    )
    unused = '<w:footnote w:id="0">' + paragraph("never") + "</w:footnote>"
    comment = '<w:comment w:id="0" w:author="Jane Roe">' + paragraph("Where?") + "</w:comment>"
    parts = {"footnotes": unused + note, "comments": comment}
    assert read(body, **parts) == ["We rest here.", "Then we go.", "In the north.", "Where?"]
    assert notes_of(make_word(body, **parts), ".docx") == ["In the north.", "Where?"]


def test_the_typed_mark_of_a_note_is_no_word():
    reference = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="1"/><w:t>a</w:t></w:r>'
    note = '<w:endnote w:id="1">' + paragraph("In May.") + "</w:endnote>"
    assert read(paragraph("We rest", reference, "."), endnotes=note) == ["We rest.", "In May."]


def test_a_note_to_deleted_words_is_deleted_with_them():
    gone = '<w:del><w:r><w:delText>now</w:delText><w:footnoteReference w:id="1"/></w:r></w:del>'
    note = '<w:footnote w:id="1">' + paragraph("In May.") + "</w:footnote>"
    assert read(paragraph("We rest ", gone), footnotes=note) == ["We rest"]


def test_a_text_box_is_read_once_and_breaks_no_sentence():
    box = "<w:txbxContent>" + paragraph("In the box.") + "</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(paragraph("We re", both, "st.")) == ["We rest.", "In the box."]
    assert (
        read(paragraph("We rest.", f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"))[1]
        == "In the box."
    )


def test_pictures_have_no_words():
    picture = '<w:r><w:drawing><wp:docPr id="1" name="p" descr="A lake"/><wp:align>left</wp:align></w:drawing></w:r>'
    assert read(paragraph("We rest.", picture)) == ["We rest."]
    assert left_out(paragraph("We rest.", picture)) == {"pictures": 1}


def test_headers_and_footers_are_left_out_and_counted():
    body = paragraph("We rest.")
    assert left_out(body, header=paragraph("Draft"), footer=paragraph("")) == {"headers and footers": 1}


def test_placeholders_and_built_in_contents_are_not_words():
    placeholder = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Click here")
        + "</w:sdtContent></w:sdt>"
    )
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>" + paragraph("Aims 3") + "</w:sdtContent></w:sdt>"
    )
    assert read(contents + paragraph("We rest.", placeholder)) == ["We rest."]
    assert left_out(contents + paragraph("We rest.", placeholder)) == {
        "placeholders": 1,
        "tables of contents": 1,
    }


def test_automatic_numbers_are_not_words():
    numbered = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>" + run("We rest.") + "</w:p>"
    assert read(numbered + paragraph("Table ", field("SEQ Table", run("1")), " shows rest.")) == [
        "We rest.", "Table shows rest.",
    ]  # fmt: skip


def test_a_table_is_read_row_by_row_and_what_is_merged_once():
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("all") + "</w:tc>"
    top = "<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + paragraph("tall") + "</w:tc>"
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("tall") + "</w:tc>"
    assert read(word_table([wide], [top, "a"], [below, "b"])) == ["all", "tall", "a", "b"]


def test_a_deleted_row_is_left_out():
    table = word_table(["a", "b"], ["c", "d"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert read(table) == ["c", "d"]


def test_a_table_of_names_and_words_is_a_turn_a_row():
    heading = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("Part one") + "</w:tc>"
    table = word_table(
        ["Speaker", "Text"], [heading], ["Ann Doe:", "Why do you rest?"], ["Jane Roe:", "We rest to think."],
        ["", "And to sleep."], ["Ann Doe:", "And then?"], ["Jane Roe:", "Then we go on."],
    )  # fmt: skip
    content = make_word(table)
    assert voices_of(content, ".docx") == [
        ("Ann Doe", "Why do you rest?"), ("Jane Roe", "We rest to think.\n\nAnd to sleep."),
        ("Ann Doe", "And then?"), ("Jane Roe", "Then we go on."),
    ]  # fmt: skip
    assert left_out_of(content, ".docx") == {"table headings": 1}
    assert paragraphs_of(content, ".docx")[0] == "Part one"


def test_a_table_of_times_names_and_words_keeps_the_times():
    table = word_table(
        ["00:01", "Ann Doe", "Why?"], ["00:09", "Jane Roe", "To think."], ["01:02", "Ann Doe", "Then?"]
    )
    reading = read_content(make_word(table), ending=".docx")
    assert [time.seconds for time in reading.times] == [1, 9, 62]
    assert [turn.voice for turn in reading.turns] == ["Ann Doe", "Jane Roe", "Ann Doe"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Ann Doe", "Why?"], ["Jane Roe", "To think."]],  # no name recurs
        [["2019", "We began."], ["2019", "We went on."], ["2020", "We rested."]],  # years
        [["North", "Cold."], ["North", "Wet."]],  # most is said beside them
    ],
)
def test_other_tables_mark_no_turns(rows):
    assert voices_of(make_word(word_table(*rows) + paragraph("Then we spoke for long.")), ".docx") == []


def test_a_label_alone_in_its_cell_stands_before_the_next_one():
    assert read(word_table(["Ann Doe:", "Why?"], ["Jane Roe:", "To think."])) == [
        "Ann Doe: Why?",
        "Jane Roe: To think.",
    ]


def test_bold_questions_stay_paragraphs():
    body = paragraph(run("Why do you rest", "<w:b/>"), run("?", "<w:b/>")) + paragraph("To think.")
    assert read(body) == ["Why do you rest?", "To think."]


def test_the_strict_namespace_and_other_names_of_the_main_part():
    assert read(paragraph("We rest."), namespace=STRICT) == ["We rest."]
    assert read(paragraph("We rest."), main="word/document2.xml") == ["We rest."]


def test_templates_and_macros_are_read_and_names_do_not_matter():
    content = make_word(paragraph("We rest."))
    for ending in (".docm", ".dotx", ".doc", ".zip"):
        assert paragraphs_of(content, ending) == ["We rest."]


def refuse(content, ending, message):
    with pytest.raises(InputError, match=message):
        read_content(content, ending=ending)


def test_what_is_broken_is_refused_in_one_sentence():
    content = make_word(paragraph("We rest. " * 300))
    refuse(content[: len(content) // 2], ".docx", "the archive is damaged or cut off; save")
    refuse(b"We rest.", ".docx", "its name ends in .docx, but it holds no Word")
    refuse(b"", ".docx", "it holds no Word")
    refuse(
        make_word("<w:p>"),
        ".docx",
        "its member 'word/document.xml' cannot be read: line 1: it is no well-formed XML",
    )
    refuse(make_word("<w:sdt>" * 500 + "</w:sdt>" * 500), ".docx", "more than 400 deep")
    refuse(make_word("<w:tbl><w:tr><w:tc>" * 130 + "</w:tc></w:tr></w:tbl>" * 130), ".docx", "deep|no words")
    refuse(make_word(paragraph("")), ".docx", "this Word file holds no words; check")
    refuse(zip_up({f"word/{i}.xml": "" for i in range(5001)}), ".docx", "more than 5,000 members")
    refuse(
        b"\xd0\xcf\x11\xe0" + bytes(100), ".docx", "with a password; save it as .docx or .xlsx without one"
    )


def test_a_text_that_only_word_can_show_is_named():
    refuse(
        make_word('<w:altChunk w:id="a"/>'),
        ".docx",
        r"no words in its text \(left out: embedded documents: 1\)",
    )


def test_a_relation_that_leads_out_of_the_file_is_not_followed():
    content = make_word(paragraph("We rest."), main="../../etc/document.xml")
    refuse(content, ".docx", "no member|no words")


def test_a_field_that_ends_in_what_is_left_out_still_ends():
    begin, between, end = (f"<w:r>{MARK.format(kind)}</w:r>" for kind in ("begin", "separate", "end"))
    contents = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    placeholder = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{end}</w:sdtContent></w:sdt>"
    assert read(paragraph(begin, contents, between, "Aims 3", placeholder, "We rest.")) == ["We rest."]


def test_cells_and_rows_outside_a_table_are_paragraphs():
    cell = f"<w:tc>{paragraph('one')}</w:tc>"
    assert read(f"<w:tr>{cell}</w:tr>{cell}") == ["one", "one"]


def test_what_is_unpacked_and_how_many_elements_there_are_is_bounded(monkeypatch):
    content = make_word(paragraph("We rest.") * 20)
    monkeypatch.setattr("analysis.readers.archive.LARGEST_TOTAL", 2_000)
    refuse(content, ".docx", "its members unpack to more than 2,000 bytes")
    monkeypatch.undo()
    monkeypatch.setattr("analysis.readers.xml_tree.MOST_ELEMENTS", 50)
    refuse(content, ".docx", "it has more than 50 elements; split it")


def test_two_styles_that_hide_show_each_other():
    style = '<w:style w:styleId="{}"><w:rPr><w:vanish/></w:rPr></w:style>'
    both = paragraph(run("seen", '<w:rStyle w:val="A"/>'), style="B")
    assert read(both, styles=style.format("A") + style.format("B")) == ["seen"]


def test_a_deleted_beginning_of_a_field_begins_none():
    gone = f"<w:del><w:r>{MARK.format('begin')}</w:r></w:del>"
    begin, end = (f"<w:r>{MARK.format(kind)}</w:r>" for kind in ("begin", "end"))
    assert read(paragraph(gone, "We ", begin, end, "rest.", end)) == ["We rest."]


def test_a_document_in_one_xml_file_is_read_as_one_in_an_archive():
    footnote = f'<w:footnote w:id="2">{paragraph("A footnote.")}</w:footnote>'
    body = paragraph("We go", '<w:r><w:footnoteReference w:id="2"/></w:r>', " on.")
    flat, archived = make_flat_word(body, footnotes=footnote), make_word(body, footnotes=footnote)
    assert read_content(flat, ending=".xml") == read_content(archived, ending=".docx")
