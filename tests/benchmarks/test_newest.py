"""Which release changed a number: told by putting one library back at a time. No test asks an index."""

from __future__ import annotations

from benchmarks.newest import find_causes, list_direct, list_other_files, read_lock

LOCK = """\
Pandas==2.2.3 ; python_version >= "3.11" \\
    --hash=sha256:00
scipy==1.14.1 \\
    --hash=sha256:11
"""
PROJECT = """\
[project]
dependencies = ["pandas>=2.2", "simplemma>=2,<3"]
[project.optional-dependencies]
book = ["jupyter-book>=1.0.4.post1,<2"]
full = []
pdf = []
test = ["pytest"]
"""


def test_the_lock_and_what_is_asked_for_are_read():
    assert read_lock(LOCK) == {"pandas": "2.2.3", "scipy": "1.14.1"}
    assert list_direct(PROJECT) == ["jupyter-book", "pandas", "simplemma"]


def test_the_library_that_changes_a_number_is_found_among_three():
    """Two libraries are newer and harmless; with the third, one finding differs."""
    newest = {"numpy", "pandas", "scipy"}

    def look() -> list[str]:
        return ["readability, n_words: 12, now 13"] if "pandas" in newest else []

    causes = find_causes(sorted(newest), look=look, put_back=newest.discard, renew=newest.add)
    assert causes == ["pandas"]
    assert newest == {"numpy", "pandas", "scipy"}


def test_tables_that_differ_or_lack_are_named(tmp_path):
    published, built = tmp_path / "published", tmp_path / "built"
    for folder, names in [(published, ["same", "other", "lost"]), (built, ["same", "other"])]:
        folder.mkdir()
        for name in names:
            (folder / f"{name}.csv").write_text(name if name == "same" else folder.name)
    assert list_other_files(published, built) == ["lost.csv differs", "other.csv differs"]
