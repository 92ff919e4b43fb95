"""The next record: what missed runs, weeks off, illness or another name do to what is to come."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from shipped_people import (
    DAY,
    PEOPLE,
    did,
    ill,
    missed,
    profile_of,
    published,
    runs_of,
    told,
    week_of,
)

from scheduler.model.plan import SessionKind, Token, WeekKind
from scheduler.plan_files import render_files
from scheduler.record import from_json, to_json
from scheduler.revision import next_record

if TYPE_CHECKING:
    from scheduler.model.plan import Session
    from scheduler.model.profile import LogEntry
    from scheduler.model.record import Record

CARLA = "masters-half"  # 180 minutes a week, the long run on Sunday
BUILD_WEEK = tuple(date(2026, 12, day) for day in (15, 17, 19, 20))  # 190 minutes
AFTER_BUILD = date(2026, 12, 21)
DELOAD_WEEK = tuple(date(2026, 12, day) for day in (22, 24, 26, 27))
EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)


def after(today: date, *log: LogEntry) -> Record:
    """Carla's plan as it goes on with these entries in the log."""
    return next_record(told(profile_of(CARLA), *log), today, published(CARLA))


def changed(record: Record, today: date) -> list[Session]:
    """The runs to come that stood in the first plan and are not what they were."""
    now = {one.uid: one for one in record.sessions}
    return [run for run in runs_of(published(CARLA)) if run.date >= today and now[run.uid] != run]


def events(record: Record) -> dict[bytes, bytes]:
    """The events of the calendar by their UID line."""
    data = render_files(record)[f"{record.plan_id}.ics"]
    found = EVENT.findall(data)
    return {re.search(rb"UID:(\S+)", event)[1]: event for event in found}  # type: ignore[index]


def days(events: dict[bytes, bytes]) -> dict[bytes, str]:
    """The day of each event."""
    found = {uid: re.search(rb"DTSTART[^:]*:(\d{8})", event) for uid, event in events.items()}
    return {uid: match[1].decode() for uid, match in found.items() if match}


def test_another_reminder_writes_every_run_to_come_again_and_moves_none() -> None:
    profile, record = profile_of(CARLA), published(CARLA)
    today = date(2027, 1, 6)
    assert profile.calendar.reminder_minutes == 30
    calendar = replace(profile.calendar, reminder_minutes=60)
    then = next_record(replace(profile, calendar=calendar), today, record)
    to_come = [one for one in then.sessions if one.date >= today]
    assert {one.sequence for one in to_come if one.starts_at is not None} == {1}
    assert {one.sequence for one in to_come if one.starts_at is None} == {0}  # days off: no alarm
    assert {one.sequence for one in then.notes} == {0}
    assert {one.what for one in then.changes} == {"changed"}
    was = [(one.uid, one.date, one.starts_at, one.minutes, one.title) for one in record.sessions]
    now = [(one.uid, one.date, one.starts_at, one.minutes, one.title) for one in then.sessions]
    assert now == was


def test_after_another_reminder_the_calendar_keeps_the_bytes_of_days_that_are_over() -> None:
    profile, record = profile_of(CARLA), published(CARLA)
    calendar = replace(profile.calendar, reminder_minutes=60)
    then = next_record(replace(profile, calendar=calendar), date(2027, 1, 6), record)
    was, now = events(record), events(then)
    over = [uid for uid, day in days(was).items() if day < "20270106"]
    assert (
        len(over) == 43
    )  # five weeks of four runs, three days off and a note; a note, a day off, a run
    assert [uid for uid in over if now[uid] != was[uid]] == []
    to_come = [uid for uid in was if uid not in over and b"VALARM" in was[uid]]
    assert [uid for uid in to_come if now[uid] == was[uid]] == []
    silent = [uid for uid in was if b"VALARM" not in was[uid]]
    assert [uid for uid in silent if now[uid] != was[uid]] == []
    assert b"TRIGGER:-PT1H" in b"".join(now[uid] for uid in to_come)
    assert b"TRIGGER:-PT1H" not in b"".join(now[uid] for uid in over)


def test_another_name_is_a_revision_without_a_change_of_any_event() -> None:
    profile, record = profile_of(CARLA), published(CARLA)
    renamed = replace(profile, athlete=replace(profile.athlete, name="Carla B."))
    then = next_record(renamed, date(2027, 1, 6), record)
    assert (then.revision, then.athlete.name, then.changes) == (1, "Carla B.", ())
    assert events(then) == events(record)


def test_an_easy_run_missed_in_a_lighter_week_changes_nothing_to_come() -> None:
    record = after(date(2026, 12, 28), *missed(date(2026, 12, 22)))
    assert (record.revision, record.sessions) == (0, published(CARLA).sessions)


def test_a_week_within_the_dead_band_changes_nothing_to_come() -> None:
    record = after(AFTER_BUILD, did(date(2026, 12, 19), 20))  # 175 of 190 minutes
    assert (record.revision, record.sessions) == (0, published(CARLA).sessions)


