"""The season: which week is what, by an exact dynamic programme.

One pass from the last week to the first finds, for every state a season can reach, the cheapest
rest of the season; the objective is lexicographic, its last members make the result unique. No
solver: exact, fast, the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scheduler.planner.season_moves import Cost, Moves, unpack

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.model.plan import WeekKind
    from scheduler.planner.season_frame import History, SeasonFrame
    from scheduler.planner.season_moves import Move, State, Steps


@dataclass(frozen=True, kw_only=True, slots=True)
class Season:
    """The kind of every week, what it cost, and the waivers it needed."""

    kinds: tuple[WeekKind, ...]
    cost: Cost


# For each week the running weeks before it, and those that may follow.
_Steps: TypeAlias = tuple[dict[int, set[int]], ...]


class _Best(NamedTuple):
    """The cheapest rest of the season; compared in this order."""

    cost: int
    blocks: int  # block lengths as digits, the first block the most significant
    letters: int
    block_count: int
    move: Move | None


def solve_season(
    frame: SeasonFrame,
    history: History,
    limits: Limits,
    waivers: frozenset[str] = frozenset(),
) -> Season | None:
    """The one best season, or None where no season keeps every rule.

    ``waivers`` may name BLOCK-13 (a 13th running week before a race) and BREAK-LATE (a week off one
    week nearer to the race than the rule allows); each use costs more than anything else.
    """
    moves = Moves(frame, limits, waivers)
    first = moves.first(history)
    weeks_off = _best_weeks_off(moves, first.running)
    if weeks_off is None:
        return None
    return _search(moves, first, weeks_off) or _search(moves, first, None)


def stuck_at(
    frame: SeasonFrame, history: History, limits: Limits, waivers: frozenset[str] = frozenset()
) -> int | None:
    """The first week that no way through the weeks before it can pass; None for none."""
    moves = Moves(frame, limits, waivers)
    reached = {moves.first(history)}
    for place in range(len(moves.weeks)):
        reached = {move.after for state in reached for move in moves.of(place, state)}
        if not reached:
            return place
    return None


def _search(moves: Moves, first: State, steps: _Steps | None) -> Season | None:
    """The best season among those whose running weeks follow ``steps``, None for all of them."""
    layers: list[dict[State, tuple[Move, ...]]] = []
    reached = {first}
    for week in range(len(moves.weeks)):
        layer = {state: moves.of(week, state) for state in reached}
        if steps is not None:
            kept = steps[week]
            layer = {
                state: tuple(
                    [move for move in options if move.after.running in kept[state.running]]
                )
                for state, options in layer.items()
                if state.running in kept
            }
        layers.append(layer)
        reached = {move.after for options in layer.values() for move in options}
    rests = {state: _Best(0, 0, 0, 0, None) for state in reached}
    chosen: list[dict[State, _Best]] = []
    for week in range(len(layers) - 1, -1, -1):
        shift = 2 * (len(layers) - 1 - week)
        rests = _better(layers[week], rests, shift)
        chosen.append(rests)
    if first not in rests:
        return None
    return Season(kinds=_path(first, chosen), cost=unpack(rests[first].cost))


def _best_weeks_off(moves: Moves, running: int) -> _Steps | None:
    """The steps of running weeks on every way that is best in waivers and weeks off alone.

    Deloads cost less than any of these, and hardly ever stand in their way: a season found within
    the steps is the best of all, and where there is none the search goes on without them.
    """
    layers: list[dict[int, Steps]] = []
    reached = {running}
    for week in range(len(moves.weeks)):
        layer = {weeks: moves.coarse(week, weeks) for weeks in reached}
        layers.append(layer)
        reached = {after for options in layer.values() for _, after in options}
    rests = dict.fromkeys(reached, 0)
    steps: list[dict[int, set[int]]] = []
    for layer in reversed(layers):
        best: dict[int, int] = {}
        kept: dict[int, set[int]] = {}
        for weeks, options in layer.items():
            ways = [(cost + rests[after], after) for cost, after in options if after in rests]
            if ways:
                best[weeks] = least = min(ways)[0]
                kept[weeks] = {after for cost, after in ways if cost == least}
        rests = best
        steps.append(kept)
    return tuple(reversed(steps)) if running in rests else None


def _better(
    layer: dict[State, tuple[Move, ...]], rests: dict[State, _Best], shift: int
) -> dict[State, _Best]:
    """For each state the cheapest of its moves, together with the cheapest rest after it."""
    found: dict[State, _Best] = {}
    for state, options in layer.items():
        best: _Best | None = None
        for move in options:
            rest = rests.get(move.after)
            if rest is None or (best is not None and rest.cost + move.cost > best.cost):
                continue
            blocks, count = rest.blocks, rest.block_count
            if move.block >= 0:
                blocks, count = blocks + (move.block << (2 * count)), count + 1
            letters = rest.letters + (move.letter << shift)
            candidate = _Best(rest.cost + move.cost, blocks, letters, count, move)
            if best is None or candidate[:3] < best[:3]:
                best = candidate
        if best is not None:
            found[state] = best
    return found


def _path(first: State, chosen: list[dict[State, _Best]]) -> tuple[WeekKind, ...]:
    kinds, state = [], first
    for rests in reversed(chosen):
        move = rests[state].move
        assert move is not None  # noqa: S101 - only the empty rest after the last week has none
        kinds.append(move.kind)
        state = move.after
    return tuple(kinds)
