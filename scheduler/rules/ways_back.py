"""Where a way back to the full minutes begins: after a week off, an illness or a pause."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from scheduler.rules.running_in_week_off import LONG_SPAN_DAYS
from scheduler.rules.told import stops_of

if TYPE_CHECKING:
    from scheduler.model.profile import Profile
    from scheduler.rules.spans import Block


@dataclass(frozen=True, kw_only=True, slots=True)
class WayBack:
    """``first`` is the day of its first run, ``rested_from`` the first day without a run before it.

    ``long`` says that it starts lower and has more steps, ``told`` that the log tells of an illness
    or a pause before it, ``paused`` that it was a pause.
    """

    first: date
    rested_from: date
    long: bool
    told: bool = False
    paused: bool = False


def ways_back(
    profile: Profile, run_days: tuple[date, ...], blocks: tuple[Block, ...]
) -> tuple[WayBack, ...]:
    """Every way back of a plan, by date.

    A pause counts however short it was, an illness from a week without a run on, unless it was over
    before the start.
    """
    found = {
        block.first: WayBack(
            first=block.first,
            rested_from=block.first - timedelta(days=block.free_days),
            long=block.free_days >= LONG_SPAN_DAYS,
        )
        for block in blocks
        if block.free_days
    }
    for stop in stops_of(profile.log):
        if stop.last is None or stop.last < profile.start:
            continue
        place = bisect_right(run_days, stop.last)
        if place < len(run_days):
            first = run_days[place]
            before = run_days[place - 1] if place else profile.start - timedelta(days=1)
            rested_from = before + timedelta(days=1)
            if first not in found and not stop.pause:
                continue  # less than a week ill: runs missed, no more
            way = found.get(first) or WayBack(first=first, rested_from=rested_from, long=True)
            found[first] = replace(way, long=True, told=True, paused=way.paused or stop.pause)
    return tuple(found[first] for first in sorted(found))
