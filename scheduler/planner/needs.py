"""What each week asks of its days: how many runs, on which days, with what roles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import LOADING, RUN_FREE, RunDays, SessionKind, WeekKind
from scheduler.planner.day_need import DayNeed, runnable_days
from scheduler.planner.days import usual_days
from scheduler.planner.seam import is_hard

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.model.profile import Profile
    from scheduler.planner.frame import FrameWeek, PlanFrame
    from scheduler.planner.past import Past

RACE_WEEK_RUNS: Final = 2
RACE_WEEK_RUNS_OF_MANY: Final = 3
MANY_RUNS: Final = 5
LOADING_WEEKS_PER_RUN: Final = 4  # one more run a week in four loading weeks, where more are wanted
QUALITY_DAY_MINUTES: Final = 40  # warm-up, some repeats and cool-down
LONG_RUN_MOVES_BY: Final = 3  # days
WITH_QUALITY: Final = frozenset({WeekKind.BUILD, WeekKind.TAPER, WeekKind.RACE})


def usual_week(profile: Profile, limits: Limits) -> frozenset[int]:
    """The run days of the athlete's ordinary week, at as many runs as the plan ends with."""
    wanted = profile.running.wanted_runs_per_week or profile.running.runs_per_week
    need = replace(_ordinary(profile, limits), runs=min(wanted, 7 - limits.rest_days))
    return usual_days(need, limits.run_days_in_a_row)


def _ordinary(profile: Profile, limits: Limits) -> DayNeed:
    days = runnable_days(profile)
    windows = enumerate(profile.week.most_minutes)
    return DayNeed(
        runs=0,
        open_days=days,
        long_day=profile.week.long_run
        if profile.week.long_run in days
        else max(days, default=None),
        quality=limits.quality_allowed,
        prefer_rest=profile.week.prefer_rest,
        short_days=frozenset(
            day for day, most in windows if most is not None and most < QUALITY_DAY_MINUTES
        ),
    )


def day_needs(
    frame: PlanFrame,
    kinds: tuple[WeekKind, ...],
    profile: Profile,
    limits: Limits,
    usual: frozenset[int],
    *,
    past: Past | None = None,
) -> tuple[DayNeed, ...]:
    """One need for each week that is not over, in order; ``kinds`` are those of all weeks."""
    full = replace(_ordinary(profile, limits), runs=len(usual), usual=usual)
    now = min(profile.running.runs_per_week, len(usual))
    loading, needs = 0, []
    for kind, week in zip(kinds, frame.weeks, strict=True):
        step = loading // LOADING_WEEKS_PER_RUN
        runs = min(now + step, len(usual)) if now < len(usual) else len(usual)
        if runs != full.usual_runs:
            full = replace(full, runs=runs, usual_runs=runs)
        if week.index >= frame.over:
            need = _need(full, kind, week)
            if past is not None and kind not in RUN_FREE:
                need = _as_published(need, week, past, limits)
            needs.append(need)
        loading += kind in LOADING and not week.first_day
    return tuple(needs)


def _as_published(need: DayNeed, week: FrameWeek, past: Past, limits: Limits) -> DayNeed:
    """The need with the days that the week was published with.

    The running week has its past days, and of the runs to come no more than were published: what
    was missed is not made up for.
    """
    runs = [run for run in past.published_in(week.starts_on) if run.kind is not SessionKind.RACE]
    emitted = RunDays(
        runs=tuple(run.date.weekday() for run in runs),
        long=next((run.date.weekday() for run in runs if run.slot == "long"), None),
        quality=next((run.date.weekday() for run in runs if run.quality_minutes), None),
    )
    row = past.row_of(week.starts_on)
    published = (row.run_days if row else None) or emitted
    if not week.from_day:
        return replace(need, published=published) if published.runs else need
    to_come = week.open_days - week.ran
    ran = past.ran_in(week.starts_on)
    free = 7 - limits.rest_days - len(week.ran) - (week.race is not None)
    return replace(
        need,
        published=published,
        runs=len(week.ran) + max(0, min(len(to_come), need.runs, free)),
        from_day=week.from_day,
        ran=week.ran,
        ran_hard=frozenset(run.date.weekday() for run in ran if is_hard(run)),
        long_day=emitted.long if emitted.long in to_come else None,
        quality=need.quality and emitted.quality in to_come,
    )


def _need(full: DayNeed, kind: WeekKind, week: FrameWeek) -> DayNeed:
    """What a week of this kind leaves of the need of a full one."""
    runs = min(full.runs, len(week.open_days))
    need = replace(
        full,
        runs=runs,
        open_days=week.open_days,
        long_day=_long_day(full, week),
        quality=full.quality and kind in WITH_QUALITY,
        first_day=week.first_day,
    )
    if kind in RUN_FREE:
        return replace(need, runs=0, open_days=frozenset(), long_day=None, quality=False)
    if kind is WeekKind.RACE or week.eve:
        most = RACE_WEEK_RUNS_OF_MANY if full.runs >= MANY_RUNS else RACE_WEEK_RUNS
        return replace(need, runs=min(most, full.runs), long_day=None, race_day=week.race_day)
    if kind is WeekKind.RECOVERY:
        return replace(need, runs=_part(full, week), long_day=None)
    if week.race_day is not None:  # the race takes the place of the long run
        runs = min(_part(full, week) if week.first_day else runs, full.runs - 1)
        return replace(need, runs=runs, long_day=None, quality=False, race_day=week.race_day)
    if week.first_day:
        later = week.open_days - {week.first_day}  # the day before the start may have been hard
        long_day = full.long_day if full.long_day in later else None
        return replace(need, runs=_part(full, week), long_day=long_day, quality=False)
    return need


def _long_day(full: DayNeed, week: FrameWeek) -> int | None:
    """The usual day for the long run, or one near it where it is taken; none where none is near.

    Of the days near it one that is long enough comes first, then the nearest: so the long runs of
    two weeks stay days apart.
    """
    usual = full.long_day
    if usual is None or usual in week.open_days:
        return usual
    near = [day for day in week.open_days if abs(day - usual) <= LONG_RUN_MOVES_BY]
    return min(near, key=lambda day: (day in full.short_days, abs(day - usual), day), default=None)


def _part(full: DayNeed, week: FrameWeek) -> int:
    """The share of a full week's runs that the open days deserve."""
    share = -(-full.runs * len(week.open_days) // max(len(full.open_days), 1))
    return min(share, full.runs)
