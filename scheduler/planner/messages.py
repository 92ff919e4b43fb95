"""What is worth telling about a plan: one plain sentence each, with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scheduler.limits import EASY_ONLY
from scheduler.model.plan import Message, WeekKind
from scheduler.planner.apart import leaves_no_training
from scheduler.planner.loading import QUALITY_PHASE_WEEKS
from scheduler.planner.season_messages import season_messages
from scheduler.rules.run_too_long import WINDOW_DAYS
from scheduler.units import UNKNOWN_EASY_S_PER_KM, pace_text
from scheduler.words import messages as words
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.plan import PlannedRace
    from scheduler.model.profile import Profile
    from scheduler.planner.outcome import Outcome
    from scheduler.words.language import Language

TOLD_FROM_PERCENT: Final = 110
FINISH_FROM_PERCENT: Final = 150
LONG_PLAN_WEEKS: Final = 52
GOAL_ALONE_PERCENT: Final = 75  # of the time at the easy pace
SMALL_MINUTES: Final = 5  # not worth a word


def messages_of(profile: Profile, outcome: Outcome) -> tuple[Message, ...]:
    """All that apply, in the order they matter to the athlete."""
    return (
        *_races(profile, outcome),
        *_long_runs(outcome),
        *_bound(outcome),
        *season_messages(profile, outcome),
        *_quality(profile, outcome),
        *_days(profile, outcome),
        *_input(profile, outcome),
    )


def _message(code: str, text: str, **data: Any) -> Message:
    return Message(code=code, text=text, data=data)


def _races(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    several = len(outcome.frame.races) > 1
    for race, entered in zip(outcome.frame.races, profile.races, strict=True):
        if race.id not in outcome.longest_before:
            continue  # it is over
        yield from _race(race, outcome.longest_before[race.id], outcome.say, named=several)
        goal = -(-(entered.goal_seconds or race.minutes * 60) // 60)
        if goal + SMALL_MINUTES < race.minutes:
            text = words.goal_ahead(race, goal, outcome.say, named=several)
            yield _message(
                "GOAL-AHEAD", text, race=race.id, goal_minutes=goal, race_minutes=race.minutes
            )
    yield from _assumed_pace(profile, outcome)


def _race(race: PlannedRace, longest: int, say: Language, *, named: bool) -> Iterator[Message]:
    percent = race.minutes * 100 // max(longest, 1)
    if percent < TOLD_FROM_PERCENT:
        return
    finish = percent >= FINISH_FROM_PERCENT
    yield _message(
        "RACE-SPIKE",
        words.race_spike(race, longest, say, finish=finish, named=named),
        race=race.id,
        race_minutes=race.minutes,
        longest_minutes=longest,
        percent=percent,
    )


def _assumed_pace(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    """What is reckoned with where neither a result nor a goal time is known."""
    if profile.fitness.result is not None:
        return
    yield from _goal_alone(profile, outcome)
    seconds = profile.fitness.easy_pace_s_per_km or UNKNOWN_EASY_S_PER_KM
    unknown = [race for race in profile.races if race.goal_seconds is None]
    planned = {race.id: race for race in outcome.frame.races}
    if unknown:
        races = [planned[race.id] for race in unknown]
        pace = pace_text(seconds, profile.athlete.units)
        text = words.assumed_pace(pace, races, outcome.say)
        minutes = races[0].minutes
        ids = [race.id for race in races]
        yield _message("ASSUMED-PACE", text, pace_s_per_km=seconds, race_minutes=minutes, races=ids)


def _goal_alone(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    """The longest race whose goal time nothing bears out and an easy pace makes far longer."""
    seconds = profile.fitness.easy_pace_s_per_km or UNKNOWN_EASY_S_PER_KM
    hoped_for = []
    for race, entered in zip(outcome.frame.races, profile.races, strict=True):
        easy = race.distance_m * seconds // 60_000
        if entered.goal_seconds is not None and race.minutes * 100 < GOAL_ALONE_PERCENT * easy:
            hoped_for.append((easy, race))
    if hoped_for:
        easy, race = max(hoped_for, key=lambda one: one[0])
        text = words.goal_alone(race, easy, outcome.say)
        yield _message("GOAL-ALONE", text, race=race.id, race_minutes=race.minutes, easy=easy)


def _long_runs(outcome: Outcome) -> Iterator[Message]:
    """The longest run on the way to each goal, where it stays under what the distance asks for."""
    races = outcome.frame.goals or (None,)
    for place, (goal, race) in enumerate(zip(outcome.goals, races, strict=True)):
        longest = _longest_for(outcome, place)
        if longest + SMALL_MINUTES >= goal.long_run:
            continue
        bound = "ceiling" if _under_ceiling(outcome, place) else outcome.bound_most() or "time"
        named = race if len(races) > 1 else None
        yield _message(
            "VOLUME-SHORT",
            words.volume_short(longest, goal.long_run, bound, named, outcome.say),
            longest_minutes=longest,
            wished_minutes=goal.long_run,
            bound=bound,
        )


def _longest_for(outcome: Outcome, place: int) -> int:
    """The longest run towards a goal; where none fits between, the training before counts too."""
    longest, goals = outcome.longest_towards(place), outcome.frame.goals
    while place and leaves_no_training(goals[place - 1], goals[place]):
        place -= 1
        longest = max(longest, outcome.longest_towards(place))
    return longest


def _under_ceiling(outcome: Outcome, place: int) -> bool:
    """Whether the weeks reached the athlete's own ceiling before what the goal needs."""
    goal = outcome.goals[place]
    if goal.ceiling is None or goal.ceiling >= goal.weekly:
        return False
    return max(week.minutes for week in outcome.weeks) + SMALL_MINUTES >= goal.ceiling


