"""run-too-long."""

from __future__ import annotations

from typing import Final

LONGER_BY_PERCENT: Final = 10
WINDOW_DAYS: Final = 30
SHORT_RUN_MINUTES: Final = 30
SHORT_RUN_EXTRA_MINUTES: Final = 3
EMPTY_WINDOW_MINUTES: Final = 15
