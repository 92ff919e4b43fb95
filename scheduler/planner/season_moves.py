"""The moves of the season search: which kinds of week may follow, and what each costs.

A state is (loading weeks in a row, running weeks since the last run-free span, loading weeks since
it). That a week off has just ended is the same as "no loading week since".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from scheduler.model.limits import BLOCK_13, BREAK_LATE
from scheduler.model.plan import WeekKind
from scheduler.rules.week_off_too_late import WEEKS_BEYOND_TAPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.limits import Limits

LEAST_RUNNING_WEEKS: Final = 3  # no week off of the planner's own before these


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

    ``taper_weeks`` and ``wished_weeks`` (from a week off to the race) belong to the race's
    distance.
    """

    weeks: tuple[Frame, ...]
    weeks_to_race: tuple[int, ...]
    taper_weeks: int
    wished_weeks: int


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What lies before the start.

    Loading weeks in a row, then running weeks and loading weeks since the last week off.
    """

    loading_weeks: int
    running_weeks: int
    ladder_weeks: int


class Cost(NamedTuple):
    """The objective, most important first; block lengths and then letters break ties."""

    waivers: int = 0
    weeks_off: int = 0
    late: int = 0
    beyond_target: int = 0
    deloads: int = 0
    deloads_in_ladder: int = 0
    blocks: int = 0
    run_blocks: int = 0


class State(NamedTuple):
    """Where a season stands after a week."""

    loading: int
    running: int
    ladder: int


# (waivers and weeks off, packed; running weeks after it) for each way on.
Steps: TypeAlias = frozenset[tuple[int, int]]


class Move(NamedTuple):
    """One more week, and the state after it."""

    kind: WeekKind
    letter: int  # build 0 < deload 1 < week off 2; forced weeks 0
    cost: int
    block: int  # length of the loading block that this week closes, -1 for none
    after: State


_WIDTHS: Final = (8, 10, 12, 12, 10, 10, 14, 16)
_BELOW_WEEKS_OFF: Final = sum(_WIDTHS[4:])
# A cost as one number that compares like it: what one of each is worth in it.
ONE: Final = Cost(*(1 << sum(_WIDTHS[place:]) for place in range(1, len(_WIDTHS) + 1)))


def unpack(packed: int) -> Cost:
    """The cost in a number."""
    values = []
    for width in reversed(_WIDTHS):
        values.append(packed & ((1 << width) - 1))
        packed >>= width
    return Cost(*reversed(values))


class Moves:
    """Which weeks may follow a state, at what cost; free weeks are worked out once per state."""

    def __init__(self, frame: SeasonFrame, limits: Limits, waivers: frozenset[str]) -> None:
        self.frame = frame
        self.limits = limits
        self.waivers = waivers
        self.ladder_length = len(limits.ladder_percent)
        self.far = max(frame.wished_weeks, frame.taper_weeks + WEEKS_BEYOND_TAPER)
        self._free: dict[int, dict[State, tuple[Move, ...]]] = defaultdict(dict)
        self._steps: dict[tuple[int, int], Steps] = {}

    def of(self, week: int, state: State) -> tuple[Move, ...]:
        """Every legal week here; a free week far from the race depends on the state alone."""
        if self.frame.weeks[week] is not Frame.FREE:
            return tuple(self._forced(week, state))
        to_race = min(self.frame.weeks_to_race[week], self.far)
        free = self._free[to_race]
        if state not in free:
            free[state] = (
                *self._build(state),
                *self._deload(state),
                *self._week_off(to_race, state),
            )
        return free[state]

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return len(self.frame.weeks)

    def coarse(self, week: int, running: int) -> Steps:
        """The moves of a state of which only the running weeks are known, as steps.

        Deloads never stand in their way, and neither they nor what costs less are weighed.
        """
        free = self.frame.weeks[week] is Frame.FREE
        place = min(self.frame.weeks_to_race[week], self.far) if free else -1 - week
        if (place, running) not in self._steps:
            state = State(min(running, 1), running, self.ladder_length if running else 0)
            self._steps[place, running] = frozenset(
                (move.cost >> _BELOW_WEEKS_OFF, move.after.running) for move in self.of(week, state)
            )
        return self._steps[place, running]

    def _forced(self, week: int, state: State) -> Iterator[Move]:
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
        self,
        kind: WeekKind,
        state: State,
        *,
        loading: int,
        letter: int = 0,
        block: int = -1,
        climbs: bool = False,
        cost: int = 0,
    ) -> Move:
        running, ladder = state.running + 1, state.ladder
        if running > self.limits.running_weeks_target:
            cost += ONE.beyond_target
        if climbs:
            ladder = min(ladder + 1, self.ladder_length)
        return Move(kind, letter, cost, block, State(loading, running, ladder))

    def _build(self, state: State) -> Iterator[Move]:
        loading = state.loading + 1
        if loading <= self.limits.loading_weeks_in_a_row and self._may_run(state):
            kind = WeekKind.BUILD if state.ladder else WeekKind.RETURN
            yield self._running(kind, state, loading=loading, climbs=True)

    def _deload(self, state: State) -> Iterator[Move]:
        if state.ladder and self._may_run(state):
            yield self._running(
                WeekKind.DELOAD,
                state,
                loading=0,
                letter=1,
                block=state.loading,
                cost=ONE.deloads
                + ONE.deloads_in_ladder * (state.ladder < self.ladder_length)
                + self._block_cost(state),
            )

    def _week_off(self, to_race: int, state: State) -> Iterator[Move]:
        needed = self.frame.taper_weeks + WEEKS_BEYOND_TAPER
        waived = int(to_race == needed - 1 and BREAK_LATE in self.waivers)
        if state.running < LEAST_RUNNING_WEEKS or to_race < needed - waived:
            return
        cost = (
            ONE.waivers * waived
            + ONE.weeks_off
            + ONE.late * max(0, self.frame.wished_weeks - to_race)
            + self._block_cost(state)
            + ONE.run_blocks * (self.limits.running_weeks_target - state.running) ** 2
        )
        yield Move(WeekKind.WEEK_OFF, 2, cost, state.loading, State(0, 0, 0))

    def _stub(self, week: int, state: State) -> Iterator[Move]:
        if self._may_run(state):
            loading = state.loading + 1
            if loading <= self.limits.loading_weeks_in_a_row:
                yield self._running(WeekKind.BUILD, state, loading=loading)
            else:  # three loading weeks just before the start: the few days are light ones
                yield from self._deload(state)
        elif self.frame.weeks[week + 1 : week + 2] == (Frame.FREE,) and any(
            self._week_off(self.frame.weeks_to_race[week + 1], state)
        ):  # a week off due before any run begins on the start day and takes the next week too
            yield Move(WeekKind.WEEK_OFF, 2, 0, -1, state)

    def _taper_or_race(self, week: int, state: State) -> Iterator[Move]:
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
            cost=ONE.waivers * waived + (0 if before else self._block_cost(state)),
        )

    def _off(self) -> Move:
        return Move(WeekKind.OFF, 0, 0, -1, State(0, 0, 0))

    def _may_run(self, state: State) -> bool:
        return state.running + 1 <= self.limits.running_weeks

    def _block_cost(self, state: State) -> int:
        return ONE.blocks * (self.limits.loading_weeks_in_a_row - state.loading) ** 2
