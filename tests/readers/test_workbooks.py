"""XLSX: the sheet that names a column of words, a row a turn; what is hidden is left out."""

import pytest
from written_xlsx import row, write_xlsx

from analysis.errors import InputError
from analysis.readers import Reading, read_content

HEADER = row(1, "Start", "Speaker", "Text")


def read(*sheets: str, columns: dict[str, str] | None = None, **parts) -> Reading:
    return read_content(write_xlsx(*sheets, **parts), ending=".xlsx", columns=columns or {})


def data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def test_a_row_is_a_turn_with_its_time():
    reading = read(data(HEADER, row(2, "0:12", "Ann Lee", "What?"), row(3, "0:15", "Jane Roe", "That.")))
    assert reading.text == "Ann Lee: What?\n\nJane Roe: That.\n"
    assert [time.seconds for time in reading.times] == [12, 15]


def test_the_first_sheet_whose_header_names_a_column_of_words_is_read():
    about = data(row(1, "About this file"))
    talk = data(row(1, "Talk with Jane Roe"), row(3, "Speaker", "Text"), row(4, "Jane Roe", "That."))
    reading = read(about, talk)
    assert reading.text == "Jane Roe: That.\n"
    assert reading.left_out == {"other sheets": 1, "rows above the header": 1}


def test_columns_may_be_named():
    sheet = data(row(1, "Wer", "Was"), row(2, "Jane Roe", "So ist es."))
    assert read(sheet, columns={"speaker": "Wer", "text": "Was"}).text == "Jane Roe: So ist es.\n"
    with pytest.raises(
        InputError, match="no column of this XLSX table holds the words; its first row is 'Wer', 'Was'"
    ):
        read(sheet)


def test_what_is_hidden_is_left_out_and_counted():
    columns = '<cols><col min="1" max="1" hidden="1"/></cols>'
    sheet = columns + data(
        HEADER, row(2, "0:12", "Ann Lee", "What?"), row(3, "", "Jane Roe", "No.", hidden=True)
    )
    reading = read(sheet, data(HEADER, row(2, "", "Eve", "Hidden.")), states=("visible", "hidden"))
    assert reading.text == "Ann Lee: What?\n"
    assert reading.left_out["hidden rows"] == reading.left_out["hidden columns"] == 1
    assert not reading.times


def test_a_name_that_is_merged_over_rows_stands_for_each_of_them_and_words_stand_once():
    rows = [
        row(2, "", "Jane Roe", "That."),
        row(3, "", "", "And that."),
        row(4, "", "Ann Lee", "What?"),
        row(5, "", "", ""),
    ]
    merged = '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="C4:C5"/></mergeCells>'
    reading = read(data(HEADER, *rows) + merged)
    assert [turn.voice for turn in reading.turns] == ["Jane Roe", "Ann Lee"]
    assert reading.text == "Jane Roe: That.\n\nAnd that.\n\nAnn Lee: What?\n"


def test_a_string_is_joined_from_its_runs_without_how_it_is_read_aloud():
    strings = "<si><r><t>Th</t></r><r><t xml:space='preserve'>at is </t></r><t>so_x000D_.</t><rPh><t>no</t></rPh></si>"
    sheet = data(HEADER, row(2, "", "Jane Roe", '<c r="C2" t="s"><v>0</v></c>'))
    assert read(sheet, strings=strings).text == "Jane Roe: That is so .\n"


@pytest.mark.parametrize(
    "code, value, shown",
    [
        ("0", "12", "12"),
        ("0", "0.1", "0.1"),
        ("9", "0.25", "25%"),
        ("4", "1234.5", "1,234.50"),
        ("14", "47980", "2031-05-12"),
        ("22", "47980.5", "2031-05-12 12:00"),
        ("46", "1.5", "36:00:00"),
        ("164", "0.5", "12:00:00"),
        ("165", "3", "3"),  # the letters of `0 "days"` are no part of a date
    ],
)
def test_numbers_dates_and_times_are_words_as_they_are_shown(code, value, shown):
    named = (("164", "hh:mm:ss"), ("165", "0&quot; days&quot;"))
    own = "".join(f'<numFmt numFmtId="{i}" formatCode="{as_shown}"/>' for i, as_shown in named)
    formats = f'<numFmts>{own}</numFmts><cellXfs><xf numFmtId="{code}"/></cellXfs>'
    sheet = data(HEADER, row(2, "", "Jane Roe", f'<c r="C2" s="0"><v>{value}</v></c>'))
    assert read(sheet, formats=formats).text == f"Jane Roe: {shown}\n"


def test_comments_and_cells_without_a_value_are_counted():
    cells = ['<c r="C2" t="e"><v>#N/A</v></c>', '<c r="C3"><f>A1</f></c>', "That."]
    rows = [row(i, "", "Jane Roe", cell) for i, cell in enumerate(cells, 2)]
    reading = read(data(HEADER, *rows), parts={"xl/comments1.xml": "<c><comment/><comment/></c>"})
    assert (reading.text, reading.left_out) == (
        "Jane Roe: That.\n",
        {"cells without a value": 2, "comments": 2, "rows without words": 2},
    )


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_workbook_that_is_cut_off_is_refused(cut):
    content = write_xlsx(data(HEADER, row(2, "", "Jane Roe", "That.")))
    with pytest.raises(InputError, match="the archive is damaged or cut off"):
        read_content(content[: int(len(content) * cut)], ending=".xlsx")


@pytest.mark.parametrize(
    "sheet, reason",
    [
        ("<sheetData><row>", "no well-formed XML"),
        ("<g>" * 5000 + "</g>" * 5000, "more than 400 deep"),
        (
            data(HEADER, row(2, "", "Jane Roe", '<c r="C2" t="s"><v>7</v></c>')),
            "a string that the workbook does not hold",
        ),
        (data(), "has no row below its header"),
        (
            data(HEADER) + '<mergeCells><mergeCell ref="B1:B9999999"/></mergeCells>',
            "merged cells lie over each other",
        ),
    ],
)
def test_a_broken_sheet_is_refused_in_one_sentence(sheet, reason):
    with pytest.raises(InputError, match=reason):
        read(sheet)


def test_numbers_that_are_none_stop_nothing():
    odd = '<row r="x"><c r="C9" s="y"><v>1e999</v></c></row><cols><col min="a" max="-" hidden="1"/></cols>'
    assert "inf" not in read(data(HEADER, odd, row(3, "", "Jane Roe", "That."))).text
