"""The season by trying all: every sequence of kinds is judged whole, and the best legal one kept.

Written from the contract alone. A season is a string: B build, R return, D deload, X week off, O a
short first week left empty, N one without a day to run on, T taper, G A race, V easy week, H
run-free week, b B or C race. Where a week stands is found by looking back over the string, not
carried along as ``season_recursion`` does. Nothing here is shared with the planner.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from season_puzzles import FORCED_LIGHT

if TYPE_CHECKING:
    from season_puzzles import Puzzle

LOADING: Final = frozenset("BRb")
RUN_FREE: Final = frozenset("XH")
CHOICES: Final = {".": "BRDX", "S": "BDO", "s": "N", "V": "VH", "v": "VH", "H": "H", "a": "H"}
FORCED: Final = {"T": "T", "t": "T", "G": "G", "b": "b", "c": "b"}


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
    letters: tuple[int, ...]


def best_of_all(puzzle: Puzzle) -> str | None:
    """The best of all sequences that the frame allows; None where none is legal."""
    judged = (
        (judge(season, puzzle), season)
        for season in map("".join, product(*map(_choices, puzzle.frame)))
    )
    return min(((worth, season) for worth, season in judged if worth), default=(None, None))[1]


def _choices(frame: str) -> str:
    return CHOICES.get(frame) or FORCED[frame]


def judge(season: str, puzzle: Puzzle) -> Worth | None:
    """What a sequence is worth, or None where it breaks a rule."""
    weeks = range(len(season))
    if not all(_legal(Look(season, week, puzzle)) for week in weeks):
        return None
    looks = [Look(season, week, puzzle) for week in weeks]
    offs = [look for look in looks if look.letter == "X"]
    deloads = [look for look in looks if look.letter == "D"]
    blocks = tuple(look.block() for look in looks if _closes(look))
    return Worth(
        waivers=sum(_waived(look) for look in looks),
        weeks_off=len(offs) + sum(look.letter == "H" and look.frame == "v" for look in looks),
        late=sum(_late(look) for look in offs),
        beyond_target=sum(look.runs and look.running() >= puzzle.target for look in looks),
        deloads=len(deloads),
        deloads_in_ladder=sum(max(0, look.ladder() - look.climbed()) for look in deloads),
        blocks=sum((puzzle.most_loading - length) ** 2 for length in blocks),
        run_blocks=sum((puzzle.target - look.running()) ** 2 for look in offs),
        block_lengths=blocks,
        letters=tuple(_rank(look) for look in looks),
    )


class Look(NamedTuple):
    """A look back from a week of a season."""

    season: str
    week: int
    puzzle: Puzzle

    @property
    def letter(self) -> str:
        """The kind of this week."""
        return self.season[self.week]

    @property
    def frame(self) -> str:
        """What the calendar asks of this week."""
        return self.puzzle.frame[self.week]

    @property
    def next_frame(self) -> str:
        """What the calendar asks of the next week, nothing after the last."""
        return self.puzzle.frame[self.week + 1 : self.week + 2]

    @property
    def runs(self) -> bool:
        """Whether this week has running."""
        return self.letter not in "ONXH"

    @property
    def resets(self) -> bool:
        """Whether a run-free span of seven days and more ends in this week."""
        return self.puzzle.span(self.week) >= 7

    def rested(self) -> int | None:
        """The first week after the last run-free span, up to this; None: before the start."""
        for week in range(self.week, -1, -1):
            if self.puzzle.span(week) >= 7 or (week and self.season[week - 1] in RUN_FREE):
                return week
        return None

    def running(self) -> int:
        """Running weeks since the last run-free span, before this week."""
        first = self.rested()
        since = Counter(self.season[first or 0 : self.week])
        return (
            since.total()
            - since["O"]
            - since["N"]
            + (self.puzzle.running_before if first is None else 0)
        )

    def climbed(self) -> int:
        """Steps made on the way back: loading weeks since the span, a short first one not."""
        first = self.rested()
        steps = self.puzzle.climbed_before if first is None else 0
        for week in range(first or 0, self.week):
            steps += self.season[week] in LOADING and self.puzzle.frame[week] != "S"
        return min(steps, self.ladder())

    def ladder(self) -> int:
        """Steps of the way back after the last run-free span; one before the start was short."""
        first = self.rested()
        return self.puzzle.ladder if first is None else self.puzzle.ladder_after(first)

    def loading(self) -> int:
        """Loading weeks in a row before this week, none where a run-free span ends in it."""
        return 0 if self.resets else self.block()

    def block(self) -> int:
        """Loading weeks in a row before this week, whatever ends in it."""
        length = 0
        for week in range(self.week - 1, -1, -1):
            if self.season[week] not in "ON":
                if self.season[week] not in LOADING:
                    return length
                length += 1
            if self.puzzle.span(week) >= 7:
                return length
        return length + self.puzzle.loading_before


def _legal(look: Look) -> bool:
    """Whether no rule speaks against the letter here."""
    match look.letter:
        case "N":
            return True
        case "O":
            return _full(look) and _followed_by_a_week_off(look)
        case "X":
            return _may_be_off(look)
        case "H":  # where running weeks are left, the week after a race is an easy one
            return look.frame in "Ha" or _full(look)
        case "G":
            return look.running() + 1 <= _most_with_race(look)
        case _:
            return not _full(look) and _may_be_so(look)


def _may_be_so(look: Look) -> bool:
    """Whether a running week that no race week is may be build, return, deload, and so on."""
    puzzle, letter = look.puzzle, look.letter
    may_load = look.loading() + 1 <= puzzle.most_loading
    if letter == "D":
        return look.climbed() > 0 and not (look.frame == "S" and may_load)
    if look.frame == ".":
        return may_load and (letter == "R") == (look.climbed() == 0)
    return may_load or letter not in LOADING


def _full(look: Look) -> bool:
    return look.running() + 1 > look.puzzle.most_running


def _followed_by_a_week_off(look: Look) -> bool:
    """Planned, away, or days away that end in the next week."""
    return look.season[1:2] == "X" or look.next_frame == "a" or look.puzzle.span(1) >= 7


def _may_be_off(look: Look) -> bool:
    if look.resets or look.running() < 3 or look.next_frame in {"b", "c"}:
        return False
    goal, to_race = look.puzzle.goal(look.week), look.puzzle.to_race(look.week)
    if goal is None or to_race is None:
        return True
    return to_race >= goal.taper + (1 if "BREAK-LATE" in look.puzzle.waivers else 2)


def _most_with_race(look: Look) -> int:
    """Running weeks up to this race week: one more than usual only where no race follows at once.

    The waiver gives one more than the limit, and no more than thirteen.
    """
    puzzle = look.puzzle
    if look.next_frame == "G":
        return puzzle.most_running
    one_more = min(puzzle.most_running + 1, 13) if "BLOCK-13" in puzzle.waivers else 0
    return max(puzzle.most_before_race, one_more)


def _waived(look: Look) -> bool:
    goal, to_race = look.puzzle.goal(look.week), look.puzzle.to_race(look.week)
    if look.letter == "X" and goal is not None and to_race is not None:
        return to_race < goal.taper + 2
    return (
        look.letter == "G"
        and look.next_frame != "G"
        and look.running() + 1 > look.puzzle.most_before_race
    )


def _late(look: Look) -> int:
    """Weeks missing between a week off and the next A race, and four to the next B race."""
    goal, to_race = look.puzzle.goal(look.week), look.puzzle.to_race(look.week)
    to_tune_up = look.puzzle.to_tune_up(look.week)
    late = 0
    if goal is not None and to_race is not None:
        late += max(0, goal.wished - to_race)
    if to_tune_up is not None:
        late += max(0, 4 - to_tune_up)
    return late


def _closes(look: Look) -> bool:
    """Whether the week closes a block of loading weeks, of no week too unless a span ends in it."""
    if look.resets:
        return look.block() > 0
    if look.letter in "DX":
        return True
    if look.frame not in FORCED_LIGHT:
        return False
    return look.week == 0 or look.puzzle.frame[look.week - 1] not in FORCED_LIGHT


def _rank(look: Look) -> int:
    """Build before deload before week off; a short week left empty before a week off is one too."""
    if look.letter == "O":
        return 2 if look.season[look.week + 1] == "X" else 0
    return {"D": 1, "X": 2}.get(look.letter, 0)
