"""The season: which week is what, by an exact dynamic programme.

One pass from the last week to the first finds, for every state a season can reach, the cheapest
rest of the season; the objective is lexicographic, its last members make the result unique. No
solver: exact, fast, the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from scheduler.planner.season_cost import BELOW_WEEKS_OFF, Cost, unpack
from scheduler.planner.season_moves import Moves

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.model.plan import WeekKind
    from scheduler.planner.season_frame import History, SeasonFrame
    from scheduler.planner.season_state import Move, State, Steps


@dataclass(frozen=True, kw_only=True, slots=True)
class Season:
    """The kind of every week, what it cost, and the waivers it needed."""

    kinds: tuple[WeekKind, ...]
    cost: Cost


NEVER: Final = 1 << 62  # more than any season costs
# For each week, by the running weeks before it, the least that the rest costs above deloads.
_Least: TypeAlias = tuple[dict[int, int], ...]
# Cost, block lengths as digits, the first block the most significant, and letters.
_Worth: TypeAlias = tuple[int, int, int]
# The cheapest rest of the season, how many blocks it has, and its first move.
_Best: TypeAlias = "tuple[_Worth, int, Move | None]"


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
    least = _least_rests(moves, first.running)
    if least[0][first.running] >= NEVER:
        return None
    return _search(moves, first, least) or _search(moves, first, None)


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


def _search(moves: Moves, first: State, least: _Least | None) -> Season | None:
    """The best season among those that cost the ``least`` in weeks off, None for all of them."""
    layers: list[dict[State, tuple[Move, ...]]] = []
    reached = {first}
    for week in range(len(moves.weeks)):
        layer = {state: moves.of(week, state) for state in reached}
        if least is not None:
            layer = _cheapest(layer, least[week], least[week + 1])
        layers.append(layer)
        reached = {move.after for options in layer.values() for move in options}
    nothing: _Best = ((0, 0, 0), 0, None)
    rests = dict.fromkeys(reached, nothing)
    chosen: list[dict[State, _Best]] = []
    for week in range(len(layers) - 1, -1, -1):
        shift = 2 * (len(layers) - 1 - week)
        rests = _better(layers[week], rests, shift)
        chosen.append(rests)
    if first not in rests:
        return None
    return Season(kinds=_path(first, chosen), cost=unpack(rests[first][0][0]))


def _cheapest(
    layer: dict[State, tuple[Move, ...]], least: dict[int, int], rests: dict[int, int]
) -> dict[State, tuple[Move, ...]]:
    """The moves after which no more weeks off are needed than before."""
    return {
        state: tuple(
            [
                move
                for move in options
                if (move.cost >> BELOW_WEEKS_OFF) + rests.get(move.after.running, NEVER)
                == least.get(state.running)
            ]
        )
        for state, options in layer.items()
    }


def _least_rests(moves: Moves, running: int) -> _Least:
    """What waivers, weeks off and all above deloads cost at least from each week on.

    Deloads cost less than any of these, and hardly ever stand in their way: a season found at that
    cost is the best of all, and where there is none the search goes on without it.
    """
    layers: list[dict[int, Steps]] = []
    reached = {running}
    for place in range(len(moves.weeks)):
        layer = {weeks: moves.coarse(place, weeks) for weeks in reached}
        layers.append(layer)
        reached = {after for steps in layer.values() for _, after in steps}
    rests = dict.fromkeys(reached, 0)
    found = [rests]
    for layer in reversed(layers):
        rests = {
            weeks: min([cost + rests[after] for cost, after in steps], default=NEVER)
            for weeks, steps in layer.items()
        }
        found.append(rests)
    return tuple(reversed(found))


def _better(
    layer: dict[State, tuple[Move, ...]], rests: dict[State, _Best], shift: int
) -> dict[State, _Best]:
    """For each state the cheapest of its moves, together with the cheapest rest after it."""
    found: dict[State, _Best] = {}
    for state, options in layer.items():
        best: _Best | None = None
        for move in options:
            if move.after not in rests:
                continue
            (cost, blocks, letters), count, _ = rests[move.after]
            if move.block >= 0:
                blocks += move.block << (2 * count)
                count += 1
            worth = (cost + move.cost, blocks, letters + (move.letter << shift))
            if best is None or worth < best[0]:
                best = (worth, count, move)
        if best is not None:
            found[state] = best
    return found


def _path(first: State, chosen: list[dict[State, _Best]]) -> tuple[WeekKind, ...]:
    kinds, state = [], first
    for rests in reversed(chosen):
        move = rests[state][2]
        assert move is not None  # noqa: S101 - only the empty rest after the last week has none
        kinds.append(move.kind)
        state = move.after
    return tuple(kinds)
