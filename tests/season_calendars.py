"""Random seasons from random calendars: races, days away, weekdays, history and limits.

One recipe draws from whatever gives whole numbers: Hypothesis, which shrinks what it finds, or a
seeded generator, which is quick. The frame of a calendar is worked out here once more, from the
contract alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st
from season_puzzles import DISTANCES, TIERS, Goal, Puzzle

Dice: TypeAlias = Callable[[int, int], int]  # a whole number between two, both included

FREE_DAYS: Final = {"V": 3, "H": 7}  # run-free days after a short and a long A race
WAIVERS: Final = (frozenset[str](), frozenset({"BLOCK-13"}), frozenset({"BREAK-LATE"}))


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A race on a day counted from the Monday of the first week; ``distance`` matters for A."""

    day: int
    priority: str
    distance: str = "5k"

    @property
    def week(self) -> int:
        """Its week."""
        return self.day // 7

    @property
    def after(self) -> str:
        """The letter of the week after it, where it is an A race."""
        return DISTANCES[self.distance][1]

    @property
    def goal(self) -> Goal:
        """What the season needs to know of it; a race on Monday to Wednesday tapers a week more."""
        goal = DISTANCES[self.distance][0]
        return goal._replace(taper=goal.taper + (self.day % 7 <= 2))

    @property
    def free_until(self) -> int:
        """The last day without a run after it, where it is an A race."""
        return max(self.week * 7 + 6, self.day + FREE_DAYS[self.after])


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """A plan's days, counted from the Monday of its first week, and what is known of them.

    ``last_run`` is the day of the last run before ``start``.
    """

    weeks: int
    start: int
    weekdays: frozenset[int]
    races: tuple[Entry, ...]
    away: frozenset[int]
    last_run: int

    @property
    def goals(self) -> list[Entry]:
        """The A races."""
        return [race for race in self.races if race.priority == "A"]

    @property
    def length(self) -> int:
        """Plan weeks: with a race, the one after it too."""
        return self.weeks + bool(self.races)

    def may_run(self, day: int) -> bool:
        """Whether a run, or a race, is possible on a day."""
        if any(race.day == day for race in self.races):
            return True
        if day < self.start or day % 7 not in self.weekdays or day in self.away:
            return False
        return not any(race.day - 1 <= day <= race.free_until for race in self.goals) and not any(
            race.week == day // 7 - 1 and race.after == "H" for race in self.goals
        )

    def run_days(self, week: int) -> list[int]:
        """Its days on which a run is possible."""
        return [day for day in range(week * 7, week * 7 + 7) if self.may_run(day)]

    def puzzle(self, **more: Any) -> Puzzle:
        """The season puzzle of this calendar."""
        spans, last = [], self.last_run
        for week in range(self.length):
            run_days = self.run_days(week)
            if run_days and run_days[0] - last - 1 >= 7:
                spans.append((week, run_days[0] - last - 1))
            last = max([last, *run_days])
        return Puzzle(
            frame="".join(self._frame(week) for week in range(self.length)),
            goals=tuple(race.goal for race in self.goals),
            spans=tuple(spans),
            **more,
        )

    def _frame(self, week: int) -> str:
        race = next((race for race in self.races if race.week == week), None)
        before = next((race for race in self.races if race.week == week - 1), None)
        if race is not None and race.priority == "A":
            return "G"
        possible = bool(self.run_days(week))
        if before is not None and before.priority == "A":
            return before.after if before.after == "H" or possible else "a"
        if self._tapers(week):
            keeps = possible or (week == 0 and self.start > 0)
            return "t" if race and race.priority == "B" else "T" if keeps else "a"
        if race is not None:
            return race.priority.lower()
        if before is not None and before.priority == "B":
            return "v" if possible else "a"
        return self._without_race(week, possible=possible)

    def _tapers(self, week: int) -> bool:
        ahead = next((race for race in self.goals if race.week >= week), None)
        return ahead is not None and ahead.week - week < ahead.goal.taper

    def _without_race(self, week: int, *, possible: bool) -> str:
        if week == 0 and self.start > 0:
            first = next((day for day in range(7, self.length * 7) if self.may_run(day)), 7)
            empty = "s" if first - self.last_run - 1 < 7 else "a"
            return "S" if possible else empty
        return "." if possible else "a"


