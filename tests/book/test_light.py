"""What no page loads leaves the site, and so do the names of it."""

from __future__ import annotations

import sys

from chapters import BOOK

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book.light import make_light


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
