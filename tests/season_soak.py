"""Solve many random seasons in two ways and count: ``python -m tests.season_soak 10000 [SEED]``.

The planner's search against the plain recursion: the same weeks at the same cost. Short seasons are
judged by trying all as well. Exit code 1 where any two differ.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from planner_factory import season_letters, solved_season
from season_brute_force import best_of_all
from season_calendars import random_puzzle
from season_recursion import best_by_recursion

if TYPE_CHECKING:
    from season_puzzles import Puzzle

# Most weeks of each season in turn: many short and tight ones, few of two years.
LENGTHS = (8, 16, 16, 24, 24, 32, 40, 60, 60, 104)
FREE_WEEKS_TRIED = 5  # trying all is for short seasons
SHOWN = 3


class _Dice:
    """Whole numbers that look random and are the same on every machine, by Knuth's MMIX line."""

    def __init__(self, number: int) -> None:
        self._state = number

    def __call__(self, low: int, high: int) -> int:
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return low + (self._state >> 33) % (high - low + 1)


def differences(puzzle: Puzzle) -> tuple[str, list[str]]:
    """What came of a puzzle in a word, and the answers where they are not the same."""
    season, second = solved_season(puzzle), best_by_recursion(puzzle)
    found = None if season is None else season_letters(season, puzzle)
    plain = None if second is None else second.letters
    answers = [f"planner    {found}", f"recursion  {plain}"]
    same = found == plain
    if season is not None and second is not None:
        answers = [
            f"{answers[0]} {tuple(season.cost)}",
            f"{answers[1]} {second.sums} {second.lengths}",
        ]
        same = same and tuple(season.cost) == second.sums
    if puzzle.frame.count(".") <= FREE_WEEKS_TRIED:
        tried = best_of_all(puzzle)
        answers.append(f"brute force {tried}")
        same = same and found == tried
    if not same:
        return "differing", answers
    return ("infeasible in both" if found is None else "agreeing"), []


def soak(count: int, number: int) -> tuple[Counter[str], list[tuple[Puzzle, list[str]]]]:
    """Counts over random seasons, and the shortest that differ; ``number`` picks which."""
    dice = _Dice(number)
    counts: Counter[str] = Counter()
    shortest: list[tuple[Puzzle, list[str]]] = []
    for place in range(count):
        puzzle = random_puzzle(dice, LENGTHS[place % len(LENGTHS)])
        what, answers = differences(puzzle)
        counts[what] += 1
        if answers:
            shortest.append((puzzle, answers))
            shortest.sort(key=lambda one: len(one[0].frame))
            del shortest[SHOWN:]
    return counts, shortest


def main() -> int:
    """``python -m tests.season_soak [COUNT] [SEED]``."""
    numbers = [int(word) for word in sys.argv[1:3]]
    count, number = (*numbers, *(1000, 0)[len(numbers) :])
    began = time.perf_counter()
    counts, shortest = soak(count, number)
    kinds = ("agreeing", "infeasible in both", "differing")
    lines = [f"{kind} {counts[kind]}" for kind in kinds]
    lines.append(f"seconds {time.perf_counter() - began:.0f}")
    for puzzle, answers in shortest:
        lines.extend((f"{puzzle!r}", *(f"    {answer}" for answer in answers)))
    sys.stdout.write("\n".join((*lines, "")))
    return int(counts["differing"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
