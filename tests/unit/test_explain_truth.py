"""What is explained is true: examples as plans say them, numbers as the planner holds them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from scheduler.errors import BadInput
from scheduler.model.plan import PlannedRace
from scheduler.model.profile import Priority
from scheduler.paces import Paces
from scheduler.planner import (
    as_run,
    fold,
    gates,
    jumps,
    loading,
    messages,
    minutes,
    nearest,
    needs,
    season_messages,
    strength,
    week,
    workouts,
)
from scheduler.planner import news as planner_news
from scheduler.profile import own_limits, parse_profile
from scheduler.rules import long_run_target, running_in_week_off, week_off_too_late
from scheduler.rules.run_too_long import WINDOW_DAYS
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.units import UNKNOWN_EASY_S_PER_KM
from scheduler.words import gates as gate
from scheduler.words import messages as said
from scheduler.words import news, page, pausing, races
from scheduler.words import season_messages as season
from scheduler.words.explained import EXPLAINED
from scheduler.words.explained_rules import AIMS, OWN_LIMITS

EVERYTHING: Final = (Path(__file__).parents[1] / "profiles/everything.toml").read_text("utf-8")
ENTRIES: Final = {entry.code: entry for entry in EXPLAINED}

# True in its examples ------------------------------------------------------------------------


def a_race(name: str, day: date, minutes: int) -> PlannedRace:
    return PlannedRace(
        id=name.lower(),
        name=name,
        date=day,
        distance_m=42_195,
        priority=Priority.A,
        minutes=minutes,
    )


MARATHON: Final = a_race("Rotterdam Marathon", date(2027, 4, 11), 235)
SLOW: Final = a_race("Rotterdam Marathon", date(2027, 4, 11), 316)
SPRING: Final = a_race("Spring 10 km", date(2027, 4, 18), 50)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("PAIN-STOP", page.STOP_RULE),
        ("RACE-SPIKE", said.race_spike(MARATHON, 152, finish=True, named=False)),
        ("GOAL-AHEAD", said.goal_ahead(MARATHON, 210, named=False)),
        ("ASSUMED-PACE", said.assumed_pace("7:30 /km", (SLOW,))),
        ("RACE-ON-RETURN", season.race_on_return(SPRING)),
        ("VOLUME-SHORT", said.volume_short(125, 155, "growth", None)),
        ("BOUND-BY", said.BOUND_MOST["growth"]),
        ("LONGEST-OLD", said.LONGEST_OLD.format(day="Sunday 4 October 2026")),
        ("N-CLIFF", said.better_start(date(2026, 2, 9), 0, 45, 28)),
        ("BREAK-LATE", season.BREAK_LATE.format(weeks="4 weeks", wished=6)),
        ("BLOCK-13", season.BLOCK_13.format(race="the race")),
        ("WAIVER", season.waived_late(2, 3)),
        ("HOLIDAY-AS-BREAK", season.holiday_as_break(date(2027, 2, 15), date(2027, 2, 21))),
        ("HOLIDAY-IN-TAPER", season.holiday_in_taper(MARATHON)),
        ("STUB", said.STUB.format(day="Wed 25 Nov")),
        ("HORIZON>52", said.HORIZON.format(weeks=60)),
        ("QUALITY-NONE", said.QUALITY_NONE["time"]),
        ("RUN-DROPPED", said.run_dropped("short", 3)),
        ("MINUTES-DROPPED", said.minutes_dropped(3, 75)),
        ("RACES-CLOSE", races.too_close(MARATHON, SPRING, date(2027, 4, 26))),
        ("TOO-LITTLE", gate.TOO_LITTLE.format(now=20, least=30)),
        (
            "START-PAST",
            gate.START_PAST.format(
                start="Monday 2 November 2026", monday="Monday 23 November 2026"
            ),
        ),
        ("PAUSED", pausing.PAUSED),
        ("AS-RUN", f"{news.missed([date(2027, 1, 14)])} {news.RACE_FITS}"),
        ("PAIN-CHECK-OLD", gate.PAIN_CHECK_OLD.format(days=28)),
        ("NOT-CLEARED", gate.NOT_CLEARED),
    ],
)
def test_an_example_is_what_a_plan_would_say(code: str, told: str) -> None:
    assert ENTRIES[code].example == told


def test_the_check_for_pain_is_explained_as_it_is_asked_after_a_pause() -> None:
    entry = ENTRIES["PAIN-CHECK-OLD"]
    asked = gate.PAIN_CHECK_BEFORE_PAUSE.partition("Look back")[2]
    assert entry.example.endswith(asked)
    assert "after a pause" in entry.what


def test_the_examples_of_reading_are_what_reading_says() -> None:
    silent = EVERYTHING.replace("fast_minutes = ", "# fast_minutes = ")
    assumed = parse_profile(silent, "sam.toml", date(2026, 11, 30)).assumptions
    assert ENTRIES["ASSUMED"].example in [each.text for each in assumed]
    slip = re.sub(r"weekly_distance = .*", "weekly_minutes = 90", EVERYTHING)
    with pytest.raises(BadInput) as caught:
        parse_profile(slip, "sam.toml", date(2026, 11, 30))
    assert f"sam.toml: {ENTRIES['INPUT-V0'].example}" in str(caught.value)


# True in its numbers -------------------------------------------------------------------------


def numbers(code: str) -> dict[str, str]:
    return dict(ENTRIES[code].numbers)


def test_the_long_run_aimed_at_is_the_planner_s() -> None:
    aimed = [value for _, value in AIMS["long-run-too-large-share"]]
    assert aimed == [
        f"{percent / 100:g} x the race, {least} to {most} min"
        for percent, least, most in long_run_target.TARGETS
    ]
    assert ENTRIES["VOLUME-SHORT"].numbers[:5] == AIMS["long-run-too-large-share"]


def test_the_weeks_wished_before_a_race_are_the_planner_s() -> None:
    first, others = ENTRIES["BREAK-LATE"].numbers
    wished = (first[1], *others[1].split(", "))
    assert wished == tuple(map(str, week_off_too_late.WISHED_WEEKS_TO_RACE))


def test_the_weeks_for_fast_minutes_are_the_planner_s() -> None:
    ((_, told_weeks),) = ENTRIES["QUALITY-NONE"].numbers
    assert told_weeks == ", ".join(map(str, loading.QUALITY_PHASE_WEEKS)) == "6, 6, 6, 4, 0"
    assert told_weeks in dict(AIMS["intensity-too-early"]).values()


def test_the_steps_of_a_race_beyond_the_longest_run_are_the_planner_s() -> None:
    told_steps = [value for _, value in ENTRIES["RACE-SPIKE"].numbers]
    assert told_steps == ["1.1", "1.5", "2.0", "1.7", "2.0 or 1.8", "3.0"]
    assert (messages.TOLD_FROM_PERCENT, messages.FINISH_FROM_PERCENT) == (110, 150)
    assert fold.REFUSED_ABOVE_PERCENT == (200, 170, 170, 200, 300)


@pytest.mark.parametrize(
    ("code", "value", "now"),
    [
        ("GOAL-AHEAD", "5 min", f"{messages.SMALL_MINUTES} min"),
        ("BOUND-BY", "5 min", f"{week.VOLUME_GIVES} min"),
        ("LONGEST-OLD", "30", str(WINDOW_DAYS)),
        ("N-CLIFF", "10 %", f"{nearest.BETTER_BY_PERCENT} %"),
        ("BLOCK-13", "13 instead of 12", f"{season_messages.LONGEST_BLOCK} instead of 12"),
        ("HORIZON>52", "52 weeks", f"{messages.LONG_PLAN_WEEKS} weeks"),
        ("RUN-DROPPED", "15 min", f"{SHORTEST_RUN_MINUTES} min"),
        ("TOO-LITTLE", "30", str(gates.LEAST_WEEKLY_MINUTES)),
        ("NOT-CLEARED", "91", str(gates.SELF_CLEARED_AFTER_DAYS)),
        ("TWO-WEEKS", "14", str(gates.PAIN_FREE_DAYS)),
        ("PAIN-CHECK-OLD", "28", str(gates.PAIN_CHECK_DAYS)),
        ("THIRTY-MINUTES", "12 weeks", f"{gates.EARLY_AFTER_CLEARANCE_DAYS // 7} weeks"),
        ("HOLIDAY-AS-BREAK", "7", str(running_in_week_off.RUN_FREE_SPAN_DAYS)),
        ("MINUTES-DROPPED", "5 min", f"{messages.SMALL_MINUTES} min"),
        ("RACES-CLOSE", "2", str(week_off_too_late.WEEKS_BEYOND_TAPER)),
        ("AS-RUN", "14", str(planner_news.TOLD_DAYS)),
        ("AS-RUN", "10 %", f"{planner_news.SAME_PERCENT} %"),
        ("AS-RUN", "90 %", f"{as_run.AS_PLANNED_FROM_PERCENT} %"),
        ("RACES-CLOSE", "3", str(running_in_week_off.RUN_FREE_DAYS_AFTER_SHORT_RACE)),
        (
            "ASSUMED-PACE",
            "7:30 /km",
            "{}:{} /km".format(*divmod(UNKNOWN_EASY_S_PER_KM, 60)),
        ),
    ],
)
def test_a_number_that_is_told_is_the_number_that_holds(code: str, value: str, now: str) -> None:
    assert value in numbers(code).values()
    assert value == now


def test_the_race_week_is_told_as_it_is_made() -> None:
    assert AIMS["taper-missing"] == (
        ("runs in race week", "2, or 3 where a week has 5 and more"),
        ("their length, each no longer than the one before", "15 to 45 min"),
        ("at race effort, once, where fast running is known", "4 to 6 min"),
    )
    runs = (needs.RACE_WEEK_RUNS, needs.RACE_WEEK_RUNS_OF_MANY, needs.MANY_RUNS)
    assert runs == (2, 3, 5)
    assert (SHORTEST_RUN_MINUTES, minutes.RACE_WEEK_MOST) == (15, 45)
    assert minutes.RACE_WEEK_LEAST_QUALITY == 4


@pytest.mark.parametrize("rule", OWN_LIMITS)
def test_the_range_of_an_own_limit_is_the_one_that_profiles_are_read_with(rule: str) -> None:
    key, values, looser = OWN_LIMITS[rule]
    span = own_limits._RANGES[key]
    loosest = own_limits._WIDEST[key] if span.loosest is None else span.loosest
    least, most = sorted((span.strictest, loosest))
    assert values == f"{least} to {most}"
    assert looser is (span.loosest is not None)


def test_every_own_limit_is_told_with_its_rule() -> None:
    assert {key for key, _, _ in OWN_LIMITS.values()} == set(own_limits._RANGES)


def test_strength_and_jumps_are_told_as_they_are_placed() -> None:
    told = dict(AIMS["hard-days-adjacent"])
    lengths = (strength.LIGHT_MINUTES, strength.JUMPS_MINUTES)
    assert (strength.A_WEEK, *lengths) == (2, 20, 30)
    assert told["strength, where it is asked for"] == "2 a week, 20 to 30 min"
    assert (jumps.SETS, jumps.FIRST_A_SET, jumps.MOST_A_SET) == (2, 15, 20)
    assert told["jumps in it, one at a time"] == "2 x 15, growing to 2 x 20"


def strides_after(weeks: int) -> tuple[int, int]:
    repeat = workouts.strides_run(45, weeks, Paces(speed={}, shown={})).steps[1]
    return repeat.times, repeat.steps[0].seconds


def test_strides_are_told_as_they_grow() -> None:
    assert (strides_after(0), strides_after(20)) == ((4, 15), (6, 20))
    assert dict(AIMS["intensity-too-early"])["strides, once a week"] == (
        "4 x 15 s, growing to 6 x 20 s"
    )
