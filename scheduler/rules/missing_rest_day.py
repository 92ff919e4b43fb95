"""missing-rest-day."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

RUN_FREE_DAYS: Final = {Tier.BASE: 1, Tier.RAISED: 2, Tier.HIGH: 2}
