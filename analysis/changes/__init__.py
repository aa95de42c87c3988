"""What is new: the tables of one build beside those of the last."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
