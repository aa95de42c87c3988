"""Badges on invented interviews: nothing that is false, made by chance, or without power is ever firm."""

from __future__ import annotations

import pandas as pd
import pytest
from cases import NO_CODES, ask, make_case, say

from analysis.sensitivity.outcomes import measure_sensitivity, summarise_sensitivity
from analysis.sensitivity.questions import FOLLOWS, LEADS, NO_LEADER, NONE_DIFFERS, RETURNS

NAMES = ["fish", "tax", "boat", "snow"]
OTHERS = ["herring", "levy", "ferry", "ice"]
FOLLOWED = [
    ask(f"What of {a} and {b}?", f"About {a} and {b} we agree.") for a, b in zip(NAMES, OTHERS, strict=True)
]
STRAIGHT = [turn for exchange in FOLLOWED for turn in exchange]
CROSSED = [turn for i in range(4) for turn in ask(f"What of {NAMES[i]}?", f"About {NAMES[i - 1]} we agree.")]
PAGES = ["topics", "phrases"]


def judge(*interviews, **lists) -> pd.DataFrame:
    """The badge of each finding."""
    return summarise_sensitivity(measure_sensitivity(make_case(*interviews, **lists)), PAGES).set_index(
        "claim"
    )


def test_answers_that_follow_everywhere_are_firm():
    judged = judge(STRAIGHT, STRAIGHT, STRAIGHT)
    assert judged.loc[FOLLOWS, "verdict"] == "firm"
    # Three interviews left out: nothing else changes a figure, so nothing else counts as a test.
    assert judged.loc[FOLLOWS, "holds"] == "3 of 3; 8 more change nothing here"
    assert judged.loc[FOLLOWS, "rests_on"].startswith("12 of 12 taken up; by chance 3 (")


def test_answers_that_follow_in_one_interview_only_are_fragile():
    judged = judge([*STRAIGHT, *STRAIGHT], CROSSED)
    assert judged.loc[FOLLOWS, "verdict"] == "fragile"
    assert "without talk-01" in judged.loc[FOLLOWS, "broken_by"]


@pytest.mark.parametrize(
    "interviews",
    [
        [CROSSED, CROSSED, CROSSED],  # no answer follows
        [ask("What of fish?", "Fish it is.") * 6] * 3,  # whatever is asked, all is about fish
        [ask("What of fish?", "Fish it is.")] * 4,  # one exchange an interview: nothing to deal
        [
            [
                *ask("What of fish?", "Fish, tax, boat and snow."),
                *ask("What of tax?", "No."),
                *ask("Of ice?", "No."),
            ]
        ],
    ],
    ids=["none follows", "one topic", "one exchange", "one answer holds all"],
)
def test_following_that_chance_would_give_cannot_be_said(interviews):
    assert judge(*interviews).loc[FOLLOWS, ["verdict", "holds"]].tolist() == ["cannot be said", ""]


def test_without_questions_nobody_asks_who_follows():
    assert FOLLOWS not in judge(say("Fish.", "Tax.", "Fish."), say("Fish."), say("Ice.")).index


@pytest.mark.parametrize(
    "interviews",
    [
        [say(*["Fish."] * 9, *["Tax."] * 9)],  # a tie
        [say("Fish.", "Fish.", "Tax.")],  # fewer than six answers
        [say(*["Fish."] * 9, *["Tax."] * 8)],  # nearly a tie
    ],
    ids=["tie", "few answers", "close"],
)
def test_a_lead_that_other_answers_would_take_cannot_be_said(interviews):
    judged = judge(*interviews)
    assert judged.loc[NO_LEADER, "verdict"] == "cannot be said"
    assert LEADS.format("Fish") not in judged.index


def code(case, topics: str) -> pd.DataFrame:
    """Codings in which every paragraph is about the same."""
    return case.segments[["source", "paragraph"]].assign(coder="ida", topics=topics)


def test_a_lead_that_coders_do_not_see_is_fragile():
    interviews = [say(*["Fish."] * 9, "Herring.", "Tax."), say(*["Herring."] * 9, "Fish.", "Tax.")]
    lead = LEADS.format("Fish")
    assert judge(*interviews).loc[lead, "verdict"] == "firm"
    judged = judge(*interviews, codings=code(make_case(*interviews), "tax"))
    assert judged.loc[lead, ["verdict", "broken_by"]].tolist() == ["fragile", "coded paragraphs"]


