"""The only room that reads or writes data files."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
