"""Which voices a text prints or marks, how much each says, and what each seems to be."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.formats.cues.cast import Kind
from analysis.formats.cues.people import Speaker, fold_label
from analysis.formats.cues.speaker_labels import Opening
from analysis.formats.cues.turn_roles import Unlabelled, assign_roles, list_turns
from analysis.formats.marked_turns import open_turns
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.role_map import Paragraph, Voice
from analysis.formats.transcript import drop_page, read_openings
from analysis.formats.wrapped_lines import unwrap
from analysis.readers import Reading

VOICE = ["label", "role", "is_person", "n_turns", "n_words", "n_asking"]


def list_voices(
    reading: Reading, speaker: Speaker, voices: Mapping[str, Voice] | None = None
) -> pd.DataFrame:
    """List the labels of one text that is taken for a transcript.

    speaker: whose words are studied; without a name if not known. voices: printed labels that are decided.
    Returns one row a label, as printed, in order of the text: role (answer, question or other, as a split gives it),
    is_person (whether it may be somebody's name), n_turns, n_words, n_asking (turns that end with a question).
    """
    decided = {fold_label(label): voice for label, voice in (voices or {}).items()}
    text = reading.text if reading.turns else unwrap(reading.text)
    paragraphs, openings = _open(reading, text, speaker, decided)
    turns = list_turns(text, paragraphs, openings)
    roles = _guess_roles(text, paragraphs, openings, speaker, decided)
    rows = [
        (
            o.label.name,
            roles.get(o.name, _say_role(o.kind)),
            o.kind == Kind.PERSON,
            1,
            turn.n_words,
            int(turn.asks),
        )
        for o, turn in zip(openings.values(), turns, strict=True)
    ]
    table = pd.DataFrame(rows, columns=VOICE)
    sums = table.groupby("label", sort=False)[["n_turns", "n_words", "n_asking"]].sum()
    first = table.drop_duplicates("label").set_index("label")[["role", "is_person"]]
    return first.join(sums).reset_index()[VOICE]


def _open(
    reading: Reading, text: str, speaker: Speaker, decided: dict[str, Voice]
) -> tuple[list[Paragraph], dict[int, Opening]]:
    if reading.turns:
        paragraphs = split_paragraphs(text)
        return paragraphs, open_turns(reading.turns, paragraphs, speaker, decided)
    paragraphs, openings = read_openings(text, speaker, decided)
    return paragraphs, drop_page(text, paragraphs, openings)


def _guess_roles(
    text: str,
    paragraphs: list[Paragraph],
    openings: dict[int, Opening],
    speaker: Speaker,
    decided: dict[str, Voice],
) -> dict[str, str]:
    """Return the role of each folded label; none where the speaker is not among them."""
    try:
        cast = assign_roles(text, paragraphs, openings, speaker, decided)
    except Unlabelled:
        return {}
    return {name: voice.role for name, voice in cast.voices.items()}


def _say_role(kind: Kind) -> str:
    return "question" if kind == Kind.ASKS else "other"
