"""Two more ways to find a season, written from the contract alone: try all, and a plain recursion.

Seasons are strings: B build, R return, D deload, X week off, O a first short week left empty before
a week off, T taper, G race, V easy week after a short race, H run-free week. Nothing here is shared
with the planner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, kw_only=True)
class Puzzle:
    """A season to fill: weeks up to the race, what went before, and the limits.

    ``weeks`` counts race week; the week after it is added. With ``stub`` the first week starts
    after Monday. ``since_off`` are loading weeks since the last week off, where they are known.
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


class Stand(NamedTuple):
    """Where a season stands before a week, and the letter of that week."""

    week: int
    letter: str
    running: int
    loading: int
    since_off: int


class Worth(NamedTuple):
    """The objective of formulation.md 1.4 with design.md 4.3's last tie-breaks, best first."""

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
    tail = "T" * (puzzle.tapered - 1) + "G"
    firsts = ("B", "D", "O") if puzzle.short_start else ("",)
    afters = ("H",) if puzzle.long_race else ("V", "H")
    middles = product("BDX", repeat=puzzle.weeks - puzzle.tapered - puzzle.short_start)
    found = []
    for first, middle, after in product(firsts, middles, afters):
        season = first + "".join(middle) + tail + after
        worth = judge(season, puzzle)
        if worth is not None:
            found.append((worth, season))
    return _with_returns(min(found)[1], puzzle) if found else None


def judge(season: str, puzzle: Puzzle) -> Worth | None:
    """What a sequence is worth, or None where it breaks a rule. R is written B here."""
    if season.startswith("O") and not season.startswith("OX"):
        return None
    stands = []
    for stand in _walk(season, puzzle):
        if _forbidden(stand, puzzle):
            return None
        stands.append(stand)
    closing = [stand for stand in stands if _closes(stand, puzzle)]
    offs = [stand for stand in stands if stand.letter == "X"]
    return Worth(
        waivers=sum(_waived(stand, puzzle) for stand in stands),
        weeks_off=len(offs),
        late=sum(max(0, puzzle.wished - puzzle.to_race(stand.week)) for stand in offs),
        beyond_target=sum(_beyond(stand, puzzle) for stand in stands),
        deloads=season.count("D"),
        deloads_in_ladder=sum(_in_ladder(stand, puzzle) for stand in stands),
        blocks=sum((puzzle.most_loading - stand.loading) ** 2 for stand in closing),
        run_blocks=sum((puzzle.target - stand.running) ** 2 for stand in offs),
        block_lengths=tuple(stand.loading for stand in closing),
        letters=season.replace("O", "X"),
    )


def _walk(season: str, puzzle: Puzzle) -> Iterator[Stand]:
    stand = Stand(0, "", puzzle.running_before, puzzle.loading_before, puzzle.climbed)
    for letter in season:
        stand = stand._replace(letter=letter)
        yield stand
        stand = _after(stand, puzzle)


def _after(stand: Stand, puzzle: Puzzle) -> Stand:
    """Where the season stands after the week."""
    week, letter = stand.week + 1, stand.letter
    if letter == "O":
        return stand._replace(week=week)
    if letter in "XH":
        return Stand(week, "", 0, 0, 0)
    climbs = letter == "B" and not _is_stub(stand, puzzle)
    return Stand(
        week,
        "",
        stand.running + 1,
        stand.loading + 1 if letter == "B" else 0,
        min(stand.since_off + climbs, puzzle.ladder),
    )


def _is_stub(stand: Stand, puzzle: Puzzle) -> bool:
    return puzzle.short_start and stand.week == 0


def _forbidden(stand: Stand, puzzle: Puzzle) -> bool:
    """Whether a rule speaks against this letter here; of O, all but what must follow it."""
    full = stand.running >= puzzle.most_running
    match stand.letter:
        case "O" | "H":  # where an easy week fits after a short race, it is an easy week
            return not full and not (stand.letter == "H" and puzzle.long_race)
        case "X":
            most = 1 if "BREAK-LATE" in puzzle.waivers else 0
            return stand.running < 3 or _too_late(stand, puzzle) > most
        case "B":
            return full or stand.loading == puzzle.most_loading
        case "D":
            early = _is_stub(stand, puzzle) and stand.loading < puzzle.most_loading
            return full or early or stand.since_off == 0
        case "G":
            one_more = stand.running == puzzle.most_running and "BLOCK-13" in puzzle.waivers
            return stand.running >= puzzle.most_before_race and not one_more
        case _:
            return full


