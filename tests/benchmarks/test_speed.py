"""How long a plan takes: held against a yardstick, and reported by ``pytest tests/benchmarks``.

Times are the process's own, the best of several, and the yardstick is measured between them: a busy
or a slow machine slows both.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

import pytest
from planner_factory import MONDAY, TODAY, a_profile, a_running

from scheduler import bone_load, paces
from scheduler.model.profile import Away, Priority, Race
from scheduler.planner import days, make_plan, week
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pytest_benchmark.fixture import BenchmarkFixture

    from scheduler.model.plan import Plan
    from scheduler.model.profile import Profile

ROUNDS = 15


def of_weeks(weeks: int) -> Profile:
    """A marathon so many weeks away, after the last week off."""
    return a_profile(
        distance="marathon",
        weeks=weeks,
        running=a_running(weekly_minutes=300, longest_run_minutes=110, runs_per_week=5),
        goal_minutes=235,
    )


def full_of_life(weeks: int) -> Profile:
    """The same with a 10 km race every 17 weeks and nine days away between them."""
    profile = of_weeks(weeks)
    starts = [MONDAY + timedelta(weeks=place) for place in range(9, weeks - 10, 17)]
    races = [
        Race(
            id=f"tune-up-{number}",
            name="Tune-up",
            date=start + timedelta(days=5),
            distance_m=10_000,
            priority=Priority.B,
        )
        for number, start in enumerate(starts)
    ]
    away = [Away(from_day=on, until=on + timedelta(days=8)) for on in map(_later, starts[1:])]
    return replace(profile, races=(*races, *profile.races), away=tuple(away))


def _later(start: date) -> date:
    return start + timedelta(days=60)


class _Value(NamedTuple):
    number: int
    half: int
    text: str


def yardstick() -> int:
    """Work as a plan's is, which stays the same: small values made, kept, found and compared."""
    kept: dict[tuple[int, int], _Value] = {}
    for number in range(4_000):
        value = _Value(number, number // 2, f"{number} min")
        before = kept.get((number % 31, number % 7), value)
        kept[number % 31, number % 7] = max(before, value)
    return sum(value.half for value in kept.values())


def in_yardsticks(work: Callable[[], object]) -> float:
    """The best time of some work, in yardsticks."""
    spent: list[float] = []
    measured: list[float] = []
    for _ in range(ROUNDS):
        for job, times in ((work, spent), (yardstick, measured)):
            began = process_time()
            job()
            times.append(process_time() - began)
    return min(spent) / min(measured)


@pytest.mark.parametrize(("weeks", "most"), [(52, 10), (104, 20)])
@pytest.mark.parametrize("life", [of_weeks, full_of_life])
def test_a_plan_takes_its_time_and_twice_the_weeks_take_twice(
    life: Callable[[int], Profile], weeks: int, most: int
) -> None:
    """Some 5 and 10 yardsticks, of 3 ms each on the machine of DESIGN.md's table."""
    profile = life(weeks)
    assert in_yardsticks(lambda: make_plan(profile, TODAY)) < most


def forget() -> None:
    """Nothing is remembered from a plan before."""
    for module in (bone_load, days, paces, week):
        for remembered in vars(module).values():
            if hasattr(remembered, "cache_clear"):
                remembered.cache_clear()


def test_the_first_plan_of_a_process_takes_little_longer() -> None:
    profile = of_weeks(52)

    def first() -> None:
        forget()
        make_plan(profile, TODAY)

    assert in_yardsticks(first) < 13


@pytest.mark.parametrize("weeks", [16, 52, 104])
@pytest.mark.parametrize("life", [of_weeks, full_of_life])
def test_plan_and_audit(
    benchmark: BenchmarkFixture, life: Callable[[int], Profile], weeks: int
) -> None:
    profile = life(weeks)

    def plan_and_audit() -> Plan:
        plan = make_plan(profile, TODAY)
        assert audit_plan(plan) == ()
        return plan

    plan = benchmark(plan_and_audit)
    assert len(plan.weeks) == weeks + 1


@pytest.mark.parametrize("weeks", [52, 104])
def test_the_first_plan_of_a_process(benchmark: BenchmarkFixture, weeks: int) -> None:
    profile = of_weeks(weeks)
    plan = benchmark.pedantic(make_plan, (profile, TODAY), setup=forget, rounds=10)
    assert len(plan.weeks) == weeks + 1
