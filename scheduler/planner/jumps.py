"""Jumps in strength sessions: how many ground contacts, and when none.

In rats bone answers to the first twenty to forty loads and then hardly more, and takes some eight
hours until it answers as before (Umemura 1997, Robling 2001). So there are two sets of 15 single
jumps, growing by one a set with every second building week to 40 in all, eight hours from any run:
few, and only where bone was cleared long enough ago. How fast they grow is judgement.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from scheduler.limits import EASY_ONLY
from scheduler.model.plan import Token, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS
from scheduler.rules.strength_spacing import (
    HOURS_BETWEEN_JUMPS_AND_RUN,
    JUMPS_AFTER_CLEARED_DAYS,
    JUMPS_AT_MOST,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scheduler.model.plan import Session, Week
    from scheduler.model.profile import Profile
    from scheduler.planner.strength import Placement

SETS: Final = 2
FIRST_A_SET: Final = 15
MOST_A_SET: Final = JUMPS_AT_MOST // SETS
WEEKS_FOR_ONE_MORE: Final = 2
FORGOTTEN_AFTER_WEEKS: Final = 4  # from one week with jumps to the next: begin with the first again
AFTER_CLEARANCE: Final = timedelta(days=JUMPS_AFTER_CLEARED_DAYS)
FROM_A_RUN: Final = timedelta(hours=HOURS_BETWEEN_JUMPS_AND_RUN)
JUMPING: Final = frozenset({WeekKind.BUILD, WeekKind.DELOAD, WeekKind.TAPER})


def contacts_of(
    profile: Profile, placements: Sequence[Placement], runs: Mapping[date, Sequence[Session]]
) -> tuple[int, ...]:
    """The ground contacts of each placement, in their order by date; 0 where there are no jumps."""
    contacts, grown = [], 0
    last: Week | None = None
    without = {*_first_weeks_back(profile, runs), *(monday_of(race.date) for race in profile.races)}
    for placement in placements:
        week = placement.week
        if week.starts_on in without or not _may_jump(profile, placement, runs):
            contacts.append(0)
            continue
        if last is not None and week.index - last.index >= FORGOTTEN_AFTER_WEEKS:
            grown = 0
        elif last is not None and week.index > last.index:
            grown += last.kind is WeekKind.BUILD and last.token is not None
        contacts.append(SETS * min(FIRST_A_SET + grown // WEEKS_FOR_ONE_MORE, MOST_A_SET))
        last = week
    return tuple(contacts)


def _may_jump(
    profile: Profile, placement: Placement, runs: Mapping[date, Sequence[Session]]
) -> bool:
    health, week = profile.health, placement.week
    if health.other_risks in EASY_ONLY or week.kind not in JUMPING or week.token is Token.RETURN:
        return False
    if health.cleared_on is None and health.injuries:
        return False
    if health.cleared_on is not None and placement.date < health.cleared_on + AFTER_CLEARANCE:
        return False
    near = (placement.date + timedelta(days=days) for days in (-1, 0, 1))
    return all(_apart(placement, run) for day in near for run in runs.get(day, ()))


def _first_weeks_back(profile: Profile, runs: Mapping[date, Sequence[Session]]) -> Iterator[date]:
    """The Mondays of weeks with the first run after a week or more without any, planned or not."""
    before = profile.start - timedelta(days=1)
    ended = profile.running.last_week_off_ended
    fresh = ended is not None and ended >= before
    for day in sorted(day for day in runs if runs[day]):
        if fresh or (day - before).days > RUN_FREE_SPAN_DAYS:
            yield monday_of(day)
        before, fresh = day, False


def _apart(placement: Placement, run: Session) -> bool:
    """Whether eight hours lie between: by the clock where both have a time, else another date."""
    if placement.starts_at is None or run.starts_at is None:
        return placement.date != run.date
    starts, ends = placement.span
    runs_from = datetime.combine(run.date, run.starts_at)
    runs_until = runs_from + timedelta(minutes=run.minutes)
    return runs_from - ends >= FROM_A_RUN or starts - runs_until >= FROM_A_RUN
