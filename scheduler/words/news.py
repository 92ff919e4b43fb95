"""What is said of runs that went otherwise than planned: kindly, with the next step, never a why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import duration, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

TOLD_AT_MOST: Final = 4
MISSED: Final = "Missed {days}: nothing to make up."
OTHERWISE: Final = "{day}: {now} instead of {planned}."
MORE: Final = "More than planned gives nothing to grow from."
RACE_FITS: Final = "The race still fits."


def missed(days: Sequence[date]) -> str:
    """Said of days whose run was missed."""
    names = [short_day(day) for day in days[:TOLD_AT_MOST]]
    more = len(days) - len(names)
    names += [f"{more} more"] if more > 0 else []
    listed = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
    return MISSED.format(days=listed)


def otherwise(day: date, now: int, planned: int) -> str:
    """Said of a run that was longer or shorter than planned, in minutes."""
    if not planned:
        return f"{short_day(day)}: {duration(now)} that was not planned."
    return OTHERWISE.format(day=short_day(day), now=duration(now), planned=duration(planned))
