"""A season by hand: a B race, two A races, a week off; and one with days away (M1-M9, L2, L4, S3).

The season is clean; damage one thing, and exactly the rule that it belongs to fires.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from rules.rule_plans import BASE_LIMITS, WEEK_200, counted, plan_of, race, sessions_of

from scheduler.model.plan import SessionKind, Status, Token, WeekKind
from scheduler.model.profile import Away, Priority
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.plan import Plan

BASE = ("build", "baseline", WEEK_200)
LIGHT = ("deload", None, "tue 40, thu 40, sun long 80")  # 160; 75 % of 216 is 162
BEST = "tue 48, thu 48, sat 48, sun long 88"  # 232; 8 % over 216 is 233
BACK = ("return", "return", "tue 55, thu 55, sun long 70")  # 180; 80 % of 232 is 185, of 88 is 70
OFF = ("off", None, "")
TUNE_UP = race(date(2027, 2, 14), 10_000, 50, priority="B")
HALF = race(date(2027, 4, 11), 21_097, 100)
TEN_K = race(date(2027, 5, 30), 10_000, 50)
SEASON = plan_of(
    BASE,
    ("build", "volume", "tue 45, thu 45, sat 45, sun long 81"),  # 216
    LIGHT,
    ("build", "hold", "tue 45, thu 45, sat 45, sun long 81"),
    ("build", "volume", BEST),
    ("tune-up", "hold", "tue 48, thu 48, fri 48, sun race 50"),  # 8 February; 144 besides 88
    ("recovery", None, "thu 50, sun 65"),  # 115; half of 232 is 116
    ("build", "hold", BEST),
    ("build", "hold", BEST),
    ("week-off", None, ""),  # 8 March, four weeks before the half's week
    BACK,
    ("build", "return", BEST),
    ("taper", None, "tue 45, thu 45, sun long 72"),  # 162: 70 % of 232
    ("race", None, "tue 30, thu 25, sun race 100"),  # 5 April
    OFF,
    BACK,  # 19 April
    ("build", "return", BEST),
    ("build", "hold", BEST),
    ("deload", None, "tue 50, thu 50, sun long 70"),
    ("build", "hold", BEST),
    ("race", None, "tue 40, thu 30, sun race 50"),  # 24 May; 40 % of 232 is 92
    ("recovery", None, "thu 50, sun 65"),  # 31 May
    races=(TUNE_UP, HALF, TEN_K),
)
SHORT = race(date(2027, 3, 7), 5_000, 25)
AWAY = plan_of(
    BASE,
    ("build", "volume", "tue 45, thu 45, sat 45, sun long 81"),
    LIGHT,
    ("build", "hold", "tue 45"),  # 25 January, away from Wednesday
    ("return", "return", "wed 45, fri 45, sun long 64"),  # 80 % of 216 is 172, of 81 is 64
    ("build", "return", "tue 45, thu 45, sat 45, sun long 81"),
    ("build", "hold", "tue 45, thu 45, sat 45, sun long 81"),  # 15 February, away on its Monday
    LIGHT,
    ("race", None, "tue 40, thu 30, sun race 25"),
    ("recovery", None, "thu 45, sun 60"),
    races=(SHORT,),
    away=(
        Away(from_day=date(2027, 1, 27), until=date(2027, 2, 2)),
        Away(from_day=date(2027, 2, 15), until=date(2027, 2, 15)),
    ),
)


def test_both_seasons_are_clean() -> None:
    assert [breach.text for breach in audit_plan(SEASON)] == []
    assert [breach.text for breach in audit_plan(AWAY)] == []


def fired(plan: Plan) -> set[str]:
    return {breach.rule for breach in audit_plan(plan)}


def on(plan: Plan, day: date, **changes: Any) -> Plan:
    """The plan with the session of a day changed; bone load follows the minutes."""
    (session,) = (one for one in plan.sessions if one.date == day)
    if "minutes" in changes:
        changes["bone_load"] = round(changes["minutes"] / 6, 1)
    after = (replace(one, **changes) if one is session else one for one in plan.sessions)
    return counted(replace(plan, sessions=tuple(after)))


def called(plan: Plan, monday: date, kind: str, token: str | None = None) -> Plan:
    """The plan with another name on one week."""
    label = {"kind": WeekKind(kind), "token": Token(token) if token else None}
    rows = (replace(row, **label) if row.starts_on == monday else row for row in plan.weeks)
    return replace(plan, weeks=tuple(rows))


def instead(plan: Plan, monday: date, words: str) -> Plan:
    """The plan with other runs in one week."""
    kept = tuple(one for one in plan.sessions if not 0 <= (one.date - monday).days < 7)
    return counted(replace(plan, sessions=(*kept, *sessions_of(monday, words))))


def added(plan: Plan, monday: date, words: str) -> Plan:
    """The plan with more sessions in one week."""
    more = (replace(one, uid=f"{one.uid}+") for one in sessions_of(monday, words))
    return counted(replace(plan, sessions=(*plan.sessions, *more)))


def raced(plan: Plan, day: date, **changes: Any) -> Plan:
    """The plan with one of its races taken for another one."""
    races = (replace(one, **changes) if one.date == day else one for one in plan.races)
    return replace(plan, races=tuple(races))


def a_week_longer_since_the_last_week_off(plan: Plan) -> Plan:
    running = replace(plan.profile.running, last_week_off_ended=date(2026, 12, 6))
    return replace(plan, profile=replace(plan.profile, running=running))


DAMAGE: tuple[tuple[str, str, Plan], ...] = (
    ("more besides the race", "week-grows-too-fast", on(SEASON, date(2027, 2, 9), minutes=49)),
    (
        "a long run besides the race",
        "long-run-too-large-share",
        on(SEASON, date(2027, 2, 11), kind=SessionKind.LONG),
    ),
    ("more after the B race", "week-grows-too-fast", on(SEASON, date(2027, 2, 18), minutes=52)),
    (
        "a full lighter week after the B race",
        "week-grows-too-fast",
        called(
            instead(SEASON, date(2027, 2, 15), "thu 50, sat 30, sun 65"),
            date(2027, 2, 15),
            "deload",
        ),
    ),
    (
        "fast minutes after the B race",
        "intensity-too-early",
        on(SEASON, date(2027, 2, 18), kind=SessionKind.THRESHOLD, quality_minutes=4),
    ),
    (
        "strides besides the race",
        "intensity-too-early",
        on(SEASON, date(2027, 2, 9), kind=SessionKind.STRIDES),
    ),
    ("B race taken out", "race-missing", on(SEASON, date(2027, 2, 14), status=Status.CANCELLED)),
    (
        "B race taken for a C race, and so not recovered from",
        "race-missing",
        raced(SEASON, date(2027, 2, 14), priority=Priority.C),
    ),
    (
        "week with the B race called build",
        "race-missing",
        called(SEASON, date(2027, 2, 8), "build", "hold"),
    ),
    (
        "a week more since the last week off",
        "no-week-off",
        a_week_longer_since_the_last_week_off(SEASON),
    ),
    (
        "first week back called build",
        "return-too-fast",
        called(SEASON, date(2027, 4, 19), "build", "return"),
    ),
    ("more after the half", "return-too-fast", on(SEASON, date(2027, 4, 20), minutes=61)),
    ("longer after the half", "return-too-fast", on(SEASON, date(2027, 4, 25), minutes=71)),
    (
        "a run in the week after the half",
        "running-in-week-off",
        added(SEASON, date(2027, 4, 12), "sat 20"),
    ),
    (
        "a run two days after the 10 km",
        "running-in-week-off",
        on(SEASON, date(2027, 6, 3), date=date(2027, 6, 1)),
    ),
    ("more after the 10 km", "week-grows-too-fast", on(SEASON, date(2027, 6, 3), minutes=52)),
    ("more before the half", "taper-missing", on(SEASON, date(2027, 3, 30), minutes=46)),
    (
        "a taper in the middle of nowhere",
        "taper-missing",
        called(SEASON, date(2027, 5, 10), "taper"),
    ),
    (
        "a fourth loading week in a row",
        "missing-deload-week",
        called(instead(SEASON, date(2027, 5, 10), BEST), date(2027, 5, 10), "build", "hold"),
    ),
    ("a run on the eve", "race-missing", added(SEASON, date(2027, 5, 24), "sat 20")),
    (
        "strength five days before",
        "hard-days-adjacent",
        added(SEASON, date(2027, 5, 24), "tue strength 30"),
    ),
    ("a run after the end", "unavailable-day", added(SEASON, date(2027, 6, 7), "tue 20")),
    ("a run on a day away", "unavailable-day", on(AWAY, date(2027, 2, 16), date=date(2027, 2, 15))),
    (
        "strength while away",
        "unavailable-day",
        added(AWAY, date(2027, 1, 25), "fri strength 30"),
    ),
    (
        "cross-training while away",
        "unavailable-day",
        added(AWAY, date(2027, 1, 25), "fri cross-training 30"),
    ),
    (
        "first week back from away called build",
        "return-too-fast",
        called(AWAY, date(2027, 2, 1), "build", "return"),
    ),
    (
        "all the minutes at once after being away",
        "return-too-fast",
        instead(AWAY, date(2027, 2, 1), "wed 55, fri 55, sun long 64"),
    ),
)


@pytest.mark.parametrize(
    ("rule", "plan"), [case[1:] for case in DAMAGE], ids=[case[0] for case in DAMAGE]
)
def test_damage_in_one_thing_fires_exactly_its_rule(rule: str, plan: Plan) -> None:
    assert fired(plan) == {rule}


OWN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("missing-deload-week", {"loading_weeks_in_a_row": 2}),
    ("missing-rest-day", {"rest_days": 4}),
    ("no-week-off", {"running_weeks": 11, "running_weeks_before_race": 11}),
    ("deload-not-lighter", {"deload_keeps_percent": 73}),
    ("week-grows-too-fast", {"growth_percent": 7}),
    ("return-too-fast", {"ladder_percent": (77, 100)}),
    ("too-many-run-days-in-a-row", {"run_days_in_a_row": 1}),
)


@pytest.mark.parametrize(("rule", "own"), OWN, ids=[rule for rule, _ in OWN])
def test_a_stricter_limit_of_one_s_own_is_the_one_that_counts(
    rule: str, own: dict[str, Any]
) -> None:
    assert fired(replace(SEASON, limits=replace(BASE_LIMITS, **own))) == {rule}
