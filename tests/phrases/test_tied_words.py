"""Sequences that function words tie, and frames around an open slot, in texts of a few words."""

from __future__ import annotations

import pytest
from family_texts import find_in_two as find
from family_texts import list_own as own


def test_a_sequence_around_one_content_word_is_found_in_its_inflections():
    found = find("You may wait for him. He waits for him.", "She waited for him.")
    assert own(found, "wait for him") == ["wait for him", "waited for him", "waits for him"]
    rules = found.loc[found["family"] == "wait for him", "rule"]
    assert sorted(rules) == ["inflection", "inflection", "the same words"]


@pytest.mark.parametrize(
    "said", ["and out of the room", "you out of the room", "would out of the room", "out of the room the"]
)
def test_a_sequence_neither_begins_nor_ends_in_the_middle_of_a_clause(said):
    found = find(f"{said}. {said}.", f"{said}.")
    assert set(found.loc[found["is_own"], "family"]) == {"out of the room"}


def test_a_sequence_stays_beside_a_larger_family_only_if_it_is_said_without_it():
    always = "Keep out of the room. Never keep out of the room."
    assert "out of the room" not in set(find(always, "Keep out of the room.")["family"])
    also = find(always + " She is out of the room.", "Keep out of the room. It is out of the room.")
    assert len(own(also, "out of the room")) == 5


def test_a_frame_is_named_with_its_slot():
    found = find(
        "It is not about fish but about us.",
        "Not about our bread, but about you. Not about salt but about me.",
    )
    assert own(found, "not about … but about") == [
        "not about fish but about",
        "not about our bread but about",
        "not about salt but about",
    ]
    assert not found["is_literal"].any()


@pytest.mark.parametrize("slot", ["salt fish bread wool harbour", "him"])
def test_a_slot_holds_up_to_four_words_and_one_with_content(slot):
    frame = f"not about {slot} but about"
    named = find(f"{frame}. {frame}.", f"{frame}.")["family"]
    assert not named.str.contains("…").any()


def test_a_verb_that_closes_behind_its_object_is_named_with_its_slot():
    found = find(
        "Hand the harbour over to him. She handed old ships over to me.", "They hand crews over to you."
    )
    assert own(found, "hand … over to") == [
        "hand crews over to", "hand the harbour over to", "handed old ships over to"
    ]  # fmt: skip


@pytest.mark.parametrize("close", ["over the", "over and", "to over", "in to"])
def test_a_verb_closes_with_a_particle_and_what_may_end(close):
    named = find(f"Hand ships {close}. We hand crews {close}.", f"They hand nets {close}.")["family"]
    assert not named.str.contains("hand …").any()


def test_a_number_parts_a_sequence():
    assert find("out of the 7 room. out of the 7 room.", "out of the 7 room.").empty
