"""What stands in a plan, its plan weeks by date, and how a breach is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from scheduler.model.plan import Status
from scheduler.model.plan_weeks import monday_of
from scheduler.model.profile import Priority
from scheduler.rules.base import Breach

if TYPE_CHECKING:
    from scheduler.model.plan import Plan, PlannedRace, Session
    from scheduler.model.profile import Profile
    from scheduler.rules.weeks import WeekSeen


def off_until_start(profile: Profile) -> bool:
    """Whether the last week off lasted until the day before the start, or beyond it."""
    ended = profile.running.last_week_off_ended
    return ended is not None and ended >= profile.start - timedelta(days=1)


def standing(plan: Plan) -> tuple[Session, ...]:
    """The sessions that are not cancelled, by date."""
    kept = (session for session in plan.sessions if session.status is not Status.CANCELLED)
    return tuple(sorted(kept, key=lambda session: (session.date, session.slot)))


def goal_races(plan: Plan) -> tuple[PlannedRace, ...]:
    """The A races, by date."""
    goals = (race for race in plan.races if race.priority is Priority.A)
    return tuple(sorted(goals, key=lambda race: race.date))


def weeks_between(first: date, second: date) -> int:
    """How many plan weeks the week of one day lies before the week of another."""
    return (monday_of(second) - monday_of(first)).days // 7


def breach_in(
    week: WeekSeen, rule: str, *, found: float | str, allowed: float | str, words: str
) -> Breach:
    """A breach by a whole week; ``words`` follow the week's number and first day."""
    text = f"Week {week.row.index} ({week.starts_on}): {words}."
    return Breach(
        rule=rule,
        week_starts_on=week.starts_on,
        date=None,
        found=found,
        allowed=allowed,
        text=text,
    )


def breach_on(
    day: date, rule: str, *, found: float | str, allowed: float | str, words: str
) -> Breach:
    """A breach on one day; ``words`` follow the date."""
    return Breach(
        rule=rule,
        week_starts_on=monday_of(day),
        date=day,
        found=found,
        allowed=allowed,
        text=f"{day}: {words}.",
    )
