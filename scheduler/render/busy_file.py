"""The second calendar: when the athlete is busy, and not a word about with what.

For those who look for a free hour: family, colleagues, a booking page. Every event is "Busy", and
nothing tells a run from a race, a plan's name or a person's. UIDs are the full calendar's with a
mark of their own, so that both files may stand in one program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from icalendar import Event

from scheduler.model.plan import Session, Status
from scheduler.render.calendar_parts import (
    OFFERS,
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

if TYPE_CHECKING:
    from scheduler.model.record import Record
    from scheduler.words.language import Language

OURS: Final = "@osteon"


def render_busy(record: Record) -> bytes:
    """The busy calendar of a record as UTF-8: what takes time, by start and UID.

    Runs, races and strength; no week notes, days of rest or offers of cross-training. A session
    without a time of day is a whole day that stays free, as in the full calendar: it takes an hour
    of that day, and nobody can say which.

    Raises:
        ZoneInfoNotFoundError: A session's time zone is unknown.
    """
    entries = [
        (when_of(session), session) for session in record.sessions if session.kind not in OFFERS
    ]
    entries.sort(key=lambda pair: (pair[0].order, pair[1].uid))
    calendar = begun_calendar(record, name=language(record.athlete.language)(words.BUSY))
    add_zones(calendar, record, [when for when, _ in entries])
    for when, session in entries:
        say = language(record.look_on(session.date).language)
        calendar.add_component(_event(session, when, say))
    return bytes(calendar.to_ical(sorted=False))


def busy_uid(uid: str) -> str:
    """The UID that an event has in the busy calendar.

    >>> busy_uid("sam-rotterdam-2027.20261207.run1@osteon")
    'sam-rotterdam-2027.20261207.run1.busy@osteon'
    """
    return f"{uid.removesuffix(OURS)}.busy{OURS}"


def _event(session: Session, when: When, say: Language) -> Event:
    cancelled = session.status is Status.CANCELLED
    event = Event()
    event.add("UID", plain_text(busy_uid(session.uid)))
    event.add("DTSTAMP", stamp_of(session))
    event.add("SEQUENCE", session.sequence)
    add_times(event, when)
    busy = say(words.BUSY)
    title = words.cancelled_title(busy, say) if cancelled else busy
    event.add("SUMMARY", plain_text(title))
    event.add("STATUS", session.status.value.upper())
    event.add("TRANSP", "OPAQUE" if is_blocking(session, when) else "TRANSPARENT")
    return event
