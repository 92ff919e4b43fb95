"""The runs behind a day: the longest of the past thirty days, and the longest there ever was."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind
from scheduler.rules.run_too_long import WINDOW_DAYS
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Session
    from scheduler.model.profile import Profile

UNKNOWN_LONGEST_RUN_DAYS: Final = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """Minutes of the longest run before the plan and of every run in it, by date ordinal.

    ``trained`` has 0 for a race, ``most_trained`` its highest so far.
    """

    ordinals: tuple[int, ...]
    minutes: tuple[int, ...]
    trained: tuple[int, ...]
    most_trained: tuple[int, ...]

    def longest_before(self, day: date, *, races: bool) -> int:
        """The longest run of the thirty days before a day; 0 for none.

        ``races`` says whether races count.
        """
        ordinal = day.toordinal()
        first = bisect_left(self.ordinals, ordinal - WINDOW_DAYS)
        end = bisect_left(self.ordinals, ordinal)
        return max((self.minutes if races else self.trained)[first:end], default=0)

    def most_before(self, day: date) -> int:
        """The longest run before a day that was no race, however long ago; 0 for none."""
        end = bisect_left(self.ordinals, day.toordinal())
        return self.most_trained[end - 1] if end else 0


def history_of(profile: Profile, runs: tuple[Session, ...]) -> History:
    """The history of an athlete with a plan's runs.

    A longest run without a date counts as run seven days before the start, or before the week off
    that lasts until then. An ordinary run, the week's minutes over its runs, was run on the last
    day before the start or before the week off that lasts until then.
    """
    running = profile.running
    eve = profile.start - timedelta(days=1)
    off_until = running.last_week_off_ended
    resting = off_until is not None and off_until >= eve
    last = off_until - timedelta(days=RUN_FREE_SPAN_DAYS) if off_until and resting else eve
    unknown = min(profile.start - timedelta(days=UNKNOWN_LONGEST_RUN_DAYS), last)
    before = running.longest_run_date or unknown
    ordinary = min(
        running.weekly_minutes // max(1, running.runs_per_week), running.longest_run_minutes
    )
    entries = sorted(
        (
            (before.toordinal(), running.longest_run_minutes, running.longest_run_minutes),
            (last.toordinal(), ordinary, ordinary),
            *(
                (
                    run.date.toordinal(),
                    run.minutes,
                    0 if run.kind is SessionKind.RACE else run.minutes,
                )
                for run in runs
            ),
        )
    )
    ordinals, minutes, trained = zip(*entries, strict=True)
    return History(
        ordinals=ordinals,
        minutes=minutes,
        trained=trained,
        most_trained=tuple(accumulate(trained, max)),
    )
