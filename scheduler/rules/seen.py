"""What the audit sees of a plan, worked out once for all rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.model.plan import RUNS, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.model.profile import Priority
from scheduler.rules.brought import brought_to
from scheduler.rules.history import history_of
from scheduler.rules.spans import blocks_of
from scheduler.rules.view import goal_races, standing
from scheduler.rules.ways_back import ways_back
from scheduler.rules.weeks import weeks_seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Plan, PlannedRace, Session
    from scheduler.model.profile import Profile
    from scheduler.rules.brought import Brought
    from scheduler.rules.history import History
    from scheduler.rules.spans import Block
    from scheduler.rules.ways_back import WayBack
    from scheduler.rules.weeks import WeekSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A plan as the audit sees it; everything stands in the order of its dates.

    ``sessions`` are those that are not cancelled, ``runs`` the runs among them, races included, and
    ``run_days`` their days, each once. ``goals`` are the A races. ``brought`` has for each of
    ``weeks`` what the weeks before bring to it. ``ways_back`` begin with the
    first run after seven or more days without one, after an illness or a pause, and ``returns`` are
    the Mondays of their weeks; ``recovering`` are those of the weeks after an A or B race that are
    not on their way to another race. ``last_day`` is where the plan may end: the
    Sunday after the week of the last race, the last Sunday of a block's weeks; with neither, the
    Sunday of the last week, or the day before the start.
    """

    plan: Plan
    sessions: tuple[Session, ...]
    runs: tuple[Session, ...]
    run_days: tuple[date, ...]
    goals: tuple[PlannedRace, ...]
    weeks: tuple[WeekSeen, ...]
    brought: tuple[Brought, ...]
    blocks: tuple[Block, ...]
    ways_back: tuple[WayBack, ...]
    returns: frozenset[date]
    recovering: frozenset[date]
    history: History
    last_day: date

    @property
    def profile(self) -> Profile:
        """The profile that the plan is for."""
        return self.plan.profile

    @property
    def today(self) -> date:
        """The seam: days before it are as run, from it on to come."""
        return self.plan.today

    @property
    def limits(self) -> Limits:
        """The limits that hold for the athlete."""
        return self.plan.limits

    def weeks_with_brought(self) -> Iterator[tuple[WeekSeen, Brought]]:
        """Every week with what the weeks before bring to it."""
        return zip(self.weeks, self.brought, strict=True)

    def next_goal(self, day: date) -> PlannedRace | None:
        """The first A race on a day or after it."""
        return next((race for race in self.goals if race.date >= day), None)


def see(plan: Plan) -> Seen:
    """Look at a plan, however odd, in one pass."""
    sessions = standing(plan)
    runs = tuple(session for session in sessions if session.kind in RUNS)
    run_days = tuple(dict.fromkeys(run.date for run in runs))
    blocks = blocks_of(plan.profile, run_days)
    ways = ways_back(plan.profile, run_days, blocks)
    returns = frozenset(monday_of(way.first) for way in ways)
    weeks = weeks_seen(plan, runs, ways)
    history = history_of(plan.profile, runs)
    return Seen(
        plan=plan,
        sessions=sessions,
        runs=runs,
        run_days=run_days,
        goals=goal_races(plan),
        weeks=weeks,
        brought=brought_to(plan, runs, weeks, ways, history),
        blocks=blocks,
        ways_back=ways,
        returns=returns,
        recovering=_recovering(plan, run_days, weeks),
        history=history,
        last_day=_last_day(plan, weeks),
    )


def _recovering(
    plan: Plan, run_days: tuple[date, ...], weeks: tuple[WeekSeen, ...]
) -> frozenset[date]:
    """After an A race only the next one's own week is spared; after a B race also its taper.

    A race before today that was not run asks for nothing.
    """
    held = [race for race in plan.races if race.date >= plan.today or race.date in run_days]
    goals, prepared = (
        {monday_of(race.date) + timedelta(weeks=1) for race in held if race.priority is one}
        for one in (Priority.A, Priority.B)
    )
    return frozenset(
        week.starts_on
        for week in weeks
        if week.kind is not WeekKind.RACE
        and (
            week.starts_on in goals
            or (week.starts_on in prepared and week.kind is not WeekKind.TAPER and not week.races)
        )
    )


def _last_day(plan: Plan, weeks: tuple[WeekSeen, ...]) -> date:
    profile = plan.profile
    races = [*(race.date for race in profile.races), *(race.date for race in plan.races)]
    if races:
        return monday_of(max(races)) + timedelta(days=13)
    if profile.block is not None:
        return monday_of(profile.start) + timedelta(weeks=profile.block.weeks, days=-1)
    last = weeks[-1].starts_on if weeks else profile.start - timedelta(days=7)
    return last + timedelta(days=6)
