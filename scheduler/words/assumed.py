"""What is assumed where a profile is silent: told in the summary, and kept with the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import long_day
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scheduler.words.language import Language

NO_START: Final = "No start is given: the plan starts on {day}."
START_KEPT: Final = (
    "The plan was published with its start on {kept} and keeps it; {given} is not used."
)
AWAY_BEFORE: Final = (
    "The days away from {first} until {last} lie before the start of the plan and are not part of"
    " it."
)
AWAY_AFTER: Final = (
    "The days away from {first} until {last} lie after the end of the plan and are not part of it."
)
LONG_RUN_DAY: Final = "No day for the long run is given: {day}."
EVERY: Final = "{weekday}s"
AND: Final = " and "
NO_RUN: Final = "{days} hold no run: {most} minutes are less than the shortest run of {shortest}."
ONLY_RACE: Final = "The only race is taken as the goal, priority A."
BY_DISTANCE: Final = (
    "{distance} counts as {minutes} minutes, at {pace}, because no easy pace is given."
)
WEEK_OFF_UNSURE: Final = "The end of your last week without running is unsure, so one is due soon."
NO_LONGEST_DATE: Final = (
    "The date of your longest run is unknown: taken as a week before the start."
)
NO_LIGHT_WEEK: Final = (
    "No lighter week is known: three of four weeks since your week off are taken as full ones."
)
NO_LIGHT_WEEK_UNSURE: Final = (
    "No lighter week is known: the last three weeks are taken as full ones."
)
NO_FAST_MINUTES: Final = "No fast minutes are given: taken as none."


def no_start(day: date, say: Language = ENGLISH) -> str:
    """The plan starts on a day of its own choice."""
    return say(NO_START, day=long_day(day, say))


def long_run_day(weekday: int, say: Language = ENGLISH) -> str:
    """The long run has a day of the plan's choice, 0 for Monday."""
    return say(LONG_RUN_DAY, day=say.weekdays[weekday])


def no_run(weekdays: Iterable[int], most: int, shortest: int, say: Language = ENGLISH) -> str:
    """Days too short for a run, in minutes.

    >>> no_run([0, 2], 10, 15)
    'Mondays and Wednesdays hold no run: 10 minutes are less than the shortest run of 15.'
    """
    days = say(AND).join(say(EVERY, weekday=say.weekdays[day]) for day in weekdays)
    return say(NO_RUN, days=days, most=most, shortest=shortest)
