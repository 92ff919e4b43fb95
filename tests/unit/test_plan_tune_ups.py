"""B and C races: each is its week's hard day, and what it replaces is dropped."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from planner_factory import a_running
from season_people import (
    FAST,
    HARD,
    a_race,
    a_season,
    away,
    clean_plan,
    minutes_by_day,
    refusal,
    run_days,
    runs_from,
    season_of,
    told,
    week_from,
)

from scheduler.model.plan import SessionKind, WeekKind

if TYPE_CHECKING:
    from scheduler.model.profile import Race

GOAL = a_race("goal", date(2027, 4, 11), "half", "A", 110)
TUNE_UP = a_race("tune", date(2027, 2, 20), "10k", "B", 50)
RACE_WEEK, WEEK_AFTER = date(2027, 2, 15), date(2027, 2, 22)


def test_a_b_race_has_a_week_of_its_own_and_an_easy_one_after_it() -> None:
    plan = clean_plan(a_season(GOAL, TUNE_UP))
    assert season_of(plan) == "RBDBBBXRBDbVBDBBTGH"
    after = week_from(plan, WEEK_AFTER)
    assert (after.kind, after.quality_minutes) == (WeekKind.RECOVERY, 0)
    assert 100 <= after.minutes <= 120  # half of 240
    assert {one.kind for one in runs_from(plan, WEEK_AFTER)} == {SessionKind.EASY}


def test_what_a_race_replaces_is_dropped_and_not_moved_to_the_other_days() -> None:
    """240 minutes with a long run of 105 leave 135 for the other three; the race adds its 50."""
    plan = clean_plan(a_season(GOAL, TUNE_UP))
    ordinary = minutes_by_day(plan, date(2027, 2, 1))
    assert sum(ordinary.values()) - ordinary["Sun"] == 135
    assert minutes_by_day(plan, RACE_WEEK) == {"Tue": 50, "Thu": 45, "Sun": 40}
    week = week_from(plan, RACE_WEEK)
    assert (week.kind, week.runs, week.minutes) == (WeekKind.TUNE_UP, 4, 185)


def test_a_race_longer_than_the_long_run_takes_its_minutes_from_the_week() -> None:
    """A half of 120 minutes leaves 120 of the 240."""
    half = a_race("tune", date(2027, 2, 20), "half", "B", 120)
    plan = clean_plan(a_season(GOAL, half))
    assert sum(minutes_by_day(plan, RACE_WEEK).values()) == 120
    assert week_from(plan, RACE_WEEK).minutes == 240


def test_a_race_longer_than_the_whole_week_stands_alone() -> None:
    """An hour and a half a week in two runs and never more, and a 10k of 93 minutes among them."""
    running = a_running(
        weekly_minutes=90, longest_run_minutes=60, runs_per_week=2, most_weekly_minutes=90
    )
    slow = a_race("tune", date(2027, 2, 20), "10k", "B", 93)
    goal = a_race("goal", GOAL.date, "10k", "A", 90)
    plan = clean_plan(a_season(goal, slow, running=running))
    assert minutes_by_day(plan, RACE_WEEK) == {}
    assert (week_from(plan, RACE_WEEK).runs, week_from(plan, RACE_WEEK).minutes) == (1, 93)


def test_a_c_race_is_part_of_training_and_the_week_after_is_an_ordinary_one() -> None:
    parkrun = a_race("park", date(2027, 2, 20), "5k", "C", 25)
    plan = clean_plan(a_season(GOAL, parkrun))
    assert season_of(plan) == "RBDBBDBBXRbBDBBBTGH"
    assert week_from(plan, RACE_WEEK).minutes == 160  # 135 beside the long run, and 25
    assert week_from(plan, WEEK_AFTER).kind is WeekKind.BUILD
    assert week_from(plan, WEEK_AFTER).minutes == 240


@pytest.mark.parametrize("priority", ["B", "C"])
@pytest.mark.parametrize("weekday", range(7))
def test_a_race_on_any_weekday_is_its_week_s_only_hard_day(weekday: int, priority: str) -> None:
    race = a_race("tune", RACE_WEEK + timedelta(days=weekday), "10k", priority)
    plan = clean_plan(a_season(GOAL, race))
    assert week_from(plan, RACE_WEEK).kind is WeekKind.TUNE_UP
    assert [one.date for one in runs_from(plan, RACE_WEEK) if one.kind in HARD] == [race.date]
    assert not [one for one in runs_from(plan, RACE_WEEK) if one.kind is SessionKind.STRIDES]
    beside = {race.date - timedelta(days=1), race.date + timedelta(days=1)}
    assert not [one for one in plan.sessions if one.date in beside and one.kind in HARD]


def test_the_day_before_a_b_race_may_hold_an_easy_run_and_the_one_before_a_goal_none() -> None:
    wednesday = date(2027, 2, 17)
    small = clean_plan(a_season(GOAL, a_race("tune", wednesday, "10k", "B")))
    assert date(2027, 2, 16) in run_days(small)
    goal = clean_plan(a_season(a_race("tune", wednesday)))
    assert date(2027, 2, 16) not in run_days(goal)


@pytest.mark.parametrize("priority", ["B", "C"])
@pytest.mark.parametrize("week", range(3, 17))
def test_no_week_off_stands_right_before_a_race(week: int, priority: str) -> None:
    """Wherever the race stands in eighteen weeks that need one week off."""
    season = season_of(clean_plan(a_season(GOAL, in_week(week, priority))))
    assert season[week - 1] == "b"
    assert "Xb" not in season
    assert season[:18].count("X") + season[:18].count("H") == 1
    if priority == "B" and week < 16:  # the week after the sixteenth is the taper's
        assert season[week] in "VH"
    else:
        assert season[week] not in "VH"


def in_week(week: int, priority: str) -> Race:
    """A 10k on the Saturday of a plan week, counted from 1."""
    return a_race("tune", date(2026, 12, 12) + timedelta(weeks=week - 1), "10k", priority)


def test_a_week_off_keeps_four_weeks_from_the_b_race_after_it() -> None:
    """And eight from the half in week 18: before a race in the weeks 4 to 8 there is no room."""
    before = {}
    for week in range(4, 16):
        season = season_of(clean_plan(a_season(GOAL, in_week(week, "B"))))
        if "X" in season[: week - 1]:
            before[week] = week - 1 - season.index("X")
    assert {9, 10, 11, 13, 14, 15} <= set(before) <= set(range(9, 16))
    assert min(before.values()) == 4


def test_a_b_race_inside_the_taper_leaves_the_week_a_taper() -> None:
    """The taper allows 70 % of 240; 168 less the long run of 84 are 84 for the others, and 25."""
    parkrun = a_race("park", date(2027, 4, 3), "5k", "B", 25)
    plan = clean_plan(a_season(GOAL, parkrun))
    taper = week_from(plan, date(2027, 3, 29))
    assert (taper.kind, taper.minutes) == (WeekKind.TAPER, 109)
    assert season_of(plan).endswith("BTGH")
    kinds = {one.kind for one in runs_from(plan, date(2027, 3, 29))}
    assert not kinds & (FAST | {SessionKind.LONG})


def test_a_race_in_the_first_week_back_is_run_easy_and_said_so() -> None:
    """Away for a week, then a parkrun: 80 % of 240 are 192, less the long run of 82, and 25."""
    parkrun = a_race("park", date(2027, 1, 23), "5k", "C", 25)
    plan = clean_plan(away(a_season(GOAL, parkrun), (date(2027, 1, 11), date(2027, 1, 17))))
    week = week_from(plan, date(2027, 1, 18))
    assert week.kind is WeekKind.TUNE_UP
    assert week.minutes <= 192 - 72 + 25
    assert told(plan, "RACE-ON-RETURN") == [
        "Park falls into your first week back after time off. Run it easy, in company, without"
        " the clock, or leave it out."
    ]


def test_races_in_three_weeks_running_are_three_loading_weeks_and_a_fourth_is_refused() -> None:
    saturdays = [date(2027, 1, 16) + timedelta(weeks=week) for week in range(4)]
    parks = [a_race(f"park{day.day}", day, "5k", "C", 25) for day in saturdays]
    assert "Dbbb" in season_of(clean_plan(a_season(GOAL, *parks[:3])))
    refused = refusal(a_season(GOAL, *parks))
    assert refused.rule == "INFEASIBLE-BREAK"
    assert "the week of Monday 1 February 2027 would be loading week number 4" in refused.text
    assert "the plan without Park" in refused.text
