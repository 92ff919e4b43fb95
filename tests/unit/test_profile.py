"""A good profile becomes exactly the values it says, and every default taken is listed."""

import doctest
import importlib
import pkgutil
from datetime import date, time
from pathlib import Path

import pytest

import scheduler.profile
from scheduler.model.profile import (
    Athlete,
    Away,
    Block,
    CalendarOptions,
    ClearedBy,
    Fitness,
    Health,
    LogEntry,
    LogWhat,
    OtherRisks,
    OwnLimits,
    PageOptions,
    Priority,
    Profile,
    Race,
    Result,
    Running,
    WeekShape,
)
from scheduler.profile import parse_profile

PROFILES = Path(__file__).parents[1] / "profiles"
SHIPPED = Path(__file__).parents[2] / "profiles"
TODAY = date(2026, 11, 30)
MINIMAL = """
plan_id = "ann"
athlete = { name = "Ann", adult = true }
race = [{ id = "park", name = "Park run", date = 2027-03-06, distance = "5k" }]
week = { available = ["tuesday", "Thu", "fri"] }
[running]
weekly_minutes = 60
longest_run_minutes = 22
runs_per_week = 3
last_week_off_ended = 2026-11-15
[health]
pain_free_on = 2026-11-22
thirty_minutes = true
injuries = 0
other_risks = "no"
out_of_scope = false
"""


def read(text: str, today: date = TODAY, start: date | None = None) -> Profile:
    return parse_profile(text, "ann.toml", today, start=start)


def test_the_whole_format_is_read() -> None:
    text = (PROFILES / "everything.toml").read_text("utf-8")
    assert parse_profile(text, "sam.toml", TODAY) == Profile(
        plan_id="sam-rotterdam-2027",
        start=date(2026, 12, 7),
        athlete=Athlete(
            name="Sam",
            adult=True,
            units="km",
            timezone="Europe/Amsterdam",
            email="sam@example.org",
            language="en",
        ),
        races=(
            Race(
                id="rotterdam",
                name="Rotterdam Marathon",
                date=date(2027, 4, 11),
                distance_m=42_195,
                priority=Priority.A,
                goal_seconds=14_100,
                start_time=time(10, 0),
                timezone="Europe/Amsterdam",
            ),
        ),
        running=Running(
            weekly_minutes=246,  # 40 km at 6:10 are 14 800 s
            longest_run_minutes=95,
            longest_run_date=date(2026, 11, 22),
            runs_per_week=4,
            fast_minutes=6,
            last_week_off_ended=date(2026, 11, 15),
            last_light_week=date(2026, 11, 23),
            held_weekly_minutes=320,
            aim_weekly_minutes=300,
            most_weekly_minutes=360,
            wanted_runs_per_week=5,
        ),
        fitness=Fitness(
            result=Result(distance_m=10_000, seconds=2_910, date=date(2026, 10, 4)),
            easy_pace_s_per_km=370,
            cadence_spm=168,
        ),
        health=Health(
            pain_free_on=date(2026, 11, 29),
            thirty_minutes=True,
            injuries=2,
            last_injury=date(2025, 3, 10),
            serious_site=True,
            cleared_by=ClearedBy.CLINICIAN,
            cleared_on=date(2025, 6, 20),
            other_risks=OtherRisks.DISCUSSED,
            discussed_on=date(2026, 9, 1),
            out_of_scope=False,
        ),
        limits=OwnLimits(
            growth_percent=8,
            deload_percent=40,
            build_weeks=2,
            running_weeks_between_weeks_off=10,
            rest_days=2,
            quality_percent=5,
            set_by="Jo Brown, coach",
        ),
        week=WeekShape(
            available=frozenset({1, 2, 3, 5, 6}),
            long_run=6,
            prefer_rest=frozenset({0, 4}),
            most_minutes=(60, 60, 60, 60, 60, 90, 180),
            strength=(0, 3),
            cross_training=("cycling",),
        ),
        away=(Away(from_day=date(2027, 2, 15), until=date(2027, 2, 21)),),
        calendar=CalendarOptions(
            times=(time(7),) * 5 + (time(9),) * 2,
            strength_time=time(18),
            reminder_minutes=30,
            rest_days=True,
            busy=True,
            feed=True,
        ),
        page=PageOptions(paper="letter", coach="Jo Brown", note="Bring the keys."),
        log=(
            LogEntry(date=date(2026, 11, 24), what=LogWhat.PAUSE),
            LogEntry(date=date(2026, 11, 25), what=LogWhat.RESUME),
            LogEntry(date=date(2026, 11, 26), what=LogWhat.ILL, until=date(2026, 12, 7)),
        ),
        assumptions=(),
    )


def test_every_default_of_a_minimal_profile_is_listed() -> None:
    assert [f"{each.place}: {each.text}" for each in read(MINIMAL).assumptions] == [
        "start: No start is given: the plan starts on Monday 7 December 2026.",
        "race[0].priority: The only race is taken as the goal, priority A.",
        "running.longest_run_date: "
        "The date of your longest run is unknown: taken as a week before the start.",
        "running.last_light_week: No lighter week is known: "
        "three of four weeks since your week off are taken as full ones.",
        "running.fast_minutes: No fast minutes are given: taken as none.",
        "week.long_run: No day for the long run is given: Friday.",
    ]


