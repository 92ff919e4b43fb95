"""A paused plan, and the way back after a pause."""

from __future__ import annotations

from dataclasses import replace

from rules.rule_plans import WEEK_200, plan_of, race
from rules.running_plans import (
    called,
    charged,
    day,
    holding,
    ill,
    pause,
    resume,
    running,
)

from scheduler.model.plan import Status

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
LIGHT = ("deload", None, "tue 40, thu 40, sun long 70")
FAST = ("build", "hold", "tue 40/6, thu 40, sat 40, sun long 80")
FIRST_FAST = ("build", "intensity", "tue 40/6, thu 40, sat 40, sun long 80")
AT_60 = ("return", "return", "tue 40, thu 40, sun long 40")  # 120 of 200; the long run 48 of 80
AT_80 = ("build", "hold", "tue 48, thu 48, sun long 64")  # 160 of 200
TEN_K = 10_000


def test_runs_before_a_pause_still_to_come_are_none_of_the_way_back() -> None:
    plan = plan_of(BASE, ("return", "return", "tue long 60, sat 30, sun 30"))
    apart = (pause(day(2, "wed")), resume(day(2, "sat")))
    assert charged(running(plan, day(2, "mon"), *apart)) == []


def test_a_second_pause_inside_one_changes_nothing_and_one_to_come_does_not_stop_the_plan() -> None:
    plan = plan_of(BASE, SAME, SAME)
    twice = (pause(day(1, "tue")), pause(day(2, "wed")))
    assert ("unavailable-day", "2027-01-12") in charged(running(plan, day(2, "mon"), *twice))
    assert ("unavailable-day", "2027-01-12") in charged(
        running(plan, day(2, "mon"), *twice, resume(day(3, "mon")))
    )
    later = called(running(plan, day(2, "mon"), pause(day(3, "mon"))), 2, "build", "intensity")
    wrong = holding(later, 2, "tue 90, thu 40, sat 40, sun long 80")
    assert ("run-too-long", "2027-01-12") in charged(wrong)


def test_after_a_pause_strides_and_the_first_fast_minutes_before_a_race_wait_again() -> None:
    goal = race(day(8, "sun"), TEN_K, 50)
    weeks = (
        BASE,
        ("off", None, ""),
        AT_60,
        ("build", "hold", "tue strides 48, thu 48, sun long 64"),
        SAME,
        LIGHT,
        FIRST_FAST,
        ("race", None, "tue 30, thu 30, sun race 50"),
    )
    used = {"fast_minutes": 6}
    plan = running(plan_of(*weeks, races=(goal,), running=used), day(3, "mon"))
    pauses = (pause(day(2, "mon")), resume(day(3, "mon")))
    found = charged(replace(plan, profile=replace(plan.profile, log=pauses)))
    assert found == [("intensity-too-early", "2027-01-26"), ("intensity-too-early", "2027-02-15")]
    more = plan_of(BASE, SAME, SAME, LIGHT, ("off", None, ""), *weeks[2:4])
    again = (pause(day(5, "mon")), resume(day(6, "mon")))
    assert charged(running(more, day(6, "mon"), *again)) == [("intensity-too-early", "2027-02-16")]
    assert charged(running(more, day(6, "mon"))) == []


def after_pause(*weeks: tuple[str, str | None, str]) -> tuple[tuple[str, str | None, str], ...]:
    """Three loading weeks, a lighter and a fast one, then five weeks back, then these."""
    more = ("build", "hold", WEEK_200)
    return (BASE, SAME, SAME, LIGHT, FIRST_FAST, LIGHT, AT_60, AT_80, more, LIGHT, *weeks)


PAUSED = (pause(day(6, "mon")), resume(day(7, "tue")))


def test_after_a_pause_faster_running_is_earned_anew() -> None:
    weeks = [*after_pause(FIRST_FAST)]
    weeks[5] = ("off", None, "")
    assert charged(running(plan_of(*weeks), day(7, "mon"), *PAUSED)) == []
    weeks[9:] = [FIRST_FAST]  # after two loading weeks and not three
    tenth = {*charged(running(plan_of(*weeks[:9], FIRST_FAST), day(7, "mon"), *PAUSED))}
    assert ("missing-deload-week", "2027-03-08") in tenth
    weeks[8] = FIRST_FAST
    early = charged(running(plan_of(*weeks[:9]), day(7, "mon"), *PAUSED))
    assert early == [("intensity-too-early", "2027-03-01")]
    missed_weeks = charged(running(plan_of(*weeks[:9]), day(7, "mon")))
    assert early[0] not in missed_weeks  # without a pause the gate stays open


