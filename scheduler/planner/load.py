"""What a week may hold, by its kind: the caps on its minutes, its long run and its quality.

Every cap is computed from emitted minutes (the state), never from hidden targets, with whole-number
arithmetic, so that the audit finds the same numbers in the published plan.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import Token, WeekKind
from scheduler.planner.loading import loading, on_ladder
from scheduler.planner.target import Bound, Target, share_percent
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.rules.week_grows_too_fast import RECOVERY_KEEPS_PERCENT

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.planner.day_need import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.state import State
    from scheduler.planner.target import Goal

TAPER_QUALITY_PERCENT: Final = 60
RACE_WEEK_LEAST_MINUTES: Final = 2 * SHORTEST_RUN_MINUTES
# Weeks that lose the minutes of the runs they lose; the others have a shape of their own.
SCALED: Final = frozenset(
    {WeekKind.BUILD, WeekKind.RETURN, WeekKind.DELOAD, WeekKind.TAPER, WeekKind.TUNE_UP}
)


def target_of(
    kind: WeekKind,
    week: FrameWeek,
    state: State,
    limits: Limits,
    goal: Goal,
    *,
    first: bool,
    pattern: DayPattern,
) -> Target:
    """The caps of a week; ``first`` marks the first full loading week."""
    runs = len(pattern.runs)
    target = _by_kind(kind, week, state, limits, goal, first=first, runs=runs)
    target = _under_ceiling(target, goal)
    if week.tune_up is not None and (kind is WeekKind.TAPER or not week.first_day):
        target = _beside_race(target, week.tune_up.minutes, pattern.usual_runs, state)
    scaled = kind in SCALED and not (week.first_day or week.eve)
    usual = pattern.usual_runs - (week.tune_up is not None)
    if not scaled or runs >= usual:
        return target
    most = 0 if pattern.long is None else state.single_run_cap(week.ordinal(pattern.long))
    return replace(target, minutes=_left(target, pattern, usual, most), bound=None)


def _left(target: Target, pattern: DayPattern, usual: int, most: int) -> int:
    """What a week that loses runs keeps: its long run, and of the rest what the other runs were."""
    runs = len(pattern.runs)
    if pattern.long is None or usual < 2:
        return target.minutes * runs // max(usual, 1)
    long_run = min(target.long_cap, most, target.minutes * share_percent(usual) // 100)
    return long_run + (target.minutes - long_run) * (runs - 1) // (usual - 1)


def _by_kind(
    kind: WeekKind,
    week: FrameWeek,
    state: State,
    limits: Limits,
    goal: Goal,
    *,
    first: bool,
    runs: int,
) -> Target:
    """The caps of a week at an ordinary week's runs, the race in it not yet reckoned with."""
    reference = state.reference
    match kind:
        case WeekKind.DELOAD:
            minutes = limits.deload_keeps_percent * min(reference, max(state.full)) // 100
            if state.in_ladder:
                share = state.ladder[state.ladder_step] * state.before_minutes // 100
                minutes = min(minutes, share)
            minutes = _part(minutes, runs, goal) if week.first_day else minutes
            return Target(token=None, minutes=minutes, long_cap=_known_long(week, state, goal))
        case WeekKind.RECOVERY:
            minutes = RECOVERY_KEEPS_PERCENT * reference // 100
            return Target(token=None, minutes=minutes, long_cap=_known_long(week, state, goal))
        case WeekKind.TAPER | WeekKind.RACE:
            return _taper(week, state, limits, goal)
        case _ if week.first_day:
            return _stub(week, state, goal, runs)
        case WeekKind.TUNE_UP:
            return _tune_up(week, state, limits, goal, first=first)
        case _:
            return loading(week, state, limits, goal, first=first)


def _tune_up(week: FrameWeek, state: State, limits: Limits, goal: Goal, *, first: bool) -> Target:
    """An ordinary week without anything new; its long run will make way for the race."""
    if state.in_ladder:
        back = on_ladder(state, limits)
        minutes = min(back.minutes, state.reference)
        return replace(back, minutes=minutes, quality=0, held_quality=0)
    return Target(
        token=Token.BASELINE if first else Token.HOLD,
        minutes=state.reference,
        long_cap=_known_long(week, state, goal),
    )


def _beside_race(target: Target, race_minutes: int, usual_runs: int, state: State) -> Target:
    """What a B or C race leaves of a week: the race is its long run, and nothing is made up for."""
    long_run = min(target.long_cap, target.minutes * share_percent(usual_runs) // 100)
    minutes = max(0, min(target.minutes - max(race_minutes, long_run), max(state.besides)))
    return replace(target, minutes=minutes, quality=0, held_quality=0, grows=False, bound=None)


def _known_long(week: FrameWeek, state: State, goal: Goal) -> int:
    """The most for a long run that is no new mark: of 30 days, or of this step of the way back."""
    known = max(state.longest_trained_before(week.ordinal(0)), SHORTEST_RUN_MINUTES)
    if state.in_ladder:
        known = min(known, state.ladder[state.ladder_step] * state.before_longest // 100)
    return max(min(known, goal.long_run), SHORTEST_RUN_MINUTES)


def _under_ceiling(target: Target, goal: Goal) -> Target:
    if goal.ceiling is None or target.minutes <= goal.ceiling:
        return target
    bound = Bound.CEILING if target.bound else None
    return replace(target, minutes=goal.ceiling, bound=bound)


def _stub(week: FrameWeek, state: State, goal: Goal, runs: int) -> Target:
    """The few days before the first full week: their part of today's week, nothing new.

    A race among them is one of the runs.
    """
    race = 0 if week.tune_up is None else week.tune_up.minutes
    most = max(state.besides) if race else state.loading[-1]
    percent = state.ladder[state.ladder_step] if state.in_ladder else 100
    minutes = state.loading[-1] * percent // 100
    return Target(
        token=None,
        minutes=min(most, max(0, _part(minutes, runs + (race > 0), goal) - race)),
        long_cap=max(state.before_longest * percent // 100, SHORTEST_RUN_MINUTES),
    )


def _part(minutes: int, runs: int, goal: Goal) -> int:
    """The minutes of a week with fewer days than usual."""
    return minutes * runs // max(goal.usual_runs, runs)


def _taper(week: FrameWeek, state: State, limits: Limits, goal: Goal) -> Target:
    percent = week.taper_percent or 0
    reference = state.reference
    if state.in_ladder:
        reference = min(reference, state.ladder[state.ladder_step] * state.before_minutes // 100)
    minutes = percent * reference // 100
    quality = 0
    if limits.quality_allowed and not state.in_ladder:
        quality = max(state.quality) * TAPER_QUALITY_PERCENT // 100
    if week.is_goal or week.eve:
        quality = min(6, quality) if max(state.quality) >= 4 and not week.first_day else 0
    if week.is_goal and week.race_day is not None:
        for_two = min(minutes, RACE_WEEK_LEAST_MINUTES)
        minutes = max(minutes * week.race_day // 6, for_two if week.race_day > 2 else 0)
    long_cap = _known_long(week, state, goal)
    return Target(token=None, minutes=minutes, long_cap=long_cap, quality=quality)
