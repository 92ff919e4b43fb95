"""What follows a published record: the same where nothing happened, else its next revision.

With an unchanged profile the rest comes out the same on any later day. That is made sure of, not
hoped for: what was planned last is planned again as of its own day, and while that gives what is
published and nothing else was run since, the record stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan, OwnFault
from scheduler.model.log import is_paused
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
        return paused(previous, today)
    news = previous.is_paused or has_news(profile, today, previous)
    if not news and _stands(profile, previous):
        return previous
    record = _settled(profile, today, previous)
    if record == previous and not news:
        return previous
    return record if record.today == today else replace(record, planned_on=today)


def _settled(profile: Profile, today: date, previous: Record) -> Record:
    """The revision that comes out again when it is planned after itself.

    Where a few take turns it is the one that stands already, if that is among them.
    """
    seen = [_planned_again(profile, today, previous)]
    for _ in range(ROUNDS):
        record = _planned_again(profile, today, previous, after=seen[-1])
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
    profile: Profile, today: date, previous: Record, after: Record | None = None
) -> Record:
    """The revision of ``previous`` planned as of a day, keeping to the days of ``after``."""
    plan = _audited(make_plan(profile, today, after or previous))
    return record_of(plan, previous)


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
