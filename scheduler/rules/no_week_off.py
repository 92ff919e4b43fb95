"""no-week-off: at most twelve running weeks between two run-free spans of seven days (M2).

Counted from dates, the weeks before the start included. A block may have thirteen weeks where it
ends in an A race with its run-free week after it, but not for the athletes with most behind them.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.limits import BLOCK_13, Tier
from scheduler.rules.base import Breach, Examples, Rule, Strength, graded
from scheduler.rules.running_in_week_off import RUN_FREE_SPAN_DAYS
from scheduler.rules.sources import TRAINING_AFTER_BONE_INJURY
from scheduler.rules.spans import running_weeks_before
from scheduler.rules.weeks import has_begun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.limits import Limits
    from scheduler.rules.seen import Seen
    from scheduler.rules.spans import Block

RUNNING_WEEKS: Final = 12
RUNNING_WEEKS_TARGET: Final = 11
RUNNING_WEEKS_BEFORE_RACE: Final = {Tier.BASE: 13, Tier.RAISED: 13, Tier.HIGH: 12}
RUNNING_WEEKS_WAIVED: Final = 13  # where BLOCK-13 was accepted by name, before a goal race only

NAME: Final = "no-week-off"


def check(seen: Seen) -> Iterator[Breach]:
    """Running weeks of every block between run-free spans, one breach a block.

    A race closes a block only where the plan itself holds the seven free days after it. Of weeks
    with a run behind today at most as many count as are allowed before any week but that of a
    race, and none of them is charged.
    """
    goals = {race.date for race in seen.goals}
    ends_before = seen.weeks[-1].starts_on + timedelta(days=7) if seen.weeks else None
    for block in seen.blocks:
        before = 0 if block.free_days else running_weeks_before(seen.plan)
        allowed = seen.limits.running_weeks
        free = 0 if ends_before is None else (ends_before - block.last).days - 1
        if block.last in goals and free >= RUN_FREE_SPAN_DAYS:
            allowed = _before_race(seen.limits)
        run_in = _run_in(seen, block)
        behind = min(before + run_in, seen.limits.running_weeks) if run_in else before
        found = behind + len(block.weeks) - run_in
        if found > allowed:
            first_too_many = block.weeks[run_in + max(0, allowed - behind)]
            words = f"{found} weeks of running without a week off, at most {allowed}"
            yield Breach(
                rule=NAME,
                week_starts_on=first_too_many,
                date=None,
                found=found,
                allowed=allowed,
                text=f"Week of {first_too_many}: {words}.",
            )


def _run_in(seen: Seen, block: Block) -> int:
    """How many weeks of a block hold a run before today."""
    return sum(
        has_begun(seen.plan, day) and _first_run(seen, day) < seen.today for day in block.weeks
    )


def _first_run(seen: Seen, week: date) -> date:
    return seen.run_days[bisect_left(seen.run_days, week)]


def _before_race(limits: Limits) -> int:
    """The weeks of a block that a goal race ends; one more where the waiver was accepted."""
    most = max(limits.running_weeks, limits.running_weeks_before_race)
    if BLOCK_13 not in limits.waivers:
        return most
    return max(most, min(limits.running_weeks + 1, RUNNING_WEEKS_WAIVED))


RULE: Final = Rule(
    name=NAME,
    says="After at most twelve weeks of running comes a week without.",
    why=(
        "Long loading makes bone answer less; animals given weeks off in between had as much"
        " bone or more for less loading. About one week off in twelve is expert advice,"
        " recommended and not tested in runners: the one field trial near it, a running-free week"
        " early in army training, showed no protection. It costs very little fitness. Any seven"
        " days without a run count, planned or not. That a plan aims for one week fewer than"
        " the limit, and may have one more before a race, is judgement."
    ),
    source=TRAINING_AFTER_BONE_INJURY,
    strength=Strength.RECOMMENDED,
    covers=("M2",),
    limits=(
        ("weeks of running between weeks off, at most", f"{RUNNING_WEEKS}"),
        ("weeks of running aimed at", f"{RUNNING_WEEKS_TARGET}"),
        (
            "weeks of running where they end in a goal race and its week off, at most",
            graded(RUNNING_WEEKS_BEFORE_RACE, "weeks"),
        ),
        ("days without a run that count as a week off", f"{RUN_FREE_SPAN_DAYS}"),
    ),
    check=check,
    examples=Examples(
        good="Eleven weeks of running, a week without, then a gentle first week back.",
        bad="Fourteen weeks of running with a run at least every few days.",
    ),
)
