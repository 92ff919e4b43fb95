"""A plan imported, imported again, revised and cancelled, in programs that keep calendars.

None of them deletes what a file leaves out, and none looks at SEQUENCE: the last file wins.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from tests.calendar_readers import listed
from tests.clients.spring_plan import RACE_DAY, Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.calendar_readers import Read
    from tests.clients.conftest import NewCalendar, Publish
    from tests.clients.radicale_server import ServerCalendar

# Long runs on Saturday, all runs half an hour earlier, the race a week later.
OTHERWISE: Final = Wish(long_run="sat", run_at="06:30", race=RACE_DAY + timedelta(days=7))


def starts(events: tuple[Read, ...], slot: str) -> list[str]:
    return sorted(event.span[0] for event in events if event.uid.endswith(f"{slot}@osteon"))


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York", "America/Nuuk"])
def test_a_file_is_imported_whole_on_the_clock_of_its_zone(
    published: Publish, new_calendar: NewCalendar, zone: str
) -> None:
    (plan,) = published(Wish(zone=zone))
    calendar = new_calendar(zone)
    calendar.put(plan.calendar)
    found = calendar.events()
    assert listed(found) == listed(plan.events)
    assert [start[:16] for start in starts(found, ".run1")[:4:3]] == [
        "2027-03-02T07:00",
        "2027-03-30T07:00",
    ]


def test_the_same_file_twice_is_as_once(published: Publish, new_calendar: NewCalendar) -> None:
    (plan,) = published(Wish())
    calendar = new_calendar()
    for _ in range(2):
        calendar.put(plan.calendar)
    assert listed(calendar.events()) == listed(plan.events)


def test_days_without_times_are_imported_as_whole_days(
    published: Publish, new_calendar: NewCalendar
) -> None:
    first, second = published(Wish(zone=None), Wish(zone=None, long_run="sat"))
    calendar = new_calendar()
    for plan, day in ((first, "2027-03-07"), (second, "2027-03-06")):
        calendar.put(plan.calendar)
        found = calendar.events()
        assert listed(found) == listed(plan.events)
        assert starts(found, "20270301.long") == [day]


def test_a_revision_moves_what_moved_and_doubles_nothing(
    published: Publish, new_calendar: NewCalendar
) -> None:
    first, second = published(Wish(), OTHERWISE)
    calendar = new_calendar()
    calendar.put(first.calendar)
    found = calendar.events()
    assert starts(found, "20270301.long") == ["2027-03-07T09:00:00+01:00"]
    assert starts(found, "race.river-run") == ["2027-04-25T10:30:00+02:00"]
    calendar.put(second.calendar)
    found = calendar.events()
    assert listed(found) == listed(second.events)
    assert starts(found, "20270301.long") == ["2027-03-06T06:30:00+01:00"]
    assert starts(found, "20270301.run1") == ["2027-03-02T06:30:00+01:00"]
    assert starts(found, "race.river-run") == ["2027-05-02T10:30:00+02:00"]
    assert len({event.uid for event in found}) == len(found)
    assert {event.uid for event in found} > {event.uid for event in first.events}


def test_what_is_cancelled_stays_says_so_and_comes_back_as_the_same_event(
    published: Publish, new_calendar: NewCalendar
) -> None:
    with_strength, without, again = published(Wish(), Wish(strength=""), Wish())
    calendar = new_calendar()
    for plan in (with_strength, without):
        calendar.put(plan.calendar)
    found = calendar.events()
    assert listed(found) == listed(without.events)
    assert len(found) == len(with_strength.events)
    strength = [event for event in found if ".strength1@" in event.uid]
    assert {event.title[:20] for event in strength} == {"Cancelled: Strength "}
    assert {event.status for event in strength} == {"CANCELLED"}
    calendar.put(again.calendar)
    assert listed(calendar.events()) == listed(with_strength.events)


def test_an_older_file_brings_the_older_plan_back(
    published: Publish, new_calendar: NewCalendar
) -> None:
    first, second = published(Wish(), Wish(run_at="06:30"))
    calendar = new_calendar()
    for plan in (first, second, first):
        calendar.put(plan.calendar)
    assert listed(calendar.events()) == listed(first.events)


def test_what_a_file_leaves_out_stays_until_the_calendar_is_made_anew(
    published: Publish, new_calendar: NewCalendar
) -> None:
    (with_strength,), (without,) = published(Wish()), published(Wish(strength=""))
    calendar = new_calendar()
    for plan in (with_strength, without):
        calendar.put(plan.calendar)
    left_out = {e.uid for e in with_strength.events} - {e.uid for e in without.events}
    assert left_out
    assert {event.uid for event in calendar.events() if event.uid in left_out} == left_out
    anew = new_calendar()
    anew.put(without.calendar)
    assert listed(anew.events()) == listed(without.events)


def test_the_busy_file_beside_the_full_one_takes_nothing_from_it(
    published: Publish, new_calendar: NewCalendar
) -> None:
    (plan,) = published(Wish(calendar="busy = true\n"))
    calendar = new_calendar()
    calendar.put(plan.calendar)
    calendar.put(plan.busy)
    found = calendar.events()
    assert listed(e for e in found if e.title != "Busy") == listed(plan.events)
    notes = sum(event.uid.endswith(".note@osteon") for event in plan.events)
    assert sum(event.title == "Busy" for event in found) == len(plan.events) - notes


def test_a_plan_changed_while_it_runs_keeps_what_is_over(
    published: Publish, new_calendar: NewCalendar
) -> None:
    first, second = published(Wish(), OTHERWISE, days=(date(2027, 2, 22), date(2027, 3, 11)))
    calendar = new_calendar()
    for plan in (first, second):
        calendar.put(plan.calendar)
    found = calendar.events()
    assert listed(found) == listed(second.events)
    over = [event for event in listed(found) if event[1] < "2027-03-11"]
    assert over == [event for event in listed(first.events) if event[1] < "2027-03-11"]
    # The running week moves no run; the weeks after it do.
    assert starts(found, "20270308.long") == ["2027-03-14T09:00:00+01:00"]
    assert starts(found, "20270315.long") == ["2027-03-20T06:30:00+01:00"]


def test_a_server_keeps_number_and_reminder_of_every_event(
    published: Publish, on_the_server: Callable[..., ServerCalendar]
) -> None:
    calendar, reminded = on_the_server(), "reminder_minutes = 20\n"
    first, second = published(
        Wish(calendar=reminded), Wish(calendar=reminded, run_at="06:30", strength="")
    )
    for plan in (first, second):
        calendar.put(plan.calendar)
        numbers = {event.uid: event.sequence for event in plan.events}
        found = calendar.events()
        assert {event.uid: event.sequence for event in found} == numbers
    assert {event.reminders for event in found if ".long@" in event.uid} == {(20,)}
    assert {event.reminders for event in found if event.status == "CANCELLED"} == {()}


def test_a_whole_file_on_a_server_takes_away_what_it_leaves_out(
    published: Publish, on_the_server: Callable[..., ServerCalendar]
) -> None:
    (with_strength,), (without,) = published(Wish()), published(Wish(strength=""))
    calendar = on_the_server()
    for plan in (with_strength, without):
        calendar.put_whole(plan.calendar)
        assert listed(calendar.events()) == listed(plan.events)
