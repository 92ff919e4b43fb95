"""One week: minutes shared among its days, runs made of them, and bone load held under its cap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from scheduler.bone_load import BoneLoad, bone_load
from scheduler.model.plan import LOADING, SessionKind, Token, WeekKind
from scheduler.planner import workouts
from scheduler.planner.load import Bound, share_percent, target_of
from scheduler.planner.sharing import STEP, Shares, share_out
from scheduler.planner.workouts import Repeats
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.limits import Limits
    from scheduler.paces import Paces
    from scheduler.planner.days import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.load import Goal, Target
    from scheduler.planner.state import State
    from scheduler.planner.workouts import Workout

LEAST_QUALITY: Final = 3
RACE_WEEK_MOST: Final = 45
RACE_WEEK_LEAST_QUALITY: Final = 4
RACE_WEEK_RECOVER_S: Final = 120
NEAR_RACE_WEEKS: Final = 2
STRIDES_FROM_MINUTES: Final = 20
VOLUME_GIVES: Final = 5  # minutes a volume week may stay under its cap
ROUNDING: Final = 0.1  # bone load is published to one decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """What stays the same over the weeks of one plan."""

    limits: Limits
    goal: Goal
    paces: Paces
    used_to_fast: bool
    walk_breaks: bool = False


class Placed(NamedTuple):
    """A run on its day."""

    weekday: int
    slot: str
    workout: Workout
    load: BoneLoad


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeWeek:
    """A week's runs, the race left out of its sums, with what bound its minutes."""

    kind: WeekKind
    token: Token | None
    placed: tuple[Placed, ...]
    bound: Bound | None
    dropped: int

    @property
    def training(self) -> tuple[Placed, ...]:
        """All runs but the race."""
        return tuple(run for run in self.placed if run.workout.kind is not SessionKind.RACE)


class _Try(NamedTuple):
    """One way to fill the week: minutes under its cap, quality minutes, strides or none."""

    under: int
    quality: int
    strides: bool


def make_week(
    kind: WeekKind, week: FrameWeek, pattern: DayPattern, state: State, setting: Setting, *, first: bool
) -> MadeWeek:
    """Fill a running week's days. ``first`` marks the first full loading week of the plan."""
    target = target_of(
        kind, week, state, setting.limits, setting.goal, first=first, runs=len(pattern.runs)
    )
    best: tuple[Placed, ...] = ()
    dropped = pattern.dropped
    for attempt in _tries(kind, target, week, state, setting):
        shares = _shared(kind, target, week, pattern, state, attempt.under)
        best = tuple(_placed(kind, week, pattern, shares, state, setting, attempt))
        dropped = pattern.dropped + len(pattern.runs) - len(shares)
        if _within_bone_load(best, target, state, kind):
            break
    minutes = sum(run.workout.minutes for run in best)
    return MadeWeek(
        kind=kind,
        token=_token_of(target, best, state),
        placed=(*best, *_race(week, setting)),
        bound=_bound(target, minutes, state, week, best),
        dropped=dropped,
    )


def _token_of(target: Target, runs: tuple[Placed, ...], state: State) -> Token | None:
    """The token as emitted: an intensity week whose quality could not grow only held."""
    if target.token is Token.INTENSITY:
        quality = sum(run.workout.quality_minutes for run in runs)
        return Token.INTENSITY if quality > max(state.quality) else Token.HOLD
    return target.token


def _tries(
    kind: WeekKind, target: Target, week: FrameWeek, state: State, setting: Setting
) -> Iterator[_Try]:
    """Most wanted first; the last one, plain easy running, always stands."""
    strides = _strides_allowed(kind, target, week, state, setting.limits)
    qualities = [target.quality]
    if target.quality > target.held_quality:
        qualities = list(range(target.quality, target.held_quality - 1, -1))
    for quality in qualities:
        yield _Try(0, quality, strides)
        if strides:
            yield _Try(0, quality, strides=False)
    if strides and target.grows:
        yield _Try(VOLUME_GIVES - 2, target.held_quality, strides=True)
    yield _Try(0, target.held_quality, strides=False)
    yield _Try(0, 0, strides=False)


def _strides_allowed(
    kind: WeekKind, target: Target, week: FrameWeek, state: State, limits: Limits
) -> bool:
    if not limits.quality_allowed or state.loading_weeks < limits.quality_gate_weeks:
        return False
    if kind in {WeekKind.RETURN, WeekKind.RACE, WeekKind.RECOVERY} or week.first_day:
        return False
    new = state.strides_weeks == 0 and week.weeks_to_taper <= 2
    return target.token is not Token.RETURN and not new


def _shared(
    kind: WeekKind, target: Target, week: FrameWeek, pattern: DayPattern, state: State, under: int
) -> dict[int, int]:
    """Minutes by weekday; where runs would get too short, the least wanted is left out."""
    minutes = target.minutes - under
    if kind is WeekKind.RACE:
        return _race_week(minutes, week, pattern, state)
    days = list(_wanted(pattern))
    while days or pattern.long is not None:
        found = _try_share(minutes, target, week, pattern.long, days, state)
        if found is not None:
            return _by_day(pattern.long, days, found)
        if not days:
            break
        days.pop()
    return {}


def _wanted(pattern: DayPattern) -> list[int]:
    """The other run days, most wanted first: the day for quality, then those farthest from the long run."""

    def rank(day: int) -> tuple[bool, int, int]:
        gap = abs(day - pattern.long) if pattern.long is not None else 0
        return (day != pattern.quality, -min(gap, 7 - gap), day)

    return sorted((day for day in pattern.runs if day != pattern.long), key=rank)


