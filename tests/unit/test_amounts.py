"""Days, spans, durations and counts in words, the same on page, terminal and calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from scheduler.words.amounts import (
    about_distance,
    clock,
    count,
    day_span,
    duration,
    long_date,
    long_day,
    short_date,
    short_day,
)
from scheduler.words.language import ENGLISH, language


def test_days_in_words() -> None:
    assert long_day(date(2027, 4, 11)) == "Sunday 11 April 2027"
    assert long_date(date(2026, 12, 7)) == "7 December 2026"
    assert short_day(date(2027, 4, 1)) == "Thu 1 Apr"
    assert short_date(date(2027, 9, 30)) == "30 Sep"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 12, 7), date(2026, 12, 13), "7 – 13 December"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 December – 3 January"),
        (date(2027, 4, 26), date(2027, 5, 2), "26 April – 2 May"),
    ],
)
def test_a_span_names_its_month_once(first: date, last: date, words: str) -> None:
    assert day_span(first, last) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (45, "45 min"), (59, "59 min"), (60, "1 h"), (65, "1 h 05"), (150, "2 h 30")],
)
def test_an_hour_and_more_is_told_in_hours(minutes: int, words: str) -> None:
    assert duration(minutes) == words


def test_a_number_goes_with_its_noun() -> None:
    assert [count(number, "run", "runs") for number in (0, 1, 2)] == ["0 runs", "1 run", "2 runs"]


@pytest.mark.parametrize(
    ("metres", "units", "words"),
    [
        (0, "km", ""),
        (7_300, "km", "about 7.3 km"),
        (9_940, "km", "about 9.9 km"),
        (9_960, "km", "about 10 km"),
        (10_000, "km", "about 10 km"),
        (18_499, "km", "about 18 km"),
        (18_500, "km", "about 19 km"),
        (16_092, "mi", "about 10 mi"),
        (11_700, "mi", "about 7.3 mi"),
        (31_400, "mi", "about 20 mi"),
        (160_934, "mi", "about 100 mi"),
    ],
)
def test_a_reckoned_distance_has_no_tenths_from_ten_up(metres: int, units: str, words: str) -> None:
    assert about_distance(metres, units) == words


def test_a_decimal_comma_is_the_language_s() -> None:
    assert about_distance(7_300, "km", replace(ENGLISH, decimal_point=",")) == "about 7,3 km"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 5), "12:05 am"),
        (time(7, 0), "7:00 am"),
        (time(12, 0), "12:00 pm"),
        (time(23, 59), "11:59 pm"),
    ],
)
def test_a_clock_of_twelve_hours(at: time, words: str) -> None:
    assert clock(at, language("en-US")) == words
