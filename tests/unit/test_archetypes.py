"""Six people: how far their plans bring them, next to what their rules allow."""

from __future__ import annotations

from datetime import timedelta

import pytest
from archetypes import ARCHETYPES, Archetype
from planner_factory import planned

from scheduler.model.plan import Plan, SessionKind
from scheduler.rules import audit_plan

EACH = pytest.mark.parametrize("person", ARCHETYPES, ids=lambda person: person.name)


def plan_of(person: Archetype) -> Plan:
    plan = planned(person.profile, person.profile.start)
    assert plan is not None
    return plan


@EACH
def test_nobody_breaks_a_rule(person: Archetype) -> None:
    assert audit_plan(plan_of(person)) == ()


@EACH
def test_each_comes_near_the_longest_run_or_is_told_what_kept_it(person: Archetype) -> None:
    plan = plan_of(person)
    longest = max(week.longest_minutes for week in plan.weeks)
    told = [message.data for message in plan.messages if message.code == "VOLUME-SHORT"]
    if longest * 100 < 97 * person.longest:
        assert [data["longest_minutes"] for data in told] == [longest]
        assert told[0]["bound"] in {"growth", "target", "ceiling", "single-run", "share", "return"}


@pytest.mark.parametrize(
    ("name", "longest"),
    [
        ("10k in six weeks", 55),
        ("masters half", 108),
        ("marathon after three injuries", 146),
        ("50k", 209),
    ],
)
def test_the_longest_run_is_no_shorter_than_the_rules_ask(name: str, longest: int) -> None:
    (person,) = (one for one in ARCHETYPES if one.name == name)
    reached = max(week.longest_minutes for week in plan_of(person).weeks)
    assert reached * 100 >= 97 * longest


@EACH
def test_the_race_is_judged_by_the_thirty_days_before_it(person: Archetype) -> None:
    plan = plan_of(person)
    (race,) = plan.races
    before = [
        session.minutes
        for session in plan.sessions
        if session.kind is not SessionKind.REST
        and race.date - timedelta(days=30) <= session.date < race.date
    ]
    told = [message.data for message in plan.messages if message.code == "RACE-SPIKE"]
    percent = race.minutes * 100 // max(before)
    assert [data["percent"] for data in told] == ([percent] if percent >= 110 else [])
