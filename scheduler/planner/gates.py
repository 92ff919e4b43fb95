"""The gates: who gets no plan today, and what the next step is. Kind words, never a diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.errors import CannotPlan
from scheduler.model.profile import ClearedBy, Priority
from scheduler.words import gates as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Health, Profile

PAIN_CHECK_DAYS: Final = 28
EARLY_AFTER_CLEARANCE_DAYS: Final = 12 * 7
SELF_CLEARED_AFTER_DAYS: Final = 91  # three months


def check_gates(profile: Profile, today: date, *, published: bool) -> None:
    """Refuse while a gate is closed.

    ``published``: a record exists; the pain check is then not asked again just because time passed.

    Raises:
        CannotPlan: with the gate's code and the next step.
    """
    health = profile.health
    if not profile.athlete.adult:
        raise CannotPlan("NOT-ADULT", words.NOT_ADULT)
    if health.out_of_scope:
        raise CannotPlan("OUT-OF-SCOPE", words.OUT_OF_SCOPE)
    if not _cleared(health, profile.start):
        raise CannotPlan("NOT-CLEARED", words.NOT_CLEARED)
    if not published and (today - health.pain_free_on).days > PAIN_CHECK_DAYS:
        raise CannotPlan("PAIN-CHECK-OLD", words.PAIN_CHECK_OLD.format(days=PAIN_CHECK_DAYS))
    recent = health.cleared_on is not None and (
        (profile.start - health.cleared_on).days <= EARLY_AFTER_CLEARANCE_DAYS
    )
    if recent and not health.thirty_minutes:
        raise CannotPlan("THIRTY-MINUTES", words.THIRTY_MINUTES)


def _cleared(health: Health, start: date) -> bool:
    """A clinician's yes always counts; one's own only after three months, and never for a serious site."""
    if health.injuries == 0 or health.cleared_by is ClearedBy.CLINICIAN:
        return True
    if health.cleared_by is ClearedBy.NOBODY or health.serious_site or health.last_injury is None:
        return False
    return (start - health.last_injury).days >= SELF_CLEARED_AFTER_DAYS


def check_supported(profile: Profile) -> None:
    """Refuse what this version of osteon cannot plan yet, never plan around it.

    Raises:
        CannotPlan: NOT-YET, naming every part of the profile that needs a later version.
    """
    needs = {
        "[block]": profile.block is not None,
        "more than one [[race]]": len(profile.races) > 1,
        "a B or C race": any(race.priority is not Priority.A for race in profile.races),
        "[[away]]": bool(profile.away),
        "[limits]": profile.limits != type(profile.limits)(set_by=profile.limits.set_by),
        "week.most_minutes": any(minutes is not None for minutes in profile.week.most_minutes),
        "week.strength": bool(profile.week.strength),
        "[[log]]": bool(profile.log),
        "calendar.busy": profile.calendar.busy,
        "calendar.feed": profile.calendar.feed,
    }
    found = [name for name, needed in needs.items() if needed]
    if found:
        raise CannotPlan("NOT-YET", words.NOT_YET.format(parts=", ".join(found)))
