"""deload-not-lighter: a lighter week is lighter in minutes, not only in name (M6).

No trial gives a size; practice runs from 20 to 50 %. Here 75 or 70 % of the reference is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.limits import Tier
from scheduler.model.plan import WeekKind
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded
from scheduler.rules.sources import TRAINING_AFTER_BONE_INJURY
from scheduler.rules.view import breach_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen

DELOAD_KEEPS_PERCENT: Final = {Tier.BASE: 75, Tier.RAISED: 70, Tier.HIGH: 70}

NAME: Final = "deload-not-lighter"


def check(seen: Seen) -> Iterator[Breach]:
    """Each deload week against the reference and against the most of the last three full weeks."""
    for week, brought in seen.weeks_with_brought():
        if week.kind is not WeekKind.DELOAD:
            continue
        reference = min(brought.reference, max(brought.full_weeks))
        allowed = seen.limits.deload_keeps_percent * reference // 100
        if week.minutes > allowed and week.can_change:
            words = f"{week.minutes} min in a lighter week, at most {allowed} after {reference}"
            yield breach_in(week, NAME, found=week.minutes, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="A lighter week leaves about a quarter to a third of the minutes out.",
    why=(
        "A week that is only called lighter gives bone nothing. How much lighter has not been"
        " studied in runners: published plans take off between 6 and 30 %, advice between 20 and"
        " 50 %, and the source for lighter weeks names no size. The numbers here are judgement"
        " within that. They are taken from the reference week, and from the most of the last three"
        " weeks, so that a lighter week soon after a week off is still a drop."
    ),
    source=TRAINING_AFTER_BONE_INJURY,
    strength=Strength.CONVENTION,
    covers=("M6",),
    limits=(
        ("a lighter week keeps, of the reference week, at most", graded(DELOAD_KEEPS_PERCENT, "%")),
    ),
    check=check,
    examples=Examples(
        good="279 minutes in the best week, 209 in the lighter one.",
        bad="279 minutes in the best week, 260 in the one called lighter.",
    ),
)
