"""no-week-off."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

RUNNING_WEEKS: Final = 12
RUNNING_WEEKS_TARGET: Final = 11
RUNNING_WEEKS_BEFORE_RACE: Final = {Tier.BASE: 13, Tier.RAISED: 13, Tier.HIGH: 12}
