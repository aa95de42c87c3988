"""What was asked before is not asked again, and the table of sensitivity is the one of asking everything."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.pipeline.build import Built
from analysis.pipeline.gathering import make_case
from analysis.sensitivity import outcomes
from analysis.sensitivity.answered import Answered
from analysis.sensitivity.cases import PHRASES, Case
from analysis.sensitivity.outcomes import measure_sensitivity
from analysis.storage.corpus import Corpus
from analysis.storage.results import read_result, write_result


@pytest.fixture
def case(small_corpus: Path, counted_once: Built) -> Case:
    return make_case(Corpus(small_corpus), counted_once.full, counted_once.found)


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The pages of the questions that are asked from now on."""
    seen: list[str] = []

    def watch(page: str, ask):
        def asking(case: Case):
            seen.append(page)
            return ask(case)

        asking.__name__ = ask.__name__
        return page, asking

    monkeypatch.setattr(outcomes, "QUESTIONS", [watch(*question) for question in outcomes.QUESTIONS])
    return seen


def keep(answered: Answered, folder: Path) -> Answered:
    """Write down what was asked, and read it again."""
    write_result(folder, "answers", {"answers": answered.list_asked()})
    return Answered(read_result(folder, "answers")["answers"])


def test_what_is_known_is_not_asked_again(case, asked, tmp_path):
    first = Answered()
    table = measure_sensitivity(case, answered=first)
    assert asked
    asked.clear()
    again = keep(first, tmp_path)
    pd.testing.assert_frame_equal(measure_sensitivity(case, answered=again), table)
    assert asked == []
    pd.testing.assert_frame_equal(again.list_asked(), first.list_asked())


def test_other_hits_of_topics_ask_about_topics_alone(case, asked, tmp_path):
    first = Answered()
    measure_sensitivity(case, answered=first)
    asked.clear()
    changed = case.recount(topic_hits=case.topic_hits.iloc[::2])
    known = measure_sensitivity(changed, answered=keep(first, tmp_path))
    assert asked and PHRASES not in asked
    pd.testing.assert_frame_equal(known, measure_sensitivity(changed))
