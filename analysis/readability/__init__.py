"""How readable the words are, and how sure that is."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
