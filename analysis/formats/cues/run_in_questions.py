"""Questions in the paragraph of their answer, without a label: where the answer begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.formats.cues.questions import is_to_somebody
from analysis.formats.role_map import Paragraph

_FEWEST = 3  # paragraphs that open so
_SHARE = (
    0.6  # of the paragraphs from the first of them to the last, and of these with nothing before the question
)
_ADDRESSED = 1 / 3  # of the questions speak to somebody
# Up to two sentences, a question, and further questions right behind it; then the answer.
_ASKED = re.compile(
    r"""\W*(?:\d{1,2}[.)]\s+)?
    (?P<before>(?:[^.!?…«»“”„"]{1,300}[.!…]\s+){0,2})
    [^.!?…«»“”„"]{3,400}\?[*_)]*\s+
    (?:[^.!?…«»“”„"]{1,300}\?[*_)]*\s+)*
    (?=[*_–—-]*\s*\w)""",
    re.VERBOSE,
)
_BOLD = re.compile(r"\W*(?P<marks>\*\*|__)(?P<asked>(?!\s)[^*_\n]{3,600})(?P=marks)[.:]?\s+(?=[–—-]*\s*\w)")


def find_run_in_questions(text: str, paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return where the answers begin in paragraphs that open with a question: nowhere unless most do.

    That is so where the openings are in bold type and some ask, or where some of the questions speak to somebody: a
    speaker who asks and answers alone ("What is peace? It is work.") speaks to nobody.
    """
    bold = [_BOLD.match(text, *paragraph) for paragraph in paragraphs]
    if _are_most(bold) and sum("?" in found["asked"][-3:] for found in bold if found) > 1:
        return [found.end() for found in bold if found]
    asked = find_opening_questions(text, paragraphs)
    addressed = [found for found in asked if is_to_somebody(found.group())]
    return [found.end() for found in asked] if len(addressed) >= _ADDRESSED * len(asked) else []


def find_opening_questions(text: str, paragraphs: Sequence[Paragraph]) -> list[re.Match[str]]:
    """Return the questions with which paragraphs open that go on behind them; none unless most do."""
    asked = [_ASKED.match(text, *paragraph) for paragraph in paragraphs]
    found = [match for match in asked if match]
    at_once = [match for match in found if not match["before"]]
    return found if _are_most(asked) and len(at_once) >= _SHARE * len(found) else []


def _are_most(found: Sequence[re.Match[str] | None]) -> bool:
    """Say whether at least three matches are most of all that stands from the first to the last."""
    places = [i for i, match in enumerate(found) if match]
    return len(places) >= _FEWEST and len(places) >= _SHARE * (places[-1] - places[0] + 1)
