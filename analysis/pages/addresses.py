"""Addresses of phrases and topics on a page: `concordance.html#root-causes`. They stay while the names do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

RESERVED = ("main-content", "print-main-content", "searchbox", "ethical-ad-placement", "concordance")
PREFIXES = (
    "pst-",
    "jb-",
    "bd-",
    "fig-",
    "code-",
    "term-",
    "row-",
    "refrain-",
)  # of the theme, and of our own marks


def name_addresses(named: Iterable[tuple[str, str]]) -> list[str]:
    """Return an address for each of some names, all different; what stands first has the shortest.

    named: the name of each, and a word for its kind, which goes before the address where that is taken.
    """
    taken = dict.fromkeys(RESERVED)
    addresses = []
    for name, kind in named:
        plain = name_address(name)
        longer = f"{kind}-{plain}"
        numbered = (f"{longer}-{n}" for n in range(2, len(taken) + 3))
        address = next(one for one in (plain, longer, *numbered) if _is_free(one, taken))
        taken[address] = None
        addresses.append(address)
    return addresses


def name_address(name: str) -> str:
    """Return a name as an address: its letters and digits in small, the words joined by hyphens.

    Letters of every script stay. The first is a letter, as selectors of style sheets and the site's search ask.
    """
    plain = unicodedata.normalize("NFC", name).casefold().replace("’", "").replace("'", "")
    marked = ("".join(letter if _is_kept(letter) else " " for letter in plain)).split()
    address = "-".join(marked)
    return address if address[:1].isalpha() else f"entry-{address}".strip("-")


def _is_kept(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LMN"


def _is_free(address: str, taken: dict[str, None]) -> bool:
    return address not in taken and not re.match("|".join(PREFIXES), address)
