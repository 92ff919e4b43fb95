"""The fold: week after week is filled, from the state that the emitted weeks before it leave."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.model.distances import distance_class
from scheduler.model.plan import LOADING, RUN_FREE, RUNS
from scheduler.paces import paces_for
from scheduler.planner.days_free import DaysFree, unasked_free_days
from scheduler.planner.first_state import first_state, rested_before
from scheduler.planner.publishing import sessions_of, week_of
from scheduler.planner.running_row import days_left_empty, row_so_far, run_days_of, with_past_days
from scheduler.planner.running_week import fill_running_week, past_week
from scheduler.planner.state import advance, after_free_days, is_stub
from scheduler.planner.week import MadeWeek, make_week
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.words import refusals

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import PlannedRace, Session, Week, WeekKind
    from scheduler.model.profile import Profile
    from scheduler.planner.day_need import DayPattern
    from scheduler.planner.frame import FrameWeek, PlanFrame
    from scheduler.planner.minutes import Setting
    from scheduler.planner.past import Past
    from scheduler.planner.state import State

WALK_BREAKS_FROM_PERCENT: Final = 150
# Race minutes over the longest run of the 30 days before, by distance class; above it no plan.
REFUSED_ABOVE_PERCENT: Final = (200, 170, 170, 200, 300)
MARATHON_CLASS: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Folded:
    """The weeks filled so far, in the end all, and the ``state`` that they leave.

    ``first`` tells that no full loading week is among them. ``longest_before`` are minutes of the
    30 days before each race, by id.
    """

    limits: Limits
    state: State
    first: bool = True
    weeks: tuple[Week, ...] = ()
    sessions: tuple[Session, ...] = ()
    made: tuple[MadeWeek, ...] = ()
    longest_before: dict[str, int] = field(default_factory=dict)

    def with_week(
        self, row: Week, counted: Week, made: MadeWeek, sessions: tuple[Session, ...]
    ) -> Folded:
        """One week more; ``counted`` is its row as the state counts it."""
        return replace(
            self,
            state=advance(self.state, counted, sessions, self.limits),
            first=self.first and (counted.kind not in LOADING or is_stub(counted)),
            weeks=(*self.weeks, row),
            sessions=(*self.sessions, *sessions),
            made=(*self.made, made),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """What a fold goes by: the same for all of its weeks."""

    profile: Profile
    today: date
    frame: PlanFrame
    past: Past | None = None

    def is_running(self, week: FrameWeek) -> bool:
        """Whether the week has begun and is not over."""
        return self.past is not None and week.from_day > 0


def fold_weeks(
    course: Course, days: tuple[tuple[WeekKind, DayPattern], ...], settings: tuple[Setting, ...]
) -> Folded | DaysFree:
    """Fill the weeks in order; ``days`` are the kind and the run days of each that is not over.

    ``settings`` has one for each goal. Where seven days and more turn out to stay without a run
    beside days away or a race, it is these days that come back: the season must know of them.

    Of a running plan the rows of weeks that have begun are those published, and the sessions before
    today are as run.

    Raises:
        CannotPlan: a race is too far beyond the longest run, or a week would hold no run.
    """
    folded = _behind(course, settings[0].limits)
    for week, (kind, pattern) in zip(course.frame.to_come, days, strict=True):
        setting = settings[week.goal]
        if week.race is not None and not week.is_raced:
            longest = _judge_race(folded.state, week.race, setting.limits)
            known = folded.longest_before | {week.race.id: longest}
            folded = replace(folded, longest_before=known)
            setting = _on_race_day(course.profile, week.race, longest, setting)
        made = _filled(course, folded, kind, week, pattern, setting=setting)
        free = _free_days(course, folded, week, pattern, made)
        if free is not None:
            return free
        folded = _and_week(course, folded, week, pattern, made)
    return folded


def _behind(course: Course, limits: Limits) -> Folded:
    """The weeks that are over, as published, with the state that they leave as they were run."""
    profile, past = course.profile, course.past
    backs = past.backs if past else ()
    state = first_state(profile.running, profile.start, limits, backs)
    folded = Folded(limits=limits, state=state)
    if past is None:
        return folded
    for row in past.rows[: past.over]:
        ran = tuple(past.ran_in(row.starts_on))
        made = past_week(row.kind, ran, past)
        folded = folded.with_week(row, past.counted(row), made, ran)
    return folded


def _filled(
    course: Course,
    folded: Folded,
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    *,
    setting: Setting,
) -> MadeWeek:
    """A week to come, or the running one."""
    state, first = folded.state, folded.first
    if course.past and course.is_running(week):
        past = course.past
        return fill_running_week(kind, week, pattern, state, setting, past=past, first=first)
    return fill_week(kind, week, pattern, state, setting, first=first)


def _free_days(
    course: Course, folded: Folded, week: FrameWeek, pattern: DayPattern, made: MadeWeek
) -> DaysFree | None:
    """Days without a run in a filled week, or before it, that the season must know of."""
    profile = course.profile
    if folded.weeks:
        after_off = folded.weeks[-1].kind in RUN_FREE
    else:
        after_off = rested_before(profile.running, profile.start)
    return days_left_empty(week, pattern, made) or unasked_free_days(
        profile,
        course.frame,
        week,
        (*folded.made[-1:], made),
        folded.state,
        after_off=after_off,
        begun=course.past is not None,
    )


def _and_week(
    course: Course, folded: Folded, week: FrameWeek, pattern: DayPattern, made: MadeWeek
) -> Folded:
    """The weeks so far and a filled one; of the running week, its past days as run."""
    emitted = sessions_of(course.profile, course.today, week, made)
    row = counted = replace(week_of(week, made), run_days=run_days_of(pattern))
    if course.past and course.is_running(week):
        emitted = with_past_days(emitted, week, course.past)
        row = row_so_far(row, emitted, pattern, week, past=course.past)
        counted = course.past.counted_as(row, [one for one in emitted if one.kind in RUNS])
    return folded.with_week(row, counted, made, emitted)


def _on_race_day(profile: Profile, race: PlannedRace, longest: int, setting: Setting) -> Setting:
    entered = next(one for one in profile.races if one.id == race.id)
    return replace(
        setting,
        race_paces=paces_for(profile.fitness, entered),
        walk_breaks=race.minutes * 100 // longest >= WALK_BREAKS_FROM_PERCENT,
    )


def fill_week(
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    state: State,
    setting: Setting,
    *,
    first: bool,
) -> MadeWeek:
    """Fill one week from the state before it; ``first`` marks the first full loading week."""
    if kind in RUN_FREE:
        return MadeWeek(kind=kind, token=None, placed=(), bound=None, dropped=0)
    days = pattern.runs if week.race_day is None else (*pattern.runs, week.race_day)
    if not days:
        return make_week(kind, week, pattern, state, setting, first=first)
    known = after_free_days(state, week.ordinal(min(days)), setting.limits)
    made = make_week(kind, week, pattern, known, setting, first=first)
    if made.placed and made.placed[0].weekday != min(days):
        # The first run was left out, and the days without running before the next are more.
        begins = made.placed[0].weekday
        later = after_free_days(state, week.ordinal(begins), setting.limits)
        if (later.ladder, later.ladder_step) != (known.ladder, known.ladder_step):
            left = tuple(day for day in pattern.runs if day >= begins)
            pattern = replace(
                pattern, runs=left, long=pattern.long if pattern.long in left else None
            )
            made = make_week(kind, week, pattern, later, setting, first=first)
    return made


def _judge_race(state: State, race: PlannedRace, limits: Limits) -> int:
    """Minutes of the longest run in the 30 days before a race; refused where it is too far."""
    longest = max(state.longest_before(race.date.toordinal()), SHORTEST_RUN_MINUTES)
    race_class = distance_class(race.distance_m)
    most = REFUSED_ABOVE_PERCENT[race_class]
    if race_class == MARATHON_CLASS:
        most = limits.finish_ratio_marathon_percent
    if race.minutes * 100 > most * longest:
        raise CannotPlan("RACE-SPIKE", refusals.race_too_far(race, longest), race=race.id)
    return longest
