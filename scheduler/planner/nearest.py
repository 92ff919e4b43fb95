"""What would work instead, found by planning it: the nearest race date, start or distance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from scheduler.errors import CannotPlan
from scheduler.model.distances import NAMED_M
from scheduler.model.plan import Message
from scheduler.planner.gates import check_gates
from scheduler.words import messages as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from scheduler.model.profile import Profile
    from scheduler.planner.make import Made
    from scheduler.planner.outcome import Outcome

    Expand = Callable[[Profile, date], Made]

MOST_WEEKS: Final = 104
STARTS_TRIED: Final = 4  # Mondays after the start
BETTER_BY_PERCENT: Final = 10


def nearest(profile: Profile, today: date, expand: Expand) -> tuple[dict[str, Any], ...]:
    """The nearest changes that plan: a later race, another start, a shorter distance.

    A goal time belongs to its distance: where one is given, it goes with the longer one.
    """
    found: list[dict[str, Any]] = []
    found.extend({"race_date": day} for day in _first(_later_races(profile), today, expand))
    found.extend({"start": day} for day in _first(_other_starts(profile, today), today, expand))
    for name in _first(_shorter(profile), today, expand):
        goal = profile.races[0].goal_seconds
        found.append({"distance": name} if goal is None else {"distance": name, "goal_time": None})
    return tuple(found)


def _first(candidates: Iterator[tuple[Any, Profile]], today: date, expand: Expand) -> Iterator[Any]:
    """The first candidate that plans, if any does."""
    for value, profile in candidates:
        if plans(profile, today, expand):
            yield value
            return


def plans(profile: Profile, today: date, expand: Expand) -> bool:
    """Whether a profile can be planned, with the gates that depend on its start open."""
    try:
        check_gates(profile, today, published=True)  # the check for pain is today's, and was passed
        expand(profile, today)
    except CannotPlan:
        return False
    return True


def _later_races(profile: Profile) -> Iterator[tuple[date, Profile]]:
    race = profile.races[0]
    first_monday = profile.start - timedelta(days=profile.start.weekday())
    for week in (*range(1, 16), *range(16, 52, 2), *range(52, MOST_WEEKS, 4)):
        day = race.date + timedelta(weeks=week)
        if (day - first_monday).days // 7 >= MOST_WEEKS:
            return
        yield day, replace(profile, races=(replace(race, date=day),))


def _other_starts(profile: Profile, today: date) -> Iterator[tuple[date, Profile]]:
    """Mondays after the start while the race is ahead, then days before it that are not past."""
    race, start = profile.races[0], profile.start
    monday = start + timedelta(days=7 - start.weekday())
    later = [monday + timedelta(weeks=week) for week in range(STARTS_TRIED)]
    earlier = [start - timedelta(days=days) for days in range(1, (start - today).days + 1)]
    for day in (*later, *earlier[:28]):
        if day < race.date:
            yield day, replace(profile, start=day)


def _shorter(profile: Profile) -> Iterator[tuple[str, Profile]]:
    race = profile.races[0]
    for name, metres in sorted(NAMED_M.items(), key=lambda item: -item[1]):
        if metres < race.distance_m:
            yield (
                name,
                replace(profile, races=(replace(race, distance_m=metres, goal_seconds=None),)),
            )


def better_start(
    profile: Profile, today: date, outcome: Outcome, expand: Expand
) -> Iterator[Message]:
    """A start some Mondays later, with fewer weeks off and a clearly longer longest run."""
    if outcome.weeks_off == 0 or len(outcome.weeks) > 20:
        return
    monday = profile.start + timedelta(days=7 - profile.start.weekday())
    for week in range(2):
        start = monday + timedelta(weeks=week)
        try:
            other = expand(replace(profile, start=start), today).outcome
        except CannotPlan:
            continue
        fewer = other.weeks_off < outcome.weeks_off
        if fewer and other.longest * 100 >= outcome.longest * (100 + BETTER_BY_PERCENT):
            text = words.better_start(start, other.weeks_off, other.longest, outcome.longest)
            yield Message(
                code="N-CLIFF",
                text=text,
                data={
                    "start": start.isoformat(),
                    "longest_minutes": other.longest,
                    "longest_now_minutes": outcome.longest,
                },
            )
            return
