"""week-off-too-late."""

from __future__ import annotations

from typing import Final

WEEKS_BEYOND_TAPER: Final = 2
WISHED_WEEKS_TO_RACE: Final = (5, 6, 8, 10, 8)  # by distance class
