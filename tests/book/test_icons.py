"""Icons stand in the pages as drawings, and the theme's script of all icons goes."""

from __future__ import annotations

import sys

import pytest
from chapters import BOOK

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book.icons import ICON, LOADING, RULE, draw, drop_library, find_shape

OUTLINE = 'a={sun:[512,512,[9728],"f185","M1 outline"],"file-pdf":[384,512,[],"f1c1","M2"]}'
SCRIPT = OUTLINE + ',b={sun:[512,512,[],"f185","M3 solid"]}'


@pytest.mark.parametrize("tag", ["i", "span"])
def test_an_icon_becomes_its_solid_drawing_and_keeps_what_the_theme_looks_for(tag):
    page = f'<{tag} class="theme-switch fa-solid fa-sun fa-lg" data-mode="light"></{tag}>'
    drawn = draw(page, SCRIPT)
    assert drawn.startswith('<svg class="refrain-icon refrain-icon-large theme-switch" data-mode="light" ')
    assert 'viewBox="0 0 512 512"><path d="M3 solid"/>' in drawn
    assert not ICON.search(drawn)


def test_an_icon_of_another_name_stays_as_it_is():
    page = '<i class="fas fa-rainbow"></i>'
    assert draw(page, SCRIPT) == page
    assert find_shape("pdf", SCRIPT) is None  # a part of a name is no name


@pytest.mark.parametrize(
    "line",
    [
        '<script defer src="_static/scripts/fontawesome.js?digest=5"></script>',
        '<link rel="preload" as="script" href="../_static/scripts/fontawesome.js" />',
    ],
)
def test_what_loads_the_script_is_found(line):
    assert LOADING.sub("", f"<head>\n{line}\n</head>") == "<head>\n</head>"
    assert not LOADING.search('<script src="_static/scripts/bootstrap.js"></script>')


def test_the_library_goes_with_its_fonts_and_their_names(tmp_path):
    face = "@font-face{src:url(../vendor/fontawesome/webfonts/a.woff2)}"
    files = {
        "scripts/fontawesome.js": SCRIPT,
        "vendor/fontawesome/webfonts/a.woff2": "",
        "b.css": f"p{{}}{face}",
    }
    for name, text in files.items():
        (tmp_path / "_static" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "_static" / name).write_text(text)
    drop_library(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["b.css"]
    assert (tmp_path / "_static" / "b.css").read_text() == "p{}"


def test_rules_of_single_icons_go_and_those_of_the_theme_stay():
    icons = r'.fa-sun:before,.fa-sun-bright::before{content:"\f185"}.fab{font-weight:400}'
    theme = ".bd-search .fa-sun{left:0}.fade{opacity:0}.far-away{color:red}@media print{.fa{color:red}}"
    assert RULE.sub("", f"/* icons */{icons}{theme}") == f"/* icons */{theme}"
