"""A plan's weeks with the runs that stand in them, all minutes added up anew.

Nothing here is shared with the planner. Kinds and tokens are taken from the week rows, since they
are labels; dates and minutes are taken from the sessions. The row of a week that has begun stays
as published, its sessions are as run and as still to come.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import LOADING, RUN_FREE, SessionKind, Token, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.rules.missing_deload_week import LOADS_FROM_PERCENT
from scheduler.rules.view import goal_races

if TYPE_CHECKING:
    from scheduler.model.plan import Plan, Session, Week
    from scheduler.rules.ways_back import WayBack

# A begun week published under one of these names is a first week back where a way back begins in
# it. One without runs is that only after an illness or a pause: a run on a whim ends no week off.
RENAMED: Final = frozenset({WeekKind.BUILD, WeekKind.DELOAD})
RENAMED_IF_TOLD: Final = RENAMED | RUN_FREE


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekSeen:
    """One plan week with its standing runs, before today as run, from today on to come.

    ``races`` are those that are no A race; ``training`` are the runs that are no race at all.
    ``counted`` are both: what the week's row is made of, an A race left out. ``to_come`` are those
    of ``training`` from today on. ``minutes`` and ``load_tenths`` (of bone load) are of
    ``counted``; ``longest``, ``quality`` and ``training_tenths`` are of ``training``.

    ``full`` is False for a stub (a first week entered after its Monday) and for the week of an A
    race. ``begun`` says that a day of the week lies behind, ``loads`` whether it is a loading week:
    one without a run is none, nor one begun with too little of it run and still to come. ``kind``
    is what the plan calls it, but a week that has begun is a first week back where it became one.
    """

    row: Week
    starts_on: date
    kind: WeekKind
    runs: tuple[Session, ...]
    training: tuple[Session, ...]
    races: tuple[Session, ...]
    counted: tuple[Session, ...]
    to_come: tuple[Session, ...]
    stub: bool
    full: bool
    begun: bool
    loads: bool
    minutes: int
    longest: int
    quality: int
    load_tenths: int
    training_tenths: int

    @property
    def token(self) -> Token | None:
        """What the plan says that the week may change."""
        return self.row.token

    @property
    def can_change(self) -> bool:
        """Whether its minutes can still be mended: not begun, or training is still to come."""
        return not self.begun or bool(self.to_come)

    @property
    def faster_to_come(self) -> bool:
        """Whether its fast minutes can still be mended: not begun, or some are still to come."""
        return not self.begun or any(run.quality_minutes > 0 for run in self.to_come)

    @property
    def shared_minutes(self) -> int:
        """What a share of the week is taken of: of a begun week at least what was published."""
        return max(self.minutes, self.row.minutes) if self.begun else self.minutes

    def exceeds(self, allowed: int) -> bool:
        """Whether the week holds more minutes than allowed, and they can still be mended.

        A race that alone is longer than that may stand; then nothing else may.
        """
        return self.minutes > allowed and bool(self.to_come if self.begun else self.training)


def weeks_seen(
    plan: Plan, runs: tuple[Session, ...], ways: tuple[WayBack, ...]
) -> tuple[WeekSeen, ...]:
    """The plan weeks in their order, every number added up from the standing runs."""
    by_monday: dict[date, list[Session]] = defaultdict(list)
    for run in runs:
        by_monday[monday_of(run.date)].append(run)
    goals = frozenset(race.date for race in goal_races(plan))
    renamed = {monday_of(way.first): RENAMED_IF_TOLD if way.told else RENAMED for way in ways}
    return tuple(
        _seen(plan, row, tuple(by_monday[monday_of(row.starts_on)]), goals, renamed)
        for row in sorted(plan.weeks, key=lambda row: row.starts_on)
    )


def has_begun(plan: Plan, starts_on: date) -> bool:
    """Whether a day of the plan lies behind in the week of that Monday; never in a first plan."""
    return max(starts_on, plan.profile.start) < plan.today


def _seen(
    plan: Plan,
    row: Week,
    runs: tuple[Session, ...],
    goals: frozenset[date],
    renamed: dict[date, frozenset[WeekKind]],
) -> WeekSeen:
    starts_on, start = monday_of(row.starts_on), plan.profile.start
    begun = has_begun(plan, starts_on)
    training = tuple(run for run in runs if run.kind is not SessionKind.RACE)
    races = tuple(run for run in runs if run.kind is SessionKind.RACE and run.date not in goals)
    goal = any(starts_on <= day < starts_on + timedelta(days=7) for day in goals)
    back = begun and row.kind in renamed.get(starts_on, ())
    trained = sum(round(run.bone_load * 10) for run in training)
    minutes = sum(run.minutes for run in training) + sum(race.minutes for race in races)
    short = begun and 100 * minutes < LOADS_FROM_PERCENT * row.minutes
    return WeekSeen(
        row=row,
        starts_on=starts_on,
        kind=WeekKind.RETURN if back else row.kind,
        runs=runs,
        training=training,
        races=races,
        counted=training + races,
        to_come=tuple(run for run in training if run.date >= plan.today),
        stub=starts_on < start,
        full=starts_on >= start and not goal and row.kind is not WeekKind.RACE,
        begun=begun,
        loads=(back or row.kind in LOADING) and bool(runs) and not short,
        minutes=minutes,
        longest=max((run.minutes for run in training), default=0),
        quality=sum(run.quality_minutes for run in training),
        load_tenths=trained + sum(round(race.bone_load * 10) for race in races),
        training_tenths=trained,
    )
