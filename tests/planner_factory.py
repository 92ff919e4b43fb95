"""Profiles and season puzzles for the planner's tests, short to write and complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st
from season_brute_force import Puzzle

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
from scheduler.planner.make import expand
from scheduler.planner.messages import messages_of
from scheduler.planner.season import solve_season
from scheduler.planner.season_moves import Frame, History, SeasonFrame
from scheduler.planner.state import advance, first_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Plan, Session, Week
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
    race = profile.races[0]
    if "race_date" in one:
        return replace(profile, races=(replace(race, date=one["race_date"]),))
    shorter = replace(race, distance_m=METRES[one["distance"]])
    if "goal_time" in one:
        shorter = replace(shorter, goal_seconds=one["goal_time"])
    return replace(profile, races=(shorter,))


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
    WeekKind.RECOVERY: "V",
}


def letters(kinds: tuple[WeekKind, ...]) -> str:
    """A season in letters."""
    return "".join(LETTERS[kind] for kind in kinds)


def solved(puzzle: Puzzle) -> str | None:
    """The planner's answer to a puzzle, in the puzzle's letters."""
    frames = [Frame.FREE] * (puzzle.weeks - puzzle.tapered)
    if puzzle.short_start:
        frames[0] = Frame.STUB
    frames += [Frame.TAPER] * (puzzle.tapered - 1) + [Frame.RACE]
    frames.append(Frame.AFTER_LONG_RACE if puzzle.long_race else Frame.AFTER_SHORT_RACE)
    limits = limits_of(
        "base",
        ladder_percent=(100,) * puzzle.ladder,
        loading_weeks_in_a_row=puzzle.most_loading,
        running_weeks=puzzle.most_running,
        running_weeks_target=puzzle.target,
        running_weeks_before_race=puzzle.most_before_race,
    )
    season = solve_season(
        SeasonFrame(
            weeks=tuple(frames),
            weeks_to_race=tuple(max(0, puzzle.to_race(week)) for week in range(len(frames))),
            taper_weeks=puzzle.taper,
            wished_weeks=puzzle.wished,
        ),
        History(
            loading_weeks=puzzle.loading_before,
            running_weeks=puzzle.running_before,
            ladder_weeks=puzzle.climbed,
        ),
        limits,
        puzzle.waivers,
    )
    if season is None:
        return None
    found = letters(season.kinds)
    return found.replace("XX", "OX") if puzzle.short_start and found.startswith("XX") else found


# Taper weeks, wished weeks from a week off to the race, whether a run-free week follows.
DISTANCES: Final = {
    "5k": (1, 5, False),
    "10k": (1, 6, False),
    "half": (2, 8, True),
    "marathon": (3, 10, True),
    "50k": (2, 8, True),
}


def puzzle(
    distance: str, weeks: int, *, history: str = "0/0", tier: str = "base", **more: Any
) -> Puzzle:
    """A puzzle for a distance; ``history`` is running weeks / loading weeks before the start."""
    taper, wished, long_race = DISTANCES[distance]
    limits = limits_of(tier)
    running, loading = history.split("/")
    known: dict[str, Any] = {
        "weeks": weeks,
        "taper": taper + int(more.pop("early_race", False)),
        "wished": wished,
        "long_race": long_race,
        "running_before": int(running),
        "loading_before": int(loading),
        "ladder": len(limits.ladder_percent),
        "most_before_race": limits.running_weeks_before_race,
    }
    return Puzzle(**{**known, **more})


@st.composite
def puzzles(draw: st.DrawFn, most_weeks: int) -> Puzzle:
    """Any distance, length, history, athlete, start and waivers; at times stricter limits."""
    running = draw(st.integers(0, 12))
    strict = draw(
        st.sampled_from([{}, {}, {}, {"most_running": 10, "target": 9, "most_before_race": 10}])
    )
    return puzzle(
        draw(st.sampled_from(sorted(DISTANCES))),
        draw(st.integers(1, most_weeks)),
        history=f"{min(running, strict.get('most_running', 12))}/{draw(st.integers(0, 3))}",
        tier=draw(st.sampled_from(["base", "raised", "high"])),
        stub=draw(st.booleans()),
        early_race=draw(st.booleans()),
        waivers=draw(
            st.sampled_from(
                [
                    frozenset(),
                    frozenset({"BLOCK-13"}),
                    frozenset({"BREAK-LATE"}),
                    frozenset({"BLOCK-13", "BREAK-LATE"}),
                ]
            )
        ),
        **strict,
    )
