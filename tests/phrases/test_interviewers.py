"""What the interviewers say: formulas counted by hand on two short invented interviews."""

from __future__ import annotations

import pandas as pd
from family_texts import FILLER, NO_EQUIVALENTS, SOURCES, read

from analysis.counting.word_forms import count_forms
from analysis.phrases.families import find_occurrences
from analysis.phrases.interviewers import list_interviewer_families
from analysis.roles import QUESTION


def interview(source: str, question: str, answer: str) -> pd.DataFrame:
    asked = read(FILLER + question, source=source, role=QUESTION)
    said = read(answer, source=source)
    said["position"] += len(asked)
    said["sentence"] += asked["sentence"].max()
    return pd.concat([asked, said])


def test_formulas_the_interviewers_come_back_to():
    """The harbour treaty is asked about in both events and answered once; salmon quotas never are."""
    tokens = pd.concat(
        [
            interview("gazette", "Will the harbour treaty hold? What of salmon quotas?", "Rain is near."),
            interview("radio", "Is the harbour treaty dead? And salmon quotas?", "A harbour treaty lives."),
        ],
        ignore_index=True,
    )
    uses = find_occurrences(tokens, count_forms(tokens), SOURCES, NO_EQUIVALENTS, roles=(QUESTION,))
    table = list_interviewer_families(uses, SOURCES)
    planted = table[table["family"].isin(["salmon quotas", "harbour treaty"])]
    assert planted[["family", "n_events", "n_asked", "n_own"]].to_numpy().tolist() == [
        ["salmon quotas", 2, 2, 0],
        ["harbour treaty", 2, 2, 1],
    ]
    copy = tokens[tokens["source"] == "gazette"].assign(source="herald")
    tokens = pd.concat([tokens, copy], ignore_index=True)
    uses = find_occurrences(tokens, count_forms(tokens), SOURCES, NO_EQUIVALENTS, roles=(QUESTION,))
    pd.testing.assert_frame_equal(list_interviewer_families(uses, SOURCES), table)


def test_without_questions_there_is_nothing_to_list():
    tokens = read(FILLER, source="gazette")
    uses = find_occurrences(tokens, count_forms(tokens), SOURCES, NO_EQUIVALENTS, roles=(QUESTION,))
    assert list_interviewer_families(uses, SOURCES).empty
