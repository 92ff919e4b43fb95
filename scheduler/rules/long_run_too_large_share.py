"""long-run-too-large-share."""

from __future__ import annotations

from typing import Final

LONG_RUN_SHARE_PERCENT: Final = (100, 65, 55, 50, 45, 40)  # by runs a week, 1 to 6