def test_a_lead_of_one_pattern_is_fragile():
    words = [*["Fish."] * 9, "Tax.", "Levy."]
    judged = judge(say(*words), say(*words), topics={"fish": ["fish", "herring"], "tax": ["tax", "levy"]})
    assert "half of each word list" in judged.loc[LEADS.format("Fish"), "broken_by"]


def test_no_difference_is_never_firm_and_says_what_it_could_have_seen():
    words = ["Fish and more.", "Nothing.", "Tax.", "Nothing at all.", "Fish.", "Nothing.", "Nothing."]
    judged = judge(say(*words), say(*words), say(*words))
    assert judged.loc[NONE_DIFFERS, "verdict"] == "cannot be said"
    assert "times as frequent" in judged.loc[NONE_DIFFERS, "rests_on"]


def test_an_answer_that_holds_all_makes_no_difference():
    some = ["Nothing.", "Fish.", "Nothing.", "Nothing at all."] * 3
    judged = judge(say(*["Nothing."] * 11, "Fish " * 30), say(*some), say(*some))
    assert judged.loc[NONE_DIFFERS, "verdict"] == "cannot be said"


def test_a_difference_that_repeated_words_make_is_fragile():
    fish, tax = ["Fish and fish again.", "Fish."] * 6, ["Tax is tax.", "Fish.", "Tax."] * 4
    judged = judge(say(*fish), say(*tax), say(*tax))
    assert NONE_DIFFERS not in judged.index
    more = judged.loc["talk-01 mentions Fish more often than the other interviews"]
    assert more["verdict"] == "fragile" and "once an answer" in more["broken_by"]
    assert more["rests_on"] == "18 and 8 mentions; rate times 3.0 (1.4 to 6.6)"
    assert "without talk-01" not in more["broken_by"]  # without it nothing can be asked of it


def test_phrases_of_every_answer_come_back_by_chance_too():
    words = ["Open harbours and the old map."] * 4
    judged = judge(*[say(*words)] * 4)
    assert judged.loc[RETURNS, "verdict"] == "cannot be said"
    assert judged.loc[RETURNS, "rests_on"] == "2 of 2 phrases in 3 or more of 4; by chance 2 (2 to 2)"


PLACES = ["bay", "isle", "reef", "cape", "cove", "dune", "port", "quay", "lake", "pond", "dyke", "hill"]
NAMED = {f"the {place}": [f"the {place}", f"{place} of ours"] for place in PLACES}


def spread(wording: str) -> list:
    """Seven interviews; each phrase is used once in five of them, in turn, in answers of its own."""
    return [
        say(*[wording.format(p) if (n + talk) % 7 < 5 else "Nothing." for n, p in enumerate(PLACES)])
        for talk in range(7)
    ]


def test_phrases_that_come_once_an_interview_are_spread_beyond_chance():
    literal = judge(*spread("See the {}."), phrases=NAMED).loc[RETURNS]
    assert literal["rests_on"].startswith("12 of 12 phrases in 4 or more of 7; by chance 8 (")
    assert all(broken.startswith("half of each") for broken in filter(None, literal["broken_by"].split("; ")))


def test_phrases_that_are_joined_wordings_are_fragile():
    joined = judge(*spread("A {} of ours."), phrases=NAMED).loc[RETURNS]
    assert joined["verdict"] == "fragile" and "to the letter" in joined["broken_by"].split("; ")


def test_one_interview_has_nothing_to_come_back_in():
    assert RETURNS not in judge(say("Open harbours.", "Open harbours.")).index


def test_what_is_never_said_cannot_be_said_to_come_back_lead_or_follow():
    judged = judge(*[ask("And now?", "Nothing.") * 8] * 3)
    assert set(judged["verdict"]) == {"cannot be said"}
    assert judged["rests_on"].to_dict() == {
        FOLLOWS: "no question raises a topic",
        NO_LEADER: "no topic is mentioned",
        NONE_DIFFERS: "too few answers or mentions to compare any",
        RETURNS: "no chosen phrase is used",
    }


def test_nothing_in_no_badge_out():
    case = make_case(say("Nothing."), topics={}, phrases={}, codings=NO_CODES)
    assert measure_sensitivity(case).empty


def test_two_ways_that_change_a_finding_do_not_make_it_firm():
    rows = [("as counted", "said"), ("one", "holds"), ("two", "holds"), ("three", "changes nothing here")]
    table = pd.DataFrame(rows, columns=["variant", "outcome"]).assign(
        page="topics", claim="It is so", rests_on="5"
    )
    (row,) = summarise_sensitivity(table, PAGES).itertuples(index=False)
    assert (row.verdict, row.holds) == ("cannot be said", "2 of 2; 1 more changes nothing here")
