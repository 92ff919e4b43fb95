"""Labels and races of weeks that have begun: what they are called is history, races stay put."""

from __future__ import annotations

from dataclasses import replace

from rules.rule_plans import WEEK_200, plan_of, race
from rules.running_plans import called, charged, day, did, holding, missed, running

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
LIGHT = ("deload", None, "tue 40, thu 40, sun long 70")
OFF = ("week-off", None, "")
TEN_K = 10_000


def test_what_a_begun_week_is_called_is_history() -> None:
    plan = plan_of(BASE, OFF, ("return", "return", "tue 40, thu 40, sun long 64"))
    wrong = called(plan, 3, "build", "hold")
    assert charged(running(wrong, day(3, "mon"))) == [("return-too-fast", "2027-01-18")]
    assert charged(running(wrong, day(3, "tue"))) == []
    heavy = plan_of(BASE, OFF, ("build", "hold", "tue 40, thu 40, sun long 81"))
    assert {rule for rule, _ in charged(running(heavy, day(3, "tue")))} == {"return-too-fast"}


def test_seven_missed_days_are_a_week_off_like_any_other() -> None:
    plan = plan_of(BASE, SAME, SAME, LIGHT)
    gone = tuple(missed(day(2, weekday)) for weekday in ("tue", "thu", "sat", "sun"))
    assert {rule for rule, _ in charged(running(plan, day(3, "mon"), *gone))} == {"return-too-fast"}
    back = called(running(plan, day(3, "mon"), *gone), 3, "return", "return")
    assert charged(holding(back, 3, "tue 40, thu 40, sun long 64")) == []


def test_a_run_on_a_whim_in_a_week_off_is_no_step_of_the_way_back() -> None:
    back = ("return", "return", "tue 40, thu 40, sun long 64")
    twice = ("off", None, "")
    plan = plan_of(BASE, OFF, twice, back, ("deload", None, "tue 36, thu 36, sun long 36"))
    on_a_whim = did(day(3, "wed"), 30)  # after nine days without one
    assert charged(running(plan, day(3, "thu"), on_a_whim)) == []
    whole = holding(running(plan, day(3, "thu"), on_a_whim), 4, WEEK_200)
    assert ("return-too-fast", "2027-01-25") in charged(whole)
    more = holding(running(plan, day(3, "thu"), on_a_whim), 3, "sat 20")
    assert charged(more) == [("running-in-week-off", "2027-01-23")]


def test_a_smaller_race_taken_out_of_its_week_leaves_the_label() -> None:
    tune = race(day(2, "sat"), TEN_K, 50, "B")
    plan = plan_of(BASE, ("tune-up", "hold", "tue 40, thu 40, sat race 50"), races=(tune,))
    without = replace(plan, races=(), profile=replace(plan.profile, races=()))
    kept = holding(running(without, day(2, "wed")), 2, "thu 40")
    assert charged(kept) == []
    assert charged(holding(running(without, day(2, "mon")), 2, "tue 40, thu 40")) == [
        ("race-missing", "2027-01-11")
    ]


def test_a_race_behind_that_was_missed_is_no_breach_and_asks_for_no_free_days() -> None:
    goal = race(day(2, "sat"), 21_097, 120)
    plan = plan_of(
        BASE,
        ("race", None, "tue 30, thu 30, sat race 120"),
        ("recovery", None, "wed 40, fri 40"),
        races=(goal,),
    )
    assert ("running-in-week-off", "2027-01-20") in charged(running(plan, day(3, "mon")))
    assert charged(running(plan, day(3, "mon"), missed(day(2, "sat")))) == []


def test_a_run_behind_hides_none_to_come_after_a_race() -> None:
    goal = race(day(2, "sat"), 21_097, 120)
    plan = plan_of(
        BASE,
        ("race", None, "tue 30, thu 30, sat race 120"),
        ("recovery", None, ""),
        races=(goal,),
    )
    soon = holding(running(plan, day(3, "wed"), did(day(3, "mon"), 20)), 3, "thu 20")
    assert ("running-in-week-off", "2027-01-21") in charged(soon)
    assert charged(running(plan, day(3, "wed"), did(day(3, "mon"), 20))) == []


