"""Pictures and tables, as a page shows them."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
