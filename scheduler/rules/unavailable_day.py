"""unavailable-day."""

from __future__ import annotations

from typing import Final

SHORTEST_RUN_MINUTES: Final = 15
