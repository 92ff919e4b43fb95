"""Races in the days after a goal race, told as they are entered; the planner refuses them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan, Problem
from scheduler.interview.tables import raw_tables
from scheduler.model.plan import PlannedRace
from scheduler.model.profile import Priority
from scheduler.planner.apart import check_apart
from scheduler.profile.sport import distance

if TYPE_CHECKING:
    from scheduler.interview.question import Heard


def too_close(heard: Heard) -> tuple[str, Problem] | None:
    """The question of the later race's day, and why it comes too soon; None where all have room.

    While it is open what a race is for, it has room where a race of any kind has.
    """
    as_goal, as_small = _refusal(heard, Priority.A), _refusal(heard, Priority.C)
    return as_small if as_goal else None


def _refusal(heard: Heard, unsaid: Priority) -> tuple[str, Problem] | None:
    keys, races = {}, []
    for number, race in enumerate(raw_tables(heard).get("race", [])):
        day = race.get("date")
        if isinstance(day, date):
            keys[race["id"]] = f"race.{number}.date"
            races.append(
                PlannedRace(
                    id=race["id"],
                    name=race["name"],
                    date=day,
                    distance_m=distance().read(race.get("distance", "5k")),
                    priority=Priority(race.get("priority", unsaid)),
                    minutes=0,
                )
            )
    try:
        check_apart(tuple(sorted(races, key=lambda race: race.date)))
    except CannotPlan as refusal:
        key = keys[str(refusal.race)]
        return key, Problem(place=key, text=refusal.text.removesuffix("."))
    return None
