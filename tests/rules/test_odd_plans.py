"""No plan is too odd to be judged: the audit answers, and never raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rules.rule_plans import BASE_LIMITS, HIGH_LIMITS, MONDAY, WEEKDAYS, plan_of, race

from scheduler.model.plan import Session, SessionKind, Token, WeekKind
from scheduler.model.profile import Away, Block, LogEntry, LogWhat
from scheduler.rules import RULES, audit_plan

if TYPE_CHECKING:
    from scheduler.model.plan import Plan

DAYS = st.integers(-3, 80).map(lambda days: MONDAY + timedelta(days=days))
PARTS = st.builds(
    "{} {} {}/{}+{}".format,
    st.sampled_from(WEEKDAYS),
    st.sampled_from([str(kind) for kind in SessionKind]),
    st.integers(0, 300),
    st.integers(0, 60),
    st.integers(0, 60),
)
WEEKS = st.tuples(
    st.sampled_from([str(kind) for kind in WeekKind]),
    st.none() | st.sampled_from([str(token) for token in Token]),
    st.lists(PARTS, max_size=6).map(", ".join),
)
RACES = st.builds(
    race,
    DAYS,
    st.sampled_from((0, 5_000, 10_000, 21_097, 42_195, 100_000)),
    st.integers(0, 900),
    st.sampled_from("ABC"),
)
AWAY = st.builds(
    lambda first, days: Away(from_day=first, until=first + timedelta(days=days)),
    DAYS,
    st.integers(-1, 20),
)
RUNNING = st.fixed_dictionaries(
    {
        "weekly_minutes": st.integers(0, 600),
        "longest_run_minutes": st.integers(0, 300),
        "runs_per_week": st.integers(0, 9),
        "last_week_off_ended": st.none() | st.dates(date(2025, 1, 1), date(2027, 2, 1)),
        "last_light_week": st.none() | st.dates(date(2025, 1, 1), date(2027, 2, 1)),
    }
)
LOG = st.lists(
    st.builds(
        lambda on, what, minutes, days: LogEntry(
            date=on, what=what, minutes=minutes, until=on + timedelta(days=days)
        ),
        st.integers(-30, 120).map(lambda days: MONDAY + timedelta(days=days)),
        st.sampled_from(LogWhat),
        st.none() | st.integers(0, 300),
        st.integers(-2, 20),
    ),
    max_size=5,
).map(tuple)
TODAY = st.none() | st.integers(-400, 1_000).map(lambda days: MONDAY + timedelta(days=days)) | DAYS


def begun(plan: Plan, today: date | None, log: tuple[LogEntry, ...]) -> Plan:
    """The plan on a later day, runs told in the log added on days that may have none planned."""
    if today is None:
        return plan
    told = tuple(
        Session(
            uid="",
            date=entry.date,
            slot="did",
            kind=SessionKind.EASY,
            title="easy",
            minutes=entry.minutes or 0,
            revised_on=entry.date,
        )
        for entry in log
        if entry.what is LogWhat.DID
    )
    profile = replace(plan.profile, log=log)
    return replace(plan, today=today, profile=profile, sessions=(*plan.sessions, *told))


PLANS = st.builds(
    lambda weeks, today, log, **given: begun(plan_of(*weeks, **given), today, log),
    st.lists(WEEKS, max_size=12),
    TODAY,
    LOG,
    start=st.sampled_from([MONDAY + timedelta(days=day) for day in range(7)]),
    races=st.lists(RACES, max_size=4).map(tuple),
    limits=st.sampled_from((BASE_LIMITS, HIGH_LIMITS)),
    running=RUNNING,
    away=st.lists(AWAY, max_size=2).map(tuple),
    block=st.none() | st.builds(Block, weeks=st.integers(1, 12), aim_m=st.just(10_000)),
)


@given(PLANS)
def test_whatever_a_plan_holds_every_rule_answers(plan: Plan) -> None:
    names = {rule.name for rule in RULES}
    for breach in audit_plan(plan):
        assert breach.rule in names
        assert breach.week_starts_on.weekday() == 0
        assert breach.text.endswith(".")
        assert "!" not in breach.text


@given(PLANS)
def test_nothing_behind_today_is_charged(plan: Plan) -> None:
    for breach in audit_plan(plan):
        last = breach.date or breach.week_starts_on + timedelta(days=6)
        assert last >= plan.today
        begun = max(breach.week_starts_on, plan.profile.start) < plan.today
        if breach.date is None and begun:
            assert any(plan.today <= one.date <= last for one in plan.sessions)


@given(PLANS)
def test_the_audit_gives_the_same_answer_in_the_same_order_twice(plan: Plan) -> None:
    found = audit_plan(plan)
    assert found == audit_plan(plan)
    assert [one.week_starts_on for one in found] == sorted(one.week_starts_on for one in found)
