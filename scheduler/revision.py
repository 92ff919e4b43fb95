"""What follows a published record: the same where nothing happened, else its next revision.

With an unchanged profile the rest comes out the same on any later day. That is made sure of, not
hoped for: what was planned last is planned again as of its own day, and while that gives what is
published and nothing else was run since, the record stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from scheduler.errors import CannotPlan, OwnFault
from scheduler.model.log import first_day_to_come, is_paused
from scheduler.planner import has_news, make_plan
from scheduler.record import paused, record_of
from scheduler.rules import audit_plan
from scheduler.words import commands as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Plan
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

ROUNDS: Final = 4  # until a plan made after itself is itself


class _Days(NamedTuple):
    """The first day to come, and the day of publishing: the eve of it where today is over."""

    seam: date
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
    seam = max(first_day_to_come(profile.log, today), previous.seam)
    news = previous.is_paused or has_news(profile, seam, previous)
    if not news and _stands(profile, previous):
        return previous
    record = _settled(profile, _Days(seam=seam, on=max(today, previous.today)), previous)
    if record.seam == seam or not news:
        return record
    return replace(record, planned_on=seam)


def _settled(profile: Profile, days: _Days, previous: Record) -> Record:
    """The revision that comes out again when it is planned after itself.

    Where a few take turns it is the one that stands already, if that is among them.
    """
    seen = [_planned_again(profile, days, previous)]
    for _ in range(ROUNDS):
        record = _planned_again(profile, days, previous, after=seen[-1])
        if record == seen[-1]:
            return record
        if record in seen:
            break
        seen.append(record)
    return previous if previous in seen else seen[-1]


def _stands(profile: Profile, record: Record) -> bool:
    """Whether the record is what is planned after it as of its own day."""
    try:
        plan = make_plan(profile, record.seam, record)
    except CannotPlan:
        return False
    return record_of(plan, record) == record


def _planned_again(
    profile: Profile, days: _Days, previous: Record, after: Record | None = None
) -> Record:
    """The revision of ``previous`` planned as of a day, keeping to the days of ``after``."""
    plan = _audited(make_plan(profile, days.seam, after or previous))
    return record_of(plan, previous, on=days.on)


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
