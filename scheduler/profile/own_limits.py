"""The [limits] table: the athlete's or coach's own limits, stricter than the rule or looser.

A stricter limit is always taken. A looser one needs ``set_by`` and stays within the range that
section 7 of the project's notes on the science gives; where that gives none, none is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.limits import tier_of
from scheduler.model.limits import WAIVERS
from scheduler.model.profile import OwnLimits
from scheduler.profile.fields import text, whole, word
from scheduler.rules import (
    deload_not_lighter,
    missing_deload_week,
    missing_rest_day,
    no_week_off,
    too_much_intensity,
    week_grows_too_fast,
)

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Tier
    from scheduler.model.profile import Health
    from scheduler.profile.table import Table


@dataclass(frozen=True, kw_only=True, slots=True)
class _Range:
    """From the strictest to the loosest that anyone may set; None: no looser than the rule."""

    strictest: int
    loosest: int | None


_RANGES: Final = {
    "growth_percent": _Range(strictest=0, loosest=10),
    "deload_percent": _Range(strictest=80, loosest=20),
    "build_weeks": _Range(strictest=1, loosest=None),
    "running_weeks_between_weeks_off": _Range(strictest=4, loosest=13),
    "rest_days": _Range(strictest=6, loosest=1),
    "quality_percent": _Range(strictest=0, loosest=None),
}


def read_limits(root: Table, health: Health | None, start: date | None) -> OwnLimits:
    """The [limits] table; without whole ``health`` only the widest ranges are judged."""
    table = root.table("limits")
    if table is None:
        return OwnLimits()
    set_by = table.optional("set_by", text())
    tier = tier_of(health, start) if health is not None and start is not None else None
    values = {key: _limit(table, key, tier, set_by) for key in _RANGES}
    accept = frozenset(table.several("accept", word(WAIVERS)))
    table.close()
    return OwnLimits(
        growth_percent=values["growth_percent"],
        deload_percent=values["deload_percent"],
        build_weeks=values["build_weeks"],
        running_weeks_between_weeks_off=values["running_weeks_between_weeks_off"],
        rest_days=values["rest_days"],
        quality_percent=values["quality_percent"],
        set_by=set_by,
        accept=accept,
    )


def _limit(table: Table, key: str, tier: Tier | None, set_by: str | None) -> int | None:
    span = _RANGES[key]
    rule = None if tier is None else _rules(tier)[key]
    loosest = span.loosest
    if loosest is None:
        loosest = rule if rule is not None else _WIDEST[key]
    value = table.optional(key, whole(*sorted((span.strictest, loosest))))
    if value is None or rule is None or set_by is not None:
        return value
    looser = value > rule if span.strictest < loosest else value < rule
    if looser:
        least = "at most" if span.strictest < loosest else "at least"
        named = 'a looser limit needs set_by = "who decided it"'
        table.report(key, f"found {value}; allowed: {least} {rule}, the rule's; {named}")
    return value


def _rules(tier: Tier) -> dict[str, int]:
    """The rule's own limits for one athlete, under the profile's names."""
    return {
        "growth_percent": week_grows_too_fast.GROWTH_PERCENT[tier],
        "deload_percent": 100 - deload_not_lighter.DELOAD_KEEPS_PERCENT[tier],
        "build_weeks": missing_deload_week.LOADING_WEEKS_IN_A_ROW,
        "running_weeks_between_weeks_off": no_week_off.RUNNING_WEEKS,
        "rest_days": missing_rest_day.RUN_FREE_DAYS[tier],
        "quality_percent": too_much_intensity.QUALITY_SHARE_PERCENT[tier],
    }


_WIDEST: Final = {
    "build_weeks": missing_deload_week.LOADING_WEEKS_IN_A_ROW,
    "quality_percent": max(too_much_intensity.QUALITY_SHARE_PERCENT.values()),
}
