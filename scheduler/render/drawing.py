"""Lengths of what is drawn: whole per mille of the widest, so that templates only place them."""

from __future__ import annotations

from typing import Final

FULL: Final = 1000


def share(minutes: int, most: int) -> int:
    """The length of ``minutes`` where ``most`` is drawn as 1000; 0 where there is nothing to draw.

    >>> share(60, 240), share(300, 240), share(0, 0)
    (250, 1000, 0)
    """
    return min(FULL, round(minutes * FULL / most)) if most > 0 else 0
