"""The pipeline: profile -> frame -> season -> days -> a fold over weeks -> plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
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
from scheduler.planner.first_state import history_of, rested_before
from scheduler.planner.fold import Course, fold_weeks
from scheduler.planner.frame import frame_of
from scheduler.planner.gates import (
    check_enough,
    check_gates,
    check_start,
)
from scheduler.planner.messages import longest_run_too_old, messages_of
from scheduler.planner.minutes import Setting
from scheduler.planner.nearest import better_start, nearest
from scheduler.planner.needs import day_needs, usual_week
from scheduler.planner.news import news_of
from scheduler.planner.no_season import no_season
from scheduler.planner.outcome import Outcome
from scheduler.planner.past import as_begun, past_of, with_pauses
from scheduler.planner.publishing import notes_of
from scheduler.planner.race_day import race_cards
from scheduler.planner.race_frame import goals_of, planned_race
from scheduler.planner.seam import days_at_seam, history_at_seam
from scheduler.planner.season import solve_season
from scheduler.planner.strength import strength_sessions
from scheduler.planner.target import goal_of
from scheduler.words import gates as gate_words
from scheduler.words import refusals
from scheduler.words.language import language

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Message, Session
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record
    from scheduler.planner.frame import PlanFrame
    from scheduler.planner.past import Past
    from scheduler.planner.season_frame import History
    from scheduler.planner.target import Goal


def make_plan(profile: Profile, today: date, record: Record | None = None) -> Plan:
    """Plan a profile as of ``today``.

    With the ``record`` of an earlier publication the plan goes on: what lies before today is as
    published, corrected by the log, and the rest follows from it. The check for pain is then not
    asked again. The plan keeps every rule of ``scheduler.rules``, or there is none.

    Raises:
        CannotPlan: a gate is closed, or no plan is possible; with what would be, each tried out.
    """
    check_gates(
        profile,
        today,
        published=record is not None,
        paused_from=record.paused[-1].from_day if record and record.is_paused else None,
    )
    check_start(profile, today, published=record is not None)
    check_enough(profile.running)
    if record:
        profile = with_pauses(profile, record, today)
    past = past_of(record, profile, today) if record else None
    going_on = as_begun(profile, record, past) if record and past else profile
    expand_it = partial(expand, past=past)
    try:
        made = expand_it(going_on, today)
    except CannotPlan as refusal:
        tries = nearest(
            going_on, today, expand_it, refusal.race, begun=past is not None, away=profile.away
        )
        reason = " ".join(filter(None, (refusal.text, longest_run_too_old(profile))))
        text = refusals.with_tries(reason, tries, profile)
        raise CannotPlan(refusal.rule, text, tries, race=refusal.race) from None
    messages = messages_of(replace(going_on, away=profile.away), made.outcome)
    if past is not None:
        messages = (*news_of(profile, past), *messages)
    if record is None:
        messages = (*messages, *better_start(profile, today, made.outcome, expand))
    return replace(made, profile=profile).plan(messages)


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


def expand(profile: Profile, today: date, past: Past | None = None) -> Made:
    """Make the plan of one profile, without looking at any other.

    With a ``past`` the plan goes on from it.

    Raises:
        CannotPlan: no season keeps the rules, races are too close together, or a race is too far
            beyond the longest run.
    """
    check_apart(tuple(planned_race(race, profile) for race in profile.races))
    limits = limits_for(profile)
    free: frozenset[int] = frozenset()
    while True:
        made = _attempt(profile, today, limits, free, past)
        if isinstance(made, Made):
            if profile.away and not made.sessions:
                raise CannotPlan("NO-DAYS", gate_words.NO_DAYS)
            return made
        if made.days <= free:
            minutes = profile.running.weekly_minutes
            raise CannotPlan("TOO-LITTLE", gate_words.NO_RUN_LEFT.format(now=minutes))
        free |= made.days


def _attempt(
    profile: Profile, today: date, limits: Limits, free: frozenset[int], past: Past | None
) -> Made | DaysFree:
    """The plan with some days taken as away, or more such days that turned up on the way."""
    frame = frame_of(profile, free, past)
    history = _history(profile, frame, limits, past)
    season = solve_season(frame.season(), history, limits, limits.waivers)
    if season is None:
        raise no_season(frame, history, limits)
    usual = usual_week(profile, limits)
    over = past.rows[: past.over] if past else ()
    kinds = (*(row.kind for row in over), *season.kinds)
    needs = day_needs(frame, kinds, profile, limits, usual, past=past)
    in_a_row, hard = days_at_seam(profile, past) if past else _days_before(profile)
    most = limits.run_days_in_a_row
    patterns = place_days(needs, run_days_in_a_row=most, in_a_row=in_a_row, hard=hard)
    settings = settings_of(profile, limits, len(usual))
    course = Course(profile=profile, today=today, frame=frame, past=past)
    folded = fold_weeks(course, tuple(zip(season.kinds, patterns, strict=True)), settings)
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
            running_weeks_before=0 if past else history.running_weeks,
            waivers=season.cost.waivers,
            say=settings[0].say,
        ),
    )


def _history(profile: Profile, frame: PlanFrame, limits: Limits, past: Past | None) -> History:
    """What lies before the first week to plan."""
    if past is None:
        return history_of(profile.running, frame.weeks[0].starts_on, limits)
    return history_at_seam(profile, past, limits)


def _days_before(profile: Profile) -> tuple[int, bool]:
    """Run days in a row right before the start, and whether the last was a hard one."""
    return int(not rested_before(profile.running, profile.start)), _hard_before(profile)


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
            say=language(profile.athlete.language),
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
