"""Cross-training in weeks off: an offer on the athlete's own days, taking turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strength_factory import TODAY, a_profile, weeks

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.model.profile import Away, Profile, Running, WeekShape
from scheduler.planner.cross_training import cross_training_sessions

TUE, WED, THU, FRI, SAT, SUN = range(1, 7)


def naming(*names: str, days: tuple[int, ...] = (TUE, THU, SAT, SUN), **changes: Any) -> Profile:
    """A profile that names what may take a run's place."""
    shape = WeekShape(available=frozenset(days), long_run=max(days), cross_training=names)
    return a_profile(week=shape, **changes)


def made(profile: Profile, letters: str) -> list[tuple[date, str, str]]:
    sessions = cross_training_sessions(profile, weeks(letters), TODAY)
    return [(one.date, one.slot, one.title) for one in sessions]


def test_a_week_off_has_three_on_usual_days_not_side_by_side() -> None:
    assert made(naming("cycling"), "BX") == [
        (date(2026, 12, 15), "cross1", "Cycling 30 min, easy"),
        (date(2026, 12, 17), "cross2", "Cycling 30 min, easy"),
        (date(2026, 12, 19), "cross3", "Cycling 30 min, easy"),
    ]


def test_what_was_named_takes_turns_from_one_week_off_to_the_next() -> None:
    titles = [title for _, _, title in made(naming("cycling", "Pool running"), "XBBX")]
    assert titles == [
        "Cycling 30 min, easy",
        "Pool running 30 min, easy",
        "Cycling 30 min, easy",
        "Pool running 30 min, easy",
        "Cycling 30 min, easy",
        "Pool running 30 min, easy",
    ]


def test_only_planned_weeks_off_have_it_and_only_where_something_is_named() -> None:
    assert made(naming("cycling"), "BDRTGHVU") == []
    assert made(naming(), "XX") == []


def test_days_away_and_days_before_the_start_have_none() -> None:
    away = Away(from_day=date(2026, 12, 7), until=date(2026, 12, 10))
    days = [day for day, _, _ in made(naming("rowing", away=(away,)), "X")]
    assert days == [date(2026, 12, 12), date(2026, 12, 13)]
    late = naming("rowing", start=date(2026, 12, 13))
    assert [day for day, _, _ in made(late, "X")] == [date(2026, 12, 13)]
    all_away = replace(away, until=date(2026, 12, 13))
    assert made(naming("rowing", away=(all_away,)), "X") == []


@pytest.mark.parametrize(
    ("days", "taken"),
    [
        ((SAT, SUN), [SAT, SUN]),
        ((TUE, WED, THU), [TUE, WED, THU]),
        ((TUE, WED, THU, SUN), [TUE, THU, SUN]),
        ((WED, THU, FRI, SAT), [WED, THU, SAT]),
        ((SUN,), [SUN]),
    ],
)
def test_days_are_side_by_side_only_where_it_cannot_be_helped(
    days: tuple[int, ...], taken: list[int]
) -> None:
    assert [day.weekday() for day, _, _ in made(naming("cycling", days=days), "X")] == taken


def test_days_without_strength_come_first() -> None:
    profile = naming("cycling", days=(TUE, WED, THU, FRI, SAT))
    profile = replace(profile, week=replace(profile.week, strength=(THU,)))
    assert [day.weekday() for day, _, _ in made(profile, "X")] == [TUE, THU, SAT]
    few = replace(profile, running=replace(profile.running, runs_per_week=2))
    assert [day.weekday() for day, _, _ in made(few, "X")] == [TUE, SAT]


@pytest.mark.parametrize(
    ("weekly", "longest", "runs", "minutes"),
    [
        (60, 25, 3, 30),
        (160, 60, 4, 30),
        (180, 60, 4, 40),
        (190, 61, 4, 40),
        (300, 120, 4, 45),
        (60, 60, 1, 30),
    ],
)
def test_it_is_as_long_as_an_easy_run_from_30_to_45_minutes(
    weekly: int, longest: int, runs: int, minutes: int
) -> None:
    running = Running(
        weekly_minutes=weekly,
        longest_run_minutes=longest,
        runs_per_week=runs,
        last_week_off_ended=None,
    )
    sessions = cross_training_sessions(naming("cycling", running=running), weeks("X"), TODAY)
    assert {one.minutes for one in sessions} == {minutes}
    assert len(sessions) == min(runs, 3)


def test_a_days_window_holds_and_too_short_a_window_is_no_day_for_it() -> None:
    profile = naming("cycling", running=replace(a_profile().running, weekly_minutes=300))
    windows = (None, 40, None, 25, None, None, None)
    profile = replace(profile, week=replace(profile.week, most_minutes=windows))
    sessions = cross_training_sessions(profile, weeks("X"), TODAY)
    assert [(one.date.weekday(), one.minutes) for one in sessions] == [
        (TUE, 40),
        (SAT, 45),
        (SUN, 45),
    ]


@given(
    st.text("BDXRTGHUV", min_size=1, max_size=12),
    st.sets(st.integers(0, 6), min_size=1),
    st.lists(st.sampled_from(["cycling", "swimming", "rowing"]), max_size=3),
    st.integers(0, 20),
    st.integers(0, 10),
)
def test_it_stays_within_weeks_off_and_asks_nothing_of_bone(
    letters: str, days: set[int], names: list[str], away_from: int, away_days: int
) -> None:
    first = a_profile().start + timedelta(days=away_from)
    away = Away(from_day=first, until=first + timedelta(days=away_days))
    profile = naming(*names, days=tuple(sorted(days)), away=(away,))
    of = weeks(letters)
    kinds = {one.starts_on: one.kind for one in of}
    sessions = cross_training_sessions(profile, of, TODAY)
    assert [one.date for one in sessions] == sorted({one.date for one in sessions})
    assert len({one.uid for one in sessions}) == len(sessions)
    for one in sessions:
        assert kinds[one.date - timedelta(days=one.date.weekday())] is WeekKind.WEEK_OFF
        assert one.date.weekday() in days
        assert not away.from_day <= one.date <= away.until
        assert one.kind is SessionKind.CROSS_TRAINING
        assert 30 <= one.minutes <= 45
        assert (one.bone_load, one.bone_load_high, one.distance_m, one.quality_minutes) == (0,) * 4
        assert (one.starts_at, one.timezone, one.steps) == (None, None, ())
    for week in of:
        inside = [one for one in sessions if 0 <= (one.date - week.starts_on).days < 7]
        assert [one.slot for one in inside] == ["cross1", "cross2", "cross3"][: len(inside)]
