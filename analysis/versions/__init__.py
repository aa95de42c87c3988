"""What a second text of an event keeps."""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
