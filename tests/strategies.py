"""Random valid athletes: profiles over all that the planner serves today, edges pooled in."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from scheduler.model.profile import (
    Athlete,
    CalendarOptions,
    ClearedBy,
    Fitness,
    Health,
    OtherRisks,
    Priority,
    Profile,
    Race,
    Result,
    Running,
    WeekShape,
)

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
def profiles(draw: st.DrawFn, most_weeks: int = 60) -> Profile:
    """A profile with one A race, on any weekdays, 1 to ``most_weeks`` weeks long."""
    start = TODAY + timedelta(days=draw(st.integers(1, 14)))
    days = draw(st.integers(1, most_weeks * 7 - 7))
    distance = draw(st.sampled_from(DISTANCES))
    running = draw(runnings(start))
    pace = draw(st.integers(240, 480))
    available = draw(st.frozensets(st.integers(0, 6), min_size=1).map(frozenset))
    race = Race(
        id="goal",
        name="Goal",
        date=start + timedelta(days=days),
        distance_m=distance,
        priority=Priority.A,
        goal_seconds=draw(st.sampled_from([None, distance * pace // 1000])),
    )
    result = Result(distance_m=10_000, seconds=draw(st.integers(1900, 4200)), date=TODAY)
    return Profile(
        plan_id="any",
        start=start,
        athlete=Athlete(name="Any", adult=True, timezone="Europe/Amsterdam"),
        running=running,
        health=draw(healths(start)),
        week=WeekShape(
            available=available,
            long_run=draw(st.sampled_from([*sorted(available), max(available)])),
            prefer_rest=draw(st.frozensets(st.integers(0, 6), max_size=2)),
        ),
        races=(race,),
        fitness=Fitness(
            result=draw(st.sampled_from([None, result])),
            easy_pace_s_per_km=draw(st.sampled_from([None, 330, 420])),
            cadence_spm=draw(st.sampled_from([None, 170])),
        ),
        calendar=CalendarOptions(rest_days=draw(st.booleans())),
    )
