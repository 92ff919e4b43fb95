"""Weeks with races: what stands besides them, before them and after them (L2-L5, M3, M8, M9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from rules.rule_plans import WEEK_200, counted, plan_of, race

from scheduler.model.profile import Away
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.plan import Plan

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
OFF = ("off", None, "")
TUNE = race(date(2027, 1, 17), 10_000, 50, priority="B")
LONG_TUNE = race(date(2027, 1, 17), 30_000, 210, priority="B")


def fired(plan: Plan) -> set[str]:
    return {breach.rule for breach in audit_plan(plan)}


def first(plan: Plan) -> tuple[str, object, object]:
    breach = audit_plan(plan)[0]
    return breach.rule, breach.found, breach.allowed


def test_l4_besides_a_race_stands_what_stood_besides_a_long_run() -> None:
    """120 of 200 minutes were no long run: the minutes that the race leaves over are dropped."""
    week = ("tune-up", "hold", "tue 40, thu 40, fri 40, sun race 50")
    over = ("tune-up", "hold", "tue 40, thu 40, fri 41, sun race 50")
    assert fired(plan_of(BASE, week, races=(TUNE,))) == set()
    assert first(plan_of(BASE, over, races=(TUNE,))) == ("week-grows-too-fast", 121, 120)


def test_l4_a_week_with_a_race_holds_no_more_than_the_reference() -> None:
    long_race = (race(date(2027, 1, 17), 21_097, 110, priority="C"),)
    week = ("tune-up", "hold", "tue 45, thu 45, sun race 110")
    over = ("tune-up", "hold", "tue 45, thu 46, sun race 110")
    assert fired(plan_of(BASE, week, races=long_race)) == set()
    assert first(plan_of(BASE, over, races=long_race)) == ("week-grows-too-fast", 201, 200)


def test_l4_a_race_longer_than_the_week_stands_alone() -> None:
    alone = ("tune-up", "hold", "sun race 210")
    another = ("tune-up", "hold", "tue 15, sun race 210")
    assert fired(plan_of(BASE, alone, races=(LONG_TUNE,))) == set()
    assert first(plan_of(BASE, another, races=(LONG_TUNE,))) == ("week-grows-too-fast", 225, 200)


def test_l4_a_race_brings_no_more_than_the_reference_to_the_weeks_after() -> None:
    alone = ("tune-up", "hold", "sun race 210")
    easy = ("recovery", None, "thu 40, sun 60")
    grown = ("build", "volume", "tue 45, thu 45, sat 46, sun long 84")  # 220; 8 % over 200 is 216
    goal = race(date(2027, 2, 7), 5_000, 25)
    ends = ("race", None, "tue 40, thu 30, sun race 25")
    plan = plan_of(BASE, alone, easy, grown, ends, races=(LONG_TUNE, goal))
    assert first(plan) == ("week-grows-too-fast", 220, 216)


def test_l5_an_own_ceiling_leaves_a_longer_race_alone() -> None:
    ceiling = {"most_weekly_minutes": 200}
    alone = ("tune-up", "hold", "sun race 210")
    assert fired(plan_of(BASE, alone, races=(LONG_TUNE,), running=ceiling)) == set()
    lower = {"most_weekly_minutes": 160, "weekly_minutes": 160}
    base = ("build", "baseline", "tue 30, thu 30, sat 30, sun long 70")
    week = ("tune-up", "hold", "tue 30, thu 40, fri 40, sun race 51")  # 161
    found = fired(plan_of(base, week, races=(replace(TUNE, minutes=51),), running=lower))
    assert found == {"week-grows-too-fast"}


def test_l3_a_race_in_the_first_week_grows_nothing() -> None:
    tune = (race(date(2027, 1, 10), 10_000, 90, priority="B"),)
    week = ("tune-up", "baseline", "tue 40, thu 40, fri 30, sun race 90")
    over = ("tune-up", "baseline", "tue 40, thu 40, fri 31, sun race 90")
    assert fired(plan_of(week, races=tune)) == set()
    assert first(plan_of(over, races=tune)) == ("week-grows-too-fast", 201, 200)


def test_l4_half_a_week_follows_a_b_race_and_a_whole_one_may_follow_a_c_race() -> None:
    week = ("tune-up", "hold", "tue 40, thu 40, fri 40, sun race 50")
    as_before = ("build", "hold", "tue 40, thu 40, sat 40, sun long 80")
    assert fired(plan_of(BASE, week, as_before, races=(TUNE,))) == {"week-grows-too-fast"}
    training = (race(date(2027, 1, 17), 10_000, 50, priority="C"),)
    assert fired(plan_of(BASE, week, as_before, races=training)) == set()


def test_l4_half_a_week_follows_a_short_goal_race_whatever_it_is_called() -> None:
    goal = race(date(2027, 1, 10), 5_000, 25)
    week = ("race", None, "tue 40, thu 30, sun race 25")
    for kind in ("recovery", "deload", "taper"):
        over = (kind, None, "thu 41, sun 60")
        later = race(date(2027, 1, 26), 5_000, 25)  # a Tuesday: the week before it is tapered
        early = ("taper", None, "tue 40, thu 30")
        plan = plan_of(week, over, early, ("race", None, "tue race 25"), races=(goal, later))
        found = [breach for breach in audit_plan(plan) if breach.rule == "week-grows-too-fast"]
        assert [(breach.found, breach.allowed) for breach in found] == [(101, 100)]


def test_l2_a_race_in_the_first_week_back_keeps_to_the_ladder() -> None:
    tune = (race(date(2027, 1, 24), 10_000, 50, priority="B"),)
    week = ("tune-up", "return", "tue 55, thu 55, sun race 50")  # 160: 80 % of 200
    over = ("tune-up", "return", "tue 55, thu 56, sun race 50")
    assert fired(plan_of(BASE, OFF, week, races=tune)) == set()
    assert first(plan_of(BASE, OFF, over, races=tune)) == ("return-too-fast", 161, 160)
    long_run = ("tune-up", "return", "tue 65, sun race 50")  # 80 % of 80 is 64
    assert first(plan_of(BASE, OFF, long_run, races=tune)) == ("return-too-fast", 65, 64)


def test_l2_a_race_longer_than_the_ladder_allows_stands_alone() -> None:
    tune = (race(date(2027, 1, 24), 30_000, 170, priority="B"),)
    alone = ("tune-up", "return", "sun race 170")
    another = ("tune-up", "return", "tue 15, sun race 170")
    assert fired(plan_of(BASE, OFF, alone, races=tune)) == set()
    assert fired(plan_of(BASE, OFF, another, races=tune)) == {"return-too-fast"}


def test_s3_a_race_takes_the_long_run_s_place() -> None:
    week = ("tune-up", "hold", "tue 40, thu long 60, sun race 50")
    assert fired(plan_of(BASE, week, races=(TUNE,))) == {"long-run-too-large-share"}


MARATHON = race(date(2027, 1, 31), 42_195, 235)
RACE_WEEK = ("race", None, "tue 30, thu 20, sun race 235")


def test_m8_a_race_inside_the_taper_counts_in_its_share() -> None:
    sixty = ("taper", None, "tue 30, thu 30, sun long 60")
    with_race = ("taper", None, "tue 40, thu 40, fri 30, sun race 50")  # 160: 80 % of 200
    over = ("taper", None, "tue 40, thu 40, fri 31, sun race 50")
    races = (TUNE, MARATHON)
    assert fired(plan_of(BASE, with_race, sixty, RACE_WEEK, races=races)) == set()
    assert first(plan_of(BASE, over, sixty, RACE_WEEK, races=races)) == ("taper-missing", 161, 160)


def test_m8_a_race_longer_than_the_taper_s_share_stands_alone() -> None:
    sixty = ("taper", None, "tue 30, thu 30, sun long 60")
    races = (LONG_TUNE, MARATHON)
    alone = ("taper", None, "sun race 210")
    another = ("taper", None, "tue 15, sun race 210")
    assert fired(plan_of(BASE, alone, sixty, RACE_WEEK, races=races)) == set()
    assert "taper-missing" in fired(plan_of(BASE, another, sixty, RACE_WEEK, races=races))


def test_m8_a_taper_is_shorter_where_the_race_before_is_near() -> None:
    """Three weeks apart: race, week off, one tapered week of two, race."""
    half = race(date(2027, 1, 10), 21_097, 100)
    second = race(date(2027, 1, 31), 21_097, 100)
    ends = ("race", None, "tue 30, thu 20, sun race 100")
    back = ("taper", None, "tue 40, thu 40, sun long 60")  # 70 % of 200 is 140; 80 % of 80 is 64
    over = ("taper", None, "tue 40, thu 41, sun long 60")
    short = ("race", None, "tue 40, thu 30, sun race 100")  # 35 % of 200
    assert fired(plan_of(ends, OFF, back, short, races=(half, second))) == set()
    assert first(plan_of(ends, OFF, over, short, races=(half, second))) == (
        "taper-missing",
        141,
        140,
    )


def test_m8_a_race_a_week_after_a_race_has_its_own_week_only() -> None:
    goals = (race(date(2027, 1, 10), 10_000, 50), race(date(2027, 1, 17), 10_000, 50))
    ends = ("race", None, "tue 40, thu 30, sun race 50")
    again = ("race", None, "thu 40, fri 40, sun race 50")  # 40 % of 200 is 80
    over = ("race", None, "thu 40, fri 41, sun race 50")
    assert fired(plan_of(ends, again, races=goals)) == set()
    assert fired(plan_of(ends, over, races=goals)) == {"taper-missing"}


def test_m8_without_a_goal_race_ahead_nothing_is_a_taper() -> None:
    assert fired(plan_of(BASE, ("taper", None, "tue 35, thu 35, sun 60"))) == {"taper-missing"}


def test_m3_a_goal_race_six_free_days_after_a_half_is_too_near() -> None:
    ends = ("race", None, "tue 30, thu 20, sun race 100")
    again = ("race", None, "sun race 100")
    sundays = (race(date(2027, 1, 10), 21_097, 100), race(date(2027, 1, 17), 21_097, 100))
    assert first(plan_of(ends, again, races=sundays)) == ("running-in-week-off", 6, 7)
    saturday = (race(date(2027, 1, 9), 21_097, 100), sundays[1])
    earlier = ("race", None, "tue 30, thu 20, sat race 100")
    assert fired(plan_of(earlier, again, races=saturday)) == set()


def test_m3_the_whole_week_after_a_half_is_free_of_training() -> None:
    goal = race(date(2027, 1, 9), 21_097, 100)  # a Saturday: the seven days end on the next
    week = ("race", None, "tue 30, thu 20, sat race 100")
    assert first(plan_of(week, ("return", "return", "sun 30"), races=(goal,))) == (
        "running-in-week-off",
        7,
        8,
    )


def test_m3_in_the_week_of_the_next_goal_race_seven_free_days_are_enough() -> None:
    goals = (race(date(2027, 1, 5), 21_097, 100), race(date(2027, 1, 17), 5_000, 25))
    ends = ("race", None, "tue race 100")
    again = ("race", None, "thu 40, sun race 25")  # eight free days before Thursday
    near = ("race", None, "tue 40, sun race 25")
    assert fired(plan_of(ends, again, races=goals)) == set()
    assert first(plan_of(ends, near, races=goals)) == ("running-in-week-off", 6, 7)


def test_m9_one_race_a_week_and_none_in_the_week_after_a_goal_race() -> None:
    twice = (TUNE, race(date(2027, 1, 13), 5_000, 25, priority="C"))
    week = ("tune-up", "hold", "fri 40, wed race 25, sun race 50")
    assert fired(plan_of(BASE, week, races=twice)) == {"race-missing"}
    goal = race(date(2027, 1, 10), 5_000, 25)
    ends = ("race", None, "tue 40, thu 30, sun race 25")
    after = ("tune-up", "hold", "sun race 50")
    assert fired(plan_of(ends, after, races=(goal, TUNE))) == {"race-missing"}


def test_m9_a_week_is_called_what_it_holds() -> None:
    without = ("tune-up", "hold", "tue 40, thu 40, fri 40")
    light = ("deload", None, "tue 30, thu 30, sun race 50")
    assert fired(plan_of(BASE, without)) == {"race-missing"}
    assert fired(plan_of(BASE, light, races=(TUNE,))) == {"race-missing"}


def test_m9_a_race_taken_for_another_is_found() -> None:
    week = ("tune-up", "hold", "tue 40, thu 40, fri 40, sun race 50")
    plan = plan_of(BASE, week, races=(TUNE,))
    for change in ({"priority": "A"}, {"distance_m": 5_000}):
        asked: Any = (replace(plan.profile.races[0], **change),)
        assert "race-missing" in fired(replace(plan, profile=replace(plan.profile, races=asked)))


def test_a1_a_race_on_a_day_away_is_found() -> None:
    away = (Away(from_day=date(2027, 1, 16), until=date(2027, 1, 17)),)
    week = ("tune-up", "hold", "tue 40, thu 40, fri 40, sun race 50")
    assert fired(plan_of(BASE, week, races=(TUNE,), away=away)) == {"unavailable-day"}
    free = {"available": frozenset({1, 3, 4, 5})}
    other = ("build", "baseline", "tue 40, thu 40, sat long 80")
    assert fired(plan_of(other, week, races=(TUNE,), shape=free)) == set()


def test_the_row_of_a_week_with_a_smaller_race_includes_it_and_nothing_else_will_do() -> None:
    week = ("tune-up", "hold", "tue 40, thu 40, fri 40, sun race 50")
    plan = plan_of(BASE, week, races=(TUNE,))
    row = plan.weeks[1]
    assert (row.runs, row.minutes, row.longest_minutes, row.bone_load) == (4, 170, 50, 28.4)
    for wrong, rule in (
        ({"runs": 3}, "missing-rest-day"),
        ({"minutes": 120}, "week-grows-too-fast"),
        ({"longest_minutes": 40}, "long-run-too-large-share"),
        ({"quality_minutes": 1}, "too-much-intensity"),
        ({"bone_load": 28.5}, "week-grows-too-fast"),
    ):
        assert fired(replace(plan, weeks=(plan.weeks[0], replace(row, **wrong)))) == {rule}


def test_the_row_of_a_goal_race_s_week_leaves_it_out() -> None:
    goal = race(date(2027, 1, 10), 5_000, 25)
    plan = plan_of(("race", None, "tue 40, thu 30, sun race 25"), races=(goal,))
    row = plan.weeks[0]
    assert (row.runs, row.minutes, row.longest_minutes, row.bone_load) == (2, 70, 40, 11.7)
    for wrong in ({"runs": 3}, {"minutes": 95}, {"bone_load": 15.9}):
        assert len(audit_plan(replace(plan, weeks=(replace(row, **wrong),)))) == 1
    assert counted(plan) == plan
