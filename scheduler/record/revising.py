"""The next revision of a record: events matched by uid, so calendars see what changed and no more.

It does not plan: what the new plan says of days that are past is left out; they stay as published.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from scheduler.model.plan import RUNS, Note, Session, Status
from scheduler.model.plan_weeks import WEEK, monday_of, with_sums
from scheduler.model.profile import Priority
from scheduler.model.record import Change, Look, Record
from scheduler.record.calendar_words import put_into_words
from scheduler.record.slots import with_slots

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scheduler.model.plan import PlannedRace, Week
    from scheduler.model.profile import Away

Event = TypeVar("Event", Session, Note)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Revision:
    number: int
    today: date  # days before it are over
    on: date  # the day of publishing, which is stamped
    was: Record
    now: Record  # with the looks that follow


def revised(first: Record, previous: Record, *, on: date | None = None) -> Record:
    """``first``, a record made from a new plan, as the revision that follows ``previous``.

    Days before ``first.today`` are over; ``on`` is the day of publishing, None for the same day.
    The revision counts up only if anything changed; if not, the day, the messages and the list of
    changes stay too. Another address for mail is nothing that a reader of the plan could see.
    """
    first = replace(first, looks=_looks_before(first, previous))
    turn = _Revision(
        number=previous.revision + 1,
        today=first.today,
        on=on or first.today,
        was=previous,
        now=first,
    )
    same = _kept_to(first, previous, turn)
    addressed = replace(previous.athlete, email=first.athlete.email)
    if same == replace(previous, generator=first.generator, athlete=addressed):
        return same
    changes = _changes(same.sessions, previous.sessions, turn)
    return replace(
        same,
        revision=turn.number,
        today=turn.on,
        planned_on=None if turn.on == first.today else first.today,
        messages=first.messages,
        changes=previous.changes + changes,
    )


def _kept_to(first: Record, previous: Record, turn: _Revision) -> Record:
    """The new record with everything that is history or identity from the previous one."""
    new = with_slots(first.sessions, previous.sessions, first.plan_id, first.today)
    sessions = _merged(new, previous.sessions, turn)
    return replace(
        first,
        revision=previous.revision,
        today=previous.today,
        planned_on=previous.planned_on,
        start=previous.start,
        races=_races(first, previous),
        weeks=_weeks(first, previous, sessions),
        away=_away(first, previous),
        sessions=sessions,
        notes=_merged(first.notes, previous.notes, turn),
        messages=previous.messages,
        changes=previous.changes,
        files=previous.files,
    )


def changes_between(now: Record, before: Record) -> tuple[Change, ...]:
    """What became of the sessions from one state of a plan to a later one, told as one revision."""
    turn = _Revision(number=now.revision, today=now.today, on=now.today, was=before, now=now)
    known = {session.uid: session for session in before.sessions}
    return tuple(
        _change(known.get(session.uid), session, turn)
        for session in now.sessions
        if session.uid not in known or session.sequence != known[session.uid].sequence
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by date, then uid: the order of every record."""
    return tuple(sorted(events, key=lambda event: (event.date, event.uid)))


def _looks(record: Record) -> tuple[object, ...]:
    return (record.athlete.units, record.athlete.language, record.publication.reminder_minutes)


def _looks_before(first: Record, previous: Record) -> tuple[Look, ...]:
    """How days that are over are written: as they were, where that is another way than now."""
    if _looks(first) == _looks(previous):
        return previous.looks
    today = first.today
    over = (replace(look, before=min(look.before, today)) for look in previous.looks)
    return (*over, previous.look_on(today))


def _races(first: Record, previous: Record) -> tuple[PlannedRace, ...]:
    """Races that are over stay as published."""
    over = tuple(race for race in previous.races if race.date < first.today)
    return over + tuple(race for race in first.races if race.date >= first.today)


def _weeks(first: Record, previous: Record, sessions: tuple[Session, ...]) -> tuple[Week, ...]:
    """Weeks that are over stay as published; the others have the sums of the runs that stand."""
    over = tuple(w for w in previous.weeks if w.starts_on + WEEK <= first.today)
    goals = {f"race.{race.id}" for race in first.races if race.priority is Priority.A}
    runs: dict[date, list[Session]] = defaultdict(list)
    for one in sessions:
        if one.kind in RUNS and one.status is Status.CONFIRMED:
            runs[monday_of(one.date)].append(one)
    coming = first.weeks[len(over) :]
    return over + tuple(with_sums(week, runs[week.starts_on], goals) for week in coming)


def _away(first: Record, previous: Record) -> tuple[Away, ...]:
    """Spans that are over stay as published; what is said of them later changes no day."""
    over = tuple(span for span in previous.away if span.until < first.today)
    coming = tuple(span for span in first.away if span.until >= first.today)
    return tuple(sorted(over + coming, key=lambda span: (span.from_day, span.until)))


def _merged(
    new: tuple[Event, ...], published: tuple[Event, ...], turn: _Revision
) -> tuple[Event, ...]:
    coming = {event.uid: event for event in new if event.date >= turn.today}
    kept = [_kept(event, coming.pop(event.uid, None), turn) for event in published]
    added = [
        replace(e, sequence=0, revision=turn.number, revised_on=turn.on) for e in coming.values()
    ]
    return in_order(kept + added)


def _kept(before: Event, now: Event | None, turn: _Revision) -> Event:
    """The published event in the next revision; ``now`` is the new plan's, or None."""
    if before.date < turn.today:
        return before
    now = now or replace(before, status=Status.CANCELLED)
    if _same(now, before) and _reads_the_same(now, turn):
        return before
    return replace(now, sequence=before.sequence + 1, revision=turn.number, revised_on=turn.on)


def _reads_the_same(event: Event, turn: _Revision) -> bool:
    """Whether the calendar says the same of it in the look of before and in that of now."""
    was, now = turn.was.look_on(event.date), turn.now.look_on(event.date)
    return was == now or put_into_words(event, was) == put_into_words(event, now)


def _same(now: Event, before: Event) -> bool:
    return before == replace(
        now, sequence=before.sequence, revision=before.revision, revised_on=before.revised_on
    )


def _changes(
    now: tuple[Session, ...], published: tuple[Session, ...], turn: _Revision
) -> tuple[Change, ...]:
    """What this revision did to the sessions; the week notes only tell the same in other words."""
    before = {session.uid: session for session in published}
    return tuple(
        _change(before.get(session.uid), session, turn)
        for session in now
        if session.revision == turn.number
    )


def _change(before: Session | None, now: Session, turn: _Revision) -> Change:
    was = before if before and before.status is Status.CONFIRMED else None
    cancelled = now.status is Status.CANCELLED
    return Change(
        revision=turn.number,
        on=turn.on,
        uid=now.uid,
        what="added" if was is None else "cancelled" if cancelled else _what(was, now),
        old="" if was is None else _said(was),
        new="" if cancelled else _said(now),
    )


def _what(before: Session, now: Session) -> str:
    if _when(before) != _when(now):
        return "moved"
    if before.minutes != now.minutes:
        return "longer" if now.minutes > before.minutes else "shorter"
    return "changed"


def _when(session: Session) -> tuple[object, ...]:
    return (session.date, session.starts_at, session.timezone)


def _said(session: Session) -> str:
    starts = session.starts_at.isoformat("minutes") if session.starts_at else ""
    return " ".join(word for word in (session.date.isoformat(), starts, session.title) if word)