def test_a_minimal_profile_takes_the_quiet_defaults() -> None:
    profile = read(MINIMAL)
    assert profile.athlete == Athlete(name="Ann", adult=True, units="km", language="en")
    assert profile.week == WeekShape(available=frozenset({1, 3, 4}), long_run=4)
    assert profile.calendar == CalendarOptions()
    assert (profile.page.paper, profile.fitness, profile.limits) == ("a4", Fitness(), OwnLimits())


@pytest.mark.parametrize(
    ("today", "start"),
    [
        (date(2026, 11, 29), date(2026, 11, 30)),  # a Sunday
        (date(2026, 11, 30), date(2026, 12, 7)),  # a Monday
        (date(2026, 12, 1), date(2026, 12, 7)),
    ],
)
def test_without_a_start_the_plan_starts_on_the_next_monday(today: date, start: date) -> None:
    assert read(MINIMAL, today).start == start


def test_a_published_start_stays_while_the_profile_is_silent() -> None:
    profile = read(MINIMAL, date(2027, 1, 20), start=date(2026, 12, 7))
    assert profile.start == date(2026, 12, 7)
    assert profile.assumptions == read(MINIMAL).assumptions


def test_a_published_start_wins_over_an_edit_and_the_edit_is_noted() -> None:
    text = "start = 2026-12-14\n" + MINIMAL
    assert read(text, start=date(2026, 12, 14)).start == date(2026, 12, 14)
    edited = read(text, start=date(2026, 12, 7))
    assert edited.start == date(2026, 12, 7)
    assert edited.assumptions[0].text == (
        "The plan was published with its start on 2026-12-07 and keeps it; 2026-12-14 is not used."
    )


@pytest.mark.parametrize(
    ("days", "long_run"),
    [('["mon", "sat", "sun"]', 6), ('["mon", "fri", "sat"]', 5), ('["mon", "wed"]', 2)],
)
def test_the_long_run_goes_to_sunday_else_saturday_else_the_last_day(
    days: str, long_run: int
) -> None:
    assert read(MINIMAL.replace('["tuesday", "Thu", "fri"]', days)).week.long_run == long_run


def test_distances_without_an_easy_pace_count_at_7_30_and_that_is_listed() -> None:
    text = MINIMAL.replace("weekly_minutes = 60", 'weekly_distance = "10 km"').replace(
        "longest_run_minutes = 22", 'longest_run_distance = "4 km"'
    )
    profile = read(text)
    assert (profile.running.weekly_minutes, profile.running.longest_run_minutes) == (75, 30)
    told = [each.text for each in profile.assumptions if "distance" in each.place]
    assert told == [
        "10 km counts as 75 minutes, at 7:30 /km, because no easy pace is given.",
        "4 km counts as 30 minutes, at 7:30 /km, because no easy pace is given.",
    ]


def test_minutes_from_distances_are_rounded_down_and_still_fit_the_longest_run() -> None:
    text = MINIMAL.replace("weekly_minutes = 60", 'weekly_distance = "15 km"').replace(
        "longest_run_minutes = 22", 'longest_run_distance = "5 km"'
    )
    running = read(text + '\n[fitness]\neasy_pace = "6:10"').running
    assert (running.weekly_minutes, running.longest_run_minutes) == (90, 30)  # 92.5 and 30.8


def test_an_unsure_week_off_is_listed() -> None:
    text = MINIMAL.replace("last_week_off_ended = 2026-11-15", 'last_week_off_ended = "unsure"')
    profile = read(text)
    assert profile.running.last_week_off_ended is None
    told = {each.place: each.text for each in profile.assumptions}
    assert told["running.last_week_off_ended"] == (
        "The end of your last week without running is unsure, so one is due soon."
    )
    assert told["running.last_light_week"] == (
        "No lighter week is known: the last three weeks are taken as full ones."
    )


def test_a_season_is_read_in_the_order_of_its_races() -> None:
    text = (SHIPPED / "two-races-and-a-holiday.toml").read_text("utf-8")
    profile = parse_profile(text, "gita.toml", TODAY)
    assert [(race.id, race.priority.value) for race in profile.races] == [
        ("spring-half", "A"),
        ("village-10k", "B"),
        ("autumn-marathon", "A"),
    ]
    assert profile.away == (Away(from_day=date(2027, 6, 12), until=date(2027, 6, 20)),)


def test_a_block_stands_in_for_a_race() -> None:
    text = (SHIPPED / "block-of-twelve-weeks.toml").read_text("utf-8")
    profile = parse_profile(text, "hugo.toml", TODAY)
    assert (profile.races, profile.block) == ((), Block(weeks=12, aim_m=21_097))


def test_the_examples_in_the_docstrings_are_true() -> None:
    for module in pkgutil.iter_modules(scheduler.profile.__path__, "scheduler.profile."):
        assert doctest.testmod(importlib.import_module(module.name)).failed == 0