def _try_share(
    minutes: int, target: Target, week: FrameWeek, long: int | None, days: list[int], state: State
) -> Shares | None:
    caps = [state.single_run_cap(week.ordinal(day)) for day in days]
    if long is None:
        return share_out(
            minutes, long_cap=None, caps=[min(cap, target.long_cap) for cap in caps], keep_long=False
        )
    long_cap = min(
        target.long_cap,
        state.single_run_cap(week.ordinal(long)),
        minutes * share_percent(len(days) + 1) // 100,
    )
    return share_out(minutes, long_cap=long_cap, caps=caps, keep_long=target.grows)


def _by_day(long: int | None, days: list[int], shares: Shares) -> dict[int, int]:
    found = dict(zip(days, shares.others, strict=True))
    if long is not None:
        found[long] = shares.long
    return dict(sorted(found.items()))


def _race_week(
    minutes: int, week: FrameWeek, pattern: DayPattern, state: State
) -> dict[int, int]:
    """Two or three runs, each no longer than the one before, 15 to 45 minutes."""
    days = list(pattern.runs)
    while days and minutes < SHORTEST_RUN_MINUTES * len(days):
        days.pop(0)
    shares: dict[int, int] = {}
    left, most = minutes, RACE_WEEK_MOST
    for place, day in enumerate(days):
        after = len(days) - place - 1
        share = min(left // (after + 1) + 5 * after, left - SHORTEST_RUN_MINUTES * after)
        most = min(most, state.single_run_cap(week.ordinal(day)))
        share = min(max(share - share % STEP, SHORTEST_RUN_MINUTES), most)
        shares[day] = most = share
        left -= share
    return shares


def _placed(
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    shares: dict[int, int],
    state: State,
    setting: Setting,
    attempt: _Try,
) -> Iterator[Placed]:
    """The week's runs in date order, with their slots."""
    paces = setting.paces
    repeats = _repeats(kind, week, pattern, shares, state, setting, attempt.quality)
    strides = _strides_day(pattern, shares) if attempt.strides else None
    number = 0
    for day, minutes in shares.items():
        long = day == pattern.long
        if long:
            workout = workouts.long_run(minutes, state.longest_before(week.ordinal(day)), paces)
        elif repeats is not None and day == pattern.quality:
            touch = kind is WeekKind.RACE
            workout = workouts.quality_run(minutes, repeats, paces, touch=touch)
        elif day == strides:
            workout = workouts.strides_run(minutes, state.strides_weeks, paces)
        else:
            workout = workouts.easy_run(minutes, paces)
        number += not long
        slot = "long" if long else f"run{number}"
        yield Placed(day, slot, workout, bone_load(workout.steps, paces))


def _repeats(
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    shares: dict[int, int],
    state: State,
    setting: Setting,
    wished: int,
) -> Repeats | None:
    """The quality of the week, as much as its share and its run can hold; None where that is next to nothing."""
    if pattern.quality not in shares:
        return None
    most = sum(shares.values()) * setting.limits.quality_share_percent // 100
    least = RACE_WEEK_LEAST_QUALITY if kind is WeekKind.RACE else LEAST_QUALITY
    near_race = week.weeks_to_taper <= NEAR_RACE_WEEKS
    for quality in range(min(wished, most), least - 1, -1):
        chosen = workouts.quality_kind(
            state.quality_weeks,
            used_to_fast=setting.used_to_fast,
            minutes=quality,
            near_race=near_race,
        )
        if kind is WeekKind.RACE:
            repeats = Repeats(
                kind=SessionKind.RACE_PACE, times=1, seconds=quality * 60, recover=RACE_WEEK_RECOVER_S
            )
        else:
            repeats = workouts.repeats_of(chosen, quality, setting.goal.race_class)
        if repeats.needed_minutes <= shares[pattern.quality]:
            return repeats
    return None


def _strides_day(pattern: DayPattern, shares: dict[int, int]) -> int | None:
    """The first easy day long enough for strides that is not the day before the long run."""
    for day, minutes in shares.items():
        before_long = pattern.long is not None and (pattern.long - day) % 7 == 1
        if day not in {pattern.long, pattern.quality} and not before_long:
            if minutes >= STRIDES_FROM_MINUTES:
                return day
    return None


def _within_bone_load(
    runs: tuple[Placed, ...], target: Target, state: State, kind: WeekKind
) -> bool:
    """Whether the week's bone load stays under the best of the last four loading weeks with its growth."""
    if kind not in LOADING or not state.bone_load or target.token is None:
        return True
    load = round(sum(run.load.load for run in runs), 1)
    return load <= max(state.bone_load) * target.growth_percent / 100 + ROUNDING


def _race(week: FrameWeek, setting: Setting) -> Iterator[Placed]:
    if week.race is not None and week.race_day is not None:
        workout = workouts.race_run(
            week.race.name, week.race.minutes, setting.paces, walk_breaks=setting.walk_breaks
        )
        load = bone_load(workout.steps, setting.paces)
        yield Placed(week.race_day, f"race.{week.race.id}", workout, load)


def _bound(target: Target, minutes: int, state: State, week: FrameWeek, runs: tuple[Placed, ...]) -> Bound | None:
    """What kept a growing week from more minutes: its cap, or a single run's where that came first."""
    if target.bound is None or minutes >= target.minutes - VOLUME_GIVES:
        return target.bound
    capped = any(
        run.workout.minutes >= state.single_run_cap(week.ordinal(run.weekday)) for run in runs
    )
    return Bound.SINGLE_RUN if capped else Bound.SHARE
