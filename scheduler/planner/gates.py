"""The gates: who gets no plan today, and what the next step is. Kind words, never a diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.model.log import is_paused
from scheduler.model.plan_weeks import monday_after
from scheduler.model.profile import ClearedBy
from scheduler.words import gates as words
from scheduler.words.amounts import long_day
from scheduler.words.pausing import FIRST_PLAN_PAUSED

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Health, Profile, Running

GATES: Final = frozenset(
    {"NOT-ADULT", "OUT-OF-SCOPE", "NOT-CLEARED", "TWO-WEEKS", "PAIN-CHECK-OLD", "THIRTY-MINUTES"}
)
PAIN_CHECK_DAYS: Final = 28
PAIN_FREE_DAYS: Final = 14
LEAST_WEEKLY_MINUTES: Final = 30  # half of it, after a long time off, is one shortest run
EARLY_AFTER_CLEARANCE_DAYS: Final = 12 * 7
SELF_CLEARED_AFTER_DAYS: Final = 91  # three months


def check_gates(
    profile: Profile, today: date, *, published: bool, paused_from: date | None = None
) -> None:
    """Refuse while a gate is closed, and a first plan while the log says that running is paused.

    ``published``: a record exists; the pain check is then not asked again just because time passed.
    After a pause it is, and has to be of a day since ``paused_from``.

    Raises:
        CannotPlan: with the gate's code and the next step.
    """
    health = profile.health
    if not published and is_paused(profile.log, today):
        raise CannotPlan("PAUSED", FIRST_PLAN_PAUSED)
    if not profile.athlete.adult:
        raise CannotPlan("NOT-ADULT", words.NOT_ADULT)
    if health.out_of_scope:
        raise CannotPlan("OUT-OF-SCOPE", words.OUT_OF_SCOPE)
    if not _cleared(health, profile.start):
        raise CannotPlan("NOT-CLEARED", words.NOT_CLEARED)
    if _hurt_too_lately(health):
        raise CannotPlan("TWO-WEEKS", words.TWO_WEEKS)
    if paused_from is not None and health.pain_free_on < paused_from:
        raise CannotPlan("PAIN-CHECK-OLD", words.PAIN_CHECK_BEFORE_PAUSE)
    asked = not published or paused_from is not None
    if asked and (today - health.pain_free_on).days > PAIN_CHECK_DAYS:
        raise CannotPlan("PAIN-CHECK-OLD", words.PAIN_CHECK_OLD.format(days=PAIN_CHECK_DAYS))
    recent = health.cleared_on is not None and (
        (profile.start - health.cleared_on).days <= EARLY_AFTER_CLEARANCE_DAYS
    )
    if recent and not health.thirty_minutes:
        raise CannotPlan("THIRTY-MINUTES", words.THIRTY_MINUTES)


def check_start(profile: Profile, today: date, *, published: bool) -> None:
    """Refuse a first plan that would begin in the past: what was run since is not in it.

    Raises:
        CannotPlan: START-PAST.
    """
    if not published and profile.start < today:
        monday = monday_after(today)
        text = words.START_PAST.format(start=long_day(profile.start), monday=long_day(monday))
        raise CannotPlan("START-PAST", text)


def _hurt_too_lately(health: Health) -> bool:
    """Whether the last injury lies in the two weeks that were said to be free of pain."""
    if health.last_injury is None:
        return False
    return (health.pain_free_on - health.last_injury).days < PAIN_FREE_DAYS


def check_enough(running: Running) -> None:
    """Refuse a week so short that its lighter weeks would hold no run at all.

    Raises:
        CannotPlan: TOO-LITTLE.
    """
    if running.weekly_minutes < LEAST_WEEKLY_MINUTES:
        text = words.TOO_LITTLE.format(least=LEAST_WEEKLY_MINUTES, now=running.weekly_minutes)
        raise CannotPlan("TOO-LITTLE", text)


def _cleared(health: Health, start: date) -> bool:
    """A clinician's yes counts; one's own after three months, and never for a serious site."""
    if health.injuries == 0 or health.cleared_by is ClearedBy.CLINICIAN:
        return True
    if health.cleared_by is ClearedBy.NOBODY or health.serious_site or health.last_injury is None:
        return False
    return (start - health.last_injury).days >= SELF_CLEARED_AFTER_DAYS
