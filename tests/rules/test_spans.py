"""Run-free spans by their dates, blocks of running, waivers, no race ahead (M1-M5, A2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from rules.rule_plans import BASE_LIMITS, HIGH_LIMITS, WEEK_200, plan_of, race

from scheduler.model.plan import Note
from scheduler.model.profile import Away, Block
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.plan import Plan

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
LIGHT = ("deload", None, "tue 35, thu 35, sun 60")
OFF = ("off", None, "")
WEEK_OFF = ("week-off", None, "")
BACK = ("return", "return", "tue 50, thu 50, sun long 60")  # 160 of 200
FULL = ("build", "return", WEEK_200)


def fired(plan: Plan) -> set[str]:
    return {breach.rule for breach in audit_plan(plan)}


def only(plan: Plan) -> tuple[str, object, object]:
    (breach,) = audit_plan(plan)
    return breach.rule, breach.found, breach.allowed


def test_m1_a_span_across_two_weeks_begins_the_count_anew() -> None:
    """Wednesday to Tuesday without a run: the week it ends in is the first of three."""
    before = ("build", "hold", "tue 40")
    back = ("return", "return", "wed 40, fri 40, sun long 60")
    assert fired(plan_of(BASE, SAME, before, back, FULL, SAME, LIGHT)) == set()
    found = only(plan_of(BASE, SAME, before, back, FULL, SAME, SAME))
    assert found == ("missing-deload-week", 4, 3)


def test_m1_a_week_without_a_run_is_no_loading_week_whatever_it_is_called() -> None:
    empty = ("build", "hold", "")
    assert fired(plan_of(BASE, SAME, SAME, empty, BACK, FULL, SAME)) == set()


def test_m1_days_left_empty_before_the_first_monday_leave_the_count() -> None:
    """Three loading weeks before, an empty stub, and a fourth."""
    two_before = {"last_light_week": date(2026, 12, 9), "last_week_off_ended": date(2026, 11, 15)}
    stub = ("build", None, "")
    friday = date(2027, 1, 8)
    assert fired(plan_of(stub, BASE, start=friday, running=two_before)) == {"missing-deload-week"}
    assert fired(plan_of(stub, LIGHT, start=friday, running=two_before)) == set()


def test_m2_a_span_across_two_weeks_ends_a_block() -> None:
    cycle = (BASE, SAME, LIGHT, SAME, SAME, LIGHT, SAME, SAME)  # eleven with three before
    before = ("deload", None, "tue 40")
    back = ("return", "return", "wed 40, fri 40, sun long 60")
    assert fired(plan_of(*cycle, before, back, FULL, LIGHT)) == set()
    near = ("build", "hold", "tue 40, fri 40, sun long 60")  # six free days, and no week off
    assert fired(plan_of(*cycle, before, near)) == {"no-week-off"}


def test_m2_a_first_week_counts_if_it_holds_a_run() -> None:
    """Twelve weeks behind: any run before the week off is a thirteenth week."""
    twelve = {"last_week_off_ended": date(2026, 10, 11)}
    friday = date(2027, 1, 8)
    empty = ("off", None, "")
    run = ("build", None, "fri 30")
    assert fired(plan_of(empty, WEEK_OFF, BACK, start=friday, running=twelve)) == set()
    assert only(plan_of(run, WEEK_OFF, BACK, start=friday, running=twelve)) == (
        "no-week-off",
        13,
        12,
    )


def test_m2_more_weeks_than_the_limit_before_the_start_are_history() -> None:
    long_ago = {"last_week_off_ended": date(2026, 6, 7)}
    assert fired(plan_of(WEEK_OFF, BACK, running=long_ago)) == set()
    assert only(plan_of(BASE, running=long_ago)) == ("no-week-off", 13, 12)
    thirteen = replace(BASE_LIMITS, running_weeks=13, running_weeks_before_race=13)
    assert only(plan_of(BASE, running=long_ago, limits=thirteen)) == ("no-week-off", 14, 13)


GOAL = race(date(2027, 3, 14), 5_000, 25)
ENDS = ("race", None, "tue 30, thu 20, sun race 25")
THIRTEEN = (BASE, SAME, LIGHT, SAME, SAME, LIGHT, SAME, SAME, LIGHT, ENDS)  # with three before


def test_m2_thirteen_weeks_need_the_free_week_after_the_race() -> None:
    easy = ("recovery", None, "thu 40, sun 60")
    assert fired(plan_of(*THIRTEEN, OFF, races=(GOAL,))) == set()
    assert fired(plan_of(*THIRTEEN, easy, races=(GOAL,))) == {"no-week-off"}
    assert fired(plan_of(*THIRTEEN, races=(GOAL,))) == {"no-week-off"}


def test_m2_a_thirteenth_week_may_be_accepted_by_name_before_a_race_only() -> None:
    twelve = replace(BASE_LIMITS, running_weeks_before_race=12)
    waived = replace(twelve, waivers=frozenset({"BLOCK-13"}))
    assert fired(plan_of(*THIRTEEN, OFF, races=(GOAL,), limits=twelve)) == {"no-week-off"}
    assert fired(plan_of(*THIRTEEN, OFF, races=(GOAL,), limits=waived)) == set()
    one_more = {"last_week_off_ended": date(2026, 12, 6)}
    fourteen = plan_of(*THIRTEEN, OFF, races=(GOAL,), limits=waived, running=one_more)
    assert only(fourteen) == ("no-week-off", 14, 13)
    without_a_race = plan_of(*THIRTEEN[:9], SAME, limits=waived)
    assert only(without_a_race) == ("no-week-off", 13, 12)


def test_m2_an_accepted_week_is_one_more_than_a_limit_of_one_s_own() -> None:
    ten = replace(BASE_LIMITS, running_weeks=10, running_weeks_before_race=10)
    waived = replace(ten, waivers=frozenset({"BLOCK-13"}))
    eleven = (*THIRTEEN[:7], ENDS, OFF)
    goal = (race(date(2027, 2, 28), 5_000, 25),)
    assert only(plan_of(*eleven, races=goal, limits=ten)) == ("no-week-off", 11, 10)
    assert fired(plan_of(*eleven, races=goal, limits=waived)) == set()


def test_m3_a_week_off_before_the_start_goes_on_into_an_empty_first_week() -> None:
    until_start = {"last_week_off_ended": date(2027, 1, 7)}
    running_before = {"last_week_off_ended": date(2026, 12, 13)}
    friday, gentle = date(2027, 1, 8), ("return", "return", "mon 50, wed 50, sat long 60")
    assert fired(plan_of(OFF, gentle, start=friday, running=until_start)) == set()
    found = fired(plan_of(OFF, gentle, start=friday, running=running_before))
    assert "running-in-week-off" in found


RACE_WEEK = ("race", None, "tue 40, thu 20, sun race 52")
TEN_K = race(date(2027, 1, 31), 10_000, 52)  # the week that starts on 25 January


def test_m4_a_week_off_two_weeks_before_may_be_accepted_by_name() -> None:
    weeks = (BASE, WEEK_OFF, BACK, RACE_WEEK)
    waived = replace(BASE_LIMITS, waivers=frozenset({"BREAK-LATE"}))
    assert only(plan_of(*weeks, races=(TEN_K,))) == ("week-off-too-late", 2, 3)
    assert fired(plan_of(*weeks, races=(TEN_K,), limits=waived)) == set()
    nearer = plan_of(BASE, SAME, WEEK_OFF, RACE_WEEK, races=(TEN_K,), limits=waived)
    assert only(nearer) == ("week-off-too-late", 1, 2)


def test_m4_a_week_that_life_takes_is_not_judged() -> None:
    assert fired(plan_of(BASE, OFF, BACK, RACE_WEEK, races=(TEN_K,))) == set()


def test_m4_no_week_off_stands_right_before_a_race_of_any_kind() -> None:
    tune = (race(date(2027, 1, 24), 5_000, 30, priority="C"),)
    week = ("tune-up", "return", "tue 40, thu 40, sun race 30")
    assert fired(plan_of(BASE, WEEK_OFF, week, races=tune)) == {"week-off-too-late"}
    assert fired(plan_of(BASE, OFF, week, races=tune)) == set()


def test_m4_without_a_race_ahead_a_week_off_may_stand_anywhere() -> None:
    block = Block(weeks=3, aim_m=21_097)
    assert fired(plan_of(BASE, WEEK_OFF, BACK, block=block)) == set()
    assert fired(plan_of(BASE, SAME, WEEK_OFF, block=block)) == set()


def test_l2_a_week_off_that_goes_on_into_the_plan_is_a_long_one() -> None:
    """Seven days before the start and seven after it: 60 % of 200 instead of 80."""
    just = {"last_week_off_ended": date(2027, 1, 3)}
    back = ("return", "return", "tue 40, thu 40, sat 40")
    over = ("return", "return", "tue 40, thu 40, sat 41")
    assert fired(plan_of(OFF, back, running=just)) == set()
    assert only(plan_of(OFF, over, running=just)) == ("return-too-fast", 121, 120)
    running_before = {"last_week_off_ended": date(2026, 12, 20)}
    assert fired(plan_of(OFF, over, running=running_before)) == set()


def test_l2_a_second_span_inside_the_ladder_keeps_the_older_minutes() -> None:
    again = ("return", "return", "tue 50, thu 50, sun long 61")  # 161; 80 % of 200, not of 160
    assert only(plan_of(BASE, OFF, BACK, OFF, again)) == ("return-too-fast", 161, 160)
    even = ("build", "return", "tue 50, thu 50, sat 50, sun 50")
    assert fired(plan_of(BASE, OFF, BACK, OFF, BACK, even)) == set()


def test_i1_the_first_week_back_is_easy_whatever_it_is_called() -> None:
    goal = (race(date(2027, 1, 24), 5_000, 25),)
    fast = ("race", None, "tue 40/4, thu 20, sun race 25")
    easy = ("race", None, "tue 40, thu 20, sun race 25")
    known = {"fast_minutes": 10}
    assert fired(plan_of(BASE, OFF, easy, races=goal, running=known)) == set()
    assert fired(plan_of(BASE, OFF, fast, races=goal, running=known)) == {"intensity-too-early"}


def test_i1_a_week_with_a_smaller_race_has_no_other_fast_minutes() -> None:
    tune = (race(date(2027, 1, 17), 10_000, 50, priority="B"),)
    known = {"fast_minutes": 10}
    week = ("tune-up", "hold", "tue 40/4, thu 40, fri 40, sun race 50")
    assert fired(plan_of(BASE, week, races=tune, running=known)) == {"intensity-too-early"}
    goal = (*tune, race(date(2027, 1, 24), 21_097, 100))
    taper = ("taper", None, "tue 40/4, thu 40, sun race 50")
    ends = ("race", None, "tue 40, thu 30, sun race 100")
    plan = plan_of(BASE, taper, ends, races=goal, running=known)
    assert fired(plan) == {"intensity-too-early"}


def test_i5_and_i6_in_a_block_look_at_its_aim_and_at_no_race() -> None:
    quality = ("build", "intensity", "tue 40, thu 40/2, sat 40, sun long 80")
    weeks = (BASE, SAME, LIGHT, SAME, quality)
    assert fired(plan_of(*weeks, block=Block(weeks=5, aim_m=5_000))) == set()
    short = ("build", "hold", "tue 50, thu 50, sat 50, sun 50")
    fresh = ("build", "intensity", "tue 50, thu 50/2, sat 50, sun 50")
    early = {"longest_run_date": date(2026, 12, 20)}
    base, light = ("build", "baseline", short[2]), ("deload", None, "tue 45, thu 45, sun 50")
    # 95 % of 45 minutes is behind the runner of a 5 km block, 95 % of the best 80 is not.
    for aim, rules in ((5_000, set()), (42_195, {"intensity-too-early"})):
        block = Block(weeks=5, aim_m=aim)
        plan = plan_of(base, short, light, short, fresh, block=block, running=early)
        assert fired(plan) == rules


@pytest.mark.parametrize(("day", "inside"), [(date(2027, 1, 17), True), (date(2027, 1, 18), False)])
def test_a2_a_block_ends_after_its_weeks(day: date, inside: bool) -> None:
    week = ("build", "hold", "tue 40, thu 40")
    plan = plan_of(BASE, week, ("build", "hold", ""), block=Block(weeks=2, aim_m=5_000))
    run = replace(plan.sessions[-1], date=day, uid="late")
    rows = tuple(
        replace(row, runs=row.runs + 1, minutes=row.minutes + 40, bone_load=row.bone_load + 6.7)
        if 0 <= (day - row.starts_on).days < 7
        else row
        for row in plan.weeks
    )
    rows = tuple(
        replace(row, longest_minutes=40 if row.runs == 1 else row.longest_minutes) for row in rows
    )
    found = fired(replace(plan, sessions=(*plan.sessions, run), weeks=rows))
    assert found == (set() if inside else {"unavailable-day"})


def test_a2_a_run_in_a_week_that_the_plan_does_not_have_is_found() -> None:
    plan = plan_of(BASE, SAME, LIGHT, block=Block(weeks=3, aim_m=5_000))
    found = fired(replace(plan, weeks=(plan.weeks[0], plan.weeks[2])))
    assert found == {"unavailable-day"}


def test_a2_a_note_after_the_end_is_found() -> None:
    plan = plan_of(BASE, block=Block(weeks=1, aim_m=5_000))
    note = Note(
        uid="note",
        date=date(2027, 1, 4),
        ends_before=date(2027, 1, 11),
        title="Week 1",
        text="",
        revised_on=date(2027, 1, 1),
    )
    later = replace(note, ends_before=date(2027, 1, 12))
    assert fired(replace(plan, notes=(note,))) == set()
    assert fired(replace(plan, notes=(later,))) == {"unavailable-day"}


def test_m7_without_labels_an_own_limit_counts_too() -> None:
    plain, low = ("build", None, WEEK_200), ("build", None, "tue 40, thu 40, sun long 80")
    two = replace(BASE_LIMITS, loading_weeks_in_a_row=2)
    assert fired(plan_of(plain, plain, low, plain, plain, limits=two)) == set()
    assert fired(plan_of(plain, plain, plain, limits=two)) == {"missing-deload-week"}


def test_r3_a_week_off_that_lasts_beyond_the_start_leaves_no_run_day_before_it() -> None:
    week = ("return", "return", "mon 35, tue 35, wed 35, sat 35")
    beyond = {"last_week_off_ended": date(2027, 1, 4)}
    assert fired(plan_of(week, limits=HIGH_LIMITS, running=beyond)) == set()


def test_away_days_before_the_first_run_are_a_week_off_like_any_other() -> None:
    """The day before the start counts as a run: seven days later the way back begins."""
    away = (Away(from_day=date(2027, 1, 4), until=date(2027, 1, 10)),)
    first = date(2027, 1, 4) + timedelta(weeks=1)
    assert fired(plan_of(OFF, BACK, away=away)) == set()
    called = plan_of(OFF, ("build", "baseline", BACK[2]), away=away)
    assert {(one.rule, one.week_starts_on) for one in audit_plan(called)} == {
        ("return-too-fast", first)
    }
