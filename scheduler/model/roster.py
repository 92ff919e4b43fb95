"""The coach's roster as it stands after a run: what the index page and ``roster.json`` tell.

It holds what a coach has to know of each athlete's plan, and no health data: an answer that is
missing or has run out is told as one that needs a look, never as which.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt

    from scheduler.model.plan import WeekKind
    from scheduler.model.profile import Priority

SCHEMA: Final = 1
RENEW: Final = "RENEW"  # the code of news that an answer in [health] is missing or runs out


class Standing(StrEnum):
    """What a run made of one athlete; the words are those of ``roster.json``.

    ``refused``, ``paused``, ``bad-input`` and ``fault`` leave the plan published before as it is,
    but that a pause takes its runs out; ``removed`` has files and no profile any more.
    """

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    PAUSED = "paused"
    REFUSED = "refused"
    BAD_INPUT = "bad-input"
    FAULT = "fault"
    REMOVED = "removed"

    @property
    def code(self) -> str:
        """The standing as the code of a piece of news, ``BAD-INPUT``."""
        return self.value.upper()


@dataclass(frozen=True, kw_only=True, slots=True)
class RosterRace:
    """A race of the plan that is still to come, on the day of the run or after it."""

    name: str
    date: dt.date
    priority: Priority


@dataclass(frozen=True, kw_only=True, slots=True)
class RosterWeek:
    """One week of the season as the small drawing shows it; minutes leave out a goal race."""

    index: int
    starts_on: dt.date
    kind: WeekKind
    minutes: int
    longest_minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """Something that needs the coach.

    ``code`` is one that ``osteon explain`` knows, a standing, or ``RENEW``.
    """

    code: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RosterAthlete:
    """One athlete: a row of the index.

    ``profile`` is the profile's file name, "" where the athlete was removed. ``plan_id`` names the
    folder and its files, and is "" where the profile does not tell it. All that comes from the
    record is empty where none was published. ``races`` are those to come, by date;
    ``weeks_to_race`` counts the weeks from this one to that of the next goal, 0 in its week.
    ``length`` counts the weeks up to the last race, ``weeks`` may have one more;
    ``this_week`` is the week of the run's day, None before and after the plan. ``next_week_off`` is
    the Monday of the next week without running, planned or not. ``changed`` tells what the last
    revision changed in counts, "" for a first version. ``mailed`` is the revision last mailed or
    drafted, None where there was none; ``has_draft`` says that a draft lies in the folder.
    """

    plan_id: str
    profile: str
    standing: Standing
    name: str = ""
    has_email: bool = False
    races: tuple[RosterRace, ...] = ()
    weeks_to_race: int | None = None
    this_week: RosterWeek | None = None
    next_week_off: dt.date | None = None
    revision: int | None = None
    revised_on: dt.date | None = None
    changed: str = ""
    news: tuple[News, ...] = ()
    length: int = 0
    weeks: tuple[RosterWeek, ...] = ()
    mailed: int | None = None
    mailed_on: dt.date | None = None
    mailed_how: str = ""
    has_draft: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster:
    """All athletes of a folder, by name and plan_id, on the day ``today`` of the run."""

    generator: str
    today: dt.date
    athletes: tuple[RosterAthlete, ...]
    schema: int = SCHEMA
