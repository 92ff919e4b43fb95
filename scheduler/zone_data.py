"""Time zones from the tzdata package, never from the machine, so that bytes agree everywhere.

zoneinfo asks the machine's own data first, and that may be years behind: one plan would give two
calendars. This module reads the package's files; it knows nothing of calendars.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

UTC_NAMES: Final = frozenset(
    {"UTC", "UCT", "Zulu", "Universal", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "Etc/Universal"}
)
_NAME: Final = r"([A-Za-z]{3,}|<[^>]+>)"
_TIME: Final = r"[+-]?\d{1,3}(?::\d{2}){0,2}"
_DAY: Final = rf",M(\d+)\.(\d)\.(\d)(?:/({_TIME}))?"
_YEARLY: Final = re.compile(rf"{_NAME}({_TIME}){_NAME}({_TIME})?{_DAY}{_DAY}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Onset:
    """One change of the clock: the instant, and the offsets from UTC on either side of it."""

    at: datetime  # aware, UTC
    before: timedelta
    after: timedelta
    name: str  # the clock's name from then on, such as CEST

    @property
    def local(self) -> datetime:
        """The naive local time of the change on the clock before it."""
        return (self.at + self.before).replace(tzinfo=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class YearlyChange:
    """A change of the clock that comes back every year, as POSIX writes it (Mm.w.d/time).

    ``week`` is 1 to 4, or 5 for the last; ``weekday`` is 0 (Monday) to 6. ``time`` counts from that
    day's midnight on the clock before the change and may be negative or longer than a day.
    """

    month: int
    week: int
    weekday: int
    time: timedelta
    before: timedelta
    after: timedelta
    name: str

    def onset(self, year: int) -> Onset:
        """The change in one year."""
        first = date(year, self.month, 1)
        day = first + timedelta(days=(self.weekday - first.weekday()) % 7, weeks=self.week - 1)
        if day.month != self.month:
            day -= timedelta(weeks=1)
        local = datetime.combine(day, datetime.min.time(), tzinfo=UTC) + self.time
        return Onset(at=local - self.before, before=self.before, after=self.after, name=self.name)


@cache
def zone(tzid: str) -> ZoneInfo:
    """The zone of an IANA name such as ``Europe/Amsterdam``.

    Raises:
        ZoneInfoNotFoundError: The name is not in the tzdata package.
    """
    return ZoneInfo.from_file(BytesIO(_bytes(tzid)), key=tzid)


@cache
def zone_names() -> frozenset[str]:
    """The names of all zones of the tzdata package."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


def is_zone(tzid: str) -> bool:
    """Whether the tzdata package has a zone of this exact name.

    >>> is_zone("Europe/Amsterdam"), is_zone("europe/amsterdam"), is_zone("../zones")
    (True, False, False)
    """
    return tzid in zone_names()


@cache
def yearly_changes(tzid: str) -> tuple[YearlyChange, ...]:
    """The two changes that the zone's data foresees for every year to come; empty without DST."""
    footer = _bytes(tzid).rsplit(b"\n", 2)[1].decode("ascii")
    found = _YEARLY.fullmatch(footer)
    if found is None:
        return ()
    standard, standard_offset, summer, summer_offset, *days = found.groups()
    usual = -_duration(standard_offset)  # POSIX counts westward
    moved = -_duration(summer_offset) if summer_offset else usual + timedelta(hours=1)
    return (
        _yearly(days[:4], before=usual, after=moved, name=summer.strip("<>")),
        _yearly(days[4:], before=moved, after=usual, name=standard.strip("<>")),
    )


def onsets(tzid: str, begin: datetime, end: datetime) -> tuple[Onset, ...]:
    """The real changes of a zone's offset after ``begin`` until ``end`` (aware), in order."""
    return tuple(_onsets(zone(tzid), begin.astimezone(UTC), end.astimezone(UTC)))


def _onsets(where: ZoneInfo, at: datetime, end: datetime) -> Iterator[Onset]:
    before = _offset(where, at)
    while at < end:
        later = min(at + timedelta(days=1), end)
        after = _offset(where, later)
        if before != after:
            moment = _moment_of_change(where, at, later)
            name = moment.astimezone(where).tzname() or ""
            yield Onset(at=moment, before=before, after=_offset(where, moment), name=name)
        at, before = later, after


def _moment_of_change(where: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = _offset(where, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        low, high = (middle, high) if _offset(where, middle) == before else (low, middle)
    return high


def _offset(where: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(where).utcoffset() or timedelta()


def _yearly(day: list[str], *, before: timedelta, after: timedelta, name: str) -> YearlyChange:
    month, week, sunday_based, time = day
    return YearlyChange(
        month=int(month),
        week=int(week),
        weekday=(int(sunday_based) - 1) % 7,
        time=_duration(time or "2"),
        before=before,
        after=after,
        name=name,
    )


def _duration(text: str) -> timedelta:
    hours, minutes, seconds = (int(part) for part in (text.lstrip("+-") + ":0:0").split(":")[:3])
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -span if text.startswith("-") else span


@cache
def _bytes(tzid: str) -> bytes:
    if not is_zone(tzid):
        raise ZoneInfoNotFoundError(f"No time zone found with key {tzid}")
    return files("tzdata").joinpath("zoneinfo", *tzid.split("/")).read_bytes()
