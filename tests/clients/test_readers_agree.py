"""Four readers of other makes find the same events, times and titles in a published file."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from tests.calendar_readers import (
    listed,
    read_by_content,
    read_by_name,
    read_in_javascript,
    read_strictly,
)
from tests.clients.spring_plan import RACE_DAY, Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.calendar_readers import Read
    from tests.clients.conftest import Publish

    Reader = Callable[[bytes], tuple[Read, ...]]

READERS: Final = (read_by_name, read_by_content, read_strictly, read_in_javascript)
# In each zone the clocks change between the first run and the first after the week off.
ZONES: Final = {
    "Europe/Amsterdam": ("2027-03-02T07:00:00+01:00", "2027-03-30T07:00:00+02:00"),
    "America/New_York": ("2027-03-02T07:00:00-05:00", "2027-03-30T07:00:00-04:00"),
    "America/Nuuk": ("2027-03-02T07:00:00-02:00", "2027-03-30T07:00:00-01:00"),
    "Asia/Jerusalem": ("2027-03-02T07:00:00+02:00", "2027-03-30T07:00:00+03:00"),
}

every_reader = pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)


def by_uid(events: tuple[Read, ...]) -> dict[str, Read]:
    return {event.uid.removeprefix("mina-spring-2027."): event for event in events}


@every_reader
@pytest.mark.parametrize("zone", ZONES)
def test_runs_start_on_the_local_clock_in_winter_and_in_summer(
    published: Publish, read: Reader, zone: str
) -> None:
    (plan,) = published(Wish(zone=zone))
    found = read(plan.calendar)
    assert listed(found) == listed(plan.events)
    starts = [by_uid(found)[f"{week}.run1@osteon"].span[0] for week in ("20270301", "20270329")]
    assert tuple(starts) == ZONES[zone]


@every_reader
def test_in_autumn_they_follow_the_clock_back(published: Publish, read: Reader) -> None:
    (plan,) = published(Wish(zone="Australia/Sydney"))
    found = read(plan.calendar)
    assert listed(found) == listed(plan.events)
    assert by_uid(found)["20270301.run1@osteon"].span[0] == "2027-03-02T07:00:00+11:00"
    assert by_uid(found)["20270405.run1@osteon"].span[0] == "2027-04-06T07:00:00+10:00"


@every_reader
def test_a_race_elsewhere_starts_on_the_clock_there(published: Publish, read: Reader) -> None:
    (plan,) = published(Wish(race_zone="America/New_York"))
    found = read(plan.calendar)
    assert listed(found) == listed(plan.events)
    race = by_uid(found)["race.river-run@osteon"]
    assert (race.span[0], race.title) == (
        "2027-04-25T10:30:00-04:00",
        "Race: River Run, 10 km; the long way",
    )


@every_reader
def test_in_utc_there_is_no_other_clock(published: Publish, read: Reader) -> None:
    (plan,) = published(Wish(zone="UTC"))
    assert b"VTIMEZONE" not in plan.calendar
    found = read(plan.calendar)
    assert listed(found) == listed(plan.events)
    assert by_uid(found)["20270329.run1@osteon"].span[0] == "2027-03-30T07:00:00+00:00"


@every_reader
def test_without_times_every_event_is_a_whole_day(published: Publish, read: Reader) -> None:
    (plan,) = published(Wish(zone=None))
    found = read(plan.calendar)
    assert listed(found) == listed(plan.events)
    lengths = {type(e.start): e.end - e.start for e in found if not e.uid.endswith("note@osteon")}
    assert lengths == {date: timedelta(days=1)}
    assert by_uid(found)["race.river-run@osteon"].start == RACE_DAY


@every_reader
@pytest.mark.parametrize("zone", ["Europe/Amsterdam", None])
def test_a_week_off_is_noted_over_its_whole_week_and_other_weeks_on_their_monday(
    published: Publish, read: Reader, zone: str | None
) -> None:
    (plan,) = published(Wish(zone=zone))
    notes = [event for event in read(plan.calendar) if event.uid.endswith(".note@osteon")]
    (off,) = [note for note in notes if note.title == "Week 4 of 8 · no running"]
    assert off.span == ("2027-03-22", "2027-03-29")
    notes.remove(off)
    assert Counter(note.end - note.start for note in notes) == {timedelta(days=1): 8}
    assert {note.start.weekday() for note in notes} == {0}


@every_reader
def test_a_reminder_comes_half_an_hour_before_what_has_a_time(
    published: Publish, read: Reader
) -> None:
    (plan,) = published(Wish(calendar="reminder_minutes = 30\n"))
    found = read(plan.calendar)
    notes = {event.uid for event in found if event.uid.endswith(".note@osteon")}
    assert {event.reminders for event in found if event.uid in notes} == {()}
    assert {event.reminders for event in found if event.uid not in notes} == {(30,)}


@every_reader
def test_a_revised_file_tells_what_is_newer_and_what_is_cancelled(
    published: Publish, read: Reader
) -> None:
    reminded = "reminder_minutes = 30\n"
    first, second = published(Wish(calendar=reminded), Wish(calendar=reminded, strength=""))
    found = read(second.calendar)
    assert listed(found) == listed(second.events)
    cancelled = {event.uid for event in found if event.status == "CANCELLED"}
    assert cancelled == {event.uid for event in first.events if ".strength1@" in event.uid}
    assert {(e.sequence, e.reminders) for e in found if e.uid in cancelled} == {(1, ())}
    numbers = {event.uid: event.sequence for event in second.events}
    assert {event.uid: event.sequence for event in found} == numbers


@every_reader
def test_the_busy_file_has_the_same_times_and_one_word(published: Publish, read: Reader) -> None:
    (plan,) = published(Wish(calendar="busy = true\n"))
    busy, full = read(plan.busy), read(plan.calendar)
    assert {event.title for event in busy} == {"Busy"}
    timed = [event.span for event in full if not event.uid.endswith(".note@osteon")]
    assert sorted(event.span for event in busy) == sorted(timed)
    assert not {event.uid for event in busy} & {event.uid for event in full}
