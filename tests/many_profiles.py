"""Profiles of as many athletes as wanted, each with a season of 20 to 52 weeks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

TODAY: Final = date(2026, 11, 22)
START: Final = date(2026, 11, 30)
DISTANCES: Final = ("10k", "half", "5k", "half")
PROFILE: Final = """\
plan_id = "athlete-{number:04d}"
start = {start}

[athlete]
name = "Runner {number:04d}"
adult = true
timezone = "Europe/Amsterdam"
email = "runner{number:04d}@example.org"

[[race]]
id = "goal"
name = "Goal {number:04d}"
date = {race}
distance = "{distance}"
priority = "A"

[running]
weekly_minutes = {weekly}
longest_run_minutes = {longest}
runs_per_week = {runs}
last_week_off_ended = 2026-10-11

[health]
pain_free_on = 2026-11-20
thirty_minutes = true
injuries = {injuries}
last_injury = 2024-05-10
serious_site = "no"
cleared_by = "clinician"
cleared_on = 2024-08-20
other_risks = "no"
out_of_scope = false

[week]
available = ["tue", "wed", "thu", "sat", "sun"]
long_run = "sun"

[calendar]
times = {{ default = "07:00", sun = "09:00" }}
reminder_minutes = 30
"""


def weeks_of(number: int) -> int:
    """How long the season of one athlete is."""
    return 20 + number * 7 % 33


def profile_of(number: int, weeks: int | None = None) -> str:
    """The profile of one athlete as TOML; ``weeks`` where the season shall be shorter or longer."""
    race = START + timedelta(weeks=weeks or weeks_of(number), days=-1)
    return PROFILE.format(
        number=number,
        start=START,
        race=race,
        distance=DISTANCES[number % len(DISTANCES)],
        weekly=150 + number * 13 % 70,
        longest=75 + number * 5 % 30,
        runs=3 + number % 2,
        injuries=1 + number % 3,
    )


def write_profiles(folder: Path, count: int, weeks: int | None = None) -> None:
    """Write the profiles of so many athletes into a folder of their own."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"athlete-{number:04d}.toml").write_text(
            profile_of(number, weeks), encoding="utf-8"
        )
