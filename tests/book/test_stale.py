"""Numbers are never stale, errors never pass: tried on a book of two pages with the report's own settings."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from built_book import ROOT, STRICT, build, executed, fingerprints, page, visible_text

sys.path.insert(0, str(ROOT / "book" / "_ext"))
from refrain_book import fresh, mends

pytestmark = pytest.mark.book

NOTEBOOK = """\
---
jupytext: {{text_representation: {{extension: .md, format_name: myst}}}}
kernelspec: {{display_name: Python 3, language: python, name: python3}}
---

# {title}

```{{code-cell}} ipython3
:tags: [hide-input]
{code}
```

{prose}
"""

COUNT = """\
import os, pathlib
import pandas as pd
import analysis
folder = pathlib.Path(os.environ.get("REFRAIN_DATA", "../data"))
int(pd.read_csv(folder / "counts.csv").n.sum()) * analysis.FACTOR"""

# Code that may not be published, and what the build says of it.
ANNOUNCED = {
    "1 / 0": "ZeroDivisionError",
    "import warnings; warnings.warn('approximate')": "index: a code cell wrote to stderr: .*approximate",
}

FORMULA = r"""
Rates $R = X / L$ and

$$
\sqrt{\frac{n}{n-1} \sum_i (x_i - R L_i)^2}
$$ (spread)

stand in {eq}`spread`. Executed: {nb-download}`index.ipynb`.
"""


def write_book(root: Path, code: str = COUNT, prose: str = FORMULA) -> Path:
    """A repository with a table (41 + 1), a module that doubles and a book of two pages."""
    for name in ("_config.yml", "_ext", "_static", "references.bib"):
        source, target = ROOT / "book" / name, root / "book" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    files = {
        "book/_toc.yml": "format: jb-book\nroot: index\nchapters:\n  - file: second\n",
        "book/index.md": NOTEBOOK.format(title="First", code=code, prose=prose),
        "book/second.md": NOTEBOOK.format(title="Second", code="1 + 1", prose="No table is read here."),
        "data/counts.csv": "topic,n\npeace,41\nwar,1\n",
        "analysis/__init__.py": "FACTOR = 2\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def shown_number(root: Path) -> int:
    [output] = page(root / "book/_build/html/index.html").xpath("//div[contains(@class, 'cell_output')]")
    return int(output.text_content())


def number_after_build(root: Path, **environment: str) -> int:
    assert build(root, **environment).returncode == 0
    return shown_number(root)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The small book, built strictly; the tests that use it leave it as it is."""
    root = write_book(tmp_path_factory.mktemp("small"))
    run = build(root, *STRICT)
    assert run.returncode == 0, run.stdout
    assert sorted(executed(run.stdout)) == ["index", "second"]
    return root


def test_second_run_executes_nothing(built):
    before = {path: path.stat().st_mtime_ns for path in built.glob("book/_build/html/*.html")}
    again = build(built)
    assert again.returncode == 0
    assert executed(again.stdout) == []
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_the_kernels_import_the_analysis_beside_the_book(built):
    assert shown_number(built) == (41 + 1) * 2


def test_a_changed_row_a_changed_module_and_another_data_folder_change_the_page(tmp_path):
    root = write_book(tmp_path / "repository")
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "counts.csv").write_text("topic,n\npeace,100\n")
    assert number_after_build(root) == 42 * 2
    (root / "data/counts.csv").write_text("topic,n\npeace,42\nwar,1\n")
    assert number_after_build(root) == 43 * 2
    (root / "analysis/__init__.py").write_text("FACTOR = 3\n")
    assert number_after_build(root) == 43 * 3
    assert number_after_build(root, REFRAIN_DATA=str(other)) == 100 * 3
    assert number_after_build(root) == 43 * 3


def test_an_error_or_a_python_warning_fails_every_build_until_it_is_mended(tmp_path):
    root = write_book(tmp_path)
    index = root / "book/index.md"
    sound = index.read_text()
    for code, said in ANNOUNCED.items():
        index.write_text(sound.replace(COUNT, code))
        for _ in range(2):
            run = build(root)
            assert run.returncode != 0
            assert re.search(said, run.stdout)
            assert not (root / "book/_build/html/index.html").exists()
    index.write_text(sound)
    assert build(root, *STRICT).returncode == 0
    assert shown_number(root) == 42 * 2


def test_a_warning_fails_every_strict_build_not_only_the_first(tmp_path):
    """A page with a reference to nowhere, another with a formula that is none: both builds name both."""
    root = write_book(tmp_path, code="1", prose="See {ref}`nowhere`.")
    second = root / "book/second.md"
    second.write_text(second.read_text() + "\nNot a formula: $\\nonsense{x$.\n")
    for _ in range(2):
        run = build(root, *STRICT)
        assert run.returncode == 1
        assert re.search(r"index\.md.*WARNING: undefined label: 'nowhere'", run.stdout)
        assert re.search(r"second\.md.*WARNING: formula not understood", run.stdout)


def test_same_bytes_in_another_folder_with_another_hash_seed_and_in_steps(built, tmp_path):
    root = write_book(tmp_path / "deeper" / "copy")
    assert build(root, *STRICT, PYTHONHASHSEED="7", TZ="Asia/Tokyo").returncode == 0
    expected = fingerprints(built / "book/_build", ".doctrees")
    assert fingerprints(root / "book/_build", ".doctrees") == expected
    second = root / "book/second.md"
    for text in (second.read_text() + "More.\n", second.read_text()):  # changed, and changed back
        second.write_text(text)
        assert executed(build(root).stdout) == ["second"]
    in_steps = fingerprints(root / "book/_build", ".doctrees")
    # Sphinx keeps a word that no page uses any more in its search index, with no page beside it.
    assert {name for name in expected if in_steps[name] != expected[name]} <= {"html/searchindex.js"}


def test_formulas_are_mathml_and_need_no_script(built):
    markup = (built / "book/_build/html/index.html").read_text("utf-8")
    assert markup.count("<math ") == 2
    assert "mathjax@" not in markup
    assert "(1)" in visible_text(page(built / "book/_build/html/index.html"))


def test_what_the_theme_lacks_is_mended(built):
    for path in built.glob("book/_build/html/*.html"):
        document = page(path)
        assert document.xpath("//*[@id='pst-primary-sidebar']/@role") == ["complementary"]
        assert document.xpath("//summary/@aria-label") == []
        assert document.xpath("//*[contains(@class, 'search-button-field')]/@aria-label") == []
        assert document.xpath("//button[contains(@class, 'theme-switch-button')]//i[@title]") == []
        assert len(document.xpath("//h1")) == 1


def test_a_header_without_words_becomes_a_cell():
    assert mends.mend('<th class="a"></th><th>n</th>') == '<td class="a"></td><th>n</th>'


def test_digest_sees_names_and_bytes_but_no_caches(tmp_path):
    (tmp_path / "a.csv").write_text("1")
    first = fresh.digest([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("x")
    os.utime(tmp_path / "a.csv", (0, 0))
    assert fresh.digest([tmp_path]) == first
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    renamed = fresh.digest([tmp_path])
    (tmp_path / "b.csv").write_text("2")
    assert len({first, renamed, fresh.digest([tmp_path])}) == 3
