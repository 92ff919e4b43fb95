"""Where a season stands after a week, and one more week as a move of the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scheduler.model.plan import LOADING, RUN_FREE
from scheduler.planner.season_cost import ONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.plan import WeekKind


class State(NamedTuple):
    """Where a season stands after a week."""

    loading: int
    running: int
    ladder: int
    rungs: int


# (waivers and weeks off, packed; running weeks after it) for each way on.
Steps: TypeAlias = tuple[tuple[int, int], ...]


class Move(NamedTuple):
    """One more week, and the state after it."""

    kind: WeekKind
    letter: int  # build 0 < deload 1 < week off 2; forced weeks 0
    cost: int
    block: int  # length of the loading block that this week closes, -1 for none
    after: State


def run_in(move: Move, state: State, *, lost: bool) -> Move:
    """A week that was run in: none that counts as off, and no loading one where most was missed."""
    after = move.after
    if move.kind in RUN_FREE:
        after = State(0, state.running + 1, state.ladder, state.rungs)
    elif lost and move.kind in LOADING:
        after = after._replace(loading=0, ladder=min(state.ladder, after.ladder))
    return move._replace(after=after)


def as_published(moves: tuple[Move, ...], published: WeekKind) -> Iterator[Move]:
    """The moves, each dearer where the week was published as something else."""
    for move in moves:
        renamed = 0 if move.kind is published else ONE.renamed
        yield move._replace(cost=move.cost + renamed)
