"""Whose words a segment is: the roles, and which of them count as somebody's words."""

from __future__ import annotations

OWN = ("answer", "quote")  # the speaker's own words, the basis of every count
ONE_VOICE = dict.fromkeys(OWN, "answer")  # where answers and quotations are counted together
QUESTION = "question"
SPOKEN = (*OWN, QUESTION, "narration", "other")  # running text, with sentences
ROLES = (*SPOKEN, "note", "apparatus", "repeat")
# Genres of texts; of several sources of one event the first in this order stands for it.
KINDS = ("transcript", "speech", "excerpt", "report", "prose")
PRECEDENCE = {kind: rank for rank, kind in enumerate(KINDS)}
