"""intensity-too-early."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

GATE_WEEKS: Final = {Tier.BASE: 3, Tier.RAISED: 6, Tier.HIGH: 9}
REGAINED_PERCENT: Final = 95
WEEKS_BEYOND_TAPER: Final = 2
