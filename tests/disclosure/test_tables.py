"""What may leave the building: enough for every result, too little for any passage."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from attack import rebuild_runs
from hypothesis import given
from hypothesis import strategies as st

from analysis.counting.word_forms import count_forms
from analysis.disclosure.choosing import choose_words
from analysis.disclosure.contexts import CONTEXT
from analysis.disclosure.placed_words import place_words
from analysis.disclosure.runs import LONGEST_GUESSED, LONGEST_RUN
from analysis.disclosure.tables import count_words, list_chosen, release_tables
from analysis.disclosure.unseen_hits import list_unseen, mend_hits
from analysis.disclosure.visibility import measure_visibility
from analysis.disclosure.visible import find_needed, weigh_words
from analysis.disclosure.word_list import list_words
from analysis.language.folded_words import fold_words
from analysis.language.words import WORD
from analysis.patterns.matching import find_matches, find_raw_matches
from examples import examples

NO_REWORDINGS = pd.DataFrame(
    columns=["report", "report_position", "report_words", "source", "source_position", "source_words"]
)
WORDS = ["oak", "elm", "ash", "of", "the", "on"]


def make_tables(text: str, *, source: str = "daily") -> dict[str, pd.DataFrame]:
    """Full tables of a text in which every line is one answer of one sentence."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    starts = np.cumsum([0, *(len(line) + 1 for line in text.splitlines())])
    segments = pd.DataFrame(
        [(source, n, n, n, "answer", "", starts[n - 1], len(line), len(line.split())) for n, line in lines],
        columns=["source", "segment", "paragraph", "turn", "role", "speaker", "start", "end", "n_words"],
    )
    found = list(WORD.finditer(text))
    number = [text.count("\n", 0, match.start()) + 1 for match in found]
    place = {"source": source, "sentence": number, "position": range(1, len(found) + 1), "segment": number}
    spans = {"role": "answer", "start": [m.start() for m in found], "end": [m.end() for m in found]}
    tokens = pd.DataFrame(place | spans | {"token": [m.group() for m in found]})
    tokens["norm"] = fold_words(tokens["token"])
    others = {name: pd.DataFrame() for name in ("sentences", "splittings", "doubts")}
    return {"segments": segments, "tokens": tokens, **others}


def make_rules(*patterns: str, by: str) -> pd.DataFrame:
    return pd.DataFrame({by: "x", "pattern": list(patterns), "reason": "a test"})


def make_sources(*names: str) -> pd.DataFrame:
    columns = {"source": names, "event": names, "date": "2031-05-17", "is_reference": True}
    return pd.DataFrame(columns)


