"""Days and their ceilings: what fits is planned, what does not is left out and told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from planner_factory import WEEKDAYS, a_profile, a_running, days
from season_people import clean_plan, minutes_by_day, runs_from, told, week_from

from scheduler.errors import BadInput
from scheduler.model.plan import LOADING, SessionKind
from scheduler.model.profile import WeekShape
from scheduler.planner.day_need import DayNeed
from scheduler.planner.days import place_days
from scheduler.profile import parse_profile

EVERYTHING = Path(__file__).parents[1] / "profiles" / "everything.toml"


def shaped(available: str, *, prefer_rest: str = "", **windows: int) -> WeekShape:
    """Free days with ceilings in minutes by weekday; ``default`` is every other day's."""
    return WeekShape(
        available=days(available),
        long_run=6,
        prefer_rest=days(prefer_rest),
        most_minutes=tuple(windows.get(day, windows.get("default")) for day in WEEKDAYS),
    )


def test_no_run_is_longer_than_its_day_and_what_is_left_out_is_told() -> None:
    """Three days of 45 minutes and a Sunday of 100 hold 235 of the 240 that were run before."""
    shape = shaped("tue wed thu sat sun", default=45, sun=100)
    plan = clean_plan(a_profile(distance="half", weeks=12, goal_minutes=110, week=shape))
    assert max(week.minutes for week in plan.weeks) == 235
    for week in plan.weeks:
        for run in runs_from(plan, week.starts_on):
            if run.kind is not SessionKind.RACE:
                assert run.minutes <= (100 if run.date.weekday() == 6 else 45)
    # Week 2 may hold 240 with a long run of 90: 3 x 45 and 90 are 225. Week 4 has a tenth more.
    assert week_from(plan, date(2026, 12, 14)).minutes == 225
    assert week_from(plan, date(2026, 12, 28)).minutes == 234
    assert told(plan, "MINUTES-DROPPED") == [
        "2 weeks would hold more minutes than your days hold, up to 15 min. What does not fit is"
        " left out, not moved."
    ]
    assert told(plan, "BOUND-BY") == ["What shaped the weeks most: how long your days are."]


def test_a_day_too_short_for_a_run_is_no_run_day() -> None:
    """Ten minutes on Tuesday: three days are left of four, and that is told."""
    shape = shaped("tue thu sat sun", tue=10)
    plan = clean_plan(a_profile(distance="10k", weeks=8, goal_minutes=50, week=shape))
    assert {one.date.weekday() for one in plan.sessions if one.minutes} <= {3, 5, 6}
    (text,) = told(plan, "RUN-DROPPED")
    assert text.startswith("You ran 4 times a week; ")
    assert "room for 3." in text


def with_week(lines: str) -> str:
    text = EVERYTHING.read_text("utf-8")
    before, _, rest = text.partition("[week]")
    return before + "[week]\n" + lines + "\n" + rest[rest.index("[[away]]") :]


@pytest.mark.parametrize(
    ("most_minutes", "long_run"),
    [
        ("default = 40, thu = 120", 3),
        ("default = 60, sat = 90, sun = 90", 6),
        ("sun = 60", 5),  # the days without a ceiling are the longest
        ("default = 45", 6),
    ],
)
def test_without_a_day_given_the_long_run_has_the_longest_day(
    most_minutes: str, long_run: int
) -> None:
    week = f'available = ["tue", "thu", "sat", "sun"]\nmost_minutes = {{ {most_minutes} }}'
    assert parse_profile(with_week(week), "sam.toml", date(2026, 11, 30)).week.long_run == long_run


def test_a_week_of_days_too_short_for_any_run_is_refused_at_reading() -> None:
    week = 'available = ["tue", "sun"]\nmost_minutes = { default = 10 }'
    with pytest.raises(BadInput) as caught:
        parse_profile(with_week(week), "sam.toml", date(2026, 11, 30))
    told_in = {(problem.place, problem.text) for problem in caught.value.problems}
    assert ("week.most_minutes", "no available day has 15 minutes, the shortest run") in told_in


