"""The words of the season's table, on the screen and on the sheet for the fridge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.words.page import KIND_SIGNS, WEEK_WORDS

if TYPE_CHECKING:
    from scheduler.model.plan import Week
    from scheduler.words.language import Language

# In a column as wide as two words.
WEEK_SHORT: Final = {**WEEK_WORDS, WeekKind.WEEK_OFF: "week off"}
WEEK_COLUMN: Final = "Week"
TOTAL_COLUMN: Final = "Total"
SEASON_TITLE: Final = "The season"
SEASON_CAPTION: Final = "Numbers are minutes of running."
WEEKS_FROM_TO: Final = "Weeks {first} to {last}"
DRAWN_WEEK: Final = "week"
DRAWN_LONGEST: Final = "longest run"
DRAWN: Final = (
    "Drawn: the minutes of running of each week, at most {minutes} in week {fullest}, and its"
    " longest run, at most {longest_minutes} in week {longest}."
)
TO_TICK: Final = "{sessions} and {rests} to tick. Rest counts."
NOTES_LINE: Final = "Notes"
MORE_RACES: Final = "and {races}, told week by week"
OUTSIDE: Final = "not in the plan"
RACE_ADDED: Final = "+ race"
OFF_TOTAL: Final = "off"
BESIDE_SIGN: Final = KIND_SIGNS[SessionKind.STRENGTH]


def day_columns(say: Language) -> tuple[tuple[str, str], ...]:
    """The names of the days, short and whole, from Monday."""
    return tuple((day[: say.weekday_letters], day) for day in say.weekdays)


def more_races(number: int, say: Language) -> str:
    """How many races of a sheet are not told on it."""
    return say(MORE_RACES, races=say.count(number, "more race", "more races"))


def weeks_from_to(first: int, last: int, say: Language) -> str:
    """The weeks of one sheet of several: ``Weeks 1 to 26``."""
    return say(WEEKS_FROM_TO, first=first, last=last)


def to_tick(sessions: int, rests: int, say: Language) -> str:
    """How many boxes a sheet has, as in ``96 sessions and 44 rest days to tick. Rest counts``."""
    return say(
        TO_TICK,
        sessions=say.count(sessions, "session", "sessions"),
        rests=say.count(rests, "rest day", "rest days"),
    )


def tick(minutes: int, last: int, say: Language) -> str:
    """A label of the drawing's axis in hours or minutes, the last one with its unit.

    >>> from scheduler.words.language import ENGLISH
    >>> [tick(each, 360, ENGLISH) for each in (0, 120, 240, 360)], tick(45, 45, ENGLISH)
    (['0', '2', '4', '6 h'], '45 min')
    """
    in_hours = last % 60 == 0 and last > 60
    number = minutes // 60 if in_hours else minutes
    if minutes < last:
        return str(number)
    return say("{hours} h", hours=number) if in_hours else say("{minutes} min", minutes=number)


def drawn(fullest: Week, longest: Week, say: Language) -> str:
    """The drawing in words, for those who hear the page."""
    return say(
        DRAWN,
        minutes=fullest.minutes,
        fullest=fullest.index,
        longest_minutes=longest.longest_minutes,
        longest=longest.index,
    )
