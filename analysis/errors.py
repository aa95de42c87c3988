"""What bad input raises: one sentence a person can act on."""

from __future__ import annotations


class InputError(ValueError):
    """Bad input. The message is one sentence that names the file, the line where known, and the remedy."""
