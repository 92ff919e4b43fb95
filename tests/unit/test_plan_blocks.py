"""Blocks without a race: so many weeks, no taper, and an aim instead of a goal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from planner_factory import METRES, MONDAY, TODAY, a_profile, a_running
from season_people import away, clean_plan, refusal, run_days, season_of, told, week_from

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.model.profile import Block
from scheduler.planner import make_plan

if TYPE_CHECKING:
    from scheduler.model.profile import Profile


def a_block(weeks: int, aim: str = "half", **changes: Any) -> Profile:
    """The ordinary runner of the tests without a race."""
    block = Block(weeks=weeks, aim_m=METRES[aim])
    return replace(a_profile(**changes), races=(), block=block)


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 11, 12, 13, 26, 52])
def test_a_block_has_so_many_weeks_and_neither_race_nor_taper(weeks: int) -> None:
    plan = clean_plan(a_block(weeks))
    assert len(plan.weeks) == weeks
    assert plan.races == ()
    assert not set(season_of(plan)) & set("TGHbV")
    last_day = MONDAY + timedelta(days=7 * weeks - 1)
    assert last_day - timedelta(days=7) < max(run_days(plan)) <= last_day
    assert SessionKind.RACE not in {one.kind for one in plan.sessions}


def test_twelve_fresh_weeks_need_no_week_off_and_thirteen_do() -> None:
    assert season_of(clean_plan(a_block(12))) == "RBBDBBBDBBBD"
    for weeks in (13, 14, 20, 24):
        assert season_of(clean_plan(a_block(weeks))).count("X") == 1


def test_a_week_off_may_stand_anywhere_and_comes_after_eleven_weeks_where_it_can() -> None:
    season = season_of(clean_plan(a_block(26)))
    assert [len(block) for block in season.split("X")][:2] == [11, 11]


def test_the_long_run_grows_to_what_the_aim_asks_for() -> None:
    """An easy pace of 6:20 /km: a half of 134 minutes and a long run of 130; 10k: 80."""
    running = a_running(longest_run_minutes=70)

    def longest(aim: str) -> int:
        plan = clean_plan(a_block(24, aim, running=running))
        return max(week.longest_minutes for week in plan.weeks)

    assert 125 <= longest("half") <= 130
    assert 75 <= longest("10k") <= 80
    assert longest("5k") == 70  # 45 are enough, and today's is kept


def test_faster_running_comes_after_the_minutes_towards_the_end() -> None:
    plan = clean_plan(a_block(16))
    first = next(week for week in plan.weeks if week.quality_minutes)
    longest = max(week.minutes for week in plan.weeks)
    assert first.index > 3
    assert first.minutes == longest
    assert max(week.quality_minutes for week in plan.weeks[-4:]) == max(
        week.quality_minutes for week in plan.weeks
    )


def test_a_block_that_starts_on_wednesday_counts_its_first_days_as_a_week() -> None:
    plan = clean_plan(a_block(6, start=date(2026, 12, 9)))
    assert [week.starts_on for week in plan.weeks] == [
        date(2026, 12, 7) + timedelta(weeks=week) for week in range(6)
    ]
    assert min(run_days(plan)) >= date(2026, 12, 9)
    assert (plan.weeks[0].kind, plan.weeks[0].token) == (WeekKind.BUILD, None)
    assert told(plan, "STUB") == [
        "The days from Wed 9 Dec to Sunday are a short first week; the plan begins in full on"
        " Monday."
    ]


def test_a_holiday_in_a_block_is_its_week_off() -> None:
    plan = clean_plan(away(a_block(16), (date(2027, 1, 25), date(2027, 1, 31))))
    season = season_of(plan)
    assert season[7] == "H"
    assert "X" not in season
    assert len(told(plan, "HOLIDAY-AS-BREAK")) == 1


def test_who_is_due_a_week_off_begins_the_block_with_it() -> None:
    running = a_running(last_week_off_ended=MONDAY - timedelta(weeks=20))
    plan = clean_plan(a_block(8, running=running))
    assert season_of(plan).startswith("XR")
    assert min(run_days(plan)) == MONDAY + timedelta(days=8)


def test_no_block_is_impossible_for_its_history_alone() -> None:
    for ago in range(16):
        running = a_running(last_week_off_ended=MONDAY - timedelta(days=7 * ago + 1))
        for weeks in (1, 2, 3, 5, 12):
            season = season_of(make_plan(a_block(weeks, running=running), TODAY))
            assert len(season) == weeks


def test_a_block_keeps_three_loading_weeks_at_most() -> None:
    season = season_of(clean_plan(a_block(52)))
    loading = [letter in "RB" for letter in season]
    assert not any(all(loading[place : place + 4]) for place in range(len(loading) - 3))
    assert not [two for two in pairwise(season) if two in {("D", "D"), ("D", "X"), ("X", "X")}]


def test_what_is_too_little_for_a_block_is_said_without_a_race() -> None:
    running = a_running(weekly_minutes=25, longest_run_minutes=15, runs_per_week=2)
    refused = refusal(a_block(12, running=running))
    assert refused.rule == "TOO-LITTLE"
    assert "race" not in refused.text


@pytest.mark.parametrize("aim", ["5k", "10k", "half", "marathon", "50k"])
def test_nothing_told_of_a_block_speaks_of_a_race(aim: str) -> None:
    plan = make_plan(a_block(24, aim, start=date(2026, 12, 9), tier="raised"), TODAY)
    texts = [message.text for message in plan.messages]
    texts += [text for note in plan.notes for text in (note.title, note.text)]
    texts += [text for one in plan.sessions for text in (one.title, *one.why)]
    assert [text for text in texts if "race" in text.lower() or "taper" in text.lower()] == []
    assert week_from(plan, date(2026, 12, 14)).runs > 0
