"""What the two calendar files share: when an event is, text that no reader stumbles over, zones.

A calendar names each zone of its events once, in a VTIMEZONE that is true for their days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from icalendar import Calendar, Event
from icalendar.prop import vText

from scheduler.dates import end_of, start_of
from scheduler.model.plan import Note, Session, SessionKind, Status
from scheduler.render.time_zones import vtimezone
from scheduler.words.language import language
from scheduler.zone_data import UTC_NAMES, zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scheduler.model.record import Record

REFRESH: Final = timedelta(hours=12)  # how often those who subscribe are asked to look again
OFFERS: Final = frozenset({SessionKind.REST, SessionKind.CROSS_TRAINING})  # no appointments
_LINE_ENDS: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class When:
    """Start and exclusive end: two dates, or two naive local times with their zone's name.

    Without a zone's name times are in UTC.
    """

    start: date
    end: date
    tzid: str | None = None

    @property
    def is_timed(self) -> bool:
        """Whether it has a time of day; if not, it takes whole days."""
        return isinstance(self.start, datetime)

    @property
    def order(self) -> str:
        """What events of a file are sorted by, days before the times in them."""
        return self.start.isoformat()


def when_of(entry: Session | Note) -> When:
    """When an entry begins and ends; a start that the clocks skip is moved behind the gap.

    Raises:
        ZoneInfoNotFoundError: The session's time zone is unknown.
    """
    if isinstance(entry, Note):
        return When(start=entry.date, end=entry.ends_before)
    if entry.starts_at is None or entry.timezone is None or entry.minutes < 1:
        return When(start=entry.date, end=entry.date + timedelta(days=1))
    return _times(entry.date, entry.starts_at, entry.minutes, entry.timezone)


def is_blocking(session: Session, when: When) -> bool:
    """Whether nobody should expect the athlete to be free.

    A run without a time must not block the whole day for those who look for a free hour in it.
    """
    return when.is_timed and session.kind not in OFFERS and session.status is not Status.CANCELLED


def begun_calendar(
    record: Record, *, name: str, text: str | None = None, method: str | None = None
) -> Calendar:
    """A calendar without events: who wrote it, its name, what it says of itself, how to refresh.

    Its language stands where such names have it (ISO 9070), so that it can be read back.
    """
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    tongue = language(record.athlete.language).tag.upper()
    calendar.add("PRODID", plain_text(f"-//osteon//{record.generator}//{tongue}"))
    calendar.add("CALSCALE", "GREGORIAN")
    if method:
        calendar.add("METHOD", method)
    # icalendar escapes neither name by itself, and breaks at a newline in them.
    for key in ("NAME", "X-WR-CALNAME"):
        calendar.add(key, plain_text(name))
    for key in ("DESCRIPTION", "X-WR-CALDESC") if text else ():
        calendar.add(key, plain_text(text or ""))
    if record.publication.feed:
        calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", vText("PT12H"))
    return calendar


def add_zones(calendar: Calendar, record: Record, whens: Iterable[When]) -> None:
    """The zone that the calendar is at home in, and a VTIMEZONE for each that its events name."""
    timed = [when for when in whens if when.is_timed]
    tzids = sorted({when.tzid for when in timed if when.tzid})
    if timed:
        home = record.athlete.timezone or next(iter(tzids), "UTC")
        calendar.add("X-WR-TIMEZONE", plain_text(home))
    for tzid in tzids:
        there = [when for when in timed if when.tzid == tzid]
        first, last = min(when.start for when in there), max(when.end for when in there)
        written = vtimezone(tzid, _day(first), _day(last))
        if written is not None:
            calendar.add_component(written)


def add_times(event: Event, when: When) -> None:
    """DTSTART and DTEND, of one type, with their zone's name."""
    parameters = {"TZID": when.tzid} if when.tzid else {}
    event.add("DTSTART", when.start, parameters=parameters)
    event.add("DTEND", when.end, parameters=parameters)


def stamp_of(entry: Session | Note) -> datetime:
    """The moment that stands for the entry's last change: midnight UTC of that day."""
    return datetime.combine(entry.revised_on, time(), tzinfo=UTC)


def plain_text(words_of_people: str) -> vText:
    """TEXT without what no calendar can hold: control characters, lone surrogates."""
    return vText(_UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", words_of_people)))


def _times(day: date, starts_at: time, minutes: int, tzid: str) -> When:
    start = start_of(day, starts_at, zone(tzid))
    end = end_of(start, minutes)
    if tzid in UTC_NAMES or end.fold:
        # Local times mean the first of an hour that comes twice (RFC 5545, 3.3.5): an end in the
        # second one can be said in UTC only.
        return When(start=start.astimezone(UTC), end=end.astimezone(UTC))
    local_start, local_end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    return When(start=local_start, end=local_end, tzid=tzid)


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