def test_two_free_days_side_by_side_hold_one_run_a_week() -> None:
    """Two runs a week stand 48 hours apart, or there is one."""
    running = a_running(weekly_minutes=100, longest_run_minutes=60, runs_per_week=2)
    plan = clean_plan(
        a_profile(distance="10k", weeks=6, goal_minutes=55, available="sat sun", running=running)
    )
    assert {week.runs for week in plan.weeks if week.kind in LOADING} == {1}
    assert told(plan, "RUN-DROPPED")


def test_one_free_day_is_enough_for_a_plan() -> None:
    running = a_running(weekly_minutes=60, longest_run_minutes=60, runs_per_week=1)
    plan = clean_plan(
        a_profile(distance="10k", weeks=12, goal_minutes=55, available="wed", running=running)
    )
    assert {one.date.weekday() for one in plan.sessions if one.date < plan.races[0].date} == {2}
    assert told(plan, "QUALITY-NONE") == [
        "No faster running: with one run a week there is no day for it beside the long run."
    ]


def test_preferred_rest_days_hold_no_run_where_four_others_are_free() -> None:
    """Monday, Wednesday and Friday stay free: Tuesday, Thursday, Saturday and Sunday do."""
    shape = shaped("mon tue wed thu fri sat sun", prefer_rest="mon wed fri")
    running = a_running(weekly_minutes=180, longest_run_minutes=80, runs_per_week=3)
    plan = clean_plan(
        a_profile(distance="10k", weeks=12, goal_minutes=50, week=shape, running=running)
    )
    assert not {one.date.weekday() for one in plan.sessions if one.minutes} & {0, 2, 4}


@pytest.mark.parametrize(
    ("available", "runs", "pattern"),
    [
        ("tue thu sat sun", 4, "Tue Thu Sat Sun"),
        ("tue wed thu sat sun", 4, "Tue Thu Sat Sun"),
        ("mon wed fri sun", 3, "Wed Fri Sun"),
    ],
)
def test_full_weeks_keep_their_days_from_one_to_the_next(
    available: str, runs: int, pattern: str
) -> None:
    """A season of 26 weeks; race week alone has a shape of its own."""
    running = a_running(weekly_minutes=60 * runs, longest_run_minutes=75, runs_per_week=runs)
    profile = a_profile(
        distance="half", weeks=26, goal_minutes=110, available=available, running=running
    )
    plan = clean_plan(profile)
    full = [week for week in plan.weeks[:25] if week.runs]
    shapes = [" ".join(minutes_by_day(plan, week.starts_on)) for week in full]
    assert set(shapes) == {pattern}


def a_need(open_days: str) -> DayNeed:
    """Three easy runs on these days."""
    return DayNeed(runs=3, usual_runs=3, open_days=days(open_days))


def test_looking_ahead_keeps_a_run_that_the_best_of_each_week_alone_would_lose() -> None:
    """At most two run days in a row. Spread out, week 1 ends with a run on Sunday.

    Monday and Tuesday after it would then be the second and the third in a row: one is lost. With
    Tuesday and Wednesday side by side in week 1 nothing is.
    """
    first, second = a_need("tue wed fri sun"), a_need("mon tue thu")
    (alone,) = place_days((first,), run_days_in_a_row=2, in_a_row=0, hard=False)
    assert 6 in alone.runs
    (after,) = place_days((second,), run_days_in_a_row=2, in_a_row=1, hard=False)
    assert (alone.dropped, after.dropped) == (0, 1)
    both = place_days((first, second), run_days_in_a_row=2, in_a_row=0, hard=False)
    assert [pattern.runs for pattern in both] == [(1, 2, 4), (0, 1, 3)]
    assert [pattern.dropped for pattern in both] == [0, 0]


def test_who_may_run_three_days_in_a_row_never_runs_four_and_loses_no_run_to_it() -> None:
    profile = a_profile(
        distance="half",
        weeks=12,
        goal_minutes=110,
        tier="high",
        available="mon tue thu fri sun",
        running=a_running(weekly_minutes=200, longest_run_minutes=70),
    )
    plan = clean_plan(profile)
    assert {week.runs for week in plan.weeks if week.kind in LOADING} == {4}
    ran = {one.date for one in plan.sessions if one.minutes}
    assert not [day for day in ran if {day + timedelta(days=step) for step in range(4)} <= ran]
