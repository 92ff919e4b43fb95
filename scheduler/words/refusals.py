"""What is said where there is no plan: the rule that binds, and what would work instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scheduler.words.amounts import DISTANCE_WORDS, count, duration, long_day
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.model.profile import Profile

TRY_START: Final = "start on {day}"
TRY_RACE: Final = "a race of this distance from {day}"
TRY_NAMED_RACE: Final = "{race} from {day}"
TRY_WITHOUT: Final = "the plan without {race}"
TRY_DISTANCE: Final = "{distance} {when}"
TRY_DISTANCE_WITHOUT_GOAL: Final = "{distance} {when}, without this goal time"
TRIES: Final = "What would work: {tries}."
NO_TRY: Final = (
    "No start, date or shorter distance within two years would work with today's running."
)
NO_WEEK_OFF: Final = (
    "{since}, and {near} fit one in: at most {most} running weeks stand between weeks off, and none belongs"
    " right before a race. Taking the week off now and running the race easy, or leaving it out, is also an"
    " answer."
)
NO_LIGHTER_WEEK: Final = (
    "No plan: the week of {day} would be loading week number {number} in a row, and at most {most} stand together"
    " before a lighter one. A week with a race counts as loading."
)


def no_week_off(race: PlannedRace | None, running_weeks: int, most: int) -> str:
    """Why no season keeps the weeks off where they belong."""
    weeks = count(running_weeks, "week", "weeks")
    near = "the days left are too few to"
    if race is not None:
        near = f"{one_line(race.name)} on {long_day(race.date)} is too near to"
    since = f"About {weeks} of running since the last week off"
    return NO_WEEK_OFF.format(since=since, near=near, most=most)


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
    names = {race.id: one_line(race.name) for race in profile.races}
    told = "; or ".join(_try(one, names) for one in tries)
    return f"{text} {TRIES.format(tries=told)}"


def _try(one: dict[str, Any], names: dict[str, str]) -> str:
    if "start" in one:
        return TRY_START.format(day=long_day(one["start"]))
    if "leave_out" in one:
        return TRY_WITHOUT.format(race=names[one["leave_out"]])
    named = names.get(one.get("race", ""))
    if "race_date" in one:
        day = long_day(one["race_date"])
        return TRY_NAMED_RACE.format(race=named, day=day) if named else TRY_RACE.format(day=day)
    told = TRY_DISTANCE if "goal_time" not in one else TRY_DISTANCE_WITHOUT_GOAL
    when = "that day" if named is None else f"on the day of {named}"
    return told.format(distance=DISTANCE_WORDS[one["distance"]], when=when)
