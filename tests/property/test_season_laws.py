"""Laws of the season: it is what two other ways find, and stays so when asked again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from planner_factory import puzzle, puzzles, solved
from season_brute_force import Puzzle, best_by_recursion, best_of_all, judge


@given(puzzles(11))
def test_of_all_sequences_of_kinds_the_season_is_the_best(asked: Puzzle) -> None:
    """Q3: equals brute force up to eleven weeks, the kinds and not only their cost."""
    assert solved(asked) == best_of_all(asked)


@given(puzzles(104))
def test_a_plain_recursion_finds_the_same_season(asked: Puzzle) -> None:
    """Q3 up to two years, where trying all is out of reach."""
    assert solved(asked) == best_by_recursion(asked)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(puzzles(60))
def test_what_is_left_of_a_season_is_found_again_from_its_middle(asked: Puzzle) -> None:
    """Q4: re-solving the suffix from the state after any prefix gives the same suffix."""
    season = solved(asked)
    if season is None:
        return
    for done in range(1, asked.weeks):
        assert solved(_rest(asked, season[:done])) == season[done:], season[:done]


def _rest(asked: Puzzle, done: str) -> Puzzle:
    """The puzzle after some weeks: what they mean for running, loading and the way back."""
    running, loading, since_off = (
        asked.running_before,
        asked.loading_before,
        asked.climbed,
    )
    for week, letter in enumerate(done):
        if letter == "X":
            running = loading = since_off = 0
        elif letter != "O":
            running += 1
            loading = loading + 1 if letter in "BR" else 0
            since_off += letter in "BR" and not (asked.short_start and week == 0)
    return replace(
        asked,
        weeks=asked.weeks - len(done),
        running_before=running,
        loading_before=loading,
        since_off=since_off,
        stub=False,
    )


@given(puzzles(104))
def test_no_waiver_is_used_that_was_not_given(asked: Puzzle) -> None:
    plain = replace(asked, waivers=frozenset())
    season = solved(plain)
    if season is not None:
        worth = judge(season.replace("R", "B"), plain)
        assert worth is not None
        assert worth.waivers == 0


@pytest.mark.parametrize("distance", ["5k", "half", "marathon"])
def test_every_length_and_history_up_to_eleven_weeks_of_a_careful_athlete(distance: str) -> None:
    for weeks in range(1, 12):
        for running in (0, 5, 9, 12):
            asked = puzzle(distance, weeks, history=f"{running}/{min(running, 2)}", tier="high")
            assert solved(asked) == best_by_recursion(asked)