def _bound(outcome: Outcome) -> Iterator[Message]:
    bound = outcome.bound_most()
    if bound is not None:
        weeks = dict(sorted(outcome.bounds().items()))
        yield _message("BOUND-BY", words.bound_most(bound, outcome), bound=bound, weeks=weeks)


def _quality(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    if any(week.quality_minutes for week in outcome.weeks):
        return
    if profile.health.other_risks in EASY_ONLY:
        reason = "time"  # what was answered is not told
    elif outcome.goals[0].usual_runs == 1:
        reason = "days"
    elif all(QUALITY_PHASE_WEEKS[goal.race_class] == 0 for goal in outcome.goals):
        reason = "distance"
    else:
        reason = "time"
    yield _message("QUALITY-NONE", outcome.say(words.QUALITY_NONE[reason]), reason=reason)


def _days(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    wished = profile.running.wanted_runs_per_week or profile.running.runs_per_week
    placed = outcome.goals[0].usual_runs
    if placed < wished:
        asked = profile.running.wanted_runs_per_week is not None
        text = words.run_dropped_usual(wished, placed, outcome.say, asked=asked)
        yield _message("RUN-DROPPED", text, wished=wished, placed=placed)
    training = [made for made in outcome.made if made.kind is not WeekKind.RACE]
    for reason, weeks in (
        ("day", sum(made.dropped > 0 for made in training)),
        ("short", sum(made.too_short > 0 for made in training)),
    ):
        if weeks:
            text = words.run_dropped(reason, weeks, outcome.say)
            yield _message("RUN-DROPPED", text, weeks=weeks, reason=reason)
    left_out = [made.left_out for made in training if made.left_out > SMALL_MINUTES]
    if left_out:
        text = words.minutes_dropped(len(left_out), max(left_out), outcome.say)
        yield _message("MINUTES-DROPPED", text, weeks=len(left_out), most_minutes=max(left_out))


def longest_run_too_old(profile: Profile, say: Language = ENGLISH) -> str | None:
    """What to say where the longest run's day is too far back to count; None where it counts."""
    day = profile.running.longest_run_date
    if day is None or (profile.start - day).days <= WINDOW_DAYS:
        return None
    return words.longest_run_too_old(day, say)


def _input(profile: Profile, outcome: Outcome) -> Iterator[Message]:
    say = outcome.say
    old = longest_run_too_old(profile, say)
    if old is not None:
        yield _message("LONGEST-OLD", old, date=str(profile.running.longest_run_date))
    if profile.start.weekday():
        text = words.stub(profile.start, say)
        yield _message("STUB", text, start=profile.start.isoformat())
    weeks = len(outcome.weeks) - (profile.block is None)
    if weeks > LONG_PLAN_WEEKS:
        yield _message("HORIZON>52", say(words.HORIZON, weeks=weeks), weeks=weeks)
    for assumption in profile.assumptions:
        yield _message("ASSUMED", assumption.text, place=assumption.place)
