"""The profile of a plan that is published: what of it stays as it was, and what cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.errors import BadInput, Problem
from scheduler.model.log import first_day_to_come
from scheduler.record.baseline import baseline_of, running_once_begun
from scheduler.words import commands
from scheduler.words import pausing as words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from scheduler.model.profile import Profile
    from scheduler.model.record import Record


def as_published(
    profile_path: Path, profile: Profile, previous: Record, today: date
) -> tuple[Profile, tuple[str, ...]]:
    """The profile that a published plan goes on with, and what was edited in vain.

    Raises:
        BadInput: it is another runner's, or a race is over that is entered as one to come.
    """
    _refuse_another_runner(profile_path, profile, previous)
    _refuse_races_over(profile_path, profile, previous, today)
    return _as_begun(profile, previous, today)


def _as_begun(profile: Profile, previous: Record, today: date) -> tuple[Profile, tuple[str, ...]]:
    """The profile with what was run before the plan as it began, and what was edited there in vain.

    Until the first day of the plan is over, [running] may be put right.
    """
    if first_day_to_come(profile.log, today) <= previous.start:
        return profile, ()
    running = running_once_begun(previous.baseline, profile.running)
    given, used = baseline_of(profile.running), baseline_of(running)
    notes = tuple(
        commands.not_used(f"running.{key}", given[key], used[key])
        for key in used
        if given[key] != used[key]
    )
    return replace(profile, running=running), notes


def _refuse_another_runner(profile_path: Path, profile: Profile, previous: Record) -> None:
    """Refuse a profile of another name and with other running under this plan's plan_id."""
    now, was = baseline_of(profile.running), previous.baseline
    facts = ("weekly_minutes", "longest_run_minutes")
    other = all(now[fact] != was.get(fact) for fact in facts)
    if other and profile.athlete.name != previous.athlete.name:
        text = words.another_runner(previous.plan_id, previous.athlete.name)
        raise BadInput(str(profile_path), (Problem(place="plan_id", text=text),))


def _refuse_races_over(profile_path: Path, profile: Profile, previous: Record, today: date) -> None:
    """Refuse a race entered on a day that is over, and a race that is over entered again."""
    over = {race.id: race.date for race in previous.races if race.date < today}
    problems = []
    for race in profile.races:
        was, place = over.get(race.id), f"race {race.id}: date"
        if was is None and race.date < today:
            problems.append(Problem(place=place, text=words.race_over(race.date)))
        elif was is not None and race.date != was and race.date >= today:
            text = words.race_was_run(was, race.date)
            problems.append(Problem(place=place, text=text))
    if problems:
        raise BadInput(str(profile_path), tuple(problems))
