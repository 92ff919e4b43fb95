"""hard-days-adjacent: long runs, faster runs and races never on days side by side (H1, A3).

Forty-eight hours between hard days is convention: a rat's bone answers again within a day, tendon
takes about three. Strength work stays off the day before a hard day.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import BONE_SENSITIVITY
from scheduler.rules.strength_spacing import (
    DAYS_BEFORE_GOAL_WITHOUT_STRENGTH,
    HOURS_BETWEEN_JUMPS_AND_RUN,
    JUMPS_AFTER_CLEARED_DAYS,
    JUMPS_AT_MOST,
    misplaced_jumps,
    strength_near_goals,
)
from scheduler.rules.view import breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.plan import Session
    from scheduler.rules.seen import Seen

NAME: Final = "hard-days-adjacent"
RACE: Final = "race"


def check(seen: Seen) -> Iterator[Breach]:
    """Days between hard days, over week ends too; strength and jumps among them.

    A race is not charged for a hard day behind today: neither can be moved.
    """
    hard = _hard_days(seen.runs)
    for first, second in pairwise(sorted(hard)):
        fixed = first < seen.today and hard[second] == RACE
        if (second - first).days < 2 and not fixed:
            words = f"a {hard[second]} the day after a {hard[first]}, an easy or free day between"
            yield breach_on(second, NAME, found=1, allowed=2, words=words)
    for session in seen.sessions:
        after = session.date + timedelta(days=1)
        if session.kind is SessionKind.STRENGTH and after in hard:
            words = f"strength the day before a {hard[after]}, at least 2 days before it"
            yield breach_on(session.date, NAME, found=1, allowed=2, words=words)
    yield from strength_near_goals(seen)
    yield from misplaced_jumps(seen)


def _hard_days(runs: tuple[Session, ...]) -> dict[date, str]:
    """The days of long runs, of quality and of races, with the word for what makes them hard."""
    found: dict[date, str] = {}
    for run in runs:
        if run.kind is SessionKind.RACE:
            found[run.date] = RACE
        elif run.kind is SessionKind.LONG:
            found.setdefault(run.date, "long run")
        elif run.quality_minutes > 0:
            found.setdefault(run.date, "faster run")
    return found


RULE: Final = Rule(
    name=NAME,
    says="Between two hard days lies an easy or a free one.",
    why=(
        "A long run, a faster run and a race are the loads that matter most, so none follows"
        " another the day after, over week ends too. Forty-eight hours from one to the next are"
        " convention. In rats bone answers to load again after some eight hours, and to the first"
        " few dozen loads far more than to the rest, so jumps are few and keep their distance from"
        " runs. Tendon is said to take about three days."
    ),
    source=BONE_SENSITIVITY,
    strength=Strength.CONVENTION,
    covers=("H1", "A3"),
    limits=(
        ("days from one hard day to the next, at least", "2"),
        ("days without strength before a goal race", f"{DAYS_BEFORE_GOAL_WITHOUT_STRENGTH}"),
        ("jumps in a session, at most", f"{JUMPS_AT_MOST}"),
        ("hours between jumps and a run, at least", f"{HOURS_BETWEEN_JUMPS_AND_RUN}"),
        (
            "weeks after running was cleared until the first jumps",
            f"{JUMPS_AFTER_CLEARED_DAYS // 7}",
        ),
    ),
    check=check,
    examples=Examples(
        good="Faster run on Wednesday, long run on Sunday.",
        bad="Long run on Sunday, faster run on the Monday after.",
    ),
)
