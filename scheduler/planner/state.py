"""What the past weeks mean for the next: the planner's state, folded from emitted weeks alone.

``first_state`` reads the baseline, ``advance`` one published week with its sessions; nothing else
may enter, so the state can be rebuilt from record and baseline at any time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from scheduler.model.plan import LOADING, RUN_FREE, RUNS, SessionKind, WeekKind
from scheduler.rules.return_too_fast import CUT_SHORT_PERCENT, LONG_SPAN_DAYS
from scheduler.rules.run_too_long import (
    EMPTY_WINDOW_MINUTES,
    LONGER_BY_PERCENT,
    SHORT_RUN_EXTRA_MINUTES,
    SHORT_RUN_MINUTES,
    WINDOW_DAYS,
)
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Session, Week

KEPT_WEEKS: Final = 4
GATE_AGAIN_DAYS: Final = 28  # so long without a run, and faster running has to be earned anew


@dataclass(frozen=True, kw_only=True, slots=True)
class Back:
    """A day (an ordinal) from which running starts gently again: an illness or a pause is over."""

    ordinal: int
    paused: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """What is known before a week, in whole minutes as emitted.

    ``runs`` are (date ordinal, minutes, minutes if it was no race) of the past days. ``loading``,
    ``quality`` and ``bone_load`` hold the last four loading weeks, ``besides`` what they held
    besides their longest run, ``full`` the last three full weeks. ``ladder_step`` counts loading
    weeks since the last run-free span; ``before_minutes`` and ``before_longest`` are what was held
    when it began, ``before_bone_load`` 0 where unknown and ``before_baseline`` its ``baseline``.
    ``most_*`` are maxima over the whole plan; ``backs`` are all that were logged, by date.
    """

    loading: tuple[int, ...]
    quality: tuple[int, ...]
    bone_load: tuple[float, ...]
    besides: tuple[int, ...]
    full: tuple[int, ...]
    ladder: tuple[int, ...]
    ladder_step: int
    before_minutes: int
    before_longest: int
    before_bone_load: float
    before_baseline: int
    loading_weeks: int
    longest: int
    most_minutes: int
    most_quality: int
    quality_weeks: int
    strides_weeks: int
    runs: tuple[tuple[int, int, int], ...]
    last_run: int  # its ordinal
    backs: tuple[Back, ...] = ()

    @property
    def reference(self) -> int:
        """Minutes of the best of the last four loading weeks, never less than one shortest run."""
        return max(*self.loading, EMPTY_WINDOW_MINUTES)

    @property
    def baseline(self) -> int:
        """Minutes of the week before the plan while it is one of the last four, else 0."""
        return self.loading[0] if len(self.bone_load) < KEPT_WEEKS else 0

    @property
    def in_ladder(self) -> bool:
        """Whether the next loading week is still on the way back."""
        return self.ladder_step < len(self.ladder)

    def longest_before(self, ordinal: int) -> int:
        """Minutes of the longest run of the 30 days before a date, 0 for none."""
        first = ordinal - WINDOW_DAYS
        return max([run[1] for run in self.runs if first <= run[0] < ordinal], default=0)

    def longest_trained_before(self, ordinal: int) -> int:
        """``longest_before`` without races."""
        first = ordinal - WINDOW_DAYS
        return max([run[2] for run in self.runs if first <= run[0] < ordinal], default=0)

    def longest_by_weekday(self, monday: int) -> tuple[int, ...]:
        """``longest_before`` for the days of a week that has no run yet; ``runs`` are by date."""
        runs, longest, found = list(self.runs), 0, []
        for first in range(monday + 6 - WINDOW_DAYS, monday - 1 - WINDOW_DAYS, -1):
            while runs and runs[-1][0] >= first:
                longest = max(longest, runs.pop()[1])
            found.append(longest)
        return tuple(reversed(found))

    def single_run_cap(self, ordinal: int) -> int:
        """The most for one run on a date."""
        return single_run_cap(self.longest_before(ordinal))


def single_run_cap(longest: int) -> int:
    """The most for one run: a tenth more than the longest of the past 30 days."""
    cap = max(longest * (100 + LONGER_BY_PERCENT) // 100, EMPTY_WINDOW_MINUTES)
    return max(cap, longest + SHORT_RUN_EXTRA_MINUTES) if longest < SHORT_RUN_MINUTES else cap


def advance(state: State, week: Week, sessions: Sequence[Session], limits: Limits) -> State:
    """The state after one emitted week; ``sessions`` are those dated in it."""
    ran = [_run(session) for session in sessions if session.kind in RUNS]
    for day, _, _ in ran:
        state = replace(after_free_days(state, day, limits), last_run=day)
    # What was run before days off is asked for after them.
    oldest = min(week.starts_on.toordinal() + 6, state.last_run) - WINDOW_DAYS
    changes: dict[str, Any] = {
        "runs": (*[run for run in state.runs if run[0] >= oldest], *ran),
        "longest": max([state.longest, *[trained for _, _, trained in ran]]),
        "quality_weeks": state.quality_weeks + (week.quality_minutes > 0),
        "strides_weeks": state.strides_weeks
        + any(session.kind is SessionKind.STRIDES for session in sessions),
    }
    if week.kind in RUN_FREE:
        return replace(state, **changes, full=_full(state, 0))
    if is_stub(week):
        return replace(state, **changes)
    if week.kind is not WeekKind.RACE:
        changes["full"] = _full(state, week.minutes)
    if week.kind in LOADING:
        minutes, load = week.minutes, week.bone_load
        if week.kind is WeekKind.TUNE_UP:  # a race gives nothing to grow from
            minutes = min(minutes, state.reference)
            load = min(load, max(state.bone_load, default=load))
        changes |= {
            "loading": (*state.loading, minutes)[-KEPT_WEEKS:],
            "quality": (*state.quality, week.quality_minutes)[-KEPT_WEEKS:],
            "bone_load": (*state.bone_load, load)[-KEPT_WEEKS:],
            "besides": (*state.besides, week.minutes - week.longest_minutes)[-KEPT_WEEKS:],
            "ladder_step": state.ladder_step + (not _cut_short(state, week)),
            "loading_weeks": state.loading_weeks + 1,
            "most_minutes": max(state.most_minutes, minutes),
            "most_quality": max(state.most_quality, week.quality_minutes),
        }
    return replace(state, **changes)


def _cut_short(state: State, week: Week) -> bool:
    """Whether a first week back holds so little that it is no step of the way back."""
    if week.kind is not WeekKind.RETURN or not state.in_ladder:
        return False
    share = state.ladder[state.ladder_step] * state.before_minutes // 100
    return week.minutes * 100 < CUT_SHORT_PERCENT * share


def is_stub(week: Week) -> bool:
    """A first week that starts after Monday: it takes part in no growth and no ladder.

    A later week without a token is one that a pause emptied.
    """
    return week.index == 1 and week.kind in LOADING and week.token is None


def needs_hold(state: State, limits: Limits) -> bool:
    """Whether the next loading week is the one without growth after the way back."""
    return limits.hold_after_ladder and state.ladder_step == len(state.ladder)


def _run(session: Session) -> tuple[int, int, int]:
    trained = 0 if session.kind is SessionKind.RACE else session.minutes
    return (session.date.toordinal(), session.minutes, trained)


def _full(state: State, minutes: int) -> tuple[int, ...]:
    """The last three full weeks of the plan; today's stands in until one has running."""
    weeks = (*state.full, minutes)[-3:]
    return weeks if max(weeks) else state.full


