"""What a plan tells about itself: the right code, with numbers, only where it applies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from planner_factory import BASE, MONDAY, TODAY, a_profile, a_running, days, planned

from scheduler.errors import CannotPlan
from scheduler.model.plan import Plan, WeekKind
from scheduler.model.profile import Assumption, Fitness, OtherRisks, Result, WeekShape
from scheduler.planner import make_plan
from scheduler.record import record_of

if TYPE_CHECKING:
    from scheduler.model.profile import Profile


def plan_of(profile: Profile) -> Plan:
    plan = planned(profile)
    assert plan is not None
    return plan


def told(plan: Plan) -> dict[str, dict[str, Any]]:
    return {message.code: message.data for message in plan.messages}


def text_of(plan: Plan, code: str) -> str:
    (text,) = (message.text for message in plan.messages if message.code == code)
    return text


MARATHON = a_profile(
    distance="marathon",
    weeks=16,
    running=a_running(weekly_minutes=300, longest_run_minutes=120, runs_per_week=5),
    goal_minutes=240,
)


def test_a_race_a_little_beyond_the_longest_run_is_told_with_its_numbers() -> None:
    plan = plan_of(a_profile(distance="half", weeks=12, goal_minutes=150))
    longest = max(
        one.minutes
        for one in plan.sessions
        if plan.races[0].date - timedelta(days=30) <= one.date < plan.races[0].date
    )
    assert told(plan)["RACE-SPIKE"] == {
        "race": "goal",
        "race_minutes": 150,
        "longest_minutes": longest,
        "percent": 150 * 100 // longest,
    }
    assert 110 <= 150 * 100 // longest < 150
    assert "walk" not in text_of(plan, "RACE-SPIKE")


def test_a_race_far_beyond_the_longest_run_is_to_be_finished_without_a_time() -> None:
    plan = plan_of(replace(MARATHON, races=(replace(MARATHON.races[0], goal_seconds=270 * 60),)))
    assert told(plan)["RACE-SPIKE"]["percent"] >= 150
    assert "walk breaks" in text_of(plan, "RACE-SPIKE")


def test_a_race_within_the_longest_run_is_not_spoken_of() -> None:
    assert "RACE-SPIKE" not in told(plan_of(a_profile(distance="10k", goal_minutes=50)))


def test_a_longest_run_below_its_target_names_what_held_it_back() -> None:
    less = replace(MARATHON.running, weekly_minutes=240, longest_run_minutes=95)
    plan = plan_of(replace(MARATHON, running=less))
    data = told(plan)["VOLUME-SHORT"]
    assert data["longest_minutes"] == max(week.longest_minutes for week in plan.weeks)
    assert data["longest_minutes"] < data["wished_minutes"]
    assert data["bound"] in {"growth", "single-run", "share"}


def test_a_ceiling_of_ones_own_is_named_as_what_held_the_plan_back() -> None:
    running = replace(MARATHON.running, most_weekly_minutes=310)
    plan = plan_of(replace(MARATHON, running=running))
    assert max(week.minutes for week in plan.weeks) <= 310
    assert told(plan)["VOLUME-SHORT"]["bound"] == "ceiling"
    assert "ceiling" in text_of(plan, "VOLUME-SHORT")


def test_a_goal_faster_than_the_result_suggests_is_told() -> None:
    result = Result(distance_m=10_000, seconds=52 * 60, date=TODAY)
    profile = replace(MARATHON, fitness=Fitness(result=result))
    goal = replace(profile.races[0], goal_seconds=180 * 60)
    plan = plan_of(replace(profile, races=(goal,)))
    assert told(plan)["GOAL-AHEAD"] == {
        "race": "goal",
        "goal_minutes": 180,
        "race_minutes": plan.races[0].minutes,
    }
    assert "GOAL-AHEAD" not in told(plan_of(MARATHON))


def test_a_longest_run_of_long_ago_is_told_in_plan_and_refusal() -> None:
    profile = a_profile(distance="10k", weeks=16, goal_minutes=50)
    day_30, day_31 = (
        replace(profile.running, longest_run_date=MONDAY - timedelta(days=ago)) for ago in (30, 31)
    )
    assert "LONGEST-OLD" not in told(plan_of(replace(profile, running=day_30)))
    plan = plan_of(replace(profile, running=day_31))
    assert told(plan)["LONGEST-OLD"] == {"date": str(MONDAY - timedelta(days=31))}
    old = replace(MARATHON.running, longest_run_date=MONDAY - timedelta(days=31))
    with pytest.raises(CannotPlan, match="no longer counts"):
        make_plan(replace(MARATHON, running=old), TODAY)


def test_a_reached_target_is_no_shortage() -> None:
    plan = plan_of(a_profile(distance="10k", weeks=16, goal_minutes=50))
    assert max(week.longest_minutes for week in plan.weeks) >= 60
    assert "VOLUME-SHORT" not in told(plan)


def test_a_week_off_near_the_race_is_told() -> None:
    running = a_running(last_week_off_ended=MONDAY - timedelta(days=64))
    plan = plan_of(a_profile(distance="10k", weeks=6, running=running, goal_minutes=50))
    off = next(week.index for week in plan.weeks if week.kind is WeekKind.WEEK_OFF)
    race = next(week.index for week in plan.weeks if week.kind is WeekKind.RACE)
    assert told(plan)["BREAK-LATE"] == {"weeks": race - off, "wished": 6}


def test_a_block_of_thirteen_weeks_is_told() -> None:
    assert told(plan_of(a_profile(distance="half", weeks=13)))["BLOCK-13"] == {"weeks": 13}
    assert "BLOCK-13" not in told(plan_of(a_profile(distance="half", weeks=12)))


def test_thirteen_weeks_that_began_before_the_plan_are_told_too() -> None:
    running = a_running(last_week_off_ended=MONDAY - timedelta(days=22))
    plan = plan_of(a_profile(distance="half", weeks=10, running=running))
    assert WeekKind.WEEK_OFF not in {week.kind for week in plan.weeks}
    assert told(plan)["BLOCK-13"] == {"weeks": 13}


def test_no_block_of_thirteen_is_told_where_there_is_none() -> None:
    running = a_running(last_week_off_ended=MONDAY - timedelta(days=8))
    plan = plan_of(a_profile(distance="half", weeks=8, running=running))
    assert "BLOCK-13" not in told(plan)


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        ("time", {"distance": "half", "weeks": 5}),
        ("distance", {"distance": "50k", "weeks": 20, "goal_minutes": 330}),
        ("time", {"health": replace(BASE, other_risks=OtherRisks.RATHER_NOT_SAY)}),
    ],
)
def test_a_plan_without_faster_running_says_why_and_not_what_was_answered(
    reason: str, changes: dict[str, Any]
) -> None:
    plan = plan_of(a_profile(**changes))
    assert not any(week.quality_minutes for week in plan.weeks)
    assert told(plan)["QUALITY-NONE"] == {"reason": reason}
    assert "risk" not in text_of(plan, "QUALITY-NONE")


def test_more_past_runs_than_free_days_is_a_note() -> None:
    plan = plan_of(a_profile(available="tue thu sun", running=a_running(runs_per_week=5)))
    dropped = [message.data for message in plan.messages if message.code == "RUN-DROPPED"]
    assert {"wished": 5, "placed": 3} in dropped


def test_who_has_room_for_every_run_hears_of_none_dropped() -> None:
    assert "RUN-DROPPED" not in told(plan_of(a_profile()))


def test_a_short_first_week_is_told_from_its_day() -> None:
    plan = plan_of(a_profile(start=date(2026, 12, 9)))
    assert told(plan)["STUB"] == {"start": "2026-12-09"}
    assert "Wed 9 Dec" in text_of(plan, "STUB")
    assert "STUB" not in told(plan_of(a_profile()))


def test_a_plan_of_more_than_a_year_asks_to_be_looked_at_anew() -> None:
    assert "HORIZON>52" in told(plan_of(a_profile(weeks=60)))
    assert "HORIZON>52" not in told(plan_of(a_profile(weeks=50)))


def test_an_assumed_pace_is_printed_as_an_assumption() -> None:
    plan = plan_of(a_profile(distance="10k", fitness=Fitness()))
    assert told(plan)["ASSUMED-PACE"] == {
        "pace_s_per_km": 450,
        "race_minutes": 75,
        "races": ["goal"],
    }
    assert "7:30" in text_of(plan, "ASSUMED-PACE")
    assert "ASSUMED-PACE" not in told(plan_of(a_profile(goal_minutes=110)))


def test_defaults_taken_for_a_silent_profile_are_listed() -> None:
    assumed = Assumption(place="running.longest_run_date", text="The longest run: a week ago.")
    plan = plan_of(a_profile(assumptions=(assumed,)))
    assert told(plan)["ASSUMED"] == {"place": "running.longest_run_date"}
    assert text_of(plan, "ASSUMED") == "The longest run: a week ago."


def test_nobody_who_is_due_a_week_off_is_told_to_run_on_first() -> None:
    """The empty first days and the week after them are one week off, not two."""
    running = a_running(
        weekly_minutes=135, longest_run_minutes=45, last_week_off_ended=date(2026, 8, 1)
    )
    profile = a_profile(distance="5k", weeks=6, start=date(2026, 12, 2), running=running)
    plan = make_plan(profile, TODAY)
    assert [week.kind for week in plan.weeks[:2]] == [WeekKind.WEEK_OFF] * 2
    assert "N-CLIFF" not in told(plan)


def off_until(start: date, **changes: Any) -> Profile:
    """A half, with a week off that lasts until the start."""
    running = a_running(
        weekly_minutes=180,
        longest_run_minutes=70,
        last_week_off_ended=start - timedelta(days=1),
    )
    return a_profile(start=start, tier="raised", running=running, goal_minutes=110, **changes)


def test_a_week_off_that_goes_on_until_monday_may_save_one_inside_the_plan() -> None:
    """From Wednesday 9 December the race ends a fourteenth week, from Monday 14 a thirteenth."""
    plan = make_plan(off_until(date(2026, 12, 9), weeks=14), TODAY)
    assert text_of(plan, "N-CLIFF") == (
        "Starting on Monday 14 December 2026 instead would need no week off inside the plan and"
        " bring the longest run to 1 h 44 instead of 1 h 23. Until then, let the week off go on;"
        " last_week_off_ended is then the day before."
    )
    other = plan_of(off_until(date(2026, 12, 14), weeks=13))
    assert (spans_off(plan), spans_off(other)) == (1, 0)
    assert (longest(plan), longest(other)) == (83, 104)


@pytest.mark.parametrize("weeks", [13, 15])
def test_a_later_start_that_serves_no_better_is_not_told(weeks: int) -> None:
    assert "N-CLIFF" not in told(make_plan(off_until(date(2026, 12, 9), weeks=weeks), TODAY))


@pytest.mark.parametrize("behind", [1, 5, 11, 12, 20])
def test_nobody_who_runs_until_the_start_is_told_to_run_on_and_start_later(behind: int) -> None:
    """The weeks run until then count: a week off that is due is not saved by waiting."""
    for weeks in range(4, 16):
        profile = off_until(date(2026, 12, 9), weeks=weeks)
        ended = profile.start - timedelta(weeks=behind)
        running = replace(profile.running, last_week_off_ended=ended)
        try:
            plan = make_plan(replace(profile, running=running), TODAY)
        except CannotPlan:
            continue
        assert "N-CLIFF" not in told(plan)


def longest(plan: Plan) -> int:
    return max(week.longest_minutes for week in plan.weeks)


def spans_off(plan: Plan) -> int:
    """Weeks off, two in a row counted once."""
    kinds = [week.kind for week in plan.weeks]
    return sum(
        kind is WeekKind.WEEK_OFF and before is not WeekKind.WEEK_OFF
        for before, kind in zip([None, *kinds], kinds, strict=False)
    )


def test_a_published_plan_is_not_told_to_start_later() -> None:
    profile = a_profile(weeks=14)
    plan = make_plan(profile, TODAY, record_of(make_plan(profile, TODAY)))
    assert "N-CLIFF" not in told(plan)


GROWS = [
    ("5k", 14, "base", 28),
    ("10k", 16, "base", 50),
    ("half", 16, "base", 110),
    ("half", 20, "raised", 110),
    ("marathon", 24, "base", 235),
    ("marathon", 30, "high", 235),
]


@pytest.mark.parametrize(("distance", "weeks", "tier", "goal"), GROWS)
def test_where_every_condition_holds_quality_does_grow(
    distance: str, weeks: int, tier: str, goal: int
) -> None:
    running = a_running(weekly_minutes=300, longest_run_minutes=110, runs_per_week=5)
    plan = plan_of(
        a_profile(distance=distance, weeks=weeks, tier=tier, running=running, goal_minutes=goal)
    )
    quality = [week.quality_minutes for week in plan.weeks if week.kind is WeekKind.BUILD]
    assert len({minutes for minutes in quality if minutes}) >= 2
    assert "QUALITY-NONE" not in told(plan)


def test_free_days_too_near_the_long_run_leave_no_place_for_faster_running() -> None:
    narrow = WeekShape(available=days("sat sun"), long_run=6)
    running = a_running(weekly_minutes=100, longest_run_minutes=70, runs_per_week=2)
    plan = plan_of(a_profile(week=narrow, weeks=20, running=running))
    assert not any(week.quality_minutes for week in plan.weeks)
    assert "QUALITY-NONE" in told(plan)
