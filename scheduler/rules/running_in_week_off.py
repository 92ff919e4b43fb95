"""running-in-week-off: a week off is seven days without a run, one follows a goal race (M3).

After a goal race of a half marathon and longer the seven days are counted from the race; after a
shorter one three days are free. Both are judgement on "one easy day for every three kilometres
raced".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import TRAINING_AFTER_BONE_INJURY
from scheduler.rules.view import breach_in, breach_on, off_until_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.rules.seen import Seen

RUN_FREE_SPAN_DAYS: Final = 7
CUT_SHORT_PERCENT: Final = 60  # a first week back with less of its share is no step of the return
LONG_SPAN_DAYS: Final = 14  # two weeks without a run: the return starts lower
RUN_FREE_DAYS_AFTER_SHORT_RACE: Final = 3
RUN_FREE_WEEK_FROM_M: Final = 21_000  # a half marathon and longer

NAME: Final = "running-in-week-off"


def check(seen: Seen) -> Iterator[Breach]:
    """Weeks off without a run and long enough; run-free days after every A race."""
    for week in seen.weeks:
        if week.kind not in RUN_FREE:
            continue
        for run in week.runs:
            words = f"a run of {run.minutes} min in a week off, where there is none"
            yield breach_on(run.date, NAME, found=run.minutes, allowed=0, words=words)
        free = _free_days_around(seen, week.starts_on)
        if not week.runs and free < RUN_FREE_SPAN_DAYS:
            words = f"{free} days without a run, at least {RUN_FREE_SPAN_DAYS} in a week off"
            yield breach_in(week, NAME, found=free, allowed=RUN_FREE_SPAN_DAYS, words=words)
    yield from _after_races(seen)


def _free_days_around(seen: Seen, monday: date) -> int:
    """Days without a run around a run-free week; before the plan only those of a week off."""
    sunday = monday + timedelta(days=6)
    days = seen.run_days
    before, after = bisect_left(days, monday), bisect_right(days, sunday)
    first = days[before - 1] + timedelta(days=1) if before else seen.profile.start
    if not before and off_until_start(seen.profile):
        first -= timedelta(days=RUN_FREE_SPAN_DAYS)
    last = days[after] if after < len(days) else sunday + timedelta(days=RUN_FREE_SPAN_DAYS)
    return (last - first).days


def _first_to_come(seen: Seen, day: date) -> int:
    """The place of the first run day after a day, and not before today."""
    return max(bisect_right(seen.run_days, day), bisect_left(seen.run_days, seen.today))


def _after_races(seen: Seen) -> Iterator[Breach]:
    """The first run too soon after each A race; training waits for the whole week after it.

    Where that is the week of the next A race, it waits for the seven days only. A run behind today
    hides none to come, and a race that was not run asks for nothing.
    """
    goals = {race.date for race in seen.goals}
    for race in seen.goals:
        if race.date < seen.today and race.date not in seen.run_days:
            continue
        sunday = race.date + timedelta(days=13 - race.date.weekday())
        long_race = race.distance_m >= RUN_FREE_WEEK_FROM_M
        least = until_training = RUN_FREE_SPAN_DAYS if long_race else RUN_FREE_DAYS_AFTER_SHORT_RACE
        if long_race and not any(0 <= (sunday - goal).days < 7 for goal in goals):
            until_training = max(least, (sunday - race.date).days)
        for day in seen.run_days[_first_to_come(seen, race.date) :]:
            free = (day - race.date).days - 1
            if free >= until_training:
                break
            allowed = least if day in goals else until_training
            if free < allowed:
                words = f"a run after {free} free days, at least {allowed} after the race"
                yield breach_on(day, NAME, found=free, allowed=allowed, words=words)
                break


RULE: Final = Rule(
    name=NAME,
    says="A week off has no run in it, and free days follow every goal race.",
    why=(
        "A week off works as a whole: seven days in a row, planned or not. Cycling, swimming and"
        " strength are welcome in it, jumps are not. That is expert advice, recommended and not"
        " tested in runners. A goal race is the largest load of a season, so free days follow it,"
        " a whole week after a half marathon and longer. How many is judgement, near the custom of"
        " one easy day for every three kilometres raced."
    ),
    source=TRAINING_AFTER_BONE_INJURY,
    strength=Strength.RECOMMENDED,
    covers=("M3",),
    limits=(
        ("days without a run in a week off, at least", f"{RUN_FREE_SPAN_DAYS}"),
        (
            "free days after a goal race of a half marathon and longer, at least",
            f"{RUN_FREE_SPAN_DAYS}, and the whole week after it",
        ),
        ("free days after a shorter goal race, at least", f"{RUN_FREE_DAYS_AFTER_SHORT_RACE}"),
    ),
    check=check,
    examples=Examples(
        good="Last run on Sunday, a week of cycling and walks, next run on the Tuesday after.",
        bad="A week off with twenty easy minutes on its Thursday.",
    ),
)
