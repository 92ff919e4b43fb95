"""Rest days, days in a row, free days, hard days and races (R1-R4, A1-A3, S4, H1, M9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rules.rule_plans import BASE_LIMITS, HIGH_LIMITS, WEEK_200, plan_of, race

from scheduler.model.profile import Away
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.plan import Plan

SIX_DAYS = "tue 25, wed 25, thu 25, fri 25, sat 25, sun 25"
SUNDAY_RACE = race(date(2027, 1, 10), 5_000, 30)


def fired(plan: Plan) -> set[str]:
    return {breach.rule for breach in audit_plan(plan)}


def test_r1_six_run_days_leave_one_free_and_pass() -> None:
    assert fired(plan_of(("build", "baseline", SIX_DAYS))) == set()


def test_r1_seven_run_days_are_a_missing_rest_day() -> None:
    weeks = ("build", "baseline", f"mon 25, {SIX_DAYS}")
    assert "missing-rest-day" in fired(plan_of(weeks))


def test_r1_one_free_day_is_too_few_where_two_are_asked_for() -> None:
    week = ("build", "baseline", SIX_DAYS)
    assert fired(plan_of(week, limits=BASE_LIMITS)) == set()
    assert fired(plan_of(week, limits=replace(BASE_LIMITS, rest_days=2))) == {"missing-rest-day"}


def test_r1_spares_a_first_week_entered_in_its_middle_and_the_race_week() -> None:
    stub = ("build", None, "thu 25, fri 25, sat 25, sun 25")
    assert fired(plan_of(stub, start=date(2027, 1, 7))) == set()


def test_r2_rest_on_monday_and_the_sunday_after_next_is_twelve_days_in_a_row() -> None:
    plan = plan_of(
        ("build", "baseline", SIX_DAYS),
        ("build", "hold", "mon 25, tue 25, wed 25, thu 25, fri 25, sat 25"),
    )
    breaches = audit_plan(plan)
    assert {breach.rule for breach in breaches} == {"too-many-run-days-in-a-row"}
    assert [breach.found for breach in breaches] == [7, 8, 9, 10, 11, 12]


def test_r3_a_fourth_run_day_in_a_row_is_too_many_where_three_are_allowed() -> None:
    three = plan_of(("build", "baseline", "tue 40, wed 40, thu 40, sun 50"), limits=HIGH_LIMITS)
    four = plan_of(("build", "baseline", "tue 40, wed 40, thu 40, fri 50"), limits=HIGH_LIMITS)
    assert fired(three) == set()
    assert fired(four) == {"too-many-run-days-in-a-row"}


def test_r3_counts_the_day_before_the_start_as_a_run_day() -> None:
    week = ("build", "baseline", "mon 40, tue 40, wed 40, sat 50")
    assert fired(plan_of(week, limits=HIGH_LIMITS)) == {"too-many-run-days-in-a-row"}


def test_r4_two_runs_on_one_day_are_too_many() -> None:
    plan = plan_of(("build", "baseline", "tue 40, thu 40, sat 30, sat 20, sun long 70"))
    assert fired(plan) == {"too-many-run-days-in-a-row"}


def test_a1_a_run_on_a_day_that_is_not_free_is_found() -> None:
    free = {"available": frozenset({1, 3, 5, 6})}
    assert fired(plan_of(("build", "baseline", WEEK_200), shape=free)) == set()
    monday = ("build", "baseline", "mon 40, thu 40, sat 40, sun long 80")
    assert fired(plan_of(monday, shape=free)) == {"unavailable-day"}


def test_a1_a_run_while_away_is_found() -> None:
    away = (Away(from_day=date(2027, 1, 5), until=date(2027, 1, 6)),)
    assert fired(plan_of(("build", "baseline", WEEK_200), away=away)) == {"unavailable-day"}


def test_a2_a_session_before_the_start_is_outside_the_plan() -> None:
    plan = plan_of(("build", None, "mon 30, sat 40, sun 50"), start=date(2027, 1, 5))
    assert [breach.rule for breach in audit_plan(plan)] == ["unavailable-day"]


def test_s4_a_run_of_fourteen_minutes_is_too_short_and_fifteen_is_not() -> None:
    assert fired(plan_of(("build", "baseline", "tue 15, thu 20, sun 20"))) == set()
    assert fired(plan_of(("build", "baseline", "tue 14, thu 20, sun 20"))) == {"unavailable-day"}


def test_s4_a_run_must_fit_into_its_day() -> None:
    most = {"most_minutes": (None, 40, None, None, None, None, 79)}
    assert fired(plan_of(("build", "baseline", WEEK_200), shape=most)) == {"unavailable-day"}


def test_h1_a_faster_run_on_monday_after_a_long_run_on_sunday_is_adjacent() -> None:
    plan = plan_of(
        ("build", "baseline", "tue 40, thu 40/6, sat 40, sun long 80"),
        ("build", "hold", "mon 40/6, wed 40, fri 40, sun long 80"),
        running={"fast_minutes": 6},
    )
    (breach,) = audit_plan(plan)
    assert (breach.rule, breach.date) == ("hard-days-adjacent", date(2027, 1, 11))


def test_h1_a_day_between_hard_days_is_enough() -> None:
    plan = plan_of(
        ("build", "baseline", "tue 40, fri 40/6, sat 40, sun long 80"),
        running={"fast_minutes": 6},
    )
    assert fired(plan) == set()


def test_a3_strength_stays_off_the_day_before_a_long_run() -> None:
    before = plan_of(("build", "baseline", f"sat strength 30, {WEEK_200.replace('sat', 'fri')}"))
    earlier = plan_of(("build", "baseline", f"fri strength 30, {WEEK_200}"))
    assert fired(before) == {"hard-days-adjacent"}
    assert fired(earlier) == set()


def test_m9_a_race_on_its_day_after_a_free_day_passes() -> None:
    week = ("race", None, "tue 30, thu 20, sun race 30")
    assert fired(plan_of(week, races=(SUNDAY_RACE,))) == set()


def test_m9_a_race_that_is_not_in_the_plan_is_missing() -> None:
    plan = plan_of(("race", None, "tue 30, thu 20"), races=(SUNDAY_RACE,))
    assert fired(plan) == {"race-missing"}


def test_m9_a_race_on_another_day_is_missing_on_its_own() -> None:
    plan = plan_of(("race", None, "tue 30, sat race 30"), races=(SUNDAY_RACE,))
    assert "race-missing" in fired(plan)


def test_m9_a_shake_out_the_day_before_a_goal_race_is_found() -> None:
    plan = plan_of(("race", None, "tue 30, sat 20, sun race 30"), races=(SUNDAY_RACE,))
    assert fired(plan) == {"race-missing"}


def test_m9_a_run_after_the_race_in_its_week_is_found() -> None:
    early = race(date(2027, 1, 5), 5_000, 30)
    plan = plan_of(("race", None, "tue race 30, sun 20"), races=(early,))
    assert fired(plan) == {"race-missing"}
