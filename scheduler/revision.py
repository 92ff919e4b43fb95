"""What follows a published record: the same where nothing happened, else its next revision.

With an unchanged profile the rest comes out the same on any later day. That is made sure of, not
hoped for: while all was run as planned, the plan is made again as of the day of the last planning,
and gives what is published. A changed profile is planned from that day too, as long as the days
since come out as they were.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from scheduler.errors import CannotPlan, OwnFault
from scheduler.model.log import first_day_to_come, is_paused
from scheduler.model.plan import RUNS, SessionKind, Status
from scheduler.model.plan_weeks import monday_after
from scheduler.planner import has_news, make_plan
from scheduler.record import paused, record_of, renamed, taken_back
from scheduler.rules import audit_plan
from scheduler.words import commands as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Plan, Session
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

ROUNDS: Final = 4  # until a plan made after itself is itself


class _Days(NamedTuple):
    """The day to plan from, the first day that may change, and the day that is stamped."""

    seam: date
    over: date
    on: date


def first_record(profile: Profile, today: date) -> Record:
    """The record of a first plan.

    Raises:
        CannotPlan: a gate is closed, or no plan keeps the rules.
        OwnFault: the plan failed the audit.
    """
    return record_of(_audited(make_plan(profile, today)))


def next_record(profile: Profile, today: date, previous: Record) -> Record:
    """The record that follows ``previous``; that one itself where nothing changed.

    ``profile`` has the start and the baseline of the record; ``today`` is not before its day.

    Raises:
        CannotPlan, OwnFault: as ``first_record``.
    """
    if is_paused(profile.log, today):
        return paused(previous, max(today, previous.seam))
    over = max(first_day_to_come(profile.log, today), previous.seam)
    days = _Days(seam=previous.seam, over=over, on=max(today, previous.today))
    races = {race.date for race in profile.races} | {race.date for race in previous.races}
    if profile.block is None and max(races, default=over) < over:
        return renamed(profile, previous, over, on=days.on)
    news = previous.is_paused or has_news(profile, over, previous)
    record = None if news else _from_last_seam(profile, days, previous)
    if record is not None:
        return record
    begun_today = previous.is_paused and previous.paused[-1].from_day >= over
    basis = taken_back(previous) if begun_today else previous
    record = _settled(profile, days._replace(seam=over), previous, basis) or previous
    if record == previous and not news and _stood(profile, previous):
        return previous
    return replace(record, planned_on=None if over == record.today else over)


def _from_last_seam(profile: Profile, days: _Days, previous: Record) -> Record | None:
    """What is planned as of the day of the last planning; None where it would change days since.

    So a change of the profile touches what it is about, and no more.
    """
    try:
        record = _settled(profile, days, previous)
    except (CannotPlan, OwnFault):
        return None
    if record is None or record == previous:
        return record
    if _running_week_grows(record, previous, days.over):
        return None
    return replace(record, planned_on=None if days.seam == record.today else days.seam)


def _stood(profile: Profile, previous: Record) -> bool:
    """Whether this profile gave the record on the day of its planning.

    A record that takes turns with another stands, but is no plan made after itself.
    """
    then = _Days(seam=previous.seam, over=previous.seam, on=previous.seam)
    try:
        return _settled(profile, then, previous) == previous
    except (CannotPlan, OwnFault):
        return False


def _settled(
    profile: Profile, days: _Days, previous: Record, basis: Record | None = None
) -> Record | None:
    """The revision that comes out again when it is planned after itself, first after ``basis``.

    Where a few take turns it is the one that stands already, if that is among them. None where days
    that are over would change.
    """
    seen = [basis or previous]
    while len(seen) <= ROUNDS:
        plan = _audited(make_plan(profile, days.seam, seen[-1]))
        if _between(plan.sessions, days) != _between(previous.sessions, days):
            return None
        record = record_of(replace(plan, today=days.over), previous, on=days.on)
        if record == seen[-1]:
            return record
        if record in seen:
            break
        seen.append(record)
    return previous if record == previous else seen[-1]


def _running_week_grows(record: Record, previous: Record, over: date) -> bool:
    """Whether the running week has a run to come that is new or longer than published."""
    ends_before = monday_after(over)
    if not over.weekday():
        return False
    known = {
        one.date: one.minutes
        for one in previous.sessions
        if one.kind in RUNS and (one.status is Status.CONFIRMED or one.revised_on >= over)
    }
    return any(
        one.minutes > known.get(one.date, 0)
        for one in record.sessions
        if one.kind in RUNS
        and one.kind is not SessionKind.RACE
        and one.status is Status.CONFIRMED
        and over <= one.date < ends_before
    )


def _between(sessions: tuple[Session, ...], days: _Days) -> set[tuple[date, str, int, int]]:
    """What is to be run from the day to plan from until the first that may change."""
    return {
        (one.date, one.kind, one.minutes, one.quality_minutes)
        for one in sessions
        if days.seam <= one.date < days.over and one.kind in RUNS and one.status is Status.CONFIRMED
    }


def _audited(plan: Plan) -> Plan:
    """The plan, if it keeps every rule.

    Raises:
        OwnFault: naming the rules that it breaks.
    """
    breaches = audit_plan(plan)
    if breaches:
        lines = "\n".join(f"{breach.rule}: {breach.text}" for breach in breaches)
        raise OwnFault(f"{words.OWN_PLAN_FAILED}\n{lines}")
    return plan
