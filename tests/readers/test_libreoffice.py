"""One interview as LibreOffice writes it: the same words in every format, and the same left out."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from office_files import make_flat

from analysis.readers import read_content

PROGRAM = shutil.which("soffice")
FORMATS = ("odt", "docx", "rtf", "fodt")
HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
CHANGES = (
    '<text:tracked-changes><text:changed-region xml:id="c" text:id="c"><text:deletion><office:change-info>'
    "<dc:creator>Ann</dc:creator><dc:date>2020-01-01T00:00:00</dc:date></office:change-info>"
    "<text:p>never </text:p></text:deletion></text:changed-region></text:tracked-changes>"
)
NOTE = (
    '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>In the north.</text:p></text:note-body></text:note>"
)
REMARK = (
    '<office:annotation office:name="a"><dc:creator>Ann</dc:creator><dc:date>2020-01-01T00:00:00</dc:date>'
    "<text:p>Where?</text:p></office:annotation>"
)
BOX = (
    '<draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box>'
    "<text:p>In the box.</text:p></draw:text-box></draw:frame>"
)
TABLE = (
    '<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/><table:table-row>'
    "<table:table-cell><text:p>a cell</text:p></table:table-cell>"
    "<table:table-cell><text:p>b cell</text:p></table:table-cell></table:table-row></table:table>"
)
BODY = (
    f"{CHANGES}<text:h text:outline-level='1'>Aims of rest</text:h>"
    f"<text:p>Ann Doe: Why do you re{NOTE}st{REMARK}?</text:p>"
    "<text:p>Jane Roe: We <text:change text:change-id='c'/>rest<text:span text:style-name='H'> at all</text:span>."
    f"<text:line-break/>Then “we” go — to Łódź, Мир, 日本, café 😀.{BOX}</text:p>"
    "<text:list><text:list-item><text:p>one thing</text:p></text:list-item></text:list>"
    f"{TABLE}<text:p>Page <text:page-number>1</text:page-number>, co-operate<text:tab/>well.</text:p>"
)
PARAGRAPHS = [
    "Aims of rest", "Ann Doe: Why do you rest?", "Jane Roe: We rest.", "Then “we” go — to Łódź, Мир, 日本, café 😀.",
    "In the box.", "one thing", "a cell", "b cell", "Page , co-operate well.", "In the north.", "Where?",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The interview in each format. LibreOffice is asked once a format, with a profile of its own."""
    if PROGRAM is None:
        pytest.skip("LibreOffice (soffice) is not installed here, so that no file of its making can be read")
    folder = tmp_path_factory.mktemp("office")
    source = folder / "source.fodt"
    text = make_flat(BODY, styles=HIDDEN).decode().replace("<style:master-page></style:master-page>", "")
    text = text.replace("<office:document ", '<office:document office:version="1.3" ', 1)
    source.write_text(f'<?xml version="1.0" encoding="UTF-8"?>{text}', encoding="utf-8")
    convert(source, "txt", folder)
    if not (folder / "txt" / "source.txt").exists():
        pytest.skip("LibreOffice is installed here without its Writer, so that no text can be of its making")
    for name in FORMATS:
        convert(source, name, folder)
    return folder


def convert(source, name, folder):
    """Ask LibreOffice for the source in one format. Without Writer it writes nothing and still ends with 0."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ["--convert-to", name, "--outdir", folder / name, source]
    subprocess.run([PROGRAM, profile, "--headless", *to], check=True, capture_output=True, timeout=300)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_libreoffice_has_the_words_of_its_document(folder, name):
    reading = read_content((folder / name / f"source.{name}").read_bytes(), ending=f".{name}")
    assert reading.text.rstrip("\n").split("\n\n") == PARAGRAPHS
    assert [reading.text[note.start : note.end] for note in reading.notes] == ["In the north.", "Where?"]
    assert reading.left_out == {"deleted words": 1, "hidden words": 2, "page numbers": 1}
