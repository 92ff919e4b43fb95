"""Plans that have begun, made by hand: rows as published, days behind as run, days to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rules.rule_plans import WEEKDAYS, counted, sessions_of

from scheduler.model.plan import RUNS, Plan, Session, SessionKind, Token, WeekKind
from scheduler.model.profile import LogEntry, LogWhat
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.limits import Limits


def day(week: int, weekday: str) -> date:
    """A day of a hand-made plan, its weeks counted from 1: ``day(1, "mon")`` is its first."""
    return date(2027, 1, 4) + timedelta(weeks=week - 1, days=WEEKDAYS.index(weekday))


def missed(on: date) -> LogEntry:
    """No run on that day."""
    return LogEntry(date=on, what=LogWhat.MISSED)


def did(on: date, minutes: int) -> LogEntry:
    """A run of so many minutes."""
    return LogEntry(date=on, what=LogWhat.DID, minutes=minutes)


def ill(first: date, last: date) -> LogEntry:
    """No runs from one day to the other."""
    return LogEntry(date=first, what=LogWhat.ILL, until=last)


def pause(on: date) -> LogEntry:
    """No runs from that day on."""
    return LogEntry(date=on, what=LogWhat.PAUSE)


def stopped(first: date, last: date) -> tuple[LogEntry, LogEntry]:
    """Paused from one day to the other."""
    return (pause(first), resume(last + timedelta(days=1)))


def resume(on: date) -> LogEntry:
    """Runs again from that day on."""
    return LogEntry(date=on, what=LogWhat.RESUME)


def running(plan: Plan, today: date, *log: LogEntry, limits: Limits | None = None) -> Plan:
    """The plan on a later day: ``missed`` and ``did`` applied to the days behind.

    Rows of weeks that have begun stay as they are. Days of an illness or a pause keep their runs:
    a test says in its weeks what was run then.
    """
    profile = replace(plan.profile, log=log)
    sessions = tuple(
        one for run in plan.sessions for one in _as_run(run, log) if one.date < today
    ) + tuple(run for run in plan.sessions if run.date >= today)
    planned = {run.date for run in plan.sessions if run.kind in RUNS}
    extra = tuple(
        _easy(entry.date, entry.minutes or 0)
        for entry in log
        if entry.what is LogWhat.DID and entry.date not in planned
    )
    return replace(
        plan,
        today=today,
        profile=profile,
        limits=limits or plan.limits,
        sessions=(*sessions, *extra),
    )


def _as_run(run: Session, log: tuple[LogEntry, ...]) -> tuple[Session, ...]:
    entry = next((one for one in log if one.date == run.date), None)
    if entry is None or run.kind not in RUNS:
        return (run,)
    if entry.what is LogWhat.MISSED:
        return ()
    if entry.what is LogWhat.DID and entry.minutes is not None:
        load = round(run.bone_load * entry.minutes / run.minutes, 1)
        return (replace(run, minutes=entry.minutes, bone_load=load),)
    return (run,)


def _easy(on: date, minutes: int) -> Session:
    return Session(
        uid="",
        date=on,
        slot="did",
        kind=SessionKind.EASY,
        title=f"easy {minutes} min",
        minutes=minutes,
        bone_load=round(minutes / 6, 1),
        revised_on=on,
    )


def holding(plan: Plan, week: int, words: str) -> Plan:
    """The plan with other days to come in a week; its row is counted anew if it has not begun."""
    monday = day(week, "mon")
    kept = (
        one
        for one in plan.sessions
        if one.date < plan.today or not 0 <= (one.date - monday).days < 7
    )
    made = (one for one in sessions_of(monday, words) if one.date >= plan.today)
    sessions = tuple(sorted((*kept, *made), key=lambda one: one.date))
    return recounted(replace(plan, sessions=sessions))


def called(plan: Plan, week: int, kind: str, token: str | None = None) -> Plan:
    """The plan with another label on a week."""
    label = {"kind": WeekKind(kind), "token": Token(token) if token else None}
    rows = tuple(replace(row, **label) if row.index == week else row for row in plan.weeks)
    return replace(plan, weeks=rows)


def recounted(plan: Plan) -> Plan:
    """The plan with the rows of the weeks that have not begun counted anew."""
    rows = tuple(
        new if old.starts_on >= plan.today else old
        for old, new in zip(plan.weeks, counted(plan).weeks, strict=True)
    )
    return replace(plan, weeks=rows)


def charged(plan: Plan) -> list[tuple[str, str]]:
    """What the audit charges: the rule, and the day or the week's Monday."""
    return [(one.rule, str(one.date or one.week_starts_on)) for one in audit_plan(plan)]
