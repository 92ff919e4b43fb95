"""Run-free spans that the calendar asks for, from the days that may carry a run alone.

Seven days and more without a run count as a week off, planned or not, on plan weeks or across them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.planner.first_state import last_run_before_plan
from scheduler.planner.season_frame import Frame
from scheduler.planner.state import goes_back
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS

if TYPE_CHECKING:
    from scheduler.model.profile import Profile
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.past import Past
    from scheduler.planner.state import Back


def spans_before(
    profile: Profile, weeks: list[FrameWeek], past: Past | None
) -> tuple[FrameWeek, ...]:
    """The weeks, none of them over, with the spans that end in them.

    A first week that starts after Monday and has no day to run on is part of a week off where the
    span that it belongs to is long enough.
    """
    last = last_run_before_plan(profile)
    backs = past.backs if past else ()
    if past and weeks:
        before = [run.date for run in past.ran if run.date < weeks[0].starts_on]
        last = before[-1].toordinal() if before else last
    found: list[FrameWeek] = []
    for week in weeks:
        days = _run_days(week)
        if days:
            first = week.ordinal(days[0])
            gap = 0 if last is None else first - last - 1
            gap = gap if gap >= RUN_FREE_SPAN_DAYS else 0
            back = _goes_back(week, last, days, backs)
            last = week.ordinal(days[-1])
            found.append(replace(week, span_before=gap, back=back) if gap or back else week)
        else:
            found.append(week)
    return tuple(found if past else _stub_away(profile, found))


def _goes_back(week: FrameWeek, last: int | None, days: list[int], backs: tuple[Back, ...]) -> bool:
    """Whether an illness or a pause ends before one of the week's runs and after the one before."""
    before = last
    for day in (week.ordinal(one) for one in days):
        if goes_back(before, day, backs):
            return True
        before = day
    return False


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
