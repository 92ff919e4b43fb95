"""The running week: days behind it are facts, nothing is made up for, no run moves or grows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from random_athletes import random_athlete
from shipped_people import (
    DAY,
    PEOPLE,
    TODAY,
    did,
    missed,
    profile_of,
    published,
    runs_of,
    told,
    week_of,
    with_away,
)

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.revision import first_record, next_record

if TYPE_CHECKING:
    from scheduler.model.profile import LogEntry, Profile
    from scheduler.model.record import Record

CARLA = "masters-half"
MONDAY = date(2027, 1, 4)  # Tue 40, Thu 45 with 8 fast, Sat 35, Sun 93: 213 minutes
TUE, WED, THU, SAT, SUN = (MONDAY + day * DAY for day in (1, 2, 3, 5, 6))


def week(record: Record, monday: date = MONDAY) -> dict[str, int]:
    """The minutes of a week's runs by their days."""
    return {
        f"{run.date:%a}": run.minutes
        for run in runs_of(record)
        if monday <= run.date < monday + 7 * DAY
    }


def on(today: date, *log: LogEntry, profile: Profile | None = None) -> Record:
    """Carla's plan planned again on a day of that week."""
    return next_record(told(profile or profile_of(CARLA), *log), today, published(CARLA))


def test_the_week_as_published() -> None:
    assert week(published(CARLA)) == {"Tue": 40, "Thu": 45, "Sat": 35, "Sun": 93}


def test_a_missed_run_is_not_made_up_for() -> None:
    assert week(on(WED, *missed(TUE))) == {"Tue": 40, "Thu": 45, "Sat": 35, "Sun": 93}


def test_a_run_cut_short_is_not_made_up_for() -> None:
    assert week(on(WED, did(TUE, 10))) == {"Tue": 40, "Thu": 45, "Sat": 35, "Sun": 93}


def test_more_than_planned_is_taken_from_no_other_day() -> None:
    assert week(on(WED, did(TUE, 70)))["Thu"] == 45


def test_a_day_away_in_the_running_week_is_left_out_and_no_other_run_grows() -> None:
    """The long run keeps its share of a week that lost a run."""
    away = on(WED, profile=with_away(profile_of(CARLA), THU, THU))
    assert week(away) == {"Tue": 40, "Sat": 35, "Sun": 88}


def test_a_lost_weekday_in_the_running_week_is_left_out_and_no_run_takes_its_place() -> None:
    profile = profile_of(CARLA)
    fewer = replace(profile.week, available=profile.week.available - {SAT.weekday()})
    assert week(on(WED, profile=replace(profile, week=fewer))) == {"Tue": 40, "Thu": 45, "Sun": 93}


def test_another_long_run_day_begins_with_the_next_week() -> None:
    """Moved within the running week it would be two hard days, or a day made up for."""
    profile = profile_of(CARLA)
    saturday = replace(profile, week=replace(profile.week, long_run=SAT.weekday()))
    assert week(on(WED, profile=saturday)) == {"Tue": 40, "Thu": 45, "Sat": 35, "Sun": 93}
    assert week(on(WED, profile=saturday), MONDAY + 14 * DAY)["Sat"] == 69


def test_a_stricter_limit_cuts_what_is_still_to_come_in_the_week() -> None:
    profile = profile_of(CARLA)
    slower = replace(profile, limits=replace(profile.limits, growth_percent=1))
    assert week(on(WED, profile=slower)) == {"Tue": 40, "Thu": 45, "Sat": 35, "Sun": 83}


def test_the_row_of_the_week_is_the_sum_of_what_stands_in_the_calendar() -> None:
    row = week_of(on(WED, profile=with_away(profile_of(CARLA), THU, THU)), MONDAY)
    assert (row.runs, row.minutes, row.longest_minutes, row.quality_minutes) == (3, 163, 88, 0)
    assert row.kind is WeekKind.BUILD


def test_days_behind_in_the_week_stay_published_as_they_were() -> None:
    record = on(SAT, *missed(TUE, THU))
    was = [one for one in published(CARLA).sessions if one.date < SAT]
    assert [one for one in record.sessions if one.date < SAT] == was


def test_on_a_monday_the_whole_week_is_still_to_be_planned() -> None:
    """A day away is then known before the first run, and the minutes are shared anew."""
    away = on(MONDAY, profile=with_away(profile_of(CARLA), THU, THU))
    found = week(away)
    assert "Thu" not in found
    assert sum(found.values()) <= 213


@pytest.mark.parametrize("name", PEOPLE)
def test_s5_a_missed_run_lets_no_other_run_of_its_week_grow_or_move(name: str) -> None:
    """For every second run but the last of its week, told on the day after it."""
    profile, record = profile_of(name), published(name)
    for run in runs_of(record)[::2]:
        monday = run.date - run.date.weekday() * DAY
        was, today = week(record, monday), run.date + DAY
        if today >= monday + 7 * DAY or run.kind is SessionKind.RACE:
            continue
        now = week(next_record(told(profile, *missed(run.date)), today, record), monday)
        assert set(now) <= set(was), run.date
        assert [day for day in now if now[day] > was[day]] == [], run.date


@pytest.mark.parametrize(
    ("name", "missed_on", "least"),
    [
        ("block-of-twelve-weeks", "2027-02-20", 141),
        ("boston-marathon", "2027-01-30", 316),
        ("novice-5k", "2027-03-21", 78),
    ],
)
def test_a_run_told_four_days_late_keeps_the_running_week_from_growing(
    name: str, missed_on: str, least: int
) -> None:
    """The best week so far is lower than was thought when the running week was published."""
    day = date.fromisoformat(missed_on)
    today = day + 4 * DAY
    after = next_record(told(profile_of(name), *missed(day)), today, published(name))
    was, now = week_of(published(name), today), week_of(after, today)
    assert (now.minutes, now.token) == (least, was.token)
    assert now.minutes < was.minutes


def test_a_short_first_week_that_was_missed_is_neither_load_nor_rest() -> None:
    """It was to be a lighter one, after three loading weeks before the start: the next is."""
    profile = random_athlete(130_272)
    record = first_record(profile, TODAY)
    first, second = record.weeks[:2]
    assert (profile.start, first.kind, first.minutes) == (date(2026, 12, 5), WeekKind.DELOAD, 25)
    assert second.kind is WeekKind.BUILD
    then = next_record(told(profile, *missed(profile.start)), date(2026, 12, 7), record)
    assert then.weeks[1].kind is WeekKind.DELOAD
