"""Days away: nothing is made up for, seven of them are a week off, and no plan is lost to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from planner_factory import TODAY, WEEKDAYS, a_profile, a_running
from season_people import (
    away,
    clean_plan,
    minutes_by_day,
    refusal,
    run_days,
    season_of,
    told,
    week_from,
)

from scheduler.errors import CannotPlan
from scheduler.model.plan import Token, WeekKind
from scheduler.model.profile import Away, CalendarOptions
from scheduler.planner.make import expand
from scheduler.planner.messages import messages_of
from scheduler.rules import audit_plan

# A half on Sunday 18 April 2027 in week 19; without days away week 11 is the week off.
HALF = a_profile(distance="half", weeks=19, goal_minutes=110)
WITHOUT = "RBDBBBDBBBXRBDBBBTGH"


def test_without_days_away_the_week_off_is_the_eleventh() -> None:
    assert season_of(clean_plan(HALF)) == WITHOUT


def test_a_single_day_away_moves_a_run_to_the_nearest_free_day_and_no_week() -> None:
    tuesday = date(2027, 1, 5)
    plan = clean_plan(away(HALF, (tuesday, tuesday)))
    assert season_of(plan) == WITHOUT
    assert list(minutes_by_day(plan, date(2027, 1, 4))) == ["Wed", "Thu", "Sat", "Sun"]
    assert week_from(plan, date(2027, 1, 4)).minutes == 240


def test_away_on_the_long_run_s_day_the_long_run_finds_another() -> None:
    sunday = date(2027, 1, 10)
    plan = clean_plan(away(HALF, (sunday, sunday)))
    assert sunday not in run_days(plan)
    assert week_from(plan, date(2027, 1, 4)).longest_minutes == 105


def test_four_days_over_a_week_end_cost_the_run_that_has_no_other_day() -> None:
    """Friday to Monday: three of four runs find a day, and the shortest of 40 minutes is lost."""
    plan = clean_plan(away(HALF, (date(2027, 1, 8), date(2027, 1, 11))))
    assert season_of(plan) == WITHOUT
    week = week_from(plan, date(2027, 1, 4))
    assert week.runs == 3
    assert 170 <= week.minutes <= 200
    assert week_from(plan, date(2027, 1, 11)).minutes == 240


@pytest.mark.parametrize(
    ("open_days", "runs", "most"),
    [("thu sat sun", 3, 200), ("tue thu", 2, 155), ("sat", 1, 105)],
)
def test_nothing_is_made_up_for_on_the_days_that_are_left(
    open_days: str, runs: int, most: int
) -> None:
    """An ordinary week of 45, 50, 40 and 105 minutes: at most its longest runs are kept."""
    monday = date(2027, 1, 25)
    ordinary = sorted(minutes_by_day(clean_plan(HALF), monday).values())
    assert ordinary == [40, 45, 50, 105]
    closed = [
        monday + timedelta(days=day) for day, word in enumerate(WEEKDAYS) if word not in open_days
    ]
    plan = clean_plan(away(HALF, *((day, day) for day in closed)))
    left = sorted(minutes_by_day(plan, monday).values())
    assert len(left) == runs
    assert sum(left) <= most
    assert left[-1] <= 105


def test_a_week_away_is_the_week_off_and_the_planned_one_goes() -> None:
    plan = clean_plan(away(HALF, (date(2027, 1, 11), date(2027, 1, 17))))
    assert season_of(plan) == "RBDBBHRBBDBBBDBBBTGH"
    assert week_from(plan, date(2027, 1, 18)).minutes == 192  # 80 % of 240
    assert told(plan, "HOLIDAY-AS-BREAK") == [
        "The days away from Mon 11 Jan to Sun 17 Jan count as a week off; the other weeks off are"
        " placed round it."
    ]


def test_seven_days_from_wednesday_to_tuesday_are_a_week_off_though_no_week_is_empty() -> None:
    plan = clean_plan(away(HALF, (date(2027, 1, 13), date(2027, 1, 19))))
    assert season_of(plan) == "RBDBBBRBBDBBBDBBBTGH"
    back = week_from(plan, date(2027, 1, 18))
    assert (back.kind, back.token, back.minutes) == (WeekKind.RETURN, Token.RETURN, 192)
    assert len(told(plan, "HOLIDAY-AS-BREAK")) == 1


def test_six_days_away_are_no_week_off() -> None:
    """Home on Tuesday, running on Tuesday: Wednesday to Monday are six days."""
    plan = clean_plan(away(HALF, (date(2027, 1, 13), date(2027, 1, 18))))
    assert season_of(plan) == WITHOUT
    assert told(plan, "HOLIDAY-AS-BREAK") == []


def test_two_weeks_away_take_the_longer_way_back() -> None:
    """60, 80 and 100 % of 240, where one week takes 80 and 100 %."""
    plan = clean_plan(away(HALF, (date(2027, 1, 11), date(2027, 1, 24))))
    assert season_of(plan).startswith("RBDBBHHRBBD")
    mondays = [date(2027, 1, 25) + timedelta(weeks=week) for week in range(3)]
    assert [week_from(plan, monday).minutes for monday in mondays] == [144, 192, 240]
    assert {week_from(plan, monday).token for monday in mondays} == {Token.RETURN}


def test_a_holiday_in_the_taper_is_taken_as_it_is_and_told() -> None:
    """A taper of two weeks: the first of them is away, race week comes back at 35 % of 192."""
    plan = clean_plan(away(HALF, (date(2027, 4, 5), date(2027, 4, 11))))
    assert season_of(plan).endswith("BBHGH")
    assert week_from(plan, date(2027, 4, 12)).minutes <= 67
    assert told(plan, "HOLIDAY-IN-TAPER") == [
        "Days away fall into the taper before Goal. Nothing is made up for: the runs after them"
        " are gentle, and you stand more rested than planned."
    ]


def test_away_until_the_day_before_the_race_only_the_race_is_left() -> None:
    plan = clean_plan(away(HALF, (date(2027, 4, 12), date(2027, 4, 17))))
    assert season_of(plan) == WITHOUT
    assert [day for day in run_days(plan) if day >= date(2027, 4, 12)] == [date(2027, 4, 18)]


def test_away_in_the_first_week_the_plan_begins_after_it() -> None:
    plan = clean_plan(away(HALF, (date(2026, 12, 7), date(2026, 12, 13))))
    assert season_of(plan).startswith("HR")
    assert min(run_days(plan)) == date(2026, 12, 15)
    assert week_from(plan, date(2026, 12, 14)).minutes == 144  # 60 %: two weeks without a run


def test_a_holiday_after_the_last_race_changes_nothing() -> None:
    plan = clean_plan(away(HALF, (date(2027, 4, 19), date(2027, 5, 2))))
    assert plan.weeks == clean_plan(HALF).weeks


def reasons_against(distance: str, goal: int, spans: list[tuple[date, date]]) -> dict[date, str]:
    """Every holiday that leaves no clean plan, by its first day."""
    profile = a_profile(
        distance=distance,
        weeks=26,
        goal_minutes=goal,
        running=a_running(weekly_minutes=280, longest_run_minutes=110),
    )
    found: dict[date, str] = {}
    for first, last in spans:
        asked = away(profile, (first, last))
        if asked.away[0].from_day <= profile.races[0].date <= last:
            continue
        try:
            made = expand(asked, TODAY)
        except CannotPlan as refused:
            found[first] = refused.rule
        else:
            breaches = audit_plan(made.plan(messages_of(asked, made.outcome)))
            if breaches:
                found[first] = breaches[0].rule
    return found


def holidays(length: int, *, every: int, weeks: int) -> list[tuple[date, date]]:
    """A holiday from every so many days on, over the first weeks of a plan."""
    first = [date(2026, 12, 7) + timedelta(days=day) for day in range(0, weeks * 7, every)]
    return [(day, day + timedelta(days=length - 1)) for day in first]


@pytest.mark.parametrize("length", [7, 11, 13, 14, 16])
def test_no_holiday_leaves_a_half_without_a_plan(length: int) -> None:
    """26 weeks, a holiday from every ninth day on: straddling weeks, in the taper, at the start."""
    assert reasons_against("half", 110, holidays(length, every=9, weeks=26)) == {}


@pytest.mark.parametrize("length", [1, 3, 7])
def test_no_holiday_of_up_to_a_week_leaves_a_marathon_without_a_plan(length: int) -> None:
    assert reasons_against("marathon", 240, holidays(length, every=9, weeks=26)) == {}


@pytest.mark.parametrize("length", [11, 16])
def test_longer_ones_do_where_the_long_run_does_not_come_back_before_the_race(length: int) -> None:
    """Until ten weeks before there is always a plan; later the race may be twice the long run."""
    spans = holidays(length, every=5, weeks=26)
    against = reasons_against("marathon", 240, spans)
    assert set(against.values()) == {"RACE-SPIKE"}
    assert min(against) > date(2027, 6, 6) - timedelta(weeks=10)


def test_such_a_holiday_is_refused_with_the_race_a_week_later() -> None:
    marathon = a_profile(
        distance="marathon",
        weeks=26,
        goal_minutes=240,
        running=a_running(weekly_minutes=280, longest_run_minutes=110),
        away=(Away(from_day=date(2027, 4, 27), until=date(2027, 5, 9)),),
    )
    refused = refusal(marathon)
    assert refused.rule == "RACE-SPIKE"
    assert {"race_date": date(2027, 6, 13)} in refused.tries


def test_days_away_are_no_rest_days_in_the_calendar() -> None:
    """A rest day is one at home; Monday to Thursday away have none."""
    wanted = replace(HALF, calendar=CalendarOptions(rest_days=True))
    week = date(2027, 1, 4)
    span = (week, week + timedelta(days=3))
    rests = [one.date for one in clean_plan(away(wanted, span)).sessions if one.slot[:4] == "rest"]
    here = [day for day in rests if week <= day < week + timedelta(days=7)]
    assert here == [day for day in here if day > span[1]]
    assert any(week - timedelta(days=7) <= day < week for day in rests)
