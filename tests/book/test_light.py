"""What no page loads leaves the site, and so do the names of it."""

from __future__ import annotations

import sys

from chapters import BOOK

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book.light import drop_parts, make_light


def test_maps_old_fonts_and_other_languages_go_with_their_names(tmp_path):
    kept = {"a.js": "f();\n//# sourceMappingURL=a.js.map", "b.css": "p{}\n/*# sourceMappingURL=b.css.map */"}
    font = '@font-face{src:url(../x.woff2) format("woff2"),url(../x.ttf) format("truetype")}'
    gone = {"a.js.map": "{}", "b.css.map": "{}", "x.ttf": "old", "locales/de.mo": "Hallo"}
    for name, text in {**kept, "c.css": font, "x.woff2": "new", **gone}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    make_light(tmp_path)
    assert {path.name for path in tmp_path.rglob("*")} == {"a.js", "b.css", "c.css", "x.woff2"}
    assert (tmp_path / "a.js").read_text() == "f();"
    assert (tmp_path / "b.css").read_text() == "p{}"
    assert (tmp_path / "c.css").read_text() == '@font-face{src:url(../x.woff2) format("woff2")}'


def test_styles_and_scripts_of_parts_that_no_page_has_go_with_what_loads_them(tmp_path):
    (tmp_path / "_static").mkdir()
    files = ("sphinx-design.min.css", "design-tabs.js", "togglebutton.css", "togglebutton.js")
    for name in files:
        (tmp_path / "_static" / name).write_text("x")
    links = [
        '<link href="_static/sphinx-design.min.css?v=6">',
        '<script src="../_static/togglebutton.js"></script>',
    ]
    kept = '<link href="_static/a.css"><p class="sidebar-toggle sd">'
    folded = tmp_path / "folded.html"
    folded.write_text(f'{"".join(links)}<div class="note toggle">')
    (tmp_path / "plain.html").write_text(f"{' '.join(links)}{kept}")
    drop_parts(tmp_path)
    assert sorted(path.name for path in (tmp_path / "_static").iterdir()) == [
        "togglebutton.css",
        "togglebutton.js",
    ]
    assert folded.read_text() == f'{links[1]}<div class="note toggle">'
    folded.unlink()
    drop_parts(tmp_path)
    assert not list((tmp_path / "_static").iterdir()) and (tmp_path / "plain.html").read_text() == kept
