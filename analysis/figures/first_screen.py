"""What a reader sees first: what a report is of, its findings in words, each with a badge, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Protocol

from analysis.figures.html_tables import ShownTable
from analysis.messages import translate, translate_word

DATA_FILE = "refrain-data.zip"  # that the book's own extension writes beside the pages
USE = "use.html"
GO = ' class="refrain-go"'  # links whose words say nothing where they lead nowhere


class Told(Protocol):
    """A sentence with its badge, and where to look; see `pages.headlines.Headline`."""

    text: str
    badge: str
    picture: str
    evidence: str
    held: str
    recounts: str


def show_first_screen(
    headlines: Iterable[Told], *, title: str, extent: str, edition: str, badges: dict[str, str]
) -> ShownTable:
    """Return the title of a report, its findings as a list, its edition, and what the badges mean.

    headlines: the findings, in order. title: of the report. extent: how many events, of when. edition: of when the
    data are, and which version counted them. badges: what each badge says of a finding.
    """
    told = list(headlines)
    items = "".join(_item(headline, place) for place, headline in enumerate(told, 1))
    used = {headline.badge for headline in told}
    meanings = ". ".join(
        f"{_badge(name)}: {escape(translate_word(text))}" for name, text in badges.items() if name in used
    )
    cite, download = translate("Cite"), translate("Download the data")
    links = [
        f'<a{GO} href="{USE}#cite">{escape(cite)}</a>',
        f'<a href="{DATA_FILE}" download>{escape(download)}</a>',
    ]
    html = (
        f'<div class="refrain-first">\n<p class="refrain-title">{escape(title)}</p>\n'
        f'<p class="refrain-extent">{escape(extent)}</p>\n<ol class="refrain-headlines">\n{items}</ol>\n'
        f'<p class="refrain-edition">{escape(edition)} {" ".join(links)}</p>\n'
        f'<p class="refrain-badges">{meanings}.</p>\n</div>'
    )
    plain = [f"{headline.text} ({headline.badge})" for headline in told]
    return ShownTable(html, "\n".join([title, extent, *plain, edition]))


def _item(headline: Told, place: int) -> str:
    """Return a sentence, and below it its badge, what that rests on, and the links, which the sentence describes."""
    name = f"finding-{place}"
    links = {translate("Picture"): headline.picture, translate("Evidence"): headline.evidence}
    shown = [_link(text, address, name, GO) for text, address in links.items() if address]
    held = [_link(headline.held, headline.recounts, name)] if headline.held else []
    parts = " ".join([_badge(headline.badge), *held, *shown])
    return (
        f'<li><span class="refrain-headline" id="{name}">{escape(headline.text)}</span>\n'
        f'<span class="refrain-proof">{parts}</span></li>\n'
    )


def _badge(name: str) -> str:
    return (
        f'<span class="refrain-badge refrain-{name.replace(" ", "-")}">{escape(translate_word(name))}</span>'
    )


def _link(text: str, address: str, described: str, kind: str = "") -> str:
    return f'<a{kind} href="{escape(address)}" aria-describedby="{described}">{escape(text)}</a>'
