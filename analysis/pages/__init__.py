"""What each page of the report says: page X of the book has the module X here and in `figures`.

The verb tells what comes back. say_: the texts of one figure (title, subtitle, note, caption, alternative
text), as `show_figure` asks for them. tell_: one sentence for the prose. list_: a table as it is printed.
A title states what the numbers show; where they show nothing worth a message, or several things tie, a
neutral title takes its place, so that it stays true for other data.
"""

from analysis.lazy import offer

PAGES = (
    "agenda",
    "certificate",
    "changes",
    "concordance",
    "constants",
    "contents",
    "deliveries",
    "diversity",
    "edition",
    "firmness",
    "formats",
    "headlines",
    "lead",
    "ledger",
    "periods",
    "phrases",
    "quotes",
    "readability",
    "readability_claims",
    "readability_prose",
    "readability_tables",
    "reproduce",
    "sources",
    "speed",
    "topic_leads",
    "topics",
    "translations",
    "use",
    "validation",
    "versions",
    "versions_checks",
    "versions_tables",
    "vocabulary",
    "voices",
)

__getattr__, __dir__, __all__ = offer(__name__, __file__, rooms=PAGES)
