"""Out to other programs: turns, topics, contexts and families in the formats that these read."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
