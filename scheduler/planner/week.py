"""One week: minutes shared among its days, runs made of them, and bone load held under its cap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from scheduler.bone_load import BoneLoad, bone_load
from scheduler.model.plan import LOADING, SessionKind, Token, WeekKind
from scheduler.planner import workouts
from scheduler.planner.load import target_of
from scheduler.planner.minutes import OpenWeek, minutes_by_day, most_by_weekday, repeats_of_week
from scheduler.planner.target import Bound
from scheduler.rules.intensity_too_early import WEEKS_BEYOND_TAPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.paces import Paces
    from scheduler.planner.day_need import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.minutes import Setting
    from scheduler.planner.state import State
    from scheduler.planner.workouts import Repeats, Workout
    from scheduler.words.language import Language

STRIDES_FROM_MINUTES: Final = 20
WITHOUT_STRIDES: Final = frozenset({WeekKind.RETURN, WeekKind.RECOVERY})
VOLUME_GIVES: Final = 5  # minutes a volume week may stay under its cap
ROUNDING_TENTHS: Final = 1  # bone load is published to one decimal
BONE_LOAD_NEAR: Final = 0.5  # easy km: a week this near its cap of bone load was held by it


class Placed(NamedTuple):
    """A run on its day."""

    weekday: int
    slot: str
    workout: Workout
    load: BoneLoad
    is_goal: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeWeek:
    """A week's runs, the race left out of its sums, with what bound its minutes.

    ``dropped`` runs found no day, ``too_short`` ones would have been too short to be worth it;
    ``left_out`` are minutes that the ceilings of the days did not hold.
    """

    kind: WeekKind
    token: Token | None
    placed: tuple[Placed, ...]
    bound: Bound | None
    dropped: int
    too_short: int = 0
    left_out: int = 0

    @property
    def ran(self) -> tuple[Placed, ...]:
        """What the week's sums count: all runs, and a race that is no goal."""
        return tuple(run for run in self.placed if not run.is_goal)

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
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    state: State,
    setting: Setting,
    *,
    first: bool,
) -> MadeWeek:
    """Fill a running week's days. ``first`` marks the first full loading week of the plan."""
    opened = open_week(kind, week, pattern, state, setting, first=first)
    runs: tuple[Placed, ...] = ()
    for attempt in _tries(opened):
        runs = tuple(_placed(opened, minutes_by_day(opened, attempt.under), attempt))
        if _within_bone_load(opened, runs):
            break
    return MadeWeek(
        kind=kind,
        token=_token_of(opened, runs),
        placed=tuple(sorted((*runs, *race_of(week, setting)), key=lambda run: run.weekday)),
        bound=_bound(opened, runs),
        dropped=pattern.dropped,
        too_short=len(pattern.runs) - len(runs),
        left_out=_left_out(opened, runs),
    )


def open_week(
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    state: State,
    setting: Setting,
    *,
    first: bool,
) -> OpenWeek:
    """The week with all its caps, before its minutes are given out."""
    target = target_of(
        kind, week, state, setting.limits, setting.goal, first=first, pattern=pattern
    )
    longest = state.longest_by_weekday(week.ordinal(0))
    return OpenWeek(
        kind=kind,
        frame=week,
        pattern=pattern,
        state=state,
        setting=setting,
        target=target,
        longest=longest,
        most=most_by_weekday(longest, setting.most_minutes),
    )


def _left_out(week: OpenWeek, runs: tuple[Placed, ...]) -> int:
    """Minutes under the week's cap where a run stands at the ceiling of its day."""
    windows = week.setting.most_minutes
    if not any(run.workout.minutes == windows[run.weekday] for run in runs):
        return 0
    return max(0, week.target.minutes - sum(run.workout.minutes for run in runs))


def _token_of(week: OpenWeek, runs: tuple[Placed, ...]) -> Token | None:
    """The token as emitted: where quality could not grow, the long run did, or all only held."""
    if week.target.token is not Token.INTENSITY:
        return week.target.token
    if sum(run.workout.quality_minutes for run in runs) > max(week.state.quality):
        return Token.INTENSITY
    longest = max((run.workout.minutes for run in runs), default=0)
    return Token.LONG if longest > week.longest[0] else Token.HOLD


def _tries(week: OpenWeek) -> Iterator[_Try]:
    """Most wanted first; the last one, easy minutes under the cap of bone load, always stands."""
    target, strides = week.target, strides_allowed(week)
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
    most = most_bone_load(week)
    if most:
        rounded_up = len(week.pattern.runs) * ROUNDING_TENTHS / 20  # half a tenth a run
        minutes = int((most - rounded_up) / _easy_load(week, 1))
        yield _Try(max(0, target.minutes - minutes), 0, strides=False)


def strides_allowed(week: OpenWeek) -> bool:
    """Whether one of the week's easy runs may end in strides."""
    limits, state = week.setting.limits, week.state
    if not limits.quality_allowed or state.loading_weeks < limits.quality_gate_weeks:
        return False
    if week.kind in WITHOUT_STRIDES or week.frame.first_day or week.frame.race is not None:
        return False
    if state.in_ladder and state.ladder_step == 0:
        return False
    late = week.frame.weeks_to_taper <= WEEKS_BEYOND_TAPER
    new = state.strides_weeks == 0 and week.frame.weeks_to_race is not None and late
    return week.target.token is not Token.RETURN and not new


