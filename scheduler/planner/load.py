"""What a week may hold: its token, the cap on its minutes, its long run and its quality minutes.

Every cap is computed from emitted minutes (the state), never from hidden targets, with whole-number
arithmetic, so that the audit finds the same numbers in the published plan.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class
from scheduler.model.plan import Token, WeekKind
from scheduler.planner.state import needs_hold
from scheduler.rules.intensity_too_early import REGAINED_PERCENT, WEEKS_BEYOND_TAPER
from scheduler.rules.long_run_target import TARGETS
from scheduler.rules.long_run_too_large_share import LONG_RUN_SHARE_PERCENT
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.rules.week_grows_too_fast import RECOVERY_KEEPS_PERCENT

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.model.profile import Running
    from scheduler.planner.days import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.state import State

QUALITY_PHASE_WEEKS: Final = (6, 6, 6, 4, 0)  # before the taper; the longest races need none
TAPER_QUALITY_PERCENT: Final = 60
RACE_WEEK_LEAST_MINUTES: Final = 2 * SHORTEST_RUN_MINUTES
# Weeks that lose the minutes of the runs they lose; the others have a shape of their own.
SCALED: Final = frozenset(
    {WeekKind.BUILD, WeekKind.RETURN, WeekKind.DELOAD, WeekKind.TAPER, WeekKind.TUNE_UP}
)


class Bound(StrEnum):
    """What kept a volume week from being longer."""

    GROWTH = "growth"
    TARGET = "target"
    CEILING = "ceiling"
    SINGLE_RUN = "single-run"
    SHARE = "share"
    WINDOW = "window"


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """What the plan builds towards, in minutes: long run, week, and the athlete's ceiling."""

    long_run: int
    weekly: int
    ceiling: int | None
    held: int | None
    usual_runs: int
    race_class: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """The caps of one week.

    ``long_cap`` leaves out the week's own share and dates; ``grows`` keeps it exact.
    """

    token: Token | None
    minutes: int
    long_cap: int
    quality: int = 0
    held_quality: int = 0
    grows: bool = False
    bound: Bound | None = None
    grown_minutes: int = 0  # the growth cap: bone load may rise in the same proportion


