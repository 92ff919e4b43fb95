"""Races, days away and whole seasons for tests, and the questions that tests ask of a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from planner_factory import METRES, TODAY, a_profile, letters

from scheduler.errors import CannotPlan
from scheduler.model.plan import RUNS, Plan, Session, SessionKind, Week
from scheduler.model.profile import Away, Priority, Race
from scheduler.planner import make_plan
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.profile import Profile

FAST = frozenset({SessionKind.HILLS, SessionKind.THRESHOLD, SessionKind.RACE_PACE})
HARD = FAST | {SessionKind.LONG, SessionKind.RACE}


def a_race(
    race_id: str, on: date, distance: str = "10k", priority: str = "A", minutes: int = 50
) -> Race:
    """A race with a goal time; its name is its id with a capital letter."""
    return Race(
        id=race_id,
        name=race_id.title(),
        date=on,
        distance_m=METRES[distance],
        priority=Priority(priority),
        goal_seconds=minutes * 60,
    )


def a_season(*races: Race, **changes: Any) -> Profile:
    """The ordinary runner of the tests with these races."""
    return a_profile(races=tuple(sorted(races, key=lambda race: race.date)), **changes)


def away(profile: Profile, *spans: tuple[date, date]) -> Profile:
    """The profile with days away, the last day of each span included."""
    return replace(profile, away=tuple(Away(from_day=first, until=last) for first, last in spans))


def clean_plan(profile: Profile) -> Plan:
    """The plan, which keeps every rule."""
    plan = make_plan(profile, TODAY)
    assert audit_plan(plan) == ()
    return plan


@cache
def refusal(profile: Profile) -> CannotPlan:
    """What is said instead of a plan."""
    with pytest.raises(CannotPlan) as caught:
        make_plan(profile, TODAY)
    return caught.value


def season_of(plan: Plan) -> str:
    """The kinds of the weeks in letters."""
    return letters(tuple(week.kind for week in plan.weeks))


def week_from(plan: Plan, monday: date) -> Week:
    """The week that begins on a Monday."""
    return next(week for week in plan.weeks if week.starts_on == monday)


def runs_from(plan: Plan, monday: date) -> list[Session]:
    """The runs of the week that begins on a Monday, the race too."""
    until = monday + timedelta(days=7)
    return [one for one in plan.sessions if one.kind in RUNS and monday <= one.date < until]


def minutes_by_day(plan: Plan, monday: date) -> dict[str, int]:
    """Minutes of a week's runs by weekday, the race left out."""
    return {
        f"{one.date:%a}": one.minutes
        for one in runs_from(plan, monday)
        if one.kind is not SessionKind.RACE
    }


def run_days(plan: Plan) -> list[date]:
    """Every day with a run or a race."""
    return [one.date for one in plan.sessions if one.kind in RUNS]


def told(plan: Plan, code: str) -> list[str]:
    """The texts of the messages with a code."""
    return [message.text for message in plan.messages if message.code == code]
