"""Distances, paces and times are read and written as runners write them."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler import units


def test_the_examples_in_the_docstrings_are_true() -> None:
    assert doctest.testmod(units).failed == 0


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("5k", 5_000),
        ("10K", 10_000),
        ("half", 21_097),
        ("Half Marathon", 21_097),
        ("marathon", 42_195),
        ("50k", 50_000),
        ("15 km", 15_000),
        ("15km", 15_000),
        ("7.5 km", 7_500),
        ("10 mi", 16_093),
        ("1 mile", 1_609),
        ("26.2 mi", 42_165),
        ("42.195 km", 42_195),
    ],
)
def test_distances_are_read_in_metres(text: str, metres: int) -> None:
    assert units.parse_distance(text) == metres


@pytest.mark.parametrize(
    "text", ["", "marathn", "15", "15,5 km", "-3 km", "3 m", "km", "١٥ km", "1e3 km"]
)
def test_what_is_not_a_distance_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a distance"):
        units.parse_distance(text)


@pytest.mark.parametrize(
    ("text", "per", "s_per_km"),
    [("6:10", "km", 370), ("9:55", "mi", 370), ("6:10 /km", "mi", 370), ("9:55/mi", "km", 370)],
)
def test_paces_are_read_in_seconds_per_km(text: str, per: str, s_per_km: int) -> None:
    assert units.parse_pace(text, per) == s_per_km


@pytest.mark.parametrize("text", ["6.10", "6:60", "610", "6:1", "", "6:10 /h"])
def test_what_is_not_a_pace_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a pace"):
        units.parse_pace(text, "km")


@pytest.mark.parametrize(
    ("text", "seconds"), [("48:30", 2_910), ("3:55:00", 14_100), ("115:00", 6_900), ("5:00", 300)]
)
def test_race_times_are_read_in_seconds(text: str, seconds: int) -> None:
    assert units.parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["3:60:00", "3:5", "235", "3h55", "", "1:2:3", "-3:00"])
def test_what_is_not_a_race_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a race time"):
        units.parse_duration(text)


@pytest.mark.parametrize(
    ("metres", "per", "text"),
    [
        (0, "km", "0 km"),
        (7_300, "km", "7.3 km"),
        (7_349, "km", "7.3 km"),
        (7_350, "km", "7.4 km"),
        (9_999, "km", "10 km"),
        (16_093, "mi", "10 mi"),
        (50_000, "mi", "31.1 mi"),
    ],
)
def test_distances_are_written_to_one_decimal(metres: int, per: str, text: str) -> None:
    assert units.distance_text(metres, per) == text


@given(st.integers(150, 900))
def test_a_pace_per_km_written_and_read_is_the_same(s_per_km: int) -> None:
    assert units.parse_pace(units.pace_text(s_per_km, "km"), "mi") == s_per_km


@given(st.integers(0, 359_999))
def test_a_race_time_written_and_read_is_the_same(seconds: int) -> None:
    assert units.parse_duration(units.duration_text(seconds)) == seconds
