"""Plan weeks, Monday to Sunday: those at a day, and the sums of the runs in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from scheduler.model.plan import Session, Week

WEEK: Final = timedelta(days=7)


def monday_of(day: date) -> date:
    """The first day of the plan week that holds a day.

    >>> monday_of(date(2027, 1, 10))
    datetime.date(2027, 1, 4)
    """
    return day - timedelta(days=day.weekday())


def monday_after(day: date) -> date:
    """The first Monday after a day.

    >>> monday_after(date(2027, 1, 10)), monday_after(date(2027, 1, 11))
    (datetime.date(2027, 1, 11), datetime.date(2027, 1, 18))
    """
    return monday_of(day) + WEEK


def with_sums(week: Week, runs: Iterable[Session], goals: Container[str]) -> Week:
    """A week with the sums of these runs; ``goals`` are slots of A races, which are left out."""
    counted = [run for run in runs if run.slot not in goals]
    trained = [run for run in counted if run.kind is not SessionKind.RACE]
    return replace(
        week,
        runs=len(counted),
        minutes=sum(run.minutes for run in counted),
        longest_minutes=max((run.minutes for run in counted), default=0),
        quality_minutes=sum(run.quality_minutes for run in trained),
        bone_load=round(sum((run.bone_load for run in counted), 0.0), 1),
        bone_load_low=round(sum((run.bone_load_low for run in counted), 0.0), 1),
        bone_load_high=round(sum((run.bone_load_high for run in counted), 0.0), 1),
    )
