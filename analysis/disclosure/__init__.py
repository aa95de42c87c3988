"""What may leave the building, and how much of a text it shows."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
