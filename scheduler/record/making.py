"""A plan made into a record: what may be seen is kept, everything about health is left behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler import __version__
from scheduler.model.log import pauses
from scheduler.model.plan import Message, Status
from scheduler.model.record import PublicAthlete, Publication, Record
from scheduler.record.baseline import baseline_of
from scheduler.record.pausing import resumed
from scheduler.record.revising import Event, in_order, revised
from scheduler.record.writing import plain

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Plan
    from scheduler.model.profile import Away, Profile


def record_of(plan: Plan, previous: Record | None = None, *, on: date | None = None) -> Record:
    """What is published of ``plan``; with a ``previous`` record, its next revision.

    ``on`` is the day of publishing where it is not the plan's today. A revision keeps the start
    and every event dated before ``plan.today`` as it was published. Equal events keep
    sequence, revision and day; changed ones count one up; vanished ones stay, cancelled. Where
    nothing changed the record is the previous one, whatever the day.
    """
    first = _first(plan)
    if previous is None:
        return first
    ends = [last for _, last in pauses(plan.profile.log) if last is not None]
    until = max(ends, default=None)
    going_on = replace(first, paused=resumed(previous, until, plan.today))
    return revised(going_on, previous, on=on or plan.today)


def renamed(profile: Profile, previous: Record, today: date, *, on: date) -> Record:
    """The record of a season that is over: what is left stands, with today's names and looks."""
    same = replace(
        previous,
        today=today,
        athlete=public_athlete(profile),
        coach=profile.page.coach,
        publication=publication_of(profile),
    )
    return revised(same, previous, on=on)


def _first(plan: Plan) -> Record:
    profile = plan.profile
    return Record(
        generator=f"osteon {__version__}",
        plan_id=profile.plan_id,
        revision=0,
        today=plan.today,
        start=profile.start,
        athlete=public_athlete(profile),
        coach=profile.page.coach,
        baseline=baseline_of(profile.running),
        races=plan.races,
        weeks=plan.weeks,
        sessions=in_order(_new(session, plan) for session in plan.sessions),
        notes=in_order(_new(note, plan) for note in plan.notes),
        publication=publication_of(profile),
        limits_set_by=plan.limits.set_by,
        aim_m=None if profile.block is None else profile.block.aim_m,
        away=_away(plan),
        messages=tuple(
            Message(code=message.code, text=message.text, data=plain(message.data))
            for message in plan.messages
        ),
    )


def _new(event: Event, plan: Plan) -> Event:
    return replace(event, sequence=0, revision=0, revised_on=plan.today, status=Status.CONFIRMED)


def _away(plan: Plan) -> tuple[Away, ...]:
    """The spans without running that touch the plan, by first day."""
    ends_before = max(week.starts_on for week in plan.weeks) + timedelta(days=7)
    spans = (
        span
        for span in plan.profile.away
        if span.until >= plan.profile.start and span.from_day < ends_before
    )
    return tuple(sorted(spans, key=lambda span: (span.from_day, span.until)))


def public_athlete(profile: Profile) -> PublicAthlete:
    """What of the athlete may be seen."""
    athlete = profile.athlete
    return PublicAthlete(
        name=athlete.name,
        email=athlete.email,
        units=athlete.units,
        timezone=athlete.timezone,
        language=athlete.language,
    )


def publication_of(profile: Profile) -> Publication:
    """How the profile wants calendar and page written."""
    calendar = profile.calendar
    return Publication(
        reminder_minutes=calendar.reminder_minutes,
        rest_days=calendar.rest_days,
        busy=calendar.busy,
        feed=calendar.feed,
        paper=profile.page.paper,
        note=profile.page.note,
        cross_training=profile.week.cross_training,
    )
