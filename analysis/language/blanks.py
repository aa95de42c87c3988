"""Where white space stands in a text."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

# One boolean a code point; no white space stands beyond U+3000.
_IS_SPACE = np.array([chr(point).isspace() for point in range(0x3002)])


@lru_cache(maxsize=2)  # asked of a text by one step after another
def find_blanks(text: str) -> np.ndarray:
    """Return which characters are white space, one boolean a character, and behind the last one more, which is true."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.append(_IS_SPACE[np.minimum(points, len(_IS_SPACE) - 1)], True)
