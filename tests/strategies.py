"""Random valid athletes: profiles over all that the planner serves today, edges pooled in."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

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

TODAY = date(2026, 11, 22)
DISTANCES = (3_000, 5_000, 7_500, 10_000, 16_093, 21_097, 30_000, 42_195, 50_000, 80_000)


@st.composite
def runnings(draw: st.DrawFn, start: date) -> Running:
    """What was run: a week and a longest run that fit each other, and any history."""
    runs = draw(st.integers(1, 7))
    longest = draw(st.one_of(st.sampled_from([15, 29, 30, 45, 60, 90, 120]), st.integers(15, 200)))
    longest = max(longest, -(-30 // runs))
    weekly = draw(st.integers(max(longest, 30), longest * runs))
    ago = draw(st.one_of(st.sampled_from([1, 7, 8, 14, 77, 84, 91]), st.integers(1, 300)))
    return Running(
        weekly_minutes=weekly,
        longest_run_minutes=longest,
        runs_per_week=runs,
        last_week_off_ended=draw(st.sampled_from([start - timedelta(days=ago)] * 9 + [None])),
        longest_run_date=draw(
            st.one_of(st.none(), st.integers(1, 28).map(lambda days: start - timedelta(days=days)))
        ),
        fast_minutes=draw(st.sampled_from([0, 0, 0, 4, 8, 20, 40]).filter(lambda q: q <= weekly)),
        last_light_week=draw(
            st.one_of(st.none(), st.integers(1, 40).map(lambda days: start - timedelta(days=days)))
        ),
        held_weekly_minutes=draw(st.sampled_from([None, None, weekly + 60])),
        aim_weekly_minutes=draw(st.sampled_from([None, None, weekly + 40])),
        most_weekly_minutes=draw(st.sampled_from([None, None, weekly, weekly + 30])),
        wanted_runs_per_week=draw(
            st.sampled_from([None, None, runs, min(7, runs + 1), max(1, runs - 1)])
        ),
    )


@st.composite
def healths(draw: st.DrawFn, start: date) -> Health:
    """Answers that open every gate, over all three tiers."""
    injuries = draw(st.integers(0, 4))
    ago = draw(st.sampled_from([100, 400, 729, 731, 2000]))
    return Health(
        pain_free_on=TODAY,
        thirty_minutes=True,
        injuries=injuries,
        last_injury=start - timedelta(days=ago) if injuries else None,
        serious_site=draw(st.booleans()),
        cleared_by=ClearedBy.CLINICIAN,
        cleared_on=start - timedelta(days=60),
        other_risks=draw(st.sampled_from(OtherRisks)),
        discussed_on=TODAY,
        out_of_scope=False,
    )


@st.composite
def spans_away(draw: st.DrawFn, start: date, weeks: int) -> tuple[Away, ...]:
    """Days away within a plan: single days, long week ends, holidays of one to three weeks."""
    found = []
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2, 3]))):
        first = start + timedelta(days=draw(st.integers(0, weeks * 7)))
        length = draw(st.sampled_from([1, 1, 2, 4, 7, 9, 11, 14, 16, 21]))
        found.append(Away(from_day=first, until=first + timedelta(days=length - 1)))
    return tuple(sorted(found, key=lambda span: (span.from_day, span.until)))


@st.composite
def calendars(
    draw: st.DrawFn, start: date, most_weeks: int, away: tuple[Away, ...]
) -> tuple[Race, ...]:
    """One to three goal races and up to four others, one a week, the last one a goal."""
    last = draw(st.integers(1, most_weeks * 7 - 7))
    goals = draw(st.sampled_from([0, 0, 0, 1, 2]))
    others = draw(st.sampled_from([0, 0, 1, 1, 2, 4]))
    priorities = [Priority.A] * (goals + 1)
    priorities += [draw(st.sampled_from([Priority.B, Priority.C])) for _ in range(others)]
    kept: list[Race] = []
    for number, priority in enumerate(priorities):
        on = start + timedelta(days=last if not number else draw(st.integers(0, last)))
        near = any(too_near(on, race.date) for race in kept)
        if near or (number and away_on(on, away)):
            continue
        if away_on(on, away):
            on = max(span.until for span in away) + timedelta(days=1)
        kept.append(draw(races(on, priority, number)))
    final = max(race.date for race in kept if race.priority is Priority.A)
    return tuple(sorted((race for race in kept if race.date <= final), key=lambda one: one.date))


@st.composite
def races(draw: st.DrawFn, on: date, priority: Priority, number: int) -> Race:
    """A race on a day; the ones that are no goal are mostly short."""
    distances = DISTANCES if priority is Priority.A else (3_000, 5_000, 5_000, 10_000, 21_097)
    distance, pace = draw(st.sampled_from(distances)), draw(st.integers(240, 480))
    return Race(
        id=f"race{number}" if number else "goal",
        name=f"Race {number}" if number else "Goal",
        date=on,
        distance_m=distance,
        priority=priority,
        goal_seconds=draw(st.sampled_from([None, distance * pace // 1000])),
    )


@st.composite
def own_limits(draw: st.DrawFn, health: Health, start: date) -> OwnLimits:
    """Mostly none; else some stricter than the rule, or looser with a name to it."""
    if draw(st.integers(0, 3)):
        return OwnLimits()
    tier = tier_of(health, start)
    coach = draw(st.booleans())
    return OwnLimits(
        growth_percent=draw(st.sampled_from([None, 0, 3, 10 if coach else 4])),
        deload_percent=draw(st.sampled_from([None, 30, 40, 20 if coach else 50])),
        build_weeks=draw(st.sampled_from([None, 1, 2, 3])),
        running_weeks_between_weeks_off=draw(st.sampled_from([None, 6, 10, 13 if coach else 12])),
        rest_days=draw(st.sampled_from([None, 2, 3, 1 if coach else 2])),
        quality_percent=draw(
            st.sampled_from([None, 0, 5 if tier is not Tier.HIGH else 4]),
        ),
        set_by="Jo Brown, coach" if coach else None,
        accept=draw(st.sampled_from([frozenset(), frozenset(WAIVERS)])),
    )


@st.composite
def windows(draw: st.DrawFn) -> tuple[int | None, ...]:
    """Mostly none; else ceilings for some days, down to one that holds no run."""
    if draw(st.integers(0, 2)):
        return (None,) * 7
    day = st.sampled_from([None, None, 10, 15, 30, 40, 60, 90, 180])
    return tuple(draw(st.lists(day, min_size=7, max_size=7)))


@st.composite
def profiles(draw: st.DrawFn, most_weeks: int = 60) -> Profile:
    """A profile over all that the planner serves: seasons, blocks, days away, own limits."""
    start = TODAY + timedelta(days=draw(st.integers(1, 14)))
    health = draw(healths(start))
    available = draw(st.frozensets(st.integers(0, 6), min_size=1).map(frozenset))
    ceilings = draw(windows())
    if all((ceilings[day] or 1440) < 15 for day in available):
        ceilings = (None,) * 7
    result = Result(distance_m=10_000, seconds=draw(st.integers(1900, 4200)), date=TODAY)
    block = draw(st.sampled_from([None] * 5 + [1]))
    if block:
        weeks = draw(st.integers(1, most_weeks))
        block = Block(weeks=weeks, aim_m=draw(st.sampled_from(DISTANCES)))
        away, entered = draw(spans_away(start, weeks)), ()
    else:
        away = draw(spans_away(start, most_weeks))
        entered = draw(calendars(start, most_weeks, away))
    return Profile(
        plan_id="any",
        start=start,
        athlete=Athlete(name="Any", adult=True, timezone="Europe/Amsterdam"),
        running=draw(runnings(start)),
        health=health,
        limits=draw(own_limits(health, start)),
        week=WeekShape(
            available=available,
            long_run=draw(st.sampled_from([*sorted(available), max(available)])),
            prefer_rest=draw(st.frozensets(st.integers(0, 6), max_size=2)),
            most_minutes=ceilings,
            strength=draw(st.sampled_from([(), (), (0, 3), (1, 4), (0, 1, 2, 3, 4, 5, 6)])),
            cross_training=draw(st.sampled_from([(), ("cycling", "swimming")])),
        ),
        races=entered,
        block=block,
        away=away,
        fitness=Fitness(
            result=draw(st.sampled_from([None, result])),
            easy_pace_s_per_km=draw(st.sampled_from([None, 330, 420])),
            cadence_spm=draw(st.sampled_from([None, 170])),
        ),
        calendar=CalendarOptions(rest_days=draw(st.booleans())),
    )
