"""The pipeline: profile -> frame -> season -> days -> a fold over weeks -> plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan
from scheduler.limits import limits_for
from scheduler.model.plan import Plan, Week
from scheduler.model.profile import Priority, Race
from scheduler.paces import paces_for, race_minutes
from scheduler.planner.apart import check_apart, leaves_no_training
from scheduler.planner.cross_training import cross_training_sessions
from scheduler.planner.days import place_days
from scheduler.planner.days_free import DaysFree
from scheduler.planner.fold import fold_weeks
from scheduler.planner.frame import frame_of, goals_of, planned_race
from scheduler.planner.gates import (
    check_enough,
    check_gates,
    check_start,
    check_supported,
)
from scheduler.planner.messages import longest_run_too_old, messages_of
from scheduler.planner.minutes import Setting
from scheduler.planner.nearest import better_start, nearest
from scheduler.planner.needs import day_needs, usual_week
from scheduler.planner.no_season import no_season
from scheduler.planner.outcome import Outcome
from scheduler.planner.publishing import notes_of
from scheduler.planner.race_day import race_cards
from scheduler.planner.season import solve_season
from scheduler.planner.state import (
    history_of,
    rested_before,
)
from scheduler.planner.strength import strength_sessions
from scheduler.planner.target import goal_of
from scheduler.words import gates as gate_words
from scheduler.words import refusals

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Message, Session
    from scheduler.model.profile import Profile
    from scheduler.planner.frame import PlanFrame
    from scheduler.planner.target import Goal


def make_plan(profile: Profile, today: date, *, published: bool = False) -> Plan:
    """Plan a profile as of ``today``.

    ``published`` tells that a record of this plan exists (the check for pain is then not asked
    again). The plan keeps every rule of ``scheduler.rules``, or there is none.

    Raises:
        CannotPlan: a gate is closed, or no plan is possible; with what would be, each tried out.
    """
    check_supported(profile)
    check_gates(profile, today, published=published)
    check_start(profile, today, published=published)
    check_enough(profile.running)
    try:
        made = expand(profile, today)
    except CannotPlan as refusal:
        tries = nearest(profile, today, expand, refusal.race)
        reason = " ".join(filter(None, (refusal.text, longest_run_too_old(profile))))
        text = refusals.with_tries(reason, tries, profile)
        raise CannotPlan(refusal.rule, text, tries, race=refusal.race) from None
    messages = messages_of(profile, made.outcome)
    if not published:
        messages = (*messages, *better_start(profile, today, made.outcome, expand))
    return made.plan(messages)


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """A plan before its messages: what the trial runs of other dates need, and no more."""

    profile: Profile
    today: date
    limits: Limits
    frame: PlanFrame
    weeks: tuple[Week, ...]
    sessions: tuple[Session, ...]
    outcome: Outcome

    def plan(self, messages: tuple[Message, ...]) -> Plan:
        """The plan with its notes; every event is new on its day until a record says otherwise."""
        sessions = self._all_sessions()
        return Plan(
            profile=self.profile,
            limits=self.limits,
            today=self.today,
            races=self.frame.races,
            weeks=self.weeks,
            sessions=sessions,
            notes=notes_of(self.profile, self.frame, self.weeks, sessions, self.today),
            messages=messages,
        )

    def _all_sessions(self) -> tuple[Session, ...]:
        """The runs and what stands beside them, by day."""
        runs = self.sessions
        beside = (
            *strength_sessions(self.profile, self.weeks, runs, self.today),
            *cross_training_sessions(self.profile, self.weeks, self.today),
        )
        by_day = sorted((*runs, *beside), key=lambda session: session.date)
        return race_cards(self.profile, tuple(by_day))


def expand(profile: Profile, today: date) -> Made:
    """Make the plan of one profile, without looking at any other.

    Raises:
        CannotPlan: no season keeps the rules, races are too close together, or a race is too far
            beyond the longest run.
    """
    check_apart(tuple(planned_race(race, profile) for race in profile.races))
    limits = limits_for(profile)
    free: frozenset[int] = frozenset()
    while True:
        made = _attempt(profile, today, limits, free)
        if isinstance(made, Made):
            if profile.away and not made.sessions:
                raise CannotPlan("NO-DAYS", gate_words.NO_DAYS)
            return made
        if made.days <= free:
            minutes = profile.running.weekly_minutes
            raise CannotPlan("TOO-LITTLE", gate_words.NO_RUN_LEFT.format(now=minutes))
        free |= made.days


def _attempt(
    profile: Profile, today: date, limits: Limits, free: frozenset[int]
) -> Made | DaysFree:
    """The plan with some days taken as away, or more such days that turned up on the way."""
    frame = frame_of(profile, free)
    history = history_of(profile.running, frame.weeks[0].starts_on, limits)
    season = solve_season(frame.season(), history, limits, limits.waivers)
    if season is None:
        raise no_season(frame, history, limits)
    usual = usual_week(profile, limits)
    patterns = place_days(
        day_needs(frame, season, profile, limits, usual),
        run_days_in_a_row=limits.run_days_in_a_row,
        in_a_row=0 if rested_before(profile.running, profile.start) else 1,
        hard=_hard_before(profile),
    )
    settings = settings_of(profile, limits, len(usual))
    days = tuple(zip(season.kinds, patterns, strict=True))
    folded = fold_weeks(profile, today, frame, days, settings)
    if isinstance(folded, DaysFree):
        return folded
    return Made(
        profile=profile,
        today=today,
        limits=limits,
        frame=frame,
        weeks=folded.weeks,
        sessions=folded.sessions,
        outcome=Outcome(
            limits=limits,
            frame=frame,
            weeks=folded.weeks,
            made=folded.made,
            goals=tuple(setting.goal for setting in settings),
            longest_before=folded.longest_before,
            running_weeks_before=history.running_weeks,
            waivers=season.cost.waivers,
        ),
    )


def _hard_before(profile: Profile) -> bool:
    """Whether a long run lies right before the start; a race that day asks nothing of it."""
    if any(race.date == profile.start for race in profile.races):
        return False
    return profile.running.longest_run_date == profile.start - timedelta(days=1)


def settings_of(profile: Profile, limits: Limits, usual_runs: int) -> tuple[Setting, ...]:
    """What stays the same on the way to each goal: an A race, or the aim of a block."""
    entered = [race for race in profile.races if race.priority is Priority.A]
    aims: list[Race | None] = [*entered] if entered else [None]
    goals = _looking_ahead(profile, [_goal(profile, race, usual_runs) for race in aims])
    return tuple(
        Setting(
            limits=limits,
            goal=goal,
            paces=paces_for(profile.fitness, race),
            used_to_fast=profile.running.fast_minutes > 0,
            most_minutes=profile.week.most_minutes,
        )
        for goal, race in zip(goals, aims, strict=True)
    )


def _looking_ahead(profile: Profile, goals: list[Goal]) -> list[Goal]:
    """The goals, each as large as the next one where no training has room between the two."""
    races = goals_of(tuple(planned_race(race, profile) for race in profile.races))
    for place in range(len(races) - 2, -1, -1):
        if leaves_no_training(races[place], races[place + 1]):
            goal, following = goals[place], goals[place + 1]
            goals[place] = replace(
                goal,
                long_run=max(goal.long_run, following.long_run),
                weekly=max(goal.weekly, following.weekly),
            )
    return goals


def _goal(profile: Profile, race: Race | None, usual_runs: int) -> Goal:
    if race is None and profile.block is not None:
        race = Race(
            id="aim",
            name="",
            date=profile.start,
            distance_m=profile.block.aim_m,
            priority=Priority.A,
        )
    assert race is not None  # noqa: S101 - a profile has races or a block
    minutes = race_minutes(race, profile.fitness)
    return goal_of(race.distance_m, minutes, profile.running, usual_runs)
