"""What would work instead, found by planning it: the nearest race date, start or distance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from scheduler.errors import CannotPlan
from scheduler.model.distances import NAMED_M
from scheduler.model.plan import Message
from scheduler.model.plan_weeks import monday_after, monday_of
from scheduler.model.profile import Priority
from scheduler.planner.first_state import rested_before
from scheduler.planner.gates import check_gates
from scheduler.race_days import away_on, too_near
from scheduler.words import messages as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from scheduler.model.profile import Away, Profile, Race
    from scheduler.planner.make import Made
    from scheduler.planner.outcome import Outcome

    Expand = Callable[[Profile, date], Made]
    Candidates = Iterator[tuple[dict[str, Any], Profile]]

MOST_WEEKS: Final = 104
STARTS_TRIED: Final = 4  # Mondays after the start
BETTER_BY_PERCENT: Final = 10
LONGEST_COMPARED_WEEKS: Final = 20


def nearest(
    profile: Profile,
    today: date,
    expand: Expand,
    race_id: str | None,
    *,
    begun: bool = False,
    away: tuple[Away, ...] | None = None,
) -> tuple[dict[str, Any], ...]:
    """The nearest changes that plan: a later race, another start, a shorter one, one race less.

    ``begun`` tells that the start is over and cannot be another, ``away`` which days away may be
    given up: those of an illness may not. ``race_id`` names the race that is
    too much, None where it is the last goal or there is none. A goal time belongs to its distance:
    where one is given, it goes with the longer one.
    """
    coming = [race for race in profile.races if race.date >= today]
    goals = [race for race in coming if race.priority is Priority.A]
    race = next((one for one in coming if one.id == race_id), goals[-1] if goals else None)
    ways = [] if begun else [_other_starts(profile, today)]
    if race is not None:
        without = _without(profile, race, coming)
        ways = [_later(profile, race), *ways, _shorter(profile, race), without]
    ways += [
        _without_away(profile, profile.away if away is None else away),
        _without_ceilings(profile),
    ]
    return tuple(one for way in ways for one in _first(way, today, expand))


def _first(candidates: Candidates, today: date, expand: Expand) -> Iterator[dict[str, Any]]:
    """The first candidate that plans, if any does."""
    for told, profile in candidates:
        if _stands(profile) and plans(profile, today, expand):
            yield told
            return


def _stands(profile: Profile) -> bool:
    """Whether the races fit together, as the reader of profiles would judge them."""
    races = profile.races
    if profile.block is not None:
        return True
    if not races or races[-1].priority is not Priority.A or races[0].date < profile.start:
        return False
    near = any(too_near(before.date, race.date) for before, race in pairwise(races))
    return not near and not any(away_on(race.date, profile.away) for race in races)


def plans(profile: Profile, today: date, expand: Expand) -> bool:
    """Whether a profile can be planned, with the gates that depend on its start open."""
    try:
        check_gates(profile, today, published=True)  # the check for pain is today's, and was passed
        expand(profile, today)
    except CannotPlan:
        return False
    return True


def _named(profile: Profile, race: Race, **told: Any) -> dict[str, Any]:
    """A try, with the race that it is about where there are several."""
    return {"race": race.id, **told} if len(profile.races) > 1 else told


def _with(profile: Profile, race: Race, changed: Race) -> Profile:
    races = (changed if one.id == race.id else one for one in profile.races)
    return replace(profile, races=tuple(sorted(races, key=lambda one: one.date)))


def _later(profile: Profile, race: Race) -> Candidates:
    first_monday = monday_of(profile.start)
    for week in (*range(1, 16), *range(16, 52, 2), *range(52, MOST_WEEKS, 4)):
        day = race.date + timedelta(weeks=week)
        if (day - first_monday).days // 7 >= MOST_WEEKS:
            return
        told = _named(profile, race, race_date=day)
        yield told, _with(profile, race, replace(race, date=day))


def _other_starts(profile: Profile, today: date) -> Candidates:
    """Mondays after the start while the races are ahead, then days before it that are not past."""
    start = profile.start
    monday = monday_after(start)
    later = [monday + timedelta(weeks=week) for week in range(STARTS_TRIED)]
    earlier = [start - timedelta(days=days) for days in range(1, (start - today).days + 1)]
    for day in (*later, *earlier[:28]):
        yield {"start": day}, replace(profile, start=day)


def _shorter(profile: Profile, race: Race) -> Candidates:
    for name, metres in sorted(NAMED_M.items(), key=lambda item: -item[1]):
        if metres < race.distance_m:
            told = _named(profile, race, distance=name)
            if race.goal_seconds is not None:
                told["goal_time"] = None
            shorter = replace(race, distance_m=metres, goal_seconds=None)
            yield told, _with(profile, race, shorter)


def _without(profile: Profile, race: Race, coming: list[Race]) -> Candidates:
    """Without one of the smaller races, the one that is too much first; without all of them.

    Only of those to come: what was run cannot be left out.
    """
    smaller = [one for one in coming if one.priority is not Priority.A]
    smaller.sort(key=lambda one: (one is not race, one.date))
    outs = [(one,) for one in smaller] + [tuple(smaller)] * (len(smaller) > 1)
    if race.priority is Priority.A:
        outs.append((race,))
    for out in outs:
        rest = tuple(one for one in profile.races if one not in out)
        if rest:
            yield {"leave_out": [one.id for one in out]}, replace(profile, races=rest)


def _without_away(profile: Profile, away: tuple[Away, ...]) -> Candidates:
    """Without one span of the days away that may be given up, the longest first."""
    for span in sorted(away, key=lambda one: one.from_day - one.until):
        rest = tuple(one for one in profile.away if one is not span)
        yield {"away_from": span.from_day}, replace(profile, away=rest)


def _without_ceilings(profile: Profile) -> Candidates:
    """Without ceilings for the minutes of a day."""
    if any(profile.week.most_minutes):
        week = replace(profile.week, most_minutes=(None,) * 7)
        yield {"most_minutes": None}, replace(profile, week=week)


def better_start(
    profile: Profile, today: date, outcome: Outcome, expand: Expand
) -> Iterator[Message]:
    """The Monday after a start in mid-week, where the week off before it may go on until then.

    Told where it needs fewer weeks off and brings a clearly longer longest run. Who runs before
    the start gains nothing by waiting: those weeks count.
    """
    start, running = profile.start, profile.running
    asked = start.weekday() and rested_before(running, start)
    if not asked or outcome.weeks_off == 0 or len(outcome.weeks) > LONGEST_COMPARED_WEEKS:
        return
    monday = monday_after(start)
    rested = replace(running, last_week_off_ended=monday - timedelta(days=1))
    later = replace(profile, start=monday, running=rested)
    try:
        other = expand(later, today).outcome if _stands(later) else outcome
    except CannotPlan:
        return
    fewer = other.weeks_off < outcome.weeks_off
    if fewer and other.longest * 100 >= outcome.longest * (100 + BETTER_BY_PERCENT):
        yield Message(
            code="N-CLIFF",
            text=words.better_start(
                monday, other.weeks_off, other.longest, outcome.longest, outcome.say
            ),
            data={
                "start": monday.isoformat(),
                "longest_minutes": other.longest,
                "longest_now_minutes": outcome.longest,
            },
        )
