"""How well the numbers read: sessions on 5-minute steps, and what they cost.

``python -m tests.five_minute_steps`` plans every shipped profile at two to six runs a week, once as
osteon does and once with steps of a single minute, and prints by runs a week the share of runs that
last a multiple of five minutes and the share of minutes that the steps lose.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from scheduler import read_profile
from scheduler.errors import CannotPlan
from scheduler.model.plan import RUNS, Plan, SessionKind
from scheduler.planner import sharing
from scheduler.planner.make import expand
from scheduler.profile import shipped_profiles
from scheduler.resources import data_dir

if TYPE_CHECKING:
    from scheduler.model.profile import Profile

TODAY = date(2026, 11, 22)
STEP = 5


@dataclass(slots=True)
class Tally:
    """Runs, minutes and weeks so far.

    ``fine`` are the minutes of plans with steps of one minute, ``read_well`` the weeks with at most
    one run off the 5-minute steps.
    """

    runs: int = 0
    on_steps: int = 0
    minutes: int = 0
    fine: int = 0
    weeks: int = 0
    read_well: int = 0

    @property
    def on_steps_percent(self) -> float:
        """The share of runs that last a multiple of five minutes."""
        return 100 * self.on_steps / self.runs

    @property
    def read_well_percent(self) -> float:
        """The share of weeks with one run at most off the steps."""
        return 100 * self.read_well / self.weeks

    @property
    def lost_percent(self) -> float:
        """The share of minutes that a plan with steps of one minute would have had more."""
        return 100 * (self.fine - self.minutes) / self.fine + 0.0


def with_runs(profile: Profile, runs: int) -> Profile:
    """The same athlete at so many runs a week, at the same length of an ordinary run."""
    running = profile.running
    longest = running.longest_run_minutes
    others = (running.weekly_minutes - longest) // max(running.runs_per_week - 1, 1)
    weekly = longest + others * (runs - 1)
    days = profile.week.available | frozenset(range(7))
    return replace(
        profile,
        running=replace(
            running, runs_per_week=runs, weekly_minutes=weekly, wanted_runs_per_week=None
        ),
        week=replace(profile.week, available=days, most_minutes=(None,) * 7),
    )


def off_steps(plan: Plan) -> list[int]:
    """For every week with a run, how many of its runs are off the 5-minute steps."""
    weeks: dict[date, int] = {}
    for session in plan.sessions:
        if session.kind in RUNS and session.kind is not SessionKind.RACE:
            monday = session.date - timedelta(days=session.date.weekday())
            weeks[monday] = weeks.get(monday, 0) + (session.minutes % STEP > 0)
    return list(weeks.values())


def minutes_of(plan: Plan) -> list[int]:
    """The minutes of every run that is no race."""
    return [
        session.minutes
        for session in plan.sessions
        if session.kind in RUNS and session.kind is not SessionKind.RACE
    ]


def measured() -> dict[int, Tally]:
    """A tally for two to six runs a week over the shipped profiles."""
    tallies: dict[int, Tally] = defaultdict(Tally)
    for name in shipped_profiles():
        profile = read_profile(Path(data_dir("profiles") / f"{name}.toml"), TODAY)
        for runs in range(2, 7):
            asked = with_runs(profile, runs)
            try:
                plan = expand(asked, TODAY).plan(())
                coarse, off = minutes_of(plan), off_steps(plan)
                with patch.object(sharing, "STEP", 1):
                    fine = minutes_of(expand(asked, TODAY).plan(()))
            except CannotPlan:
                continue
            tally = tallies[runs]
            tally.runs += len(coarse)
            tally.on_steps += sum(minutes % STEP == 0 for minutes in coarse)
            tally.minutes += sum(coarse)
            tally.fine += sum(fine)
            tally.weeks += len(off)
            tally.read_well += sum(count <= 1 for count in off)
    return tallies


def main() -> None:
    """Print the table."""
    columns = (
        "runs a week",
        "runs",
        "on 5-minute steps",
        "weeks with one run off them at most",
        "minutes lost",
    )
    lines = [f"| {' | '.join(columns)} |", "| --- " * len(columns) + "|"]
    for runs, tally in sorted(measured().items()):
        percents = (tally.on_steps_percent, tally.read_well_percent)
        shares = " | ".join(f"{percent:.0f} %" for percent in percents)
        lines.append(f"| {runs} | {tally.runs} | {shares} | {abs(tally.lost_percent):.1f} % |")
    sys.stdout.write("\n".join((*lines, "")))


if __name__ == "__main__":
    main()
