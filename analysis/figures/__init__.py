"""Pictures and tables, as a page shows them: page X of the book has the module X here and in `pages`."""

from analysis.lazy import offer

PAGES = ("phrases", "readability", "sources", "speed", "topics", "validation", "versions", "vocabulary")

__getattr__, __dir__, __all__ = offer(__name__, __file__, rooms=PAGES)
