"""What people type is understood as they meant it, or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from interview_answers import TODAY

from scheduler.interview import kinds
from scheduler.interview.amounts import (
    goal_time,
    how_far,
    minutes_or_distance,
    pace,
    race_result,
    times_of_day,
    windows,
)
from scheduler.interview.question import Heard
from scheduler.interview.typed_days import about_day, day_or_unsure, exact_day, no_pain, span
from scheduler.profile.fields import Unfit

if TYPE_CHECKING:
    from scheduler.interview.question import Kind

HEARD = Heard(source="sam.toml", today=TODAY, answers={"race.0.distance": "marathon"})
GOAL = goal_time("race.0.distance")


@pytest.mark.parametrize(
    "typed",
    [
        *("2027-04-11", "2027-4-11", "2027/04/11", "11 Apr 2027", "11 april 2027", "11. Apr 2027"),
        *("Apr 11 2027", "April 11, 2027", "Sun 11 Apr 2027", "Sunday, 11 April 2027"),
        *("11th April 2027", "april 11th 2027"),
    ],
)
def test_a_day_may_be_typed_in_many_ways(typed: str) -> None:
    assert exact_day().read(typed, HEARD) == date(2027, 4, 11)


@pytest.mark.parametrize(
    "typed",
    [
        *("11/04/2027", "11.4.2027", "11 Apr", "2027-04", "2027-13-01", "2027-02-29"),
        *("11 Foo 2027", "11 a 2027", "0 Apr 2027", "99999-01-01", "1 1 2027", ""),
    ],
)
def test_a_day_that_could_be_another_or_none_is_not_taken(typed: str) -> None:
    with pytest.raises(Unfit):
        exact_day().read(typed, HEARD)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Mar 2025", date(2025, 3, 31)),
        ("2025-02", date(2025, 2, 28)),
        ("nov 2026", TODAY),
        ("sept 2025", date(2025, 9, 30)),
        ("2025-03-10", date(2025, 3, 10)),
        ("yesterday", date(2026, 11, 21)),
    ],
)
def test_a_month_alone_is_its_last_day_but_not_after_today(typed: str, day: date) -> None:
    assert about_day().read(typed, HEARD) == day


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (kinds.yes_or_no(), "Y", True),
        (kinds.yes_or_no(), "no", False),
        (kinds.yes_or_no(), "sure", True),
        (no_pain(), "no", TODAY),
        (no_pain(), "YES", ""),
        (no_pain(), "20 Nov 2026", date(2026, 11, 20)),
        (day_or_unsure(), "not sure", "unsure"),
        (day_or_unsure(), "today", TODAY),
        (exact_day(), "tomorrow", date(2026, 11, 23)),
        (kinds.number("weeks"), "12 weeks", 12),
        (kinds.number(), "none", 0),
        (kinds.number(), "one", 1),
        (kinds.number("weeks"), "Twelve weeks", 12),
        (kinds.number(), "1.5", "1.5"),
        (kinds.number(), "²", "²"),
        (kinds.one_of(("A", "B")), "b", "B"),
        (kinds.one_of(("not-yet",)), "Not yet", "not-yet"),
        (kinds.weekdays(), "sun, tue and thursdays", ["tue", "thu", "sun"]),
        (kinds.weekdays(), "all", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
        (kinds.weekdays(), "all except mon", ["tue", "wed", "thu", "fri", "sat", "sun"]),
        (kinds.weekdays(), "every day but Monday and fri", ["tue", "wed", "thu", "sat", "sun"]),
        (kinds.several(), "cycling, swimming and yoga", ["cycling", "swimming", "yoga"]),
        (kinds.time_zone(), "new york", "America/New_York"),
        (kinds.time_zone(), "europe/london", "Europe/London"),
        (kinds.time_zone(), "Middle Earth", "Middle Earth"),
        (minutes_or_distance(), "240", 240),
        (minutes_or_distance(), "45 min", 45),
        (minutes_or_distance(), "4h", 240),
        (minutes_or_distance(), "1h 35m", 95),
        (minutes_or_distance(), "1:35", 95),
        (minutes_or_distance(), "40 km", "40 km"),
        (minutes_or_distance(), "12,5 km", "12.5 km"),
        (minutes_or_distance(), "32k", "32 km"),
        (pace(), "7", "7:00"),
        (pace(), "6:10", "6:10"),
        (how_far(), "10,5 km", "10.5 km"),
        (GOAL, "3:55", "3:55:00"),
        (GOAL, "4h", "4:00:00"),
        (GOAL, "3h55", "3:55:00"),
        (race_result(), "10 km in 48:30 on 4 Oct 2026", "10 km 48:30 2026-10-04"),
        (race_result(), "half 1:45 2026-10-04", "half 1:45:00 2026-10-04"),
        (span(), "2027-02-15", "2027-02-15 to 2027-02-15"),
        (span(), "2027-02-15 2027-02-21", "2027-02-15 to 2027-02-21"),
        (span(), "27 Feb to 5 Mar 2027", "2027-02-27 to 2027-03-05"),
        (span(), "15 - 21 Feb 2027", "2027-02-15 to 2027-02-21"),
        (span(), "13-20 feb 2027", "2027-02-13 to 2027-02-20"),
        (span(), "Feb 13–20, 2027", "2027-02-13 to 2027-02-20"),
        (span(), "tomorrow", "2026-11-23 to 2026-11-23"),
        (windows(), "tue 40", {"tue": 40}),
        (windows(), "60 min, sat sun 2h", {"default": 60, "sat": 120, "sun": 120}),
        (times_of_day(), "7 sun 9:30", {"default": "07:00", "sun": "09:30"}),
        (times_of_day(), "7am", {"default": "07:00"}),
        (times_of_day(), "6:30 pm, sun 12 a.m.", {"default": "18:30", "sun": "00:00"}),
    ],
)
def test_an_answer_is_understood(kind: Kind, typed: str, value: object) -> None:
    read = kind.read(typed, HEARD)
    shown_alike = isinstance(value, str) and isinstance(read, dict)
    assert (kind.show(read) if shown_alike else read) == value
    again = kind.read(kind.show(read), HEARD)
    assert (again, type(again)) == (read, type(read))


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (kinds.yes_or_no(), "maybe"),
        (kinds.weekdays(), "t"),
        (kinds.one_weekday(), "someday"),
        (minutes_or_distance(), "45:00"),
        (minutes_or_distance(), "a bit"),
        (race_result(), "48:30"),
        (race_result(), "10k 48:30 last week"),
        (span(), "2027-02-01 to 2027-02-03 to 2027-02-05"),
        (windows(), "tue"),
        (windows(), "4x"),
        (times_of_day(), "25:00"),
        (times_of_day(), "13 pm"),
        (span(), "13-40 feb 2027"),
    ],
)
def test_an_answer_that_means_nothing_is_refused(kind: Kind, typed: str) -> None:
    with pytest.raises(Unfit):
        kind.read(typed, HEARD)


def test_a_short_race_time_stays_in_minutes() -> None:
    assert goal_time("x").read("48:30", Heard(source="", today=TODAY, answers={"x": "10k"})) == (
        "48:30"
    )
