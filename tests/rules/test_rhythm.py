"""Lighter weeks, weeks off and the way back (M1-M7, L2, S2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rules.rule_plans import HIGH_LIMITS, WEEK_200, plan_of, race

from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.plan import Plan

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
LIGHT = ("deload", None, "tue 35, thu 35, sun 60")  # 130 of 200
OFF = ("week-off", None, "")
BACK = ("return", "return", "tue 50, thu 50, sun long 60")  # 160 of 200
FULL = ("build", "return", WEEK_200)


def fired(plan: Plan) -> set[str]:
    return {breach.rule for breach in audit_plan(plan)}


def test_m1_three_loading_weeks_and_a_lighter_one_pass() -> None:
    assert fired(plan_of(BASE, SAME, SAME, LIGHT, SAME)) == set()


def test_m1_a_fourth_loading_week_in_a_row_is_too_many() -> None:
    (breach,) = audit_plan(plan_of(BASE, SAME, SAME, SAME))
    assert (breach.rule, breach.found, breach.allowed) == ("missing-deload-week", 4, 3)
    assert breach.week_starts_on == date(2027, 1, 25)


def test_m1_counts_the_loading_weeks_before_the_start() -> None:
    two_before = {"last_light_week": date(2026, 12, 16), "last_week_off_ended": date(2026, 11, 1)}
    assert fired(plan_of(BASE, LIGHT, running=two_before)) == set()
    assert fired(plan_of(BASE, SAME, LIGHT, running=two_before)) == {"missing-deload-week"}


def test_m1_without_a_light_week_takes_what_is_left_after_every_fourth() -> None:
    seven_weeks = {"last_light_week": None, "last_week_off_ended": date(2026, 11, 15)}
    assert fired(plan_of(BASE, LIGHT, running=seven_weeks)) == {"missing-deload-week"}
    assert fired(plan_of(LIGHT, BASE, running=seven_weeks)) == set()


def test_m1_a_week_called_lighter_is_only_one_if_it_is_m6() -> None:
    called = ("deload", None, "tue 40, thu 40, sun 71")  # 151 of 200, 150 allowed
    (breach,) = audit_plan(plan_of(BASE, SAME, SAME, called))
    assert (breach.rule, breach.found, breach.allowed) == ("deload-not-lighter", 151, 150)


def test_m6_a_lighter_week_soon_after_weeks_off_is_measured_on_what_was_run() -> None:
    back = ("return", "return", "tue 40, thu 40, sat 40")  # 120: 60 % of 200
    light = ("deload", None, "tue 30, thu 30, sun 31")  # 91; 75 % of 120 is 90
    (breach,) = audit_plan(plan_of(BASE, OFF, ("off", None, ""), back, light))
    assert (breach.rule, breach.found, breach.allowed) == ("deload-not-lighter", 91, 90)


def test_m7_a_plan_without_labels_is_judged_on_its_minutes() -> None:
    plain = ("build", None, WEEK_200)
    low = ("build", None, "tue 40, thu 40, sun long 80")  # 160 is 80 % of 200
    assert fired(plan_of(plain, plain, plain, low, plain, plain, plain)) == set()
    assert fired(plan_of(plain, plain, plain, plain)) == {"missing-deload-week"}


def test_m2_a_thirteenth_running_week_without_a_week_off_is_too_many() -> None:
    cycle = (BASE, SAME, LIGHT) + (SAME, SAME, LIGHT) * 3
    nine = plan_of(*cycle[:9])  # with three weeks before the start: twelve
    ten = plan_of(*cycle[:10])
    assert fired(nine) == set()
    (breach,) = audit_plan(ten)
    assert (breach.rule, breach.found, breach.allowed) == ("no-week-off", 13, 12)
    assert breach.week_starts_on == date(2027, 3, 8)


def test_m2_thirteen_weeks_pass_where_they_end_in_a_goal_race() -> None:
    goal = race(date(2027, 3, 14), 5_000, 25)
    end = ("race", None, "tue 30, thu 20, sun race 25")
    free = ("off", None, "")
    weeks = (BASE, SAME, LIGHT, SAME, SAME, LIGHT, SAME, SAME, LIGHT, end, free)
    assert fired(plan_of(*weeks, races=(goal,))) == set()
    strict = replace(plan_of(*weeks, races=(goal,)).limits, running_weeks_before_race=12)
    assert fired(plan_of(*weeks, races=(goal,), limits=strict)) == {"no-week-off"}


def test_m2_a_week_off_nobody_remembers_is_due_within_four_weeks() -> None:
    unsure = {"last_week_off_ended": None}
    assert fired(plan_of(BASE, SAME, LIGHT, SAME, OFF, BACK, running=unsure)) == set()
    late = plan_of(BASE, SAME, LIGHT, SAME, SAME, OFF, BACK, running=unsure)
    assert fired(late) == {"no-week-off"}


def test_m3_a_run_in_a_week_off_is_found() -> None:
    off = ("week-off", None, "thu 20")
    assert "running-in-week-off" in fired(plan_of(BASE, off, SAME))


def test_m3_a_half_marathon_is_followed_by_a_run_free_week() -> None:
    goal = race(date(2027, 1, 10), 21_097, 90)
    week = ("race", None, "tue 30, thu 20, sun race 90")
    soon = ("return", "return", "sat 40, sun 40")
    late = ("return", "return", "tue 40, sun 40")
    off, later = ("off", None, ""), race(date(2027, 1, 31), 5_000, 25)
    assert "running-in-week-off" in fired(plan_of(week, soon, races=(goal,)))
    back = ("race", None, "tue 20, thu 15, sun race 25")
    assert fired(plan_of(week, off, late, back, races=(goal, later))) == set()


def test_m3_three_days_are_free_after_a_short_goal_race() -> None:
    goal = race(date(2027, 1, 10), 5_000, 25)
    week = ("race", None, "tue 30, thu 20, sun race 25")
    soon = ("recovery", None, "wed 30, sun 40")
    late = ("recovery", None, "thu 30, sun 40")
    assert fired(plan_of(week, late, races=(goal,))) == set()
    assert fired(plan_of(week, soon, races=(goal,))) == {"running-in-week-off"}


def test_m4_a_week_off_keeps_its_distance_from_the_race() -> None:
    goal = race(date(2027, 2, 7), 10_000, 52)  # the week that starts on 1 February
    race_week = ("race", None, "tue 40, thu 20, sun race 52")
    assert fired(plan_of(BASE, OFF, BACK, FULL, race_week, races=(goal,))) == set()
    late = plan_of(BASE, SAME, OFF, BACK, race_week, races=(goal,))
    assert fired(late) == {"week-off-too-late"}


def test_m4_no_week_off_stands_right_before_a_week_with_a_race() -> None:
    tune = race(date(2027, 1, 24), 5_000, 30, priority="B")
    week = ("tune-up", None, "tue 30, thu 30, sun race 30")
    assert "week-off-too-late" in fired(plan_of(BASE, OFF, week, races=(tune,)))


def test_m5_the_first_week_back_is_a_return_week() -> None:
    called = ("build", "return", BACK[2])
    (breach,) = audit_plan(plan_of(BASE, OFF, called))
    assert (breach.rule, breach.found, breach.allowed) == ("return-too-fast", "build", "return")


def test_m5_sees_seven_free_days_across_two_weeks() -> None:
    start_of_week = ("build", "hold", "mon 40, tue 40")
    end_of_week = ("build", "hold", "wed 40, fri 40, sun 40")  # Wednesday to Tuesday free
    (breach,) = audit_plan(plan_of(BASE, start_of_week, end_of_week))
    assert (breach.rule, breach.found, breach.allowed) == ("return-too-fast", "build", "return")


def test_l2_the_ladder_holds_eighty_percent_and_then_all() -> None:
    assert fired(plan_of(BASE, OFF, BACK, FULL)) == set()
    over = ("return", "return", "tue 50, thu 51, sun long 60")
    (breach,) = audit_plan(plan_of(BASE, OFF, over))
    assert (breach.rule, breach.found, breach.allowed) == ("return-too-fast", 161, 160)


def test_l2_starts_lower_after_two_weeks_without_a_run() -> None:
    back = ("return", "return", "tue 40, thu 40, sat 41")  # 60 % of 200 is 120
    (breach,) = audit_plan(plan_of(BASE, OFF, ("off", None, ""), back))
    assert (breach.rule, breach.found, breach.allowed) == ("return-too-fast", 121, 120)


def test_l2_a_week_off_that_ended_the_day_before_the_start_is_returned_from() -> None:
    just = {"last_week_off_ended": date(2027, 1, 3)}
    assert fired(plan_of(BACK, running=just)) == set()
    (breach,) = audit_plan(plan_of(("return", "return", WEEK_200), running=just))[:1]
    assert (breach.rule, breach.found, breach.allowed) == ("return-too-fast", 200, 160)


def test_l2_the_first_week_after_the_ladder_holds_where_the_limits_ask() -> None:
    weeks = (
        BASE,
        OFF,
        ("return", "return", "tue 45, thu 45, sun long 50"),  # 140: 70 %
        ("build", "return", "tue 55, thu 55, sun long 60"),  # 170: 85 %
        ("build", "return", WEEK_200),
        ("deload", None, "tue 35, thu 35, sun 60"),
    )
    grows = ("build", "volume", "tue 40, thu 40, sat 41, sun long 80")
    assert fired(plan_of(*weeks, SAME, limits=HIGH_LIMITS)) == set()
    assert fired(plan_of(*weeks, grows, limits=HIGH_LIMITS)) == {"return-too-fast"}


def test_s2_no_run_is_longer_than_the_ladder_s_share_of_the_long_run_before() -> None:
    over = ("return", "return", "tue 45, thu 50, sun long 65")  # 80 % of 80 is 64
    (breach,) = audit_plan(plan_of(BASE, OFF, over))
    assert (breach.rule, breach.found, breach.allowed) == ("return-too-fast", 65, 64)
