"""A day as a sentence says it."""

from __future__ import annotations

from analysis.language import MONTHS
from analysis.messages import ENGLISH, name_site_language, translate, translate_word


def name_day(date: str, *, with_year: bool = True) -> str:
    """Return a day (ISO 8601) as one reads it: 9 June 2031, or 9 June."""
    year, month, day = date.split("-")
    name = translate_word(MONTHS[int(month) - 1])
    if with_year:
        return translate("{day} {month} {year}", day=int(day), month=name, year=year)
    return translate("{day} {month}", day=int(day), month=name)


def tell_day(date: str) -> str:
    """Return a day (ISO 8601) in a sentence: as it is in English, in other languages as one reads it."""
    return date if name_site_language() == ENGLISH or not date else name_day(date)
