"""Where strength and jumps stand among the runs, a part of hard-days-adjacent (A3).

In rats some eight hours restore what bone makes of the next load, so that jumps stay that far from
a run. Jumps also wait for twelve weeks after running was cleared.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, SessionKind, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.rules.view import breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from scheduler.model.plan import Session
    from scheduler.rules.base import Breach
    from scheduler.rules.seen import Seen

DAYS_BEFORE_GOAL_WITHOUT_STRENGTH: Final = 7
JUMPS_AT_MOST: Final = 40
HOURS_BETWEEN_JUMPS_AND_RUN: Final = 8
JUMPS_AFTER_CLEARED_DAYS: Final = 84

RULE_NAME: Final = "hard-days-adjacent"
WITHOUT_JUMPS: Final = RUN_FREE | {WeekKind.RETURN, WeekKind.RACE, WeekKind.TUNE_UP}


def strength_near_goals(seen: Seen) -> Iterator[Breach]:
    """Strength on the day of an A race and in the seven days before it."""
    least = DAYS_BEFORE_GOAL_WITHOUT_STRENGTH
    for session in seen.sessions:
        if session.kind is not SessionKind.STRENGTH:
            continue
        race = seen.next_goal(session.date)
        if race is not None and (race.date - session.date).days <= least:
            found = (race.date - session.date).days
            words = f"strength {found} days before {race.name}, more than {least}"
            yield breach_on(session.date, RULE_NAME, found=found, allowed=least + 1, words=words)


def misplaced_jumps(seen: Seen) -> Iterator[Breach]:
    """Jumps: how many, how early, in which weeks, and how near to a run."""
    jumping = [session for session in seen.sessions if session.jumps > 0]
    if not jumping:
        return
    runs: defaultdict[date, list[Session]] = defaultdict(list)
    for run in seen.runs:
        runs[run.date].append(run)
    without = _weeks_without(seen)
    for session in jumping:
        on, jumps = session.date, session.jumps
        if jumps > JUMPS_AT_MOST:
            words = f"{jumps} jumps, at most {JUMPS_AT_MOST}"
            yield breach_on(on, RULE_NAME, found=jumps, allowed=JUMPS_AT_MOST, words=words)
        if monday_of(on) in without:
            words = "jumps in a week off, a first week back or a week with a race"
            yield breach_on(on, RULE_NAME, found=jumps, allowed=0, words=words)
        if _too_early(seen, on):
            yield breach_on(on, RULE_NAME, found=jumps, allowed=0, words="jumps this early")
        if _near_a_run(session, runs):
            hours = HOURS_BETWEEN_JUMPS_AND_RUN
            words = f"jumps near a run, at least {hours} hours apart, or on a day without a run"
            yield breach_on(on, RULE_NAME, found=jumps, allowed=0, words=words)


def _weeks_without(seen: Seen) -> frozenset[date]:
    """The Mondays of weeks without jumps, by what the weeks are called and by what they hold."""
    return seen.returns | {
        week.starts_on for week in seen.weeks if week.kind in WITHOUT_JUMPS or week.races
    }


def _too_early(seen: Seen, day: date) -> bool:
    """Whether running was cleared too short a time ago; after an injury without a date, always."""
    health = seen.profile.health
    if health.cleared_on is None:
        return health.injuries > 0
    return day < health.cleared_on + timedelta(days=JUMPS_AFTER_CLEARED_DAYS)


def _near_a_run(session: Session, runs: Mapping[date, list[Session]]) -> bool:
    around = [
        run
        for days in (-1, 0, 1)
        for run in runs.get(session.date + timedelta(days=days), ())
        if run is not session
    ]
    return any(_near(session, run) for run in around)


def _near(session: Session, run: Session) -> bool:
    """Less than eight hours apart; where that is not known, on the same day."""
    mine, its = _hours(session), _hours(run)
    if mine is None or its is None or session.timezone != run.timezone:
        return session.date == run.date
    apart = timedelta(hours=HOURS_BETWEEN_JUMPS_AND_RUN)
    return mine[0] - its[1] < apart and its[0] - mine[1] < apart


def _hours(session: Session) -> tuple[datetime, datetime] | None:
    if session.starts_at is None:
        return None
    begins = datetime.combine(session.date, session.starts_at)
    return begins, begins + timedelta(minutes=session.minutes)
