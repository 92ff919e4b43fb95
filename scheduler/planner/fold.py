"""The fold: week after week is filled, from the state that the emitted weeks before it leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """All weeks filled; ``longest_before`` are minutes of the 30 days before each race, by id."""

    weeks: tuple[Week, ...]
    sessions: tuple[Session, ...]
    made: tuple[MadeWeek, ...]
    longest_before: dict[str, int]


def fold_weeks(
    profile: Profile,
    today: date,
    frame: PlanFrame,
    days: tuple[tuple[WeekKind, DayPattern], ...],
    settings: tuple[Setting, ...],
    *,
    past: Past | None = None,
) -> Folded | DaysFree:
    """Fill the weeks in order; ``days`` are the kind and the run days of each that is not over.

    ``settings`` has one for each goal. Where seven days and more turn out to stay without a run
    beside days away or a race, it is these days that come back: the season must know of them.

    Of a running plan the rows of weeks that have begun are those published, and the sessions before
    today are as run.

    Raises:
        CannotPlan: a race is too far beyond the longest run, or a week would hold no run.
    """
    limits = settings[0].limits
    state = first_state(profile.running, profile.start, limits, past.backs if past else ())
    weeks: list[Week] = []
    sessions: list[Session] = []
    made_weeks: list[MadeWeek] = []
    longest_before: dict[str, int] = {}
    first, rested = True, rested_before(profile.running, profile.start)
    if past:
        for row in past.rows[: past.over]:
            counted, ran = past.counted(row), past.ran_in(row.starts_on)
            weeks.append(row)
            sessions.extend(ran)
            made_weeks.append(past_week(row.kind, ran, past))
            first = first and (counted.kind not in LOADING or is_stub(counted))
            state = advance(state, counted, ran, limits)
    for week, (kind, pattern) in zip(frame.to_come, days, strict=True):
        setting = settings[week.goal]
        if week.race is not None and not week.is_raced:
            longest = longest_before[week.race.id] = _judge_race(state, week.race, limits)
            setting = _on_race_day(profile, week.race, longest, setting)
        if past and week.from_day:
            made = fill_running_week(kind, week, pattern, state, setting, past=past, first=first)
        else:
            made = fill_week(kind, week, pattern, state, setting, first=first)
        after_off = weeks[-1].kind in RUN_FREE if weeks else rested
        made_weeks.append(made)
        if week.from_day and (left := days_left_empty(week, pattern, made)):
            return DaysFree(days=left)
        free = unasked_free_days(
            profile,
            frame,
            week,
            tuple(made_weeks[-2:]),
            state,
            after_off=after_off,
            begun=past is not None,
        )
        if free is not None:
            return free
        first = first and (kind not in LOADING or bool(week.first_day))
        row = replace(week_of(week, made), run_days=run_days_of(pattern))
        emitted = sessions_of(profile, today, week, made)
        counted = row
        if past and week.from_day:
            emitted = with_past_days(emitted, week, past)
            row = row_so_far(row, emitted, pattern, week, past=past)
            counted = past.counted_as(row, [one for one in emitted if one.kind in RUNS])
        weeks.append(row)
        sessions.extend(emitted)
        state = advance(state, counted, emitted, limits)
    return Folded(
        weeks=tuple(weeks),
        sessions=tuple(sessions),
        made=tuple(made_weeks),
        longest_before=longest_before,
    )


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
