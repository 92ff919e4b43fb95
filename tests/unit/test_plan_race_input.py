"""Races that cannot stand together are told at reading, each with its place and the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scheduler.errors import BadInput
from scheduler.profile import parse_profile

if TYPE_CHECKING:
    from scheduler.model.profile import Profile

# A marathon on Sunday 11 April 2027, away from 15 to 21 February.
EVERYTHING = (Path(__file__).parents[1] / "profiles" / "everything.toml").read_text("utf-8")
BEFORE, _, REST = EVERYTHING.partition("[[race]]")
AFTER = REST[REST.index("[running]") :]
GOAL = ("rotterdam", "2027-04-11", "A")


def read(*races: tuple[str, str, str]) -> Profile:
    tables = "".join(
        f'[[race]]\nid = "{race}"\nname = "{race.title()}"\ndate = {on}\ndistance = "10k"\n'
        f'priority = "{priority}"\n'
        for race, on, priority in races
    )
    return parse_profile(BEFORE + tables + AFTER, "sam.toml", date(2026, 11, 30))


def said(*races: tuple[str, str, str]) -> dict[str, str]:
    """What is said of races, by place."""
    with pytest.raises(BadInput) as caught:
        read(*races)
    return {problem.place: problem.text for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ("2027-03-21", "found 2027-03-21 a second time"),  # the same Sunday
        ("2027-03-20", "too near to Spring on 2027-03-21"),  # the Saturday of one week end
        ("2027-03-16", "too near to Spring on 2027-03-21"),  # the Tuesday of one week
        ("2027-03-22", "too near to Spring on 2027-03-21"),  # the Monday after the Sunday
    ],
)
@pytest.mark.parametrize("priority", ["A", "B", "C"])
def test_two_races_on_a_week_end_in_a_week_or_side_by_side_are_refused(
    second: str, reason: str, priority: str
) -> None:
    found = said(GOAL, ("spring", "2027-03-21", "B"), ("other", second, priority))
    assert list(found) == ["race[2].date"]
    assert reason in found["race[2].date"]


def test_a_race_a_week_and_a_day_between_two_are_enough() -> None:
    """Sunday and the Tuesday after it."""
    races = read(GOAL, ("spring", "2027-03-21", "B"), ("other", "2027-03-23", "C")).races
    assert [race.id for race in races] == ["spring", "other", "rotterdam"]


@pytest.mark.parametrize("day", ["2027-02-15", "2027-02-18", "2027-02-21"])
def test_a_race_while_away_is_refused(day: str) -> None:
    found = said(GOAL, ("spring", day, "B"))
    assert list(found) == ["race[1].date"]
    assert f"found {day}, while away from 2027-02-15 until 2027-02-21" in found["race[1].date"]


@pytest.mark.parametrize("day", ["2027-02-14", "2027-02-22"])
def test_a_race_on_the_day_before_or_after_days_away_may_stand(day: str) -> None:
    assert len(read(GOAL, ("spring", day, "B")).races) == 2


@pytest.mark.parametrize("priority", ["B", "C"])
def test_a_small_race_after_the_last_goal_is_refused(priority: str) -> None:
    found = said(GOAL, ("later", "2027-05-02", priority))
    assert list(found) == ["race[1].date"]
    assert "after the last goal race, Rotterdam on 2027-04-11" in found["race[1].date"]


def test_races_without_a_goal_among_them_are_refused() -> None:
    found = said(("spring", "2027-03-21", "B"), ("later", "2027-05-02", "C"))
    assert list(found) == ["race"]
    assert 'priority = "A"' in found["race"]


def test_everything_wrong_with_the_races_is_told_at_once() -> None:
    found = said(
        GOAL,
        ("spring", "2027-04-10", "B"),
        ("ski", "2027-02-17", "C"),
        ("later", "2027-05-02", "C"),
    )
    assert set(found) == {"race[1].date", "race[2].date", "race[3].date"}
