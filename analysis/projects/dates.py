"""Days as file names and pages print them. A day that could be read in two ways is none."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH_OF = {name: n for names in (*_MONTHS.values(), _SHORT) for n, name in enumerate(names.split(), 1)}
_MONTH = "|".join(sorted(_MONTH_OF, key=lambda name: (-len(name), name)))
_EDGE, _END = r"(?<![\w.,/-])", r"(?![\w/-]|\.\d)"
_ORDINAL = r"(?:st|nd|rd|th|\.|er|º)?"
_FORMS = (
    re.compile(rf"{_EDGE}(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d/-])"),
    re.compile(rf"{_EDGE}(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>\d{{4}}){_END}"),
    re.compile(
        rf"{_EDGE}(?P<d>\d{{1,2}}){_ORDINAL}\s(?:of\s|de\s)?(?P<n>{_MONTH})\.?,?\s(?:de\s)?(?P<y>\d{{4}}){_END}",
        re.I,
    ),
    re.compile(rf"{_EDGE}(?P<n>{_MONTH})\.?\s(?P<d>\d{{1,2}}){_ORDINAL},?\s(?P<y>\d{{4}}){_END}", re.I),
)
_IN_NAME = (
    re.compile(r"(?<!\d)(?P<y>(?:1[6-9]|20|21)\d\d)(?P<by>[-_. ]?)(?P<m>\d\d)(?P=by)(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d\d)(?P<by>[-_.])(?P<m>\d\d)(?P=by)(?P<y>(?:1[6-9]|20|21)\d\d)(?!\d)"),
)


def find_days(text: str) -> list[str]:
    """Return the days that a text prints, each once, in order, as 2031-05-17."""
    return _list_days(text, _FORMS)


def find_day_in_name(name: str) -> str:
    """Return the one day in a file's name; '' where there is none, several, or one that can be read in two ways."""
    days = _list_days(name, _IN_NAME) or find_days(re.sub("[_-]+", " ", name))
    return days[0] if len(days) == 1 else ""


def _list_days(text: str, forms: tuple[re.Pattern[str], ...]) -> list[str]:
    found = [match for form in forms for match in form.finditer(text)]
    days = [_read(match) for match in sorted(found, key=lambda match: match.start())]
    return list(dict.fromkeys(day for day in days if day))


def _read(match: re.Match[str]) -> str:
    """Return the day that a match says; '' where there is no such day, or day and month could change places."""
    parts = match.groupdict()
    year, day = int(parts["y"]), int(parts["d"])
    month = int(parts["m"]) if "m" in parts else _MONTH_OF[parts["n"].casefold()]
    day_first = match.start("d") < match.start("y")
    is_unclear = "m" in parts and day_first and parts.get("by") == "-" and day <= 12 and day != month
    try:
        return "" if is_unclear else datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
