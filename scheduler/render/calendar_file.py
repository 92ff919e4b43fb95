"""The record as one iCalendar file (RFC 5545, 7986), the same bytes for the same record.

Identity (UID, SEQUENCE, stamps) is the record's own. A file has no METHOD, as it is imported and no
invitation; the calendar has no UID, as programs that sync take that for an event's.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Event

from scheduler.model.plan import Note, Session, Status
from scheduler.render.calendar_parts import (
    When,
    add_times,
    add_zones,
    begun_calendar,
    is_blocking,
    plain_text,
    stamp_of,
    when_of,
)
from scheduler.words import calendar as words
from scheduler.words.language import language
from scheduler.words.steps import step_lines

if TYPE_CHECKING:
    from scheduler.model.record import Record
    from scheduler.words.language import Language


def render_calendar(record: Record, method: str | None = None) -> bytes:
    """The calendar of a record as UTF-8, every session and note an event, by start and UID.

    ``method`` is PUBLISH in a mail, whose part has to name the same one (RFC 6047, 2.4); a file
    has none.

    Raises:
        ZoneInfoNotFoundError: A session's time zone is unknown.
    """
    published: list[Session | Note] = [*record.sessions, *record.notes]
    entries = [(when_of(entry), entry) for entry in published]
    entries.sort(key=lambda pair: (pair[0].order, pair[1].uid))
    say = language(record.athlete.language)
    calendar = begun_calendar(
        record,
        name=words.calendar_name(record, say),
        text=words.calendar_text(record, say),
        method=method,
    )
    calendar.add("X-OSTEON-WEEKS", plain_text(_weeks(record)))
    if record.paused:
        calendar.add("X-OSTEON-PAUSES", plain_text(_pauses(record)))
    add_zones(calendar, record, [when for when, _ in entries])
    for when, entry in entries:
        if isinstance(entry, Session):
            calendar.add_component(_session_event(entry, when, record))
        else:
            calendar.add_component(_note_event(entry, when, record))
    return bytes(calendar.to_ical(sorted=False))


def _weeks(record: Record) -> str:
    """Each week's Monday, kind, token and run days, with which a lost record is read back."""
    return " ".join(
        "/".join(
            word
            for word in (
                f"{week.starts_on:%Y%m%d}",
                week.kind,
                week.token,
                words.run_days_word(week.run_days),
            )
            if word
        )
        for week in record.weeks
    )


def _pauses(record: Record) -> str:
    """First and last day of each pause; the last one alone while it lasts."""
    return " ".join(
        "/".join(f"{day:%Y%m%d}" for day in (pause.from_day, pause.until) if day)
        for pause in record.paused
    )


def _session_event(session: Session, when: When, record: Record) -> Event:
    look = record.look_on(session.date)
    say = language(look.language)
    steps = step_lines(session.steps, look.units, say)
    text = "\n\n".join("\n".join(lines) for lines in (steps, session.why) if lines)
    event = _event(session, when, text, say)
    event.add("CATEGORIES", list(words.categories(session.kind)))
    event.add("COLOR", words.KIND_COLORS[session.kind])
    _add_busy(event, busy=is_blocking(session, when))
    event.add("X-OSTEON-KIND", session.kind.value)
    event.add("X-OSTEON-MINUTES", str(session.minutes))
    event.add("X-OSTEON-QUALITY-MINUTES", str(session.quality_minutes))
    if session.jumps:
        event.add("X-OSTEON-JUMPS", str(session.jumps))
    reminder = look.reminder_minutes
    if reminder is not None and when.is_timed and session.status is Status.CONFIRMED:
        event.add_component(_alarm(session.title, reminder))
    return event


def _note_event(note: Note, when: When, record: Record) -> Event:
    event = _event(note, when, note.text, language(record.look_on(note.date).language))
    event.add("CATEGORIES", [words.NOTE_CATEGORY])
    event.add("COLOR", words.NOTE_COLOR)
    _add_busy(event, busy=False)
    event.add("X-OSTEON-KIND", "note")
    return event


def _event(entry: Session | Note, when: When, text: str, say: Language) -> Event:
    """What every event has; a cancelled one tells that, and no more what there was to do."""
    cancelled = entry.status is Status.CANCELLED
    stamp = stamp_of(entry)
    title = words.cancelled_title(entry.title, say) if cancelled else entry.title
    told = say(words.CANCELLED_TEXT) if cancelled else text
    last_line = words.revision_line(entry.revision, say)
    event = Event()
    event.add("UID", plain_text(entry.uid))
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", entry.sequence)
    event.add("LAST-MODIFIED", stamp)
    add_times(event, when)
    event.add("SUMMARY", plain_text(title))
    event.add("DESCRIPTION", plain_text(f"{told}\n\n{last_line}" if told else last_line))
    event.add("STATUS", entry.status.value.upper())
    return event


def _add_busy(event: Event, *, busy: bool) -> None:
    event.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")
    if not busy:
        event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")


def _alarm(title: str, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", plain_text(title))
    alarm.add("TRIGGER", timedelta(minutes=-minutes))
    return alarm
