"""Days, spans, durations and counts in words, the same on page, terminal and calendar."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.words.amounts import (
    count,
    day_span,
    duration,
    long_date,
    long_day,
    short_date,
    short_day,
)


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
