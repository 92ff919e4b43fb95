"""What one week asks of its days, and the days that it gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from scheduler.model.plan import RunDays
    from scheduler.model.profile import Profile


@dataclass(frozen=True, kw_only=True, slots=True)
class DayNeed:
    """What one week asks of its days.

    ``open_days`` may carry a run; ``race_day`` is run whatever else. ``first_day`` is the first day
    of the plan in this week; ``runs`` leave the race out. ``usual_runs`` are those of an ordinary
    week at this point of the plan: more than ``runs`` where days are taken. ``long_day`` None means
    that the week has no long run; ``quality`` asks for a day fit for it, best one that is not in
    ``short_days``.
    """

    runs: int
    usual_runs: int = 0
    open_days: frozenset[int]
    long_day: int | None = None
    quality: bool = False
    race_day: int | None = None
    first_day: int = 0
    prefer_rest: frozenset[int] = frozenset()
    usual: frozenset[int] = frozenset()  # the days of the athlete's ordinary week
    short_days: frozenset[int] = frozenset()  # too short for a faster run
    # Of the running week: today's weekday, the days before it that were run on, and the hard ones.
    from_day: int = 0
    ran: frozenset[int] = frozenset()  # they are among ``open_days``, and stay
    ran_hard: frozenset[int] = frozenset()
    published: RunDays | None = None  # kept where all else is equal


@dataclass(frozen=True, kw_only=True, slots=True)
class DayPattern:
    """The days of one week, the race's left out; ``dropped`` counts the runs without a place.

    ``usual_runs`` are those of an ordinary week at this point of the plan.
    """

    runs: tuple[int, ...]
    long: int | None
    quality: int | None
    dropped: int
    usual_runs: int = 0

    @property
    def share(self) -> tuple[int, int]:
        """What the week keeps of an ordinary week's runs, as a fraction."""
        return (min(len(self.runs), self.usual_runs), max(self.usual_runs, 1))


def runnable_days(profile: Profile) -> frozenset[int]:
    """The weekdays that are free for a run of the shortest length at least."""
    return frozenset(
        day
        for day in profile.week.available
        if (most := profile.week.most_minutes[day]) is None or most >= SHORTEST_RUN_MINUTES
    )
