"""The race-day card: what stands on the day of a race, in a few lines, put together at the end.

It needs the whole plan, since it tells when running goes on after the race.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class
from scheduler.model.plan import RUNS, Session, SessionKind
from scheduler.model.profile import Priority
from scheduler.rules.running_in_week_off import (
    RUN_FREE_DAYS_AFTER_SHORT_RACE,
    RUN_FREE_SPAN_DAYS,
    RUN_FREE_WEEK_FROM_M,
)
from scheduler.units import KM_MM, UNIT_MM
from scheduler.words import race_day as words
from scheduler.words.language import language
from scheduler.words.sessions import WALK_BREAKS_WHY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.profile import Profile, Race

# From one split to the next by distance class, in the athlete's own unit.
SPLIT: Final = {"km": (1, 2, 5, 5, 10), "mi": (1, 2, 3, 5, 10)}
CALM_SPLITS: Final = (1, 1, 1, 2, 1)  # held back for so many of them
VERY_LONG_M: Final = 100_000  # from here on every second split only


def race_cards(profile: Profile, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """The same sessions, each race with its card for a reason.

    A race that goes with walk breaks or by feel (its step has no pace) has no time and no splits.
    """
    races = {f"race.{race.id}": race for race in profile.races}
    runs = sorted((one for one in sessions if one.kind in RUNS), key=lambda one: one.date)
    return tuple(
        replace(one, why=tuple(_card(profile, races[one.slot], one, runs)))
        if one.kind is SessionKind.RACE and one.slot in races
        else one
        for one in sessions
    )


def _card(profile: Profile, race: Race, session: Session, runs: list[Session]) -> Iterator[str]:
    place, say = distance_class(race.distance_m), language(profile.athlete.language)
    yield say(words.OPENING[race.priority])
    yield words.start_line(session.starts_at, say)
    if say(WALK_BREAKS_WHY) in session.why:
        yield words.walk_line(say)
    elif any(step.pace_s_per_km for step in session.steps):
        units = profile.athlete.units
        splits = _splits(race.distance_m, units)
        calm_to = splits[CALM_SPLITS[place] - 1] if splits else race.distance_m
        seconds = session.minutes * 60
        yield from words.pace_lines(race.distance_m, seconds, splits, calm_to, units=units, say=say)
    else:
        yield say(words.BY_FEEL[place])
    yield say(words.WARM_UP[place])
    yield words.food_line(session.minutes, say)
    yield words.after_line(*_after(race, session, runs), say)
    yield say(words.STOP)


def _splits(distance_m: int, units: str) -> tuple[int, ...]:
    """Metres of every split before the finish, by the distance's class."""
    each = SPLIT[units][distance_class(distance_m)] * (1 + (distance_m >= VERY_LONG_M))
    metres = (round(each * number * UNIT_MM[units] / (KM_MM / 1000)) for number in range(1, 200))
    return tuple(takewhile(lambda at: at < distance_m, metres))


def _after(
    race: Race, session: Session, runs: list[Session]
) -> tuple[int, tuple[date, int] | None]:
    """Days without a run after a race, and the next run; at least so many where the plan ends."""
    following = next((run for run in runs if run.date > session.date), None)
    if following is not None:
        free = (following.date - session.date).days - 1
        return free, (following.date, following.minutes)
    if race.priority is not Priority.A:
        return 0, None
    long = race.distance_m >= RUN_FREE_WEEK_FROM_M
    return (RUN_FREE_SPAN_DAYS if long else RUN_FREE_DAYS_AFTER_SHORT_RACE), None
