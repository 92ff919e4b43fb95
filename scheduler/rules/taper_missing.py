"""taper-missing."""

from __future__ import annotations

from typing import Final

TAPER_SHARE_PERCENT: Final = ((40,), (40,), (70, 35), (80, 60, 25), (70, 30))  # by distance class
EARLY_RACE_WEEKDAYS: Final = frozenset({0, 1, 2})  # Monday to Wednesday: one tapered week more
