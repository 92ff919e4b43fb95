"""What the plan builds towards, and the caps of one week, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from scheduler.model.distances import distance_class
from scheduler.rules.long_run_target import TARGETS
from scheduler.rules.long_run_too_large_share import LONG_RUN_SHARE_PERCENT

if TYPE_CHECKING:
    from scheduler.model.plan import Token
    from scheduler.model.profile import Running


class Bound(StrEnum):
    """What kept a volume week from being longer."""

    GROWTH = "growth"
    TARGET = "target"
    CEILING = "ceiling"
    SINGLE_RUN = "single-run"
    SHARE = "share"
    WINDOW = "window"


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """What the plan builds towards, in minutes: long run, week, and the athlete's ceiling."""

    long_run: int
    weekly: int
    ceiling: int | None
    held: int | None
    usual_runs: int
    race_class: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """The caps of one week.

    ``long_cap`` leaves out the week's own share and dates; ``grows`` keeps it exact.
    """

    token: Token | None
    minutes: int
    long_cap: int
    quality: int = 0
    held_quality: int = 0
    grows: bool = False
    bound: Bound | None = None
    grown_minutes: int = 0  # the growth cap: bone load may rise in the same proportion


def goal_of(distance_m: int, minutes: int, running: Running, runs: int) -> Goal:
    """The long-run target, to the next 5 minutes, and the week it needs at so many runs.

    ``minutes`` are those of a race of the distance. Neither falls below today's; only the most that
    a distance asks for cuts a long run down.
    """
    percent, least, most = TARGETS[distance_class(distance_m)]
    long_run = min(most, max(least, -(-minutes * percent // 100)))
    long_run = min(most, max(-(-long_run // 5) * 5, running.longest_run_minutes))
    weekly = running.aim_weekly_minutes or -(-long_run * 100 // share_percent(runs))
    return Goal(
        long_run=long_run,
        weekly=max(weekly, running.weekly_minutes),
        ceiling=running.most_weekly_minutes,
        held=running.held_weekly_minutes,
        usual_runs=runs,
        race_class=distance_class(distance_m),
    )


def share_percent(runs: int) -> int:
    """The long run's largest share of a week of so many runs."""
    return LONG_RUN_SHARE_PERCENT[min(max(runs, 1), len(LONG_RUN_SHARE_PERCENT)) - 1]
