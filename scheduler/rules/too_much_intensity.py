"""too-much-intensity: fast minutes as a share of the week, and how quickly they grow (I2, I4).

Daniels keeps threshold running at 10 % of the week. The shares and steps here are judgement around
that; the reason to keep them small is mechanical.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.limits import Tier
from scheduler.model.plan import WeekKind
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded
from scheduler.rules.sources import STRAIN_BY_SPEED
from scheduler.rules.view import breach_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

QUALITY_SHARE_PERCENT: Final = {Tier.BASE: 15, Tier.RAISED: 10, Tier.HIGH: 6}
QUALITY_STEP_MINUTES: Final = {Tier.BASE: 6, Tier.RAISED: 4, Tier.HIGH: 3}
TAPER_KEEPS_PERCENT: Final = 60

NAME: Final = "too-much-intensity"


def check(seen: Seen) -> Iterator[Breach]:
    """Quality of every week against its share and against the best of four loading weeks.

    Of a week that has begun the share is taken of what was published, where that is more; it is
    charged for fast minutes still to come.
    """
    for week, brought in seen.weeks_with_brought():
        if week.begun:
            yield from _more_than_published(week)
        elif week.row.quality_minutes != week.quality:
            said = week.row.quality_minutes
            words = f"the week says {said} fast min, its days hold {week.quality}"
            yield breach_in(week, NAME, found=said, allowed=week.quality, words=words)
        if not week.faster_to_come:
            continue
        share = seen.limits.quality_share_percent * week.shared_minutes // 100
        if week.quality > share:
            words = f"{week.quality} fast min, at most {share} of {week.shared_minutes}"
            yield breach_in(week, NAME, found=week.quality, allowed=share, words=words)
        grown = brought.best_quality + seen.limits.quality_step_minutes
        if week.kind is WeekKind.TAPER:
            grown = TAPER_KEEPS_PERCENT * brought.best_quality // 100
        if week.kind is not WeekKind.RACE and week.quality > grown:
            words = f"{week.quality} fast min, at most {grown} after {brought.best_quality}"
            yield breach_in(week, NAME, found=week.quality, allowed=grown, words=words)


def _more_than_published(week: WeekSeen) -> Iterator[Breach]:
    found, allowed = sum(run.quality_minutes for run in week.to_come), week.row.quality_minutes
    if week.row.runs and found > allowed:
        words = f"{found} fast min to come, published were {allowed} in the whole week"
        yield breach_in(week, NAME, found=found, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="Fast minutes are a small part of the week and grow in small steps.",
    why=(
        "One metre per second faster meant about 9 % more peak strain in the shin bone of 17"
        " runners, and bone tires far faster than strain rises: in the model behind our numbers"
        " such a minute costs nearly twice an easy one. That is mechanics, not a count of"
        " injuries, and another study found no extra load per kilometre when fatigue is left out."
        " All three numbers are judgement. For comparison, Daniels keeps threshold running at 10 %"
        " of the week and faster repeats at 8 % or less."
    ),
    source=STRAIN_BY_SPEED,
    strength=Strength.MECHANICS,
    covers=("I2", "I4"),
    limits=(
        ("fast minutes as a share of the week, at most", graded(QUALITY_SHARE_PERCENT, "%")),
        (
            "growth of fast minutes over the last four loading weeks, at most",
            graded(QUALITY_STEP_MINUTES, "min"),
        ),
        ("fast minutes kept in taper weeks, at most", f"{TAPER_KEEPS_PERCENT} %"),
    ),
    check=check,
    examples=Examples(
        good="240 minutes with 12 fast ones, 8 in the best week before.",
        bad="240 minutes with 50 fast ones.",
    ),
)
