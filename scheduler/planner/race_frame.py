"""Races as the frame lays weeks out round them: their minutes, tapers, and the days they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.model.distances import distance_class
from scheduler.model.plan import PlannedRace
from scheduler.model.profile import Priority
from scheduler.paces import race_minutes
from scheduler.rules.running_in_week_off import (
    RUN_FREE_DAYS_AFTER_SHORT_RACE,
    RUN_FREE_SPAN_DAYS,
    RUN_FREE_WEEK_FROM_M,
)
from scheduler.rules.taper_missing import EARLY_RACE_WEEKDAYS, TAPER_SHARE_PERCENT

if TYPE_CHECKING:
    from scheduler.model.profile import Profile, Race


def planned_race(race: Race, profile: Profile) -> PlannedRace:
    """A race as entered, with the minutes that it is reckoned at."""
    return PlannedRace(
        id=race.id,
        name=race.name,
        date=race.date,
        distance_m=race.distance_m,
        priority=race.priority,
        minutes=race_minutes(race, profile.fitness),
    )


def goals_of(races: tuple[PlannedRace, ...]) -> tuple[PlannedRace, ...]:
    """The A races among them."""
    return tuple(race for race in races if race.priority is Priority.A)


def taper_shares(race: PlannedRace) -> tuple[int, ...]:
    """Percent of the reference week for each tapered week, race week last.

    A race on Monday to Wednesday has next to no race week: the table's last share then belongs to
    the week before, and race week gets the same share for the few days it has.
    """
    shares = TAPER_SHARE_PERCENT[distance_class(race.distance_m)]
    return (*shares, shares[-1]) if is_early(race) else shares


def is_long(race: PlannedRace) -> bool:
    """Whether a whole week without running follows the race."""
    return race.distance_m >= RUN_FREE_WEEK_FROM_M


def days_taken(race: PlannedRace) -> range:
    """A race's day; of a goal race also the day before and the run-free ones after it."""
    day = race.date.toordinal()
    if race.priority is not Priority.A:
        return range(day, day + 1)
    to_sunday = 6 - race.date.weekday()
    free = max(to_sunday, RUN_FREE_SPAN_DAYS if is_long(race) else RUN_FREE_DAYS_AFTER_SHORT_RACE)
    return range(day - 1, day + free + 1)


def is_early(race: PlannedRace) -> bool:
    """Whether next to nothing of its week lies before the race."""
    return race.date.weekday() in EARLY_RACE_WEEKDAYS
