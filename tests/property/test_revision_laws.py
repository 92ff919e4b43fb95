"""Laws of publishing again: over the shipped profiles, and over random histories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from random_athletes import random_athlete
from revision_soak import REVISIONS, broken_laws, history
from shipped_people import (
    DAY,
    PEOPLE,
    TODAY,
    days_of,
    profile_of,
    published,
    runs_of,
    with_away,
)

from scheduler.model.plan import Status
from scheduler.model.profile import OwnLimits, Priority
from scheduler.record import to_json
from scheduler.revision import first_record, next_record

if TYPE_CHECKING:
    from scheduler.model.plan import Session
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

# Each lives through five revisions; ``python -m tests.revision_soak`` is the long version.
HISTORIES = range(100, 112)
STRICTER = (
    OwnLimits(build_weeks=2),
    OwnLimits(rest_days=3),
    OwnLimits(growth_percent=3),
    OwnLimits(quality_percent=4),
    OwnLimits(deload_percent=40),
)


def seen(record: Record, first: date, before: date) -> list[Session]:
    """The sessions that stand from one day to the day before another, whatever their revision."""
    return [
        replace(one, sequence=0, revision=0, revised_on=TODAY)
        for one in record.sessions
        if first <= one.date < before and one.status is Status.CONFIRMED
    ]


@pytest.mark.parametrize("name", PEOPLE)
def test_c7_an_unchanged_profile_gives_the_same_record_on_any_day(name: str) -> None:
    profile, record = profile_of(name), published(name)
    changed = [day for day in days_of(record, 3) if next_record(profile, day, record) != record]
    assert changed == []
    assert to_json(next_record(profile, days_of(record)[-1], record)) == to_json(record)


@pytest.mark.parametrize("name", PEOPLE)
def test_another_name_or_address_moves_no_session_on_any_day(name: str) -> None:
    profile, record = profile_of(name), published(name)
    athlete = replace(profile.athlete, name="Robin", email="robin@example.org")
    for day in days_of(record, 9):
        after = next_record(replace(profile, athlete=athlete), day, record)
        assert (after.athlete.name, after.athlete.email) == ("Robin", "robin@example.org"), day
        assert (after.sessions, after.notes, after.changes) == (
            record.sessions,
            record.notes,
            (),
        ), day


# Athletes and days on which planning anew gives other days than those published.
@pytest.mark.parametrize(
    ("number", "day"),
    [
        (6, "2027-01-23"),
        (22, "2026-11-28"),
        (30, "2026-12-07"),
        (37, "2027-01-07"),
        (66, "2027-02-09"),
        (94, "2026-12-23"),
        (98, "2028-01-21"),
        (103, "2027-05-23"),
        (146, "2027-04-07"),
    ],
)
def test_another_name_moves_no_session_where_planning_anew_would(number: int, day: str) -> None:
    profile = random_athlete(number)
    record = first_record(profile, TODAY)
    renamed = replace(profile, athlete=replace(profile.athlete, name="Robin"))
    after = next_record(renamed, date.fromisoformat(day), record)
    assert (after.athlete.name, after.sessions) == ("Robin", record.sessions)


def away_days(profile: Profile, record: Record) -> list[tuple[date, date]]:
    """Days of planning, each with a day away 2 to 60 days later that is no race's."""
    races = {race.date for race in profile.races}
    pairs = [
        (day, max(day, profile.start) + ahead * DAY)
        for day in days_of(record, 25)[:-1]
        for ahead in (2, 16, 37, 60)
    ]
    last = record.weeks[-1].starts_on
    return [(day, away) for day, away in pairs if away not in races and away < last]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_day_away_changes_no_session_before_the_week_before_its_own(name: str) -> None:
    profile, record = profile_of(name), published(name)
    for day, away in away_days(profile, record):
        after = next_record(with_away(profile, away, away), day, record)
        before = away - away.weekday() * DAY - 7 * DAY
        assert seen(after, day, before) == seen(record, day, before), (day, away)
        assert away not in {run.date for run in runs_of(after)}, (day, away)


def test_without_its_last_small_race_a_season_is_the_same_until_the_first_other_kind() -> None:
    profile = profile_of("two-races-and-a-holiday")
    record = published("two-races-and-a-holiday")
    last = [race for race in profile.races if race.priority is not Priority.A][-1]
    assert last.date.isoformat() == "2027-08-08"
    without = replace(profile, races=tuple(race for race in profile.races if race is not last))
    for day in (one for one in days_of(record, 17) if one < last.date):
        after = next_record(without, day, record)
        pairs = zip(record.weeks, after.weeks, strict=True)
        other = next(was.starts_on for was, now in pairs if was.kind is not now.kind)
        assert day - 6 * DAY <= other <= last.date, day
        assert seen(after, day, other) == seen(record, day, other), day


@pytest.mark.parametrize("name", PEOPLE)
def test_a_stricter_limit_locks_nobody_out(name: str) -> None:
    profile, record = profile_of(name), published(name)
    for turn, day in enumerate(days_of(record, 12)):
        stricter = STRICTER[turn % len(STRICTER)]
        after = next_record(replace(profile, limits=stricter), day, record)
        assert {race.id for race in after.races} == {race.id for race in record.races}, day


@pytest.mark.parametrize("name", PEOPLE)
def test_a_lost_weekday_locks_nobody_out_and_is_free_from_that_day_on(name: str) -> None:
    profile, record = profile_of(name), published(name)
    days = sorted(profile.week.available)
    races = {race.date for race in profile.races}
    for turn, day in enumerate(days_of(record, 24)):
        lost = days[turn % len(days)]
        left = profile.week.available - {lost}
        long_run = profile.week.long_run if profile.week.long_run in left else max(left)
        week = replace(profile.week, available=left, long_run=long_run)
        after = next_record(replace(profile, week=week), day, record)
        to_come = [run.date for run in runs_of(after) if run.date >= day]
        assert [one for one in to_come if one.weekday() == lost and one not in races] == [], day


@pytest.mark.parametrize("number", HISTORIES)
def test_c1_and_c3_to_c6_hold_over_a_random_history_of_revisions(number: int) -> None:
    """Idempotent at once and later; sequences, orphans, the past; each plan passes the audit."""
    lived = 0
    for name, before, after, profile, today in history(number):
        assert not name.startswith("failed"), f"{today} {name}"
        assert list(broken_laws(before, after, profile, today)) == [], f"{today} {name}"
        lived += 1
    assert 1 <= lived <= REVISIONS
