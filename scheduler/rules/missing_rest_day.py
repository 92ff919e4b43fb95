"""missing-rest-day: days without running in every full plan week (R1).

Expert advice says at least one; a second one for athletes with more behind them is our judgement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.limits import Tier
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded
from scheduler.rules.sources import TRAINING_AFTER_BONE_INJURY
from scheduler.rules.view import breach_in, breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

RUN_FREE_DAYS: Final = {Tier.BASE: 1, Tier.RAISED: 2, Tier.HIGH: 2}

NAME: Final = "missing-rest-day"


def check(seen: Seen) -> Iterator[Breach]:
    """Run-free days of every full week, a race counted as a run; and the row's number of runs.

    Of a week that has begun the row is as published: its days to come hold no more than that.
    """
    allowed = max(1, seen.limits.rest_days)
    for week in seen.weeks:
        free = 7 - len({run.date for run in week.runs})
        if week.full and free < allowed and week.can_change:
            yield from _too_few(seen, week, free, allowed)
        if week.begun:
            yield from _more_than_published(week)
            continue
        runs = len(week.counted)
        if week.row.runs != runs:
            words = f"the week says {week.row.runs} runs, its days hold {runs}"
            yield breach_in(week, NAME, found=week.row.runs, allowed=runs, words=words)


def _too_few(seen: Seen, week: WeekSeen, free: int, allowed: int) -> Iterator[Breach]:
    """One breach by the week; where days behind alone took the free ones, one by run to come."""
    behind = 7 - len({run.date for run in week.runs if run.date < seen.today})
    words = f"{free} days without a run, at least {allowed} in every week"
    if behind >= allowed:
        yield breach_in(week, NAME, found=free, allowed=allowed, words=words)
        return
    for run in week.to_come:
        yield breach_on(run.date, NAME, found=free, allowed=allowed, words=words)


def _more_than_published(week: WeekSeen) -> Iterator[Breach]:
    runs = len(week.to_come)
    if week.row.runs and runs > week.row.runs:
        words = f"{runs} runs to come, published were {week.row.runs} in the whole week"
        yield breach_in(week, NAME, found=runs, allowed=week.row.runs, words=words)


RULE: Final = Rule(
    name=NAME,
    says="Every week has days without running.",
    why=(
        "Bone answers to load best when it has had time off: in animals most of its sensitivity"
        " is back after a day. One day a week without running is expert advice for runners with a"
        " past bone injury, recommended and not tested in runners; a second day where more lies"
        " behind is our judgement."
    ),
    source=TRAINING_AFTER_BONE_INJURY,
    strength=Strength.RECOMMENDED,
    covers=("R1",),
    limits=(("days without running in a full week, at least", graded(RUN_FREE_DAYS, "days")),),
    check=check,
    examples=Examples(
        good="Runs on Tuesday, Wednesday, Thursday, Saturday and Sunday; Monday and Friday off.",
        bad="A run on each of the seven days of a week.",
    ),
)
