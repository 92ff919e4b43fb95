"""Laws of the season: it is what two other ways find, and stays so when asked again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from planner_factory import solved, solved_season
from season_brute_force import Look, best_of_all, judge
from season_calendars import puzzles
from season_puzzles import Puzzle, puzzle
from season_recursion import best_by_recursion
from season_soak import soak


@given(puzzles(10))
def test_of_all_sequences_of_kinds_the_season_is_the_best(asked: Puzzle) -> None:
    """Q3: equals brute force up to ten weeks, the kinds and not only their cost."""
    assume(asked.frame.count(".") <= 7)
    assert solved(asked) == best_of_all(asked)


@given(puzzles(104))
def test_a_plain_recursion_finds_the_same_season_at_the_same_cost(asked: Puzzle) -> None:
    """Q3 up to two years, where trying all is out of reach."""
    best = best_by_recursion(asked)
    season = solved_season(asked)
    assert solved(asked) == (best and best.letters)
    assert (season and tuple(season.cost)) == (best and best.sums)


def test_hundreds_of_seasons_agree_whatever_the_calendar_asks() -> None:
    counts, shortest = soak(120, 2026)
    assert shortest == []
    assert counts["agreeing"] > 90


@given(puzzles(60))
def test_what_is_left_of_a_season_is_found_again_from_its_middle(asked: Puzzle) -> None:
    """Q4: re-solving the suffix from the state after any prefix gives the same suffix."""
    season = solved(asked)
    if season is None:
        return
    for done in range(1, len(season)):
        look = Look(season, done, asked)
        longer = look.ladder() > asked.ladder and not look.resets
        if longer and look.climbed() < look.ladder():
            continue  # a history cannot say that the way back under way is a longer one
        rest = asked.after(
            done,
            running_before=look.running(),
            loading_before=look.block(),
            climbed_before=min(look.climbed(), asked.ladder),
        )
        assert solved(rest) == season[done:], season[:done]


@given(puzzles(104))
def test_a_waiver_is_used_only_where_it_is_given_and_nothing_else_helps(asked: Puzzle) -> None:
    plain, waived = solved(replace(asked, waivers=frozenset())), solved(asked)
    if plain is not None:
        worth = judge(plain, asked)
        assert worth is not None
        assert worth.waivers == 0
        assert waived == plain
    elif waived is not None:
        worth = judge(waived, asked)
        assert worth is not None
        assert worth.waivers > 0


@pytest.mark.parametrize("distance", ["5k", "half", "marathon"])
def test_every_length_and_history_up_to_eleven_weeks_of_a_careful_athlete(distance: str) -> None:
    for weeks in range(1, 12):
        for running in (0, 5, 9, 12):
            asked = puzzle(distance, weeks, history=f"{running}/{min(running, 2)}", tier="high")
            best = best_by_recursion(asked)
            assert solved(asked) == (best and best.letters)
