"""What is said of how varied words are: nothing that answers cut as short are as well."""

from __future__ import annotations

import pandas as pd
import pytest
from reports import report_of

from analysis.pages import diversity as messages
from analysis.vocabulary.diversity import DIVERSITY

OPEN = "Questions are as varied as answers cut as short, as far as these texts can show"


def diversity(*values: float | None, low: float = 10.0, high: float = 20.0) -> pd.DataFrame:
    """Answers of 15 in each interview, and questions of these values; None where there are no questions."""
    labels = [f"Gazette, {n} May" for n in range(1, len(values) + 1)]
    rows = [(label, role, 500, value) for label, asked in zip(labels, values, strict=True)
            for role, value in (("answer", 15.0), ("question", asked)) if value is not None]  # fmt: skip
    table = pd.DataFrame(rows, columns=["label", "role", "n_words", "value"])
    is_asked = table["role"] == "question"
    measures = dict.fromkeys(DIVERSITY, table["value"])
    lows = {f"{name}_low": is_asked.map({True: low, False: None}) for name in DIVERSITY}
    highs = {f"{name}_high": is_asked.map({True: high, False: None}) for name in DIVERSITY}
    return table.assign(**measures, **lows, **highs)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([25.0], "In Gazette, 1 May, questions are more varied than answers cut as short"),
        ([25.0, 15.0], "In Gazette, 1 May, questions are more varied than answers cut as short"),
        ([5.0], "In Gazette, 1 May, questions are less varied than answers cut as short"),
        ([19.0, 19.0], OPEN),  # more varied than the whole answers, as cutting alone makes them
        ([20.0], OPEN),  # at the limit
        ([25.0, 5.0], "How varied the words are"),
        ([None], "How varied the words are"),
    ],
)
def test_a_title_speaks_only_outside_what_short_pieces_give(values, title):
    assert messages.say_diversity(diversity(*values), report_of(1))["title"] == title


def test_where_one_setting_stays_within_chance_nothing_is_said():
    mixed = diversity(25.0)
    mixed.loc[mixed["role"] == "question", DIVERSITY[0]] = 19.0
    said = messages.say_diversity(mixed, report_of(1))
    assert said["title"] == "How varied the words are"
    assert f"outside chance by {len(DIVERSITY) - 1} of {len(DIVERSITY)} measures" in said["caption"]


def test_one_measure_outside_chance_forbids_to_call_them_equal():
    mixed = diversity(15.0)
    mixed.loc[mixed["role"] == "question", DIVERSITY[0]] = 25.0
    assert messages.say_diversity(mixed, report_of(1))["title"] == "How varied the words are"


def test_many_interviews_are_counted_and_not_listed():
    said = messages.say_diversity(diversity(25.0, 25.0, 25.0, 25.0, 15.0), report_of(1))
    assert said["title"] == "In 4 of 5 interviews, questions are more varied than answers cut as short"


def test_without_a_baseline_nothing_is_said():
    said = messages.say_diversity(diversity(25.0, low=None, high=None), report_of(1))
    assert said["title"] == "How varied the words are"
    assert said["caption"].startswith("No interview holds enough words of both")


def test_chance_stands_beside_the_questions_of_its_source():
    table = pd.DataFrame({"event": ["e", "e"], "role": ["answer", "question"]})
    rows = [("mtld_72", "a", 1.0, 15.0, 10.0, 20.0, 300), ("keywords", "all", 1.0, 1.0, 0.0, 2.0, 300)]
    chance = pd.DataFrame(rows, columns=["figure", "source", "observed", "mean", "low", "high", "n_draws"])
    beside = messages.add_chance(table, chance, pd.DataFrame({"source": ["a"], "event": ["e"]}))
    assert beside["mtld_72_low"].tolist()[1] == 10
    assert beside["mtld_72_low"].isna().tolist() == [True, False]
    assert beside["hdd_42_high"].isna().all()
    assert (
        messages.add_chance(table, chance.head(0), pd.DataFrame({"source": ["a"], "event": ["e"]})).shape[0]
        == 2
    )
