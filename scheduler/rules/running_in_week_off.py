"""running-in-week-off."""

from __future__ import annotations

from typing import Final

RUN_FREE_SPAN_DAYS: Final = 7
RUN_FREE_DAYS_AFTER_SHORT_RACE: Final = 3
RUN_FREE_WEEK_FROM_M: Final = 21_000  # a half marathon and longer
