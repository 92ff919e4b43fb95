"""What the athlete brings: the season's history and the state on a plan's first day."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from scheduler.model.plan_weeks import monday_of
from scheduler.planner.season_frame import History
from scheduler.planner.state import State
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.profile import Profile, Running
    from scheduler.planner.state import Back

UNKNOWN_LONGEST_RUN_DAYS: Final = 7


def history_of(running: Running, monday: date, limits: Limits) -> History:
    """What lies before the plan's first Monday, in weeks.

    An unknown last week off counts as due within four weeks (at once for the most careful), and an
    unknown last light week then as three loading weeks.
    """
    ended, light = running.last_week_off_ended, running.last_light_week
    if ended is None:
        weeks, loading = limits.running_weeks_if_unsure, limits.loading_weeks_in_a_row
    else:
        weeks = max(0, ceil(((monday - ended).days - 1) / 7))
        loading = weeks % 4
    if light is not None:
        light_monday = monday_of(light)
        since = max(0, (monday - light_monday).days // 7 - 1)
        loading = since if ended is None else min(since, weeks)
    return History(
        loading_weeks=min(loading, limits.loading_weeks_in_a_row),
        # One more than the limit is enough to see that not even a race may end the block.
        running_weeks=min(weeks, limits.running_weeks + 1),
        ladder_weeks=min(weeks, len(limits.ladder_percent)),
    )


def first_state(
    running: Running, start: date, limits: Limits, backs: tuple[Back, ...] = ()
) -> State:
    """The state on the plan's first day, from the baseline alone."""
    monday = monday_of(start)
    longest_on, last_on = _longest_run_day(running, start), _last_run_day(running, start)
    longest, ordinary = running.longest_run_minutes, _ordinary_run(running)
    weeks = history_of(running, monday, limits).running_weeks
    after_ladder = len(limits.ladder_percent) + 1
    return State(
        loading=(running.weekly_minutes,),
        quality=(running.fast_minutes,),
        bone_load=(),
        besides=(running.weekly_minutes - running.longest_run_minutes,),
        full=(running.weekly_minutes,),
        ladder=limits.ladder_percent,
        ladder_step=weeks if weeks < len(limits.ladder_percent) else after_ladder,
        before_minutes=running.weekly_minutes,
        before_longest=running.longest_run_minutes,
        before_bone_load=0.0,
        before_baseline=running.weekly_minutes,
        loading_weeks=0,
        longest=running.longest_run_minutes,
        most_minutes=running.weekly_minutes,
        most_quality=running.fast_minutes,
        quality_weeks=0,
        strides_weeks=0,
        runs=tuple(sorted([(longest_on, longest, longest), (last_on, ordinary, ordinary)])),
        last_run=last_on,
        backs=backs,
    )


def rested_before(running: Running, start: date) -> bool:
    """Whether the day before the start was surely free of running; else a run is reckoned with."""
    return running.last_week_off_ended == start - timedelta(days=1)


def last_run_before_plan(profile: Profile) -> int | None:
    """The ordinal of the day before the start, where it counts as a run."""
    rested = rested_before(profile.running, profile.start)
    return None if rested else profile.start.toordinal() - 1


def _longest_run_day(running: Running, start: date) -> int:
    """The longest run's day as an ordinal; unknown, a week before the start or the week off."""
    if running.longest_run_date is not None:
        return running.longest_run_date.toordinal()
    return min(start.toordinal() - UNKNOWN_LONGEST_RUN_DAYS, _last_run_day(running, start))


def _last_run_day(running: Running, start: date) -> int:
    """The day before the start, or before the week off that lasts until then, as an ordinal."""
    eve = start.toordinal() - 1
    if running.last_week_off_ended is None or running.last_week_off_ended.toordinal() < eve:
        return eve
    return running.last_week_off_ended.toordinal() - RUN_FREE_SPAN_DAYS


def _ordinary_run(running: Running) -> int:
    """Minutes of an ordinary run of the past weeks."""
    return min(running.weekly_minutes // running.runs_per_week, running.longest_run_minutes)