def _placed(week: OpenWeek, shares: dict[int, int], attempt: _Try) -> Iterator[Placed]:
    """The week's runs in date order, with their slots."""
    repeats = repeats_of_week(week, shares, attempt.quality)
    strides = _strides_day(week.pattern, shares) if attempt.strides else None
    number = 0
    for day, minutes in shares.items():
        long = day == week.pattern.long
        number += not long
        slot = "long" if long else f"run{number}"
        yield Placed(day, slot, *run_of(week, day, minutes, repeats=repeats, strides=strides))


def run_of(
    week: OpenWeek, day: int, minutes: int, *, repeats: Repeats | None, strides: int | None
) -> tuple[Workout, BoneLoad]:
    """The run of a day with its load; ``strides`` is the weekday that has them."""
    run = _special(week, day, minutes, repeats, strides)
    if run is None:
        return _easy_run(minutes, week.setting.paces, week.setting.say)
    return run, bone_load(run.steps, week.setting.paces)


def _special(
    week: OpenWeek, day: int, minutes: int, repeats: Repeats | None, strides: int | None
) -> Workout | None:
    """The run of a day that holds more than easy minutes, or the long one."""
    paces, say = week.setting.paces, week.setting.say
    if day == week.pattern.long:
        return workouts.long_run(minutes, week.longest[day], paces, say)
    if repeats is not None and day == week.pattern.quality:
        touch = week.kind is WeekKind.RACE
        return workouts.quality_run(minutes, repeats, paces, say, touch=touch)
    if day == strides:
        return workouts.strides_run(minutes, week.state.strides_weeks, paces, say)
    return None


@lru_cache(maxsize=256)
def _easy_run(minutes: int, paces: Paces, say: Language) -> tuple[Workout, BoneLoad]:
    """An easy run with its load, made once: a plan has many, of a few lengths."""
    run = workouts.easy_run(minutes, paces, say)
    return run, bone_load(run.steps, paces)


def _strides_day(pattern: DayPattern, shares: dict[int, int]) -> int | None:
    """The first easy day long enough for strides that is not the day before the long run."""
    for day, minutes in shares.items():
        before_long = pattern.long is not None and (pattern.long - day) % 7 == 1
        easy = day not in {pattern.long, pattern.quality}
        if easy and not before_long and minutes >= STRIDES_FROM_MINUTES:
            return day
    return None


def _within_bone_load(week: OpenWeek, runs: tuple[Placed, ...]) -> bool:
    """Whether the week's bone load stays under the most that it may be."""
    most = most_bone_load(week)
    if week.kind not in LOADING or not most or week.target.token is None:
        return True
    tenths = sum(round(run.load.load * 10) for run in runs)
    return tenths <= int(most * 10) + ROUNDING_TENTHS


def most_bone_load(week: OpenWeek) -> float:
    """The best of the last four loading weeks, with the growth that the week's minutes may have.

    On the way back it is the best before the week off; 0 where nothing is known yet. While the
    week before the plan is one of the four, it counts as easy minutes: the plan's own first weeks
    may be cut short by days away.
    """
    state = week.state
    if week.target.token is Token.RETURN:
        return max(state.before_bone_load, _easy_load(week, state.before_baseline))
    if not state.bone_load:
        return 0.0
    growth = max(week.target.grown_minutes / state.reference, 1.0)
    return max(*state.bone_load, _easy_load(week, state.baseline)) * growth


def _easy_load(week: OpenWeek, minutes: int) -> float:
    """What so many easy minutes weigh, in easy kilometres."""
    return week.setting.paces.speed["easy"] * 60 / 1000 * minutes


def race_of(week: FrameWeek, setting: Setting) -> Iterator[Placed]:
    """The race of a week, where it has one."""
    if week.race is not None and week.race_day is not None:
        paces = setting.race_paces or setting.paces
        name, minutes, breaks = week.race.name, week.race.minutes, setting.walk_breaks
        workout = workouts.race_run(name, minutes, paces, setting.say, walk_breaks=breaks)
        load = bone_load(workout.steps, paces)
        yield Placed(week.race_day, f"race.{week.race.id}", workout, load, week.is_goal)


def _bound(week: OpenWeek, runs: tuple[Placed, ...]) -> Bound | None:
    """What kept a growing week from more: its cap, a single run's, or the long run's share."""
    target = week.target
    minutes = sum(run.workout.minutes for run in runs)
    long = next((run.workout.minutes for run in runs if run.slot == "long"), 0)
    if not target.grows:
        return target.bound  # the weeks stand where they were to go
    if target.bound is None and long >= target.long_cap:
        return None
    if target.bound is not None and minutes >= target.minutes - VOLUME_GIVES:
        return target.bound
    windows = week.setting.most_minutes
    if any(run.workout.minutes == windows[run.weekday] for run in runs):
        return Bound.WINDOW
    if any(run.workout.minutes >= week.most[run.weekday] for run in runs):
        return Bound.SINGLE_RUN
    load, most = sum(run.load.load for run in runs), most_bone_load(week)
    return Bound.GROWTH if most and load + BONE_LOAD_NEAR >= most else Bound.SHARE
