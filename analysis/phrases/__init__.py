"""Which phrases recur, who says them, and how they vary."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
