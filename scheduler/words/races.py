"""What is said about races that stand too close together, or where none can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import long_day

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import PlannedRace

TOO_CLOSE: Final = (
    "{race} on {day} comes too soon after {before}: the days after a goal race are for getting over it, and"
    " the next race of this kind has room from {first} on."
)


def too_close(before: PlannedRace, race: PlannedRace, first: date) -> str:
    """Why a race cannot follow a goal race so soon."""
    return TOO_CLOSE.format(
        race=one_line(race.name),
        day=long_day(race.date),
        before=one_line(before.name),
        first=long_day(first),
    )


def one_line(name: str) -> str:
    """A name without line breaks."""
    return " ".join(name.split())
