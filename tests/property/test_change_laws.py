"""Laws of small changes: a race less, a day away, a higher ceiling turn no plan into nonsense."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, example, given
from hypothesis import strategies as st
from planner_factory import TODAY, a_profile, a_running
from strategies import profiles

from scheduler.errors import CannotPlan
from scheduler.model.plan import RUNS, Plan
from scheduler.model.profile import Away, Priority, Profile
from scheduler.planner.make import expand
from scheduler.planner.messages import messages_of
from scheduler.race_days import away_on
from scheduler.rules import audit_plan

REASONS = {
    rule: rule
    for rule in ("RACE-SPIKE", "INFEASIBLE-BREAK", "RACES-CLOSE", "TOO-LITTLE", "NO-DAYS")
}


def plan_or_reason(profile: Profile) -> Plan | str:
    """A clean plan, or the rule that leaves none; anything else is a fault."""
    try:
        made = expand(profile, TODAY)
    except CannotPlan as refused:
        return REASONS[refused.rule]
    plan = made.plan(messages_of(profile, made.outcome))
    assert audit_plan(plan) == ()
    return plan


@given(profiles(40))
def test_a_season_without_its_small_races_is_a_plan_or_a_reason(profile: Profile) -> None:
    goals = tuple(race for race in profile.races if race.priority is Priority.A)
    assume(len(goals) < len(profile.races))
    plan = plan_or_reason(replace(profile, races=goals))
    assert isinstance(plan, str) or len(plan.races) == len(goals)


@given(profiles(40), st.integers(0, 280), st.integers(1, 3))
def test_a_few_more_days_away_are_kept_free_or_there_is_a_reason(
    profile: Profile, day: int, length: int
) -> None:
    first = profile.start + timedelta(days=day)
    span = Away(from_day=first, until=first + timedelta(days=length - 1))
    assume(not any(away_on(race.date, (span,)) for race in profile.races))
    away = sorted((*profile.away, span), key=lambda one: (one.from_day, one.until))
    plan = plan_or_reason(replace(profile, away=tuple(away)))
    if isinstance(plan, Plan):
        ran = [one.date for one in plan.sessions if one.kind in RUNS]
        assert not [day for day in ran if away_on(day, (span,))]


@example(profile=a_profile(weeks=16, running=a_running(most_weekly_minutes=240)), more=60)
@given(profiles(40), st.integers(1, 120))
def test_a_higher_ceiling_never_means_a_lower_peak(profile: Profile, more: int) -> None:
    """Q1: a step of rounding aside, where no holiday and no second race interferes."""
    alone = replace(profile, away=(), races=profile.races[-1:])
    running = alone.running
    most = running.most_weekly_minutes
    assume(most is not None)
    assert most is not None
    higher = replace(running, most_weekly_minutes=most + more)
    plan, other = plan_or_reason(alone), plan_or_reason(replace(alone, running=higher))
    if isinstance(plan, Plan) and isinstance(other, Plan):
        assert _peak(other) >= _peak(plan) - 2
    else:  # a minute less, for a number that reads well, may be the one that a race needs
        assert other == "RACE-SPIKE" or isinstance(plan, str)


def _peak(plan: Plan) -> int:
    return max(week.minutes for week in plan.weeks)
