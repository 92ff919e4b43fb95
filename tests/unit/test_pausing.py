"""A pause: runs leave the calendar, races stay, nothing says why; and the gentle way back."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from random_athletes import random_athlete
from shipped_people import DAY, profile_of, published, runs_of, told, week_of

from scheduler.cli import main
from scheduler.errors import CannotPlan
from scheduler.model.plan import SessionKind, Status, Token, WeekKind
from scheduler.model.profile import LogEntry, LogWhat, Priority
from scheduler.model.record import Pause
from scheduler.planner.past import past_of
from scheduler.publish import publish
from scheduler.record import paused, to_json
from scheduler.resources import data_dir
from scheduler.revision import first_record, next_record

if TYPE_CHECKING:
    from pathlib import Path

    from scheduler.model.plan import Note
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

CARLA, FERN = "masters-half", "boston-marathon"
STOPPED = date(2027, 1, 12)  # a Tuesday
BACK = date(2027, 1, 18)
FIRST_DAY = date(2026, 11, 22)
LATER = date(2026, 12, 16)


def pause(on: date) -> LogEntry:
    return LogEntry(date=on, what=LogWhat.PAUSE)


def resume(on: date) -> LogEntry:
    return LogEntry(date=on, what=LogWhat.RESUME)


def checked(profile: Profile, on: date) -> Profile:
    """The profile with a check for pain of that day."""
    return replace(profile, health=replace(profile.health, pain_free_on=on))


@cache
def stopped(name: str, on: date) -> Record:
    """A shipped plan, paused by its log."""
    return next_record(told(profile_of(name), pause(on)), on, published(name))


def back(name: str, since: date, on: date) -> Profile:
    """The profile of somebody who stopped and is back, and checked for pain that day."""
    return checked(told(profile_of(name), pause(since), resume(on)), on)


def pause_notes(record: Record) -> list[Note]:
    return [note for note in record.notes if ".pause" in note.uid]


def test_a_pause_cancels_all_that_is_to_come_but_the_race() -> None:
    record = stopped(CARLA, STOPPED)
    to_come = [one for one in record.sessions if one.date >= STOPPED]
    standing = [one for one in to_come if one.status is Status.CONFIRMED]
    assert [(one.kind, one.date, one.sequence) for one in standing] == [
        (SessionKind.RACE, date(2027, 3, 14), 0)
    ]
    assert {one.sequence for one in to_come if one not in standing} == {1}


def test_a_pause_leaves_the_days_before_it_alone() -> None:
    before = [one for one in published(CARLA).sessions if one.date < STOPPED]
    assert [one for one in stopped(CARLA, STOPPED).sessions if one.date < STOPPED] == before


def test_a_paused_calendar_has_one_note_that_says_so_and_nothing_of_why() -> None:
    record = stopped(CARLA, STOPPED)
    [note] = pause_notes(record)
    assert (note.uid, note.title) == ("carla-half-2027.20270111.pause@osteon", "Running paused")
    assert (note.date, note.ends_before) == (STOPPED, STOPPED + DAY)
    assert note.status is Status.CONFIRMED
    others = {one.status for one in record.notes if one.date >= STOPPED and one is not note}
    assert others == {Status.CANCELLED}
    assert [message.code for message in record.messages] == ["PAUSED"]
    assert not any(word in note.text for word in ("injur", "pain", "clinic", "health"))


def test_a_plan_that_is_paused_stays_as_it_is_on_any_later_day() -> None:
    profile, record = told(profile_of(CARLA), pause(STOPPED)), stopped(CARLA, STOPPED)
    assert [next_record(profile, STOPPED + days * DAY, record) for days in (0, 1, 30)] == [
        record,
        record,
        record,
    ]
    assert paused(record, STOPPED + DAY) is record
    assert record.paused == (Pause(from_day=STOPPED),)


def test_going_on_needs_a_check_for_pain_since_the_pause() -> None:
    before = told(profile_of(CARLA), pause(LATER), resume(LATER + 6 * DAY))
    record = stopped(CARLA, LATER)
    with pytest.raises(CannotPlan) as caught:
        next_record(checked(before, LATER - DAY), LATER + 6 * DAY, record)
    assert caught.value.rule == "PAIN-CHECK-OLD"
    assert "from before the pause" in str(caught.value)
    assert not next_record(checked(before, LATER), LATER + 6 * DAY, record).is_paused


def test_the_way_back_from_a_pause_is_the_long_one_however_short_it_was() -> None:
    record = next_record(
        back(CARLA, LATER, LATER + 6 * DAY), LATER + 6 * DAY, stopped(CARLA, LATER)
    )
    assert record.paused == (Pause(from_day=LATER, until=date(2026, 12, 21)),)
    weeks = [week_of(record, date(2026, 12, 28) + number * 7 * DAY) for number in range(3)]
    assert weeks[0].kind is WeekKind.RETURN
    assert [(week.token, week.minutes) for week in weeks] == [
        (Token.RETURN, 90),  # half of 180
        (Token.RETURN, 126),  # seven tenths
        (Token.RETURN, 153),  # 85 percent
    ]


def test_runs_that_were_cancelled_come_back_with_their_uids_and_a_sequence_more() -> None:
    record = next_record(
        back(CARLA, LATER, LATER + 6 * DAY), LATER + 6 * DAY, stopped(CARLA, LATER)
    )
    tuesday = "carla-half-2027.20261228.run1@osteon"
    [run] = [one for one in record.sessions if one.uid == tuesday]
    assert (run.date, run.status, run.sequence) == (date(2026, 12, 29), Status.CONFIRMED, 2)
    uids = [one.uid for one in record.sessions] + [note.uid for note in record.notes]
    assert len(set(uids)) == len(uids)


def test_after_a_pause_nothing_fast_is_run_before_three_loading_weeks_lie_behind() -> None:
    """The lowest gate; without the pause the first strides were on 1 February."""
    record = next_record(back(FERN, STOPPED, BACK), BACK, stopped(FERN, STOPPED))
    loading = [week_of(record, BACK + number * 7 * DAY) for number in range(3)]
    assert [week.kind for week in loading] == [WeekKind.RETURN, WeekKind.BUILD, WeekKind.BUILD]
    fast = [
        run.date
        for run in runs_of(record)
        if run.date >= BACK and (run.quality_minutes or run.kind is SessionKind.STRIDES)
    ]
    assert fast[0] == date(2027, 3, 2)
    first = [one for one in runs_of(published(FERN)) if one.kind is SessionKind.STRIDES]
    assert any(one.date == date(2027, 2, 1) for one in first)


def test_a_loading_week_that_a_pause_left_without_a_run_counts_as_a_lighter_one() -> None:
    monday, until = date(2026, 12, 14), date(2026, 12, 22)
    record = stopped(CARLA, monday + DAY)
    row = week_of(record, monday)
    assert (row.kind, row.token, row.minutes) == (WeekKind.BUILD, Token.VOLUME, 0)
    past = past_of(record, back(CARLA, monday + DAY, until), until)
    assert past is not None
    assert past.counted(row).kind is WeekKind.DELOAD


def test_back_just_before_an_early_race_the_first_run_is_no_more_than_its_share() -> None:
    """The 30 days reach the last long run on Tuesday still, and on Thursday no more."""
    profile = random_athlete(160_179)
    profile = replace(profile, races=tuple(r for r in profile.races if r.priority is Priority.A))
    assert profile.races[0].date == date(2027, 1, 19)  # a Tuesday
    record = first_record(profile, date(2026, 11, 22))
    ill = LogEntry(date=date(2026, 12, 15), what=LogWhat.ILL, until=date(2026, 12, 25))
    profile, until = told(profile, ill, pause(date(2026, 12, 23))), date(2027, 1, 9)
    record = next_record(profile, date(2026, 12, 23), record)
    then = next_record(checked(told(profile, resume(until)), until), until, record)
    week = [
        run.minutes for run in runs_of(then) if date(2027, 1, 11) <= run.date <= date(2027, 1, 17)
    ]
    assert week == [35, 15, 15]


def test_a_second_pause_has_a_note_of_its_own() -> None:
    resumed = back(CARLA, LATER, LATER + 6 * DAY)
    on = next_record(resumed, LATER + 6 * DAY, stopped(CARLA, LATER))
    again = next_record(told(resumed, pause(date(2026, 12, 24))), date(2026, 12, 24), on)
    assert [(note.date, note.title) for note in pause_notes(again)] == [
        (LATER, "Running paused"),
        (date(2026, 12, 24), "Running paused"),
    ]
    assert [one.until for one in again.paused] == [date(2026, 12, 21), None]


@pytest.fixture
def carla(tmp_path: Path) -> Path:
    """Carla's profile, published in its folder in November."""
    path = tmp_path / "carla.toml"
    path.write_text((data_dir("profiles") / f"{CARLA}.toml").read_text("utf-8"), "utf-8")
    publish(path, tmp_path / "plans", FIRST_DAY)
    return path


