"""Profiles and season puzzles for the planner's tests, short to write and complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from scheduler.errors import CannotPlan
from scheduler.limits import limits_for
from scheduler.model.plan import WeekKind
from scheduler.model.profile import (
    Athlete,
    ClearedBy,
    Fitness,
    Health,
    OtherRisks,
    Priority,
    Profile,
    Race,
    Running,
    WeekShape,
)
from scheduler.planner.first_state import first_state
from scheduler.planner.make import expand
from scheduler.planner.messages import messages_of
from scheduler.planner.season import solve_season
from scheduler.planner.season_frame import Frame, History, SeasonFrame, SeasonWeek
from scheduler.planner.state import advance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from season_puzzles import Puzzle

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Plan, Session, Week
    from scheduler.planner.season import Season
    from scheduler.planner.state import State

TODAY: Final = date(2026, 11, 22)
MONDAY: Final = date(2026, 12, 7)
METRES: Final = {"5k": 5000, "10k": 10_000, "half": 21_097, "marathon": 42_195, "50k": 50_000}
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

BASE: Final = Health(
    pain_free_on=TODAY,
    thirty_minutes=True,
    injuries=1,
    last_injury=date(2022, 5, 1),
    serious_site=False,
    cleared_by=ClearedBy.CLINICIAN,
    cleared_on=date(2022, 9, 1),
    other_risks=OtherRisks.NO,
    discussed_on=None,
    out_of_scope=False,
)
RAISED: Final = replace(BASE, last_injury=date(2025, 6, 1), cleared_on=date(2025, 10, 1))
HIGH: Final = replace(RAISED, injuries=3)
HEALTH: Final = {"base": BASE, "raised": RAISED, "high": HIGH}


def days(words: str) -> frozenset[int]:
    """Weekdays from words such as ``"tue thu sun"``."""
    return frozenset(WEEKDAYS.index(word) for word in words.split())


def a_running(**changes: Any) -> Running:
    """Four hours a week in four runs; the last week off ended the day before ``MONDAY``."""
    running = Running(
        weekly_minutes=240,
        longest_run_minutes=90,
        runs_per_week=4,
        last_week_off_ended=MONDAY - timedelta(days=1),
    )
    return replace(running, **changes)


def a_profile(
    *,
    distance: str = "half",
    weeks: int = 16,
    race_day: int = 6,
    start: date = MONDAY,
    tier: str = "base",
    running: Running | None = None,
    available: str = "tue wed thu sat sun",
    goal_minutes: int | None = None,
    **changes: Any,
) -> Profile:
    """A profile whose race stands in week ``weeks`` (the start's is 1) on weekday ``race_day``."""
    monday = start - timedelta(days=start.weekday())
    race = Race(
        id="goal",
        name="Goal",
        date=monday + timedelta(weeks=weeks - 1, days=race_day),
        distance_m=METRES[distance],
        priority=Priority.A,
        goal_seconds=None if goal_minutes is None else goal_minutes * 60,
    )
    open_days = days(available)
    profile = Profile(
        plan_id="test",
        start=start,
        athlete=Athlete(name="Sam", adult=True),
        running=running or a_running(),
        health=HEALTH[tier],
        week=WeekShape(available=open_days, long_run=max(open_days)),
        races=(race,),
        fitness=Fitness(easy_pace_s_per_km=380),
    )
    return replace(profile, **changes)


def planned(profile: Profile, today: date = TODAY) -> Plan | None:
    """The plan, or None where there is none; what would work instead is not looked for."""
    try:
        made = expand(profile, today)
    except CannotPlan:
        return None
    return made.plan(messages_of(profile, made.outcome))


def changed(profile: Profile, one: dict[str, Any]) -> Profile:
    """The profile with one try taken at its word, and nothing else changed."""
    if "start" in one:
        return replace(profile, start=one["start"])
    if "leave_out" in one:
        kept = (race for race in profile.races if race.id not in one["leave_out"])
        return replace(profile, races=tuple(kept))
    if "away_from" in one:
        spans = (span for span in profile.away if span.from_day != one["away_from"])
        return replace(profile, away=tuple(spans))
    if "most_minutes" in one:
        return replace(profile, week=replace(profile.week, most_minutes=(None,) * 7))
    race = next(race for race in profile.races if race.id == one.get("race", race.id))
    if "race_date" in one:
        meant = replace(race, date=one["race_date"])
    else:
        meant = replace(race, distance_m=METRES[one["distance"]])
    if "goal_time" in one:
        meant = replace(meant, goal_seconds=one["goal_time"])
    races = (meant if other is race else other for other in profile.races)
    return replace(profile, races=tuple(sorted(races, key=lambda other: other.date)))


def folded(
    running: Running,
    start: date,
    weeks: Sequence[Week],
    sessions: Sequence[Session],
    limits: Limits,
) -> Iterator[State]:
    """The state before every week and after the last."""
    state = first_state(running, start, limits)
    yield state
    for week in weeks:
        until = week.starts_on + timedelta(days=7)
        inside = [one for one in sessions if week.starts_on <= one.date < until]
        state = advance(state, week, inside, limits)
        yield state


def limits_of(tier: str, **changes: Any) -> Limits:
    """The limits of an athlete of a tier."""
    return replace(limits_for(a_profile(tier=tier)), **changes)


LETTERS: Final = {
    WeekKind.BUILD: "B",
    WeekKind.RETURN: "R",
    WeekKind.DELOAD: "D",
    WeekKind.WEEK_OFF: "X",
    WeekKind.OFF: "H",
    WeekKind.TAPER: "T",
    WeekKind.RACE: "G",
    WeekKind.TUNE_UP: "b",
    WeekKind.RECOVERY: "V",
}


def letters(kinds: tuple[WeekKind, ...]) -> str:
    """A season in letters."""
    return "".join(LETTERS[kind] for kind in kinds)


FRAMES: Final = {
    ".": Frame.FREE,
    "S": Frame.STUB,
    "s": Frame.EMPTY_STUB,
    "T": Frame.TAPER,
    "t": Frame.TAPER,
    "G": Frame.RACE,
    "H": Frame.AFTER_LONG_RACE,
    "V": Frame.AFTER_SHORT_RACE,
    "b": Frame.TUNE_UP,
    "c": Frame.TUNE_UP,
    "v": Frame.AFTER_TUNE_UP,
    "a": Frame.AWAY,
}


def solved(puzzle: Puzzle) -> str | None:
    """The planner's answer to a puzzle, in the puzzle's letters."""
    season = solved_season(puzzle)
    return None if season is None else season_letters(season, puzzle)


def season_letters(season: Season, puzzle: Puzzle) -> str:
    """The kinds of a season in letters; a short first week left empty is O, or N by force."""
    found = letters(season.kinds)
    if puzzle.frame.startswith("s"):
        return found.replace("B", "N", 1)
    return "O" + found[1:] if puzzle.frame.startswith("S") and found[0] in "XH" else found


def solved_season(puzzle: Puzzle) -> Season | None:
    """The season that the planner finds for a puzzle."""
    limits = limits_of(
        "base",
        ladder_percent=(100,) * puzzle.ladder,
        long_ladder_percent=(100,) * (puzzle.ladder + 1),
        loading_weeks_in_a_row=puzzle.most_loading,
        running_weeks=puzzle.most_running,
        running_weeks_target=puzzle.target,
        running_weeks_before_race=puzzle.most_before_race,
    )
    weeks = tuple(_season_week(puzzle, week) for week in range(len(puzzle.frame)))
    history = History(
        loading_weeks=puzzle.loading_before,
        running_weeks=puzzle.running_before,
        ladder_weeks=puzzle.climbed_before,
    )
    return solve_season(SeasonFrame(weeks=weeks), history, limits, puzzle.waivers)


def _season_week(puzzle: Puzzle, week: int) -> SeasonWeek:
    goal = puzzle.goal(week)
    return SeasonWeek(
        frame=FRAMES[puzzle.frame[week]],
        weeks_to_race=puzzle.to_race(week),
        least_weeks_to_race=0 if goal is None else goal.taper + 2,
        wished_weeks=0 if goal is None else goal.wished,
        weeks_to_tune_up=puzzle.to_tune_up(week),
        span_before=puzzle.span(week),
    )