def random_puzzle(dice: Dice, most_weeks: int) -> Puzzle:
    """A season to fill, of any kind up to so many weeks."""
    limits = _limits(dice)
    history = _history(dice, limits["most_running"])
    weeks = max(1, dice(1, most_weeks))
    start = dice(1, 6) if dice(0, 2) == 0 else 0
    races = _races(dice, weeks, start) if dice(0, 7) else ()
    calendar = Calendar(
        weeks=weeks,
        start=start,
        weekdays=_weekdays(dice),
        races=races,
        away=_away(dice, weeks, races),
        last_run=start - 1 - (7 if history["running_before"] == 0 and dice(0, 1) else 0),
    )
    history["climbed_before"] = min(history["climbed_before"], limits["ladder"])
    return calendar.puzzle(**history, **limits)


@st.composite
def puzzles(draw: st.DrawFn, most_weeks: int) -> Puzzle:
    """Random seasons, shrunk where they fail."""
    return random_puzzle(lambda low, high: draw(st.integers(low, high)), most_weeks)


def _history(dice: Dice, most_running: int) -> dict[str, int]:
    """What lies before: mostly what can be, often next to the limit, at times what cannot be."""
    running = (0, most_running - dice(0, 2), dice(0, 13), dice(0, 13))[dice(0, 3)]
    loading = dice(0, 3) if dice(0, 7) == 0 else dice(0, min(3, running))
    climbed = running if dice(0, 2) else dice(min(loading, running), running)
    return {"running_before": running, "loading_before": loading, "climbed_before": climbed}


def _limits(dice: Dice) -> dict[str, Any]:
    """A tier's limits, at times with one's own; a last week off unsure ends no block at 13."""
    ladder, before_race = list(TIERS.values())[dice(0, 2)]
    most_running = dice(4, 13) if dice(0, 2) == 0 else 12
    if most_running < 12 or dice(0, 5) == 0:
        before_race = most_running
    return {
        "ladder": ladder,
        "most_loading": dice(1, 3) if dice(0, 2) == 0 else 3,
        "most_running": most_running,
        "target": min(most_running - 1, 11),
        "most_before_race": max(before_race, most_running),
        "waivers": (*WAIVERS, WAIVERS[1] | WAIVERS[2])[dice(0, 3)],
    }


def _weekdays(dice: Dice) -> frozenset[int]:
    chosen = frozenset(day for day in range(7) if dice(0, 2))
    return chosen or frozenset({dice(0, 6)})


def _races(dice: Dice, weeks: int, start: int) -> tuple[Entry, ...]:
    """One to four A races, the last in the last week, and up to six others that fit."""
    last = (weeks - 1) * 7 + dice(start if weeks == 1 else 0, 6)
    races = [Entry(day=last, priority="A", distance=_distance(dice))]
    for _ in range(max(0, dice(-2, 3))):
        near = races[-1].day - dice(4, (14, 35)[dice(0, 1)]) if dice(0, 1) else dice(start, last)
        _enter(races, Entry(day=near, priority="A", distance=_distance(dice)), start)
    for _ in range(max(0, dice(-2, 6))):
        _enter(races, Entry(day=dice(start, last), priority="BC"[dice(0, 1)]), start)
    return tuple(sorted(races, key=lambda race: race.day))


def _distance(dice: Dice) -> str:
    return sorted(DISTANCES)[dice(0, len(DISTANCES) - 1)]


def _enter(races: list[Entry], new: Entry, start: int) -> None:
    """Add a race where the reader and the planner would take it."""
    if start <= new.day < races[0].day and all(_agree(race, new) for race in races):
        races.append(new)


def _agree(one: Entry, other: Entry) -> bool:
    """Not in one week, not on days in a row, and not too soon after an A race."""
    first, second = sorted((one, other), key=lambda race: race.day)
    if first.week == second.week or second.day - first.day < 2:
        return False
    if first.priority != "A":
        return True
    if second.priority == "A":
        return second.day - first.day > FREE_DAYS[first.after]
    return second.week > first.week + 1


def _away(dice: Dice, weeks: int, races: tuple[Entry, ...]) -> frozenset[int]:
    """Days of up to five times away, some whole weeks, without a race in them."""
    days: set[int] = set()
    for _ in range(max(0, dice(-3, 5))):
        first = dice(0, weeks * 7 + 6 if dice(0, 3) else 7)
        length = (dice(1, 6), dice(7, 9), dice(10, 24), 7)[dice(0, 3)]
        if length == 7 and dice(0, 1):
            first -= first % 7
        span = range(first, first + length)
        if not any(race.day in span for race in races):
            days.update(span)
    return frozenset(days)
