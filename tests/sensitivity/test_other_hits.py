"""What is taken from the hits, or put in their place, in other ways to count."""

from __future__ import annotations

import pandas as pd
from cases import ask, make_case, say

from analysis.sensitivity.other_hits import count_once_an_answer, halve_lists, keep_literal, use_codes


def list_patterns(case) -> set[str]:
    return set(case.topic_hits["pattern"])


def test_two_halves_are_all_patterns_and_share_none():
    case = make_case(say("Fish, herring, tax, levy, boat, ferry, snow and ice."))
    first, second, third = (list_patterns(halve_lists(case, draw=draw)) for draw in (0, 1, 2))
    assert first | second == list_patterns(case) and not first & second
    assert len(first) == 4 and first != third


def test_a_list_of_one_stays_whole_and_of_three_gives_two_and_one():
    topics = {"fish": ["fish"], "tax": ["tax", "levy", "duty", "-duty free"]}
    case = make_case(say("Fish, tax, levy and duty."), topics=topics)
    halves = [halve_lists(case, draw=draw).topic_hits["topic"].value_counts() for draw in (0, 1)]
    assert [(half["fish"], half["tax"]) for half in halves] == [(1, 2), (1, 1)]


def test_the_order_of_decisions_draws_no_other_half():
    case = make_case(say("Fish, herring, tax, levy, boat, ferry, snow and ice."))
    turned = case._replace(decisions={name: table[::-1] for name, table in case.decisions.items()})
    assert list_patterns(halve_lists(turned, draw=0)) == list_patterns(halve_lists(case, draw=0))


def test_an_answer_counts_a_topic_and_a_phrase_once():
    case = make_case(ask("Fish or fish?", "Fish. Herring. Open harbours and open harbours."), say("Fish."))
    once = count_once_an_answer(case)
    assert once.topic_hits["source"].tolist() == ["talk-01", "talk-01", "talk-02"]  # a question, two answers
    assert len(once.phrase_hits) == 1


def test_only_the_words_of_the_name_are_literal():
    case = make_case(say("Open harbours.", "“OPEN\nharbours”.", "Harbours open."))
    assert len(case.phrase_hits) == 3 and keep_literal(case).phrase_hits["segment"].tolist() == [1, 2]


def test_codes_are_hits_where_an_interview_is_coded_in_full():
    interviews = [ask("What of the sea?", "Cold."), ask("What of fish?", "Gone.")]
    rows = [("talk-01", 1, "ida", "fish tax"), ("talk-01", 2, "ida", ""), ("talk-02", 1, "ida", "fish")]
    codings = pd.DataFrame(rows, columns=["source", "paragraph", "coder", "topics"])
    coded = use_codes(make_case(*interviews, codings=codings))
    assert coded.sources["source"].tolist() == ["talk-01"]
    assert coded.topic_hits[["topic", "segment"]].astype(object).to_numpy().tolist() == [
        ["fish", 1],
        ["tax", 1],
    ]
    assert list(coded.topic_hits["topic"].cat.categories) == ["boat", "fish", "snow", "tax"]


def test_nobody_coded_is_not_a_way_to_count():
    assert use_codes(make_case(say("Fish."))) is None
