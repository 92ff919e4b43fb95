"""The record as one iCalendar file (RFC 5545, 7986), the same bytes for the same record.

Identity (UID, SEQUENCE, stamps) is the record's own. No METHOD and no UID of the calendar: a file
is imported, not an invitation, and programs that sync take a calendar's UID for an event's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vText

from scheduler.dates import end_of, start_of
from scheduler.model.plan import Note, Session, SessionKind, Status
from scheduler.render.time_zones import vtimezone
from scheduler.words import calendar as words
from scheduler.words.steps import step_lines
from scheduler.zone_data import UTC_NAMES, zone

if TYPE_CHECKING:
    from scheduler.model.record import Record

_FREE: Final = frozenset({SessionKind.REST, SessionKind.CROSS_TRAINING})  # no appointments
_LINE_ENDS: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class _When:
    """Start and exclusive end: two dates, or two naive local times with their zone's name.

    Without a zone's name times are in UTC.
    """

    start: date
    end: date
    tzid: str | None = None

    @property
    def is_timed(self) -> bool:
        return isinstance(self.start, datetime)

    @property
    def order(self) -> str:
        return self.start.isoformat()


def render_calendar(record: Record) -> bytes:
    """The calendar of a record as UTF-8, every session and note an event, by start and UID.

    Raises:
        ZoneInfoNotFoundError: A session's time zone is unknown.
    """
    published: list[Session | Note] = [*record.sessions, *record.notes]
    entries = [(_when(entry), entry) for entry in published]
    entries.sort(key=lambda pair: (pair[0].order, pair[1].uid))
    calendar = _head(record, [when for when, _ in entries])
    for when, entry in entries:
        if isinstance(entry, Session):
            calendar.add_component(_session_event(entry, when, record))
        else:
            calendar.add_component(_note_event(entry, when))
    return bytes(calendar.to_ical(sorted=False))


def _head(record: Record, whens: list[_When]) -> Calendar:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", _text(f"-//osteon//{record.generator}//EN"))
    calendar.add("CALSCALE", "GREGORIAN")
    # icalendar escapes neither name by itself, and breaks at a newline in them.
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, _text(words.calendar_name(record)))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        calendar.add(name, _text(words.calendar_text(record)))
    tzids = sorted({when.tzid for when in whens if when.tzid})
    if any(when.is_timed for when in whens):
        home = record.athlete.timezone or next(iter(tzids), "UTC")
        calendar.add("X-WR-TIMEZONE", _text(home))
    for tzid in tzids:
        there = [when for when in whens if when.tzid == tzid]
        first, last = min(when.start for when in there), max(when.end for when in there)
        written = vtimezone(tzid, _day(first), _day(last))
        if written is not None:
            calendar.add_component(written)
    return calendar


def _when(entry: Session | Note) -> _When:
    if isinstance(entry, Note):
        return _When(start=entry.date, end=entry.ends_before)
    if entry.starts_at is None or entry.timezone is None or entry.minutes < 1:
        return _When(start=entry.date, end=entry.date + timedelta(days=1))
    return _times(entry.date, entry.starts_at, entry.minutes, entry.timezone)


def _times(day: date, starts_at: time, minutes: int, tzid: str) -> _When:
    start = start_of(day, starts_at, zone(tzid))
    end = end_of(start, minutes)
    if tzid in UTC_NAMES or end.fold:
        # Local times mean the first of an hour that comes twice (RFC 5545, 3.3.5): an end in the
        # second one can be said in UTC only.
        return _When(start=start.astimezone(UTC), end=end.astimezone(UTC))
    local_start, local_end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    return _When(start=local_start, end=local_end, tzid=tzid)


def _session_event(session: Session, when: _When, record: Record) -> Event:
    text = "\n\n".join(
        "\n".join(lines)
        for lines in (step_lines(session.steps, record.athlete.units), session.why)
        if lines
    )
    event = _event(session, when, text)
    event.add("CATEGORIES", list(words.categories(session.kind)))
    event.add("COLOR", words.KIND_COLORS[session.kind])
    # A run without a time must not block the whole day for those who look for a free hour in it.
    free = session.kind in _FREE or session.status is Status.CANCELLED
    _add_busy(event, busy=when.is_timed and not free)
    event.add("X-OSTEON-KIND", session.kind.value)
    event.add("X-OSTEON-MINUTES", str(session.minutes))
    event.add("X-OSTEON-QUALITY-MINUTES", str(session.quality_minutes))
    reminder = record.publication.reminder_minutes
    if reminder is not None and when.is_timed and session.status is Status.CONFIRMED:
        event.add_component(_alarm(session.title, reminder))
    return event


def _note_event(note: Note, when: _When) -> Event:
    event = _event(note, when, note.text)
    event.add("CATEGORIES", [words.NOTE_CATEGORY])
    event.add("COLOR", words.NOTE_COLOR)
    _add_busy(event, busy=False)
    event.add("X-OSTEON-KIND", "note")
    return event


def _event(entry: Session | Note, when: _When, text: str) -> Event:
    """What every event has; a cancelled one tells that, and no more what there was to do."""
    cancelled = entry.status is Status.CANCELLED
    stamp = datetime.combine(entry.revised_on, time(), tzinfo=UTC)
    title = words.CANCELLED_TITLE.format(title=entry.title) if cancelled else entry.title
    told = words.CANCELLED_TEXT if cancelled else text
    last_line = words.revision_line(entry.revision)
    event = Event()
    event.add("UID", _text(entry.uid))
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", entry.sequence)
    event.add("LAST-MODIFIED", stamp)
    parameters = {"TZID": when.tzid} if when.tzid else {}
    event.add("DTSTART", when.start, parameters=parameters)
    event.add("DTEND", when.end, parameters=parameters)
    event.add("SUMMARY", _text(title))
    event.add("DESCRIPTION", _text(f"{told}\n\n{last_line}" if told else last_line))
    event.add("STATUS", entry.status.value.upper())
    return event


def _add_busy(event: Event, *, busy: bool) -> None:
    event.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")
    if not busy:
        event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")


def _alarm(title: str, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _text(title))
    alarm.add("TRIGGER", timedelta(minutes=-minutes))
    return alarm


def _text(words_of_people: str) -> vText:
    """TEXT without what no calendar can hold: control characters, lone surrogates."""
    return vText(_UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", words_of_people)))


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
