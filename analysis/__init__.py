"""Refrain: what a speaker keeps saying, counted, attributed and reproducible.

The names offered here are what a user meets first; every other is reached by its room, as in
`refrain.phrases.list_wordings`. Nothing is loaded before it is used.
"""

from analysis.lazy import offer

ROOMS = (
    "changes",
    "commands",
    "counting",
    "disclosure",
    "exchange",
    "figures",
    "formats",
    "language",
    "pages",
    "patterns",
    "phrases",
    "pipeline",
    "projects",
    "quotes",
    "readability",
    "readers",
    "sensitivity",
    "statistics",
    "storage",
    "topics",
    "validation",
    "versions",
    "vocabulary",
)

__getattr__, __dir__, __all__ = offer(__name__, __file__, rooms=ROOMS)
