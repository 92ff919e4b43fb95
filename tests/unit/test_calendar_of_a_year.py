"""A year's plan with alarms, notes and days of rest: small enough, and whole in every reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from scheduler.model.plan import Status
from scheduler.plan_files import render_files
from scheduler.planner import make_plan
from scheduler.profile import read_profile
from scheduler.record import record_of
from tests.calendar_readers import read_by_content, read_by_name

if TYPE_CHECKING:
    from scheduler.model.record import Record

PROFILE: Final = Path(__file__).parents[2] / "profiles" / "marathon-three-injuries.toml"
TODAY: Final = date(2026, 11, 22)
NAME: Final = "Ƶoë Þór-Müller 🏃🏽‍♀️ the 3rd; of “Bone, & Sons”"
WEEKS: Final = 52


@cache
def year() -> Record:
    """Fifty-two weeks of runs and strength with all that a calendar may have."""
    profile = read_profile(PROFILE, TODAY)
    race = replace(
        profile.races[0],
        date=profile.start + timedelta(weeks=WEEKS, days=-1),
        name="Wörld’s Ēnd, 東京 & back 42;195",
    )
    calendar = replace(
        profile.calendar,
        times=(time(7),) * 7,
        strength_time=time(18),
        reminder_minutes=45,
        busy=True,
        feed=True,
    )
    athlete = replace(profile.athlete, name=NAME, timezone="America/New_York")
    week = replace(profile.week, strength=(1, 4), cross_training=("cycling",))
    made = make_plan(
        replace(profile, races=(race,), calendar=calendar, athlete=athlete, week=week), TODAY
    )
    return record_of(made)


def files(record: Record) -> dict[str, bytes]:
    return {name: data for name, data in render_files(record).items() if name.endswith(".ics")}


def with_tombstones() -> Record:
    """The year, and what two complete changes of its days would leave behind, cancelled."""
    record = year()
    gone = (
        replace(session, uid=session.uid.replace("@", f"-{turn}@"), status=Status.CANCELLED)
        for session in record.sessions
        for turn in (1, 2)
    )
    return replace(record, sessions=(*record.sessions, *gone))


def test_a_year_is_a_plan_of_some_three_hundred_events_with_alarms() -> None:
    record = year()
    assert record.weeks_to_count == WEEKS
    full = files(record)["dana-rotterdam-2027.ics"]
    assert full.count(b"BEGIN:VEVENT") == len(record.sessions) + len(record.notes)
    assert full.count(b"BEGIN:VEVENT") > 300
    assert full.count(b"BEGIN:VALARM") > 250
    assert full.count(b"BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("record", [year, with_tombstones], ids=["new", "changed twice"])
def test_a_year_stays_far_below_the_megabyte_that_is_taken(record: Any) -> None:
    sizes = {name: len(data) for name, data in files(record()).items()}
    assert sizes.keys() == {"dana-rotterdam-2027.ics", "dana-rotterdam-2027.busy.ics"}
    assert max(sizes.values()) < 1_000_000
    assert sum(len(data) for data in files(year()).values()) < 500_000


@pytest.mark.parametrize("name", ["dana-rotterdam-2027.ics", "dana-rotterdam-2027.busy.ics"])
def test_every_line_of_a_year_is_short_and_ends_in_crlf(name: str) -> None:
    lines = files(with_tombstones())[name].split(b"\r\n")
    assert lines[-1] == b""
    assert {len(line) for line in lines[:-1]} <= set(range(1, 76))
    assert not any(byte in line for line in lines for byte in (b"\r", b"\n", b"\0"))
    assert [line.decode("utf-8").encode("utf-8") for line in lines] == lines  # no split character


@pytest.mark.parametrize("read", [read_by_name, read_by_content])
def test_every_event_of_a_year_comes_back_from_both_files(read: Any) -> None:
    record = with_tombstones()
    both = files(record)
    full = {event.uid: event for event in read(both["dana-rotterdam-2027.ics"])}
    assert full.keys() == {entry.uid for entry in (*record.sessions, *record.notes)}
    busy = {
        event.uid.replace(".busy@", "@"): event
        for event in read(both[f"{record.plan_id}.busy.ics"])
    }
    assert busy.keys() < full.keys()
    assert [uid for uid in busy if busy[uid].span != full[uid].span] == []
    assert {event.title for event in busy.values()} == {"Busy", "Cancelled: Busy"}
    titles = {session.title for session in record.sessions if session.status is Status.CONFIRMED}
    assert titles <= {event.title for event in full.values()}
    assert any("東京 & back 42;195" in title for title in titles)
