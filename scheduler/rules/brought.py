"""What earlier weeks bring to a week: the reference, the ladder after a week off, the bests.

A fold over the plan weeks from the athlete's own baseline, on published minutes only; where a week
has begun, on minutes as run and as still to come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.rules.long_run_too_large_share import LONG_RUN_SHARE_PERCENT
from scheduler.rules.running_in_week_off import CUT_SHORT_PERCENT
from scheduler.rules.spans import running_weeks_before
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Plan, Session
    from scheduler.rules.history import History
    from scheduler.rules.ways_back import WayBack
    from scheduler.rules.weeks import WeekSeen

LAST_LOADING_WEEKS: Final = 4
LAST_FULL_WEEKS: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """What an athlete brings to a plan week, from the published weeks before it.

    ``minutes``, ``quality`` and ``loads`` (tenths of bone load) are those of the last four loading
    weeks, the baseline first; ``besides`` what they held besides their longest run;
    ``full_weeks`` the minutes of the last three full weeks. ``step``
    counts the loading weeks since the last week off, ``since`` is the day of the first run after it
    (None for one before the plan), ``before_*`` are the bests frozen when it began. ``most_*`` are
    the highest of all weeks so far; ``loading_weeks`` counts the plan's own.

    ``gate_weeks`` are the loading weeks that faster running was earned in, and ``fast_before`` the
    fast minutes of a week brought from before it was; after a pause both start at 0. Fast minutes
    before ``fast_since``, the day of the first run after a pause, count no more.
    """

    minutes: tuple[int, ...]
    besides: tuple[int, ...]
    quality: tuple[int, ...]
    loads: tuple[int, ...]
    full_weeks: tuple[int, ...]
    ladder: tuple[int, ...]
    step: int
    since: date | None
    before_minutes: int
    before_longest: int
    before_load: int
    most_minutes: int
    most_quality: int
    loading_weeks: int
    gate_weeks: int
    fast_before: int
    fast_since: date | None

    @property
    def reference(self) -> int:
        """The most minutes of the last four loading weeks."""
        return max(self.minutes)

    @property
    def best_besides(self) -> int:
        """The most minutes besides the longest run of the last four loading weeks."""
        return max(self.besides)

    @property
    def best_quality(self) -> int:
        """The most quality minutes of the last four loading weeks."""
        return max(self.quality)

    @property
    def best_load(self) -> int:
        """The highest bone load of the last four loading weeks, in tenths; 0 for none known."""
        return max(self.loads)

    @property
    def on_ladder(self) -> bool:
        """Whether the weeks after a week off are still being climbed."""
        return self.step < len(self.ladder)

    def share_of(self, before: int) -> int:
        """The ladder's share of a number from before the week off, in whole minutes."""
        return self.ladder[min(self.step, len(self.ladder) - 1)] * before // 100


def brought_to(
    plan: Plan,
    runs: tuple[Session, ...],
    weeks: tuple[WeekSeen, ...],
    ways: tuple[WayBack, ...],
    history: History,
) -> tuple[Brought, ...]:
    """For every plan week, by date, what the weeks before bring to it."""
    starting = {way.first: way for way in ways}
    brought, found = _baseline(plan, runs), []
    for week in weeks:
        for run in week.runs:
            way = starting.pop(run.date, None)
            if way is not None:
                brought = _on_way_back(plan, brought, way, history)
        found.append(brought)
        brought = _carried(week, brought)
    return tuple(found)


