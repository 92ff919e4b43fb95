"""A paused plan: its runs leave the calendar, its past and its races stay, and nothing says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.event_ids import uid_of
from scheduler.model.plan import (
    RUN_FREE,
    Message,
    Note,
    SessionKind,
    Status,
    Week,
    WeekKind,
)
from scheduler.model.plan_weeks import monday_of
from scheduler.model.record import Pause
from scheduler.record.revising import revised
from scheduler.words import pausing as words
from scheduler.words.language import language

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.record import Record


def paused(record: Record, today: date) -> Record:
    """The record with running paused from ``today`` on, as its next revision.

    Sessions to come are cancelled but for races, notes of weeks to come too; one note says that
    running is paused. A record that is paused already stays as it is.
    """
    if record.is_paused:
        return record
    say = language(record.athlete.language)
    first = replace(
        record,
        today=today,
        weeks=tuple(_emptied(week, today) for week in record.weeks),
        sessions=tuple(
            one for one in record.sessions if one.date < today or one.kind is SessionKind.RACE
        ),
        notes=(*(note for note in record.notes if note.date < today), _note(record, today)),
        paused=(*record.paused, Pause(from_day=today)),
        messages=(Message(code="PAUSED", text=say(words.PAUSED), data={"on": today.isoformat()}),),
    )
    return revised(first, record)


def kept_free(record: Record, days: frozenset[date], today: date) -> Record:
    """The record with the runs of some days to come cancelled, races left; no other is touched."""
    free = [one for one in record.sessions if one.date in days and one.date >= today]
    out = {
        one.uid
        for one in free
        if one.kind is not SessionKind.RACE and one.status is Status.CONFIRMED
    }
    if record.is_paused or not out:
        return record
    sessions = tuple(one for one in record.sessions if one.uid not in out)
    return revised(replace(record, today=today, sessions=sessions), record)


def taken_back(record: Record) -> Record:
    """The record as it was before the pause that it ends with, in what planning goes by."""
    standing = {
        one.uid: replace(one, status=Status.CONFIRMED)
        for one in record.sessions
        if one.status is Status.CANCELLED and one.revision == record.revision
    }
    return replace(
        record,
        paused=record.paused[:-1],
        sessions=tuple(standing.get(one.uid, one) for one in record.sessions),
    )


def resumed(record: Record, until: date | None, today: date) -> tuple[Pause, ...]:
    """The pauses of a plan that goes on: the last one ends, ``until`` or on the day before.

    One that began today was none.
    """
    if not record.is_paused:
        return record.paused
    last = record.paused[-1]
    if last.from_day >= today:
        return record.paused[:-1]
    ended = replace(last, until=max(last.from_day, until or today - timedelta(days=1)))
    return (*record.paused[:-1], ended)


def _emptied(week: Week, today: date) -> Week:
    """A week to come without running; the week of a race keeps its name. Sums are made anew."""
    if week.starts_on + timedelta(days=7) <= today:
        return week
    begun = week.starts_on < today
    stays = begun or week.kind in {WeekKind.RACE, WeekKind.TUNE_UP} or week.kind in RUN_FREE
    return replace(
        week, kind=week.kind if stays else WeekKind.OFF, token=week.token if begun else None
    )


def _note(record: Record, today: date) -> Note:
    monday = monday_of(today)
    known = {note.uid for note in record.notes}
    slots = ("pause", *(f"pause{number}" for number in range(2, 9)))
    uids = (uid_of(record.plan_id, slot, monday) for slot in slots)
    say = language(record.athlete.language)
    return Note(
        uid=next(uid for uid in uids if uid not in known),
        date=today,
        ends_before=today + timedelta(days=1),
        title=say(words.PAUSED_TITLE),
        text=say(words.PAUSED_TEXT),
        revised_on=today,
    )
