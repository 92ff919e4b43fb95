"""A record read back from a calendar made whole, so that no sequence is raised for nothing.

A calendar tells a session in words. Where the plan made anew gives the same words, it is the same
session, and its steps and numbers are taken over under the identity that calendars know.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.record.revising import changes_between, in_order

if TYPE_CHECKING:
    from scheduler.model.plan import Session, Week
    from scheduler.model.record import Look, Record
    from scheduler.record.revising import Event


def completed(read: Record, anew: Record, shown: Record) -> Record:
    """``read`` as the record was before ``anew``, the revision that the new plan makes of it.

    ``shown`` is ``anew`` read back from its own calendar: equal words there mean an equal session.
    Identities, the revision and the day of it are those of ``read``, as is a session that the new
    plan does not tell in the same words.
    """
    plans = {session.uid: session for session in anew.sessions}
    told = {session.uid: _told(session) for session in shown.sessions}
    sessions = tuple(
        _as(plans[one.uid], one) if told.get(one.uid) == _told(one) else one
        for one in read.sessions
    )
    return replace(
        anew,
        athlete=read.athlete,
        looks=read.looks,
        revision=read.revision,
        today=read.today,
        start=read.start,
        baseline=read.baseline,
        sessions=sessions,
        notes=read.notes,
        publication=replace(anew.publication, reminder_minutes=read.publication.reminder_minutes),
        changes=read.changes,
        files={},
    )


def overtaken(record: Record, read: Record) -> Record | None:
    """The record brought up to a calendar of a later revision, or None where it is up to date.

    A run that was cut short has written the calendar and not the record. What calendars may know
    by now goes before what the record says: no sequence is ever lower than one that was published.
    """
    known, told = _sequences(record), _sequences(read)
    if all(known.get(uid, -1) >= sequence for uid, sequence in told.items()) and (
        read.revision <= record.revision
    ):
        return None
    caught_up = replace(
        record,
        revision=max(record.revision, read.revision),
        today=max(record.today, read.today),
        sessions=_newest(record.sessions, read.sessions),
        notes=_newest(record.notes, read.notes),
        weeks=_weeks(record, read),
        athlete=read.athlete,
        looks=_looks(record, read),
        publication=replace(record.publication, reminder_minutes=read.publication.reminder_minutes),
    )
    return replace(caught_up, changes=record.changes + changes_between(caught_up, record))


def _looks(record: Record, read: Record) -> tuple[Look, ...]:
    """How days were written that were over when the calendar was: as the record knows it."""
    then = (record.athlete.units, record.athlete.language, record.publication.reminder_minutes)
    if then == (read.athlete.units, read.athlete.language, read.publication.reminder_minutes):
        return record.looks
    return (*record.looks, record.look_on(read.today))


def _sequences(record: Record) -> dict[str, int]:
    sequences = {session.uid: session.sequence for session in record.sessions}
    return sequences | {note.uid: note.sequence for note in record.notes}


def _newest(known: tuple[Event, ...], read: tuple[Event, ...]) -> tuple[Event, ...]:
    events = {event.uid: event for event in known}
    for event in read:
        if event.uid not in events or event.sequence > events[event.uid].sequence:
            events[event.uid] = event
    return in_order(events.values())


def _weeks(record: Record, read: Record) -> tuple[Week, ...]:
    """The calendar's weeks, each as the record has it where both tell the same."""
    known = {_without_load(week): week for week in record.weeks}
    return tuple(known.get(_without_load(week), week) for week in read.weeks)


def _without_load(week: Week) -> Week:
    return replace(week, bone_load=0.0, bone_load_low=0.0, bone_load_high=0.0)


def _told(session: Session) -> Session:
    """What a calendar tells of a session, without its identity and what is reckoned from it."""
    return replace(
        session,
        distance_m=0,
        bone_load=0.0,
        bone_load_low=0.0,
        bone_load_high=0.0,
        sequence=0,
        revision=0,
        revised_on=session.date,
    )


def _as(session: Session, identity: Session) -> Session:
    return replace(
        session,
        sequence=identity.sequence,
        revision=identity.revision,
        revised_on=identity.revised_on,
        status=identity.status,
    )
