"""What is asked of one word after another in every text, remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")
_MOST = 200_000  # words; then it begins anew


class Remembered(dict[str, Answer], Generic[Answer]):
    """The answers of a function by the word, each asked once: `answers[word]`.

    It is quicker than `lru_cache`, for it keeps no order of use.
    """

    def __init__(self, ask: Callable[[str], Answer], *, most: int = _MOST) -> None:
        super().__init__()
        self.ask, self.most = ask, most

    def __missing__(self, word: str) -> Answer:
        if len(self) >= self.most:
            self.clear()
        answer = self[word] = self.ask(word)
        return answer
