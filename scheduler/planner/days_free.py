"""Seven days without a run that nobody asked for: found in a filled week, told or planned with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.model.plan import RUN_FREE
from scheduler.planner.season_frame import Frame
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS
from scheduler.words import gates as words

if TYPE_CHECKING:
    from scheduler.model.profile import Profile
    from scheduler.planner.frame import FrameWeek, PlanFrame
    from scheduler.planner.state import State
    from scheduler.planner.week import MadeWeek

ABSENCE_FELT_DAYS: Final = 28  # weeks after days away are short ones still
RACE_FRAMES: Final = frozenset(
    {Frame.AFTER_SHORT_RACE, Frame.AFTER_TUNE_UP, Frame.TUNE_UP, Frame.AFTER_LONG_RACE}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class DaysFree:
    """Ordinals of days that stay without a run; taken as days away they make a season again."""

    days: frozenset[int]


def unasked_free_days(
    profile: Profile,
    frame: PlanFrame,
    week: FrameWeek,
    made: tuple[MadeWeek, ...],
    state: State,
    *,
    after_off: bool,
    begun: bool = False,
) -> DaysFree | None:
    """The days of a run-free span that ends in the week, or that is the week, unknown to the frame.

    ``made`` are the weeks so far, this one last; ``after_off`` tells that the week before was free
    of running on purpose, ``begun`` that the plan runs already: it goes on whatever was missed.

    Raises:
        CannotPlan: TOO-LITTLE, where runs were left out for being too short, and neither days away
            nor a race explain it.
    """
    here = made[-1]
    if here.placed:
        first, last = week.ordinal(here.placed[0].weekday), state.last_run
        if after_off or week.span_before or first - last <= RUN_FREE_SPAN_DAYS:
            return None
        days = frozenset(range(last + 1, first))
    else:
        final = week.index == len(frame.weeks) - 1
        if here.kind in RUN_FREE or final or week.frame is Frame.EMPTY_STUB or week.from_day:
            return None  # and what is too few for a taper shows in the next week with a run
        days = frozenset(range(week.ordinal(week.first_day), week.ordinal(7)))
        if week.frame is Frame.STUB:
            return DaysFree(days=days)
    too_short = any(one.too_short for one in made[-2:])
    if begun or not too_short or _explained(profile, frame, days):
        return DaysFree(days=days)
    if not here.placed and week.frame is Frame.TAPER:
        return None
    minutes = profile.running.weekly_minutes
    raise CannotPlan("TOO-LITTLE", words.NO_RUN_LEFT.format(now=minutes))


def _explained(profile: Profile, frame: PlanFrame, days: frozenset[int]) -> bool:
    """Whether a race in these weeks, days away a little before them, or the start explain them."""
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days) + 1)
    if first <= profile.start:
        return True
    races = any(
        week.frame in RACE_FRAMES or week.tune_up is not None
        for week in frame.weeks
        if week.ordinal(7) > first.toordinal() and week.ordinal(0) <= last.toordinal()
    )
    back = first - timedelta(days=ABSENCE_FELT_DAYS)
    return races or any(span.until >= back and span.from_day <= last for span in profile.away)