def _too_late(stand: Stand, puzzle: Puzzle) -> int:
    """Weeks that a week off stands nearer to the race than the rule allows."""
    return max(0, puzzle.taper + 2 - puzzle.to_race(stand.week))


def _waived(stand: Stand, puzzle: Puzzle) -> bool:
    if stand.letter == "X":
        return _too_late(stand, puzzle) > 0
    return stand.letter == "G" and stand.running >= puzzle.most_before_race


def _beyond(stand: Stand, puzzle: Puzzle) -> bool:
    return stand.letter in "BDTGV" and stand.running >= puzzle.target


def _in_ladder(stand: Stand, puzzle: Puzzle) -> bool:
    return stand.letter == "D" and stand.since_off < puzzle.ladder


def _closes(stand: Stand, puzzle: Puzzle) -> bool:
    """Whether the week closes a block of loading weeks: no other kind does, and the taper once."""
    taper_starts = puzzle.to_race(stand.week) == puzzle.tapered - 1
    return stand.letter in "XD" or (stand.letter in "TG" and taper_starts)


def _with_returns(season: str, puzzle: Puzzle) -> str:
    """Name the first full loading week after a week off R; a stub stays B."""
    named = season.replace("XB", "XR")
    first = int(puzzle.short_start)
    if puzzle.climbed == 0 and named[first : first + 1] == "B":
        named = named[:first] + "R" + named[first + 1 :]
    return named


class _Rest(NamedTuple):
    """The best rest of a season: its sums in the order of ``Worth``, its block lengths, letters."""

    sums: tuple[int, ...]
    lengths: tuple[int, ...]
    letters: str


def best_by_recursion(puzzle: Puzzle) -> str | None:
    """The same season by a recursion over weeks that remembers what it has seen."""

    @cache
    def rest(stand: Stand, due: bool) -> _Rest | None:
        if stand.week == puzzle.weeks + 1:
            return _Rest((0,) * 8, (), "")
        found = []
        for letter in "X" if due else _letters(stand.week, puzzle):
            here = stand._replace(letter=letter)
            after = None
            if not _forbidden(here, puzzle):
                after = rest(_after(here, puzzle), letter == "O")
            if after is not None:
                found.append(_joined(here, after, puzzle))
        return min(found, key=lambda one: (*one[:2], one.letters.replace("O", "X")), default=None)

    first = Stand(0, "", puzzle.running_before, puzzle.loading_before, puzzle.climbed)
    best = rest(first, False)
    return None if best is None else _with_returns(best.letters, puzzle)


def _letters(week: int, puzzle: Puzzle) -> str:
    """The kinds that a week of the frame may have."""
    if puzzle.to_race(week) < 0:
        return "H" if puzzle.long_race else "VH"
    if puzzle.to_race(week) < puzzle.tapered:
        return "T" if puzzle.to_race(week) else "G"
    return "BDO" if puzzle.short_start and week == 0 else "BDX"


def _joined(stand: Stand, after: _Rest, puzzle: Puzzle) -> _Rest:
    """One week before the rest of a season."""
    off, closes = stand.letter == "X", _closes(stand, puzzle)
    own = (
        _waived(stand, puzzle),
        off,
        off * max(0, puzzle.wished - puzzle.to_race(stand.week)),
        _beyond(stand, puzzle),
        stand.letter == "D",
        _in_ladder(stand, puzzle),
        closes * (puzzle.most_loading - stand.loading) ** 2,
        off * (puzzle.target - stand.running) ** 2,
    )
    return _Rest(
        tuple(mine + rest for mine, rest in zip(own, after.sums, strict=True)),
        (stand.loading,) * closes + after.lengths,
        stand.letter + after.letters,
    )
