"""How often each topic comes up, and who raises it."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
