"""What a made plan reached, in minutes as emitted: what its messages are told from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from scheduler.model.plan import WeekKind
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Week
    from scheduler.planner.frame import FrameWeek, PlanFrame
    from scheduler.planner.target import Goal
    from scheduler.planner.week import MadeWeek
    from scheduler.words.language import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """A made plan. ``goals`` has one for each A race, or the aim of a block.

    ``longest_before`` are minutes of the longest run in the 30 days before each race, by its id;
    ``waivers`` counts those that were used, and ``say`` is the language of its messages.
    """

    limits: Limits
    frame: PlanFrame
    weeks: tuple[Week, ...]
    made: tuple[MadeWeek, ...]
    goals: tuple[Goal, ...]
    longest_before: dict[str, int]
    running_weeks_before: int
    waivers: int
    say: Language = ENGLISH

    @property
    def longest(self) -> int:
        """Minutes of the longest run of the plan that is no race."""
        return max(self.longest_towards(place) for place in range(len(self.goals)))

    @property
    def weeks_off(self) -> int:
        """Weeks off inside the plan; the empty first days before one belong to it."""
        kinds = [None, *(week.kind for week in self.weeks)]
        off = WeekKind.WEEK_OFF
        return sum(kind is off and before is not off for before, kind in pairwise(kinds))

    def longest_towards(self, goal: int) -> int:
        """Minutes of the longest run in the weeks that work for a goal."""
        return max(
            (
                run.workout.minutes
                for week, made in zip(self.frame.weeks, self.made, strict=True)
                if week.goal == goal
                for run in made.training
            ),
            default=0,
        )

    def run_days(self) -> list[date]:
        """Every day with a run or a race, in order."""
        return [
            week.starts_on + timedelta(days=run.weekday)
            for week, made in zip(self.frame.weeks, self.made, strict=True)
            for run in made.placed
        ]

    def framed(self) -> Iterator[tuple[FrameWeek, Week]]:
        """Every week as the calendar asked for it and as it became."""
        return zip(self.frame.weeks, self.weeks, strict=True)

    def bounds(self) -> Counter[str]:
        """How many weeks each limit kept from being longer."""
        return Counter(made.bound.value for made in self.made if made.bound is not None)

    def bound_most(self) -> str | None:
        """The limit that bound most weeks."""
        counts = self.bounds()
        return max(sorted(counts), key=lambda bound: counts[bound]) if counts else None