def test_after_a_pause_no_fast_minutes_are_held() -> None:
    weeks = [*after_pause(FAST)]
    weeks[5] = ("off", None, "")
    held = charged(running(plan_of(*weeks), day(7, "mon"), *PAUSED))
    assert held == [("volume-and-intensity-together", "2027-03-15")]
    more = [*after_pause(("build", "intensity", "tue 40/7, thu 40, sat 40, sun long 80"))]
    more[5] = ("off", None, "")
    assert charged(running(plan_of(*more), day(7, "mon"), *PAUSED)) == [
        ("too-much-intensity", "2027-03-15")
    ]


def test_a_pause_that_ends_in_its_own_week_keeps_no_fast_minutes_of_that_week() -> None:
    brief = (pause(day(2, "thu")), resume(day(2, "sat")))
    begun = ("build", "hold", "tue 40/6, sat 30, sun long 40")
    used = {"fast_minutes": 6}
    held = plan_of(BASE, begun, AT_80, SAME, FAST, running=used)
    assert ("volume-and-intensity-together", "2027-02-01") in charged(
        running(held, day(3, "mon"), *brief)
    )
    on = plan_of(BASE, begun, LIGHT, FAST, running=used)
    assert charged(running(on, day(3, "mon"))) == []


def test_fast_minutes_brought_along_are_not_allowed_after_a_pause() -> None:
    weeks = (BASE, ("off", None, ""), AT_60, ("build", "hold", "tue 48/4, thu 48, sun long 64"))
    plan = plan_of(*weeks, running={"fast_minutes": 6})
    off = (pause(day(2, "mon")), resume(day(3, "tue")))
    assert charged(running(plan, day(3, "mon"), ill(day(2, "mon"), day(2, "sun")))) == []
    assert {rule for rule, _ in charged(running(plan, day(3, "mon"), *off))} == {
        "intensity-too-early",
        "volume-and-intensity-together",
    }


def test_a_paused_plan_holds_its_races_and_nothing_else() -> None:
    goal = race(day(4, "sun"), TEN_K, 50)
    weeks = (BASE, SAME, SAME, ("race", None, "tue 30, thu 30, sun race 50"))
    plan = running(plan_of(*weeks, races=(goal,)), day(2, "wed"), pause(day(2, "wed")))
    assert {rule for rule, _ in charged(plan)} == {"unavailable-day"}
    assert ("unavailable-day", "2027-01-14") in charged(plan)
    stopped = tuple(
        one
        if one.date < plan.today or one.kind == "race"
        else replace(one, status=Status.CANCELLED)
        for one in plan.sessions
    )
    assert charged(replace(plan, sessions=stopped)) == []
    assert charged(called(replace(plan, sessions=stopped), 4, "off")) == []
    without = tuple(one for one in stopped if one.kind != "race")
    assert charged(replace(plan, sessions=without)) == [("race-missing", "2027-01-31")]


def test_strength_stops_with_a_pause_and_not_with_an_illness() -> None:
    plan = plan_of(BASE, ("build", "hold", "tue 40, wed strength 30, thu 40, sat 40, sun long 80"))
    assert ("unavailable-day", "2027-01-13") in charged(
        running(plan, day(2, "wed"), pause(day(2, "wed")))
    )
    cold = running(plan, day(2, "wed"), ill(day(2, "wed"), day(2, "fri")))
    assert charged(holding(cold, 2, "wed strength 30, sat 35, sun long 45")) == []


def test_a_pause_with_an_end_in_sight_is_judged_like_days_without_running() -> None:
    plan = plan_of(BASE, ("off", None, ""), AT_60, AT_80)
    apart = (pause(day(2, "mon")), resume(day(3, "mon")))
    assert charged(running(plan, day(2, "mon"), *apart)) == []
    within = holding(running(plan, day(2, "mon"), *apart), 2, "thu 20")
    assert ("unavailable-day", "2027-01-14") in charged(within)


def test_a_week_off_published_for_a_pause_may_end_in_its_middle() -> None:
    short = (pause(day(2, "mon")), resume(day(2, "fri")))
    plan = called(plan_of(BASE, ("off", None, ""), AT_80, SAME), 2, "off")
    back = holding(running(plan, day(2, "fri"), *short), 2, "fri 40, sun long 45")
    assert charged(back) == []
    too_much = holding(running(plan, day(2, "fri"), *short), 2, "fri 40, sat 40, sun long 48")
    assert charged(too_much) == [("return-too-fast", "2027-01-11")]
