"""Random athletes who might really come: wide, but with goals that belong to their running.

``tests.strategies`` draws any valid profile, contradictions and all; here a marathon is asked for
by somebody who runs, and one athlete in twenty asks for anything at all. Everything comes from one
``random.Random``, so that a number names an athlete.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random  # noqa: TID251 - a test's dice, thrown from a number
from typing import Final

from scheduler.limits import tier_of
from scheduler.model.limits import WAIVERS, Tier
from scheduler.model.profile import (
    Athlete,
    Away,
    Block,
    CalendarOptions,
    ClearedBy,
    Fitness,
    Health,
    OtherRisks,
    OwnLimits,
    Priority,
    Profile,
    Race,
    Result,
    Running,
    WeekShape,
)
from scheduler.race_days import away_on, too_near

TODAY: Final = date(2026, 11, 22)
DISTANCES: Final = (3_000, 5_000, 7_500, 10_000, 16_093, 21_097, 30_000, 42_195, 50_000, 80_000)
EASY_S_PER_KM: Final = 450  # what the planner reckons with where nothing is known
MOST_WEEKS: Final = 104


def random_athlete(number: int) -> Profile:
    """The athlete of that number."""
    random = Random(number)  # noqa: S311
    start = TODAY + timedelta(days=random.randint(1, 14))
    running, health = _running(random, start), _health(random, start)
    available = _available(random, running)
    block, races = None, ()
    weeks = random.choice([*range(2, 8), *range(6, 30), *range(8, 30), *range(30, MOST_WEEKS, 2)])
    away = _away(random, start, weeks)
    if random.random() < 0.12:
        block = Block(weeks=weeks, aim_m=_distance(random, running, weeks))
    else:
        races = _races(random, start, weeks, running, away)
    result = Result(distance_m=10_000, seconds=random.randint(1_900, 4_200), date=TODAY)
    return Profile(
        plan_id="any",
        start=start,
        athlete=Athlete(name="Any", adult=True, timezone="Europe/Amsterdam"),
        running=running,
        health=health,
        limits=_own_limits(random, health, start),
        week=WeekShape(
            available=available,
            long_run=random.choice([max(available), *available]),
            prefer_rest=frozenset(random.sample(range(7), random.choice([0, 0, 1, 2]))),
            most_minutes=_windows(random, available),
            strength=random.choice([(), (), (0, 3), (1, 4)]),
            cross_training=random.choice([(), ("cycling", "swimming")]),
        ),
        races=races,
        block=block,
        away=away,
        fitness=Fitness(
            result=random.choice([None, result]),
            easy_pace_s_per_km=random.choice([None, 330, 420]),
            cadence_spm=random.choice([None, 170]),
        ),
        calendar=CalendarOptions(rest_days=random.random() < 0.5),
    )


def _running(random: Random, start: date) -> Running:
    runs = random.choice([1, 2, 3, 3, 4, 4, 4, 5, 5, 6, 7])
    longest = random.choice(
        [random.randint(15, 60), random.randint(30, 120), random.randint(60, 200)]
    )
    longest = max(longest, -(-40 // runs))
    weekly = random.randint(max(longest * min(runs, 2) * 3 // 4, longest, 40), longest * runs)
    ago = random.randint(1, 84) if random.random() < 0.8 else random.randint(1, 300)
    days = random.randint(1, 28)
    return Running(
        weekly_minutes=weekly,
        longest_run_minutes=longest,
        runs_per_week=runs,
        last_week_off_ended=random.choice([start - timedelta(days=ago)] * 7 + [None]),
        longest_run_date=random.choice([None, start - timedelta(days=days)]),
        fast_minutes=random.choice([0, 0, 0, 0, 4, 10, min(25, weekly)]),
        last_light_week=random.choice([None, start - timedelta(days=random.randint(1, 40))]),
        held_weekly_minutes=random.choice([None, None, weekly + 60]),
        aim_weekly_minutes=random.choice([None, None, weekly + 40]),
        most_weekly_minutes=random.choice([None, None, None, weekly, weekly + 60]),
        wanted_runs_per_week=random.choice([None, None, runs, min(7, runs + 1), max(1, runs - 1)]),
    )


def _health(random: Random, start: date) -> Health:
    injuries = random.choice([0, 1, 1, 1, 2, 2, 3, 5])
    ago = random.choice([100, 400, 729, 731, 2_000])
    return Health(
        pain_free_on=TODAY,
        thirty_minutes=True,
        injuries=injuries,
        last_injury=start - timedelta(days=ago) if injuries else None,
        serious_site=random.random() < 0.25,
        cleared_by=ClearedBy.CLINICIAN,
        cleared_on=start - timedelta(days=random.choice([40, 60, 85, 400])),
        other_risks=random.choice([OtherRisks.NO, OtherRisks.NO, *OtherRisks]),
        discussed_on=TODAY,
        out_of_scope=False,
    )


def _available(random: Random, running: Running) -> frozenset[int]:
    """Mostly a day more than the runs, now and then fewer."""
    count = running.runs_per_week + random.choice([-1, 0, 1, 1, 2, 3])
    return frozenset(random.sample(range(7), min(7, max(1, count))))


def _windows(random: Random, available: frozenset[int]) -> tuple[int | None, ...]:
    if random.random() < 0.7:
        return (None,) * 7
    found = [random.choice([None, 10, 30, 40, 45, 60, 90]) for _ in range(7)]
    found[max(available)] = random.choice([None, 90, 150, 180])
    return tuple(found)


def _away(random: Random, start: date, weeks: int) -> tuple[Away, ...]:
    """Single days, long week ends, holidays of one to three weeks."""
    found = []
    for _ in range(random.choice([0, 0, 1, 1, 2, 3, weeks // 12])):
        first = start + timedelta(days=random.randint(0, weeks * 7))
        length = random.choice([1, 1, 2, 4, 7, 7, 8, 9, 11, 14, 16, 21])
        found.append(Away(from_day=first, until=first + timedelta(days=length - 1)))
    return tuple(sorted(found, key=lambda span: (span.from_day, span.until)))


def _races(
    random: Random, start: date, weeks: int, running: Running, away: tuple[Away, ...]
) -> tuple[Race, ...]:
    """One to three goal races and up to four others, one a week, the last one a goal."""
    last = start + timedelta(weeks=weeks - 1, days=random.choice([-1, 0, 1, 2, 3, 4, 5, 5, 6, 6]))
    last = max(last, start)
    span = away_on(last, away)
    while span is not None:
        last = span.until + timedelta(days=1)
        span = away_on(last, away)
    kept = [_race(random, last, Priority.A, 0, running, weeks)]
    goals = random.choice([0, 0, 0, 0, 1, 2]) if weeks > 10 else random.choice([0] * 9 + [1])
    others = random.choice([0, 0, 0, 0, 1, 1, 2, 4]) if weeks > 3 else random.choice([0] * 9 + [1])
    for number, priority in enumerate([*["A"] * goals, *random.choices("BC", k=others)], 1):
        soonest = 0 if random.random() < 0.2 else 21  # few enter a race that is days away
        on = start + timedelta(
            days=random.randint(min(soonest, (last - start).days), (last - start).days)
        )
        if any(too_near(on, race.date) for race in kept) or away_on(on, away):
            continue
        into = (on - start).days // 7 + 1
        kept.append(_race(random, on, Priority(priority), number, running, into))
    return tuple(sorted(kept, key=lambda race: race.date))


def _race(  # noqa: PLR0917
    random: Random, on: date, priority: Priority, number: int, running: Running, weeks: int
) -> Race:
    distance = _distance(random, running, weeks)
    if priority is not Priority.A:
        distance = min(distance, random.choice([3_000, 5_000, 5_000, 10_000, 21_097]))
    pace = random.randint(240, 420)
    return Race(
        id=f"race{number}" if number else "goal",
        name=f"Race {number}" if number else "Goal",
        date=on,
        distance_m=distance,
        priority=priority,
        goal_seconds=random.choice([None, distance * pace // 1000]),
    )


def _distance(random: Random, running: Running, weeks: int) -> int:
    """One that the longest run, grown a little over the weeks, comes near; seldom any at all."""
    if random.random() < 0.05:
        return random.choice(DISTANCES)
    longest = running.longest_run_minutes * (100 + min(weeks, 25)) // 100
    within = [m for m in DISTANCES if m * EASY_S_PER_KM // 60_000 <= longest * 5 // 4]
    return random.choice(within or [3_000])


def _own_limits(random: Random, health: Health, start: date) -> OwnLimits:
    """Mostly none; else some stricter than the rule, or looser with a name to it."""
    if random.random() < 0.75:
        return OwnLimits()
    high, coach = tier_of(health, start) is Tier.HIGH, random.random() < 0.5
    return OwnLimits(
        growth_percent=random.choice([None, 0, 3, 10 if coach else 4]),
        deload_percent=random.choice([None, 30, 40, 20 if coach else 50]),
        build_weeks=random.choice([None, None, 2, 2, 3, 1]),
        running_weeks_between_weeks_off=random.choice([None, None, 8, 10, 13 if coach else 12]),
        rest_days=random.choice([None, 2, 3, 1 if coach else 2]),
        quality_percent=random.choice([None, 0, 4 if high else 5]),
        set_by="Jo Brown, coach" if coach else None,
        accept=random.choice([frozenset(), frozenset(), frozenset(WAIVERS)]),
    )
