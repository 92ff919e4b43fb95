"""The season: which week is what, by an exact dynamic programme.

One pass from the last week to the first finds, for every state a season can reach, the cheapest rest of
the season; the objective is lexicographic, its last members make the result unique. A state is (loading
weeks in a row, running weeks since the last run-free span, loading weeks since it); that a week off has
just ended is the same as "no running weeks since". No solver: exact, fast, the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from scheduler.model.plan import WeekKind
from scheduler.rules.week_off_too_late import WEEKS_BEYOND_TAPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.limits import Limits

LEAST_RUNNING_WEEKS: Final = 3  # no week off of the planner's own before these
BLOCK_13: Final = "BLOCK-13"
BREAK_LATE: Final = "BREAK-LATE"


class Frame(StrEnum):
    """What the calendar asks of a week before the season is laid out."""

    FREE = "free"
    STUB = "stub"  # the first week, when it starts after Monday
    TAPER = "taper"
    RACE = "race"
    AFTER_LONG_RACE = "after-long-race"  # run-free
    AFTER_SHORT_RACE = "after-short-race"  # light, or run-free where running weeks ran out


@dataclass(frozen=True, kw_only=True, slots=True)
class SeasonFrame:
    """The weeks to fill. ``weeks_to_race[i]``: weeks after week i up to and including race week.

    ``taper_weeks`` and ``wished_weeks`` (from a week off to the race) belong to the race's distance.
    """

    weeks: tuple[Frame, ...]
    weeks_to_race: tuple[int, ...]
    taper_weeks: int
    wished_weeks: int


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What lies before the start: loading weeks in a row, running weeks and loading weeks since the last week off."""

    loading_weeks: int
    running_weeks: int
    ladder_weeks: int


class Cost(NamedTuple):
    """The objective, most important first; the tie-breaks (block lengths, then letters) come after it."""

    waivers: int = 0
    weeks_off: int = 0
    late: int = 0
    beyond_target: int = 0
    deloads: int = 0
    deloads_in_ladder: int = 0
    blocks: int = 0
    run_blocks: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Season:
    """The kind of every week, what it cost, and the waivers it needed."""

    kinds: tuple[WeekKind, ...]
    cost: Cost


class _State(NamedTuple):
    loading: int
    running: int
    ladder: int


class _Move(NamedTuple):
    kind: WeekKind
    letter: int  # build 0 < deload 1 < week off 2; forced weeks 0
    cost: int
    block: int  # length of the loading block that this week closes, -1 for none
    after: _State


class _Best(NamedTuple):
    """The cheapest rest of the season; compared in this order."""

    cost: int
    blocks: int  # block lengths as digits, the first block the most significant
    letters: int
    block_count: int
    move: _Move | None


_WIDTHS: Final = (8, 10, 12, 12, 10, 10, 14, 16)


def _pack(cost: Cost) -> int:
    packed = 0
    for value, width in zip(cost, _WIDTHS, strict=True):
        packed = (packed << width) + value
    return packed


def _unpack(packed: int) -> Cost:
    values = []
    for width in reversed(_WIDTHS):
        values.append(packed & ((1 << width) - 1))
        packed >>= width
    return Cost(*reversed(values))


def solve_season(
    frame: SeasonFrame,
    history: History,
    limits: Limits,
    waivers: frozenset[str] = frozenset(),
) -> Season | None:
    """The one best season, or None where no season keeps every rule.

    ``waivers`` may name BLOCK-13 (a 13th running week before a race) and BREAK-LATE (a week off one week
    nearer to the race than the rule allows); each use costs more than anything else.
    """
    moves = _Moves(frame, limits, waivers)
    first = _State(history.loading_weeks, history.running_weeks, history.ladder_weeks)
    layers: list[dict[_State, tuple[_Move, ...]]] = []
    reached = {first}
    for week in range(len(frame.weeks)):
        layer = {state: moves.of(week, state) for state in reached}
        layers.append(layer)
        reached = {move.after for options in layer.values() for move in options}
    rests = {state: _Best(0, 0, 0, 0, None) for state in reached}
    chosen: list[dict[_State, _Best]] = []
    for week in range(len(layers) - 1, -1, -1):
        shift = 2 * (len(layers) - 1 - week)
        rests = _better(layers[week], rests, shift)
        chosen.append(rests)
    if first not in rests:
        return None
    return Season(kinds=_path(first, chosen), cost=_unpack(rests[first].cost))


def _better(
    layer: dict[_State, tuple[_Move, ...]], rests: dict[_State, _Best], shift: int
) -> dict[_State, _Best]:
    """For each state the cheapest of its moves, together with the cheapest rest after it."""
    found: dict[_State, _Best] = {}
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


def _path(first: _State, chosen: list[dict[_State, _Best]]) -> tuple[WeekKind, ...]:
    kinds, state = [], first
    for rests in reversed(chosen):
        move = rests[state].move
        assert move is not None  # noqa: S101 - only the empty rest after the last week has none
        kinds.append(move.kind)
        state = move.after
    return tuple(kinds)


