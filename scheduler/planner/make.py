"""The pipeline: profile -> frame -> season -> days -> a fold over weeks -> plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.limits import limits_for
from scheduler.model.distances import distance_class
from scheduler.model.plan import LOADING, RUN_FREE, Plan, Week, WeekKind
from scheduler.paces import paces_for
from scheduler.planner.days import place_days
from scheduler.planner.frame import frame_of
from scheduler.planner.gates import (
    check_enough,
    check_gates,
    check_holds_runs,
    check_supported,
)
from scheduler.planner.load import goal_of
from scheduler.planner.messages import Outcome, messages_of
from scheduler.planner.minutes import Setting
from scheduler.planner.nearest import better_start, nearest
from scheduler.planner.needs import day_needs, usual_week
from scheduler.planner.publishing import notes_of, sessions_of, week_of
from scheduler.planner.season import solve_season
from scheduler.planner.state import (
    advance,
    first_state,
    history_of,
    rested_before,
    with_ladder,
)
from scheduler.planner.week import MadeWeek, make_week
from scheduler.words import messages as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Message, Session
    from scheduler.model.profile import Profile
    from scheduler.planner.days import DayPattern
    from scheduler.planner.frame import PlanFrame
    from scheduler.planner.season import Season
    from scheduler.planner.state import State

WALK_BREAKS_FROM_PERCENT: Final = 150
# Race minutes over the longest run of the 30 days before, by distance class; above it no plan.
REFUSED_ABOVE_PERCENT: Final = (200, 170, 170, 200, 300)
MARATHON_CLASS: Final = 3


def make_plan(profile: Profile, today: date, *, published: bool = False) -> Plan:
    """Plan a profile as of ``today``.

    ``published`` tells that a record of this plan exists (the check for pain is then not asked again).
    The plan keeps every rule of ``scheduler.rules``, or there is none.

    Raises:
        CannotPlan: a gate is closed, or no plan is possible; with what would be, each tried out.
    """
    check_supported(profile)
    check_gates(profile, today, published=published)
    check_enough(profile.running)
    try:
        made = expand(profile)
    except CannotPlan as refusal:
        tries = nearest(profile, today, expand)
        text = words.with_tries(refusal.text, tries, profile.races[0])
        raise CannotPlan(refusal.rule, text, tries) from None
    better = None if published else better_start(profile, made.outcome, expand)
    return made.plan(today, (*messages_of(profile, made.outcome), *better_message(better)))


def better_message(better: Message | None) -> tuple[Message, ...]:
    """A message in a tuple, or none."""
    return () if better is None else (better,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """A plan before its messages: what the trial runs of other dates need, and no more."""

    profile: Profile
    limits: Limits
    frame: PlanFrame
    weeks: tuple[Week, ...]
    sessions: tuple[Session, ...]
    outcome: Outcome

    def plan(self, today: date, messages: tuple[Message, ...]) -> Plan:
        """The plan as of a day: every event is new on that day until a record says otherwise."""
        sessions = tuple(replace(session, revised_on=today) for session in self.sessions)
        return Plan(
            profile=self.profile,
            limits=self.limits,
            today=today,
            races=(self.frame.race,),
            weeks=self.weeks,
            sessions=sessions,
            notes=notes_of(self.profile, self.frame, self.weeks, sessions, today),
            messages=messages,
        )


def expand(profile: Profile) -> Made:
    """Make the plan of one profile, without looking at any other.

    Raises:
        CannotPlan: no season keeps the rules, or the race is too far beyond the longest run.
    """
    limits = limits_for(profile)
    frame = frame_of(profile)
    monday = frame.weeks[0].starts_on
    history = history_of(profile.running, monday, limits)
    season = solve_season(frame.season(), history, limits)
    if season is None:
        raise CannotPlan("INFEASIBLE-BREAK", words.infeasible_break(profile, history, limits))
    usual = usual_week(profile, limits)
    needs = day_needs(frame, season, profile, limits, usual)
    patterns = place_days(
        needs,
        run_days_in_a_row=limits.run_days_in_a_row,
        in_a_row=0 if rested_before(profile.running, profile.start) else 1,
        hard=profile.running.longest_run_date == profile.start - timedelta(days=1),
    )
    setting = Setting(
        limits=limits,
        goal=goal_of(frame.race, profile.running, len(usual)),
        paces=paces_for(profile.fitness, profile.races[0]),
        used_to_fast=profile.running.fast_minutes > 0,
    )
    return _fold(profile, frame, season, patterns, setting)


def _fold(
    profile: Profile,
    frame: PlanFrame,
    season: Season,
    patterns: tuple[DayPattern, ...],
    setting: Setting,
) -> Made:
    """Fill week after week, each from the state that the emitted weeks before it leave."""
    state = first_state(profile.running, profile.start, setting.limits)
    weeks: list[Week] = []
    sessions: list[Session] = []
    made_weeks: list[MadeWeek] = []
    longest_before_race, first = 0, True
    for kind, week, pattern in zip(season.kinds, frame.weeks, patterns, strict=True):
        if week.race is not None:
            longest_before_race = _judge_race(state, frame, setting.limits)
            percent = week.race.minutes * 100 // longest_before_race
            setting = replace(setting, walk_breaks=percent >= WALK_BREAKS_FROM_PERCENT)
        if kind in RUN_FREE:
            made = MadeWeek(kind=kind, token=None, placed=(), bound=None, dropped=0)
        else:
            if pattern.runs:
                state = with_ladder(state, week.ordinal(pattern.runs[0]), setting.limits)
            made = make_week(kind, week, pattern, state, setting, first=first)
            first = first and (kind not in LOADING or bool(week.first_day))
            check_holds_runs(profile, week, made)
        week_sessions = sessions_of(profile, week, made, state)
        weeks.append(week_of(week, made))
        sessions.extend(week_sessions)
        made_weeks.append(made)
        state = advance(state, weeks[-1], week_sessions, setting.limits)
    outcome = Outcome(
        race=frame.race,
        weeks=tuple(weeks),
        made=tuple(made_weeks),
        season=season,
        goal=setting.goal,
        longest_before_race=longest_before_race,
        longest=max((week.longest_minutes for week in weeks), default=0),
        wished_weeks=frame.season().wished_weeks,
    )
    return Made(
        profile=profile,
        limits=setting.limits,
        frame=frame,
        weeks=tuple(weeks),
        sessions=tuple(sessions),
        outcome=outcome,
    )


def _judge_race(state: State, frame: PlanFrame, limits: Limits) -> int:
    """Minutes of the longest run in the 30 days before the race, or a refusal where the race is too far beyond."""
    race = frame.race
    longest = max(state.longest_before(race.date.toordinal()), 15)
    race_class = distance_class(race.distance_m)
    most = REFUSED_ABOVE_PERCENT[race_class]
    if race_class == MARATHON_CLASS:
        most = limits.finish_ratio_marathon_percent
    if race.minutes * 100 > most * longest:
        raise CannotPlan("RACE-SPIKE", words.race_too_far(race, longest))
    return longest


__all__ = ["Made", "WeekKind", "expand", "make_plan"]
