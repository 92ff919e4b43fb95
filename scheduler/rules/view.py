"""A plan as the audit sees it: weeks with the runs that stand in them, all minutes added up anew.

Nothing here is shared with the planner. Kinds and tokens are taken from the week rows, since they
are labels; dates and minutes are taken from the sessions.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from scheduler.model.plan import LOADING, SessionKind, Status, Token, WeekKind
from scheduler.model.profile import Priority
from scheduler.rules.base import Breach

if TYPE_CHECKING:
    from scheduler.model.plan import Plan, PlannedRace, Session, Week
    from scheduler.model.profile import Profile


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekSeen:
    """One plan week with its standing runs.

    ``races`` are those that are no A race; ``training`` are the runs that are no race at all.
    ``counted`` are both: what the week's row is made of, an A race left out. ``minutes`` and
    ``load_tenths`` (of bone load) are of ``counted``; ``longest``, ``quality`` and
    ``training_tenths`` are of ``training``.

    ``full`` is False for a stub (a first week entered after its Monday) and for the week of an A
    race.
    """

    row: Week
    starts_on: date
    runs: tuple[Session, ...]
    training: tuple[Session, ...]
    races: tuple[Session, ...]
    counted: tuple[Session, ...]
    stub: bool
    full: bool
    minutes: int
    longest: int
    quality: int
    load_tenths: int
    training_tenths: int

    @property
    def kind(self) -> WeekKind:
        """What the plan calls the week."""
        return self.row.kind

    @property
    def token(self) -> Token | None:
        """What the plan says that the week may change."""
        return self.row.token

    @property
    def loads(self) -> bool:
        """Whether it is a loading week; one without a run is none, whatever it is called."""
        return self.row.kind in LOADING and bool(self.runs)

    def exceeds(self, allowed: int) -> bool:
        """Whether the week holds more minutes than allowed.

        A race that alone is longer than that may stand; then nothing else may.
        """
        return self.minutes > allowed and bool(self.training)


def monday(day: date) -> date:
    """The first day of the plan week that holds a day.

    >>> monday(date(2027, 1, 10))
    datetime.date(2027, 1, 4)
    """
    return day - timedelta(days=day.weekday())


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
    return (monday(second) - monday(first)).days // 7


def weeks_seen(plan: Plan, runs: tuple[Session, ...]) -> tuple[WeekSeen, ...]:
    """The plan weeks in their order, every number added up from the standing runs."""
    by_monday: dict[date, list[Session]] = defaultdict(list)
    for run in runs:
        by_monday[monday(run.date)].append(run)
    goals = frozenset(race.date for race in goal_races(plan))
    return tuple(
        _seen(row, tuple(by_monday[monday(row.starts_on)]), plan.profile.start, goals)
        for row in sorted(plan.weeks, key=lambda row: row.starts_on)
    )


def _seen(row: Week, runs: tuple[Session, ...], start: date, goals: frozenset[date]) -> WeekSeen:
    starts_on = monday(row.starts_on)
    training = tuple(run for run in runs if run.kind is not SessionKind.RACE)
    races = tuple(run for run in runs if run.kind is SessionKind.RACE and run.date not in goals)
    goal = any(starts_on <= day < starts_on + timedelta(days=7) for day in goals)
    trained = sum(round(run.bone_load * 10) for run in training)
    return WeekSeen(
        row=row,
        starts_on=starts_on,
        runs=runs,
        training=training,
        races=races,
        counted=training + races,
        stub=starts_on < start,
        full=starts_on >= start and not goal and row.kind is not WeekKind.RACE,
        minutes=sum(run.minutes for run in training) + sum(race.minutes for race in races),
        longest=max((run.minutes for run in training), default=0),
        quality=sum(run.quality_minutes for run in training),
        load_tenths=trained + sum(round(race.bone_load * 10) for race in races),
        training_tenths=trained,
    )


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
        week_starts_on=monday(day),
        date=day,
        found=found,
        allowed=allowed,
        text=f"{day}: {words}.",
    )
