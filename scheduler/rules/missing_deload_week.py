"""missing-deload-week."""

from __future__ import annotations

from typing import Final

LOADING_WEEKS_IN_A_ROW: Final = 3
