"""Where all texts are speeches, the prose of a chapter says so; its code does not change."""

from __future__ import annotations

import importlib.util

import pytest
from chapters import ROOT

PATH = ROOT / "book" / "_ext" / "refrain_book" / "occasions.py"
SPEC = importlib.util.spec_from_file_location("occasions_of_the_book", PATH)
occasions = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(occasions)

PAGE = """---
title: interview
---

# Each interview

An interview, `interview`, {glue:text}`n_interview`, [more](interview.md): two interviews.

```{code-cell} ipython3
interview = 1
```

```{container} framed
Which interview?
```

Interviews end.
"""


def test_prose_changes_and_code_does_not():
    assert occasions.call_speeches(PAGE) == (
        PAGE.replace("Each interview", "Each speech")
        .replace("An interview,", "A speech,")
        .replace("two interviews", "two speeches")
        .replace("Which interview", "Which speech")
        .replace("Interviews end", "Speeches end")
    )


def test_what_is_quoted_and_what_stands_in_cells_stays():
    assert (
        occasions.spare_quotations("3 interviews say “this interview”") == "3 speeches say “this interview”"
    )
    table = "<caption>A row is an interview.</caption><th scope=x>interviews</th><td>interview</td>"
    changed = occasions.HEADS.sub(lambda head: occasions.spare_quotations(head.group()), table)
    assert changed == "<caption>A row is a speech.</caption><th scope=x>speeches</th><td>interview</td>"


@pytest.mark.parametrize(
    ("kinds", "roles", "is_so"),
    [
        (["speech"], ["answer"], True),
        (["speech"], ["question"], False),
        (["speech", "report"], ["quote"], False),
    ],
)
def test_speeches_are_told_by_kind_and_by_nobody_asking(tmp_path, kinds, roles, is_so):
    for name, column, cells in (("sources/manifest", "kind", kinds), ("tables/segments", "role", roles)):
        path = tmp_path / f"{name}.csv"
        path.parent.mkdir()
        path.write_text("\n".join([column, *cells, ""]), encoding="utf-8")
    assert occasions.are_speeches(tmp_path) is is_so


def test_a_folder_without_data_holds_no_speeches(tmp_path):
    assert not occasions.are_speeches(tmp_path)
