"""Which limits hold for whom: the tier from the bone facts, the numbers of design.md 4."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from planner_factory import BASE, MONDAY, a_profile, a_running, limits_of

from scheduler.limits import limits_for, tier_of
from scheduler.model.limits import Tier
from scheduler.model.profile import OtherRisks, OwnLimits

TWO_YEARS_AGO = MONDAY - timedelta(days=730)


@pytest.mark.parametrize(
    ("injuries", "last", "serious", "risks", "tier"),
    [
        (0, None, False, OtherRisks.NO, Tier.BASE),
        (0, None, True, OtherRisks.NO, Tier.BASE),
        (1, date(2022, 1, 1), False, OtherRisks.NO, Tier.BASE),
        (1, TWO_YEARS_AGO - timedelta(days=1), False, OtherRisks.NO, Tier.BASE),
        (1, TWO_YEARS_AGO, False, OtherRisks.NO, Tier.RAISED),
        (2, date(2020, 1, 1), False, OtherRisks.NO, Tier.RAISED),
        (5, date(2020, 1, 1), False, OtherRisks.NO, Tier.RAISED),
        (0, None, False, OtherRisks.DISCUSSED, Tier.RAISED),
        (0, None, False, OtherRisks.NOT_YET, Tier.RAISED),
        (0, None, False, OtherRisks.RATHER_NOT_SAY, Tier.RAISED),
        (2, TWO_YEARS_AGO, False, OtherRisks.NO, Tier.HIGH),
        (1, date(2010, 1, 1), True, OtherRisks.NO, Tier.HIGH),
    ],
)
def test_the_tier_follows_number_time_and_place_of_injuries(
    injuries: int, last: date | None, serious: bool, risks: OtherRisks, tier: Tier
) -> None:
    health = replace(
        BASE, injuries=injuries, last_injury=last, serious_site=serious, other_risks=risks
    )
    assert tier_of(health, MONDAY) is tier


# Growth and its least minutes, growth up to minutes once held; what a lighter week keeps; the ways
# back; quality's share, step and gate; rest days and run days in a row.
NUMBERS = {
    "base": ((8, 8, 12), 75, (80, 100), (60, 80, 100), (15, 6, 3), (1, 6)),
    "raised": ((6, 6, 9), 70, (75, 90, 100), (50, 70, 85, 100), (10, 4, 6), (2, 4)),
    "high": ((4, 4, 4), 70, (70, 85, 100), (50, 70, 85, 100), (6, 3, 9), (2, 3)),
}


@pytest.mark.parametrize("tier", sorted(NUMBERS))
def test_the_numbers_of_the_tier_are_those_of_the_contract(tier: str) -> None:
    limits = limits_of(tier)
    assert (
        (limits.growth_percent, limits.growth_at_least_minutes, limits.held_growth_percent),
        limits.deload_keeps_percent,
        limits.ladder_percent,
        limits.long_ladder_percent,
        (limits.quality_share_percent, limits.quality_step_minutes, limits.quality_gate_weeks),
        (limits.rest_days, limits.run_days_in_a_row),
    ) == NUMBERS[tier]
    assert limits.hold_after_ladder is (tier == "high")


@pytest.mark.parametrize(("tier", "weeks"), [("base", 13), ("raised", 13), ("high", 12)])
def test_thirteen_weeks_before_a_race_are_not_for_the_most_careful(tier: str, weeks: int) -> None:
    limits = limits_of(tier)
    assert (limits.loading_weeks_in_a_row, limits.running_weeks) == (3, 12)
    assert limits.running_weeks_target == 11
    assert limits.running_weeks_before_race == weeks


@pytest.mark.parametrize(("tier", "weeks"), [("base", 8), ("raised", 8), ("high", 12)])
def test_an_unknown_last_week_off_is_due_within_four_weeks_or_at_once(
    tier: str, weeks: int
) -> None:
    unsure = a_profile(tier=tier, running=a_running(last_week_off_ended=None))
    limits = limits_for(unsure)
    assert limits.running_weeks_if_unsure == weeks
    assert limits.running_weeks_before_race == 12


@pytest.mark.parametrize("risks", [OtherRisks.NOT_YET, OtherRisks.RATHER_NOT_SAY])
def test_what_was_not_talked_over_means_easy_running_only(risks: OtherRisks) -> None:
    health = replace(BASE, other_risks=risks)
    assert not limits_for(a_profile(health=health)).quality_allowed
    assert limits_for(a_profile()).quality_allowed


def test_ones_own_limits_take_the_place_of_the_rules() -> None:
    own = OwnLimits(
        growth_percent=4,
        deload_percent=40,
        build_weeks=2,
        running_weeks_between_weeks_off=10,
        rest_days=3,
        quality_percent=5,
        set_by="Jo Brown, coach",
    )
    limits = limits_for(a_profile(limits=own))
    assert limits.growth_percent == 4
    assert limits.deload_keeps_percent == 60
    assert limits.loading_weeks_in_a_row == 2
    assert limits.running_weeks == limits.running_weeks_before_race == 10
    assert limits.running_weeks_target == 9
    assert limits.rest_days == 3
    assert limits.quality_share_percent == 5
    assert limits.set_by == "Jo Brown, coach"


@pytest.mark.parametrize(("tier", "percent"), [("base", 200), ("raised", 200), ("high", 180)])
def test_how_far_a_marathon_may_lie_beyond_the_longest_run(tier: str, percent: int) -> None:
    assert limits_of(tier).finish_ratio_marathon_percent == percent
