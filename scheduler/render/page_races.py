"""What the page tells of the races: its title, and a line for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.model.profile import Priority
from scheduler.words import page as words
from scheduler.words import sheet
from scheduler.words.amounts import long_day
from scheduler.words.calendar import block_title

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.model.record import Record
    from scheduler.words.language import Language

MOST_LETTERS: Final = 60  # of a name on the sheet; the details have it whole
MOST_RACES: Final = 3  # told on one sheet
SHORT_TITLE, MIDDLE_TITLE = 26, 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """Somebody's own words, and ours behind them."""

    name: str
    detail: str


def title_parts(record: Record, say: Language) -> tuple[Told, ...]:
    """The names of the A races, else of all, with words of ours; else what a block is towards."""
    goals = [race for race in record.races if race.priority is Priority.A] or list(record.races)
    if not goals:
        return (Told(name="", detail=block_title(record, say)),)
    names = [race.name for race in sorted(goals, key=lambda race: race.date)]
    return tuple(Told(name=name, detail=ours) for name, ours in words.title_parts(names, say))


def title_of(parts: tuple[Told, ...]) -> str:
    """The title in one line."""
    return "".join(part.name + part.detail for part in parts)


def shortened(parts: tuple[Told, ...]) -> tuple[Told, ...]:
    """The title as the sheet has room for it: long names end in dots."""
    return tuple(Told(name=cut(part.name), detail=part.detail) for part in parts)


def size_of(title: str) -> str:
    """Which of three sizes a title is printed in: ``short``, ``middle`` or ``long``."""
    if len(title) <= SHORT_TITLE:
        return "short"
    return "middle" if len(title) <= MIDDLE_TITLE else "long"


def cut(name: str) -> str:
    """A name in at most sixty letters, on one line.

    >>> cut("Rotterdam  Marathon"), len(cut("A" * 61)), cut("A" * 61)[-2:]
    ('Rotterdam Marathon', 60, 'A…')
    """
    flat = " ".join(name.split())
    return flat if len(flat) <= MOST_LETTERS else flat[: MOST_LETTERS - 1] + "…"


def race_line(record: Record, race: PlannedRace, say: Language) -> str:
    """When, how far and how long a race is."""
    return words.race_fact(
        long_day(race.date, say), race.distance_m, record.athlete.units, race.minutes, say
    )


def sheet_races(record: Record, first: date, last: date, say: Language) -> tuple[Told, ...]:
    """The goal races to come, and those of a sheet's days; of many, the weightier ones."""
    ahead = [race for race in record.races if race.date >= first]
    here = [race for race in ahead if race.priority is Priority.A or race.date <= last]
    weightiest = sorted(here, key=lambda race: (race.priority.value, race.date))
    told = weightiest if len(here) <= MOST_RACES else weightiest[: MOST_RACES - 1]
    alone = len(record.races) == 1
    lines = [
        Told(name="" if alone else cut(race.name), detail=race_line(record, race, say))
        for race in sorted(told, key=lambda race: race.date)
    ]
    left = len(here) - len(told)
    return (*lines, Told(name="", detail=sheet.more_races(left, say))) if left else tuple(lines)
