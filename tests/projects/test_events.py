"""Which texts report one occasion, by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.projects.event_guesses import Link, group_events, link_texts, list_event_rows, tell_links
from analysis.projects.manifest_guesses import Guess

SHARED = "the long bridge carries every cart of salt from the old harbour"  # 12 words: 5 runs of eight


def guess(source, *, kind="transcript", date="", interviewer="", outlet=""):
    row = {"source": source, "kind": kind, "outlet": outlet}
    return Guess(row, date, "file name" if date else "", interviewer, None, 9, "")


def tokens(**texts):
    rows = [
        (source, 1, i, "answer", word)
        for source, text in texts.items()
        for i, word in enumerate(text.split(), 1)
    ]
    return pd.DataFrame(rows, columns=["source", "sentence", "position", "role", "norm"])


def link(texts, **guesses):
    return link_texts(tokens(**texts), guesses, texts)


def test_shared_passages_make_one_occasion():
    texts = {"a": f"{SHARED} now", "b": f"so {SHARED}"}  # 6 runs each, of which 5 are shared
    (found,) = link(texts, a=guess("a"), b=guess("b"))
    assert found == Link("a", "b", True, "they share 83% of the running words of the shorter one")


def test_a_passage_said_again_on_another_day_is_another_occasion():
    rest = " ".join(f"w{i}" for i in range(20))
    texts = {"a": f"{SHARED} {rest}", "b": f"{rest[::-1]} {SHARED}"}
    (found,) = link(texts, a=guess("a", date="2031-05-17"), b=guess("b", date="2031-06-17"))
    assert not found.is_one and found.why.endswith("though they are dated 2031-05-17 and 2031-06-17")
    assert tell_links([found])[0].what.startswith("a and b are taken for two occasions, but they share 20%")


@pytest.mark.parametrize(
    ("kind", "date", "is_one"),
    [("report", "2031-05-18", True), ("report", "2031-06-17", False), ("transcript", "2031-05-18", False)],
)
def test_a_report_that_comes_out_within_days_is_of_the_same_occasion(kind, date, is_one):
    rest = " ".join(f"w{i}" for i in range(20))
    texts = {"a": f"{SHARED} {rest}", "b": f"{rest[::-1]} {SHARED}"}
    (found,) = link(texts, a=guess("a", date="2031-05-17"), b=guess("b", kind=kind, date=date))
    assert found.is_one == is_one and "dated 2031-05-17 and" in found.why


def test_texts_of_one_day_are_one_occasion_only_if_something_else_says_so():
    texts = {"a": "I said so to Kim Lake", "b": "The minister told Kim Lake"}
    same = {"date": "2031-05-17"}
    assert link(texts, a=guess("a", **same), b=guess("b", **same)) == []
    (found,) = link(texts, a=guess("a", interviewer="Kim Lake", **same), b=guess("b", kind="report", **same))
    assert found.is_one and found.why == "both are dated 2031-05-17, and both name Kim Lake"
    assert link(texts, a=guess("a", interviewer="Kim Lake"), b=guess("b", date="2031-05-17")) == []


def test_an_event_bears_the_name_of_its_transcript_and_what_any_of_its_texts_tells():
    guesses = {
        "a": guess("a", kind="report", date="2031-05-17"),
        "b": guess("b", interviewer="Kim Lake"),
        "c": guess("c"),
    }
    event_of = group_events([Link("a", "b", True, "")], guesses)
    assert event_of == {"a": "b", "b": "b", "c": "c"}
    assert list_event_rows(event_of, guesses).to_numpy().tolist() == [
        ["b", "2031-05-17", "Kim Lake"],
        ["c", "", ""],
    ]


def test_of_three_copies_two_links_are_told():
    links = [Link("a", "b", True, "x"), Link("a", "c", True, "x"), Link("b", "c", True, "x")]
    assert [check.what.split(" are ")[0] for check in tell_links(links)] == ["a and b", "a and c"]
