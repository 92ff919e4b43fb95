"""The season by a recursion over weeks that remembers what it has seen.

Written from the contract alone, forward and step by step; ``season_brute_force`` looks back over
whole seasons instead. Nothing here is shared with the planner.
"""

from __future__ import annotations

from functools import cache
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from season_puzzles import FORCED_LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from season_puzzles import Puzzle


class Stand(NamedTuple):
    """Where a season stands before a week; ``ladder`` are the steps of the way back under way."""

    week: int
    loading: int
    running: int
    climbed: int
    ladder: int


class Rest(NamedTuple):
    """A rest of a season: its sums, block lengths, letters as ranks, letters; the least is best.

    The sums are waivers, weeks off, late, beyond target, 0 for weeks renamed, deloads, deloads in
    the ladder, blocks, run blocks.
    """

    sums: tuple[int, ...]
    lengths: tuple[int, ...]
    ranks: str
    letters: str


def best_by_recursion(puzzle: Puzzle) -> Rest | None:
    """The best season, or None where no season keeps every rule."""

    @cache
    def rest(stand: Stand) -> Rest | None:
        if stand.week == len(puzzle.frame):
            return Rest((0,) * 9, (), "", "")
        best: Rest | None = None
        rested = _rested(stand, puzzle)
        for letter in _letters(rested, puzzle):
            later = rest(_after(rested, letter, puzzle))
            if later is None:
                continue
            sums, closed, rank = _own(stand, rested, letter, puzzle)
            joined = Rest(
                tuple(map(add, sums, later.sums)),
                closed + later.lengths,
                rank + later.ranks,
                letter + later.letters,
            )
            best = joined if best is None else min(best, joined)
        return best

    return rest(
        Stand(0, puzzle.loading_before, puzzle.running_before, puzzle.climbed_before, puzzle.ladder)
    )


def _rested(stand: Stand, puzzle: Puzzle) -> Stand:
    """The same, but from nothing where a run-free span ends in the week."""
    if not puzzle.span(stand.week):
        return stand
    return Stand(stand.week, 0, 0, 0, puzzle.ladder_after(stand.week))


def _letters(stand: Stand, puzzle: Puzzle) -> Iterator[str]:
    """The kinds that the week may have."""
    has_room = stand.running < puzzle.most_running
    may_load = has_room and stand.loading < puzzle.most_loading
    match puzzle.frame[stand.week]:
        case ".":
            yield from ("B" if stand.climbed else "R") if may_load else ""
            yield from "D" if has_room and stand.climbed else ""
            yield from "X" if _may_be_off(stand, puzzle) else ""
        case "S":
            yield from _first_days(stand, puzzle, has_room=has_room, may_load=may_load)
        case "s":
            yield "N"
        case "b" | "c":
            yield from "b" if may_load else ""
        case "V" | "v":
            yield "V" if has_room else "H"
        case "T" | "t":
            yield from "T" if has_room else ""
        case "G":
            yield from "G" if stand.running < _most_with_race(stand, puzzle) else ""
        case _:
            yield "H"


def _first_days(stand: Stand, puzzle: Puzzle, *, has_room: bool, may_load: bool) -> Iterator[str]:
    if may_load:
        yield "B"
    elif has_room:
        yield from "D" if stand.climbed else ""
    else:
        after = stand._replace(week=stand.week + 1)
        away = puzzle.frame[after.week : after.week + 1] == "a" or puzzle.span(after.week) > 0
        yield from "O" if away or _may_be_off(after, puzzle) else ""


def _may_be_off(stand: Stand, puzzle: Puzzle) -> bool:
    week = stand.week
    if puzzle.frame[week : week + 1] != "." or stand.running < 3:
        return False
    if puzzle.frame[week + 1 : week + 2] in {"b", "c"}:
        return False
    return _too_late(week, puzzle) <= ("BREAK-LATE" in puzzle.waivers)


def _too_late(week: int, puzzle: Puzzle) -> int:
    """Weeks that a week off would stand nearer to the next A race than the rule allows."""
    goal, to_race = puzzle.goal(week), puzzle.to_race(week)
    return 0 if goal is None or to_race is None else max(0, goal.taper + 2 - to_race)


def _most_with_race(stand: Stand, puzzle: Puzzle) -> int:
    """Running weeks that may end with this race week; never more than thirteen."""
    if puzzle.frame[stand.week + 1 : stand.week + 2] == "G":
        return puzzle.most_running
    if "BLOCK-13" in puzzle.waivers:
        return max(puzzle.most_before_race, min(13, puzzle.most_running + 1))
    return puzzle.most_before_race


def _after(stand: Stand, letter: str, puzzle: Puzzle) -> Stand:
    week, loading, running, climbed, ladder = stand
    match letter:
        case "O" | "N":
            return stand._replace(week=week + 1)
        case "X" | "H":
            return Stand(week + 1, 0, 0, 0, puzzle.ladder)
        case "B" | "R" | "b":
            steps = climbed if puzzle.frame[week] == "S" else min(climbed + 1, ladder)
            return Stand(week + 1, loading + 1, running + 1, steps, ladder)
        case _:
            return Stand(week + 1, 0, running + 1, climbed, ladder)


def _own(
    stand: Stand, rested: Stand, letter: str, puzzle: Puzzle
) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """What one week adds: its sums, the block that it closes, its rank."""
    off, deload = letter == "X", letter == "D"
    waived = off and _too_late(stand.week, puzzle) > 0
    if letter == "G":
        gg = puzzle.frame[stand.week + 1 : stand.week + 2] == "G"
        waived = rested.running >= (puzzle.most_running if gg else puzzle.most_before_race)
    closed = _closed(stand, letter, puzzle)
    sums = (
        int(waived),
        int(off or (letter == "H" and puzzle.frame[stand.week] == "v")),
        _late(stand.week, puzzle) if off else 0,
        int(letter not in "ONXH" and rested.running >= puzzle.target),
        0,
        int(deload),
        max(0, rested.ladder - rested.climbed) if deload else 0,
        sum((puzzle.most_loading - length) ** 2 for length in closed),
        (puzzle.target - rested.running) ** 2 if off else 0,
    )
    if letter == "O":
        before_off = puzzle.frame[stand.week + 1] == "." and not puzzle.span(stand.week + 1)
        return sums, closed, "2" if before_off else "0"
    return sums, closed, "2" if off else "1" if deload else "0"


def _late(week: int, puzzle: Puzzle) -> int:
    goal, to_race, to_tune_up = puzzle.goal(week), puzzle.to_race(week), puzzle.to_tune_up(week)
    late = 0 if goal is None or to_race is None else max(0, goal.wished - to_race)
    return late if to_tune_up is None else late + max(0, 4 - to_tune_up)


def _closed(stand: Stand, letter: str, puzzle: Puzzle) -> tuple[int, ...]:
    """The length of the block of loading weeks that the week closes, if it closes one."""
    week = stand.week
    if puzzle.span(week):
        return (stand.loading,) if stand.loading else ()
    if letter in "DX":
        return (stand.loading,)
    forced = puzzle.frame[week] in FORCED_LIGHT
    first = week == 0 or puzzle.frame[week - 1] not in FORCED_LIGHT
    return (stand.loading,) if forced and first else ()
