"""A step that looks at each source by itself looks again only at those that changed, and gives the same tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.pipeline.jobs import Job
from analysis.pipeline.steps import Steps

TEXTS = {"a": "three small nets", "b": "no net", "c": "nets and nets"}
KINDS = ["nets", "boats"]


def count(texts: dict[str, str], folder: Path | None, seen: list | None = None) -> pd.DataFrame:
    """Find words and count their letters, and note which sources were looked at."""

    def make(sources: set[str] | None) -> dict[str, pd.DataFrame]:
        chosen = sorted(texts if sources is None else sources)
        if seen is not None:
            seen.append(chosen)
        rows = [
            (source, word, len(word)) for source in chosen for word in texts[source].split() if word in KINDS
        ]
        table = pd.DataFrame(rows, columns=["source", "word", "n"]).astype({"source": "str", "n": "Int64"})
        return {"letters": table.assign(word=pd.Categorical(table["word"], categories=KINDS))}

    jobs = [Job(source, text, *[None] * 7) for source, text in sorted(texts.items())]
    return Steps(folder, jobs).ask_apart("letters", make, {})["letters"]


CHANGES = {
    "nothing": ({}, []),
    "a text": ({"b": "no nets, no boats"}, [["b"]]),
    "a text with nothing to find": ({"b": ""}, [["b"]]),
    "a new text": ({"aa": "boats"}, [["aa"]]),
    "a text that is gone": ({"c": None}, []),
    "one for another": ({"c": None, "d": "boats"}, [["d"]]),
    "two alike": ({"d": TEXTS["a"]}, [["d"]]),
    "two that change places": ({"a": TEXTS["b"], "b": TEXTS["a"]}, [["a", "b"]]),
}


@pytest.mark.parametrize(("change", "sources"), CHANGES.values(), ids=CHANGES)
def test_only_what_changed_is_looked_at_and_the_rows_are_those_of_all(tmp_path, change, sources):
    count(TEXTS, tmp_path)
    texts = {source: text for source, text in (TEXTS | change).items() if text is not None}
    for looked_at in (sources, []):
        seen: list = []
        pd.testing.assert_frame_equal(count(texts, tmp_path, seen), count(texts, None))
        assert seen == looked_at


def test_a_damaged_result_is_made_anew(tmp_path):
    count(TEXTS, tmp_path)
    (kept,) = tmp_path.glob("*.step")
    kept.write_bytes(kept.read_bytes()[:-3])
    seen: list = []
    pd.testing.assert_frame_equal(count(TEXTS, tmp_path, seen), count(TEXTS, None))
    assert seen == [["a", "b", "c"]]
