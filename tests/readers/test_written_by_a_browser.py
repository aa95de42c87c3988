"""One invented interview as a browser prints it to PDF and writes its page out again: the words are the same."""

import shutil
import subprocess

import pytest

from analysis.readers import read_content

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine writes PDF and HTML")

LONG = "We pay for the harbour from the tolls, and the ferries sail in May as the islands were promised long ago. "
PAGE = f"""<!DOCTYPE html><meta charset=utf-8><title>Harbour</title>
<style>{{style}} p {{{{ margin: 0.9em 0 }}}}</style><h1>The harbour pays</h1><div>
<p><b>Ann Lee:</b> What will the harbour cost?
<p><b>Jane Roe:</b> {LONG * 6}<i>Un</i>believable<sup><a href="#n1">1</a></sup> as it is, <q>we pay</q>.
<p><b>Ann Lee:</b> And when will the ferries sail again, if they do?
<p><b>Jane Roe:</b> {LONG * 40}So it is.</div>
<p id=n1 style="font-size: 60%">1 From the tolls."""
TURNS = [
    "Ann Lee: What will the harbour cost?",
    f"Jane Roe: {LONG * 6}Unbelievable as it is, “we pay”.",
    "Ann Lee: And when will the ferries sail again, if they do?",
    f"Jane Roe: {LONG * 40}So it is.",
]
STYLES = {
    "one column": "",
    "two columns": "div { columns: 2; column-gap: 3em; text-align: justify; hyphens: auto }",
}


def browse(folder, *options: str, style: str) -> str:
    """Open the page in a browser that has no window; return what it writes to standard output."""
    page = folder / "page.html"
    page.write_text(PAGE.format(style=style), encoding="utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}", *options]
    return subprocess.run(
        [*command, page.as_uri()], capture_output=True, timeout=120, check=True
    ).stdout.decode()


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_printed_page_holds_the_turns(tmp_path, style):
    pytest.importorskip("pypdfium2", reason="reading PDF needs the extra 'pdf'")
    browse(tmp_path, f"--print-to-pdf={tmp_path / 'page.pdf'}", style=style)
    reading = read_content((tmp_path / "page.pdf").read_bytes(), ending=".pdf")
    assert reading.text.strip().split("\n\n") == ["The harbour pays", *TURNS, "1 From the tolls."]
    assert reading.text[reading.notes[0].start :] == "1 From the tolls.\n"


def test_a_page_that_is_written_out_holds_the_turns(tmp_path):
    written = browse(tmp_path, "--dump-dom", style="")
    reading = read_content(written.encode(), ending=".html")
    assert reading.text.strip().split("\n\n") == ["The harbour pays", *TURNS, "1 From the tolls."]