def test_an_easy_run_missed_early_in_a_plan_of_seven_months_changes_a_few_runs() -> None:
    profile, record = profile_of("boston-marathon"), published("boston-marathon")
    easy = [run for run in runs_of(record) if run.kind is SessionKind.EASY][12]
    assert week_of(record, easy.date).kind is WeekKind.BUILD
    then = next_record(told(profile, *missed(easy.date)), easy.date + DAY, record)
    now = {one.uid: one for one in then.sessions}
    moved = [run for run in runs_of(record) if now[run.uid].date != run.date]
    other = [run for run in runs_of(record) if now[run.uid] != run]
    assert moved == []
    assert 0 < len(other) < 12


def test_more_than_planned_gives_nothing_to_grow_from() -> None:
    record = after(AFTER_BUILD, did(BUILD_WEEK[0], 60), did(BUILD_WEEK[3], 120))
    assert (record.revision, record.sessions) == (0, published(CARLA).sessions)


def test_after_a_missed_long_run_the_next_one_grows_from_the_longest_that_was_run() -> None:
    missed_on = date(2027, 1, 3)  # 86 minutes; the longest of the 30 days before are 80
    record = after(missed_on + DAY, *missed(missed_on))
    [was] = [run for run in runs_of(published(CARLA)) if run.date == date(2027, 1, 10)]
    [now] = [run for run in runs_of(record) if run.date == date(2027, 1, 10)]
    assert (was.minutes, now.minutes) == (93, 86)
    assert now.minutes <= 80 * 110 // 100


def test_a_week_without_a_run_is_a_week_off_and_the_next_a_week_back() -> None:
    record = after(AFTER_BUILD, *missed(*BUILD_WEEK))
    back = week_of(record, AFTER_BUILD)
    assert (back.kind, back.token) == (WeekKind.RETURN, Token.RETURN)
    assert (back.minutes, back.quality_minutes) == (135, 0)  # three quarters of 180
    steps = [week_of(record, AFTER_BUILD + weeks * 7 * DAY) for weeks in (1, 2)]
    assert [(week.token, week.minutes) for week in steps] == [
        (Token.RETURN, 162),  # nine tenths
        (Token.RETURN, 180),
    ]


def test_after_two_weeks_without_a_run_the_way_back_is_the_long_one() -> None:
    today = date(2026, 12, 28)
    record = after(today, *missed(*BUILD_WEEK, *DELOAD_WEEK))
    weeks = [week_of(record, today + number * 7 * DAY) for number in range(3)]
    assert [(week.token, week.minutes) for week in weeks] == [
        (Token.RETURN, 90),  # half of 180
        (Token.RETURN, 126),  # seven tenths
        (Token.RETURN, 153),  # 85 percent
    ]
    assert weeks[0].kind is WeekKind.RETURN
    assert weeks[0].quality_minutes == 0


def test_an_illness_of_more_than_a_week_brings_the_long_way_back() -> None:
    today = date(2026, 12, 25)
    record = after(today, ill(date(2026, 12, 16), date(2026, 12, 24)))
    back = week_of(record, today)
    assert (back.kind, back.token) == (WeekKind.RETURN, Token.RETURN)
    assert back.minutes <= 90
    assert week_of(record, date(2026, 12, 28)).minutes == 90
    assert week_of(record, date(2027, 1, 4)).minutes == 126


def test_an_illness_of_a_few_days_is_runs_missed_and_no_more() -> None:
    sick = after(AFTER_BUILD, ill(date(2026, 12, 16), date(2026, 12, 17)))
    skipped = after(AFTER_BUILD, *missed(date(2026, 12, 17)))
    assert sick.sessions == skipped.sessions != published(CARLA).sessions
    assert week_of(sick, AFTER_BUILD).kind is WeekKind.DELOAD


def test_a_missed_long_run_is_not_run_on_another_day() -> None:
    missed_on = date(2027, 1, 3)
    record = after(missed_on + DAY, *missed(missed_on))
    week = [(run.slot, run.date) for run in runs_of(record) if run.date > missed_on][:4]
    assert (
        week
        == [(run.slot, run.date) for run in runs_of(published(CARLA)) if run.date > missed_on][:4]
    )


def test_a_record_that_goes_on_comes_back_from_its_json() -> None:
    record = after(AFTER_BUILD, *missed(*BUILD_WEEK))
    assert from_json(to_json(record), "record") == record
    assert record.revision == 1


@pytest.mark.parametrize("later", [0, 1, 3, 8, 20])
def test_what_was_told_once_changes_nothing_twice(later: int) -> None:
    profile = told(profile_of(CARLA), *missed(*BUILD_WEEK))
    record = next_record(profile, AFTER_BUILD, published(CARLA))
    again = next_record(profile, AFTER_BUILD + later * DAY, record)
    assert to_json(again) == to_json(record)


def test_a_missed_run_stays_in_the_calendar_as_it_was_published() -> None:
    record = after(AFTER_BUILD, *missed(*BUILD_WEEK))
    was, now = events(published(CARLA)), events(record)
    over = [uid for uid, day in days(was).items() if day < "20261221"]
    assert [uid for uid in over if now[uid] != was[uid]] == []
    assert len(changed(record, AFTER_BUILD)) > 0


@pytest.mark.parametrize("name", [name for name in PEOPLE if profile_of(name).races])
def test_after_the_last_race_was_missed_nothing_is_left_to_change(name: str) -> None:
    profile, record = profile_of(name), published(name)
    last = profile.races[-1].date
    then = next_record(told(profile, *missed(last)), last + DAY, record)
    assert (then.changes, then.sessions) == ((), record.sessions)
