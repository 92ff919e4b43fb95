"""Honest answers: every refusal names its rule and numbers, and what it offers does plan."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from planner_factory import MONDAY, TODAY, a_profile, a_running, changed
from season_people import a_race, a_season, refusal, season_of

from scheduler.model.profile import Away, OwnLimits
from scheduler.planner import make_plan
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.profile import Profile


def off(weeks: int) -> date:
    """The last day of a week off, so many whole weeks before the start."""
    return MONDAY - timedelta(days=7 * weeks + 1)


def someone(weekly: int, longest: int, runs: int = 4, **changes: Any) -> dict[str, Any]:
    """What was run, as a profile's argument."""
    running = a_running(
        weekly_minutes=weekly, longest_run_minutes=longest, runs_per_week=runs, **changes
    )
    return {"running": running}


HALF = a_race("half", date(2027, 2, 14), "half", "A", 110)
LATE_HALF = a_race("late", date(2027, 4, 25), "half", "A", 110)
FIVE = a_race("five", date(2027, 2, 13), "5k", "A", 24)
SATURDAYS = tuple(date(2027, 1, 16) + timedelta(weeks=week) for week in range(5))

# One race too far beyond the longest run.
TOO_FAR: Final[dict[str, Profile]] = {
    "a marathon in six weeks": a_profile(
        distance="marathon", weeks=6, goal_minutes=240, **someone(200, 80)
    ),
    "50 km in four weeks": a_profile(distance="50k", weeks=4, goal_minutes=400, **someone(200, 80)),
    "80 km": replace(
        a_profile(distance="50k", weeks=10, **someone(300, 150, 5)),
        races=(replace(a_race("goal", date(2027, 2, 14), "50k", "A", 900), distance_m=80_000),),
    ),
    "a 5k from next to nothing": a_profile(
        distance="5k", weeks=2, goal_minutes=45, **someone(40, 15, 3)
    ),
    "a 10k from an hour a week": a_profile(
        distance="10k", weeks=3, goal_minutes=75, **someone(60, 25, 3)
    ),
    "a half from an hour a week": a_profile(
        distance="half", weeks=8, goal_minutes=150, **someone(60, 25, 3)
    ),
    "a marathon after three injuries": a_profile(
        distance="marathon", weeks=12, tier="high", goal_minutes=270, **someone(200, 80)
    ),
    "a ceiling of three hours": a_profile(
        distance="marathon", weeks=20, goal_minutes=240, **someone(180, 90, most_weekly_minutes=180)
    ),
    "no growth": a_profile(
        distance="marathon",
        weeks=20,
        goal_minutes=220,
        **someone(240, 90, 5),
        limits=OwnLimits(growth_percent=0),
    ),
    "a longest run of long ago": a_profile(
        distance="marathon",
        weeks=10,
        goal_minutes=240,
        **someone(240, 90, longest_run_date=date(2026, 11, 1)),
    ),
    "a holiday four weeks before": a_profile(
        distance="marathon",
        weeks=26,
        goal_minutes=240,
        **someone(280, 110),
        away=(Away(from_day=date(2027, 4, 27), until=date(2027, 5, 9)),),
    ),
    "a marathon three weeks after a half": a_season(
        HALF, a_race("mara", date(2027, 3, 7), "marathon", "A", 240)
    ),
    "a marathon as a B race": a_season(
        a_race("long", date(2027, 1, 31), "marathon", "B", 240), LATE_HALF
    ),
    "a half as a C race in the first week": a_season(
        a_race("long", date(2026, 12, 13), "half", "C", 130),
        a_race("ten", date(2027, 4, 25), "10k", "A", 50),
        **someone(100, 40),
    ),
}
# No room for the week off that is due, or for a lighter week.
NO_ROOM: Final[dict[str, Profile]] = {
    "a half in four weeks, nine behind": a_profile(
        distance="half",
        weeks=4,
        tier="high",
        goal_minutes=110,
        **someone(240, 110, last_week_off_ended=off(9)),
    ),
    "a 10k in three weeks, ten behind": a_profile(
        distance="10k",
        weeks=3,
        tier="high",
        goal_minutes=50,
        **someone(240, 90, last_week_off_ended=off(10)),
    ),
    "a 5k this week, twelve behind": a_profile(
        distance="5k",
        weeks=1,
        tier="high",
        goal_minutes=25,
        **someone(240, 90, last_week_off_ended=off(12)),
    ),
    "a marathon in five weeks, twelve behind": a_profile(
        distance="marathon",
        weeks=5,
        goal_minutes=230,
        **someone(300, 150, last_week_off_ended=off(12)),
    ),
    "50 km in four weeks, ten behind": a_profile(
        distance="50k",
        weeks=4,
        tier="high",
        goal_minutes=330,
        **someone(300, 180, last_week_off_ended=off(10)),
    ),
    "a half in three weeks, nobody knows": a_profile(
        distance="half",
        weeks=3,
        tier="high",
        goal_minutes=110,
        **someone(240, 100, last_week_off_ended=None),
    ),
    "a start on Wednesday": a_profile(
        distance="10k",
        weeks=2,
        start=date(2026, 12, 9),
        tier="high",
        goal_minutes=50,
        **someone(240, 90, last_week_off_ended=date(2026, 9, 13)),
    ),
    "four parkruns in a row": a_season(
        *(a_race(f"park{day:%d%m}", day, "5k", "C", 25) for day in SATURDAYS[:4]), LATE_HALF
    ),
    "five B races in a row": a_season(
        *(a_race(f"ten{day:%d%m}", day, "10k", "B", 50) for day in SATURDAYS), LATE_HALF
    ),
}
# Races on the heels of a goal race.
TOO_CLOSE: Final[dict[str, Profile]] = {
    "a half a week after a half": a_season(
        HALF, a_race("again", date(2027, 2, 21), "half", "A", 110)
    ),
    "a 10k three days after a 5k": a_season(
        FIVE, a_race("again", date(2027, 2, 16), "10k", "A", 50)
    ),
    "a B race the week after a half": a_season(
        HALF, a_race("again", date(2027, 2, 20), "10k", "B", 50), LATE_HALF
    ),
    "a parkrun the week after a 5k": a_season(
        FIVE, a_race("again", date(2027, 2, 20), "5k", "C", 25), LATE_HALF
    ),
}
REFUSED: Final = [
    *((name, "RACE-SPIKE", profile) for name, profile in TOO_FAR.items()),
    *((name, "INFEASIBLE-BREAK", profile) for name, profile in NO_ROOM.items()),
    *((name, "RACES-CLOSE", profile) for name, profile in TOO_CLOSE.items()),
]
EACH = pytest.mark.parametrize(
    ("rule", "profile"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)


@EACH
def test_every_try_of_a_refusal_taken_at_its_word_is_a_clean_plan(
    rule: str, profile: Profile
) -> None:
    refused = refusal(profile)
    assert refused.rule == rule
    assert refused.tries
    for one in refused.tries:
        assert audit_plan(make_plan(changed(profile, one), TODAY)) == ()


@EACH
def test_a_refusal_names_what_it_is_about_and_every_try_in_words(
    rule: str, profile: Profile
) -> None:
    """The race or the week by its date, numbers, and no word that scolds or shouts."""
    refused = refusal(profile)
    assert re.search(
        r"\b\d{1,2} (January|February|March|April|June|December) 202[67]\b", refused.text
    )
    assert refused.text.count(" What would work: ") == 1
    told = refused.text.partition(" What would work: ")[2]
    assert told.count("; or ") == len(refused.tries) - 1
    assert "!" not in refused.text
    assert not re.search(
        r"\b(fail|invalid|error|must be|illegal|sorry|risk)\w*\b", refused.text, re.I
    )
    if rule == "RACE-SPIKE":
        race = next(one for one in profile.races if one.id == refused.race)
        assert race.name in refused.text
        assert re.search(r"longest run reaches (\d h|\d+ min)", refused.text)
        assert re.search(r"\d\.\d times that", refused.text)


def test_a_race_too_far_is_told_with_its_numbers_and_what_would_work() -> None:
    """An hour and 26 minutes reached, four hours asked for: 240 over 86 are 2.8."""
    text = refusal(TOO_FAR["a marathon in six weeks"]).text
    told = (
        "By Sunday 17 January 2027 your longest run reaches 1 h 26",
        "takes about 4 h, 2.8 times that",
        "a race of this distance from Sunday 7 March 2027",
        "a half marathon that day, without this goal time",
    )
    assert [one for one in told if one not in text] == []


def test_a_week_off_without_a_place_is_told_with_the_rule_and_the_race() -> None:
    text = refusal(NO_ROOM["a 10k in three weeks, ten behind"]).text
    told = (
        "t most 12 running weeks stand between weeks off",
        "Goal on Sunday 27 December 2026",
        "a race of this distance from Sunday 3 January 2027",
        "start on Monday 30 November 2026",
    )
    assert [one for one in told if one not in text] == []


def test_a_start_that_is_offered_is_one_with_the_week_off_and_never_one_without() -> None:
    """Twelve weeks behind and a marathon in five: off at once is early enough, a week from now not.

    A start in the race's own week would plan it after sixteen weeks without a week off.
    """
    profile = NO_ROOM["a marathon in five weeks, twelve behind"]
    (start,) = (one["start"] for one in refusal(profile).tries if "start" in one)
    assert start == date(2026, 11, 30)
    assert season_of(make_plan(replace(profile, start=start), TODAY)) == "XRBTTGH"


@pytest.mark.parametrize("behind", [13, 14, 20, 40])
@pytest.mark.parametrize("tier", ["base", "raised", "high"])
@pytest.mark.parametrize("accept", [frozenset[str](), frozenset({"BLOCK-13"})])
def test_who_ran_thirteen_weeks_without_a_week_off_gets_no_fourteenth_for_a_race(
    behind: int, tier: str, accept: frozenset[str]
) -> None:
    profile = a_profile(
        distance="10k",
        weeks=1,
        tier=tier,
        goal_minutes=50,
        limits=OwnLimits(accept=accept),
        **someone(240, 90, last_week_off_ended=off(behind)),
    )
    assert refusal(profile).rule == "INFEASIBLE-BREAK"
