"""Ways of ending sentences: each rule on sentences one can see, all counts against a slow reference."""

from __future__ import annotations

import random
from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.counting.ending_rules import SPLITTINGS, Stretch, end_at_dashes, list_splittings
from analysis.counting.endings import add_turns
from analysis.counting.texts import count_segments, count_text
from analysis.formats.cues.people import Speaker
from analysis.readability.any_text import PROSE, count_file_text
from analysis.readability.bands import measure_bands
from analysis.readability.components import COMPONENTS
from analysis.readability.formulas import FORMULAS
from analysis.storage.schema import load_schema
from examples import examples

NAMES = [splitting.splitting for splitting in SPLITTINGS]


def count_by(text: str) -> dict[str, int]:
    """How many sentences the prose has by each splitting."""
    table = count_file_text(text, kind=PROSE)["splittings"]
    return table.groupby("splitting")["n_sentences"].sum().to_dict()


@pytest.mark.parametrize(
    ("text", "counted", "others"),
    [
        ("We waited; they came.", 1, {"semicolons": 2}),
        ("We waited – they came.", 1, {"dashes": 2}),
        ("We waited—they came.", 1, {"dashes": 2}),
        ("We saw 20 – 30 boats on a well-known coast.", 1, {}),
        ("We waited, they came.", 1, {"clauses": 2}),
        ("We waited, and they came.", 1, {"clauses": 2}),
        ("The council met, the vote was lost.", 1, {"clauses": 2}),
        ("We bought bread, cheese and the best of wines.", 1, {}),
        ("In the end, after the vote, nothing changed.", 1, {}),
        ("In the end it rained, nothing changed.", 1, {}),  # not found: the opener hides the clause
        ("It rained in the end, nothing changed.", 1, {"clauses": 2}),
        ("We waited. They came.", 2, {"joined": 1}),
        ("We waited for them? They came.", 2, {}),  # a comma replaces no question mark
        (f"{'We waited for them now. ' * 4}And they came.", 5, {"joined": 1}),  # 5 * 4 are twenty words
        (f"{'We waited for all of them now. ' * 4}", 4, {"joined": 2}),  # 7 + 7, for 21 are too many
        ("He said: “Wait. I will act.” So he did.", 3, {"quotations": 2, "joined": 1}),
        ("“Wait. I will act.” So he did.", 3, {"quotations": 2, "joined": 1}),
        ("«Wait. I will act.» So he did.", 3, {"quotations": 2, "joined": 1}),
        ("„Wait. I will act.“ So he did.", 2, {"quotations": 1, "joined": 1}),
    ],
)
def test_each_splitting_by_hand(text, counted, others):
    found = count_by(text)
    library = found.pop("library")
    assert found == dict.fromkeys(found, counted) | others
    assert 1 <= library <= counted


def test_the_library_ends_sentences_by_its_own_rules():
    # sentencex keeps a quotation whole; an accent and a pair of surrogates do not move its offsets
    assert count_by("Élan 🙂 is here. “Wait. I will act,” he said. We left.")["library"] == 3


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        ("We waited — they came.", [0, 12]),
        ("We waited — — they came.", [0, 12]),  # the space between them belongs to the first
        ("We waited — — — they came.", [0, 12, 16]),
        ("In 20 - 30 days - or 40 - we come.", [0, 18, 26]),
    ],
)
def test_a_dash_needs_a_space_of_its_own(body, starts):
    assert end_at_dashes(Stretch(0, body, [0], [9])) == starts


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_the_library_reads_any_space_before_a_point(space):
    assert count_by(f"We met J{space}. Roe waits.") == count_by("We met J . Roe waits.")


def test_a_note_or_a_second_voice_has_no_end():
    text = "We [Oskara; Ed.] wait; Roe said: “They wait. Long.”"
    parts = [("answer", "We "), ("note", "[Oskara; Ed.]"), ("answer", " wait; "), ("narration", "Roe said: "),
             ("quote", "“They wait. Long.”")]  # fmt: skip
    rows, at = [], 0
    for number, (role, part) in enumerate(parts, 1):
        rows.append((number, 1, number, role, at, at := at + len(part)))
    columns = ["segment", "paragraph", "turn", "role", "start", "end"]
    tables = count_segments(text, pd.DataFrame(rows, columns=columns))
    # Counted: “We wait; Roe said: They wait.” in which of equal voices the first counts, and “Long.”
    found = tables["splittings"].groupby(["role", "splitting"])["n_sentences"].sum()
    assert found["answer"].to_dict() == dict.fromkeys(NAMES, 1)
    assert found["quote", "counted"] == 1 and found["quote", "quotations"] == 1


def test_a_text_without_sentences_has_no_splittings():
    tables = count_text("", kind="transcript", speaker=Speaker("Jane Roe"))
    assert list(tables["splittings"]) == ["turn", "role", "splitting", "n_sentences"]
    assert tables["splittings"].empty
    assert count_file_text("*** …", kind=PROSE)["splittings"].empty


def test_splittings_are_those_of_the_schema():
    fields = {field["name"]: field for field in load_schema()["splittings"]["schema"]["fields"]}
    assert fields["splitting"]["constraints"]["enum"] == NAMES == list_splittings()["splitting"].tolist()
    assert (list_splittings() != "").all(axis=None)


# A slow reference ----------------------------------------------------------------------------------

