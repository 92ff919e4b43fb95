"""The pipeline: profile -> frame -> season -> days -> a fold over weeks -> plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan
from scheduler.limits import limits_for
from scheduler.model.plan import Plan, Week
from scheduler.paces import paces_for
from scheduler.planner.days import place_days
from scheduler.planner.fold import fold_weeks
from scheduler.planner.frame import frame_of
from scheduler.planner.gates import (
    check_enough,
    check_gates,
    check_start,
    check_supported,
)
from scheduler.planner.load import goal_of
from scheduler.planner.messages import Outcome, longest_run_too_old, messages_of
from scheduler.planner.minutes import Setting
from scheduler.planner.nearest import better_start, nearest
from scheduler.planner.needs import day_needs, usual_week
from scheduler.planner.publishing import notes_of
from scheduler.planner.season import solve_season
from scheduler.planner.state import (
    history_of,
    rested_before,
)
from scheduler.words import messages as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Message, Session
    from scheduler.model.profile import Profile
    from scheduler.planner.fold import Folded
    from scheduler.planner.frame import PlanFrame
    from scheduler.planner.load import Goal


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
        tries = nearest(profile, today, expand)
        reason = " ".join(filter(None, (refusal.text, longest_run_too_old(profile))))
        text = words.with_tries(reason, tries)
        raise CannotPlan(refusal.rule, text, tries) from None
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
        return Plan(
            profile=self.profile,
            limits=self.limits,
            today=self.today,
            races=(self.frame.race,),
            weeks=self.weeks,
            sessions=self.sessions,
            notes=notes_of(self.profile, self.frame, self.weeks, self.sessions, self.today),
            messages=messages,
        )


def expand(profile: Profile, today: date) -> Made:
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
    days = tuple(zip(season.kinds, patterns, strict=True))
    folded = fold_weeks(profile, today, frame, days, setting)
    return Made(
        profile=profile,
        today=today,
        limits=limits,
        frame=frame,
        weeks=folded.weeks,
        sessions=folded.sessions,
        outcome=_outcome(frame, folded, setting.goal, history.running_weeks),
    )


def _outcome(frame: PlanFrame, folded: Folded, goal: Goal, running_weeks_before: int) -> Outcome:
    return Outcome(
        race=frame.race,
        weeks=folded.weeks,
        made=folded.made,
        goal=goal,
        longest_before_race=folded.longest_before_race,
        longest=max(week.longest_minutes for week in folded.weeks),
        wished_weeks=frame.season().wished_weeks,
        running_weeks_before=running_weeks_before,
    )
