"""What is worth telling about a plan: one plain sentence each, with its numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from scheduler.limits import EASY_ONLY
from scheduler.model.plan import Message, WeekKind
from scheduler.planner.load import QUALITY_PHASE_WEEKS
from scheduler.rules.run_too_long import WINDOW_DAYS
from scheduler.units import UNKNOWN_EASY_S_PER_KM
from scheduler.words import messages as words
from scheduler.words.amounts import count, duration, long_day, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.plan import PlannedRace, Week
    from scheduler.model.profile import Profile
    from scheduler.planner.load import Goal
    from scheduler.planner.week import MadeWeek

TOLD_FROM_PERCENT: Final = 110
FINISH_FROM_PERCENT: Final = 150
LONG_PLAN_WEEKS: Final = 52
LONGEST_BLOCK: Final = 13
SMALL_MINUTES: Final = 5  # not worth a word


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a made plan reached; minutes as emitted."""

    race: PlannedRace
    weeks: tuple[Week, ...]
    made: tuple[MadeWeek, ...]
    goal: Goal
    longest_before_race: int
    longest: int
    wished_weeks: int
    running_weeks_before: int

    @property
    def weeks_off(self) -> int:
        """Weeks off inside the plan; the empty first days before one belong to it."""
        kinds = [None, *(week.kind for week in self.weeks)]
        off = WeekKind.WEEK_OFF
        return sum(kind is off and before is not off for before, kind in pairwise(kinds))

    @property
    def race_week(self) -> int:
        """The index of race week, from 1."""
        return next(week.index for week in self.weeks if week.kind is WeekKind.RACE)


def messages_of(profile: Profile, outcome: Outcome) -> tuple[Message, ...]:
    """All that apply, in the order they matter to the athlete."""
    return (
        *_race(profile, outcome),
        *_long_run(outcome),
        *_bound(outcome),
        *_weeks_off(outcome),
        *_quality(profile, outcome),
        *_days(profile, outcome),
        *_input(profile, outcome),
    )


def _message(code: str, text: str, **data: Any) -> Message:
    return Message(code=code, text=text, data=data)


