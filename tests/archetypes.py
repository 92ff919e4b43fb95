"""Six people with their numbers, each with the longest run that their rules allow them to reach.

The numbers are those of the notes that the rules were chosen with; the longest runs were reached
there by another planner under the same rules. A season with two goal races comes with the version
that plans it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from planner_factory import a_profile, a_running

if TYPE_CHECKING:
    from scheduler.model.profile import Profile


@dataclass(frozen=True, kw_only=True)
class Archetype:
    """A profile, and minutes of the longest run and race minutes over it (percent) to come near."""

    name: str
    profile: Profile
    longest: int
    ratio_percent: int


def _off(monday: date, weeks: int) -> date:
    """The last day of the last week off, whole weeks before a Monday."""
    return monday - timedelta(days=7 * weeks + 1)


_WINTER = date(2026, 1, 5)

ARCHETYPES: Final = (
    Archetype(
        name="novice 5k after one injury",
        profile=a_profile(
            distance="5k",
            weeks=13,
            race_day=5,
            start=date(2026, 2, 4),
            tier="raised",
            running=a_running(
                weekly_minutes=60,
                longest_run_minutes=22,
                runs_per_week=3,
                last_week_off_ended=date(2026, 2, 1),
            ),
            available="tue wed thu sun",
            goal_minutes=36,
        ),
        longest=33,
        ratio_percent=109,
    ),
    Archetype(
        name="10k in six weeks",
        profile=a_profile(
            distance="10k",
            weeks=6,
            start=date(2026, 4, 1),
            running=a_running(
                weekly_minutes=120,
                longest_run_minutes=50,
                last_week_off_ended=_off(date(2026, 3, 30), 9),
                last_light_week=date(2026, 3, 9),
            ),
            goal_minutes=52,
        ),
        longest=55,
        ratio_percent=95,
    ),
    Archetype(
        name="masters half",
        profile=a_profile(
            distance="half",
            weeks=15,
            start=date(2026, 3, 2),
            tier="raised",
            running=a_running(
                weekly_minutes=180,
                longest_run_minutes=75,
                fast_minutes=8,
                last_week_off_ended=_off(date(2026, 3, 2), 3),
            ),
            available="tue thu sat sun",
            goal_minutes=115,
        ),
        longest=108,
        ratio_percent=106,
    ),
    Archetype(
        name="marathon after three injuries",
        profile=a_profile(
            distance="marathon",
            weeks=20,
            start=_WINTER,
            tier="high",
            running=a_running(
                weekly_minutes=290,
                longest_run_minutes=100,
                runs_per_week=5,
                last_week_off_ended=_off(_WINTER, 5),
            ),
            goal_minutes=235,
        ),
        longest=146,
        ratio_percent=161,
    ),
    Archetype(
        name="50k",
        profile=a_profile(
            distance="50k",
            weeks=28,
            race_day=5,
            start=_WINTER,
            running=a_running(
                weekly_minutes=300,
                longest_run_minutes=120,
                runs_per_week=5,
                last_week_off_ended=_off(_WINTER, 8),
            ),
            goal_minutes=420,
        ),
        longest=209,
        ratio_percent=201,
    ),
)
