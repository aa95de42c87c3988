"""One file a command; the options they share stand in options.py."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
