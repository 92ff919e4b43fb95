"""The plain sentences that go with a plan, and those that stand where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import count, duration, long_day
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.planner.outcome import Outcome


def race_spike(race: PlannedRace, longest: int, *, finish: bool, named: bool) -> str:
    """The race is longer than anything before it: told, with what to make of it."""
    name = one_line(race.name) if named else "the race"
    reached = f"Your longest run before {name} is {duration(longest)}; the race takes about {duration(race.minutes)}."
    if finish:
        return f"{reached} Plan to finish, with walk breaks, without a time goal."
    return f"{reached} It is a step beyond training, as races are: start slowly."


def volume_short(longest: int, wished: int, bound: str, race: PlannedRace | None) -> str:
    """The long run stays under what the distance asks for; ``race`` where there are several."""
    before = "" if race is None else f" before {one_line(race.name)}"
    return (
        f"The longest run{before} reaches {duration(longest)}; {duration(wished)} would suit the distance."
        f" {BOUND_WORDS[bound]}"
    )


BOUND_WORDS: Final = {
    "growth": "What held it back is how fast a week may grow; more weeks give it time.",
    "target": "The weekly minutes reached their aim first.",
    "time": "The weeks are too few for more.",
    "ceiling": "What held it back is the ceiling you set for the week.",
    "single-run": "What held it back is that one run may be at most a tenth longer than the longest of 30 days.",
    "share": "What held it back is the long run's share of the week; more runs a week or more minutes would help.",
    "window": "What held it back is how long your days are; longer days, or one more, would help.",
}
BOUND_MOST: Final = {
    "growth": "What shaped the weeks most: how much a week may grow on the best of the last four.",
    "target": "You reach the minutes that {goal} needs; after that the weeks hold steady.",
    "ceiling": "What shaped the weeks most: the ceiling you set for the week.",
    "single-run": "What shaped the weeks most: one run may be at most a tenth longer than the longest of 30 days.",
    "share": "What shaped the weeks most: the long run's share of the week.",
    "window": "What shaped the weeks most: how long your days are.",
}
QUALITY_NONE: Final = {
    "distance": "No faster running: for a distance this long, minutes come first.",
    "time": "No faster running in this plan: the minutes come first.",
    "days": "No faster running: with one run a week there is no day for it beside the long run.",
}
STUB: Final = (
    "The days from {day} to Sunday are a short first week; the plan begins in full on Monday."
)
HORIZON: Final = "A plan of {weeks} weeks is long: look at it anew at each week off, and renew the check for pain."
RUN_DROPPED_USUAL: Final = "{runs} a week; the free days and the days of rest leave room for {placed}. The others get longer only as far as the rules allow."
RUN_DROPPED: Final = {
    "day": "{weeks} a run less than usual, because no free day fits. Its minutes are left out, not moved.",
    "short": "{weeks} a run less than usual, so that every run stays at 15 minutes or more.",
}
LONGEST_OLD: Final = "Your longest run, on {day}, lies more than 30 days before the start and no longer counts; a newer one in [running] would."
GOAL_AHEAD: Final = "Your goal of {goal}{race} is faster than your result suggests; the plan reckons with {reckoned}, the longer."
ASSUMED_PACE: Final = (
    "Without a result or a goal time, {race} is reckoned at {pace}: about {length}."
)
GOAL_ALONE: Final = (
    "{race} is reckoned at your goal of {goal}; at an easy pace it would take {easy}. A result in [fitness] would"
    " show which is nearer, and how long a run the race is for you."
)
ASSUMED_PACES: Final = "Without a result or a goal time, these are reckoned at {pace}: {races}."
MINUTES_DROPPED: Final = "{weeks} more minutes than your days hold, up to {most}. What does not fit is left out, not moved."
BETTER_START: Final = (
    "Starting on {day} instead would need {fewer} inside the plan and bring the longest run to {longest} instead of"
    " {now}. Until then, let the week off go on; last_week_off_ended is then the day before."
)


def run_dropped(reason: str, weeks: int) -> str:
    """Some weeks have fewer runs than usual, and why."""
    return RUN_DROPPED[reason].format(weeks="1 week has" if weeks == 1 else f"{weeks} weeks have")


def better_start(day: date, fewer: int, longest: int, now: int) -> str:
    """A later start that serves better."""
    less = "no week off" if fewer == 0 else count(fewer, "week off", "weeks off")
    return BETTER_START.format(
        day=long_day(day), fewer=less, longest=duration(longest), now=duration(now)
    )


def goal_ahead(race: PlannedRace, goal: int, *, named: bool) -> str:
    """A goal time that the result does not bear out."""
    name = f" for {one_line(race.name)}" if named else ""
    return GOAL_AHEAD.format(goal=duration(goal), reckoned=duration(race.minutes), race=name)


def goal_alone(race: PlannedRace, easy: int) -> str:
    """A goal time that nothing bears out; ``easy`` are the minutes at the easy pace."""
    return GOAL_ALONE.format(
        race=one_line(race.name), goal=duration(race.minutes), easy=duration(easy)
    )


def run_dropped_usual(past: str, placed: int, *, asked: bool) -> str:
    """Fewer runs a week than were run, or asked for."""
    runs = f"You asked for {past}" if asked else f"You ran {past}"
    return RUN_DROPPED_USUAL.format(runs=runs, placed=placed)


def assumed_pace(pace: str, races: Sequence[PlannedRace]) -> str:
    """How races are reckoned that nothing is known of; ``pace`` with its unit."""
    if len(races) == 1:
        race = races[0]
        return ASSUMED_PACE.format(
            pace=pace, length=duration(race.minutes), race=one_line(race.name)
        )
    named = ", ".join(f"{one_line(race.name)} about {duration(race.minutes)}" for race in races)
    return ASSUMED_PACES.format(pace=pace, races=named)


def bound_most(bound: str, outcome: Outcome) -> str:
    """The limit that shaped the plan most."""
    several = len(outcome.frame.races) > 1
    goal = "your goal" if several or not outcome.frame.races else "this race"
    return BOUND_MOST[bound].format(goal=goal)


def minutes_dropped(weeks: int, most: int) -> str:
    """Some weeks would hold more than the days do."""
    told = "1 week would hold" if weeks == 1 else f"{weeks} weeks would hold"
    return MINUTES_DROPPED.format(weeks=told, most=duration(most))
