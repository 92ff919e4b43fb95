"""Races need room between them: the run-free days after a goal race belong to nobody else."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan
from scheduler.model.profile import Priority
from scheduler.planner.race_frame import is_long, taper_shares
from scheduler.rules.running_in_week_off import RUN_FREE_DAYS_AFTER_SHORT_RACE, RUN_FREE_SPAN_DAYS
from scheduler.rules.week_off_too_late import WEEKS_BEYOND_TAPER
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


def weeks_between(before: PlannedRace, race: PlannedRace) -> int:
    """Plan weeks from the week of one race to that of a later one."""
    return (race.date - before.date).days // 7 + (race.date.weekday() < before.date.weekday())


def leaves_no_training(before: PlannedRace, race: PlannedRace) -> bool:
    """Whether the days after one goal race and the taper for the next fill the time between."""
    return weeks_between(before, race) - 1 - len(taper_shares(race)) < WEEKS_BEYOND_TAPER


def first_day_for(before: PlannedRace, priority: Priority) -> date:
    """The first day on which a race of this priority may follow a goal race."""
    if priority is Priority.A:
        free = RUN_FREE_SPAN_DAYS if is_long(before) else RUN_FREE_DAYS_AFTER_SHORT_RACE
        return before.date + timedelta(days=free + 1)
    return before.date + timedelta(days=14 - before.date.weekday())  # Monday of the next but one
