"""Plans of the planner, later: clean as run; a fault is found until its days are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from rules.rule_plans import counted
from rules.test_mutations import DAMAGE, NAMES, PROFILES, TODAY, shipped

from scheduler.planner import make_plan
from scheduler.profile import read_profile
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.model.plan import Plan

FAULTS_OF_A_LABEL = frozenset({"missing-deload-week", "week-off-too-late"})
FAULTS_OF_A_MONDAY = frozenset({"unavailable-day"})


@pytest.mark.parametrize(("rule", "name", "damage"), DAMAGE, ids=[rule for rule, _, _ in DAMAGE])
def test_a_fault_is_found_until_its_days_are_over(
    rule: str, name: str, damage: Callable[[Plan], Plan]
) -> None:
    damaged = counted(damage(shipped(name)))
    last = max(one.week_starts_on for one in audit_plan(damaged))
    assert {one.rule for one in audit_plan(replace(damaged, today=last))} == {rule}
    over = replace(damaged, today=last + timedelta(days=7))
    # Weeks in a row behind the seam still count for the weeks to come, up to what is allowed.
    still = {rule} if rule in {"no-week-off", "missing-deload-week"} else set()
    assert {one.rule for one in audit_plan(over)} <= still


@pytest.mark.parametrize(
    ("rule", "name", "damage"),
    [one for one in DAMAGE if one[0] not in FAULTS_OF_A_LABEL | FAULTS_OF_A_MONDAY],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_to_come_is_found_in_the_middle_of_its_week(
    rule: str, name: str, damage: Callable[[Plan], Plan]
) -> None:
    damaged = counted(damage(shipped(name)))
    tuesday = max(one.week_starts_on for one in audit_plan(damaged)) + timedelta(days=1)
    assert {one.rule for one in audit_plan(replace(damaged, today=tuesday))} == {rule}


@pytest.mark.parametrize("rule", sorted(FAULTS_OF_A_LABEL | FAULTS_OF_A_MONDAY))
def test_a_label_and_a_monday_are_history_on_tuesday(rule: str) -> None:
    name, damage = next((name, damage) for one, name, damage in DAMAGE if one == rule)
    damaged = counted(damage(shipped(name)))
    tuesday = max(one.week_starts_on for one in audit_plan(damaged)) + timedelta(days=1)
    assert audit_plan(replace(damaged, today=tuesday)) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_run_as_planned_is_clean_on_each_of_its_days(name: str) -> None:
    plan = make_plan(read_profile(PROFILES / f"{name}.toml", TODAY), TODAY)
    days = (plan.weeks[-1].starts_on - plan.profile.start).days + 9
    for later in range(days):
        today = plan.profile.start + timedelta(days=later)
        assert [breach.text for breach in audit_plan(replace(plan, today=today))] == []
