"""OpenDocument texts, one trait of the format a test; each is read as an archive and as one file."""

from __future__ import annotations

import pytest
from office_files import (
    ODT_TYPE,
    left_out_of,
    make_flat,
    make_odt,
    notes_of,
    paragraphs_of,
    voices_of,
    zip_up,
)

from analysis.errors import InputError
from analysis.readers import read_content

HIDDEN = (
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Q" style:family="paragraph" style:parent-style-name="P"/>'
)


COVERED = "<table:covered-table-cell/>"


def deletion(*paragraphs):
    """What was deleted, with who did it."""
    info = "<office:change-info><dc:creator>Ann</dc:creator></office:change-info>"
    region = f"<text:changed-region><text:deletion>{info}{''.join(paragraphs)}</text:deletion></text:changed-region>"
    return f"<text:tracked-changes>{region}</text:tracked-changes>"


def note(*paragraphs):
    """A footnote, with its number."""
    body = f"<text:note-body>{''.join(paragraphs)}</text:note-body>"
    return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"


def items(*inside):
    """A list."""
    return (
        "<text:list>"
        + "".join(f"<text:list-item>{item}</text:list-item>" for item in inside)
        + "</text:list>"
    )


def cell(text):
    """A cell of a table; one as XML stays as it is."""
    return text if text.startswith("<") else f"<table:table-cell>{p(text)}</table:table-cell>"


def wide(text):
    """A cell over two columns."""
    return f"<table:table-cell table:number-columns-spanned='2'>{p(text)}</table:table-cell>{COVERED}"


def p(*inside, style=""):
    return f'<text:p text:style-name="{style}">' + "".join(inside) + "</text:p>"


def read(body, **parts):
    paragraphs = paragraphs_of(make_odt(body, **parts), ".odt")
    assert paragraphs == paragraphs_of(make_flat(body, **parts), ".fodt")
    return paragraphs


def left_out(body, **parts):
    return left_out_of(make_odt(body, **parts), ".odt")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("one<text:s text:c='3'/>two<text:tab/>three<text:line-break/>four", "one two three four"),
        ("per<text:span>sp<text:span>ec</text:span>t</text:span>ive", "perspective"),
        ("per<text:soft-page-break/>spec<text:bookmark text:name='b'/>tive", "perspective"),
        ("see <text:a>the <text:span>plan</text:span></text:a>", "see the plan"),
        ("We <text:change-start/>will<text:change-end/> rest<text:change/>.", "We will rest."),
        ("Page <text:page-number>7</text:page-number>.", "Page ."),
        ("On <text:date>1 May</text:date>", "On 1 May"),
        ("Called <text:title>Aims</text:title>", "Called Aims"),
        (
            "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>reading</text:ruby-text></text:ruby>",
            "base",
        ),
        ("We<text:hidden-text text:is-hidden='true'> never</text:hidden-text> rest.", "We rest."),
        ("We<text:hidden-text text:is-hidden='false'> do</text:hidden-text> rest.", "We do rest."),
        ("We<text:span text:style-name='H'> never</text:span> rest.", "We rest."),
        ("We<text:variable-set text:display='none'>2</text:variable-set> rest.", "We rest."),
        ("We <text:placeholder>&lt;name&gt;</text:placeholder>rest.", "We rest."),
        ("We <text:script>run()</text:script>rest.", "We rest."),
        ("<text:number>1.</text:number>We rest.", "We rest."),
        ("We\n   rest.", "We rest."),
    ],
)
def test_inside_a_paragraph(inside, text):
    assert read(p(inside), styles=HIDDEN) == [text]


def test_a_line_break_behind_a_sentence_ends_a_paragraph():
    assert read(p("Why now?<text:line-break/>We must<text:line-break/>rest.")) == [
        "Why now?",
        "We must rest.",
    ]


def test_what_was_deleted_is_no_text_and_counted_in_words():
    changes = deletion(p("never"), p("ever again"))
    assert read(changes + p("We <text:change/>rest.")) == ["We rest."]
    assert left_out(changes + p("We <text:change/>rest.")) == {"deleted words": 3}


def test_hidden_paragraphs_and_sections_are_left_out_and_counted():
    paragraph = p("<text:hidden-paragraph text:is-hidden='true'/>not this")
    section = f"<text:section text:display='none'>{p('nor that one')}</text:section>"
    shown = f"<text:section text:name='a'>{p('We rest.')}</text:section>"
    body = paragraph + section + p("nor this", style="Q") + shown
    assert read(body, styles=HIDDEN) == ["We rest."]
    assert left_out(body, styles=HIDDEN) == {"hidden words": 7}


def test_notes_stand_at_the_end_and_break_nothing():
    remark = f"<office:annotation><dc:creator>Ann</dc:creator><dc:date>2020</dc:date>{p('Where?')}</office:annotation>"
    body = p("We re", note(p("In the north.")), "st", remark, " here<office:annotation-end/>.") + p("So.")
    assert read(body) == ["We rest here.", "So.", "In the north.", "Where?"]
    assert notes_of(make_odt(body), ".odt") == ["In the north.", "Where?"]


def test_lists_and_headings_are_paragraphs_and_contents_are_none():
    contents = (
        f"<text:table-of-content><text:index-body>{p('Aims 3')}</text:index-body></text:table-of-content>"
    )
    assert read(f"{contents}<text:h>Aims</text:h>" + items(p("one") + items(p("two")))) == [
        "Aims",
        "one",
        "two",
    ]
    assert left_out(contents + p("We rest.")) == {"tables of contents": 1}


