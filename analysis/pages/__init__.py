"""The sentences and tables that each page of the report says."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
