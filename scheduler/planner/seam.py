"""The seam: what the weeks that are over leave to the season and to the days of those to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.model.plan import LOADING, SessionKind
from scheduler.model.plan_weeks import WEEK, monday_of
from scheduler.planner.first_state import history_of, last_run_before_plan
from scheduler.planner.season_frame import History
from scheduler.planner.state import goes_back
from scheduler.rules.return_too_fast import LONG_SPAN_DAYS
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Session, Week
    from scheduler.model.profile import Profile
    from scheduler.planner.past import Past
    from scheduler.planner.state import Back


def history_at_seam(profile: Profile, past: Past, limits: Limits) -> History:
    """Loading and running weeks up to the running week, by what was run.

    More than the limits allow is history and not charged: the next week then has to be a lighter
    one, or off.
    """
    monday = monday_of(profile.start)
    found = history_of(profile.running, monday, limits)
    last = last_run_before_plan(profile)
    for row in past.rows[: past.over]:
        ran = past.ran_in(row.starts_on)
        for run in ran:
            day = run.date.toordinal()
            found = _after_free_days(found, last, day, past.backs, limits)
            last = day
        late = row.starts_on < profile.start
        found = _after_week(found, past.counted(row), len(ran), limits, late=late)
    return replace(
        found,
        loading_weeks=min(found.loading_weeks, limits.loading_weeks_in_a_row),
        running_weeks=min(found.running_weeks, limits.running_weeks),
    )


def _after_free_days(
    found: History, last: int | None, first: int, backs: tuple[Back, ...], limits: Limits
) -> History:
    """The history at a run, where days without running lie before it."""
    back = bool(goes_back(last, first, backs))
    free = RUN_FREE_SPAN_DAYS if last is None else first - last - 1
    if last is None and not back:
        return found  # a week off until the start is in the history already
    if free < RUN_FREE_SPAN_DAYS and not back:
        return found
    long_way = back or free >= LONG_SPAN_DAYS
    return History(
        loading_weeks=0,
        running_weeks=0 if free >= RUN_FREE_SPAN_DAYS else found.running_weeks,
        ladder_weeks=0,
        ladder_length=len(limits.long_ladder_percent if long_way else limits.ladder_percent),
    )


def _after_week(found: History, counted: Week, runs: int, limits: Limits, *, late: bool) -> History:
    """The history after a week; ``late`` marks a first one that began after its Monday.

    Days left empty in such a one are neither load nor rest.
    """
    if not runs:
        return found if late else replace(found, loading_weeks=0)
    loads = counted.kind in LOADING
    length = found.ladder_length or len(limits.ladder_percent)
    climbs = loads and not late
    return replace(
        found,
        loading_weeks=found.loading_weeks + 1 if loads else 0,
        running_weeks=found.running_weeks + 1,
        ladder_weeks=min(found.ladder_weeks + climbs, length),
    )


def days_at_seam(profile: Profile, past: Past) -> tuple[int, bool]:
    """Run days in a row right before the first week to plan, and whether the last was hard."""
    monday = monday_of(profile.start) + past.over * WEEK
    begins = max(monday, profile.start)
    before = [run for run in past.ran if run.date < begins]
    days = {run.date for run in before}
    if last_run_before_plan(profile) is not None:
        days.add(profile.start - timedelta(days=1))
    if past.over and past.ran_in(monday - WEEK) == past.published_in(monday - WEEK):
        days |= _left_out(past, monday - WEEK)
    in_a_row, day = 0, begins - timedelta(days=1)
    while day in days:
        in_a_row, day = in_a_row + 1, day - timedelta(days=1)
    eve = begins - timedelta(days=1)
    return in_a_row, any(run.date == eve and is_hard(run) for run in before)


def _left_out(past: Past, monday: date) -> set[date]:
    """Days that a week was given for runs, with those left out as too short.

    The weeks after it were planned with them; while nothing else happened they stay as they are.
    """
    row = past.row_of(monday)
    days = row.run_days.runs if row and row.run_days else ()
    return {monday + timedelta(days=day) for day in days}


def is_hard(run: Session) -> bool:
    """Whether a run asks for an easy day before and after it."""
    return run.kind in {SessionKind.LONG, SessionKind.RACE} or run.quality_minutes > 0