def test_a_text_box_is_read_once_and_breaks_no_sentence():
    shown = f"<draw:text-box>{p('In the box.')}</draw:text-box>"
    box = f"<draw:frame>{shown}<draw:image/><svg:title>A lake</svg:title></draw:frame>"
    shape = f"<draw:g>\n<svg:desc>A lake</svg:desc> <draw:rect>{p('In the shape.')}</draw:rect></draw:g>"
    assert read(p("We re", box, shape, "st.")) == ["We rest.", "In the box.", "In the shape."]


def test_pictures_and_margins_are_counted():
    picture = "<draw:frame><draw:object/><draw:image/><svg:desc>A lake</svg:desc></draw:frame>"
    margins = f"<style:header>{p('Draft')}</style:header><style:footer>{p('')}</style:footer>"
    assert left_out(p("We rest.", picture), margins=margins) == {"headers and footers": 1, "pictures": 1}


def cells(*rows):
    named = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
    return f"<table:table>\n<table:table-columns/>{named}</table:table>"


def test_a_table_is_read_row_by_row_and_what_is_merged_once():
    covered = f"<table:covered-table-cell>{p('tall')}</table:covered-table-cell>"
    assert read(cells([wide("all")], ["tall", "a"], [covered, "b"])) == ["all", "tall", "a", "b"]


def test_a_table_of_names_and_words_is_a_turn_a_row():
    first = [wide("Part one")], ["Ann Doe", "Why?"], ["Jane Roe", "To rest."]
    table = cells(*first, [COVERED, "So."], ["Ann Doe", "Then?"])
    assert voices_of(make_odt(table), ".odt") == [
        ("Ann Doe", "Why?"), ("Jane Roe", "To rest.\n\nSo."), ("Ann Doe", "Then?"),
    ]  # fmt: skip


def refuse(content, ending, message):
    with pytest.raises(InputError, match=message):
        read_content(content, ending=ending)


def test_what_is_broken_is_refused_in_one_sentence():
    content = make_odt(p("We rest. " * 300))
    refuse(content[: len(content) // 2], ".odt", "the archive is damaged or cut off; save")
    refuse(b"We rest.", ".odt", "its name ends in .odt, but it holds no OpenDocument")
    refuse(
        make_odt("<text:p>"),
        ".odt",
        "its member 'content.xml' cannot be read: line 1: it is no well-formed XML",
    )
    refuse(make_odt("<text:span>" * 500 + "</text:span>" * 500), ".odt", "more than 400 deep")
    refuse(make_odt("<draw:g>" * 380 + "</draw:g>" * 380), ".odt", "deep|no words")
    refuse(make_odt(p("")), ".odt", "this OpenDocument file holds no words; check")
    refuse(zip_up({"mimetype": ODT_TYPE}), ".odt", "no member 'content.xml'")
    refuse(
        zip_up({"mimetype": "application/vnd.oasis.opendocument.presentation"}),
        ".odp",
        "a document of a kind that is not read",
    )
    locked = {
        "mimetype": ODT_TYPE,
        "META-INF/manifest.xml": "<m:encryption-data/>",
        "content.xml": b"\x00\x01",
    }
    refuse(zip_up(locked), ".odt", "it is protected by a password; save it without one")
    entity = f'<!DOCTYPE a [<!ENTITY b "c">]>{make_flat(p("&b;")).decode()}'.encode()
    refuse(entity, ".fodt", "it declares an entity|holds no OpenDocument")


def test_what_was_deleted_at_its_place_in_the_text_is_left_out():
    """LibreOffice writes so where the file is one, and where changes are shown."""
    region = '<text:changed-region text:id="c1"><text:deletion/></text:changed-region>'
    other = '<text:changed-region text:id="c2"><text:insertion/></text:changed-region>'
    start, end = (f"<text:change-{edge} text:change-id='c1'/>" for edge in ("start", "end"))
    changes = f"<text:tracked-changes>{region}{other}</text:tracked-changes>"
    kept = "<text:change-start text:change-id='c2'/>will <text:change-end text:change-id='c2'/>"
    body = changes + p("We ", kept, start, "never ") + p("ever", end, "rest.") + p("So.")
    assert read(body) == ["We will rest.", "So."]
    assert left_out(body) == {"deleted words": 2}


def test_cells_and_rows_outside_a_table_are_paragraphs():
    assert read(f"<table:table-row>{cell('one')}</table:table-row>{cell('two')}") == ["one", "two"]


def test_raised_marks_are_no_words_and_raised_numbers_are_powers():
    raised = '<text:span text:style-name="T9">{}</text:span>'
    body = f"<text:p>We go.{raised.format(3)} 10{raised.format(6)}</text:p>"
    for position in ("super 58%", "33% 58%"):
        reading = read_content(make_odt(body, styles=_place_text(position)), ending=".odt")
        assert (reading.text, reading.left_out) == ("We go. 10⁶\n", {"footnote marks": 1})
    lowered = read_content(make_odt(body, styles=_place_text("sub 58%")), ending=".odt")
    assert lowered.text == "We go.3 106\n"


def _place_text(position: str) -> str:
    """Return a style that sets text higher or lower."""
    place = f'<style:text-properties style:text-position="{position}"/>'
    return f'<style:style style:name="T9" style:family="text">{place}</style:style>'
