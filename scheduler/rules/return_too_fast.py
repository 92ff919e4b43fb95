"""return-too-fast."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

LADDER_PERCENT: Final = {Tier.BASE: (80, 100), Tier.RAISED: (75, 90, 100), Tier.HIGH: (70, 85, 100)}
LONG_LADDER_PERCENT: Final = {
    Tier.BASE: (60, 80, 100),
    Tier.RAISED: (50, 70, 85, 100),
    Tier.HIGH: (50, 70, 85, 100),
}
LONG_SPAN_DAYS: Final = 14
HOLD_AFTER_LADDER: Final = {Tier.BASE: False, Tier.RAISED: False, Tier.HIGH: True}
