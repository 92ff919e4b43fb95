"""Strength on request: on which of the asked days, at what time, how long.

Two sessions a week of 25 minutes: five to get warm and three rounds of four exercises at some six
minutes each. Lighter weeks have two rounds, 20 minutes; with jumps it is two rounds and up to ten
minutes of single jumps, 30 minutes. Strength never counts as running.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Final

from scheduler.event_ids import uid_of
from scheduler.model.plan import RUNS, Session, SessionKind, Status, WeekKind
from scheduler.model.profile import Priority
from scheduler.planner.jumps import contacts_of
from scheduler.rules.running_in_week_off import (
    RUN_FREE_DAYS_AFTER_SHORT_RACE,
    RUN_FREE_SPAN_DAYS,
    RUN_FREE_WEEK_FROM_M,
)
from scheduler.rules.strength_spacing import DAYS_BEFORE_GOAL_WITHOUT_STRENGTH
from scheduler.words.language import language
from scheduler.words.strength import strength_text, strength_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scheduler.model.plan import Week
    from scheduler.model.profile import Profile

A_WEEK: Final = 2
FULL_MINUTES, LIGHT_MINUTES, JUMPS_MINUTES = 25, 20, 30
LIGHT: Final = frozenset(
    {WeekKind.DELOAD, WeekKind.RETURN, WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """A strength session that has its day and time, but nothing in it yet."""

    week: Week
    date: date
    starts_at: time | None

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Begin and end on the clock, as long as the longest session; midnight without a time."""
        begins = datetime.combine(self.date, self.starts_at or time())
        return begins, begins + timedelta(minutes=JUMPS_MINUTES)


def strength_sessions(
    profile: Profile, weeks: tuple[Week, ...], sessions: tuple[Session, ...], today: date
) -> tuple[Session, ...]:
    """The strength sessions that a profile asks for, by date; none where it asks for none.

    ``sessions`` are the plan's runs and races. Never on a hard day or the day before one, in the
    last seven days before an A race, in the run-free days after it, or away. Of more than two asked
    days the two furthest apart are taken, and the nearest others where one of those does not fit.
    """
    if not profile.week.strength:
        return ()
    runs: dict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.kind in RUNS and session.status is Status.CONFIRMED:
            runs[session.date].append(session)
    closed = {*_around_hard_days(runs), *_around_races(profile), *_away(profile)}
    placements = [
        Placement(week=week, date=day, starts_at=_starts_at(profile, runs.get(day, ())))
        for week in weeks
        for day in _days(profile, week, runs, closed)
    ]
    contacts = contacts_of(profile, placements, runs)
    numbers = _numbers(placements)
    return tuple(
        _session(profile, today, placement, number, jumps)
        for placement, number, jumps in zip(placements, numbers, contacts, strict=True)
    )


def _around_hard_days(runs: Mapping[date, Sequence[Session]]) -> Iterator[date]:
    for day, inside in runs.items():
        if any(
            run.kind in {SessionKind.LONG, SessionKind.RACE} or run.quality_minutes > 0
            for run in inside
        ):
            yield day
            yield day - timedelta(days=1)


def _around_races(profile: Profile) -> Iterator[date]:
    """Race days with the days before and after them that stay free of strength too."""
    for race in profile.races:
        before, after = 1, 1
        if race.priority is Priority.A:
            before = DAYS_BEFORE_GOAL_WITHOUT_STRENGTH
            long = race.distance_m >= RUN_FREE_WEEK_FROM_M
            after = RUN_FREE_SPAN_DAYS if long else RUN_FREE_DAYS_AFTER_SHORT_RACE
        yield from (race.date + timedelta(days=days) for days in range(-before, after + 1))


def _away(profile: Profile) -> Iterator[date]:
    for away in profile.away:
        length = (away.until - away.from_day).days + 1
        yield from (away.from_day + timedelta(days=day) for day in range(length))


def _days(
    profile: Profile, week: Week, runs: Mapping[date, Sequence[Session]], closed: set[date]
) -> tuple[date, ...]:
    """The days of a week, the fewest steps away from those wished for."""
    dates = {number: week.starts_on + timedelta(days=number) for number in range(7)}
    fitting = [
        number
        for number in sorted(profile.week.strength)
        if dates[number] >= profile.start and dates[number] not in closed
    ]
    free = {number for number in dates if not runs.get(dates[number])}
    wished = _wished(profile.week.strength)
    for many in range(A_WEEK, 0, -1):
        choices = [
            choice
            for choice in combinations(fitting, many)
            # Own rest days are days for nothing at all: at least one of them stays so.
            if profile.limits.rest_days is None or free - set(choice)
        ]
        if choices:
            best = min(choices, key=lambda choice: (_moved(choice, wished), choice))
            return tuple(dates[number] for number in best)
    return ()


def _wished(asked: tuple[int, ...]) -> tuple[int, ...]:
    """The two asked weekdays that lie furthest apart, over the week's end too; the first such."""
    pairs = list(combinations(sorted(asked), A_WEEK))
    return max(pairs, key=lambda pair: min(pair[1] - pair[0], pair[0] + 7 - pair[1]), default=asked)


def _moved(choice: tuple[int, ...], wished: tuple[int, ...]) -> int:
    """By how many days a choice differs from what was wished."""
    return min(
        sum(abs(day - wish) for day, wish in zip(choice, kept, strict=True))
        for kept in combinations(wished, min(len(choice), len(wished)))
    )


def _starts_at(profile: Profile, runs: Sequence[Session]) -> time | None:
    """The asked time; right after the run where that would fall into it."""
    asked = profile.calendar.strength_time
    if asked is None:
        return None
    for run in runs:
        if run.starts_at is None:
            continue
        begins = datetime.combine(run.date, run.starts_at)
        ends = begins + timedelta(minutes=run.minutes)
        wanted = datetime.combine(run.date, asked)
        if wanted < ends and begins < wanted + timedelta(minutes=JUMPS_MINUTES):
            return ends.time() if ends.date() == run.date else None
    return asked


def _numbers(placements: Sequence[Placement]) -> list[int]:
    """Each placement's number in its week, from 1."""
    seen: dict[int, int] = defaultdict(int)
    numbers = []
    for placement in placements:
        seen[placement.week.index] += 1
        numbers.append(seen[placement.week.index])
    return numbers


def _session(
    profile: Profile, today: date, placement: Placement, number: int, jumps: int
) -> Session:
    light = placement.week.kind in LIGHT
    minutes = JUMPS_MINUTES if jumps else LIGHT_MINUTES if light else FULL_MINUTES
    slot, say = f"strength{number}", language(profile.athlete.language)
    return Session(
        uid=uid_of(profile.plan_id, slot, placement.week.starts_on),
        date=placement.date,
        slot=slot,
        kind=SessionKind.STRENGTH,
        title=strength_title(minutes, say, jumps=jumps > 0),
        minutes=minutes,
        jumps=jumps,
        why=strength_text(2 if jumps or light else 3, jumps, say),
        starts_at=placement.starts_at,
        timezone=None if placement.starts_at is None else profile.athlete.timezone,
        revised_on=today,
    )
