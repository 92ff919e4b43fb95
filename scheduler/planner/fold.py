"""The fold: week after week is filled, from the state that the emitted weeks before it leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.model.distances import distance_class
from scheduler.model.plan import LOADING, RUN_FREE
from scheduler.planner.gates import check_holds_runs
from scheduler.planner.publishing import sessions_of, week_of
from scheduler.planner.state import advance, first_state, with_ladder
from scheduler.planner.week import MadeWeek, make_week
from scheduler.words import messages as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Session, Week, WeekKind
    from scheduler.model.profile import Profile
    from scheduler.planner.days import DayPattern
    from scheduler.planner.frame import FrameWeek, PlanFrame
    from scheduler.planner.minutes import Setting
    from scheduler.planner.state import State

WALK_BREAKS_FROM_PERCENT: Final = 150
# Race minutes over the longest run of the 30 days before, by distance class; above it no plan.
REFUSED_ABOVE_PERCENT: Final = (200, 170, 170, 200, 300)
MARATHON_CLASS: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Folded:
    """All weeks filled; ``longest_before_race`` are minutes of the 30 days before the race."""

    weeks: tuple[Week, ...]
    sessions: tuple[Session, ...]
    made: tuple[MadeWeek, ...]
    longest_before_race: int


def fold_weeks(
    profile: Profile,
    today: date,
    frame: PlanFrame,
    days: tuple[tuple[WeekKind, DayPattern], ...],
    setting: Setting,
) -> Folded:
    """Fill the weeks in order; ``days`` are each week's kind and its run days.

    Raises:
        CannotPlan: the race is too far beyond the longest run, or a week would hold no run.
    """
    state = first_state(profile.running, profile.start, setting.limits)
    weeks: list[Week] = []
    sessions: list[Session] = []
    made_weeks: list[MadeWeek] = []
    longest_before_race, first = 0, True
    for week, (kind, pattern) in zip(frame.weeks, days, strict=True):
        if week.race is not None:
            longest_before_race = _judge_race(state, frame, setting.limits)
            percent = week.race.minutes * 100 // longest_before_race
            setting = replace(setting, walk_breaks=percent >= WALK_BREAKS_FROM_PERCENT)
        made = _made(kind, week, pattern, state, setting, first=first)
        check_holds_runs(profile, week, made, state)
        first = first and (kind not in LOADING or bool(week.first_day))
        made_weeks.append(made)
        weeks.append(week_of(week, made))
        emitted = sessions_of(profile, today, week, made)
        sessions.extend(emitted)
        state = advance(state, weeks[-1], emitted, setting.limits)
    return Folded(
        weeks=tuple(weeks),
        sessions=tuple(sessions),
        made=tuple(made_weeks),
        longest_before_race=longest_before_race,
    )


def _made(
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    state: State,
    setting: Setting,
    *,
    first: bool,
) -> MadeWeek:
    if kind in RUN_FREE:
        return MadeWeek(kind=kind, token=None, placed=(), bound=None, dropped=0)
    if pattern.runs:
        state = with_ladder(state, week.ordinal(pattern.runs[0]), setting.limits)
    made = make_week(kind, week, pattern, state, setting, first=first)
    if made.training and made.training[0].weekday != pattern.runs[0]:
        # The first run was left out, and the days without running before the next are more.
        later = with_ladder(state, week.ordinal(made.training[0].weekday), setting.limits)
        if later.ladder != state.ladder:
            made = make_week(kind, week, pattern, later, setting, first=first)
    return made


def _judge_race(state: State, frame: PlanFrame, limits: Limits) -> int:
    """Minutes of the longest run in the 30 days before the race; refused where it is too far."""
    race = frame.race
    longest = max(state.longest_before(race.date.toordinal()), 15)
    race_class = distance_class(race.distance_m)
    most = REFUSED_ABOVE_PERCENT[race_class]
    if race_class == MARATHON_CLASS:
        most = limits.finish_ratio_marathon_percent
    if race.minutes * 100 > most * longest:
        raise CannotPlan("RACE-SPIKE", words.race_too_far(race, longest))
    return longest