def _race(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    race, longest = outcome.race, outcome.longest_before_race
    percent = race.minutes * 100 // max(longest, 1)
    if percent >= TOLD_FROM_PERCENT:
        finish = percent >= FINISH_FROM_PERCENT
        text = words.race_spike(race, longest, finish=finish)
        yield _message(
            "RACE-SPIKE", text, race_minutes=race.minutes, longest_minutes=longest, percent=percent
        )
    entered, fitness = profile.races[0], profile.fitness
    goal = -(-(entered.goal_seconds or race.minutes * 60) // 60)
    if goal + SMALL_MINUTES < race.minutes:
        text = words.GOAL_AHEAD.format(goal=duration(goal), reckoned=duration(race.minutes))
        yield _message("GOAL-AHEAD", text, goal_minutes=goal, race_minutes=race.minutes)
    if entered.goal_seconds is None and fitness.result is None:
        seconds = fitness.easy_pace_s_per_km or UNKNOWN_EASY_S_PER_KM
        pace = f"{seconds // 60}:{seconds % 60:02d}"
        text = words.ASSUMED_PACE.format(pace=pace, length=duration(race.minutes))
        yield _message("ASSUMED-PACE", text, pace_s_per_km=seconds, race_minutes=race.minutes)


def _long_run(outcome: Outcome) -> Iterator[Message]:
    wished = outcome.goal.long_run
    longest = max(outcome.longest, outcome.longest_before_race)
    if longest + SMALL_MINUTES < wished:
        bound = "ceiling" if _under_ceiling(outcome) else _most_bound(outcome) or "time"
        text = words.volume_short(longest, wished, bound)
        yield _message(
            "VOLUME-SHORT",
            text,
            longest_minutes=longest,
            wished_minutes=wished,
            bound=bound,
        )


def _under_ceiling(outcome: Outcome) -> bool:
    """Whether the weeks reached the athlete's own ceiling before what the race needs."""
    ceiling = outcome.goal.ceiling
    if ceiling is None or ceiling >= outcome.goal.weekly:
        return False
    return max(week.minutes for week in outcome.weeks) + SMALL_MINUTES >= ceiling


def _most_bound(outcome: Outcome) -> str | None:
    counts = Counter(made.bound.value for made in outcome.made if made.bound is not None)
    return max(sorted(counts), key=lambda bound: counts[bound]) if counts else None


def _bound(outcome: Outcome) -> Iterator[Message]:
    counts = Counter(made.bound.value for made in outcome.made if made.bound is not None)
    bound = _most_bound(outcome)
    if bound is not None:
        yield _message(
            "BOUND-BY", words.BOUND_MOST[bound], bound=bound, weeks=dict(sorted(counts.items()))
        )


def _weeks_off(outcome: Outcome) -> Iterator[Message]:
    weeks, race_week = outcome.weeks, outcome.race_week
    for week in weeks:
        to_race = race_week - week.index
        if week.kind is WeekKind.WEEK_OFF and to_race < outcome.wished_weeks:
            text = words.BREAK_LATE.format(
                weeks=count(to_race, "week", "weeks"), wished=outcome.wished_weeks
            )
            yield _message("BREAK-LATE", text, weeks=to_race, wished=outcome.wished_weeks)
    off = [week.index for week in weeks if week.kind is WeekKind.WEEK_OFF]
    running = race_week - max(off) if off else race_week + outcome.running_weeks_before
    if running == LONGEST_BLOCK:
        yield _message("BLOCK-13", words.BLOCK_13, weeks=LONGEST_BLOCK)


def _quality(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    if any(week.quality_minutes for week in outcome.weeks):
        return
    if profile.health.other_risks in EASY_ONLY:
        reason = "time"  # what was answered is not told
    elif outcome.goal.usual_runs == 1:
        reason = "days"
    elif QUALITY_PHASE_WEEKS[outcome.goal.race_class] == 0:
        reason = "distance"
    else:
        reason = "time"
    yield _message("QUALITY-NONE", words.QUALITY_NONE[reason], reason=reason)


def _days(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    wished = profile.running.wanted_runs_per_week or profile.running.runs_per_week
    placed = outcome.goal.usual_runs
    if placed < wished:
        past = count(wished, "time", "times")
        text = words.RUN_DROPPED_USUAL.format(past=past, placed=placed)
        yield _message("RUN-DROPPED", text, wished=wished, placed=placed)
    training = [made for made in outcome.made if made.kind is not WeekKind.RACE]
    for reason, weeks in (
        ("day", sum(made.dropped > 0 for made in training)),
        ("short", sum(made.too_short > 0 for made in training)),
    ):
        if weeks:
            text = words.run_dropped(reason, weeks)
            yield _message("RUN-DROPPED", text, weeks=weeks, reason=reason)


def longest_run_too_old(profile: Profile) -> str | None:
    """What to say where the longest run's day is too far back to count; None where it counts."""
    day = profile.running.longest_run_date
    if day is None or (profile.start - day).days <= WINDOW_DAYS:
        return None
    return words.LONGEST_OLD.format(day=long_day(day))


def _input(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    old = longest_run_too_old(profile)
    if old is not None:
        yield _message("LONGEST-OLD", old, date=str(profile.running.longest_run_date))
    if profile.start.weekday():
        text = words.STUB.format(day=short_day(profile.start))
        yield _message("STUB", text, start=profile.start.isoformat())
    if outcome.race_week > LONG_PLAN_WEEKS:
        text = words.HORIZON.format(weeks=outcome.race_week)
        yield _message("HORIZON>52", text, weeks=outcome.race_week)
    for assumption in profile.assumptions:
        yield _message("ASSUMED", assumption.text, place=assumption.place)
