"""Small plans written out by hand, for the rules to be tried on.

A plan is a list of weeks; a week is its kind, its token and its runs in words: in
``"tue 40, thu 45/6, sun long 60"`` stand an easy run, a threshold run with 6 fast minutes and a
long run. The numbers of the limits are copied from the contract, never read from the rules.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from scheduler.model.limits import Limits
from scheduler.model.plan import (
    RUNS,
    Plan,
    PlannedRace,
    Session,
    SessionKind,
    Token,
    Week,
    WeekKind,
)
from scheduler.model.profile import (
    Athlete,
    Block,
    ClearedBy,
    Health,
    OtherRisks,
    Priority,
    Profile,
    Race,
    Running,
    WeekShape,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MONDAY = date(2027, 1, 4)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

BASE_LIMITS = Limits(
    growth_percent=8,
    growth_at_least_minutes=8,
    held_growth_percent=12,
    deload_keeps_percent=75,
    ladder_percent=(80, 100),
    long_ladder_percent=(60, 80, 100),
    hold_after_ladder=False,
    quality_share_percent=15,
    quality_step_minutes=6,
    quality_gate_weeks=3,
    quality_in_ladder=True,
    quality_allowed=True,
    rest_days=1,
    run_days_in_a_row=6,
    loading_weeks_in_a_row=3,
    running_weeks=12,
    running_weeks_target=11,
    running_weeks_before_race=13,
    running_weeks_if_unsure=8,
    finish_ratio_marathon_percent=200,
)
HIGH_LIMITS = Limits(
    growth_percent=4,
    growth_at_least_minutes=4,
    held_growth_percent=4,
    deload_keeps_percent=70,
    ladder_percent=(70, 85, 100),
    long_ladder_percent=(50, 70, 85, 100),
    hold_after_ladder=True,
    quality_share_percent=6,
    quality_step_minutes=3,
    quality_gate_weeks=9,
    quality_in_ladder=False,
    quality_allowed=True,
    rest_days=2,
    run_days_in_a_row=3,
    loading_weeks_in_a_row=3,
    running_weeks=12,
    running_weeks_target=11,
    running_weeks_before_race=12,
    running_weeks_if_unsure=12,
    finish_ratio_marathon_percent=180,
)
RUNNING = Running(
    weekly_minutes=200,
    longest_run_minutes=80,
    runs_per_week=4,
    last_week_off_ended=date(2026, 12, 13),  # the Sunday three weeks before MONDAY
    last_light_week=date(2026, 12, 30),  # the week before MONDAY
)
HEALTH = Health(
    pain_free_on=date(2026, 12, 30),
    thirty_minutes=True,
    injuries=1,
    last_injury=date(2024, 1, 1),
    serious_site=False,
    cleared_by=ClearedBy.CLINICIAN,
    cleared_on=date(2024, 6, 1),
    other_risks=OtherRisks.NO,
    discussed_on=None,
    out_of_scope=False,
)
WEEK_200 = "tue 40, thu 40, sat 40, sun long 80"


def race(day: date, distance_m: int, minutes: int, priority: str = "A") -> PlannedRace:
    """A race with the name of its distance."""
    return PlannedRace(
        id=f"{'goal' if priority == 'A' else 'tune'}-{day}",
        name="Goal Race" if priority == "A" else "Tune-up",
        date=day,
        distance_m=distance_m,
        priority=Priority(priority),
        minutes=minutes,
    )


def plan_of(
    *weeks: tuple[str, str | None, str],
    start: date = MONDAY,
    races: tuple[PlannedRace, ...] = (),
    limits: Limits = BASE_LIMITS,
    running: dict[str, Any] | None = None,
    shape: dict[str, Any] | None = None,
    away: tuple[Any, ...] = (),
    block: Block | None = None,
    health: dict[str, Any] | None = None,
) -> Plan:
    """A plan of weeks, each (kind, token or None, runs in words), the first holding ``start``.

    In ``"mon strength 30+20"`` stand 20 jumps.
    """
    first = start - timedelta(days=start.weekday())
    sessions = tuple(
        session
        for place, (_, _, words) in enumerate(weeks)
        for session in sessions_of(first + timedelta(weeks=place), words)
    )
    profile = Profile(
        plan_id="hand-made",
        start=start,
        athlete=Athlete(name="Kim", adult=True),
        running=replace(RUNNING, **(running or {})),
        health=replace(HEALTH, **(health or {})),
        week=WeekShape(**({"available": frozenset(range(7))} | (shape or {}))),
        races=tuple(
            Race(
                id=one.id,
                name=one.name,
                date=one.date,
                distance_m=one.distance_m,
                priority=one.priority,
            )
            for one in races
        ),
        away=away,
        block=block,
    )
    rows = tuple(
        Week(
            index=place + 1,
            starts_on=first + timedelta(weeks=place),
            kind=WeekKind(kind),
            token=Token(token) if token else None,
        )
        for place, (kind, token, _) in enumerate(weeks)
    )
    plan = Plan(
        profile=profile,
        limits=limits,
        today=start - timedelta(days=3),
        races=races,
        weeks=rows,
        sessions=sessions,
        notes=(),
        messages=(),
    )
    return counted(plan)


def sessions_of(monday: date, words: str) -> Iterator[Session]:
    """The sessions of one week in words."""
    for number, part in enumerate(filter(None, words.split(", ")), start=1):
        day, *kinds, length = part.split()
        length, _, jumps = length.partition("+")
        minutes, _, fast = length.partition("/")
        kind = SessionKind(kinds[0]) if kinds else SessionKind.EASY
        if fast and not kinds:
            kind = SessionKind.THRESHOLD
        on = monday + timedelta(days=WEEKDAYS.index(day))
        slot = "long" if kind is SessionKind.LONG else f"run{number}"
        yield Session(
            uid=f"{on}.{number}",
            date=on,
            slot=slot,
            kind=kind,
            title=f"{kind} {minutes} min",
            minutes=int(minutes),
            quality_minutes=int(fast or 0),
            jumps=int(jumps or 0),
            bone_load=round((int(minutes) + int(fast or 0)) / 6, 1),
            revised_on=MONDAY,
        )


def counted(plan: Plan) -> Plan:
    """The plan with week rows that say what its sessions hold, as a planner would write them."""
    goals = {one.date for one in plan.races if one.priority is Priority.A}

    def row(week: Week) -> Week:
        ends_before = week.starts_on + timedelta(days=7)
        load = [
            one
            for one in plan.sessions
            if week.starts_on <= one.date < ends_before
            and one.kind in RUNS
            and one.status == "confirmed"
            and (one.kind is not SessionKind.RACE or one.date not in goals)
        ]
        training = [one for one in load if one.kind is not SessionKind.RACE]
        return replace(
            week,
            runs=len(load),
            minutes=sum(one.minutes for one in load),
            longest_minutes=max((one.minutes for one in load), default=0),
            quality_minutes=sum(one.quality_minutes for one in training),
            bone_load=round(sum(one.bone_load for one in load), 1),
        )

    return replace(plan, weeks=tuple(row(week) for week in plan.weeks))
