"""Plans of the planner are clean; damage one thing, and exactly the rule it belongs to fires."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rules.rule_plans import counted

from scheduler.model.plan import Plan, Session, SessionKind, Status, Token, Week, WeekKind
from scheduler.planner import make_plan
from scheduler.profile import read_profile
from scheduler.rules import RULES, audit_plan

if TYPE_CHECKING:
    from collections.abc import Callable

PROFILES = Path(__file__).parents[2] / "profiles"
TODAY = date(2026, 11, 22)
NAMES = sorted(path.stem for path in PROFILES.glob("*.toml"))


@cache
def shipped(name: str) -> Plan:
    """The plan of a shipped profile, every weekday made free so that damage can land anywhere."""
    plan = make_plan(read_profile(PROFILES / f"{name}.toml", TODAY), TODAY)
    shape = replace(plan.profile.week, available=frozenset(range(7)), most_minutes=(None,) * 7)
    return replace(plan, profile=replace(plan.profile, week=shape))


def week_of(plan: Plan, kind: WeekKind, *, token: Token | None = None, place: int = 0) -> Week:
    """The week of a kind (and token) at a place among them; -1 is the last."""
    full = [week for week in plan.weeks if week.starts_on >= plan.profile.start]
    return [w for w in full if w.kind is kind and (token is None or w.token is token)][place]


def in_week(plan: Plan, week: Week) -> list[Session]:
    """The sessions of a week, by date."""
    return [one for one in plan.sessions if 0 <= (one.date - week.starts_on).days < 7]


def easy_in(plan: Plan, week: Week) -> Session:
    """The first plain run of a week."""
    return next(one for one in in_week(plan, week) if one.kind is SessionKind.EASY)


def long_in(plan: Plan, week: Week) -> Session:
    """The long run of a week."""
    return next(one for one in in_week(plan, week) if one.kind is SessionKind.LONG)


def changed(plan: Plan, session: Session, **changes: Any) -> Plan:
    """The plan with one session changed; bone load follows the minutes."""
    if "minutes" in changes:
        load = round(session.bone_load * changes["minutes"] / session.minutes, 1)
        changes["bone_load"] = load
    after = (replace(one, **changes) if one is session else one for one in plan.sessions)
    return replace(plan, sessions=tuple(after))


def longer(plan: Plan, session: Session, minutes: int) -> Plan:
    """The plan with one run longer by so many minutes."""
    return changed(plan, session, minutes=session.minutes + minutes)


def relabelled(plan: Plan, week: Week, **labels: Any) -> Plan:
    """The plan with another kind or token on one week."""
    rows = tuple(replace(row, **labels) if row is week else row for row in plan.weeks)
    return replace(plan, weeks=rows)


def run_on_every_day_but_one(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.DELOAD, place=-1)
    runs = in_week(plan, week)
    share = sum(one.minutes for one in runs) // 6
    like = easy_in(plan, week)
    load = round(like.bone_load * share / like.minutes, 1)
    spread = tuple(
        replace(
            like,
            uid=f"spread{day}",
            date=week.starts_on + timedelta(days=day),
            minutes=share,
            bone_load=load,
        )
        for day in (0, 1, 3, 4, 5, 6)
    )
    kept = tuple(one for one in plan.sessions if one not in runs)
    return replace(plan, sessions=(*kept, *spread))


def saturday_run_on_friday(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.DELOAD)
    saturday = next(one for one in in_week(plan, week) if one.date.weekday() == 5)
    return changed(plan, saturday, date=saturday.date - timedelta(days=1))


def lighter_week_called_loading(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.DELOAD, place=-1)
    return relabelled(plan, week, kind=WeekKind.BUILD, token=Token.HOLD)


def lighter_week_with_more(plan: Plan) -> Plan:
    return longer(plan, easy_in(plan, week_of(plan, WeekKind.DELOAD)), 6)


def a_long_time_since_the_last_week_off(plan: Plan) -> Plan:
    running = replace(plan.profile.running, last_week_off_ended=date(2026, 9, 6))
    return replace(plan, profile=replace(plan.profile, running=running))


def run_two_days_after_the_race(plan: Plan) -> Plan:
    race = plan.races[-1]
    like = easy_in(plan, week_of(plan, WeekKind.DELOAD))
    added = replace(like, uid="soon", date=race.date + timedelta(days=2))
    return replace(plan, sessions=(*plan.sessions, added))


def week_off_right_before_the_race_week(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.BUILD, place=-1)
    gone = in_week(plan, week)
    kept = tuple(one for one in plan.sessions if one not in gone)
    return relabelled(replace(plan, sessions=kept), week, kind=WeekKind.WEEK_OFF, token=None)


def first_week_back_with_more(plan: Plan) -> Plan:
    return longer(plan, easy_in(plan, week_of(plan, WeekKind.RETURN)), 6)


def growing_week_with_more(plan: Plan) -> Plan:
    return longer(plan, easy_in(plan, week_of(plan, WeekKind.BUILD, token=Token.VOLUME)), 6)


def long_run_with_more(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.BUILD, token=Token.VOLUME, place=1)
    return longer(longer(plan, long_in(plan, week), 1), easy_in(plan, week), -1)


def long_run_alone(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.DELOAD, place=-1)
    for run in in_week(plan, week):
        plan = longer(plan, run, 20 if run.kind is SessionKind.LONG else -5)
    return plan


def fast_minutes_growing_in_a_volume_week(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.BUILD, token=Token.INTENSITY)
    return relabelled(plan, week, token=Token.VOLUME)


def fast_minutes_in_a_lighter_week(plan: Plan) -> Plan:
    run = easy_in(plan, week_of(plan, WeekKind.DELOAD))
    return changed(plan, run, kind=SessionKind.THRESHOLD, quality_minutes=4)


def more_fast_minutes_than_the_step(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.BUILD, token=Token.INTENSITY)
    run = next(one for one in in_week(plan, week) if one.quality_minutes)
    return changed(plan, run, quality_minutes=run.quality_minutes + 1)


def faster_run_the_day_before_the_long_run(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.BUILD, token=Token.INTENSITY)
    fast = next(one for one in in_week(plan, week) if one.quality_minutes)
    day_before = long_in(plan, week).date - timedelta(days=1)
    easy = next((one for one in in_week(plan, week) if one.date == day_before), None)
    moved = plan if easy is None else changed(plan, easy, date=fast.date)
    return changed(moved, fast, date=day_before)


def taper_week_with_more(plan: Plan) -> Plan:
    return longer(plan, easy_in(plan, week_of(plan, WeekKind.TAPER)), 6)


def race_taken_out(plan: Plan) -> Plan:
    race = next(one for one in plan.sessions if one.kind is SessionKind.RACE)
    return changed(plan, race, status=Status.CANCELLED)


def run_on_a_monday_that_is_not_free(plan: Plan) -> Plan:
    week = week_of(plan, WeekKind.DELOAD, place=-1)
    shape = replace(plan.profile.week, available=frozenset(range(1, 7)))
    moved = changed(plan, easy_in(plan, week), date=week.starts_on)
    return replace(moved, profile=replace(plan.profile, week=shape))


DAMAGE: tuple[tuple[str, str, Callable[[Plan], Plan]], ...] = (
    ("missing-rest-day", "masters-half", run_on_every_day_but_one),
    ("too-many-run-days-in-a-row", "marathon-three-injuries", saturday_run_on_friday),
    ("missing-deload-week", "masters-half", lighter_week_called_loading),
    ("deload-not-lighter", "masters-half", lighter_week_with_more),
    ("no-week-off", "masters-half", a_long_time_since_the_last_week_off),
    ("running-in-week-off", "masters-half", run_two_days_after_the_race),
    ("week-off-too-late", "ten-k-little-time", week_off_right_before_the_race_week),
    ("return-too-fast", "masters-half", first_week_back_with_more),
    ("week-grows-too-fast", "masters-half", growing_week_with_more),
    ("run-too-long", "boston-marathon", long_run_with_more),
    ("long-run-too-large-share", "fifty-k", long_run_alone),
    ("volume-and-intensity-together", "masters-half", fast_minutes_growing_in_a_volume_week),
    ("intensity-too-early", "masters-half", fast_minutes_in_a_lighter_week),
    ("too-much-intensity", "masters-half", more_fast_minutes_than_the_step),
    ("hard-days-adjacent", "masters-half", faster_run_the_day_before_the_long_run),
    ("taper-missing", "masters-half", taper_week_with_more),
    ("race-missing", "masters-half", race_taken_out),
    ("unavailable-day", "masters-half", run_on_a_monday_that_is_not_free),
)


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_of_every_shipped_profile_is_clean(name: str) -> None:
    plan = make_plan(read_profile(PROFILES / f"{name}.toml", TODAY), TODAY)
    assert [breach.text for breach in audit_plan(plan)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_rows_counted_by_the_tests_are_the_planner_s_own(name: str) -> None:
    plan = shipped(name)
    for mine, theirs in zip(counted(plan).weeks, plan.weeks, strict=True):
        assert (mine.runs, mine.minutes, mine.longest_minutes, mine.quality_minutes) == (
            theirs.runs,
            theirs.minutes,
            theirs.longest_minutes,
            theirs.quality_minutes,
        )


def test_every_rule_has_its_damage() -> None:
    assert [rule for rule, _, _ in DAMAGE] == [rule.name for rule in RULES]


@pytest.mark.parametrize(("rule", "name", "damage"), DAMAGE, ids=[rule for rule, _, _ in DAMAGE])
def test_damage_in_one_thing_fires_exactly_its_rule(
    rule: str, name: str, damage: Callable[[Plan], Plan]
) -> None:
    damaged = counted(damage(shipped(name)))
    assert {breach.rule for breach in audit_plan(damaged)} == {rule}
