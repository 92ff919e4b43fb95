"""Paces: published numbers of Daniels and Gilbert, and what an athlete is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scheduler.model.profile import Fitness, Priority, Race, Result
from scheduler.paces import paces_for, race_minutes, race_seconds, speed_at, vdot

HALF, MARATHON, MILE = 21_097.5, 42_195, 1609.344
RACE = Race(id="goal", name="Goal", date=date(2027, 4, 11), distance_m=10_000, priority=Priority.A)


def seconds(clock: str) -> int:
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return total


@pytest.mark.parametrize(
    ("metres", "time", "index"),
    [
        (5000, "27:00", 34.963),
        (5000, "30:00", 30.822),
        (5000, "25:00", 38.309),
        (5000, "20:00", 49.806),
        (5000, "14:30", 72.385),
        (MILE, "6:00", 48.417),
        (10_000, "45:00", 45.263),
        (10_000, "50:00", 40.012),
        (HALF, "1:30:00", 50.977),
        (HALF, "2:00:00", 36.459),
        (MARATHON, "3:00:00", 53.528),
        (MARATHON, "4:00:00", 37.904),
    ],
)
def test_a_result_has_the_index_of_the_formula(metres: float, time: str, index: float) -> None:
    assert vdot(metres, seconds(time)) == pytest.approx(index, abs=0.0006)


PREDICTED = [
    (30, "30:41", "1:03:49", "2:21:17", "4:49:49"),
    (40, "24:06", "50:01", "1:50:54", "3:49:37"),
    (50, "19:56", "41:20", "1:31:31", "3:10:40"),
    (60, "17:03", "35:22", "1:18:09", "2:43:22"),
]
PRINTED = [
    (30, "30:40", "1:03:46", "2:21:04", "4:49:17"),
    (40, "24:08", "50:03", "1:50:59", "3:49:45"),
    (50, "19:57", "41:21", "1:31:35", "3:10:49"),
    (60, "17:03", "35:22", "1:18:09", "2:43:25"),
]


@pytest.mark.parametrize("row", PREDICTED)
def test_an_index_predicts_the_times_of_the_formula_to_the_second(row: tuple[int, str]) -> None:
    index, *times = row
    for metres, time in zip((5000, 10_000, HALF, MARATHON), times, strict=True):
        assert race_seconds(index, metres) == pytest.approx(seconds(time), abs=0.75)


@pytest.mark.parametrize("row", PRINTED)
def test_an_index_predicts_the_printed_times_within_two_in_a_thousand(
    row: tuple[int, str],
) -> None:
    index, *times = row
    for metres, time in zip((5000, 10_000, HALF, MARATHON), times, strict=True):
        assert race_seconds(index, metres) == pytest.approx(seconds(time), rel=0.002)


def test_a_predicted_time_has_the_index_it_came_from() -> None:
    for index in (25, 33.3, 48, 71):
        assert vdot(15_000, race_seconds(index, 15_000)) == pytest.approx(index, abs=0.001)


@pytest.mark.parametrize(
    ("index", "marathon", "threshold"),
    [(30, 411, 384), (35, 364, 340), (40, 327, 306), (45, 296, 278), (47, 286, 269)],
)
def test_training_paces_are_those_of_the_table(index: int, marathon: int, threshold: int) -> None:
    assert race_seconds(index, MARATHON) / 42.195 == pytest.approx(marathon, abs=1.15)
    assert 1000 / speed_at(index, 0.88) == pytest.approx(threshold, abs=1.15)


@pytest.mark.parametrize(
    ("index", "share", "pace"),
    [
        (40, 0.88, 305.5),
        (50, 0.88, 255.2),
        (50, 0.74, 293),
        (50, 0.59, 352),
        (50, 0.975, 234.9),
        (50, 1.05, 221.2),
    ],
)
def test_a_share_of_an_index_is_a_pace(index: int, share: float, pace: float) -> None:
    assert 1000 / speed_at(index, share) == pytest.approx(pace, abs=0.6)


TEN_K_IN_50 = Fitness(result=Result(distance_m=10_000, seconds=3000, date=date(2026, 10, 4)))


def test_race_minutes_are_the_longer_of_goal_and_prediction_rounded_up() -> None:
    assert race_minutes(RACE, TEN_K_IN_50) == 50
    assert race_minutes(replace(RACE, goal_seconds=2700), TEN_K_IN_50) == 50
    assert race_minutes(replace(RACE, goal_seconds=3300), TEN_K_IN_50) == 55
    assert race_minutes(replace(RACE, goal_seconds=3301), Fitness()) == 56


def test_from_the_marathon_up_a_prediction_gets_a_twentieth_more() -> None:
    half = replace(RACE, distance_m=21_097)
    marathon = replace(RACE, distance_m=42_195)
    assert race_minutes(half, TEN_K_IN_50) == 111
    assert race_minutes(marathon, TEN_K_IN_50) == 242  # 3 h 49 min 34 s and a twentieth
    assert race_minutes(replace(marathon, goal_seconds=14_400), Fitness()) == 240


def test_without_goal_and_result_the_distance_is_run_at_the_easy_pace() -> None:
    assert race_minutes(RACE, Fitness(easy_pace_s_per_km=360)) == 60
    assert race_minutes(RACE, Fitness()) == 75


def test_paces_are_shown_only_where_a_result_or_a_pace_is_known() -> None:
    assert paces_for(Fitness(), None).shown == {}
    assert paces_for(Fitness(easy_pace_s_per_km=370), RACE).shown == {"easy": (370, 380)}
    shown = paces_for(TEN_K_IN_50, RACE).shown
    assert set(shown) == {"easy", "threshold", "race"}
    assert shown["race"] == (300, 305)
    assert 304 <= shown["threshold"][0] <= 307


def test_easy_is_run_from_the_slow_half_of_the_range() -> None:
    fast, slow = paces_for(TEN_K_IN_50, RACE).shown["easy"]
    assert 1000 / speed_at(40.012, 0.74) < fast < slow < 1000 / speed_at(40.012, 0.59)


def test_faster_efforts_are_faster_with_and_without_a_result() -> None:
    for fitness in (Fitness(), Fitness(easy_pace_s_per_km=330), TEN_K_IN_50):
        speed = paces_for(fitness, None).speed
        assert speed["easy"] < speed["threshold"] < speed["hills"] < speed["strides"]


def test_an_easy_pace_of_ones_own_is_kept_beside_a_result() -> None:
    paces = paces_for(replace(TEN_K_IN_50, easy_pace_s_per_km=400), RACE)
    assert paces.shown["easy"] == (400, 410)
    assert paces.speed["easy"] == pytest.approx(2.5)