def after_free_days(state: State, first_run: int, limits: Limits) -> State:
    """The state with what the run-free days before ``first_run`` (an ordinal) ask for.

    Seven and more begin the way back, and so does any illness or pause: what was held before is
    kept, inside a way back the older. A week off that lasts until the start is reckoned at seven
    days. After a pause, or four weeks, faster running is earned anew.
    """
    span = first_run - state.last_run - 1
    backs = goes_back(state.last_run, first_run, state.backs)
    if span < RUN_FREE_SPAN_DAYS and not backs:
        return state
    long_way = backs or span >= LONG_SPAN_DAYS
    ladder = limits.long_ladder_percent if long_way else limits.ladder_percent
    if span >= GATE_AGAIN_DAYS or any(back.paused for back in backs):
        state = replace(state, loading_weeks=0, quality=(0,))
    if state.in_ladder:
        return replace(state, ladder=ladder, ladder_step=0)
    return replace(
        state,
        ladder=ladder,
        ladder_step=0,
        before_minutes=state.reference,
        before_longest=state.longest_trained_before(state.last_run + 1) or state.before_longest,
        before_bone_load=max(state.bone_load, default=0.0),
        before_baseline=state.baseline,
    )


def goes_back(last: int | None, first: int, backs: tuple[Back, ...]) -> tuple[Back, ...]:
    """The illnesses and pauses that ended between two runs, given as ordinals.

    An illness of less than a week without a run counts as runs missed, no more.
    """
    if not backs:
        return ()
    before = 0 if last is None else last
    week = first - before - 1 >= RUN_FREE_SPAN_DAYS
    return tuple(back for back in backs if before < back.ordinal <= first and (back.paused or week))
