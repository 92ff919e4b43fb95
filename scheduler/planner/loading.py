"""What a loading week may hold: its token, and the growth of minutes, long run or quality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import Token
from scheduler.planner.state import needs_hold
from scheduler.planner.target import Bound, Target
from scheduler.rules.intensity_too_early import REGAINED_PERCENT, WEEKS_BEYOND_TAPER
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.state import State
    from scheduler.planner.target import Goal

QUALITY_PHASE_WEEKS: Final = (6, 6, 6, 4, 0)  # before the taper; the longest races need none


def loading(week: FrameWeek, state: State, limits: Limits, goal: Goal, *, first: bool) -> Target:
    """The caps of a full loading week; ``first`` marks the first one of the plan."""
    if state.in_ladder:
        return on_ladder(state, limits)
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
        bound=None if grows else end,
        grown_minutes=growth,
    )


def on_ladder(state: State, limits: Limits) -> Target:
    """The caps of a loading week on the way back after a week off."""
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