class _Moves:
    """Which weeks may follow a state, and at what cost; free weeks are worked out once per state."""

    def __init__(
        self, frame: SeasonFrame, limits: Limits, waivers: frozenset[str]
    ) -> None:
        self.frame = frame
        self.limits = limits
        self.waivers = waivers
        self.ladder_length = len(limits.ladder_percent)
        self.far = max(frame.wished_weeks, frame.taper_weeks + WEEKS_BEYOND_TAPER)
        self._free: dict[tuple[_State, int], tuple[_Move, ...]] = {}

    def of(self, week: int, state: _State) -> tuple[_Move, ...]:
        """Every legal week here; a free week far from the race depends on the state alone."""
        if self.frame.weeks[week] is not Frame.FREE:
            return tuple(self._forced(week, state))
        to_race = min(self.frame.weeks_to_race[week], self.far)
        if (state, to_race) not in self._free:
            options = (*self._build(state), *self._deload(state), *self._week_off(to_race, state))
            self._free[state, to_race] = options
        return self._free[state, to_race]

    def _forced(self, week: int, state: _State) -> Iterator[_Move]:
        match self.frame.weeks[week]:
            case Frame.STUB:
                yield from self._stub(week, state)
            case Frame.TAPER | Frame.RACE:
                yield from self._taper_or_race(week, state)
            case Frame.AFTER_LONG_RACE:
                yield self._off()
            case Frame.AFTER_SHORT_RACE:
                if state.running + 1 <= self.limits.running_weeks:
                    yield self._running(WeekKind.RECOVERY, state, loading=0)
                else:
                    yield self._off()

    def _running(
        self, kind: WeekKind, state: _State, *, loading: int, letter: int = 0, block: int = -1, **cost: int
    ) -> _Move:
        running = state.running + 1
        beyond = int(running > self.limits.running_weeks_target)
        ladder = state.ladder
        if loading:
            ladder = min(ladder + 1, self.ladder_length)
        packed = _pack(Cost(beyond_target=beyond, **cost))
        return _Move(kind, letter, packed, block, _State(loading, running, ladder))

    def _build(self, state: _State) -> Iterator[_Move]:
        loading = state.loading + 1
        if loading <= self.limits.loading_weeks_in_a_row and self._may_run(state):
            kind = WeekKind.BUILD if state.running else WeekKind.RETURN
            yield self._running(kind, state, loading=loading)

    def _deload(self, state: _State) -> Iterator[_Move]:
        if state.running and self._may_run(state):
            yield self._running(
                WeekKind.DELOAD,
                state,
                loading=0,
                letter=1,
                block=state.loading,
                deloads=1,
                deloads_in_ladder=int(state.ladder < self.ladder_length),
                blocks=self._block_cost(state),
            )

    def _week_off(self, to_race: int, state: _State) -> Iterator[_Move]:
        needed = self.frame.taper_weeks + WEEKS_BEYOND_TAPER
        waived = int(to_race == needed - 1 and BREAK_LATE in self.waivers)
        if state.running < LEAST_RUNNING_WEEKS or to_race < needed - waived:
            return
        cost = Cost(
            waivers=waived,
            weeks_off=1,
            late=max(0, self.frame.wished_weeks - to_race),
            blocks=self._block_cost(state),
            run_blocks=(self.limits.running_weeks_target - state.running) ** 2,
        )
        yield _Move(WeekKind.WEEK_OFF, 2, _pack(cost), state.loading, _State(0, 0, 0))

    def _stub(self, week: int, state: _State) -> Iterator[_Move]:
        if self._may_run(state):
            loading = state.loading + 1
            if loading <= self.limits.loading_weeks_in_a_row:
                yield self._running(WeekKind.BUILD, state, loading=loading)
            else:  # three loading weeks just before the start: the few days are light ones
                yield from self._deload(state)
        elif self.frame.weeks[week + 1 : week + 2] == (Frame.FREE,):
            # the week off is due before any run: it begins on the start day and takes the next week too
            if tuple(self._week_off(self.frame.weeks_to_race[week + 1], state)):
                yield _Move(WeekKind.WEEK_OFF, 2, 0, -1, state)

    def _taper_or_race(self, week: int, state: _State) -> Iterator[_Move]:
        racing = self.frame.weeks[week] is Frame.RACE
        most, waived = self.limits.running_weeks, 0
        if racing:
            most = self.limits.running_weeks_before_race
            if state.running == self.limits.running_weeks and BLOCK_13 in self.waivers:
                waived = int(state.running + 1 > most)
                most = max(most, state.running + 1)
        if state.running + 1 > most:
            return
        before = week > 0 and self.frame.weeks[week - 1] is Frame.TAPER
        yield self._running(
            WeekKind.RACE if racing else WeekKind.TAPER,
            state,
            loading=0,
            block=-1 if before else state.loading,
            blocks=0 if before else self._block_cost(state),
            waivers=waived,
        )

    def _off(self) -> _Move:
        return _Move(WeekKind.OFF, 0, 0, -1, _State(0, 0, 0))

    def _may_run(self, state: _State) -> bool:
        return state.running + 1 <= self.limits.running_weeks

    def _block_cost(self, state: _State) -> int:
        return (self.limits.loading_weeks_in_a_row - state.loading) ** 2
