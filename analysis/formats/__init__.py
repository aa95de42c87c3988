"""From a source's text to segments: whose words are these? One genre a module."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