def release(text: str, patterns: pd.DataFrame, phrases: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return release_many({"daily": text}, patterns, phrases)


def release_many(
    texts: dict[str, str], patterns: pd.DataFrame, phrases: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """What is released of several texts, each of an event of its own."""
    full, sources = make_many(texts), make_sources(*texts)
    found = {
        "topics": find_raw_matches(full["tokens"], patterns, by="topic"),
        "phrases": find_raw_matches(full["tokens"], phrases, by="phrase"),
    }  # families, the larger part of what is found, show no word in another way
    cost = weigh_words(full["tokens"], find_needed(full["tokens"], sources), found)
    uses = found["phrases"].query("fate == 'counts'").drop(columns="fate")
    table = pd.DataFrame({"source": list(texts), "text": list(texts.values())})
    chosen = choose_words(full["tokens"], cost, uses, NO_REWORDINGS, table)
    return release_tables(full, count_words(full), list_chosen(chosen))


def make_many(texts: dict[str, str]) -> dict[str, pd.DataFrame]:
    """Full tables of several texts."""
    made = [make_tables(text, source=source) for source, text in texts.items()]
    return {name: pd.concat([tables[name] for tables in made], ignore_index=True) for name in made[0]}


def test_a_use_is_shown_with_six_words_on_either_side_and_no_other():
    text = "a b c d e f g Oak, elm! h i j k l m n\n"
    released = release(text, make_rules("zebra", by="topic"), make_rules("oak elm", by="phrase"))
    assert released["contexts"].to_dict("records") == [
        {
            "phrase": "x",
            "source": "daily",
            "position": 8,
            "role": "answer",
            "left": "b c d e f g",
            "match": "Oak, elm",
            "right": "! h i j k l m",
        }
    ]
    assert released["tokens"]["token"].tolist() == ["Oak", "elm"]


def test_a_context_ends_where_the_segment_does():
    released = release("a b\nc oak d\ne f\n", make_rules("q", by="topic"), make_rules("oak", by="phrase"))
    assert released["contexts"][["left", "match", "right"]].to_numpy().tolist() == [["c", "oak", "d"]]


def test_neighbouring_contexts_share_what_may_be_seen():
    # The phrase is the 4th and the 12th of fifteen words; with 21 words guessed, one gap of two must stay.
    line = "red tall wet oak dim raw sly shy dry fat hot oak bad old new\n"
    released = release(line, make_rules("q", by="topic"), make_rules("oak", by="phrase"))
    assert released["contexts"]["left"].tolist() == ["red tall wet", "raw sly shy dry fat hot"]
    assert max(rebuild_runs(released)) <= LONGEST_RUN


def test_a_hidden_word_between_two_seen_ones_is_counted_as_seen():
    # Twenty words, each second one looked for: guessing the others shows all; so two neighbours are withheld.
    text = " ".join(f"oak w{n}" for n in range(11)) + "\n"
    released = release(text, make_rules("oak", by="topic"), make_rules("zebra", by="phrase"))
    seen = measure_visibility(released).iloc[0]
    assert (seen["longest"], seen["longest_guessed"]) == (1, 13)
    assert released["tokens"]["position"].tolist() == [1, 3, 5, 7, 9, 11, 13, 17, 19, 21]


def test_a_passage_in_two_events_is_withheld_in_the_same_places():
    passage = [f"w{n}" for n in range(60)]
    texts = {"one": " ".join(["elm", *passage]) + "\n", "two": " ".join([*passage, "ash", "oak"]) + "\n"}
    released = release_many(texts, make_rules("elm", by="topic"), make_rules("oak", by="phrase"))
    tokens = released["tokens"]
    seen = {source: set(rows["token"]) - {"elm", "oak"} for source, rows in tokens.groupby("source")}
    assert seen["one"] == seen["two"] and 30 < len(seen["one"]) < 60
    assert max(rebuild_runs(released)) <= LONGEST_RUN


def test_words_seen_in_one_copy_are_not_completed_by_the_other():
    # Apart, each context shows at most fourteen words; laid over each other they would show seventeen.
    passage = [
        "a1",
        "a2",
        "a3",
        "a4",
        "a5",
        "oak",
        "b1",
        "b2",
        "b3",
        "b4",
        "b5",
        "b6",
        "elm",
        "c1",
        "c2",
        "c3",
        "c4",
        "c5",
        "c6",
    ]
    texts = {"one": " ".join(passage) + "\n", "two": " ".join(["and", *passage[2:]]) + "\n"}
    phrases = make_rules("a5 oak", "elm c1", by="phrase")
    released = release_many(texts, make_rules("zebra", by="topic"), phrases)
    assert max(rebuild_runs(released, make_many(texts)["tokens"])) <= LONGEST_RUN


def test_a_compound_counts_as_the_words_it_has():
    # The match and, of six words of two parts on either side, as many as make fourteen parts.
    words = [f"x-y{n}" for n in range(12)]
    text = " ".join([*words[:6], "oak", *words[6:]]) + "\n"
    released = release(text, make_rules("q", by="topic"), make_rules("oak", by="phrase"))
    assert released["contexts"][["left", "right"]].to_numpy().tolist() == [
        ["x-y3 x-y4 x-y5", "x-y6 x-y7 x-y8"]
    ]


def test_words_are_counted_by_source_and_role():
    tokens = make_tables("Oak elm oak\n")["tokens"]
    assert count_forms(tokens).to_numpy().tolist() == [
        ["daily", "answer", "elm", 1],
        ["daily", "answer", "oak", 2],
    ]


def test_a_form_is_counted_once_a_turn():
    full = make_tables("Oak elm oak\nOak ash\nAsh\n")
    segments = full["segments"].assign(turn=pd.array([1, 1, None], dtype="Int64"))
    counted = list_words(full["tokens"], segments)
    assert counted[["norm", "n"]].to_numpy().tolist() == [["ash", 2], ["elm", 1], ["oak", 3]]
    assert counted["n_turns"].tolist() == [1, 1, 1]  # both lines of the first turn; the last is in none
    later = list_words(full["tokens"], full["segments"])
    assert later["n_turns"].tolist() == [2, 1, 2]
    nowhere = list_words(full["tokens"], segments.assign(turn=pd.NA))
    assert nowhere["n_turns"].isna().all()


def test_visibility_counts_words_and_runs():
    full = make_tables(" ".join(f"w{n}" for n in range(1, 21)) + "\n")
    contexts = pd.DataFrame(
        [("x", "daily", 17, "answer", "w15 w16", "w17", "w18")],
        columns=["phrase", "source", "position", "role", "left", "match", "right"],
    )
    tables = full | {"contexts": contexts, "rewordings": NO_REWORDINGS, "words": count_forms(full["tokens"])}
    first = full["tokens"].query("position <= 13")
    seen = measure_visibility(tables | {"tokens": first}).iloc[0].to_dict()
    assert seen == {  # 1-13 as tokens, 15-18 in the context, 14 may be guessed
        "source": "daily",
        "n_words": 20,
        "n_visible": 17,
        "share_visible": 0.85,
        "longest": 13,
        "longest_guessed": 18,
    }


def test_visibility_lays_equal_passages_over_each_other():
    texts = {name: " ".join(f"w{n}" for n in range(1, 21)) + "\n" for name in ("one", "two")}
    full = make_many(texts)
    place = full["tokens"]["position"]
    shown = full["tokens"][
        place.between(1, 10).where(full["tokens"]["source"] == "one", place.between(6, 16))
    ]
    tables = full | {"tokens": shown, "rewordings": NO_REWORDINGS, "words": count_forms(full["tokens"])}
    contexts = pd.DataFrame(columns=["phrase", "source", "position", "role", "left", "match", "right"])
    seen = measure_visibility(tables | {"contexts": contexts})
    assert seen["longest"].tolist() == [16, 16]
    assert seen["n_visible"].tolist() == [10, 11]
    # Of two places of which the word lists say that they differ, none is completed.
    other = tables["words"].query("source == 'two' or norm not in ['w12', 'w14']")
    assert measure_visibility(tables | {"contexts": contexts, "words": other})["longest"].tolist() == [10, 16]


def test_a_hit_without_its_letters_keeps_its_row():
    tokens = make_tables("oak elm oak ash\n")["tokens"]
    topics = make_rules("oak elm", "oak", by="topic")
    hits = find_matches(place_words(tokens), topics, by="topic")
    seen = find_matches(place_words(tokens.query("norm != 'elm'")), topics, by="topic")
    unseen = list_unseen(hits, seen)
    assert unseen[["position", "n_words", "counts"]].to_numpy().tolist() == [[1, 1, "no"], [1, 2, "yes"]]
    mended = mend_hits(seen, unseen)
    pd.testing.assert_frame_equal(mended.drop(columns="pattern"), hits.drop(columns="pattern"))
    assert mended["pattern"].tolist() == ["", "oak"]


short = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40)
long = st.lists(st.sampled_from(WORDS), min_size=20, max_size=40)
lines = (short | long).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=4).map(lambda them: "\n".join(them) + "\n")
word = st.sampled_from([*WORDS, "o*", "*"])
rules = st.lists(st.lists(word, min_size=1, max_size=4), min_size=1, max_size=3).map(
    lambda them: [" ".join(["oak" if word == "*" else word for word in one[:1]] + one[1:]) for one in them]
)
# Most words are looked for, each by itself: long runs of hits, which are where too much might be seen.
most_words = st.sets(st.sampled_from(WORDS), min_size=4).map(sorted)


