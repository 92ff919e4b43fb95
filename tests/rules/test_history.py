"""History is not charged: a breach counts only where a run still to come takes part in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rules.rule_plans import BASE_LIMITS, HIGH_LIMITS, WEEK_200, plan_of, race
from rules.running_plans import charged, day, did, holding, missed, running

from scheduler.rules import audit_plan

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
LIGHT = ("deload", None, "tue 40, thu 40, sun long 70")
OFF = ("week-off", None, "")
FAST = ("build", "hold", "tue 40/6, thu 40, sat 40, sun long 80")
TEN_K = 10_000


def test_rows_of_weeks_that_have_begun_are_as_published() -> None:
    plan = plan_of(BASE, SAME, LIGHT)
    less = (missed(day(1, "thu")), did(day(1, "sun"), 70), missed(day(2, "tue")))
    assert charged(running(plan, day(2, "wed"), *less)) == []


def test_a_row_to_come_says_what_its_days_hold() -> None:
    plan = running(plan_of(BASE, SAME, LIGHT), day(2, "wed"))
    wrong = replace(plan, sessions=tuple(one for one in plan.sessions if one.date < day(3, "sun")))
    assert {rule for rule, _ in charged(wrong)} == {
        "missing-rest-day",
        "week-grows-too-fast",
        "long-run-too-large-share",
    }


def test_nothing_is_made_up_for_in_the_running_week() -> None:
    plan = running(plan_of(BASE, SAME), day(2, "wed"), missed(day(2, "tue")))
    assert charged(holding(plan, 2, "thu 40, sat 40, sun long 80")) == []
    longer = holding(plan, 2, "thu 40, sun long 84")
    assert charged(longer) == [("long-run-too-large-share", "2027-01-17")]
    oftener = holding(plan, 2, "wed 20, thu 20, fri 20, sat 20, sun long 70")
    assert charged(oftener) == [("missing-rest-day", "2027-01-11")]
    small = plan_of(BASE, ("build", "hold", "tue 40, thu 40, sat 30, sun long 70"))
    more = running(small, day(2, "wed"), missed(day(2, "tue")))
    assert charged(holding(more, 2, "wed 40, thu 40, sat 30, sun long 70")) == []
    assert charged(holding(more, 2, "wed 45, thu 40, sat 30, sun long 70")) == [
        ("week-grows-too-fast", "2027-01-11")
    ]


def test_fast_minutes_to_come_are_at_most_those_published() -> None:
    faster = running(plan_of(BASE, SAME, SAME, LIGHT, FAST), day(5, "wed"))
    faster = replace(faster, weeks=(*faster.weeks[:4], replace(faster.weeks[4], quality_minutes=0)))
    faster = running(faster, day(5, "wed"), missed(day(5, "tue")))
    late = holding(faster, 5, "thu 40/4, sun long 80")
    assert ("too-much-intensity", "2027-02-01") in charged(late)


def test_a_week_s_minutes_are_those_run_and_those_to_come() -> None:
    plan = plan_of(BASE, SAME, LIGHT)
    more = did(day(2, "tue"), 50)
    assert charged(running(plan, day(2, "wed"), more)) == [("week-grows-too-fast", "2027-01-11")]
    less_to_come = holding(running(plan, day(2, "wed"), more), 2, "thu 40, sat 30, sun long 80")
    assert charged(less_to_come) == []
    assert charged(running(plan, day(3, "mon"), more)) == []


def test_a_lighter_week_is_lighter_with_what_was_run_in_it() -> None:
    plan = plan_of(BASE, SAME, SAME, LIGHT)
    more = did(day(4, "tue"), 41)
    assert charged(running(plan, day(4, "wed"), more)) == [("deload-not-lighter", "2027-01-25")]
    assert charged(running(plan, day(5, "mon"), more)) == []
    assert charged(holding(running(plan, day(4, "wed"), more), 4, "thu 39, sun long 70")) == []


def test_shares_of_a_begun_week_are_taken_of_what_was_published() -> None:
    easy_missed = (missed(day(2, "tue")), missed(day(2, "thu")))
    plan = plan_of(BASE, ("build", "hold", "tue 40, thu 40, sat 30, sun long 88"))
    assert charged(running(plan, day(2, "fri"), *easy_missed)) == []
    to_come = plan_of(BASE, ("build", "hold", "sat 30, sun long 80"))
    assert charged(running(to_come, day(2, "mon"))) == [("long-run-too-large-share", "2027-01-11")]


def test_a_longer_run_behind_does_not_make_the_long_run_the_shorter_one() -> None:
    plan = plan_of(BASE, ("build", "hold", "tue 40, thu 40, sun long 80"))
    assert charged(running(plan, day(2, "wed"), did(day(2, "tue"), 85))) == [
        ("week-grows-too-fast", "2027-01-11")
    ]
    trimmed = holding(
        running(plan, day(2, "wed"), did(day(2, "tue"), 85)), 2, "thu 40, sun long 75"
    )
    assert charged(trimmed) == []


def test_fast_minutes_behind_are_history_and_those_to_come_are_not() -> None:
    stricter = replace(BASE_LIMITS, quality_share_percent=2)  # 4 of 200
    fast = ("build", "intensity", "tue 40/6, thu 40, sat 40, sun long 80")
    plan = plan_of(BASE, SAME, SAME, LIGHT, fast, FAST)
    assert charged(running(plan, day(6, "tue"), limits=stricter)) == [
        ("too-much-intensity", "2027-02-08")
    ]
    assert charged(running(plan, day(6, "wed"), limits=stricter)) == []


def test_fast_minutes_too_early_or_new_are_charged_while_they_are_to_come() -> None:
    early = plan_of(BASE, FAST)
    assert {rule for rule, _ in charged(running(early, day(2, "tue")))} == {
        "intensity-too-early",
        "volume-and-intensity-together",
    }
    assert charged(running(early, day(2, "wed"))) == []


def test_the_share_of_fast_minutes_is_taken_of_what_was_published() -> None:
    stricter = replace(BASE_LIMITS, quality_share_percent=3)  # 6 of 200
    fast = ("build", "intensity", "tue 40, thu 40/6, sat 40, sun long 80")
    plan = plan_of(BASE, SAME, SAME, LIGHT, fast)
    gone = missed(day(5, "tue"))
    assert charged(running(plan, day(5, "wed"), gone, limits=stricter)) == []


def test_running_weeks_behind_count_up_to_what_is_allowed() -> None:
    stricter = replace(BASE_LIMITS, running_weeks=8, running_weeks_before_race=8)
    cycle = (BASE, SAME, LIGHT, SAME, SAME, LIGHT, SAME, SAME, LIGHT)  # and three before
    plan = plan_of(*cycle)
    assert charged(running(plan, day(8, "mon"), limits=stricter)) == [("no-week-off", "2027-02-22")]
    # A begun week with a run in it is not charged, the first whole one is.
    assert charged(running(plan, day(8, "wed"), limits=stricter)) == [("no-week-off", "2027-03-01")]
    none_yet = running(plan, day(8, "wed"), missed(day(8, "tue")), limits=stricter)
    assert charged(none_yet) == [("no-week-off", "2027-02-22")]
    off = plan_of(*cycle[:8], OFF, ("return", "return", "tue 40, thu 40, sun long 64"))
    assert charged(running(off, day(8, "wed"), limits=stricter)) == []


def test_too_many_running_weeks_behind_leave_room_for_the_week_of_a_race() -> None:
    """Behind, as many count as before any other week; the race may have its one more."""
    goal = race(day(10, "sun"), 5_000, 25)
    end, free = ("race", None, "tue 30, thu 20, sun race 25"), ("off", None, "")
    cycle = (BASE, SAME, LIGHT, SAME, SAME, LIGHT, SAME, SAME, LIGHT)  # and three before
    plan = plan_of(*cycle, end, free, races=(goal,))
    stricter = replace(BASE_LIMITS, running_weeks=11, running_weeks_before_race=12)
    assert charged(running(plan, day(9, "mon"), limits=stricter)) == [("no-week-off", "2027-03-08")]
    assert charged(running(plan, day(9, "wed"), limits=stricter)) == []


def test_weeks_before_the_seam_do_not_hide_too_many_after_it() -> None:
    stricter = replace(BASE_LIMITS, running_weeks=5, running_weeks_before_race=5)
    plan = plan_of(BASE, SAME, LIGHT, SAME)  # three before, so the third is the first too many
    assert charged(running(plan, day(2, "wed"), limits=stricter)) == [("no-week-off", "2027-01-18")]
    assert charged(running(plan, day(4, "mon"), limits=stricter)) == [("no-week-off", "2027-01-25")]


def test_loading_weeks_behind_count_up_to_what_is_allowed() -> None:
    stricter = replace(BASE_LIMITS, loading_weeks_in_a_row=1)
    plan = plan_of(BASE, SAME, SAME, LIGHT)
    assert charged(running(plan, day(2, "mon"), limits=stricter)) == [
        ("missing-deload-week", "2027-01-11"),
        ("missing-deload-week", "2027-01-18"),
    ]
    (breach,) = audit_plan(running(plan, day(2, "wed"), limits=stricter))
    assert (breach.rule, str(breach.week_starts_on)) == ("missing-deload-week", "2027-01-18")
    assert (breach.found, breach.allowed) == (2, 1)
    assert charged(running(plan, day(3, "wed"), limits=stricter)) == []


def test_weeks_without_a_label_count_up_to_what_is_allowed() -> None:
    plain = ("build", None, WEEK_200)
    plan = plan_of(plain, plain, plain, plain)
    assert charged(running(plan, day(3, "wed"))) == [("missing-deload-week", "2027-01-25")]
    assert charged(running(plan, day(4, "wed"))) == []


def test_days_in_a_row_are_counted_over_the_seam() -> None:
    days = "mon 20, tue 20, thu 20, fri 20, sat 20, sun long 70"
    plan = plan_of(("build", "baseline", days))
    on_wednesday = did(day(1, "wed"), 20)
    assert charged(running(plan, day(1, "sun"), on_wednesday))[-1] == (
        "too-many-run-days-in-a-row",
        "2027-01-10",
    )
    rested = holding(running(plan, day(1, "sun"), on_wednesday), 1, "")
    assert charged(rested) == []


def test_a_race_is_not_charged_for_days_in_a_row_that_lie_behind() -> None:
    goal = race(day(1, "sun"), TEN_K, 50)
    plan = plan_of(("race", None, "mon 15, tue 15, wed 15, sun race 50"), races=(goal,))
    every_day = tuple(did(day(1, weekday), 15) for weekday in ("thu", "fri", "sat"))
    assert charged(running(plan, day(1, "sun"), *every_day)) == []


def test_hard_days_are_judged_over_the_seam_by_the_later_one() -> None:
    plan = plan_of(BASE, ("build", "hold", "mon long 80, wed 40, fri 40, sat 40"))
    assert ("hard-days-adjacent", "2027-01-11") in charged(running(plan, day(2, "mon")))
    assert charged(running(plan, day(2, "tue"))) == []


def test_a_race_the_day_after_a_long_run_behind_is_not_charged() -> None:
    tune = race(day(2, "mon"), TEN_K, 50, "C")
    plan = plan_of(BASE, ("tune-up", "hold", "mon race 50, thu 40, sat 40"), races=(tune,))
    assert charged(replace(plan, today=day(1, "sun"))) == [("hard-days-adjacent", "2027-01-11")]
    assert charged(running(plan, day(2, "mon"))) == []


def test_runs_to_come_leave_the_free_days_that_are_left() -> None:
    two_free = replace(BASE_LIMITS, rest_days=3)
    plan = plan_of(("build", "baseline", "mon 30, tue 30, thu 30, sat 30, sun long 80"))
    assert charged(running(plan, day(1, "wed"), limits=two_free)) == [
        ("missing-rest-day", "2027-01-04")
    ]
    kept = holding(running(plan, day(1, "wed"), limits=two_free), 1, "thu 30, sun long 80")
    assert charged(kept) == []


def test_where_days_behind_took_the_free_ones_each_run_to_come_is_charged() -> None:
    plan = plan_of(("build", "baseline", "tue 20, wed 20, thu 20, sat 20, sun long 70"))
    friday = did(day(1, "fri"), 20)
    stricter = replace(BASE_LIMITS, rest_days=4)
    assert charged(running(plan, day(1, "sat"), friday, limits=stricter)) == [
        ("missing-rest-day", "2027-01-09"),
        ("missing-rest-day", "2027-01-10"),
    ]
    assert charged(holding(running(plan, day(1, "sat"), friday, limits=stricter), 1, "")) == []


def test_a_lost_weekday_is_judged_from_today_on() -> None:
    plan = running(plan_of(BASE, SAME), day(2, "fri"))
    shape = replace(plan.profile.week, available=frozenset({1, 3, 6}))  # Saturdays are gone
    assert charged(replace(plan, profile=replace(plan.profile, week=shape))) == [
        ("unavailable-day", "2027-01-16")
    ]


def test_a_plan_that_is_over_or_far_ahead_is_judged_without_an_error() -> None:
    plan = plan_of(BASE, SAME, LIGHT, limits=HIGH_LIMITS)
    for today in (date(2026, 1, 1), day(2, "sun"), day(4, "mon"), date(2030, 1, 1)):
        late = running(plan, today, did(day(9, "mon"), 40), missed(date(2025, 5, 5)))
        outside = ("unavailable-day", "2027-03-01") in charged(late)
        assert outside is (today <= day(9, "mon"))
