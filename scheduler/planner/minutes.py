"""The minutes of a week's days: shared out, a race week's shrinking, with room for quality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.planner import workouts
from scheduler.planner.sharing import STEP, Shares, in_its_share, share_out
from scheduler.planner.state import single_run_cap
from scheduler.planner.target import share_percent
from scheduler.planner.workouts import Repeats
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from scheduler.model.limits import Limits
    from scheduler.paces import Paces
    from scheduler.planner.day_need import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.state import State
    from scheduler.planner.target import Goal, Target
    from scheduler.words.language import Language

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
    most_minutes: tuple[int | None, ...] = (None,) * 7
    race_paces: Paces | None = None
    walk_breaks: bool = False
    say: Language = ENGLISH


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenWeek:
    """A week whose days and caps are known and whose minutes are still to be given out.

    By weekday, ``longest`` are the minutes of the longest run of the 30 days before, and ``most``
    the most that one run may last.
    """

    kind: WeekKind
    frame: FrameWeek
    pattern: DayPattern
    state: State
    setting: Setting
    target: Target
    longest: tuple[int, ...]
    most: tuple[int, ...]


def most_by_weekday(longest: tuple[int, ...], windows: tuple[int | None, ...]) -> tuple[int, ...]:
    """The most that one run may last, from the longest one before each day and the day's window."""
    caps = zip(map(single_run_cap, longest), windows, strict=True)
    return tuple([cap if window is None else min(cap, window) for cap, window in caps])


def minutes_by_day(week: OpenWeek, under: int) -> dict[int, int]:
    """Minutes by weekday, ``under`` the cap; the least wanted runs go before any is too short."""
    minutes = week.target.minutes - under
    if week.kind is WeekKind.RACE or week.frame.eve:
        return _race_week(week, minutes)
    days = list(_wanted(week.pattern))
    while days or week.pattern.long is not None:
        found = _try_share(week, minutes, days)
        if found is not None:
            return _room_for_quality(week, _by_day(week.pattern.long, days, found))
        if not days:
            break
        days.pop()
    return {}


def _wanted(pattern: DayPattern) -> list[int]:
    """The other run days: the day for quality, then those farthest from the long run."""

    def rank(day: int) -> tuple[bool, int, int]:
        gap = abs(day - pattern.long) if pattern.long is not None else 0
        return (day != pattern.quality, -min(gap, 7 - gap), day)

    return sorted((day for day in pattern.runs if day != pattern.long), key=rank)


def _try_share(week: OpenWeek, minutes: int, days: list[int]) -> Shares | None:
    target, long = week.target, week.pattern.long
    caps = [week.most[day] for day in days]
    if long is None:
        return share_out(
            minutes,
            long_cap=None,
            caps=[min(cap, target.long_cap) for cap in caps],
            keep_long=False,
            share_percent=share_percent(len(days)),
        )
    long_cap = min(
        target.long_cap,
        week.most[long],
        minutes * share_percent(len(days) + 1) // 100,
    )
    return share_out(
        minutes,
        long_cap=long_cap,
        caps=caps,
        keep_long=target.grows,
        share_percent=share_percent(len(days) + 1),
    )


def _room_for_quality(week: OpenWeek, shares: dict[int, int]) -> dict[int, int]:
    """Move steps from the other easy runs to the day for quality until what is wished for fits."""
    day, long = week.pattern.quality, week.pattern.long
    if day is None or day not in shares:
        return shares
    wished = min(week.target.quality, _most_quality(week, shares))
    if wished < LEAST_QUALITY:
        return shares
    shares = dict(shares)
    needed = _cut(week, wished).needed_minutes
    cap = week.most[day] if long is None else min(week.most[day], shares.get(long, 0))
    others = [other for other in shares if other not in {day, long}]
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


def _race_week(week: OpenWeek, minutes: int) -> dict[int, int]:
    """Two or three runs, each no longer than the one before, 15 to 45 minutes.

    In a week before an early race the first is no more than its share either.
    """
    days = list(week.pattern.runs)
    while days and minutes < SHORTEST_RUN_MINUTES * len(days):
        days.pop(0)
    shares: dict[int, int] = {}
    left, most = minutes, min(RACE_WEEK_MOST, week.target.long_cap)
    for place, day in enumerate(days):
        after = len(days) - place - 1
        share = min(left // (after + 1) + 5 * after, left - SHORTEST_RUN_MINUTES * after)
        most = min(most, week.most[day])
        share = min(max(share - share % STEP, SHORTEST_RUN_MINUTES), most)
        shares[day] = most = share
        left -= share
    if len(days) > 1 and week.kind is not WeekKind.RACE:
        first, *others = shares.values()
        most = in_its_share(first, others, share_percent(len(days)))
        shares[days[0]] = first if most == first else max(most - most % STEP, others[0])
    return shares


def repeats_of_week(week: OpenWeek, shares: dict[int, int], wished: int) -> Repeats | None:
    """The week's quality, as much as its share and its run can hold; None for next to nothing."""
    day = week.pattern.quality
    if day is None or day not in shares:
        return None
    least = RACE_WEEK_LEAST_QUALITY if week.kind is WeekKind.RACE else LEAST_QUALITY
    for quality in range(min(wished, _most_quality(week, shares)), least - 1, -1):
        repeats = _cut(week, quality)
        if repeats.needed_minutes <= shares[day]:
            return repeats
    return None


def _most_quality(week: OpenWeek, shares: dict[int, int]) -> int:
    return sum(shares.values()) * week.setting.limits.quality_share_percent // 100


def _cut(week: OpenWeek, quality: int) -> Repeats:
    """So many quality minutes as the pieces that this week is for."""
    if week.frame.is_goal:
        return Repeats(
            kind=SessionKind.RACE_PACE, times=1, seconds=quality * 60, recover=RACE_WEEK_RECOVER_S
        )
    kind = workouts.quality_kind(
        week.state.quality_weeks,
        used_to_fast=week.setting.used_to_fast,
        minutes=quality,
        near_race=week.frame.weeks_to_race is not None
        and week.frame.weeks_to_taper <= NEAR_RACE_WEEKS,
    )
    return workouts.repeats_of(kind, quality, week.setting.goal.race_class)
