"""Every zone there is, every change of its clocks from 2026 to 2030.

The truth is zoneinfo with the files of the tzdata package, read here anew; the witness is vobject,
which believes the VTIMEZONE. Zones that go alike in these years are judged once, and what is
written for them is compared.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, reset_tzpath

import pytest

from scheduler.render.calendar_file import render_calendar
from scheduler.render.time_zones import vtimezone
from scheduler.zone_data import UTC_NAMES
from tests.calendar_readers import read_by_content, read_by_name, zone_by_content
from tests.factories import sample_record, sample_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from scheduler.model.plan import Session

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
CHUNKS: Final = 8
DAY: Final = timedelta(days=1)
# Minutes before and after the change, by the clock that it ends: before it, over it, on it, within
# the hour that is skipped or comes twice, behind it.
ROUND_A_CHANGE: Final = (-60, -20, 0, 30, 75)
# A plan's first and last day, counted from the day of a change.
NEAR_A_CHANGE: Final = ((-40, -1), (-40, 0), (-1, 1), (0, 0), (0, 40), (1, 40))
HOURS: Final = (0, 7, 23)


@pytest.fixture(autouse=True, scope="module")
def zones_of_the_package() -> Iterator[None]:
    """The reader by name goes by the package's zones too, not by the machine's older ones."""
    reset_tzpath(())
    ZoneInfo.clear_cache()
    yield
    reset_tzpath()
    ZoneInfo.clear_cache()


@cache
def data_of(tzid: str) -> bytes:
    return files("tzdata").joinpath("zoneinfo", *tzid.split("/")).read_bytes()


@cache
def real_zone(tzid: str) -> ZoneInfo:
    return ZoneInfo.from_file(BytesIO(data_of(tzid)), key=tzid)


@cache
def changes_of(tzid: str) -> tuple[tuple[datetime, timedelta, str], ...]:
    """Changes of the clocks from mid 2024 on, to the minute: offset before, name after."""
    zone, at, found = real_zone(tzid), datetime(2024, 6, 1, tzinfo=UTC), []
    while at.year < 2032:
        if at.astimezone(zone).utcoffset() != (at + DAY).astimezone(zone).utcoffset():
            low, high = at, at + DAY
            while high - low > timedelta(minutes=1):
                middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
                same = middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            there = high.astimezone(zone)
            found.append((high, low.astimezone(zone).utcoffset() or DAY, there.tzname() or ""))
        at += DAY
    return tuple(found)


def local_changes(tzid: str) -> list[datetime]:
    """When the clocks change from 2026 to 2030, by the clock that the change ends."""
    local = ((at + before).replace(tzinfo=None) for at, before, _ in changes_of(tzid))
    return [at for at in local if FIRST <= at.date() <= LAST]


@cache
def namesakes() -> tuple[tuple[str, ...], ...]:
    """All names that are not UTC's, those that go alike from 2024 on together."""
    names = files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    alike: dict[object, list[str]] = {}
    for name in sorted(set(names) - UTC_NAMES):
        rule = data_of(name).rsplit(b"\n", 2)[1]
        begins = datetime(2024, 6, 1, tzinfo=real_zone(name))
        key = (rule, begins.utcoffset(), begins.tzname(), changes_of(name))
        alike.setdefault(key, []).append(name)
    return tuple(tuple(group) for group in alike.values())


def chunk(number: int) -> Iterator[str]:
    return (names[0] for names in namesakes()[number::CHUNKS])


def numbered(starts: list[datetime], tzid: str) -> tuple[Session, ...]:
    return tuple(
        sample_session(
            uid=f"plan.{number}@osteon", date=start.date(), starts_at=start.time(), timezone=tzid
        )
        for number, start in enumerate(starts)
    )


def instants(start: datetime, tzid: str) -> tuple[datetime, datetime]:
    """Start and end in UTC of a run of 45 minutes; what is skipped is moved behind the gap."""
    begins = start.replace(tzinfo=real_zone(tzid)).astimezone(UTC)
    return begins, begins + timedelta(minutes=45)


def in_utc(at: date) -> datetime:
    assert isinstance(at, datetime)
    return at.astimezone(UTC)


