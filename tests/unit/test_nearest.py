"""What would work instead: found by planning it, so it does plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NoReturn

import pytest
from planner_factory import BASE, MONDAY, TODAY, a_profile, a_running, changed, days, planned

from scheduler.errors import CannotPlan
from scheduler.model.profile import ClearedBy, Priority, Profile, WeekShape
from scheduler.planner import make_plan
from scheduler.planner.nearest import nearest

SHORT_OF_A_MARATHON = a_profile(
    distance="marathon",
    weeks=6,
    running=a_running(weekly_minutes=200, longest_run_minutes=80),
    goal_minutes=240,
)
ULTRA_TOO_SOON = a_profile(
    distance="50k",
    weeks=4,
    running=a_running(weekly_minutes=200, longest_run_minutes=80),
    goal_minutes=400,
)
OFF_IS_DUE = a_profile(
    distance="half",
    weeks=4,
    tier="high",
    running=a_running(longest_run_minutes=110, last_week_off_ended=MONDAY - timedelta(days=64)),
    goal_minutes=110,
)


def refusal(profile: Profile) -> CannotPlan:
    with pytest.raises(CannotPlan) as caught:
        make_plan(profile, TODAY)
    return caught.value


REFUSED = pytest.mark.parametrize(
    ("profile", "rule"),
    [
        (SHORT_OF_A_MARATHON, "RACE-SPIKE"),
        (ULTRA_TOO_SOON, "RACE-SPIKE"),
        (OFF_IS_DUE, "INFEASIBLE-BREAK"),
    ],
    ids=["marathon", "50k", "week off"],
)


@REFUSED
def test_a_refusal_names_its_rule_and_every_try_plans(profile: Profile, rule: str) -> None:
    refused = refusal(profile)
    assert refused.rule == rule
    assert refused.tries
    kinds = [next(iter(one)) for one in refused.tries]
    assert len(set(kinds)) == len(kinds)
    for one in refused.tries:
        assert make_plan(changed(profile, one), TODAY).weeks


@REFUSED
def test_the_race_date_tried_is_the_nearest_on_its_weekday(profile: Profile, rule: str) -> None:
    race = profile.races[0]
    (nearest,) = (one["race_date"] for one in refusal(profile).tries if "race_date" in one)
    day = race.date + timedelta(weeks=1)
    while day < nearest:
        assert planned(replace(profile, races=(replace(race, date=day),))) is None
        day += timedelta(weeks=1)
    assert day == nearest


def test_the_distance_tried_is_the_longest_that_plans() -> None:
    (shorter,) = (
        one["distance"] for one in refusal(SHORT_OF_A_MARATHON).tries if "distance" in one
    )
    assert shorter == "half"


def test_a_goal_time_goes_with_its_distance() -> None:
    (goal,) = SHORT_OF_A_MARATHON.races
    free = replace(SHORT_OF_A_MARATHON, races=(replace(goal, goal_seconds=None),))
    assert {"distance": "half", "goal_time": None} in refusal(SHORT_OF_A_MARATHON).tries
    assert "without this goal time" in refusal(SHORT_OF_A_MARATHON).text
    assert {"distance": "half"} in refusal(free).tries


def test_a_start_is_not_offered_where_a_gate_would_be_closed_on_it() -> None:
    """One's own word counts three months after the injury: on 7 December, not a week before."""
    told = replace(BASE, injuries=2, last_injury=OFF_IS_DUE.start - timedelta(days=91))
    starts = {
        by: [
            one["start"]
            for one in refusal(replace(OFF_IS_DUE, health=replace(told, cleared_by=by))).tries
            if "start" in one
        ]
        for by in (ClearedBy.CLINICIAN, ClearedBy.SELF)
    }
    assert starts == {ClearedBy.CLINICIAN: [date(2026, 11, 30)], ClearedBy.SELF: []}


def test_a_shorter_ultra_is_named_in_words() -> None:
    """An 80 km race may be too far where 50 km is not."""
    eighty = replace(
        ULTRA_TOO_SOON,
        running=a_running(weekly_minutes=300, longest_run_minutes=150, runs_per_week=5),
        races=(replace(ULTRA_TOO_SOON.races[0], distance_m=80_000, goal_seconds=900 * 60),),
    )
    refused = refusal(eighty)
    assert {"distance": "50k", "goal_time": None} in refused.tries
    assert "50" in refused.text


def test_a_refusal_says_in_words_what_would_work() -> None:
    text = refusal(SHORT_OF_A_MARATHON).text
    assert "What would work" in text
    assert "half marathon" in text
    assert "!" not in text


def test_a_try_is_never_in_the_past() -> None:
    """Only starts from today on are tried."""
    for profile in (SHORT_OF_A_MARATHON, ULTRA_TOO_SOON, OFF_IS_DUE):
        for one in refusal(profile).tries:
            assert one.get("start", TODAY) >= TODAY


def test_where_nothing_would_work_that_is_said() -> None:
    one_day = WeekShape(available=days("sun"), long_run=6)
    running = a_running(
        weekly_minutes=30, longest_run_minutes=30, runs_per_week=1, most_weekly_minutes=30
    )
    profile = a_profile(distance="5k", weeks=6, week=one_day, running=running, goal_minutes=90)
    refused = refusal(profile)
    assert refused.tries == ()
    assert "No single change of start, date, distance or races" in refused.text


# Race minutes over a longest run of 100: the most that still plans, by distance and care.
@pytest.mark.parametrize(
    ("distance", "tier", "most"),
    [
        ("5k", "base", 200),
        ("10k", "raised", 170),
        ("half", "high", 170),
        ("marathon", "base", 200),
        ("marathon", "raised", 200),
        ("marathon", "high", 180),
        ("50k", "high", 300),
    ],
)
def test_how_far_a_race_may_lie_beyond_the_longest_run(distance: str, tier: str, most: int) -> None:
    def with_goal(minutes: int) -> Profile:
        running = a_running(longest_run_minutes=100)
        return a_profile(
            distance=distance, weeks=1, tier=tier, running=running, goal_minutes=minutes
        )

    assert planned(with_goal(most)) is not None
    assert refusal(with_goal(most + 1)).rule == "RACE-SPIKE"


@pytest.mark.parametrize("too_much", ["over", "coming", "goal", None])
def test_a_race_that_is_over_is_never_left_out_moved_or_made_shorter(too_much: str | None) -> None:
    goal = SHORT_OF_A_MARATHON.races[0]
    small = [
        replace(goal, id=name, date=day, distance_m=5000, priority=Priority.B, goal_seconds=None)
        for name, day in (("over", MONDAY), ("coming", MONDAY + timedelta(days=12)))
    ]
    profile = replace(SHORT_OF_A_MARATHON, races=(*small, replace(goal, id="goal")))
    tried: list[Profile] = []

    def expand(profile: Profile, today: date) -> NoReturn:
        tried.append(profile)
        raise CannotPlan("RACE-SPIKE", "too far")

    nearest(profile, MONDAY + timedelta(days=1), expand, too_much, begun=True)
    assert tried
    assert [one for one in tried if one.races[0] != small[0]] == []
    assert any(len(one.races) == 2 for one in tried)
