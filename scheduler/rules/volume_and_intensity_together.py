"""volume-and-intensity-together: no week sets a new best in minutes and in quality at once (I3).

One thing changes at a time, and duration comes first. Quality may grow only in a week that is meant
for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import Token
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import OPTIMAL_WORKLOAD
from scheduler.rules.view import breach_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen

NAME: Final = "volume-and-intensity-together"
NOT_FOR_QUALITY: Final = frozenset(Token) - {Token.INTENSITY}


def check(seen: Seen) -> Iterator[Breach]:
    """Full weeks against the highest minutes and the highest quality of all weeks before.

    A week whose fast minutes lie behind today is history.
    """
    for week, brought in seen.weeks_with_brought():
        if not week.full or not week.faster_to_come:
            continue
        more_minutes = week.minutes > brought.most_minutes
        if more_minutes and week.quality > brought.most_quality:
            words = (
                f"{week.minutes} min and {week.quality} of them fast, both more than before:"
                f" at most {brought.most_quality} fast, or {brought.most_minutes} min"
            )
            yield breach_in(
                week, NAME, found=week.quality, allowed=brought.most_quality, words=words
            )
        elif week.token in NOT_FOR_QUALITY and week.quality > brought.best_quality:
            words = (
                f"{week.quality} fast min in a {week.token} week, at most {brought.best_quality}:"
                " one thing grows at a time"
            )
            yield breach_in(
                week, NAME, found=week.quality, allowed=brought.best_quality, words=words
            )


RULE: Final = Rule(
    name=NAME,
    says="Minutes and fast minutes never grow in the same week.",
    why=(
        "The load on bone grows with every step and faster still with speed, so two increases at"
        " once are more than their sum. Building up with care, above all in intensity, is expert"
        " advice for runners; one thing at a time is how we follow it. Recommended, not tested in"
        " runners: the one trial that compared growth in distance with growth in speed counted"
        " all injuries and found no difference."
    ),
    source=OPTIMAL_WORKLOAD,
    strength=Strength.RECOMMENDED,
    covers=("I3",),
    limits=(("things that may grow in one week", "1"),),
    check=check,
    examples=Examples(
        good="260 minutes with 8 fast ones, and the week after 260 with 12.",
        bad="260 minutes with 8 fast ones, and the week after 280 with 12.",
    ),
)
