"""Strength and jumps among the runs (A3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from rules.rule_plans import WEEK_200, plan_of, race

from scheduler.model.plan import Plan, SessionKind
from scheduler.rules import audit_plan

BASE = ("build", "baseline", WEEK_200)


def fired(plan: Plan) -> set[str]:
    return {breach.rule for breach in audit_plan(plan)}


def with_strength(words: str, **given: object) -> Plan:
    """An ordinary week with runs on Tuesday, Thursday, Saturday and Sunday, and strength."""
    return plan_of(("build", "baseline", f"{words}, {WEEK_200}"), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["mon", "tue", "wed", "thu", "fri", "sun"])
def test_strength_may_stand_on_any_day_but_the_one_before_a_hard_day(day: str) -> None:
    assert fired(with_strength(f"{day} strength 30")) == set()


def test_strength_on_the_day_before_a_long_run_a_faster_run_or_a_race_is_found() -> None:
    assert fired(with_strength("sat strength 30")) == {"hard-days-adjacent"}
    fast = ("build", "baseline", "mon strength 30, tue 40/6, thu 40, sat 40, sun long 80")
    assert fired(plan_of(fast, running={"fast_minutes": 6})) == {"hard-days-adjacent"}
    tune = (race(date(2027, 1, 17), 10_000, 50, priority="C"),)
    week = ("tune-up", "hold", "tue 40, thu 40, fri 40, sat strength 30, sun race 50")
    assert fired(plan_of(BASE, week, races=tune)) == {"hard-days-adjacent"}


def test_strength_rests_for_seven_days_before_a_goal_race_and_not_before_a_smaller_one() -> None:
    goal = (race(date(2027, 1, 17), 5_000, 25),)
    ends = ("race", None, "tue 40, thu 30, sun race 25")
    eight = ("build", "baseline", "tue 40, thu 40, sat 40, sat strength 30, sun 80")
    seven = ("build", "baseline", "tue 40, thu 40, sat 40, sun 80, sun strength 30")
    assert fired(plan_of(eight, ends, races=goal)) == set()
    (breach,) = audit_plan(plan_of(seven, ends, races=goal))
    assert (breach.rule, breach.date, breach.found, breach.allowed) == (
        "hard-days-adjacent",
        date(2027, 1, 10),
        7,
        8,
    )
    tune = (replace(race(date(2027, 1, 17), 5_000, 25, priority="C")),)
    week = ("tune-up", "hold", "tue 40, wed strength 30, thu 40, fri 40, sun race 25")
    assert fired(plan_of(BASE, week, races=tune)) == set()


def test_jumps_stand_on_a_day_without_a_run_where_no_time_is_known() -> None:
    assert fired(with_strength("mon strength 30+30")) == set()
    assert fired(with_strength("tue strength 30+30")) == {"hard-days-adjacent"}


def test_forty_jumps_are_the_most() -> None:
    assert fired(with_strength("mon strength 30+40")) == set()
    (breach,) = audit_plan(with_strength("mon strength 30+41"))
    assert (breach.rule, breach.found, breach.allowed) == ("hard-days-adjacent", 41, 40)


def test_jumps_wait_for_twelve_weeks_after_running_was_cleared() -> None:
    jumps = "mon strength 30+30"  # on 4 January
    assert fired(with_strength(jumps, health={"cleared_on": date(2026, 10, 12)})) == set()
    early = with_strength(jumps, health={"cleared_on": date(2026, 10, 13)})
    (breach,) = audit_plan(early)
    assert breach.rule == "hard-days-adjacent"
    assert "2026" not in breach.text
    assert (
        fired(with_strength("mon strength 30", health={"cleared_on": date(2026, 12, 1)})) == set()
    )


def test_jumps_need_a_date_of_clearance_after_an_injury_and_none_without() -> None:
    jumps = "mon strength 30+30"
    unknown = {"cleared_on": None}
    assert fired(with_strength(jumps, health=unknown)) == {"hard-days-adjacent"}
    assert fired(with_strength(jumps, health=unknown | {"injuries": 0})) == set()


def test_no_jumps_in_weeks_off_first_weeks_back_and_weeks_with_a_race() -> None:
    jumps, plain = "wed strength 30+30", "wed strength 30"
    goal = (race(date(2027, 1, 31), 5_000, 25),)
    tune = (race(date(2027, 1, 17), 10_000, 50, priority="C"),)
    for strength, found in ((jumps, {"hard-days-adjacent"}), (plain, set())):
        off = ("off", None, strength)
        back = ("return", "return", f"{strength}, tue 50, thu 50, sun long 60")
        assert fired(plan_of(BASE, off)) == found
        assert fired(plan_of(BASE, ("off", None, ""), back)) == found
        week = ("tune-up", "hold", f"tue 40, {strength}, thu 40, fri 40, sun race 50")
        assert fired(plan_of(BASE, week, races=tune)) == found
    ends = ("race", None, f"tue 40, {jumps}, thu 30, sun race 25")
    light = ("deload", None, "tue 35, thu 35, sun 60")
    assert fired(plan_of(BASE, BASE, light, ends, races=goal)) == {"hard-days-adjacent"}


def timed(run_at: str | None, strength_at: str | None, *, days: int = 0, zone: str = "UTC") -> Plan:
    """An easy run of 40 minutes on Tuesday and 30 minutes of jumps so many days later."""
    plan = with_strength(f"{('mon', 'tue', 'wed')[days + 1]} strength 30+30")

    def at(text: str | None) -> dict[str, object]:
        return {} if text is None else {"starts_at": time.fromisoformat(text), "timezone": "UTC"}

    sessions = []
    for one in plan.sessions:
        if one.kind is SessionKind.STRENGTH:
            sessions.append(replace(one, **at(strength_at)))  # type: ignore[arg-type]
        elif one.date == date(2027, 1, 5):
            sessions.append(replace(one, **(at(run_at) | {"timezone": zone})))  # type: ignore[arg-type]
        else:
            sessions.append(one)
    return replace(plan, sessions=tuple(sessions))


@pytest.mark.parametrize(
    ("run_at", "strength_at", "days", "inside"),
    [
        ("07:00", "15:40", 0, True),  # the run ends at 7:40
        ("07:00", "15:39", 0, False),
        ("18:00", "09:30", 0, True),  # jumps first, until 10:00
        ("18:00", "09:31", 0, False),
        ("22:00", "06:40", 1, True),  # over midnight
        ("22:00", "06:39", 1, False),
        ("06:00", "21:30", -1, True),
        ("06:00", "21:31", -1, False),
        ("07:00", None, 0, False),
        (None, "18:00", 0, False),
        (None, "18:00", 1, True),
    ],
)
def test_eight_hours_lie_between_jumps_and_a_run_where_times_are_known(
    run_at: str | None, strength_at: str | None, days: int, inside: bool
) -> None:
    found = set() if inside else {"hard-days-adjacent"}
    assert fired(timed(run_at, strength_at, days=days)) == found


def test_times_of_two_zones_say_nothing_of_each_other() -> None:
    assert fired(timed("07:00", "20:00", zone="Asia/Tokyo")) == {"hard-days-adjacent"}
    assert fired(timed("22:00", "06:00", days=1, zone="Asia/Tokyo")) == set()
