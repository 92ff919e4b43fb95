"""What the log tells of: weeks hardly run, stops, and the way back after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from rules.rule_plans import BASE_LIMITS, HIGH_LIMITS, WEEK_200, plan_of, race
from rules.running_plans import (
    called,
    charged,
    day,
    did,
    holding,
    ill,
    missed,
    running,
    stopped,
)

from scheduler.model.log import illnesses, pauses
from scheduler.model.profile import LogEntry, LogWhat
from scheduler.rules.told import stops_of

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
AT_60 = ("return", "return", "tue 40, thu 40, sun long 40")  # 120 of 200; the long run 48 of 80
AT_80 = ("build", "hold", "tue 48, thu 48, sun long 64")  # 160 of 200
TEN_K = 10_000


def test_a_week_with_less_than_60_percent_run_is_a_lighter_one() -> None:
    plan = plan_of(BASE, SAME, SAME, SAME)
    gone = (missed(day(2, "sun")), did(day(2, "sat"), 39))  # 119 of 200
    assert charged(running(plan, day(4, "mon"), *gone)) == []
    just = (missed(day(2, "sun")),)  # 120 of 200
    assert charged(running(plan, day(4, "mon"), *just)) == [("missing-deload-week", "2027-01-25")]


def test_a_week_that_is_not_over_counts_by_what_was_run_and_is_to_come() -> None:
    plan = plan_of(BASE, SAME, SAME, SAME)
    gone = (missed(day(3, "tue")), missed(day(3, "thu")), missed(day(3, "sat")))
    assert charged(running(plan, day(3, "sun"), *gone)) == []  # 80 of 200
    assert charged(running(plan, day(4, "mon"), *gone)) == []
    assert charged(running(plan, day(3, "thu"), *gone[:1])) == [
        ("missing-deload-week", "2027-01-25")
    ]


def test_a_week_hardly_run_is_no_step_on_the_way_back() -> None:
    back = ("return", "return", "tue 40, thu 40, sun long 64")
    plan = plan_of(BASE, ("week-off", None, ""), back, ("build", "hold", "tue 60, thu 60, sun 80"))
    assert charged(running(plan, day(4, "mon"))) == []
    gone = (missed(day(3, "tue")), missed(day(3, "sun")))
    assert {rule for rule, _ in charged(running(plan, day(4, "mon"), *gone))} == {"return-too-fast"}
    slower = holding(running(plan, day(4, "mon"), *gone), 4, "tue 50, thu 46, sun long 64")
    assert charged(slower) == []


def test_a_week_hardly_run_is_not_among_the_last_four_loading_weeks() -> None:
    more = ("build", "volume", "tue 44, thu 44, sat 44, sun long 84")  # 216
    light = ("deload", None, "tue 40, thu 40, sun long 70")
    plan = plan_of(BASE, more, light, SAME, SAME, SAME, light, SAME)
    assert charged(running(plan, day(8, "mon"))) == []
    high = holding(running(plan, day(8, "mon")), 8, "tue 46, thu 43, sat 43, sun long 84")
    assert charged(called(high, 8, "build", "hold")) == []  # week 2's 216 is one of the last four
    gone = tuple(missed(day(2, weekday)) for weekday in ("tue", "thu"))  # 128 of 216: 59 %
    assert {rule for rule, _ in charged(running(high, day(8, "mon"), *gone))} == {
        "week-grows-too-fast"
    }


def after_a_pause(*weeks: tuple[str, str | None, str]) -> tuple[tuple[str, str | None, str], ...]:
    """Two weeks, then one with a pause from Wednesday to Sunday, then these."""
    return (BASE, SAME, ("build", "hold", "tue 40"), *weeks)


STOP = stopped(day(3, "wed"), day(3, "sun"))


def test_after_a_pause_the_long_way_back_begins_with_less_than_seven_free_days() -> None:
    plan = plan_of(*after_a_pause(AT_60, AT_80, SAME))
    assert charged(running(plan, day(4, "mon"), *STOP)) == []
    fast = plan_of(*after_a_pause(("return", "return", "tue 40, thu 40, sun long 41"), AT_80))
    assert charged(running(fast, day(4, "mon"), *STOP)) == [("return-too-fast", "2027-01-25")]
    long = plan_of(*after_a_pause(("return", "return", "tue 31, thu 30, sun long 49"), AT_80))
    assert charged(running(long, day(4, "mon"), *STOP)) == [("return-too-fast", "2027-01-31")]
    early = plan_of(*after_a_pause(AT_60, ("build", "hold", "tue 48, thu 49, sun long 64")))
    assert charged(running(early, day(4, "mon"), *STOP)) == [("return-too-fast", "2027-02-01")]


def test_the_first_week_after_a_pause_is_called_a_return() -> None:
    plan = plan_of(*after_a_pause(("build", "hold", "tue 40, thu 40, sun long 40")))
    assert charged(running(plan, day(4, "mon"), *STOP)) == [("return-too-fast", "2027-01-25")]


def test_loading_weeks_in_a_row_start_anew_after_a_pause() -> None:
    plan = plan_of(*after_a_pause(AT_60, AT_80, SAME, SAME))
    assert charged(running(plan, day(4, "mon"), *STOP)) == [("missing-deload-week", "2027-02-15")]


def test_weeks_since_the_week_off_are_counted_on_over_a_pause() -> None:
    stricter = replace(BASE_LIMITS, running_weeks=7, running_weeks_before_race=7)
    plan = plan_of(*after_a_pause(AT_60, AT_80), limits=stricter)  # and three weeks before
    assert charged(running(plan, day(4, "mon"), *STOP)) == [("no-week-off", "2027-02-01")]


def test_a_pause_on_the_way_back_keeps_the_older_reference() -> None:
    again = stopped(day(5, "mon"), day(5, "tue"))
    at_60 = ("return", "return", "wed 40, fri 40, sun long 40")
    plan = plan_of(*after_a_pause(AT_60, at_60, AT_80))
    assert charged(running(plan, day(5, "wed"), *STOP, *again)) == []
    less = ("return", "return", "wed 24, fri 24, sun long 28")
    fast = plan_of(*after_a_pause(AT_60, less, SAME))
    assert charged(running(fast, day(5, "wed"), *STOP, *again))[0] == (
        "return-too-fast",
        "2027-02-08",
    )


def test_many_pauses_on_the_way_back_do_not_lower_what_it_leads_back_to() -> None:
    weeks = (BASE, *(("return", "return", "wed 40, fri 40, sun long 40"),) * 6)
    stops = [stopped(day(week, "mon"), day(week, "tue")) for week in range(2, 8)]
    entries = [entry for stop in stops for entry in stop]
    assert charged(running(plan_of(*weeks), day(7, "wed"), *entries)) == []


def test_an_illness_of_a_week_leads_back_the_long_way_too() -> None:
    cold = ill(day(2, "mon"), day(2, "sun"))
    plan = plan_of(BASE, ("off", None, ""), AT_60, AT_80)
    assert charged(running(plan, day(3, "mon"), cold)) == []
    faster = plan_of(BASE, ("off", None, ""), ("return", "return", "tue 48, thu 48, sun long 64"))
    assert charged(running(faster, day(3, "mon"))) == []
    assert {rule for rule, _ in charged(running(faster, day(3, "mon"), cold))} == {
        "return-too-fast"
    }


def test_an_illness_of_less_than_a_week_counts_as_runs_missed() -> None:
    cold = ill(day(3, "wed"), day(3, "sun"))
    plan = plan_of(BASE, SAME, ("deload", None, "tue 40, thu 40, sun long 60"), SAME)
    assert charged(running(plan, day(4, "mon"), cold)) == []


def test_an_illness_broken_by_a_run_counts_as_runs_missed() -> None:
    cold = ill(day(2, "wed"), day(3, "tue"))
    plan = plan_of(BASE, ("build", "hold", "tue 40"), ("return", "return", "thu 40, sun long 40"))
    heavier = holding(running(plan, day(3, "mon"), cold, did(day(2, "fri"), 60)), 3, "thu 45")
    assert charged(heavier) == []


def test_a_week_that_a_pause_ended_in_is_judged_by_its_minutes_and_not_by_its_name() -> None:
    stop = stopped(day(2, "wed"), day(2, "fri"))
    plan = plan_of(BASE, ("build", "hold", "tue 40, sat 40, sun long 40"), AT_80, SAME)
    assert charged(running(plan, day(2, "sat"), *stop)) == []
    more = plan_of(BASE, ("build", "hold", "tue 60, sat 30, sun long 31"), AT_80)
    assert charged(running(more, day(2, "sat"), *stop)) == [("return-too-fast", "2027-01-11")]
    assert charged(running(more, day(3, "mon"), *stop)) == []
    # A long run before the pause is none of the way back.
    before = plan_of(BASE, ("build", "hold", "tue long 70, sat 25, sun 25"), AT_80, SAME)
    assert charged(running(before, day(2, "sat"), *stop)) == []


def test_a_lighter_week_that_a_pause_ended_in_was_a_first_week_back() -> None:
    stop = stopped(day(2, "wed"), day(2, "fri"))
    light = ("deload", None, "tue 40, sat 40, sun long 40")
    plan = plan_of(BASE, light, AT_80, SAME, SAME)
    assert charged(running(plan, day(3, "mon"), *stop)) == [("missing-deload-week", "2027-02-01")]


def test_no_run_is_planned_on_days_of_an_illness_still_to_come() -> None:
    cold = ill(day(2, "mon"), day(2, "thu"))
    plan = plan_of(BASE, ("return", "return", "thu 40, sat 40, sun long 40"))
    assert charged(running(plan, day(2, "tue"), cold)) == [("unavailable-day", "2027-01-14")]
    assert charged(holding(running(plan, day(2, "tue"), cold), 2, "sat 40, sun long 40")) == []


def test_an_illness_leaves_a_race_where_it_is() -> None:
    goal = race(day(2, "sat"), TEN_K, 50)
    plan = plan_of(BASE, ("race", None, "tue 30, thu 30, sat race 50"), races=(goal,))
    cold = ill(day(2, "thu"), day(2, "sun"))
    assert charged(running(plan, day(2, "fri"), cold)) == []


def test_an_illness_over_before_the_start_changes_nothing() -> None:
    plan = plan_of(BASE, SAME)
    cold = ill(date(2026, 12, 20), date(2027, 1, 3))
    assert charged(running(plan, date(2027, 1, 1), cold)) == []
    into = stopped(date(2026, 12, 20), date(2027, 1, 4))
    assert charged(running(plan, date(2027, 1, 1), *into))[0] == ("return-too-fast", "2027-01-04")


def test_a_careful_athlete_comes_back_lower() -> None:
    stop = stopped(day(2, "mon"), day(2, "tue"))
    half = ("return", "return", "thu 30, sat 30, sun long 40")
    plan = plan_of(BASE, half, limits=HIGH_LIMITS)
    assert charged(running(plan, day(2, "wed"), *stop)) == []
    more = plan_of(BASE, ("return", "return", "thu 31, sat 30, sun long 40"), limits=HIGH_LIMITS)
    assert {rule for rule, _ in charged(running(more, day(2, "wed"), *stop))} == {"return-too-fast"}


ENTRIES = st.builds(
    lambda what, first, days: LogEntry(
        date=day(1, "mon") + timedelta(days=first),
        what=what,
        until=day(1, "mon") + timedelta(days=first + days) if what is LogWhat.ILL else None,
    ),
    st.sampled_from((LogWhat.ILL, LogWhat.PAUSE, LogWhat.RESUME)),
    st.integers(0, 25),
    st.integers(0, 9),
)


@given(st.lists(ENTRIES, max_size=8))
def test_planner_and_audit_read_the_same_stops_from_a_log(entries: list[LogEntry]) -> None:
    """They share no code: days ill in a row are one illness, however they are told."""
    stops = stops_of(entries)
    assert [(s.first, s.last) for s in stops if not s.pause] == list(illnesses(entries))
    assert [(s.first, s.last) for s in stops if s.pause] == list(pauses(entries))
