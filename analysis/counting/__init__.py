"""Segments to sentences to tokens, and their counts."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
