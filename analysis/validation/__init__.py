"""People against the dictionary: agreement and error."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
