"""Why no season keeps the rules: which rule binds, in which week, for which race."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.planner.season import stuck_at
from scheduler.words import refusals as words

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.model.plan import PlannedRace
    from scheduler.planner.frame import PlanFrame
    from scheduler.planner.season_frame import History

NO_LIMIT: Final = 10_000


def no_season(frame: PlanFrame, history: History, limits: Limits) -> CannotPlan:
    """The refusal of a frame that no season fits: the rule that binds, and for which race."""
    season = frame.season()
    place = stuck_at(season, history, limits, limits.waivers) or 0
    race = _race_from(frame, place)
    without_deloads = replace(limits, loading_weeks_in_a_row=NO_LIMIT)
    if stuck_at(season, history, without_deloads, limits.waivers) is None:
        monday, most = frame.to_come[place].starts_on, limits.loading_weeks_in_a_row
        text = words.no_lighter_week(monday, most)
    else:
        text = words.no_week_off(race, frame.to_come[place].starts_on, limits.running_weeks)
    return CannotPlan("INFEASIBLE-BREAK", text, race=None if race is None else race.id)


def _race_from(frame: PlanFrame, place: int) -> PlannedRace | None:
    """The first race in a week or after it."""
    later = (week.race for week in frame.to_come[place:] if week.race is not None)
    return next(later, frame.races[-1] if frame.races else None)
