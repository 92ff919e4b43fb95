"""Races need room between them: the run-free days after a goal race belong to nobody else."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan
from scheduler.model.profile import Priority
from scheduler.planner.frame import is_long
from scheduler.rules.running_in_week_off import RUN_FREE_DAYS_AFTER_SHORT_RACE, RUN_FREE_SPAN_DAYS
from scheduler.words import races as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import PlannedRace


def check_apart(races: tuple[PlannedRace, ...]) -> None:
    """Refuse a race that falls into the days after a goal race; ``races`` are by date.

    Raises:
        CannotPlan: RACES-CLOSE, naming the later race.
    """
    for before, race in pairwise(races):
        if before.priority is not Priority.A:
            continue
        day = first_day_for(before, race.priority)
        if race.date < day:
            raise CannotPlan("RACES-CLOSE", words.too_close(before, race, day), race=race.id)


def first_day_for(before: PlannedRace, priority: Priority) -> date:
    """The first day on which a race of this priority may follow a goal race."""
    if priority is Priority.A:
        free = RUN_FREE_SPAN_DAYS if is_long(before) else RUN_FREE_DAYS_AFTER_SHORT_RACE
        return before.date + timedelta(days=free + 1)
    return before.date + timedelta(days=14 - before.date.weekday())  # Monday of the next but one
