"""The minutes of a week's days: shared out, a race week's shrinking, with room for quality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.planner import workouts
from scheduler.planner.load import share_percent
from scheduler.planner.sharing import STEP, Shares, share_out
from scheduler.planner.workouts import Repeats
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.paces import Paces
    from scheduler.planner.days import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.load import Goal, Target
    from scheduler.planner.state import State

LEAST_QUALITY: Final = 3
RACE_WEEK_MOST: Final = 45
RACE_WEEK_LEAST_QUALITY: Final = 4
RACE_WEEK_RECOVER_S: Final = 120
NEAR_RACE_WEEKS: Final = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """What stays the same over the weeks of one plan."""

    limits: Limits
    goal: Goal
    paces: Paces
    used_to_fast: bool
    walk_breaks: bool = False


def minutes_by_day(
    kind: WeekKind,
    target: Target,
    week: FrameWeek,
    pattern: DayPattern,
    state: State,
    setting: Setting,
    under: int,
) -> dict[int, int]:
    """Minutes by weekday, ``under`` the cap; where runs would get too short, the least wanted is left out."""
    minutes = target.minutes - under
    if kind is WeekKind.RACE or week.eve:
        return _race_week(minutes, week, pattern, state)
    days = list(_wanted(pattern))
    while days or pattern.long is not None:
        found = _try_share(minutes, target, week, pattern.long, days, state)
        if found is not None:
            shares = _by_day(pattern.long, days, found)
            return _room_for_quality(target, week, pattern, shares, state, setting)
        if not days:
            break
        days.pop()
    return {}


def _wanted(pattern: DayPattern) -> list[int]:
    """The other run days, most wanted first: the day for quality, then those farthest from the long run."""

    def rank(day: int) -> tuple[bool, int, int]:
        gap = abs(day - pattern.long) if pattern.long is not None else 0
        return (day != pattern.quality, -min(gap, 7 - gap), day)

    return sorted((day for day in pattern.runs if day != pattern.long), key=rank)


def _try_share(
    minutes: int, target: Target, week: FrameWeek, long: int | None, days: list[int], state: State
) -> Shares | None:
    caps = [state.single_run_cap(week.ordinal(day)) for day in days]
    if long is None:
        return share_out(
            minutes,
            long_cap=None,
            caps=[min(cap, target.long_cap) for cap in caps],
            keep_long=False,
        )
    long_cap = min(
        target.long_cap,
        state.single_run_cap(week.ordinal(long)),
        minutes * share_percent(len(days) + 1) // 100,
    )
    return share_out(
        minutes,
        long_cap=long_cap,
        caps=caps,
        keep_long=target.grows,
        share_percent=share_percent(len(days) + 1),
    )


def _room_for_quality(
    target: Target,
    week: FrameWeek,
    pattern: DayPattern,
    shares: dict[int, int],
    state: State,
    setting: Setting,
) -> dict[int, int]:
    """Move steps from the other easy runs to the day for quality until what is wished for fits."""
    day = pattern.quality
    if day is None or day not in shares or target.quality < LEAST_QUALITY:
        return shares
    shares = dict(shares)
    most = sum(shares.values()) * setting.limits.quality_share_percent // 100
    wished = min(target.quality, most)
    if wished < LEAST_QUALITY:
        return shares
    needed = _cut(wished, week, state, setting).needed_minutes
    cap = min(state.single_run_cap(week.ordinal(day)), shares.get(pattern.long or -1, 999))
    others = [other for other in shares if other not in {day, pattern.long}]
    while shares[day] < needed and shares[day] + STEP <= cap:
        giver = max(others, key=lambda other: shares[other], default=None)
        if giver is None or shares[giver] - STEP < SHORTEST_RUN_MINUTES:
            break
        shares[giver] -= STEP
        shares[day] += STEP
    return shares


def _by_day(long: int | None, days: list[int], shares: Shares) -> dict[int, int]:
    found = dict(zip(days, shares.others, strict=True))
    if long is not None:
        found[long] = shares.long
    return dict(sorted(found.items()))


def _race_week(minutes: int, week: FrameWeek, pattern: DayPattern, state: State) -> dict[int, int]:
    """Two or three runs, each no longer than the one before, 15 to 45 minutes."""
    days = list(pattern.runs)
    while days and minutes < SHORTEST_RUN_MINUTES * len(days):
        days.pop(0)
    shares: dict[int, int] = {}
    left, most = minutes, RACE_WEEK_MOST
    for place, day in enumerate(days):
        after = len(days) - place - 1
        share = min(left // (after + 1) + 5 * after, left - SHORTEST_RUN_MINUTES * after)
        most = min(most, state.single_run_cap(week.ordinal(day)))
        share = min(max(share - share % STEP, SHORTEST_RUN_MINUTES), most)
        shares[day] = most = share
        left -= share
    return shares


def repeats_of_week(
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    shares: dict[int, int],
    state: State,
    setting: Setting,
    wished: int,
) -> Repeats | None:
    """The quality of the week, as much as its share and its run can hold; None where that is next to nothing."""
    if pattern.quality not in shares:
        return None
    most = sum(shares.values()) * setting.limits.quality_share_percent // 100
    least = RACE_WEEK_LEAST_QUALITY if kind is WeekKind.RACE else LEAST_QUALITY
    for quality in range(min(wished, most), least - 1, -1):
        repeats = _cut(quality, week, state, setting)
        if repeats.needed_minutes <= shares[pattern.quality]:
            return repeats
    return None


def _cut(quality: int, week: FrameWeek, state: State, setting: Setting) -> Repeats:
    """So many quality minutes as the pieces that this week is for."""
    if week.race is not None:
        return Repeats(
            kind=SessionKind.RACE_PACE, times=1, seconds=quality * 60, recover=RACE_WEEK_RECOVER_S
        )
    kind = workouts.quality_kind(
        state.quality_weeks,
        used_to_fast=setting.used_to_fast,
        minutes=quality,
        near_race=week.weeks_to_taper <= NEAR_RACE_WEEKS,
    )
    return workouts.repeats_of(kind, quality, setting.goal.race_class)
