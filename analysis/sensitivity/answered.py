"""Answers that are known already: a question is asked again only where what it is answered from has changed."""

from __future__ import annotations

import hashlib
import json

import pandas as pd

from analysis.sensitivity.cases import PHRASES, PLACE, TOPICS, Case
from analysis.sensitivity.questions import Answer, Question
from analysis.storage import digest_table

_KEPT = ["key", "claim", "is_said", "rests_on", "numbers", "event"]
_NO_CLAIM = ""  # of the row of a question that cannot be asked
_HITS = {TOPICS: "topic_hits", PHRASES: "phrase_hits"}


class Answered:
    """Asks questions, each once of the same figures, in this run or an earlier one.

    kept: the table that `list_asked` returned then, or None.
    """

    def __init__(self, kept: pd.DataFrame | None = None) -> None:
        self._digests: dict[int, tuple[pd.DataFrame, str]] = {}
        self._asked: dict[str, list[Answer]] = {}
        self._known: dict[str, list[Answer]] = {}
        for key, *cells in kept[_KEPT].itertuples(index=False, name=None) if kept is not None else ():
            answers = self._known.setdefault(key, [])
            if cells[0] != _NO_CLAIM:
                answers.append(Answer(*cells))

    def ask(self, page: str, question: Question, case: Case) -> list[Answer]:
        """Return what a case answers to a question of a page."""
        key = self._name(page, question, case)
        if key not in self._asked:
            self._asked[key] = self._known[key] if key in self._known else question(case)
        return self._asked[key]

    def list_asked(self) -> pd.DataFrame:
        """List what has been asked in this run, and answered."""
        nothing = [Answer(_NO_CLAIM, False, "", ())]
        rows = [
            (key, answer.claim, answer.is_said, answer.rests_on, str(answer.numbers), answer.event)
            for key, answers in self._asked.items()
            for answer in answers or nothing
        ]
        table = pd.DataFrame(rows, columns=_KEPT)
        return table.astype({name: bool if name == "is_said" else "str" for name in _KEPT})

    def _name(self, page: str, question: Question, case: Case) -> str:
        """Digest all that a question is answered from."""
        hits = self._digest(getattr(case, _HITS[page]), PLACE[page])
        tables = [self._digest(table) for table in (case.segments, case.sources, case.decisions["topics"])]
        known = [question.__name__, hits, tables, case.compared]
        return hashlib.sha256(json.dumps(known).encode("ascii")).hexdigest()

    def _digest(self, table: pd.DataFrame, columns: list[str] | None = None) -> str:
        """Digest a table, or some columns of it, once, for many variants share it."""
        if id(table) not in self._digests:
            used = table.filter(columns) if columns else table
            self._digests[id(table)] = table, digest_table(used)  # held, so that no other has its number
        return self._digests[id(table)][1]
