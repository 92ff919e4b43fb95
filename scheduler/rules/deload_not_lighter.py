"""deload-not-lighter."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

DELOAD_KEEPS_PERCENT: Final = {Tier.BASE: 75, Tier.RAISED: 70, Tier.HIGH: 70}