# Letters, syllables, on the list of 1948, on the list of 1974: counted by ear and eye.
WORDS = {
    "cake": (4, 1, True, True),
    "water": (5, 2, True, True),
    "nan": (3, 1, False, False),
    "parliament": (10, 3, False, False),
    "understanding": (13, 4, True, False),
    "airport": (7, 2, True, False),
    "country's": (8, 2, True, True),
    "9,000": (4, 1, True, True),
    "2.5": (2, 1, True, True),
    "don't": (4, 1, True, True),
    "ice-cold": (7, 2, True, True),
    "well-known": (9, 2, True, False),
    "of": (2, 1, True, True),
}
CLAUSE = {"we": (2, 1, True, True), "saw": (3, 1, True, True)}
MARKS = {", we saw ": "clauses", ", of ": "", "; ": "semicolons", " – ": "dashes", " ": ""}


def make_text(chance: random.Random) -> tuple[str, Counter]:
    """Sentences of these words and marks, and what a slow reference counts in them."""
    said, counts = [], Counter(dict.fromkeys(NAMES, 0))
    for _ in range(chance.randint(1, 4)):
        sentence, words = "We saw", ["we", "saw"]
        for _ in range(chance.randint(21, 25)):  # too long to be joined to a neighbour
            mark = chance.choice([" ", " ", " ", *MARKS])
            word = chance.choice(list(WORDS))
            sentence += mark + word
            is_range = mark == " – " and words[-1][0].isdigit() and word[0].isdigit()  # 2.5 – 9,000
            counts[MARKS[mark]] += not is_range
            words += [*mark.strip(" ,;–").split(), word]
        said.append(sentence + chance.choice([".", "!", "?"]))
        counts.update(n_sentences=1)
        for word in words:
            letters, syllables, easy, familiar = {**WORDS, **CLAUSE}[word]
            counts.update(
                n_words=1, n_letters=letters, n_syllables=syllables, n_monosyllables=syllables == 1,
                n_polysyllables=syllables > 2, n_long_words=letters > 6, n_mini_words=letters < 4,
                n_difficult_words=not easy, n_unfamiliar_words=not familiar,
            )  # fmt: skip
    return " ".join(said), counts


def test_on_a_thousand_texts_all_counts_are_those_of_a_slow_reference():
    chance = random.Random(5)
    made = [make_text(chance) for _ in range(1000)]
    tables = count_file_text("\n\n".join(text for text, _ in made), kind=PROSE)  # a text a paragraph
    columns = [column for column in tables["sentences"] if column.startswith("n_")]
    found = tables["sentences"].groupby("paragraph")[columns].sum()
    found["n_sentences"] = tables["sentences"].groupby("paragraph").size()
    expected = pd.DataFrame([counts for _, counts in made], index=range(1, 1001)).astype(int)
    pd.testing.assert_frame_equal(found, expected[list(found)], check_names=False)
    ends = tables["splittings"].pivot(index="turn", columns="splitting", values="n_sentences")
    for splitting in ("semicolons", "dashes", "clauses"):
        assert ends[splitting].tolist() == (expected["n_sentences"] + expected[splitting]).tolist()
    for splitting in ("counted", "joined", "quotations"):
        assert ends[splitting].tolist() == expected["n_sentences"].tolist()


# The same words with other marks --------------------------------------------------------------------

# No names: at the beginning of a sentence nothing shows that a word is one, and readability spares names.
clause = st.tuples(
    st.sampled_from(["we", "they", "it", "nobody", "this", "the ships", "our council", "farmers"]),
    st.sampled_from(["waited", "saw", "considered", "remembered", "wait", "oppose"]),
    st.sampled_from(["", "the cake", "parliament", "an understanding", "water in May"]),
).map(lambda words: " ".join(filter(None, words)))
joined = st.sampled_from([", ", ", and ", ", but "])
sentence = st.tuples(clause, st.lists(st.tuples(joined, clause), max_size=2))
paragraph = st.lists(sentence, min_size=2, max_size=4)


def with_commas(sentence: tuple) -> str:
    first, rest = sentence
    return _open(first + "".join(mark + clause for mark, clause in rest)) + "."


def with_stops(sentence: tuple) -> str:
    first, rest = sentence
    pieces = [first, *(mark.strip(", ") + " " + clause for mark, clause in rest)]
    return " ".join(_open(piece.strip()) + "." for piece in pieces)


def _open(words: str) -> str:
    return words[0].upper() + words[1:]


def measure(**texts: str) -> pd.DataFrame:
    """Return what `measure_bands` says of texts by name."""
    counted = [_count(text, name) for name, text in texts.items()]
    sentences, splittings = (pd.concat(tables) for tables in zip(*counted, strict=True))
    return measure_bands(sentences, splittings, [*COMPONENTS, *FORMULAS], by=["text"])


def _count(text: str, name: str) -> list[pd.DataFrame]:
    tables = count_file_text(text, kind=PROSE)
    named = [table.assign(source=name, text=name) for table in (tables["sentences"], tables["segments"])]
    return [add_turns(*named), tables["splittings"].assign(source=name, text=name)]


@examples(3)
@given(st.lists(paragraph, min_size=8, max_size=10))
def test_commas_turned_into_full_stops_stay_in_the_band(paragraphs):
    written = {
        name: "\n\n".join(" ".join(map(write, said)) for said in paragraphs)
        for name, write in (("commas", with_commas), ("stops", with_stops))
    }
    measured = measure(**written)
    commas, stops = (measured[measured["text"] == name].reset_index(drop=True) for name in written)
    assert commas["n_words"].tolist() == stops["n_words"].tolist()
    assert (commas["n_sentences"] <= stops["n_sentences"]).all()
    scored = (commas["reason"] == "") & (stops["reason"] == "")
    for one, other in ((commas[scored], stops[scored]), (stops[scored], commas[scored])):
        assert (one["low"] <= other["score"] + 1e-9).all()
        assert (one["high"] >= other["score"] - 1e-9).all()
