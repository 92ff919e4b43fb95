"""Two more ways to find a season, written from the contract alone: try all, and a plain recursion.

Seasons are strings: B build, R return, D deload, X week off, O a first short week left empty before a week
off, T taper, G race, V easy week after a short race, H run-free week. Nothing here is shared with the planner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple


@dataclass(frozen=True, kw_only=True)
class Puzzle:
    """A season to fill: weeks up to the race, what went before, and the limits.

    ``weeks`` counts race week; the week after it is added. ``stub`` starts the first week after Monday.
    ``since_off`` are loading weeks since the last week off, where they are known.
    """

    weeks: int
    taper: int
    wished: int
    running_before: int
    loading_before: int
    ladder: int = 2
    stub: bool = False
    long_race: bool = True
    most_loading: int = 3
    most_running: int = 12
    target: int = 11
    most_before_race: int = 13
    waivers: frozenset[str] = frozenset()
    since_off: int | None = None

    @property
    def climbed(self) -> int:
        """Loading weeks since the last week off, as far as they count."""
        known = self.running_before if self.since_off is None else self.since_off
        return min(known, self.ladder)

    @property
    def tapered(self) -> int:
        """Weeks of taper and race that the plan really has."""
        return min(self.weeks, self.taper)

    @property
    def short_start(self) -> bool:
        """Whether the first week is a stub that is not tapered."""
        return self.stub and self.weeks > self.taper

    def to_race(self, week: int) -> int:
        """Weeks after a week, up to race week."""
        return self.weeks - 1 - week


class Worth(NamedTuple):
    """The objective of formulation.md 1.4 with design.md 4.3's last tie-breaks, most important first."""

    waivers: int
    weeks_off: int
    late: int
    beyond_target: int
    deloads: int
    deloads_in_ladder: int
    blocks: int
    run_blocks: int
    block_lengths: tuple[int, ...]
    letters: str


def best_of_all(puzzle: Puzzle) -> str | None:
    """Try every sequence of kinds and keep the best legal one."""
    free = puzzle.weeks - puzzle.tapered - puzzle.short_start
    firsts = ("B", "D", "O") if puzzle.short_start else ("",)
    afters = ("H",) if puzzle.long_race else ("V", "H")
    tail = "T" * (puzzle.tapered - 1) + "G"
    found = []
    for first, middle, after in product(firsts, product("BDX", repeat=free), afters):
        season = first + "".join(middle) + tail + after
        worth = judge(season, puzzle)
        if worth is not None:
            found.append((worth, season))
    return _with_returns(min(found)[1], puzzle) if found else None


def judge(season: str, puzzle: Puzzle) -> Worth | None:
    """What a sequence is worth, or None where it breaks a rule. R is written B here."""
    running, loading = puzzle.running_before, puzzle.loading_before
    since_off = puzzle.climbed
    waivers = late = beyond = in_ladder = run_blocks = 0
    lengths: list[int] = []
    for week, letter in enumerate(season):
        stub = puzzle.short_start and week == 0
        if letter == "O":
            if running < puzzle.most_running or season[1:2] != "X":
                return None
            continue
        if letter == "X":
            shortage = puzzle.taper + 2 - puzzle.to_race(week)
            if running < 3 or shortage > (1 if "BREAK-LATE" in puzzle.waivers else 0):
                return None
            waivers += shortage == 1
            late += max(0, puzzle.wished - puzzle.to_race(week))
            run_blocks += (puzzle.target - running) ** 2
            lengths.append(loading)
            running = loading = since_off = 0
            continue
        if letter == "H":
            if not puzzle.long_race and running < puzzle.most_running:
                return None  # an easy week fits, so it is an easy week
            continue
        running += 1
        most = puzzle.most_before_race if letter == "G" else puzzle.most_running
        one_more = letter == "G" and running == puzzle.most_running + 1
        if running > most and one_more and "BLOCK-13" in puzzle.waivers:
            waivers += 1
        elif running > most:
            return None
        beyond += running > puzzle.target
        if letter == "B":
            loading += 1
            since_off += not stub
            if loading > puzzle.most_loading:
                return None
        elif letter == "D":
            if since_off == 0 or (stub and loading < puzzle.most_loading):
                return None
            in_ladder += since_off < puzzle.ladder
            lengths.append(loading)
            loading = 0
        elif letter in "TG" and season[week - 1 : week] != "T":
            lengths.append(loading)
            loading = 0
    return Worth(
        waivers=waivers,
        weeks_off=season.count("X"),
        late=late,
        beyond_target=beyond,
        deloads=season.count("D"),
        deloads_in_ladder=in_ladder,
        blocks=sum((puzzle.most_loading - length) ** 2 for length in lengths),
        run_blocks=run_blocks,
        block_lengths=tuple(lengths),
        letters=season.replace("O", "X"),
    )


