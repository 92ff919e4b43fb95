"""Which limits hold for an athlete: the tier from the bone facts, then the numbers from the rules.

The tier never leaves the program. Both the planner and the audit read the ``Limits`` made here;
neither reads the reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.model.limits import Limits, Tier
from scheduler.model.profile import OtherRisks
from scheduler.rules import (
    deload_not_lighter,
    intensity_too_early,
    missing_deload_week,
    missing_rest_day,
    no_week_off,
    return_too_fast,
    too_many_run_days_in_a_row,
    too_much_intensity,
    week_grows_too_fast,
)

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Health, OwnLimits, Profile

RECENT_INJURY_DAYS = 730
UNSURE_DUE_WITHIN_WEEKS = 4  # a last week off nobody remembers: the next within four weeks
EASY_ONLY = frozenset({OtherRisks.NOT_YET, OtherRisks.RATHER_NOT_SAY})


def tier_of(health: Health, on: date) -> Tier:
    """How careful to be with an athlete whose plan starts ``on`` that day.

    High: a serious site ever, or two or more injuries with the last within two years. Raised: two
    or more injuries ever, one within two years, or anything but "no" about other risks.
    """
    recent = health.last_injury is not None and (on - health.last_injury).days <= RECENT_INJURY_DAYS
    if health.injuries and (health.serious_site or (health.injuries >= 2 and recent)):
        return Tier.HIGH
    if health.injuries >= 2 or (health.injuries and recent) or health.other_risks != OtherRisks.NO:
        return Tier.RAISED
    return Tier.BASE


def limits_for(profile: Profile) -> Limits:
    """The limits of one athlete: the tier's numbers, replaced by stricter ones of their own.

    A looser limit counts only with ``set_by``; the profile reader has checked its range.
    """
    tier, own = tier_of(profile.health, profile.start), profile.limits
    running_weeks = own.running_weeks_between_weeks_off or no_week_off.RUNNING_WEEKS
    before_race = no_week_off.RUNNING_WEEKS_BEFORE_RACE[tier]
    if profile.running.last_week_off_ended is None or running_weeks < no_week_off.RUNNING_WEEKS:
        before_race = running_weeks
    return Limits(
        growth_percent=_own(own.growth_percent, week_grows_too_fast.GROWTH_PERCENT[tier]),
        growth_at_least_minutes=_at_least(own, tier),
        held_growth_percent=week_grows_too_fast.HELD_GROWTH_PERCENT[tier],
        deload_keeps_percent=100 - own.deload_percent
        if own.deload_percent is not None
        else deload_not_lighter.DELOAD_KEEPS_PERCENT[tier],
        ladder_percent=return_too_fast.LADDER_PERCENT[tier],
        long_ladder_percent=return_too_fast.LONG_LADDER_PERCENT[tier],
        hold_after_ladder=return_too_fast.HOLD_AFTER_LADDER[tier],
        quality_share_percent=_own(
            own.quality_percent, too_much_intensity.QUALITY_SHARE_PERCENT[tier]
        ),
        quality_step_minutes=too_much_intensity.QUALITY_STEP_MINUTES[tier],
        quality_gate_weeks=intensity_too_early.GATE_WEEKS[tier],
        quality_in_ladder=tier is not Tier.HIGH,
        quality_allowed=profile.health.other_risks not in EASY_ONLY,
        rest_days=_own(own.rest_days, missing_rest_day.RUN_FREE_DAYS[tier]),
        run_days_in_a_row=too_many_run_days_in_a_row.RUN_DAYS_IN_A_ROW[tier],
        loading_weeks_in_a_row=_own(own.build_weeks, missing_deload_week.LOADING_WEEKS_IN_A_ROW),
        running_weeks=running_weeks,
        running_weeks_target=min(running_weeks - 1, no_week_off.RUNNING_WEEKS_TARGET),
        running_weeks_before_race=max(before_race, running_weeks),
        running_weeks_if_unsure=running_weeks
        if tier is Tier.HIGH
        else running_weeks - UNSURE_DUE_WITHIN_WEEKS,
        finish_ratio_marathon_percent=180 if tier is Tier.HIGH else 200,
        set_by=own.set_by,
        waivers=own.accept,
    )


def _at_least(own: OwnLimits, tier: Tier) -> int:
    """The minutes that a week may always grow by; an own stricter percentage lowers them too."""
    rule = week_grows_too_fast.GROWTH_AT_LEAST_MINUTES[tier]
    if own.growth_percent is None:
        return rule
    return min(rule, rule * own.growth_percent // week_grows_too_fast.GROWTH_PERCENT[tier])


def _own(own: int | None, rule: int) -> int:
    return rule if own is None else own
