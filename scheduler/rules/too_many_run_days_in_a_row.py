"""too-many-run-days-in-a-row."""

from __future__ import annotations

from typing import Final

from scheduler.model.limits import Tier

RUN_DAYS_IN_A_ROW: Final = {Tier.BASE: 6, Tier.RAISED: 4, Tier.HIGH: 3}
