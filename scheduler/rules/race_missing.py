"""race-missing: every race stands on its day, once, and the day before a goal race is free (M9)."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import DANIELS_FORMULA
from scheduler.rules.view import breach_in, breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen

NAME: Final = "race-missing"
MAY_HOLD_A_RACE: Final = frozenset({WeekKind.TUNE_UP, WeekKind.TAPER})  # one that is no goal


def check(seen: Seen) -> Iterator[Breach]:
    """Races on their dates, once, one a week; days around A races; weeks called what they hold.

    What a week is called is history once it has begun.
    """
    races = Counter(run.date for run in seen.runs if run.kind is SessionKind.RACE)
    declared = {race.date: race.name for race in seen.profile.races}
    declared |= {race.date: race.name for race in seen.plan.races}
    for day in sorted(declared):
        if races[day] != 1:
            words = f"{declared[day]} stands {races[day]} times in the plan, it should once"
            yield breach_on(day, NAME, found=races[day], allowed=1, words=words)
    for day in races:
        if day not in declared:
            words = "a race that is not in the profile"
            yield breach_on(day, NAME, found=1, allowed=0, words=words)
    yield from _differing(seen)
    yield from _around_goals(seen)
    yield from _weeks(seen)


def _differing(seen: Seen) -> Iterator[Breach]:
    """Races that the plan takes for another day, distance or purpose than the profile says."""
    planned = {race.id: race for race in seen.plan.races}
    for asked in seen.profile.races:
        race = planned.get(asked.id)
        wanted = (asked.date, asked.distance_m, asked.priority)
        if race is None or (race.date, race.distance_m, race.priority) != wanted:
            words = f"{asked.name} is not planned for as the profile has it"
            found = "missing" if race is None else f"{race.priority} {race.date}"
            allowed = f"{asked.priority} {asked.date}"
            yield breach_on(asked.date, NAME, found=found, allowed=allowed, words=words)


def _around_goals(seen: Seen) -> Iterator[Breach]:
    for race in seen.goals:
        eve, sunday = race.date - timedelta(days=1), monday_of(race.date) + timedelta(days=6)
        for run in seen.runs:
            if not eve <= run.date <= sunday or run.kind is SessionKind.RACE:
                continue
            if run.date == eve:
                words = f"a run the day before {race.name}, which is free"
            else:
                words = f"a run after {race.name} in the same week, at most the race"
            yield breach_on(run.date, NAME, found=run.minutes, allowed=0, words=words)


def _weeks(seen: Seen) -> Iterator[Breach]:
    goals = Counter(monday_of(race.date) for race in seen.goals)
    for week in seen.weeks:
        found, smaller = goals[week.starts_on], len(week.races)
        allowed = 1 if week.kind is WeekKind.RACE else 0
        if found != allowed and not week.begun:
            words = f"{found} goal races in a {week.kind} week, it should be {allowed}"
            yield breach_in(week, NAME, found=found, allowed=allowed, words=words)
        if found + smaller > 1:
            words = f"{found + smaller} races in one week, at most 1"
            yield breach_in(week, NAME, found=found + smaller, allowed=1, words=words)
        elif not week.begun and _misnamed(week.kind, smaller):
            words = f"{smaller or 'no'} race that is no goal in a {week.kind} week"
            yield breach_in(week, NAME, found=smaller, allowed=1 - smaller, words=words)
        if smaller and goals[week.starts_on - timedelta(weeks=1)]:
            words = "a race in the week after a goal race, where there is none"
            yield breach_in(week, NAME, found=smaller, allowed=0, words=words)


def _misnamed(kind: WeekKind, smaller: int) -> bool:
    """Whether a week holds a smaller race that its kind has no place for, or lacks one."""
    return kind not in MAY_HOLD_A_RACE if smaller else kind is WeekKind.TUNE_UP


RULE: Final = Rule(
    name=NAME,
    says="Every race stands on its day, and the day before a goal race is free.",
    why=(
        "The plan is made for the race, so the race is in it, once, with its date. Two to three"
        " easy days before a race are common advice; a free last day and no more running in what"
        " is left of the week after a goal race are convention."
    ),
    source=DANIELS_FORMULA,
    strength=Strength.CONVENTION,
    covers=("M9",),
    limits=(
        ("goal races in a race week", "1"),
        ("races of any kind in a week, at most", "1"),
        ("free days right before a goal race, at least", "1"),
    ),
    check=check,
    examples=Examples(
        good="Runs on Tuesday and Thursday, the race on Sunday.",
        bad="A shake-out run on Saturday, the race on Sunday.",
    ),
)
