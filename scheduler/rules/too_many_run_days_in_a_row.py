"""too-many-run-days-in-a-row: run days counted over the whole plan, races too (R2, R3, R4).

A rest day a week does not follow from days in a row, nor the other way round: both are judged.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.limits import Tier
from scheduler.model.plan import SessionKind
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded
from scheduler.rules.sources import TRAINING_AFTER_BONE_INJURY
from scheduler.rules.view import breach_on, off_until_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.rules.seen import Seen

RUN_DAYS_IN_A_ROW: Final = {Tier.BASE: 6, Tier.RAISED: 4, Tier.HIGH: 3}
RUN_DAYS_IN_A_ROW_AT_MOST: Final = 6  # seven in a row leave a week without a rest day

NAME: Final = "too-many-run-days-in-a-row"


def check(seen: Seen) -> Iterator[Breach]:
    """Run days in a row over week ends, the day before the start counted as one; one run a day.

    A race is not charged for days in a row that lie behind today.
    """
    allowed = min(RUN_DAYS_IN_A_ROW_AT_MOST, seen.limits.run_days_in_a_row)
    last = seen.profile.start - timedelta(days=1)
    in_a_row = 0 if off_until_start(seen.profile) else 1
    for day in seen.run_days:
        in_a_row = in_a_row + 1 if (day - last).days == 1 else 1
        last = day
        if in_a_row > allowed and not _only_race(seen, day, in_a_row):
            words = f"run day {in_a_row} in a row, at most {allowed}"
            yield breach_on(day, NAME, found=in_a_row, allowed=allowed, words=words)
    for day, count in Counter(run.date for run in seen.runs).items():
        if count > 1:
            words = f"{count} runs on one day, at most 1"
            yield breach_on(day, NAME, found=count, allowed=1, words=words)


def _only_race(seen: Seen, day: date, in_a_row: int) -> bool:
    """Whether a race is all that is to come of days in a row that began before today."""
    first = max(day - timedelta(days=in_a_row - 1), seen.profile.start)
    if first >= seen.today:
        return False
    return all(run.kind is SessionKind.RACE for run in seen.runs if seen.today <= run.date <= day)


RULE: Final = Rule(
    name=NAME,
    says="After a few days of running in a row comes a day without.",
    why=(
        "A rest day on a Monday and the next on the Sunday after next leave twelve run days in a"
        " row, and every calendar week looks fine. So the days are counted as they come, races"
        " too. The rest day is expert advice, recommended and not tested in runners; how many days"
        " in a row are too many is our judgement."
    ),
    source=TRAINING_AFTER_BONE_INJURY,
    strength=Strength.RECOMMENDED,
    covers=("R2", "R3", "R4"),
    limits=(
        ("run days in a row, at most", graded(RUN_DAYS_IN_A_ROW, "days")),
        ("runs a day, at most", "1"),
    ),
    check=check,
    examples=Examples(
        good="Runs from Tuesday to Thursday, Friday off, runs on Saturday and Sunday, Monday off.",
        bad="Runs from Tuesday to Sunday, and again from Monday on.",
    ),
)
