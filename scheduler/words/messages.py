"""The plain sentences that go with a plan, and those that stand where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.words.amounts import count, duration, long_day, short_day
from scheduler.words.language import ENGLISH
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.planner.outcome import Outcome
    from scheduler.words.language import Language


THE_RACE: Final = "the race"
THIS_RACE: Final = "this race"
YOUR_GOAL: Final = "your goal"
RACE_SPIKE: Final = "Your longest run before {race} is {longest}; the race takes about {length}."
TO_FINISH: Final = "Plan to finish, with walk breaks, without a time goal."
BEYOND_TRAINING: Final = "It is a step beyond training, as races are: start slowly."
VOLUME_SHORT: Final = "The longest run reaches {longest}; {wished} would suit the distance."
VOLUME_SHORT_BEFORE: Final = (
    "The longest run before {race} reaches {longest}; {wished} would suit the distance."
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
RUN_DROPPED_ASKED: Final = "You asked for {times} a week; the free days and the days of rest leave room for {placed}. The others get longer only as far as the rules allow."
RUN_DROPPED_USUAL: Final = "You ran {times} a week; the free days and the days of rest leave room for {placed}. The others get longer only as far as the rules allow."
RUN_DROPPED: Final = {
    "day": "{weeks_have} a run less than usual, because no free day fits. Its minutes are left out, not moved.",
    "short": "{weeks_have} a run less than usual, so that every run stays at 15 minutes or more.",
}
LONGEST_OLD: Final = "Your longest run, on {day}, lies more than 30 days before the start and no longer counts; a newer one in [running] would."
GOAL_AHEAD: Final = "Your goal of {goal} is faster than your result suggests; the plan reckons with {reckoned}, the longer."
GOAL_AHEAD_FOR: Final = "Your goal of {goal} for {race} is faster than your result suggests; the plan reckons with {reckoned}, the longer."
ASSUMED_PACE: Final = (
    "Without a result or a goal time, {race} is reckoned at {pace}: about {length}."
)
GOAL_ALONE: Final = (
    "{race} is reckoned at your goal of {goal}; at an easy pace it would take {easy}. A result in [fitness] would"
    " show which is nearer, and how long a run the race is for you."
)
RACE_ABOUT: Final = "{race} about {length}"
ASSUMED_PACES: Final = "Without a result or a goal time, these are reckoned at {pace}: {races}."
MINUTES_DROPPED: Final = "{weeks_would_hold} more minutes than your days hold, up to {most}. What does not fit is left out, not moved."
NO_WEEK_OFF: Final = "no week off"
BETTER_START: Final = (
    "Starting on {day} instead would need {fewer} inside the plan and bring the longest run to {longest} instead of"
    " {now}. Until then, let the week off go on; last_week_off_ended is then the day before."
)


def race_spike(
    race: PlannedRace, longest: int, say: Language = ENGLISH, *, finish: bool, named: bool
) -> str:
    """The race is longer than anything before it: told, with what to make of it."""
    name = one_line(race.name) if named else say(THE_RACE)
    reached = say(
        RACE_SPIKE, race=name, longest=duration(longest, say), length=duration(race.minutes, say)
    )
    return f"{reached} {say(TO_FINISH if finish else BEYOND_TRAINING)}"


def volume_short(
    longest: int, wished: int, bound: str, race: PlannedRace | None, say: Language = ENGLISH
) -> str:
    """The long run stays under what the distance asks for; ``race`` where there are several."""
    text = VOLUME_SHORT if race is None else VOLUME_SHORT_BEFORE
    name = "" if race is None else one_line(race.name)
    told = say(text, race=name, longest=duration(longest, say), wished=duration(wished, say))
    return f"{told} {say(BOUND_WORDS[bound])}"


def run_dropped(reason: str, weeks: int, say: Language = ENGLISH) -> str:
    """Some weeks have fewer runs than usual, and why."""
    return say(RUN_DROPPED[reason], weeks_have=say.count(weeks, "week has", "weeks have"))


def better_start(day: date, fewer: int, longest: int, now: int, say: Language = ENGLISH) -> str:
    """A later start that serves better."""
    less = say(NO_WEEK_OFF) if fewer == 0 else count(fewer, "week off", "weeks off", say)
    return say(
        BETTER_START,
        day=long_day(day, say),
        fewer=less,
        longest=duration(longest, say),
        now=duration(now, say),
    )


def goal_ahead(race: PlannedRace, goal: int, say: Language = ENGLISH, *, named: bool) -> str:
    """A goal time that the result does not bear out."""
    text = GOAL_AHEAD_FOR if named else GOAL_AHEAD
    reckoned = duration(race.minutes, say)
    return say(text, goal=duration(goal, say), reckoned=reckoned, race=one_line(race.name))


def goal_alone(race: PlannedRace, easy: int, say: Language = ENGLISH) -> str:
    """A goal time that nothing bears out; ``easy`` are the minutes at the easy pace."""
    goal = duration(race.minutes, say)
    return say(GOAL_ALONE, race=one_line(race.name), goal=goal, easy=duration(easy, say))


def run_dropped_usual(past: int, placed: int, say: Language = ENGLISH, *, asked: bool) -> str:
    """Fewer runs a week than were run, or asked for."""
    times = count(past, "time", "times", say)
    return say(RUN_DROPPED_ASKED if asked else RUN_DROPPED_USUAL, times=times, placed=placed)


def assumed_pace(pace: str, races: Sequence[PlannedRace], say: Language = ENGLISH) -> str:
    """How races are reckoned that nothing is known of; ``pace`` with its unit."""
    told = [(one_line(race.name), duration(race.minutes, say)) for race in races]
    if len(told) == 1:
        name, length = told[0]
        return say(ASSUMED_PACE, pace=pace, length=length, race=name)
    named = ", ".join(say(RACE_ABOUT, race=name, length=length) for name, length in told)
    return say(ASSUMED_PACES, pace=pace, races=named)


def bound_most(bound: str, outcome: Outcome) -> str:
    """The limit that shaped the plan most."""
    several = len(outcome.frame.races) > 1
    goal = YOUR_GOAL if several or not outcome.frame.races else THIS_RACE
    return outcome.say(BOUND_MOST[bound], goal=outcome.say(goal))


def minutes_dropped(weeks: int, most: int, say: Language = ENGLISH) -> str:
    """Some weeks would hold more than the days do."""
    told = say.count(weeks, "week would hold", "weeks would hold")
    return say(MINUTES_DROPPED, weeks_would_hold=told, most=duration(most, say))


def longest_run_too_old(day: date, say: Language = ENGLISH) -> str:
    """The longest run lies too far back to count."""
    return say(LONGEST_OLD, day=long_day(day, say))


def stub(day: date, say: Language = ENGLISH) -> str:
    """The first week is a short one, from this day on."""
    return say(STUB, day=short_day(day, say))
