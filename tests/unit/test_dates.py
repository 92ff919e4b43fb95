"""Starts and ends on a zone's clock."""

from __future__ import annotations

from datetime import date, time

import pytest

from scheduler.dates import end_of, start_of
from scheduler.zone_data import zone

AMSTERDAM = zone("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2027, 3, 27), time(7), "2027-03-27T07:00:00+01:00"),
        (date(2027, 3, 28), time(7), "2027-03-28T07:00:00+02:00"),
        (date(2027, 3, 28), time(2), "2027-03-28T03:00:00+02:00"),
        (date(2027, 3, 28), time(2, 30), "2027-03-28T03:30:00+02:00"),
        (date(2027, 10, 31), time(2, 30), "2027-10-31T02:30:00+02:00"),
        (date(2027, 10, 31), time(2, 30, fold=1), "2027-10-31T02:30:00+02:00"),
        (date(2027, 10, 31), time(7), "2027-10-31T07:00:00+01:00"),
    ],
)
def test_a_start_is_on_the_clock_of_its_zone(day: date, at: time, expected: str) -> None:
    assert start_of(day, at, AMSTERDAM).isoformat() == expected


def test_a_start_in_the_half_hour_that_lord_howe_skips_moves_on_by_half_an_hour() -> None:
    start = start_of(date(2026, 10, 4), time(2, 10), zone("Australia/Lord_Howe"))
    assert start.isoformat() == "2026-10-04T02:40:00+11:00"


@pytest.mark.parametrize(
    ("day", "at", "minutes", "expected"),
    [
        (date(2027, 3, 27), time(23, 30), 45, "2027-03-28T00:15:00+01:00"),
        (date(2027, 3, 28), time(1, 30), 60, "2027-03-28T03:30:00+02:00"),
        (date(2027, 10, 31), time(1, 30), 180, "2027-10-31T03:30:00+01:00"),
    ],
)
def test_an_end_counts_elapsed_minutes(day: date, at: time, minutes: int, expected: str) -> None:
    assert end_of(start_of(day, at, AMSTERDAM), minutes).isoformat() == expected
