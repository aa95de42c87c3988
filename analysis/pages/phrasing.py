"""Words that stay right whatever the numbers: lists, counts, shares, ranges, sentences for empty tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps

import pandas as pd

from analysis.figures import NOT_AVAILABLE, display_text
from analysis.messages import (
    ENGLISH,
    name_site_language,
    translate,
    translate_number,
    translate_word,
    write_number,
)
from analysis.report import INTERVIEW

Texts = dict[str, str]
Writer = Callable[[float], str]
MOST_NAMED = 3  # more names do not make a title
MOST_ITEMS = 30  # more are not read out; the table has them
SPEECH = "speech"
_ANSWER = re.compile(r"(?<!they )(?<!to )\b([aA]n )?\b([aA])nswer(s?)\b(?! to\b)")
_TWICE = re.compile(
    r"\bparagraphs (?:and|or) (?:of )?paragraphs\b"
)  # where a sentence speaks of answers beside them
SWAPS = {  # for a catalogue: which of its words stand for others, by what an event is called
    SPEECH: "interview=speech; answer=paragraph",
    "period": "interview=period",
    "group": "interview=group",
}
_NEUTRAL = {"title": "Nothing to show", "subtitle": "No rows", "note": "No rows", "alt": "No picture"}


def join(parts: Iterable[str]) -> str:
    """Join words as the site's language does: a, b and c."""
    *first, last = list(parts) or [translate("nothing")]
    return translate("{first} and {last}", first=", ".join(first), last=last) if first else last


def capitalise(text: str) -> str:
    """Let a sentence begin with a capital; all other letters stay, as names and German nouns need them."""
    return text[:1].upper() + text[1:]


def quote(words: Iterable[str]) -> list[str]:
    """Put each in quotation marks: “open harbours”. Only for what was literally said."""
    return [translate("“{words}”", words=word) for word in words]


def itemise(values: pd.Series, between: str) -> str:
    """Say a Series, each index with its value: "Trams 12%; Fish 3%"; of more than thirty the first."""
    said = [f"{name}{between}{value}" for name, value in values.head(MOST_ITEMS).items()]
    more = len(values) - MOST_ITEMS
    return "; ".join([*said, *([translate("and {more} more", more=more)] if more > 0 else [])])


def count(n: int, noun: str) -> str:
    """Say how many there are of something: 1 event, 1,200 events. The noun forms its plural with s."""
    return f"{display_text(n)} {translate_number(n, noun, f'{noun}s')}"


def agree(n: int, one: str, many: str) -> str:
    """Choose the form of a verb: 1 is, 2 are."""
    return translate_number(n, one, many)


def out_of(k: int, n: int, noun: str) -> str:
    """Say how many of all: the only event, both events, all 3 events, none of 3 events, 2 of 3 events."""
    wholes = {1: "the only " + noun, 2: f"both {noun}s"}
    if k == n:
        return translate(wholes.get(n, f"all {{n:,}} {noun}s"), n=n)
    part = f"of {{n:,}} {noun}{'' if n == 1 else 's'}"
    return translate(f"{{k}} {part}", k=k, n=n) if k else translate(f"none {part}", n=n)


def name_drawn(n: int, n_all: int, noun: str, *, first: str = "") -> str:
    """Name what a picture draws: 3 of 5 phrases, all 5 phrases, the only phrase."""
    if n < n_all:
        return translate("{first}{n} of {things}", first=first, n=n, things=count(n_all, noun))
    if n > 1:
        return translate("all {things}", things=count(n, noun))
    return translate_word("the only " + noun)


def percent(share: float) -> str:
    """Say a share from 0 to 1: 83%, under 1%, over 99%, not available. Rounding makes nothing all or none."""
    if pd.isna(share):
        return translate_word(NOT_AVAILABLE)
    if 0 < share < 0.005:
        return translate("under {share}", share=_hundred(0.01))
    return translate("over {share}", share=_hundred(0.99)) if 0.995 <= share < 1 else _hundred(share)


