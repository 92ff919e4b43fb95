"""Run-free spans and blocks of running, from dates alone, and the weeks before the plan.

Seven or more days without a run are a week off, planned or not, on plan weeks or across them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan_weeks import monday_of
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS
from scheduler.rules.view import off_until_start

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Plan
    from scheduler.model.profile import Profile

MOST_WEEKS_BEFORE: Final = 12
MOST_LOADING_WEEKS_BEFORE: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Days of running with less than seven days between one and the next.

    ``free_days`` is the length of the run-free span before ``first``, 0 where running simply goes
    on from before the plan. ``weeks`` are the Mondays of the plan weeks with a run.
    """

    first: date
    last: date
    free_days: int
    weeks: tuple[date, ...]


def blocks_of(profile: Profile, run_days: tuple[date, ...]) -> tuple[Block, ...]:
    """The blocks of running in a plan, by date; ``run_days`` are in order, each once.

    The day before the start counts as a run, unless the last week off lasted until then: it is
    reckoned as seven days, and free days of the plan's own go on with it.
    """
    made: list[Block] = []
    days: list[date] = []
    last, off_before = profile.start - timedelta(days=1), off_until_start(profile)
    free_days = 0
    for day in run_days:
        free = (day - last).days - 1
        if not made and not days and off_before:
            free_days = RUN_FREE_SPAN_DAYS + max(free, 0)
        elif free >= RUN_FREE_SPAN_DAYS:
            made.extend(_block(days, free_days))
            days, free_days = [], free
        days.append(day)
        last = day
    return (*made, *_block(days, free_days))


def _block(days: list[date], free_days: int) -> tuple[Block, ...]:
    if not days:
        return ()
    weeks = tuple(dict.fromkeys(monday_of(day) for day in days))
    return (Block(first=days[0], last=days[-1], free_days=free_days, weeks=weeks),)


def running_weeks_before(plan: Plan) -> int:
    """Plan weeks run since the last week off, up to the Sunday before the start's Monday.

    At most what the limits allow: more than that is history and not charged. Where nobody
    remembers the last week off, one is due within four weeks, and at once for an athlete whose
    limits ask for a week of holding after a return.
    """
    ended = plan.profile.running.last_week_off_ended
    if ended is None:
        return max(0, plan.limits.running_weeks_if_unsure)
    return min(plan.limits.running_weeks, _weeks_since(plan, ended))


def loading_weeks_before(plan: Plan) -> int:
    """Loading weeks in a row right before the start, at most 3.

    With a light week known: the whole weeks since. Without: what is left of the weeks since the
    last week off after every fourth. With neither known, 3.
    """
    running = plan.profile.running
    ended, light = running.last_week_off_ended, running.last_light_week
    most = MOST_LOADING_WEEKS_BEFORE
    if ended is not None:
        most = min(most, _weeks_since(plan, ended))
    if light is not None:
        since = (monday_of(plan.profile.start) - monday_of(light)).days // 7 - 1
        return max(0, min(most, since))
    if ended is None:
        return most
    return min(most, min(MOST_WEEKS_BEFORE, _weeks_since(plan, ended)) % 4)


def _weeks_since(plan: Plan, ended: date) -> int:
    """Plan weeks from the first day after a week off to the start's Monday."""
    first = monday_of(ended + timedelta(days=1))
    return max(0, (monday_of(plan.profile.start) - first).days // 7)
