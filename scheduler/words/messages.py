"""The plain sentences that go with a plan, and those that stand where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scheduler.words.amounts import count, duration, long_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import PlannedRace
    from scheduler.model.profile import Profile
    from scheduler.planner.season_moves import History

TRY_START: Final = "start on {day}"
TRY_RACE: Final = "a race of this distance from {day}"
TRY_DISTANCE: Final = "{distance} that day"
TRY_DISTANCE_WITHOUT_GOAL: Final = "{distance} that day, without this goal time"
TRIES: Final = "What would work: {tries}."
NO_TRY: Final = (
    "No start, date or shorter distance within two years would work with today's running."
)
DISTANCE_WORDS: Final = {
    "5k": "5 km",
    "10k": "10 km",
    "half": "a half marathon",
    "marathon": "a marathon",
    "50k": "50 km",
}


def infeasible_break(profile: Profile, history: History, limits: Limits) -> str:
    """Why no season keeps the rules."""
    race = profile.races[0]
    since = count(history.running_weeks, "week", "weeks")
    return (
        f"About {since} of running since the last week off, and {long_day(race.date)} is too near to fit one in:"
        f" at most {limits.running_weeks} running weeks stand between weeks off, and none belongs right before a"
        " race. Taking the week off now and running the race easy, or leaving it out, is also an answer."
    )


def race_too_far(race: PlannedRace, longest: int) -> str:
    """Why a race is too far beyond the longest run."""
    times = f"{race.minutes / longest:.1f}"
    return (
        f"By {long_day(race.date)} your longest run reaches {duration(longest)}; {_one_line(race.name)} takes about"
        f" {duration(race.minutes)}, {times} times that. One run so far beyond the others is what a plan for bone"
        " must not ask."
    )


def with_tries(text: str, tries: Sequence[dict[str, Any]]) -> str:
    """A refusal followed by what would work."""
    if not tries:
        return f"{text} {NO_TRY}"
    return f"{text} {TRIES.format(tries='; or '.join(_try(one) for one in tries))}"


def _try(one: dict[str, Any]) -> str:
    if "start" in one:
        return TRY_START.format(day=long_day(one["start"]))
    if "race_date" in one:
        return TRY_RACE.format(day=long_day(one["race_date"]))
    told = TRY_DISTANCE if "goal_time" not in one else TRY_DISTANCE_WITHOUT_GOAL
    return told.format(distance=DISTANCE_WORDS[one["distance"]])


def race_spike(race: PlannedRace, longest: int, *, finish: bool) -> str:
    """The race is longer than anything before it: told, with what to make of it."""
    reached = f"Your longest run before the race is {duration(longest)}; the race takes about {duration(race.minutes)}."
    if finish:
        return f"{reached} Plan to finish, with walk breaks, without a time goal."
    return f"{reached} It is a step beyond training, as races are: start slowly."


def volume_short(longest: int, wished: int, bound: str) -> str:
    """The long run stays under what the distance asks for."""
    return f"The longest run reaches {duration(longest)}; {duration(wished)} would suit the distance. {BOUND_WORDS[bound]}"


BOUND_WORDS: Final = {
    "growth": "What held it back is how fast a week may grow; an earlier start or a later race gives it time.",
    "target": "The weekly minutes reached their aim first.",
    "time": "The weeks before the race are too few for more; a later race gives it time.",
    "ceiling": "What held it back is the ceiling you set for the week.",
    "single-run": "What held it back is that one run may be at most a tenth longer than the longest of 30 days.",
    "share": "What held it back is the long run's share of the week; more runs a week or more minutes would help.",
}
BOUND_MOST: Final = {
    "growth": "What shaped the weeks most: how much a week may grow on the best of the last four.",
    "target": "You reach the minutes that this race needs; after that the weeks hold steady.",
    "ceiling": "What shaped the weeks most: the ceiling you set for the week.",
    "single-run": "What shaped the weeks most: one run may be at most a tenth longer than the longest of 30 days.",
    "share": "What shaped the weeks most: the long run's share of the week.",
}
QUALITY_NONE: Final = {
    "distance": "No faster running: for a race this long, minutes come first.",
    "time": "No faster running in this plan: the minutes come first, and the weeks leave no room for speed after them.",
    "days": "No faster running: with one run a week there is no day for it beside the long run.",
}
STUB: Final = (
    "The days from {day} to Sunday are a short first week; the plan begins in full on Monday."
)
BREAK_LATE: Final = "The week off ends {weeks} before the race; {wished} would be better. The longest runs have less time to come back."
BLOCK_13: Final = "The plan runs 13 weeks without a week off and ends in the race; the week after it is free of running."
HORIZON: Final = "A plan of {weeks} weeks is long: look at it anew at each week off, and renew the check for pain."
RUN_DROPPED_USUAL: Final = "You ran {past} a week; beside its rest days this plan has room for {placed}. The others get longer only as far as the rules allow."
RUN_DROPPED: Final = {
    "day": "{weeks} a run less than usual, because no free day fits. Its minutes are left out, not moved.",
    "short": "{weeks} a run less than usual, so that every run stays at 15 minutes or more.",
}
LONGEST_OLD: Final = "Your longest run, on {day}, lies more than 30 days before the start and no longer counts; a newer one in [running] would."
GOAL_AHEAD: Final = "Your goal of {goal} is faster than your result suggests; the plan reckons with {reckoned}, the longer."
ASSUMED_PACE: Final = (
    "Without a result or a goal time, the race is reckoned at {pace} a kilometre: about {length}."
)
BETTER_START: Final = (
    "Starting on {day} instead would need {fewer} inside the plan and bring the longest run to {longest} instead of"
    " {now}. Until then, run as you do now."
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


def _one_line(name: str) -> str:
    return " ".join(name.split())