def misread(tzid: str, starts: list[datetime]) -> list[tuple[str, str, datetime]]:
    """Runs at these local starts as one plan: what either reader puts elsewhere."""
    sessions = numbered(starts, tzid)
    calendar = render_calendar(sample_record(sessions=sessions, notes=()))
    expected = {s.uid: instants(start, tzid) for s, start in zip(sessions, starts, strict=True)}
    wrong = []
    for read in (read_by_name, read_by_content):
        events = read(calendar)
        assert len(events) == len(starts)
        wrong += [
            (tzid, read.__name__, event.start)
            for event in events
            if (in_utc(event.start), in_utc(event.end)) != expected[event.uid]
        ]
    return wrong


@pytest.mark.parametrize("number", range(CHUNKS))
def test_runs_round_every_change_of_the_clocks_are_where_they_belong(number: int) -> None:
    wrong = []
    for tzid in chunk(number):
        around = [
            change + timedelta(minutes=minutes)
            for change in local_changes(tzid)
            for minutes in ROUND_A_CHANGE
        ]
        yearly = [datetime.combine(date(year, 1, 15), time(7)) for year in range(2026, 2031)]
        wrong += misread(tzid, sorted({*around, *yearly}))
    assert wrong == []


@cache
def believed(vtimezone: bytes) -> tzinfo:
    return zone_by_content(vtimezone)


def misbelieved(tzid: str, first: date, last: date, days: Iterable[date]) -> list[datetime]:
    """For a plan from first to last: times on these days whose offset the VTIMEZONE tells wrong.

    Hours that are skipped or come twice have no one offset and are left out.
    """
    made, real = vtimezone(tzid, first, last), real_zone(tzid)
    assert made is not None
    there = believed(made.to_ical(sorted=False))
    times = (datetime.combine(day, time(hour)) for day in days for hour in HOURS)
    return [
        at
        for at in times
        if at.replace(tzinfo=real).utcoffset() == at.replace(tzinfo=real, fold=1).utcoffset()
        if at.replace(tzinfo=there).utcoffset() != at.replace(tzinfo=real).utcoffset()
    ]


@pytest.mark.parametrize("number", range(CHUNKS))
def test_a_plan_may_begin_or_end_at_any_change_of_the_clocks(number: int) -> None:
    wrong = {}
    for tzid in chunk(number):
        for day in {change.date() for change in local_changes(tzid)}:
            for first, last in NEAR_A_CHANGE:
                span = (day + first * DAY, day + last * DAY)
                days = {*span, *(day + n * DAY for n in range(max(first, -1), min(last, 1) + 1))}
                found = misbelieved(tzid, *span, days)
                wrong |= {(tzid, day, first, last): found} if found else {}
    assert wrong == {}


@pytest.mark.parametrize("number", range(CHUNKS))
def test_a_plan_of_any_year_or_all_five_has_the_zones_offsets(number: int) -> None:
    wrong = {}
    for tzid in chunk(number):
        spans = [(FIRST, LAST)]
        if local_changes(tzid):
            spans += [(date(year, 1, 1), date(year, 12, 31)) for year in range(2026, 2031)]
        for first, last in spans:
            days = (first + DAY * n for n in range(0, (last - first).days + 1, 14))
            found = misbelieved(tzid, first, last, days)
            wrong |= {(tzid, first): found} if found else {}
    assert wrong == {}


def test_zones_that_are_one_are_written_alike_but_for_their_name() -> None:
    different = []
    for first, *others in namesakes():
        made = vtimezone(first, FIRST, LAST)
        assert made is not None
        expected = made.to_ical(sorted=False).replace(f"TZID:{first}".encode(), b"TZID")
        for name in others:
            also = vtimezone(name, FIRST, LAST)
            assert also is not None
            if also.to_ical(sorted=False).replace(f"TZID:{name}".encode(), b"TZID") != expected:
                different.append(name)
    assert different == []


def test_there_are_as_many_zones_and_changes_as_the_world_has() -> None:
    assert sum(len(names) for names in namesakes()) > 580
    changing = [names for names in namesakes() if local_changes(names[0])]
    assert sum(len(names) for names in changing) > 150
    assert len(local_changes("Europe/Amsterdam")) == 10
    assert local_changes("Europe/Amsterdam")[2] == datetime.fromisoformat("2027-03-28T02:00")
    assert local_changes("Asia/Kolkata") == []
    assert len(local_changes("Africa/Casablanca")) == 3  # Ramadan, and the end of it by law
