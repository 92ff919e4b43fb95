"""The shipped profiles as published for the first time, and what changes in them later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUNS, Status
from scheduler.model.profile import Away, LogEntry, LogWhat
from scheduler.profile import read_profile, shipped_profiles
from scheduler.resources import data_dir
from scheduler.revision import first_record

if TYPE_CHECKING:
    from scheduler.model.plan import Session, Week
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

TODAY: Final = date(2026, 11, 22)
DAY: Final = timedelta(days=1)
PEOPLE: Final = shipped_profiles()


@cache
def profile_of(name: str) -> Profile:
    """A shipped profile, its start the one that is published."""
    return read_profile(data_dir("profiles") / f"{name}.toml", TODAY)


@cache
def published(name: str) -> Record:
    """The first record of a shipped profile."""
    return first_record(profile_of(name), TODAY)


def days_of(record: Record, step: int = 1) -> list[date]:
    """Every so many days from the first publication until after the last week."""
    days = (record.weeks[-1].starts_on - TODAY).days + 10
    return [TODAY + day * DAY for day in range(0, days, step)]


def runs_of(record: Record) -> list[Session]:
    """The runs and races that stand, by date."""
    kept = Status.CONFIRMED
    return [one for one in record.sessions if one.kind in RUNS and one.status is kept]


def week_of(record: Record, day: date) -> Week:
    """The week of a record that holds a day."""
    monday = day - day.weekday() * DAY
    return next(week for week in record.weeks if week.starts_on == monday)


def missed(*days: date) -> tuple[LogEntry, ...]:
    """Runs that were not run."""
    return tuple(LogEntry(date=day, what=LogWhat.MISSED) for day in days)


def did(day: date, minutes: int) -> LogEntry:
    """Minutes that were run on a day."""
    return LogEntry(date=day, what=LogWhat.DID, minutes=minutes)


def ill(first: date, until: date) -> LogEntry:
    """Days of illness."""
    return LogEntry(date=first, what=LogWhat.ILL, until=until)


def told(profile: Profile, *entries: LogEntry) -> Profile:
    """The profile with more entries in its log."""
    return replace(profile, log=(*profile.log, *entries))


def with_away(profile: Profile, first: date, until: date) -> Profile:
    """The profile with one span away more."""
    spans = (*profile.away, Away(from_day=first, until=until))
    return replace(profile, away=tuple(sorted(spans, key=lambda one: one.from_day)))
