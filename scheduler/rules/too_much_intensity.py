"""too-much-intensity."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

QUALITY_SHARE_PERCENT: Final = {Tier.BASE: 15, Tier.RAISED: 10, Tier.HIGH: 6}
QUALITY_STEP_MINUTES: Final = {Tier.BASE: 6, Tier.RAISED: 4, Tier.HIGH: 3}
