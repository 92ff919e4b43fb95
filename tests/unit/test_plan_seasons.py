"""Seasons with several goal races: what lies between them, and what cannot."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from season_people import (
    a_race,
    a_season,
    clean_plan,
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

# The ordinary runner: four hours a week, the last week off ended on Sunday 6 December 2026.
SPRING = a_race("spring", date(2027, 2, 14), "half", "A", 110)
SUMMER = a_race("summer", date(2027, 5, 23), "half", "A", 108)
FIVE = a_race("five", date(2027, 2, 13), "5k", "A", 24)


def test_two_halfs_fourteen_weeks_apart_need_no_week_off_but_the_one_after_the_first() -> None:
    """Thirteen weeks of running lie between the free week and the second race: it ends them."""
    plan = clean_plan(a_season(SPRING, SUMMER))
    assert season_of(plan) == "RBDBBDBBTGH" + "RBBDBBBDBBBTG" + "H"
    assert told(plan, "BLOCK-13") == [
        "Thirteen weeks without a week off end in Summer; the week after it is free of running."
    ]


def test_the_week_after_a_half_is_free_and_running_begins_again_gently() -> None:
    plan = clean_plan(a_season(SPRING, SUMMER))
    after = week_from(plan, date(2027, 2, 15))
    assert (after.kind, after.runs, after.minutes) == (WeekKind.OFF, 0, 0)
    assert min(day for day in run_days(plan) if day > SPRING.date) == date(2027, 2, 23)
    back = week_from(plan, date(2027, 2, 22))
    assert (back.kind, back.minutes) == (WeekKind.RETURN, 192)  # 80 % of 240
    assert week_from(plan, date(2027, 3, 1)).minutes == 240


def test_three_days_and_an_easy_week_follow_a_5k() -> None:
    """Raced on Saturday: Sunday to Tuesday are free, and the week holds half of 240 at most."""
    ten = a_race("ten", date(2027, 4, 25), "10k", "A", 50)
    plan = clean_plan(a_season(FIVE, ten))
    easy = week_from(plan, date(2027, 2, 15))
    assert (easy.kind, easy.quality_minutes) == (WeekKind.RECOVERY, 0)
    assert 100 <= easy.minutes <= 120
    assert min(day for day in run_days(plan) if day > FIVE.date) == date(2027, 2, 17)
    kinds = {one.kind for one in runs_from(plan, date(2027, 2, 15))}
    assert kinds == {SessionKind.EASY}


def test_three_weeks_between_two_halfs_hold_a_free_week_a_taper_and_the_race() -> None:
    """Back from the free week at 80 % of 240: 192, of which the taper takes 70 and 35 %."""
    plan = clean_plan(a_season(SPRING, a_race("again", date(2027, 3, 7), "half", "A", 110)))
    assert season_of(plan).endswith("BTGHTGH")
    assert week_from(plan, date(2027, 2, 22)).minutes == 134
    assert week_from(plan, date(2027, 3, 1)).minutes == 65
    assert week_from(plan, date(2027, 2, 22)).quality_minutes == 0
    assert told(plan, "RACES-CLOSE") == [
        "Again comes 3 weeks after Spring: getting over the one and tapering for the other fill"
        " the time between, so it is run on the training done before. Choose which of the two you"
        " race, and run the other for the day."
    ]


def test_two_halfs_eight_days_apart_have_nothing_but_rest_between_them() -> None:
    first = a_race("first", date(2027, 2, 13), "half", "A", 110)
    again = a_race("again", date(2027, 2, 21), "half", "A", 110)
    plan = clean_plan(a_season(first, again))
    assert season_of(plan).endswith("BTGGH")
    assert [day for day in run_days(plan) if day >= first.date] == [first.date, again.date]
    assert len(told(plan, "RACES-CLOSE")) == 1
    assert told(plan, "RACES-CLOSE")[0].startswith("Again comes 1 week after First: ")


@pytest.mark.parametrize(
    ("first", "second", "room"),
    [
        (SPRING, a_race("again", date(2027, 2, 21), "half"), "Monday 22 February 2027"),
        (FIVE, a_race("again", date(2027, 2, 16), "10k"), "Wednesday 17 February 2027"),
    ],
    ids=["seven days after a half", "three days after a 5k"],
)
def test_a_goal_race_in_the_free_days_of_another_is_refused(
    first: Race, second: Race, room: str
) -> None:
    refused = refusal(a_season(first, second))
    assert refused.rule == "RACES-CLOSE"
    assert refused.race == "again"
    assert f"has room from {room} on" in refused.text
    assert "the plan without Again" in refused.text


def test_a_day_later_the_same_two_races_are_planned() -> None:
    later = a_race("again", date(2027, 2, 17), "10k", "A", 50)
    assert season_of(clean_plan(a_season(FIVE, later))).endswith("GGV")
    monday = a_race("again", date(2027, 2, 22), "half", "A", 110)
    assert season_of(clean_plan(a_season(SPRING, monday))).endswith("GHGH")


@pytest.mark.parametrize("priority", ["B", "C"])
@pytest.mark.parametrize("goal", [SPRING, FIVE], ids=["half", "5k"])
def test_no_smaller_race_stands_in_the_week_after_a_goal_race(goal: Race, priority: str) -> None:
    small = a_race("small", date(2027, 2, 20), "5k", priority, 25)
    refused = refusal(a_season(goal, small, SUMMER))
    assert refused.rule == "RACES-CLOSE"
    assert refused.text.startswith("Small on Saturday 20 February 2027 comes too soon after ")
    assert {"race": "small", "race_date": date(2027, 2, 27)} in refused.tries


@pytest.mark.parametrize("weekday", range(7))
def test_a_goal_race_may_stand_on_any_weekday_with_the_day_before_it_free(weekday: int) -> None:
    """A race from Monday to Wednesday has one tapered week more."""
    race = a_race("goal", date(2027, 4, 5) + timedelta(days=weekday))
    plan = clean_plan(a_season(race))
    assert season_of(plan).endswith("BTGV" if weekday < 3 else "BBGV")
    assert race.date - timedelta(days=1) not in run_days(plan)
    assert [one.date for one in plan.sessions if one.kind is SessionKind.RACE] == [race.date]


def test_a_year_of_four_goals_rests_after_each_as_its_distance_asks() -> None:
    """5k, 10k, half, marathon. The 10k ends thirteen weeks: a free week follows it."""
    goals = (
        a_race("one", date(2027, 2, 13), "5k", "A", 24),
        a_race("two", date(2027, 4, 25), "10k", "A", 50),
        a_race("three", date(2027, 7, 4), "half", "A", 110),
        a_race("four", date(2027, 10, 17), "marathon", "A", 240),
    )
    plan = clean_plan(a_season(*goals))
    assert [race.name for race in plan.races] == ["One", "Two", "Three", "Four"]
    days = run_days(plan)
    again = [min((day for day in days if day > race.date), default=None) for race in goals]
    assert again == [date(2027, 2, 17), date(2027, 5, 4), date(2027, 7, 13), None]
