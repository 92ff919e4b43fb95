"""Season puzzles: what the calendar asks of each week, what lies before, and the limits.

A frame is a string, a letter a week: ``.`` free, S a first week that starts after Monday, s the
same without a day to run on, T taper, t taper with a B race in it, G an A race, H the run-free week
and V the easy week after one, b a B race, c a C race, v the easy week after a B race, a away.
Nothing here is shared with the planner.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, NamedTuple

LONG_SPAN_DAYS: Final = 14  # so many days without a run make the way back a step longer
FORCED_LIGHT: Final = frozenset("TtGHVva")  # weeks that the calendar makes no loading weeks


class Goal(NamedTuple):
    """An A race: taper weeks with race week, and weeks wished from a week off up to it."""

    taper: int
    wished: int


@dataclass(frozen=True, kw_only=True)
class Puzzle:
    """A season to fill.

    ``goals`` are the A races in order, ``spans`` pairs of a week and the days of the run-free span
    that ends in it, 7 and more. ``climbed_before`` are loading weeks since the last week off.
    """

    frame: str
    goals: tuple[Goal, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    running_before: int = 0
    loading_before: int = 0
    climbed_before: int = 0
    ladder: int = 2
    most_loading: int = 3
    most_running: int = 12
    target: int = 11
    most_before_race: int = 13
    waivers: frozenset[str] = frozenset()

    @cached_property
    def _span_of(self) -> dict[int, int]:
        return dict(self.spans)

    def span(self, week: int) -> int:
        """Days of the run-free span that ends in a week, 0 where none of 7 and more does."""
        return self._span_of.get(week, 0)

    def ladder_after(self, week: int) -> int:
        """Steps of the way back after the span that ends in a week."""
        return self.ladder + (self.span(week) >= LONG_SPAN_DAYS)

    def to_race(self, week: int) -> int | None:
        """Weeks up to the next A race's, 0 in it, None where none is ahead."""
        place = self.frame.find("G", week)
        return None if place < 0 else place - week

    def goal(self, week: int) -> Goal | None:
        """The next A race, in its own week too."""
        passed = self.frame[:week].count("G")
        return self.goals[passed] if passed < len(self.goals) else None

    def to_tune_up(self, week: int) -> int | None:
        """Weeks up to the next B race's, from 1, None where none is ahead."""
        places = [self.frame.find(letter, week + 1) for letter in "bt"]
        return min((place - week for place in places if place > week), default=None)

    def after(self, weeks: int, **stands: Any) -> Puzzle:
        """What is left after so many weeks; ``stands`` says where the athlete stands then."""
        return replace(
            self,
            frame=self.frame[weeks:],
            goals=self.goals[self.frame[:weeks].count("G") :],
            spans=tuple((week - weeks, days) for week, days in self.spans if week >= weeks),
            **stands,
        )


# Taper weeks, wished weeks from a week off to the race, what the week after it is.
DISTANCES: Final = {
    "5k": (Goal(1, 5), "V"),
    "10k": (Goal(1, 6), "V"),
    "half": (Goal(2, 8), "H"),
    "marathon": (Goal(3, 10), "H"),
    "50k": (Goal(2, 8), "H"),
}
# Steps of the way back after a week off, running weeks that may end in an A race.
TIERS: Final = {"base": (2, 13), "raised": (3, 13), "high": (3, 12)}


def framed(
    frame: str, *distances: str, history: str = "0/0", tier: str = "base", **more: Any
) -> Puzzle:
    """A puzzle for a frame; ``distances`` are its A races'.

    ``history`` is running weeks / loading weeks before the start; every running week since the last
    week off is taken for a step of the way back.
    """
    ladder, before_race = TIERS[tier]
    running, loading = (int(weeks) for weeks in history.split("/"))
    known: dict[str, Any] = {
        "frame": frame,
        "goals": tuple(DISTANCES[distance][0] for distance in distances),
        "running_before": running,
        "loading_before": loading,
        "climbed_before": min(running, ladder),
        "ladder": ladder,
        "most_before_race": before_race,
    }
    return Puzzle(**{**known, **more})


def puzzle(
    distance: str, weeks: int, *, stub: bool = False, early_race: bool = False, **more: Any
) -> Puzzle:
    """A puzzle with one race in its last week and the week after it, and nothing else."""
    goal, after = DISTANCES[distance]
    goal = goal._replace(taper=goal.taper + early_race)
    tapered = min(weeks, goal.taper)
    free = weeks - tapered
    start = "S" if stub and free else "." * min(1, free)
    frame = start + "." * (free - 1) + "T" * (tapered - 1) + "G" + after
    return framed(frame, **{"goals": (goal,), **more})
