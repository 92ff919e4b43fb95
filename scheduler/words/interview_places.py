"""Where an answer goes, as the questions of `osteon init` tell it."""

from __future__ import annotations

from typing import Final

PROFILE: Final = "your profile"
PRINTED: Final = "your profile, calendar and page"
HEALTH_FILE: Final = "your file only"
