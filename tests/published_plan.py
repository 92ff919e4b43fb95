"""A plan of two weeks as the planner hands it over, to make records from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from scheduler.limits import limits_for
from scheduler.model.plan import Message, Plan, Session
from scheduler.model.profile import (
    Athlete,
    CalendarOptions,
    ClearedBy,
    Health,
    OtherRisks,
    OwnLimits,
    PageOptions,
    Priority,
    Profile,
    Race,
    Running,
    WeekShape,
)
from tests.factories import FIRST_MONDAY, PLAN_ID, REVISED_ON, sample_record, sample_sessions

RUNNING: Final = Running(
    weekly_minutes=240,
    longest_run_minutes=95,
    runs_per_week=4,
    last_week_off_ended=date(2027, 3, 7),
    held_weekly_minutes=320,
)
# Values that stand nowhere else, so that a search of the record finds them if they leak.
HEALTH: Final = Health(
    pain_free_on=date(2027, 3, 14),
    thirty_minutes=True,
    injuries=7,
    last_injury=date(2024, 9, 17),
    serious_site=True,
    cleared_by=ClearedBy.CLINICIAN,
    cleared_on=date(2025, 1, 19),
    other_risks=OtherRisks.DISCUSSED,
    discussed_on=date(2026, 8, 23),
    out_of_scope=False,
)
PROFILE: Final = Profile(
    plan_id=PLAN_ID,
    start=FIRST_MONDAY,
    athlete=Athlete(name="Sam", adult=True, timezone="Europe/Amsterdam", email="sam@example.org"),
    running=RUNNING,
    health=HEALTH,
    week=WeekShape(available=frozenset({1, 3, 6}), cross_training=("cycling",)),
    races=(
        Race(
            id="rotterdam",
            name="Rotterdam Marathon",
            date=date(2027, 4, 4),
            distance_m=42_195,
            priority=Priority.A,
        ),
    ),
    limits=OwnLimits(growth_percent=4, set_by="Jo Brown, coach"),
    calendar=CalendarOptions(reminder_minutes=30),
    page=PageOptions(paper="letter", coach="Jo Brown", note="See you on Sunday."),
)


def a_plan(today: date = REVISED_ON, **changes: Any) -> Plan:
    """The two weeks, made on ``today``; ``changes`` replace fields of the plan."""
    record = sample_record()
    first, second = record.weeks
    plan = Plan(
        profile=PROFILE,
        limits=limits_for(PROFILE),
        today=today,
        races=record.races,
        weeks=(
            replace(first, runs=3, minutes=185, longest_minutes=95, quality_minutes=18),
            replace(second, runs=1, minutes=45, longest_minutes=45),
        ),
        sessions=sample_sessions(),
        notes=record.notes,
        messages=(Message(code="VOLUME-SHORT", text="Two weeks.", data={"on": date(2027, 4, 4)}),),
    )
    return replace(plan, **changes)


def with_session(slot: str, **changes: Any) -> tuple[Session, ...]:
    """The sessions of the plan, the first in the given slot changed."""
    sessions = list(sample_sessions())
    index = next(i for i, session in enumerate(sessions) if session.slot == slot)
    sessions[index] = replace(sessions[index], **changes)
    return tuple(sessions)


def without_session(slot: str) -> tuple[Session, ...]:
    """The sessions of the plan but the first in the given slot."""
    sessions = list(sample_sessions())
    return tuple(s for s in sessions if s is not next(x for x in sessions if x.slot == slot))