@examples(4)
@given(texts, rules | most_words, rules)
def test_no_fifteen_words_in_a_row_can_be_rebuilt(text, patterns, phrases):
    released = release(text, make_rules(*patterns, by="topic"), make_rules(*phrases, by="phrase"))
    assert max(rebuild_runs(released, make_tables(text)["tokens"]), default=0) <= LONGEST_RUN
    seen = measure_visibility(released)
    assert seen["longest"].max() <= LONGEST_RUN
    assert seen["longest_guessed"].max() <= LONGEST_GUESSED
    sides = released["contexts"][["left", "right"]].to_numpy().ravel()
    assert max((len(side.split()) for side in sides), default=0) <= CONTEXT


@examples(33)
@given(st.randoms(use_true_random=False))
def test_copies_planted_anywhere_are_not_rebuilt(random):
    texts, hits = plant_copies(random)
    full = make_many(texts)
    released = release_words(full, texts, hits, "w8")
    full = full["tokens"]
    assert max(rebuild_runs(released, full), default=0) <= LONGEST_RUN
    assert max(rebuild_runs(released, full, guess=True), default=0) <= LONGEST_GUESSED
    seen = measure_visibility(released)
    assert seen["longest"].max() <= LONGEST_RUN and seen["longest_guessed"].max() <= LONGEST_GUESSED


