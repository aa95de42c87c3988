"""From a folder of texts to a project that can be built: what can be told is written down, what cannot stays empty."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
