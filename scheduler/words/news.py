"""What is said of runs that went otherwise than planned: kindly, with the next step, never a why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import duration, short_day
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scheduler.words.language import Language

TOLD_AT_MOST: Final = 4
MISSED: Final = "Missed {days}: nothing to make up."
AND: Final = " and "
OTHERS: Final = "{number} more"
UNPLANNED: Final = "{day}: {now} that was not planned."
OTHERWISE: Final = "{day}: {now} instead of {planned}."
MORE: Final = "More than planned gives nothing to grow from."
RACE_FITS: Final = "The race still fits."


def missed(days: Sequence[date], say: Language = ENGLISH) -> str:
    """Said of days whose run was missed."""
    names = [short_day(day, say) for day in days[:TOLD_AT_MOST]]
    more = len(days) - len(names)
    names += [say(OTHERS, number=more)] if more > 0 else []
    *first, last = names
    return say(MISSED, days=say(AND).join([", ".join(first), last]) if first else last)


def otherwise(day: date, now: int, planned: int, say: Language = ENGLISH) -> str:
    """Said of a run that was longer or shorter than planned, in minutes."""
    text = OTHERWISE if planned else UNPLANNED
    length = duration(planned, say)
    return say(text, day=short_day(day, say), now=duration(now, say), planned=length)
