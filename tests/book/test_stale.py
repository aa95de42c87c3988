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


def test_a_changed_row_and_a_changed_module_change_the_page(tmp_path):
    root = write_book(tmp_path)
    assert build(root).returncode == 0
    (root / "data/counts.csv").write_text("topic,n\npeace,42\nwar,1\n")
    assert build(root).returncode == 0
    assert shown_number(root) == 43 * 2
    (root / "analysis/__init__.py").write_text("FACTOR = 3\n")
    assert build(root).returncode == 0
    assert shown_number(root) == 43 * 3


def test_another_data_folder_changes_the_page_both_ways(tmp_path):
    root = write_book(tmp_path / "repository")
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "counts.csv").write_text("topic,n\npeace,100\n")
    assert build(root).returncode == 0
    assert build(root, REFRAIN_DATA=str(other)).returncode == 0
    assert shown_number(root) == 100 * 2
    assert build(root).returncode == 0
    assert shown_number(root) == 42 * 2


@pytest.mark.parametrize("code", ["1 / 0", "import warnings; warnings.warn('approximate')"])
def test_an_error_or_a_python_warning_fails_every_build_until_it_is_mended(tmp_path, code):
    root = write_book(tmp_path, code=code)
    for _ in range(2):
        run = build(root)
        assert run.returncode != 0
        assert re.search("ZeroDivisionError|index: a code cell wrote to stderr: .*approximate", run.stdout)
        assert not (root / "book/_build/html/index.html").exists()
    index = root / "book/index.md"
    index.write_text(index.read_text().replace(code, COUNT))
    assert build(root, *STRICT).returncode == 0
    assert shown_number(root) == 42 * 2


@pytest.mark.parametrize("prose", ["See {ref}`nowhere`.", r"Not a formula: $\nonsense{x$."])
def test_a_warning_fails_every_strict_build_not_only_the_first(tmp_path, prose):
    root = write_book(tmp_path, code="1", prose=prose)
    assert [build(root, *STRICT).returncode for _ in range(2)] == [1, 1]


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