def test_where_a_race_came_nearer_what_was_run_as_training_is_no_taper() -> None:
    goal = race(day(3, "sun"), 21_097, 120)  # two tapered weeks, the first begun as a loading one
    taper = ("race", None, "tue 30, thu 30, sun race 120")
    plan = plan_of(BASE, SAME, taper, races=(goal,))
    assert charged(running(plan, day(2, "wed"))) == [("taper-missing", "2027-01-11")]
    assert charged(holding(running(plan, day(2, "wed")), 2, "thu 40, sun long 60")) == []
    assert charged(running(plan, day(3, "mon"))) == []


def test_a_race_alone_is_not_charged_for_the_minutes_behind_it() -> None:
    goal = race(day(2, "sun"), TEN_K, 50)
    plan = plan_of(BASE, ("race", None, "tue 40, thu 40, sun race 50"), races=(goal,))
    too_much = did(day(2, "tue"), 60)
    assert charged(running(plan, day(2, "wed"), too_much)) == [("taper-missing", "2027-01-11")]
    assert charged(running(plan, day(2, "fri"), too_much)) == []


def test_a_smaller_race_alone_is_not_charged_for_the_days_and_minutes_behind_it() -> None:
    tune = race(day(2, "sun"), TEN_K, 50, "B")
    plan = plan_of(BASE, ("tune-up", "hold", "tue 40, thu 40, sun race 50"), races=(tune,))
    every_day = tuple(did(day(2, one), 40) for one in ("mon", "wed", "fri", "sat"))
    assert charged(running(plan, day(2, "sun"), *every_day)) == []
    sooner = holding(running(plan, day(2, "fri"), every_day[1]), 2, "fri 20, sun race 50")
    assert {rule for rule, _ in charged(sooner)} == {"week-grows-too-fast"}


def test_a_smaller_race_that_was_missed_asks_for_no_easy_week() -> None:
    tune = race(day(2, "sat"), TEN_K, 50, "B")
    plan = plan_of(BASE, ("tune-up", "hold", "tue 40, thu 40, sat race 50"), SAME, races=(tune,))
    assert ("week-grows-too-fast", "2027-01-18") in charged(running(plan, day(3, "mon")))
    assert charged(running(plan, day(3, "mon"), missed(day(2, "sat")))) == []


def test_a_goal_race_that_came_into_the_running_week_is_tapered_for_by_its_minutes() -> None:
    goal = race(day(2, "sun"), TEN_K, 50)
    plan = plan_of(BASE, ("build", "hold", "tue 40, thu 40, sun race 50"), races=(goal,))
    assert charged(running(plan, day(2, "wed"))) == []  # 80 of 200
    more = did(day(2, "tue"), 45)
    assert charged(running(plan, day(2, "wed"), more)) == [("taper-missing", "2027-01-11")]


def test_a_taper_that_has_begun_keeps_its_name_where_the_race_went_away() -> None:
    taper = ("taper", None, "tue 40, thu 40, sun long 60")
    plan = plan_of(BASE, taper)
    assert charged(running(plan, day(2, "mon"))) == [("taper-missing", "2027-01-11")]
    assert charged(running(plan, day(2, "tue"))) == []


def test_the_reference_of_a_taper_counts_the_weeks_run_as_training_until_it() -> None:
    goal = race(day(3, "sun"), 21_097, 120)  # its first tapered week was run before it came nearer
    more = ("build", "volume", "tue 44, thu 44, sat 44, sun long 84")  # 216
    plan = plan_of(BASE, more, ("race", None, "tue 37, thu 38, sun race 120"), races=(goal,))
    assert charged(running(plan, day(3, "mon"))) == []  # 75, 35 % of 216
    over = holding(running(plan, day(3, "mon")), 3, "tue 38, thu 38, sun race 120")
    assert charged(over) == [("taper-missing", "2027-01-18")]
