"""What is said where there is no plan: the rule that binds, and what would work instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scheduler.words.amounts import DISTANCE_WORDS, duration, long_day
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.model.profile import Profile, Race

TRY_START: Final = "start on {day}"
TRY_RACE: Final = "a race of this distance from {day}"
TRY_NAMED_RACE: Final = "{race} from {day}"
TRY_WITHOUT: Final = "the plan without {races}"
TRY_WITHOUT_SMALLER: Final = "the plan without its B and C races"
TRY_WITHOUT_AWAY: Final = "the plan without the days away from {day}"
TRY_WITHOUT_CEILINGS: Final = "the plan without ceilings for the minutes of a day"
TRY_DISTANCE: Final = "{distance} {when}"
TRY_DISTANCE_WITHOUT_GOAL: Final = "{distance} {when}, without this goal time"
TRIES: Final = "What would work: {tries}."
NO_TRY: Final = (
    "No single change of start, date, distance or races would do with today's running: more than one thing stands"
    " in the way."
)
NO_WEEK_OFF: Final = (
    "At most {most} running weeks stand between weeks off, those before the plan counted; the week of {day} would be"
    " one more, and {near} no week for one. None belongs right before a race, or so close to a goal that the way"
    " back fills the taper. Taking the week off now and running the race easy, or leaving it out, is also an answer."
)
NO_LIGHTER_WEEK: Final = (
    "No plan: the week of {day} would be loading week number {number} in a row, and at most {most} stand together"
    " before a lighter one. A week with a race counts as loading."
)


def no_week_off(race: PlannedRace | None, monday: date, most: int) -> str:
    """Why no season keeps the weeks off where they belong; ``monday`` begins the week too many."""
    near = "the weeks before it leave"
    if race is not None:
        near = f"{one_line(race.name)} on {long_day(race.date)} leaves"
    return NO_WEEK_OFF.format(near=near, day=long_day(monday), most=most)


def no_lighter_week(monday: date, most: int) -> str:
    """Why no season keeps the lighter weeks where they belong."""
    return NO_LIGHTER_WEEK.format(day=long_day(monday), number=most + 1, most=most)


def race_too_far(race: PlannedRace, longest: int) -> str:
    """Why a race is too far beyond the longest run."""
    times = f"{race.minutes / longest:.1f}"
    return (
        f"By {long_day(race.date)} your longest run reaches {duration(longest)}; {one_line(race.name)} takes about"
        f" {duration(race.minutes)}, {times} times that. One run so far beyond the others is what a plan for bone"
        " must not ask."
    )


def with_tries(text: str, tries: Sequence[dict[str, Any]], profile: Profile) -> str:
    """A refusal followed by what would work."""
    if not tries:
        return f"{text} {NO_TRY}"
    races = {race.id: race for race in profile.races}
    told = "; or ".join(_try(one, races) for one in tries)
    return f"{text} {TRIES.format(tries=told)}"


def _try(one: dict[str, Any], races: dict[str, Race]) -> str:
    if "start" in one:
        return TRY_START.format(day=long_day(one["start"]))
    if "leave_out" in one:
        out = [races[race_id] for race_id in one["leave_out"]]
        if len(out) > 1:
            return TRY_WITHOUT_SMALLER
        return TRY_WITHOUT.format(races=f"{one_line(out[0].name)} on {long_day(out[0].date)}")
    if "away_from" in one:
        return TRY_WITHOUT_AWAY.format(day=long_day(one["away_from"]))
    if "most_minutes" in one:
        return TRY_WITHOUT_CEILINGS
    named = races.get(one.get("race", ""))
    return _try_race(one, None if named is None else one_line(named.name))


def _try_race(one: dict[str, Any], name: str | None) -> str:
    if "race_date" in one:
        day = long_day(one["race_date"])
        return TRY_NAMED_RACE.format(race=name, day=day) if name else TRY_RACE.format(day=day)
    told = TRY_DISTANCE if "goal_time" not in one else TRY_DISTANCE_WITHOUT_GOAL
    when = "that day" if name is None else f"on the day of {name}"
    return told.format(distance=DISTANCE_WORDS[one["distance"]], when=when)