@pytest.mark.parametrize(
    "text",
    [
        "ash the elm ash the elm the elm oak the\n"
        "elm ash oak elm ash the elm oak the oak oak ash elm ash the elm the elm oak the ash ash the elm oak the oak\n",
        "elm elm oak oak ash elm oak elm ash elm oak elm the the elm the oak oak the oak ash the the ash ash oak ash\n"
        "elm the the elm the oak oak the oak ash the the ash ash oak elm elm the the ash ash oak ash ash elm oak oak "
        "elm the the elm the oak oak the oak ash the the ash elm ash\n",
    ],
)
def test_passages_that_go_on_in_other_words_are_not_rebuilt_from_each_other(text):
    full = make_tables(text)
    released = release_words(full, {"daily": text}, ["oak"], "oak")
    assert max(rebuild_runs(released, full["tokens"])) <= LONGEST_RUN


def release_words(
    full: dict[str, pd.DataFrame], texts: dict[str, str], needed: list[str], phrase: str
) -> dict[str, pd.DataFrame]:
    """What is released where results need these words, and a phrase of one word is tracked."""
    tokens = full["tokens"]
    uses = tokens[tokens["norm"] == phrase].assign(phrase="x", n_words=1)
    cost = tokens["norm"].isin([*needed, phrase]).to_numpy(dtype=np.int64)
    table = pd.DataFrame({"source": list(texts), "text": list(texts.values())})
    chosen = choose_words(tokens, cost, uses, NO_REWORDINGS, table)
    words = count_forms(tokens)
    shown = {"tokens": tokens[chosen.kept], "contexts": chosen.contexts, "rewordings": NO_REWORDINGS}
    return full | shown | {"words": words}


def plant_copies(random) -> tuple[dict[str, str], list[str]]:
    """Three short texts with pieces of one passage in them, and the words that are looked for."""
    passage = [f"w{n}" for n in range(random.randint(8, 40))]
    texts = {}
    for name in ("one", "two", "three"):
        words = [f"{name[:2]}{random.randint(0, 9)}" for _ in range(random.randint(0, 25))]
        for _ in range(random.randint(0, 2)):
            at, first = random.randint(0, len(words)), random.randint(0, len(passage) - 1)
            words[at:at] = passage[first : random.randint(first, len(passage))]
        texts[name] = " ".join([name, *words]) + "\n"
    return texts, random.sample(passage, random.randint(1, len(passage)))


@examples(4)
@given(texts, rules | most_words)
def test_hits_are_the_same_on_released_words(text, patterns):
    topics, full = make_rules(*patterns, by="topic"), make_tables(text)["tokens"]
    released = release(text, topics, make_rules("zebra", by="phrase"))
    hits = find_matches(place_words(full), topics, by="topic")
    seen = find_matches(place_words(released["tokens"]), topics, by="topic")
    mended = mend_hits(seen, list_unseen(hits, seen))
    pd.testing.assert_frame_equal(mended.drop(columns="pattern"), hits.drop(columns="pattern"))


@pytest.mark.parametrize("text", ["one two\n", "\n\n!\none\n"])
def test_where_nothing_is_looked_for_nothing_is_seen(text):
    released = release(text, make_rules("zebra", by="topic"), make_rules("zebra", by="phrase"))
    assert released["tokens"].empty
    assert released["contexts"].empty
    assert rebuild_runs(released) == []
