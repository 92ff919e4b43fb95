"""How long a plan takes, reported, not asserted: ``pytest tests/benchmarks --benchmark-only``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from planner_factory import TODAY, a_profile, a_running

from scheduler.planner import days, make_plan
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from scheduler.model.plan import Plan
    from scheduler.model.profile import Profile


def of_weeks(weeks: int) -> Profile:
    """A marathon so many weeks away, after the last week off."""
    return a_profile(
        distance="marathon",
        weeks=weeks,
        running=a_running(weekly_minutes=300, longest_run_minutes=110, runs_per_week=5),
        goal_minutes=235,
    )


@pytest.mark.parametrize("weeks", [16, 52, 104])
def test_plan_and_audit(benchmark: BenchmarkFixture, weeks: int) -> None:
    profile = of_weeks(weeks)

    def plan_and_audit() -> Plan:
        plan = make_plan(profile, TODAY)
        assert audit_plan(plan) == ()
        return plan

    plan = benchmark(plan_and_audit)
    assert len(plan.weeks) == weeks + 1


@pytest.mark.parametrize("weeks", [52, 104])
def test_the_first_plan_of_a_process(benchmark: BenchmarkFixture, weeks: int) -> None:
    """Nothing is remembered from a plan before."""
    profile = of_weeks(weeks)

    def forget() -> None:
        for remembered in vars(days).values():
            if hasattr(remembered, "cache_clear"):
                remembered.cache_clear()

    plan = benchmark.pedantic(make_plan, (profile, TODAY), setup=forget, rounds=10)
    assert len(plan.weeks) == weeks + 1
