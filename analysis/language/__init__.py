"""What a word is, its lemma, what is counted in it, n-grams."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
