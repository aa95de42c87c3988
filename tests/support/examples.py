"""How many examples a property is tried on."""

from __future__ import annotations

from hypothesis import settings

_ANEW = 5  # times as many, where others than each time are looked for


def examples(n: int, **options: object) -> settings:
    """Settings of a test: n examples, the same each time; five times as many with `--hypothesis-profile=anew`."""
    times = _ANEW if settings.get_current_profile_name() == "anew" else 1
    return settings(max_examples=n * times, deadline=None, **options)