def _baseline(plan: Plan, runs: tuple[Session, ...]) -> Brought:
    running = plan.profile.running
    # A fast minute counts as two, a little more than it weighs: nobody knows how fast it was.
    load = _easy_load(runs, running.weekly_minutes + running.fast_minutes)
    most_runs = len(LONG_RUN_SHARE_PERCENT)
    share = LONG_RUN_SHARE_PERCENT[min(max(running.runs_per_week, 1), most_runs) - 1]
    longest = min(running.longest_run_minutes, share * running.weekly_minutes // 100)
    return Brought(
        minutes=(running.weekly_minutes,),
        besides=(running.weekly_minutes - longest,),
        quality=(running.fast_minutes,),
        loads=(load,),
        full_weeks=(running.weekly_minutes,),
        ladder=plan.limits.ladder_percent,
        step=running_weeks_before(plan),
        since=None,
        before_minutes=running.weekly_minutes,
        before_longest=running.longest_run_minutes,
        before_load=load,
        most_minutes=running.weekly_minutes,
        most_quality=running.fast_minutes,
        loading_weeks=0,
        gate_weeks=0,
        fast_before=running.fast_minutes,
        fast_since=None,
    )


def _easy_load(runs: tuple[Session, ...], minutes: int) -> int:
    """What so many easy minutes weigh, in tenths, by the plan's own easy runs; 0 without any.

    A plan of one run a week has long runs only; they are easy too. Each run's load is rounded to a
    tenth and may be half a tenth more; so what is left of a run cut off is too little to reckon
    from.
    """
    run = [one for one in runs if one.minutes >= SHORTEST_RUN_MINUTES]
    easy = [one for one in run if one.kind is SessionKind.EASY] or [
        one for one in run if one.kind is SessionKind.LONG
    ]
    run_for = sum(one.minutes for one in easy)
    twentieths = sum(round(one.bone_load * 10) * 2 + 1 for one in easy)
    return -(-twentieths * minutes // (2 * run_for)) if run_for else 0


def _on_way_back(plan: Plan, brought: Brought, way: WayBack, history: History) -> Brought:
    ladder = plan.limits.long_ladder_percent if way.long else plan.limits.ladder_percent
    if way.paused:  # faster running is earned anew
        brought = replace(brought, quality=(0,), most_quality=0, gate_weeks=0)
        brought = replace(brought, fast_before=0, fast_since=way.first)
    if brought.on_ladder:  # a second week off inside a ladder keeps the older reference
        return replace(brought, ladder=ladder, step=0, since=way.first)
    longest = history.longest_before(way.rested_from, races=False)
    return replace(
        brought,
        ladder=ladder,
        step=0,
        since=way.first,
        before_minutes=brought.reference,
        before_longest=longest or plan.profile.running.longest_run_minutes,
        before_load=brought.best_load,
    )


def _cut_short(week: WeekSeen, brought: Brought) -> bool:
    """Whether days away left a first week back with too little to count as a step."""
    if week.kind is not WeekKind.RETURN or not brought.on_ladder:
        return False
    return 100 * week.minutes < CUT_SHORT_PERCENT * brought.share_of(brought.before_minutes)


def _counted_quality(week: WeekSeen, brought: Brought) -> int:
    since = brought.fast_since
    runs = (run for run in week.training if since is None or run.date >= since)
    return sum(run.quality_minutes for run in runs)


def _carried(week: WeekSeen, brought: Brought) -> Brought:
    if week.full:
        full_weeks = (*brought.full_weeks, week.minutes)[-LAST_FULL_WEEKS:]
        brought = replace(brought, full_weeks=full_weeks)
    if not week.loads or week.stub:
        return brought
    minutes, load, quality = week.minutes, week.load_tenths, _counted_quality(week, brought)
    longest = max(run.minutes for run in week.counted) if week.counted else 0
    if week.kind is WeekKind.TUNE_UP:
        minutes, load = min(minutes, brought.reference), min(load, brought.best_load)
    return replace(
        brought,
        minutes=(*brought.minutes, minutes)[-LAST_LOADING_WEEKS:],
        besides=(*brought.besides, week.minutes - longest)[-LAST_LOADING_WEEKS:],
        quality=(*brought.quality, quality)[-LAST_LOADING_WEEKS:],
        loads=(*brought.loads, load)[-LAST_LOADING_WEEKS:],
        step=brought.step + (0 if _cut_short(week, brought) else 1),
        most_minutes=max(brought.most_minutes, minutes),
        most_quality=max(brought.most_quality, quality),
        loading_weeks=brought.loading_weeks + 1,
        gate_weeks=brought.gate_weeks + 1,
    )
