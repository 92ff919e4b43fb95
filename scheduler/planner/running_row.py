"""The running week as a row of the plan: past days as published, days to come as they are now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.model.plan import RUNS, RunDays, SessionKind
from scheduler.model.plan_weeks import with_sums
from scheduler.planner.days_free import DaysFree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.plan import Session, Week
    from scheduler.planner.day_need import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.past import Past
    from scheduler.planner.week import MadeWeek


def with_past_days(emitted: Sequence[Session], week: FrameWeek, past: Past) -> tuple[Session, ...]:
    """The running week's sessions: those before today as run, then those to come."""
    to_come = (session for session in emitted if session.date >= past.today)
    return (*past.ran_in(week.starts_on), *to_come)


def row_so_far(
    row: Week, emitted: Sequence[Session], pattern: DayPattern, week: FrameWeek, *, past: Past
) -> Week:
    """The row with its past days counted as published: what the record says of the week."""
    over = [run for run in past.published_in(week.starts_on) if run.date < past.today]
    to_come = [one for one in emitted if one.kind in RUNS and one.date >= past.today]
    sums = with_sums(row, [*over, *to_come], past.goals)
    return replace(sums, run_days=_days_kept(pattern, week, past))


def days_left_empty(week: FrameWeek, pattern: DayPattern, made: MadeWeek) -> DaysFree | None:
    """The days to come of a running week that was to have runs on them and has none.

    They are known only now; what the first week back is may depend on them.
    """
    asked = {day for day in pattern.runs if day >= week.from_day}
    placed = {run.weekday for run in made.training if run.weekday >= week.from_day}
    if not week.from_day or not asked or placed:
        return None
    return DaysFree(days=frozenset(week.ordinal(day) for day in asked))


def run_days_of(pattern: DayPattern) -> RunDays:
    """The days that a pattern gives."""
    return RunDays(runs=pattern.runs, long=pattern.long, quality=pattern.quality)


def _days_kept(pattern: DayPattern, week: FrameWeek, past: Past) -> RunDays:
    """The days of the running week: those that are past as it was published."""
    now, known = run_days_of(pattern), past.running.run_days if past.running else None
    if known is None:
        return now
    to_come = {day for day in now.runs if day >= week.from_day}
    published = past.to_come_in(week.starts_on)
    if to_come == {run.date.weekday() for run in published if run.kind is not SessionKind.RACE}:
        return known
    over = {day for day in known.runs if day < week.from_day}
    return RunDays(
        runs=tuple(sorted(over | to_come)),
        long=known.long if known.long in over else now.long,
        quality=known.quality if known.quality in over else now.quality,
    )
