"""A file as it came, in any format, as text with turns, and a count of what was left out."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
