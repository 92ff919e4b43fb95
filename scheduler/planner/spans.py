"""Run-free spans that the calendar asks for, from the days that may carry a run alone.

Seven days and more without a run count as a week off, planned or not, on plan weeks or across them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.planner.season_frame import Frame
from scheduler.planner.state import rested_before
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS

if TYPE_CHECKING:
    from scheduler.model.profile import Profile
    from scheduler.planner.frame import FrameWeek


def spans_before(profile: Profile, weeks: list[FrameWeek]) -> tuple[FrameWeek, ...]:
    """The weeks with the spans that end in them.

    A first week that starts after Monday and has no day to run on is part of a week off where the
    span that it belongs to is long enough.
    """
    rested = rested_before(profile.running, profile.start)
    last = None if rested else profile.start.toordinal() - 1
    found: list[FrameWeek] = []
    for week in weeks:
        days = _run_days(week)
        if days:
            gap = 0 if last is None else week.ordinal(days[0]) - last - 1
            last = week.ordinal(days[-1])
            long = gap >= RUN_FREE_SPAN_DAYS
            found.append(replace(week, span_before=gap) if long else week)
        else:
            found.append(week)
    return tuple(_stub_away(profile, found))


def _run_days(week: FrameWeek) -> list[int]:
    """The weekdays that may see a run, the race's among them."""
    return sorted(week.open_days | ({week.race_day} if week.race_day is not None else set()))


def _stub_away(profile: Profile, weeks: list[FrameWeek]) -> list[FrameWeek]:
    """An empty short first week is away where no run is possible for seven days from the start."""
    first = weeks[0]
    if first.frame is not Frame.EMPTY_STUB:
        return weeks
    runs = (week.ordinal(days[0]) for week in weeks if (days := _run_days(week)))
    free = next(runs, profile.start.toordinal() + RUN_FREE_SPAN_DAYS) - profile.start.toordinal()
    if free >= RUN_FREE_SPAN_DAYS:
        weeks[0] = replace(first, frame=Frame.AWAY)
    return weeks
