"""The moves of the season search: which kinds of week may follow, and what each costs.

A state is (loading weeks in a row, running weeks since the last run-free span, loading weeks since
it, and how many of those the way back has). That a week off has just ended is the same as "no
loading week since".
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from scheduler.model.limits import BLOCK_13, BREAK_LATE
from scheduler.model.plan import RUN_FREE, WeekKind
from scheduler.planner.season_cost import BELOW_WEEKS_OFF, ONE
from scheduler.planner.season_frame import UNLOADED, Frame
from scheduler.planner.season_state import Move, State, as_published, run_in
from scheduler.rules.no_week_off import RUNNING_WEEKS_WAIVED
from scheduler.rules.return_too_fast import LONG_SPAN_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.limits import Limits
    from scheduler.planner.season_frame import History, SeasonFrame, SeasonWeek
    from scheduler.planner.season_state import Steps

LEAST_RUNNING_WEEKS: Final = 3  # no week off of the planner's own before these
WISHED_WEEKS_TO_TUNE_UP: Final = 4  # from a week off to a B race


class Moves:
    """Which weeks may follow a state, at what cost; alike weeks are worked out once per state."""

    def __init__(self, frame: SeasonFrame, limits: Limits, waivers: frozenset[str]) -> None:
        self.weeks = frame.weeks
        self.limits = limits
        self.waivers = waivers
        self.rungs = len(limits.ladder_percent)
        self.long_rungs = len(limits.long_ladder_percent)
        self._off_costs = tuple(self._off_cost(place) for place in range(len(frame.weeks)))
        asked = [self._asked(place) for place in range(len(frame.weeks))]
        made: dict[object, dict[State, tuple[Move, ...]]] = defaultdict(dict)
        self._made = tuple(made[one] for one in asked)
        coarse: dict[object, dict[int, Steps]] = defaultdict(dict)
        self._coarse = tuple(coarse[one] for one in asked)
        self._running_on: dict[State, tuple[Move, ...]] = {}

    def first(self, history: History) -> State:
        """The state before the first week."""
        rungs = history.ladder_length or self.rungs
        return State(history.loading_weeks, history.running_weeks, history.ladder_weeks, rungs)

    def of(self, place: int, state: State) -> tuple[Move, ...]:
        """Every legal week here."""
        made = self._made[place]
        if state not in made:
            made[state] = self._worked_out(place, state)
            published = self.weeks[place].published
            if published is not None:
                made[state] = tuple(as_published(made[state], published))
        return made[state]

    def coarse(self, place: int, running: int) -> Steps:
        """The moves of a state of which only the running weeks are known, as steps.

        Deloads never stand in their way, and neither they nor what costs less are weighed.
        """
        made = self._coarse[place]
        if running not in made:
            state = State(0, running, self.rungs if running else 0, self.rungs)
            ways = {(m.cost >> BELOW_WEEKS_OFF, m.after.running) for m in self.of(place, state)}
            made[running] = tuple(ways)
        return made[running]

    def _asked(self, place: int) -> tuple[object, ...]:
        """All that the moves of a week depend on, beside the state before it."""
        week = self.weeks[place]
        if week.begun or week.back:
            return (place,)
        if week.frame is Frame.FREE and not week.span_before:
            return (Frame.FREE, self._off_costs[place], week.published)
        following = self.weeks[place + 1] if place + 1 < len(self.weeks) else None
        if following is None:
            return (week.frame, week.span_before, self._closes(place), week.published)
        off_next = self._off_costs[place + 1] is None
        rests = bool(following.span_before)
        here = (week.frame, week.span_before, self._closes(place), week.published)
        return (*here, following.frame, rests, off_next)

    def _worked_out(self, place: int, state: State) -> tuple[Move, ...]:
        if self.weeks[place].begun:
            return self._begun(place, state)
        return self._ahead(place, state)

    def _begun(self, place: int, state: State) -> tuple[Move, ...]:
        """The running week: what it was published as where that may stand, and no new week off.

        A week off that has begun goes on; one with a run in it is a lighter week. A week that was
        run in is a running week however many lie behind it: that is history, and not charged.
        """
        week = self.weeks[place]
        if not week.has_run:
            if week.frame in {Frame.STUB, Frame.EMPTY_STUB} and week.published in RUN_FREE:
                return (Move(week.published, 0, 0, -1, state),)  # its week off is the week after
            if week.published in RUN_FREE:
                return (self._off(state, closes=self._closes(place), kind=week.published),)
            moves = self._ahead(place, state)
            return tuple(move for move in moves if move.kind is week.published) or moves
        state = state._replace(running=min(state.running, self.limits.running_weeks - 1))
        moves = tuple(
            run_in(move, state, lost=week.is_lost)
            for move in self._ahead(place, state)
            if move.kind is not WeekKind.WEEK_OFF
        )
        wished = WeekKind.DELOAD if week.published in RUN_FREE else week.published
        return tuple(move for move in moves if move.kind is wished) or moves

    def _ahead(self, place: int, state: State) -> tuple[Move, ...]:
        week = self.weeks[place]
        if week.span_before or week.back:
            return self._after_span(place, week, state)
        if week.frame is not Frame.FREE:
            return tuple(self._forced(place, state, closes=self._closes(place)))
        if state not in self._running_on:
            self._running_on[state] = (*self._build(state), *self._deload(state))
        return (*self._running_on[state], *self._week_off(self._off_costs[place], state))

    def _off_cost(self, place: int) -> int | None:
        """What a week off costs here before its blocks are weighed; None where none may stand."""
        week = self.weeks[place]
        following = self.weeks[place + 1].frame if place + 1 < len(self.weeks) else None
        if week.frame is not Frame.FREE or following is Frame.TUNE_UP:
            return None
        waived = late = 0
        if week.weeks_to_race is not None:
            missing = week.least_weeks_to_race - week.weeks_to_race
            waived = int(missing == 1 and BREAK_LATE in self.waivers)
            if missing > waived:
                return None
            late = max(0, week.wished_weeks - week.weeks_to_race)
        if week.weeks_to_tune_up is not None:
            late += max(0, WISHED_WEEKS_TO_TUNE_UP - week.weeks_to_tune_up)
        return ONE.waivers * waived + ONE.weeks_off + ONE.late * late

    def _closes(self, place: int) -> bool:
        """Whether a week without loading, asked for by the calendar, is the first of its row."""
        return place == 0 or self.weeks[place - 1].frame not in UNLOADED

    def _after_span(self, place: int, week: SeasonWeek, state: State) -> tuple[Move, ...]:
        """A week whose first run ends seven days and more without: everything begins anew."""
        long_span = week.back or week.span_before >= LONG_SPAN_DAYS
        running = 0 if week.span_before else state.running
        fresh = State(0, running, 0, self.long_rungs if long_span else self.rungs)
        if week.frame is Frame.FREE:
            moves = tuple(self._build(fresh))
        else:
            moves = tuple(self._forced(place, fresh, closes=False))
        if not state.loading:
            return moves
        cost = self._block_cost(state)
        return tuple(move._replace(cost=move.cost + cost, block=state.loading) for move in moves)

    def _forced(self, place: int, state: State, *, closes: bool) -> Iterator[Move]:
        match self.weeks[place].frame:
            case Frame.STUB:
                yield from self._stub(place, state)
            case Frame.EMPTY_STUB:
                yield Move(WeekKind.BUILD, 0, 0, -1, state)
            case Frame.TUNE_UP:
                yield from self._tune_up(state)
            case Frame.TAPER | Frame.RACE:
                yield from self._taper_or_race(place, state, closes=closes)
            case Frame.AFTER_LONG_RACE | Frame.AWAY:
                yield self._off(state, closes=closes)
            case _ if self._may_run(state):
                yield self._running(WeekKind.RECOVERY, state, loading=0, closes=closes)
            case Frame.AFTER_SHORT_RACE:
                yield self._off(state, closes=closes)
            case _:  # after a smaller race it is a week off like any other
                yield self._off(state, closes=closes, cost=ONE.weeks_off)

    def _running(
        self,
        kind: WeekKind,
        state: State,
        *,
        loading: int,
        closes: bool = False,
        letter: int = 0,
        climbs: bool = False,
        cost: int = 0,
    ) -> Move:
        running, ladder = state.running + 1, state.ladder
        if running > self.limits.running_weeks_target:
            cost += ONE.beyond_target
        if climbs:
            ladder = min(ladder + 1, state.rungs)
        if closes:
            cost += self._block_cost(state)
        block = state.loading if closes else -1
        return Move(kind, letter, cost, block, State(loading, running, ladder, state.rungs))

    def _build(self, state: State) -> Iterator[Move]:
        loading = state.loading + 1
        if loading <= self.limits.loading_weeks_in_a_row and self._may_run(state):
            kind = WeekKind.BUILD if state.ladder else WeekKind.RETURN
            yield self._running(kind, state, loading=loading, climbs=True)

    def _tune_up(self, state: State) -> Iterator[Move]:
        loading = state.loading + 1
        if loading <= self.limits.loading_weeks_in_a_row and self._may_run(state):
            yield self._running(WeekKind.TUNE_UP, state, loading=loading, climbs=True)

    def _deload(self, state: State) -> Iterator[Move]:
        if state.ladder and self._may_run(state):
            cost = ONE.deloads + ONE.deloads_in_ladder * (state.rungs - state.ladder)
            yield self._running(WeekKind.DELOAD, state, loading=0, closes=True, letter=1, cost=cost)

    def _week_off(self, off_cost: int | None, state: State) -> Iterator[Move]:
        if off_cost is None or state.running < LEAST_RUNNING_WEEKS:
            return
        run_block = (self.limits.running_weeks_target - state.running) ** 2
        cost = off_cost + self._block_cost(state) + ONE.run_blocks * run_block
        yield Move(WeekKind.WEEK_OFF, 2, cost, state.loading, State(0, 0, 0, self.rungs))

    def _stub(self, place: int, state: State) -> Iterator[Move]:
        following = self.weeks[place + 1] if place + 1 < len(self.weeks) else None
        if self._may_run(state):
            loading = state.loading + 1
            if loading <= self.limits.loading_weeks_in_a_row:
                yield self._running(WeekKind.BUILD, state, loading=loading)
            else:  # three loading weeks just before the start: the few days are light ones
                yield from self._deload(state)
        elif following is None:
            return
        elif following.frame is Frame.AWAY or following.span_before:
            yield Move(WeekKind.OFF, 0, 0, -1, state)
        elif following.frame is Frame.FREE and self._off_costs[place + 1] is not None:
            # A week off due before any run begins on the start day and takes the next week too.
            yield Move(WeekKind.WEEK_OFF, 2, 0, -1, state)

    def _taper_or_race(self, place: int, state: State, *, closes: bool) -> Iterator[Move]:
        racing = self.weeks[place].frame is Frame.RACE
        rests_after = place + 1 < len(self.weeks) and self.weeks[place + 1].frame is not Frame.RACE
        most, waived = self.limits.running_weeks, 0
        if racing and rests_after:
            most = self.limits.running_weeks_before_race
            if state.running == self.limits.running_weeks and BLOCK_13 in self.waivers:
                waived_most = max(most, min(state.running + 1, RUNNING_WEEKS_WAIVED))
                waived, most = int(waived_most > most), waived_most
        if state.running + 1 <= most:
            kind = WeekKind.RACE if racing else WeekKind.TAPER
            cost = ONE.waivers * waived
            yield self._running(kind, state, loading=0, closes=closes, cost=cost)

    def _off(
        self, state: State, *, closes: bool, cost: int = 0, kind: WeekKind | None = None
    ) -> Move:
        cost += self._block_cost(state) if closes else 0
        block = state.loading if closes else -1
        return Move(kind or WeekKind.OFF, 0, cost, block, State(0, 0, 0, self.rungs))

    def _may_run(self, state: State) -> bool:
        return state.running + 1 <= self.limits.running_weeks

    def _block_cost(self, state: State) -> int:
        return ONE.blocks * (self.limits.loading_weeks_in_a_row - state.loading) ** 2
