"""Three plans that people asked for first, and what has to come of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from planner_factory import HEALTH, TODAY, a_profile, a_running, changed, letters, planned

from scheduler.errors import CannotPlan
from scheduler.model.plan import RUNS, SessionKind, WeekKind
from scheduler.model.profile import Priority, Race
from scheduler.planner import make_plan
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.profile import Profile

HARD = frozenset(
    {
        SessionKind.LONG,
        SessionKind.HILLS,
        SessionKind.THRESHOLD,
        SessionKind.RACE_PACE,
    }
)

BOSTON = Race(
    id="boston",
    name="Boston Marathon",
    date=date(2027, 4, 19),  # a Monday
    distance_m=42_195,
    priority=Priority.A,
    goal_seconds=235 * 60,
)


def towards_boston(tier: str) -> Profile:
    """Five hours a week, starting on a Wednesday."""
    return a_profile(
        start=date(2026, 12, 9),
        tier=tier,
        races=(BOSTON,),
        running=a_running(
            weekly_minutes=300,
            longest_run_minutes=120,
            runs_per_week=5,
            last_week_off_ended=date(2026, 11, 22),
        ),
    )


@pytest.mark.parametrize("tier", ["base", "raised", "high"])
def test_a_monday_marathon_tapers_a_week_earlier_and_leaves_the_days_before_it_light(
    tier: str,
) -> None:
    plan = make_plan(towards_boston(tier), TODAY)
    assert audit_plan(plan) == ()
    kinds = [week.kind for week in plan.weeks]
    race_week = kinds.index(WeekKind.RACE)
    assert plan.weeks[race_week].starts_on == BOSTON.date
    assert kinds[race_week - 3 : race_week] == [WeekKind.TAPER] * 3
    assert kinds[race_week - 4] is not WeekKind.TAPER
    before = {one.date: one for one in plan.sessions if one.kind in RUNS and one.date < BOSTON.date}
    assert BOSTON.date - timedelta(days=1) not in before
    two_before = before.get(BOSTON.date - timedelta(days=2))
    assert two_before is None or (two_before.kind not in HARD and two_before.minutes <= 45)


def test_a_start_on_wednesday_plans_nothing_before_it_and_says_so() -> None:
    plan = make_plan(towards_boston("base"), TODAY)
    assert min(one.date for one in plan.sessions) >= date(2026, 12, 9)
    first = plan.weeks[0]
    assert (first.starts_on, first.kind, first.token) == (date(2026, 12, 7), WeekKind.BUILD, None)
    assert first.minutes <= 300
    assert "STUB" in {message.code for message in plan.messages}


def thirteen_weeks_to_a_5k(tier: str) -> Profile:
    return a_profile(
        distance="5k",
        weeks=13,
        race_day=5,
        tier=tier,
        running=a_running(weekly_minutes=120, longest_run_minutes=45, runs_per_week=3),
        goal_minutes=30,
    )


@pytest.mark.parametrize("tier", ["base", "raised"])
def test_a_5k_thirteen_weeks_after_a_week_off_needs_none_inside(tier: str) -> None:
    plan = make_plan(thirteen_weeks_to_a_5k(tier), TODAY)
    assert audit_plan(plan) == ()
    assert WeekKind.WEEK_OFF not in {week.kind for week in plan.weeks}
    assert plan.weeks[0].kind is WeekKind.RETURN
    assert letters(tuple(week.kind for week in plan.weeks)).endswith("GH")


def test_the_most_careful_get_a_week_off_inside_or_hear_of_a_better_start() -> None:
    plan = make_plan(thirteen_weeks_to_a_5k("high"), TODAY)
    assert audit_plan(plan) == ()
    offs = [week for week in plan.weeks if week.kind is WeekKind.WEEK_OFF]
    told = [message for message in plan.messages if message.code == "N-CLIFF"]
    assert offs or told
    assert all(week.kind is not WeekKind.WEEK_OFF for week in plan.weeks[-4:])


def marathon_in_three_weeks(tier: str) -> Profile:
    start = date(2026, 12, 7)
    return a_profile(
        distance="marathon",
        weeks=3,
        tier=tier,
        running=a_running(
            weekly_minutes=300,
            longest_run_minutes=140,
            runs_per_week=5,
            last_week_off_ended=start - timedelta(days=71),
        ),
        goal_minutes=235,
    )


def test_a_marathon_in_three_weeks_without_a_week_off_is_refused_with_what_would_work() -> None:
    profile = marathon_in_three_weeks("high")
    with pytest.raises(CannotPlan) as caught:
        make_plan(profile, TODAY)
    refusal = caught.value
    assert refusal.rule == "INFEASIBLE-BREAK"
    assert refusal.tries
    for one in refusal.tries:
        plan = make_plan(changed(profile, one), TODAY)
        assert audit_plan(plan) == ()


def test_who_may_run_thirteen_weeks_gets_the_marathon_in_three() -> None:
    """Ten weeks behind and three to come end in the race with its run-free week after it."""
    plan = make_plan(marathon_in_three_weeks("raised"), TODAY)
    assert letters(tuple(week.kind for week in plan.weeks)) == "TTGH"
    assert audit_plan(plan) == ()


@pytest.mark.parametrize("tier", sorted(HEALTH))
@pytest.mark.parametrize("weeks", [4, 5])
def test_no_refusal_is_without_a_reason_and_a_way_on(tier: str, weeks: int) -> None:
    profile = replace(
        marathon_in_three_weeks(tier),
        running=a_running(weekly_minutes=60, longest_run_minutes=30, runs_per_week=2),
    )
    race = replace(profile.races[0], date=profile.start + timedelta(weeks=weeks))
    with pytest.raises(CannotPlan) as caught:
        make_plan(replace(profile, races=(race,)), TODAY)
    assert caught.value.rule == "RACE-SPIKE"
    assert "What would work" in caught.value.text or "No start" in caught.value.text


def test_a_race_week_right_after_a_week_off_keeps_to_the_way_back() -> None:
    """The first run after a week off may not be as long as the longest before it."""
    profile = a_profile(
        distance="10k",
        weeks=2,
        race_day=4,
        start=date(2026, 11, 28),
        tier="high",
        available="mon tue",
        running=a_running(
            weekly_minutes=224,
            longest_run_minutes=45,
            runs_per_week=6,
            last_week_off_ended=date(2026, 11, 20),
        ),
        goal_minutes=60,
    )
    plan = planned(profile)
    assert plan is not None
    assert audit_plan(plan) == ()