def _hundred(share: float) -> str:
    return translate("{n}%", n=f"{share:.0%}".removesuffix("%"))


def tenths(value: float) -> str:
    """Say a number with one decimal, as readability is printed: 11.8."""
    return write_number(f"{value:.1f}")


def hundredths(value: float) -> str:
    """Say a number with two decimals: 1.84."""
    return write_number(f"{value:.2f}")


def span(low: float, high: float, *, write: Writer = display_text, dash: str = "") -> str:
    """Say two limits, of an interval or a band: 11.8 to 13.9."""
    ends = {"low": write(low), "high": write(high)}
    return f"{ends['low']}{dash}{ends['high']}" if dash else translate("{low} to {high}", **ends)


def one_or_range(values: pd.Series, *, write: Writer, one: str, several: str) -> str:
    """Say what values are: one sentence where they read alike, else another with the lowest and highest.

    "99%" and "over 99%" read alike, as "99% or more".

    one: with {low} for the value. several: with {low} and {high}.
    """
    low, high = write(values.min()), write(values.max())
    if high == translate("over {share}", share=low):
        return one.format(low=translate("{low} or more", low=low))
    return one.format(low=low) if low == high else several.format(low=low, high=high)


def begin(sentence: str) -> str:
    """Return a sentence with a capital where it begins with an article; a name stays as it is printed."""
    return f"The {sentence[4:]}" if sentence.startswith("the ") else sentence


def most(values: pd.Series) -> list:
    """Return the index of the largest value: several where they tie, none where no value is above zero."""
    is_largest = values == values.max()
    return list(values.index[is_largest & (values > 0)])


def _call_paragraph(found: re.Match[str]) -> str:
    """Return "a paragraph" for "an answer", whatever its number and case."""
    article, letter, several = found.groups(default="")
    word = "paragraph" if letter.islower() else "Paragraph"
    return f"{article.replace('n ', ' ')}{word}{several}"


def call_events(text: str, noun: str) -> str:
    """Say another noun for "interview", whatever its number: "a speech", "two speeches", "a period".

    A speech has no answers; its paragraphs are counted as turns.
    """
    if noun == INTERVIEW:
        return text
    if name_site_language() != ENGLISH:
        return _swap_words(text, translate_word(SWAPS[noun]))
    if noun == SPEECH:
        text = _TWICE.sub("paragraphs", _ANSWER.sub(_call_paragraph, text))
    several = f"{noun}es" if noun.endswith("ch") else f"{noun}s"
    one = re.sub(r"\b([aA])n(\s+)interview\b", rf"\1\2{noun}", text)
    plain = re.sub(r"\binterview(s?)\b", lambda found: several if found.group(1) else noun, one)
    return re.sub(
        r"\bInterview(s?)\b", lambda found: (several if found.group(1) else noun).capitalize(), plain
    )


def _swap_words(text: str, swaps: str) -> str:
    """Put other words, whatever their endings: "answer=paragraph; interview=speech"."""
    for swap in swaps.split("; "):
        word, other = swap.split("=")
        text = re.sub(rf"\b{word}", other, text)
    return text


def sentence_if_empty(sentence: str) -> Callable[[Callable[..., Texts]], Callable[..., Texts]]:
    """Give a say_ function the caption for a table without rows: this sentence."""

    def give(say: Callable[..., Texts]) -> Callable[..., Texts]:
        @wraps(say)
        def say_or_sentence(table: pd.DataFrame, *others: object, **options: object) -> Texts:
            said = _say_nothing(sentence) if table.empty else say(table, *others, **options)
            occasion = getattr(others[0], "occasion", INTERVIEW) if others else INTERVIEW
            return {field: call_events(text, occasion) for field, text in said.items()}

        return say_or_sentence

    return give


def _say_nothing(sentence: str) -> Texts:
    return {field: translate_word(text) for field, text in (_NEUTRAL | {"caption": sentence}).items()}
