"""Each message about a season once, by somebody who might well ask, and as it reads."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from planner_factory import MONDAY, TODAY, a_profile, a_running, days
from season_people import a_race, a_season, away

from scheduler.model.profile import WeekShape
from scheduler.planner import make_plan

if TYPE_CHECKING:
    from scheduler.model.profile import Profile

RESTED = a_running(
    weekly_minutes=180, longest_run_minutes=70, last_week_off_ended=date(2026, 12, 8)
)
# Who, and the dates and numbers that stand in what is said.
CASES: dict[str, tuple[Profile, tuple[str, ...]]] = {
    "N-CLIFF": (
        a_profile(
            start=date(2026, 12, 9), weeks=14, tier="raised", running=RESTED, goal_minutes=110
        ),
        ("on Monday 14 December 2026", "no week off inside", "to 1 h 44 instead of 1 h 23."),
    ),
    "BREAK-LATE": (
        a_profile(
            distance="10k",
            weeks=6,
            goal_minutes=52,
            running=a_running(last_week_off_ended=MONDAY - timedelta(days=64)),
        ),
        ("5 weeks before the race", "6 would be better"),
    ),
    "QUALITY-NONE": (
        a_profile(distance="5k", weeks=6, goal_minutes=28),
        ("No faster running in this plan", "the minutes come first"),
    ),
    "VOLUME-SHORT": (
        a_profile(
            distance="marathon",
            weeks=16,
            goal_minutes=240,
            running=a_running(
                weekly_minutes=300,
                longest_run_minutes=120,
                runs_per_week=5,
                most_weekly_minutes=310,
            ),
        ),
        ("The longest run reaches ", "2 h 40 would suit the distance", "the ceiling you set"),
    ),
    "RUN-DROPPED": (
        a_profile(available="tue thu sun", goal_minutes=110, running=a_running(runs_per_week=5)),
        ("You ran 5 times a week", "room for 3."),
    ),
    "STUB": (
        a_profile(start=date(2026, 12, 9), goal_minutes=110),
        ("from Wed 9 Dec to Sunday", "on Monday"),
    ),
    "HORIZON>52": (a_profile(weeks=60, goal_minutes=110), ("A plan of 60 weeks is long",)),
    "BLOCK-13": (
        a_profile(weeks=13, goal_minutes=110),
        ("Thirteen weeks without a week off", "the week after it is free of running"),
    ),
    "RACES-CLOSE": (
        a_season(
            a_race("hills", date(2027, 2, 14), "half", "A", 110),
            a_race("river", date(2027, 3, 7), "half", "A", 108),
        ),
        ("River comes 3 weeks after Hills",),
    ),
    "HOLIDAY-AS-BREAK": (
        away(
            a_profile(distance="half", weeks=19, goal_minutes=110),
            (date(2027, 1, 11), date(2027, 1, 17)),
        ),
        ("from Mon 11 Jan to Sun 17 Jan", "count as a week off"),
    ),
    "HOLIDAY-IN-TAPER": (
        away(
            a_profile(distance="half", weeks=19, goal_minutes=110),
            (date(2027, 4, 5), date(2027, 4, 11)),
        ),
        ("the taper before Goal",),
    ),
    "MINUTES-DROPPED": (
        a_profile(
            weeks=12,
            goal_minutes=110,
            week=WeekShape(
                available=days("tue wed thu sat sun"), long_run=6, most_minutes=(45,) * 6 + (100,)
            ),
        ),
        ("2 weeks would hold more minutes than your days hold", "up to 15 min"),
    ),
}
EACH = pytest.mark.parametrize("code", list(CASES))


@EACH
def test_a_message_is_told_once_with_its_dates_and_numbers(code: str) -> None:
    profile, fragments = CASES[code]
    (text,) = (one.text for one in make_plan(profile, TODAY).messages if one.code == code)
    assert [fragment for fragment in fragments if fragment not in text] == []


@EACH
def test_it_is_short_and_kind(code: str) -> None:
    """As voice.md asks: no exclamation mark, no scolding, no chance of injury, no cheering."""
    told = make_plan(CASES[code][0], TODAY).messages
    (text,) = (one.text for one in told if one.code == code)
    assert len(text) < 330
    assert text.endswith(".")
    assert re.search(r"!|\b(must|should have|warning|risk|injur\w*|great|fail\w*)\b", text) is None


@EACH
def test_the_ordinary_runner_hears_none_of_it(code: str) -> None:
    """A 10k in twelve weeks, starting on a Monday, rested, on five free days."""
    plan = make_plan(a_profile(distance="10k", weeks=12, goal_minutes=50), TODAY)
    assert code not in {message.code for message in plan.messages}


def test_a_message_about_one_of_several_races_names_it() -> None:
    profile = a_season(
        a_race("hills", date(2027, 2, 14), "half", "A", 150),
        a_race("river", date(2027, 6, 6), "half", "A", 150),
    )
    told = [one.text for one in make_plan(profile, TODAY).messages if one.code == "RACE-SPIKE"]
    assert [text.split(" is ")[0] for text in told] == [
        "Your longest run before Hills",
        "Your longest run before River",
    ]
    alone = replace(profile, races=profile.races[:1])
    (text,) = (one.text for one in make_plan(alone, TODAY).messages if one.code == "RACE-SPIKE")
    assert text.startswith("Your longest run before the race is ")