def answer(profile: Path, was: str, now: str) -> None:
    """Change one answer of a profile."""
    text = profile.read_text("utf-8")
    assert text.count(was) == 1
    profile.write_text(text.replace(was, now), "utf-8")


def files(profile: Path) -> dict[str, bytes]:
    """The published files by their kind."""
    return {path.suffix: path.read_bytes() for path in (profile.parent / "plans").iterdir()}


def plan_on(profile: Path, day: date) -> int:
    """The exit code of ``osteon plan``."""
    out = str(profile.parent / "plans")
    arguments = ["osteon", "plan", str(profile), "-o", out, "--today", f"{day}"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", arguments)
        with pytest.raises(SystemExit) as end:
            main()
    return int(end.value.code or 0)


def test_a_gate_that_closes_pauses_the_published_plan(
    carla: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(carla)
    answer(carla, "out_of_scope = false", "out_of_scope = true")
    assert plan_on(carla, LATER) == 4
    assert "Your published plan is paused until then" in capsys.readouterr().err
    after = files(carla)
    assert sorted(after) == [".html", ".ics", ".json"]
    assert [kind for kind in after if after[kind] == before[kind]] == []
    calendar = after[".ics"].decode()
    assert calendar.count("SUMMARY:Running paused\r\n") == 1
    assert calendar.count("STATUS:CANCELLED\r\n") > 50
    assert "out_of_scope" not in after[".json"].decode()


def test_a_gate_that_stays_closed_changes_no_byte_twice(carla: Path) -> None:
    answer(carla, "out_of_scope = false", "out_of_scope = true")
    assert plan_on(carla, LATER) == 4
    before = files(carla)
    assert plan_on(carla, LATER + 3 * DAY) == 4
    assert files(carla) == before


def test_a_gate_that_opens_again_resumes_gently(carla: Path) -> None:
    answer(carla, "out_of_scope = false", "out_of_scope = true")
    assert plan_on(carla, LATER) == 4
    answer(carla, "out_of_scope = true", "out_of_scope = false")
    opened = LATER + 6 * DAY
    assert plan_on(carla, opened) == 4  # the check for pain is from before the pause
    answer(carla, "pain_free_on = 2026-11-22", f"pain_free_on = {opened}")
    done = publish(carla, carla.parent / "plans", opened)
    record = done.draft.record
    assert not record.is_paused
    assert record.paused == (Pause(from_day=LATER, until=date(2026, 12, 21)),)
    first = week_of(record, date(2026, 12, 28))
    assert (first.kind, first.minutes, first.quality_minutes) == (WeekKind.RETURN, 90, 0)
    assert files(carla)[".json"] == to_json(record)


def test_a_pause_of_the_log_and_one_of_a_gate_go_on_alike(carla: Path) -> None:
    answer(carla, "out_of_scope = false", "out_of_scope = true")
    assert plan_on(carla, LATER) == 4
    answer(carla, "out_of_scope = true", "out_of_scope = false")
    opened = LATER + 6 * DAY
    answer(carla, "pain_free_on = 2026-11-22", f"pain_free_on = {opened}")
    by_gate = publish(carla, carla.parent / "plans", opened).draft.record
    by_log = next_record(back(CARLA, LATER, opened), opened, stopped(CARLA, LATER))
    assert by_gate.sessions == by_log.sessions
    assert by_gate.weeks == by_log.weeks


def test_a_pause_that_ends_in_the_week_of_a_small_race_leaves_that_race_where_it_is() -> None:
    """Also in the taper, a week that the pause had emptied and named a week off."""
    profile = random_athlete(190_059)
    small = profile.races[0]
    assert (small.priority, small.date) == (Priority.B, date(2027, 1, 23))
    record = first_record(profile, date(2026, 11, 22))
    assert week_of(record, small.date).kind is WeekKind.TAPER
    stop, until = date(2027, 1, 5), date(2027, 1, 19)
    profile = told(profile, pause(stop))
    record = next_record(profile, stop, record)
    then = next_record(checked(told(profile, resume(until)), until), until, record)
    races = [(run.date, run.slot) for run in runs_of(then) if run.kind is SessionKind.RACE]
    assert races == [(race.date, f"race.{race.id}") for race in profile.races]
