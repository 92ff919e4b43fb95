"""week-grows-too-fast."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

GROWTH_PERCENT: Final = {Tier.BASE: 8, Tier.RAISED: 6, Tier.HIGH: 4}
GROWTH_AT_LEAST_MINUTES: Final = {Tier.BASE: 8, Tier.RAISED: 6, Tier.HIGH: 4}
HELD_GROWTH_PERCENT: Final = {Tier.BASE: 12, Tier.RAISED: 9, Tier.HIGH: 4}
RECOVERY_KEEPS_PERCENT: Final = 50
