"""The sentences about the season: weeks off, days away, races close to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import count, short_day
from scheduler.words.language import ENGLISH
from scheduler.words.messages import THE_RACE
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.words.language import Language

BREAK_LATE: Final = (
    "The week off ends {weeks} before the race; {wished} would be better. The longest runs have less time to"
    " come back."
)
BLOCK_13: Final = (
    "Thirteen weeks without a week off end in {race}; the week after it is free of running."
)
WAIVED_BLOCK_13: Final = (
    "Accepted by name, BLOCK-13: 13 weeks of running without a week off before {race}, where the rule says 12."
    " The week after it is free of running."
)
WAIVED_LATE: Final = (
    "Accepted by name, BREAK-LATE: a week off {weeks} before the race, where the rule says {least}."
)
RACES_CLOSE: Final = (
    "{race} comes {weeks} after {before}: getting over the one and tapering for the other fill the time between,"
    " so it is run on the training done before. Choose which of the two you race, and run the other for the day."
)
HOLIDAY_AS_BREAK: Final = "The days away from {first} to {last} count as a week off; the other weeks off are placed round it."
HOLIDAY_IN_TAPER: Final = (
    "Days away fall into the taper before {race}. Nothing is made up for: the runs after them are gentle, and you"
    " stand more rested than planned."
)
RACE_ON_RETURN: Final = (
    "{race} falls into your first week back after time off. Run it easy, in company, without the clock, or leave"
    " it out."
)


def waived_late(weeks: int, least: int, say: Language = ENGLISH) -> str:
    """A week off nearer to the race than the rule allows, as accepted."""
    return say(WAIVED_LATE, weeks=count(weeks, "week", "weeks", say), least=least)


def break_late(weeks: int, wished: int, say: Language = ENGLISH) -> str:
    """A week off nearer to the race than would be wished."""
    return say(BREAK_LATE, weeks=count(weeks, "week", "weeks", say), wished=wished)


def block_13(race: PlannedRace, say: Language = ENGLISH, *, named: bool, waived: bool) -> str:
    """Thirteen weeks of running up to a race, within the rule or as accepted."""
    name = one_line(race.name) if named else say(THE_RACE)
    return say(WAIVED_BLOCK_13 if waived else BLOCK_13, race=name)


def races_close(before: PlannedRace, race: PlannedRace, weeks: int, say: Language = ENGLISH) -> str:
    """Two goal races with no room for training between them."""
    between = count(weeks, "week", "weeks", say)
    return say(RACES_CLOSE, race=one_line(race.name), before=one_line(before.name), weeks=between)


def holiday_as_break(first: date, last: date, say: Language = ENGLISH) -> str:
    """Days away that serve as a week off."""
    return say(HOLIDAY_AS_BREAK, first=short_day(first, say), last=short_day(last, say))


def holiday_in_taper(race: PlannedRace, say: Language = ENGLISH) -> str:
    """Days away that take a piece of the taper."""
    return say(HOLIDAY_IN_TAPER, race=one_line(race.name))


def race_on_return(race: PlannedRace, say: Language = ENGLISH) -> str:
    """A B or C race in the first week back."""
    return say(RACE_ON_RETURN, race=one_line(race.name))