def _with_returns(season: str, puzzle: Puzzle) -> str:
    """Name the first full loading week after a week off R; a stub stays B."""
    named = season.replace("XB", "XR")
    first = int(puzzle.short_start)
    if puzzle.climbed == 0 and named[first : first + 1] == "B":
        named = named[:first] + "R" + named[first + 1 :]
    return named


class _Rest(NamedTuple):
    """The best rest of a season: its sums, its block lengths, its letters."""

    sums: tuple[int, ...]
    lengths: tuple[int, ...]
    letters: str


def best_by_recursion(puzzle: Puzzle) -> str | None:
    """The same season by a recursion over weeks that remembers what it has seen."""
    last = puzzle.weeks - 1

    def options(week: int, running: int) -> str:
        if week > last:
            return "H" if puzzle.long_race or running >= puzzle.most_running else "V"
        if week > last - puzzle.tapered:
            return "G" if week == last else "T"
        if puzzle.short_start and week == 0:
            return "BDO"
        return "BDX"

    @cache
    def rest(week: int, running: int, loading: int, since_off: int, due: bool) -> _Rest | None:
        if week > last + 1:
            return _Rest((0,) * 8, (), "")
        found = []
        for letter in options(week, running):
            if due and letter != "X":
                continue
            step = _step(puzzle, week, letter, running, loading, since_off)
            after = None if step is None else rest(week + 1, *step[2])
            if step is not None and after is not None:
                sums = tuple(a + b for a, b in zip(step[0], after.sums, strict=True))
                found.append(_Rest(sums, step[1] + after.lengths, letter + after.letters))
        return min(found, key=lambda one: (one[0], one[1], one[2].replace("O", "X")), default=None)

    best = rest(0, puzzle.running_before, puzzle.loading_before, puzzle.climbed, False)
    return None if best is None else _with_returns(best.letters, puzzle)


_Step = tuple[tuple[int, ...], tuple[int, ...], tuple[int, int, int, bool]]


def _step(
    puzzle: Puzzle, week: int, letter: str, running: int, loading: int, since_off: int
) -> _Step | None:
    """What one week adds: the sums of ``Worth``, the block it closes, and the state after it."""
    stub = puzzle.short_start and week == 0
    to_race = puzzle.to_race(week)
    square = (puzzle.most_loading - loading) ** 2
    if letter == "O":
        due = running >= puzzle.most_running
        return ((0,) * 8, (), (running, loading, since_off, True)) if due else None
    if letter == "H":
        return (0,) * 8, (), (0, 0, 0, False)
    if letter == "X":
        short = max(0, puzzle.taper + 2 - to_race)
        if running < 3 or short > ("BREAK-LATE" in puzzle.waivers):
            return None
        late, off = max(0, puzzle.wished - to_race), (puzzle.target - running) ** 2
        return (short, 1, late, 0, 0, 0, square, off), (loading,), (0, 0, 0, False)
    most = puzzle.most_before_race if letter == "G" else puzzle.most_running
    one_more = letter == "G" and running == puzzle.most_running >= most
    waived = int(one_more and "BLOCK-13" in puzzle.waivers)
    if running + 1 > most + waived:
        return None
    beyond = int(running + 1 > puzzle.target)
    if letter == "B":
        if loading == puzzle.most_loading:
            return None
        climbed = since_off if stub else min(since_off + 1, puzzle.ladder)
        return (0, 0, 0, beyond, 0, 0, 0, 0), (), (running + 1, loading + 1, climbed, False)
    if letter == "D":
        if since_off == 0 or (stub and loading < puzzle.most_loading):
            return None
        early = int(since_off < puzzle.ladder)
        sums = (0, 0, 0, beyond, 1, early, square, 0)
        return sums, (loading,), (running + 1, 0, since_off, False)
    closes = letter in "TG" and to_race == puzzle.tapered - 1
    sums = (waived, 0, 0, beyond, 0, 0, square * closes, 0)
    return sums, (loading,) * closes, (running + 1, 0, since_off, False)