def goal_of(distance_m: int, minutes: int, running: Running, runs: int) -> Goal:
    """The long-run target, to the next 5 minutes, and the week it needs at so many runs.

    ``minutes`` are those of a race of the distance. Neither falls below today's; only the most that
    a distance asks for cuts a long run down.
    """
    percent, least, most = TARGETS[distance_class(distance_m)]
    long_run = min(most, max(least, -(-minutes * percent // 100)))
    long_run = min(most, max(-(-long_run // 5) * 5, running.longest_run_minutes))
    weekly = running.aim_weekly_minutes or -(-long_run * 100 // share_percent(runs))
    return Goal(
        long_run=long_run,
        weekly=max(weekly, running.weekly_minutes),
        ceiling=running.most_weekly_minutes,
        held=running.held_weekly_minutes,
        usual_runs=runs,
        race_class=distance_class(distance_m),
    )


def share_percent(runs: int) -> int:
    """The long run's largest share of a week of so many runs."""
    return LONG_RUN_SHARE_PERCENT[min(max(runs, 1), len(LONG_RUN_SHARE_PERCENT)) - 1]


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
    if week.tune_up is not None and not week.first_day:
        target = _beside_race(target, week.tune_up.minutes, pattern.usual_runs, state)
    scaled = kind in SCALED and not (week.first_day or week.eve)
    usual = pattern.usual_runs - (week.tune_up is not None)
    if not scaled or runs >= usual:
        return target
    minutes = target.minutes * runs // max(usual, 1)  # what the other runs were to be is left out
    return replace(target, minutes=minutes, bound=None)


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
            return _loading(week, state, limits, goal, first=first)


def _tune_up(week: FrameWeek, state: State, limits: Limits, goal: Goal, *, first: bool) -> Target:
    """An ordinary week without anything new; its long run will make way for the race."""
    if state.in_ladder:
        back = _on_ladder(state, limits)
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


def _loading(week: FrameWeek, state: State, limits: Limits, goal: Goal, *, first: bool) -> Target:
    if state.in_ladder:
        return _on_ladder(state, limits)
    reference, held = state.reference, _held_quality(state, limits)
    longest = max(state.longest_before(week.ordinal(0)), SHORTEST_RUN_MINUTES)
    growth = growth_cap(state, limits, goal)
    if first or needs_hold(state, limits):
        return Target(
            token=Token.BASELINE if first else Token.HOLD,
            minutes=reference,
            long_cap=longest,
            quality=held,
            held_quality=held,
            grown_minutes=growth,
        )
    wished = _grown_quality(week, state, limits, goal)
    if wished:
        return Target(
            token=Token.INTENSITY,
            minutes=min(reference, state.most_minutes),
            long_cap=goal.long_run,
            quality=wished,
            held_quality=held,
            grows=True,
            grown_minutes=growth,
        )
    return _volume_or_long(state, goal, held, growth, longest)


def growth_cap(state: State, limits: Limits, goal: Goal) -> int:
    """The most minutes of a growing week; faster up to what was held before, then slower."""
    reference = state.reference
    cap = max(
        reference * (100 + limits.growth_percent) // 100, reference + limits.growth_at_least_minutes
    )
    if goal.held is not None and reference < goal.held:
        cap = max(cap, min(goal.held, reference * (100 + limits.held_growth_percent) // 100))
    return cap


def _volume_or_long(state: State, goal: Goal, held: int, growth: int, longest: int) -> Target:
    reference, weekly, end = state.reference, goal.weekly, Bound.TARGET
    if goal.ceiling is not None and goal.ceiling < weekly:
        weekly, end = goal.ceiling, Bound.CEILING
    if reference < weekly:
        return Target(
            token=Token.VOLUME,
            minutes=min(growth, weekly),
            long_cap=goal.long_run,
            quality=held,
            held_quality=held,
            grows=True,
            bound=end if weekly < growth else Bound.GROWTH,
            grown_minutes=growth,
        )
    grows = longest < goal.long_run
    return Target(
        token=Token.LONG if grows else Token.HOLD,
        minutes=reference,
        long_cap=goal.long_run if grows else longest,
        quality=held,
        held_quality=held,
        grows=grows,
        grown_minutes=growth,
    )


def _on_ladder(state: State, limits: Limits) -> Target:
    percent = state.ladder[state.ladder_step]
    quality = 0
    known = state.before_bone_load > 0
    if known and state.ladder_step and limits.quality_in_ladder and limits.quality_allowed:
        quality = max(state.quality) * percent // 100
    return Target(
        token=Token.RETURN,
        minutes=percent * state.before_minutes // 100,
        long_cap=max(percent * state.before_longest // 100, SHORTEST_RUN_MINUTES),
        quality=quality,
        held_quality=quality,
    )


def _held_quality(state: State, limits: Limits) -> int:
    return min(max(state.quality), state.most_quality) if limits.quality_allowed else 0


def _grown_quality(week: FrameWeek, state: State, limits: Limits, goal: Goal) -> int:
    """Quality minutes of a week in which only quality may grow, 0 where a condition is missing."""
    phase = QUALITY_PHASE_WEEKS[goal.race_class]
    if not limits.quality_allowed or phase == 0 or state.loading_weeks < limits.quality_gate_weeks:
        return 0
    if week.weeks_to_taper > phase and state.reference < goal.weekly:
        return 0
    regained = state.longest_before(week.ordinal(0)) * 100
    if regained < REGAINED_PERCENT * min(state.longest, goal.long_run):
        return 0
    new = max(state.quality) == 0
    if new and week.weeks_to_race is not None and week.weeks_to_taper <= WEEKS_BEYOND_TAPER:
        return 0
    wished = max(state.quality) + limits.quality_step_minutes
    most = min(state.reference, state.most_minutes) * limits.quality_share_percent // 100
    return wished if wished <= most else 0
