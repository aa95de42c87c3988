"""Whose words a segment is: the roles, and which of them count as somebody's words."""

from __future__ import annotations

OWN = ("answer", "quote")  # the speaker's own words, the basis of every count
SPOKEN = (*OWN, "question", "narration")  # running text, with sentences
ROLES = (*SPOKEN, "note", "apparatus", "repeat")
