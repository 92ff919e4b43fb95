"""race-missing: every race stands on its day, once, and the day before a goal race is free (M9)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import DANIELS_FORMULA
from scheduler.rules.view import breach_in, breach_on, monday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.rules.seen import Seen

NAME: Final = "race-missing"


def check(seen: Seen) -> Iterator[Breach]:
    """Races on their dates, once; days around an A race; one A race in every race week."""
    races = [run.date for run in seen.runs if run.kind is SessionKind.RACE]
    declared = _declared(seen)
    for day in sorted(declared):
        if races.count(day) != 1:
            words = f"{declared[day]} stands {races.count(day)} times in the plan, it should once"
            yield breach_on(day, NAME, found=races.count(day), allowed=1, words=words)
    for day in races:
        if day not in declared:
            words = "a race that is not in the profile"
            yield breach_on(day, NAME, found=1, allowed=0, words=words)
    yield from _around_goals(seen)
    yield from _race_weeks(seen)


def _declared(seen: Seen) -> dict[date, str]:
    asked = {race.date: race.name for race in seen.profile.races}
    return asked | {race.date: race.name for race in seen.plan.races}


def _around_goals(seen: Seen) -> Iterator[Breach]:
    for race in seen.goals:
        sunday = monday(race.date) + timedelta(days=6)
        for run in seen.runs:
            if run.kind is SessionKind.RACE:
                continue
            if run.date == race.date - timedelta(days=1):
                words = f"a run the day before {race.name}, which is free"
                yield breach_on(run.date, NAME, found=run.minutes, allowed=0, words=words)
            if race.date <= run.date <= sunday:
                words = f"a run after {race.name} in the same week, at most the race"
                yield breach_on(run.date, NAME, found=run.minutes, allowed=0, words=words)


def _race_weeks(seen: Seen) -> Iterator[Breach]:
    goals = [monday(race.date) for race in seen.goals]
    for week in seen.weeks:
        found = goals.count(week.starts_on)
        allowed = 1 if week.kind is WeekKind.RACE else 0
        if found != allowed:
            words = f"{found} goal races in a {week.kind} week, it should be {allowed}"
            yield breach_in(week, NAME, found=found, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="Every race stands on its day, and the day before a goal race is free.",
    why=(
        "The plan is made for the race, so the race is in it, once, with its date. Two to three"
        " easy days before a race are common advice; a free last day and no more running in the"
        " week after a goal race are convention."
    ),
    source=DANIELS_FORMULA,
    strength=Strength.CONVENTION,
    covers=("M9",),
    limits=(
        ("goal races in a race week", "1"),
        ("free days right before a goal race, at least", "1"),
    ),
    check=check,
    examples=Examples(
        good="Runs on Tuesday and Thursday, the race on Sunday.",
        bad="A shake-out run on Saturday, the race on Sunday.",
    ),
)
