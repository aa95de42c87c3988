"""What a published report has besides its pages: words and a picture for whoever passes its address on, a page for
addresses that lead nowhere, and, where its own address is set, that address on each page and in a list of all.

The address is `html: baseurl:` in `_config.yml`; the variable REFRAIN_URL takes its place. Unset, nothing names it.
"""

from __future__ import annotations

import os
import re
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

CARD, NOT_FOUND, SITE_MAP, NO_JEKYLL = "card.png", "404.html", "sitemap.xml", ".nojekyll"
LONGEST, SHORTEST = 160, 40  # letters of a description
FIRST_SCREEN = {
    part: re.compile(rf'class="refrain-{part}"[^>]*>(.*?)</', re.DOTALL)
    for part in ("title", "extent", "headline")
}
_NOT_FOUND = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{no_page} — {title}</title>
<style>
:root {{ color-scheme: light dark; --ground: #fff; --ink: #1c1f24; --link: #0b5cad; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ground: #121212; --ink: #e8ebef; --link: #8ab4f8; }} }}
a {{ color: var(--link); }}
body {{ background: var(--ground); color: var(--ink); font: 1.1rem/1.5 system-ui, sans-serif; }}
main {{ margin: 3rem auto; max-width: 36rem; padding: 0 1rem; }}
</style>
</head>
<body>
<main>
<h1>{no_page}</h1>
<p>{why}</p>
<p><a href="{first}">{begin}</a></p>
</main>
</body>
</html>
"""


def setup(app: Sphinx) -> None:
    app.connect("config-inited", set_address)
    app.connect("html-page-context", describe_page)
    app.connect("build-finished", write_beside)


def set_address(app: Sphinx, config: Config) -> None:
    """Take the report's own address from REFRAIN_URL, else from `_config.yml`. Raises ConfigError if it is none."""
    address = (os.environ.get("REFRAIN_URL") or config.html_baseurl or "").strip()
    if address and not re.match(r"https?://[^\s/]+", address):
        raise ConfigError(f"baseurl {address!r}: write the whole address of the report, https:// first")
    config.html_baseurl = address and address.rstrip("/") + "/"


def describe_page(
    app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None
) -> None:
    """Put into the head of a page what search engines and messengers show of it."""
    if doctree is None:
        return
    title = f"{context.get('title', '')} — {app.config.html_title}"
    facts = {"og:type": "article", "og:site_name": app.config.html_title, "og:title": title}
    facts["og:description"] = description = tell_page(doctree) or title
    from analysis.messages import translate

    if base := app.config.html_baseurl:
        facts |= {"og:url": urljoin(base, app.builder.get_target_uri(page)), "og:image": urljoin(base, CARD)}
        facts |= {
            "og:image:alt": translate("The report’s title and its first finding"),
            "twitter:card": "summary_large_image",
        }
    tags = [_tag("name", "description", description)] + [_tag("property", *fact) for fact in facts.items()]
    context["metatags"] = context.get("metatags", "") + "\n".join(tag for tag in tags if tag)


def tell_page(doctree: nodes.document) -> str:
    """Return what a page says first, as one line: the report's title and first finding, or a paragraph."""
    for raw in doctree.findall(nodes.raw):
        told = read_first_screen(raw.astext())
        if len(told) == len(FIRST_SCREEN):
            return shorten("{title}: {extent}. {headline}".format(**told))
    texts = (" ".join(paragraph.astext().split()) for paragraph in doctree.findall(nodes.paragraph))
    return shorten(next((text for text in texts if len(text) >= SHORTEST), ""))


def read_first_screen(html: str) -> dict[str, str]:
    """Return title, extent and first finding of a first screen, without those that it lacks."""
    found = {part: pattern.search(html) for part, pattern in FIRST_SCREEN.items()}
    return {part: unescape(match[1]).strip() for part, match in found.items() if match}


def shorten(text: str, longest: int = LONGEST) -> str:
    """Cut a text at the end of a word."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:—") + "…"


def write_beside(app: Sphinx, exception: Exception | None) -> None:
    """Write the files that are no pages of the contents into a finished build."""
    if exception is not None or app.builder.format != "html":
        return
    site, base = Path(app.outdir), app.config.html_baseurl
    (site / NO_JEKYLL).write_bytes(b"")  # else GitHub Pages leaves out folders that begin with an underscore
    first = urljoin(base, "index.html") if base else "index.html"
    not_found = _NOT_FOUND.format(first=escape(first), **_say_not_found(app.config))
    (site / NOT_FOUND).write_text(not_found, encoding="utf-8")
    if base:
        pages = [urljoin(base, app.builder.get_target_uri(page)) for page in sorted(app.env.found_docs)]
        (site / SITE_MAP).write_text(list_addresses(pages), encoding="utf-8")
    first_page = site / f"{app.config.root_doc}.html"
    told = read_first_screen(first_page.read_text(encoding="utf-8")) if first_page.is_file() else {}
    (site / CARD).write_bytes(draw(told, app.config.html_title))


def draw(told: dict[str, str], title: str) -> bytes:
    """Return the picture of a report, as PNG; title: where its first page tells none."""
    from analysis.figures import draw_card

    return draw_card(told.get("title", title), told.get("extent", ""), told.get("headline", ""))


def list_addresses(pages: list[str]) -> str:
    """Return a list of addresses as a site map (sitemaps.org 0.9)."""
    rows = "".join(f"<url><loc>{escape(page)}</loc></url>\n" for page in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n"


def _tag(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">' if content else ""


def _say_not_found(config: Config) -> dict[str, str]:
    from analysis.messages import name_site_language, translate

    said = {
        "title": config.html_title,
        "no_page": translate("There is no such page"),
        "why": translate(
            "This report has no page of that address. It may have had one: pages that leave the contents go."
        ),
        "begin": translate("Begin with the Summary"),
    }
    return {name: escape(text) for name, text in said.items()} | {"language": name_site_language()}
