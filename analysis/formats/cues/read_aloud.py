"""What the speaker reads aloud or recites, and somebody else wrote: `I will read you the letter of the king: “...”`."""

from __future__ import annotations

import re

from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in

# The first letter stands alone, in either case: `re` looks for one of a few signs quickly, and for words slowly.
_READS = (
    r"[RrQqLlVvZzCcЗзПпЦц](?<!\w\w)(?i:"
    r"(?<=r)ead(?:ing)?(?:\s+(?:out|aloud|from|to|you|it|this|the|an?|his|her|their|what))|(?<=r)ecite|(?<=q)uote"
    r"|(?<=l)(?:ese|is|eo|eggo)|(?<=v)orlesen|(?<=z)itiere|(?<=c)it[eo]"
    r"|(?<=з)ачитаю|(?<=п)ро(?:чту|цитирую)|(?<=ц)итирую)\b"
)
# The quotation stands behind that sentence or right below it; what is the reader's own is left alone.
_ALOUD = re.compile(
    rf"{_READS}(?P<between>[^“\"«„.!?\n]{{0,120}}[.:,]?\s{{1,3}})(?P<quoted>[“\"«„][^“”\"«»„]{{10,2000}}[”\"»“])"
)
_OWN = re.compile(
    r"\b(?:my|our|mein\w*|unser\w*|mon|ma|mes|notre|nos|mi|nuestr\w+|мо\w+|наш\w*)\b", re.IGNORECASE
)
_FEWEST_WORDS = 5


def assign_read_aloud(role_map: RoleMap) -> None:
    """Take from the speaker what is read aloud between quotation marks, with a doubt each."""
    for match in _ALOUD.finditer(role_map.text):
        start, end = match.span("quoted")
        is_spoken = "answer" == role_map.voice_at(start).role == role_map.voice_at(end - 1).role
        is_own = _OWN.search(match["between"])
        if is_spoken and not is_own and count_words_in(match["quoted"]) >= _FEWEST_WORDS:
            role_map.assign(start, end, Voice("other", ""))
            role_map.doubt(
                start, end, "read aloud",
                decided="the speaker reads what somebody else wrote: it is nobody's",
                remedy="if these are the speaker's own words, add a row to decisions/places.csv",
            )  # fmt: skip
