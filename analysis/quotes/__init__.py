"""Was it said? The quotations of an article beside the texts of a corpus: where, and how they were changed."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
