"""long-run-too-large-share: the long run is the longest run and not too much of its week (S3).

Daniels gives 30 %, and 25 % from 64 km a week, which plans with few runs cannot meet: published
four-day plans reach 44 to 57 %. The table by runs a week is judgement between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import DANIELS_FORMULA
from scheduler.rules.view import breach_in, breach_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

LONG_RUN_SHARE_PERCENT: Final = (100, 65, 55, 50, 45, 40)  # by runs a week, 1 to 6

NAME: Final = "long-run-too-large-share"
JUDGED: Final = frozenset(
    {WeekKind.BUILD, WeekKind.RETURN, WeekKind.DELOAD, WeekKind.TAPER, WeekKind.RECOVERY}
)
ROUNDING_MINUTES: Final = 1


def check(seen: Seen) -> Iterator[Breach]:
    """The longest run's share of every full week, and that the long run is the longest.

    A race takes the long run's place. Of a week that has begun only the runs to come are charged.
    """
    for week in seen.weeks:
        longest = max((run.minutes for run in week.counted), default=0)
        if week.begun:
            yield from _longer_than_published(week)
        elif week.row.longest_minutes != longest:
            said = week.row.longest_minutes
            words = f"the week says a longest run of {said} min, its days hold {longest}"
            yield breach_in(week, NAME, found=said, allowed=longest, words=words)
        if week.races:
            yield from _beside_race(week)
        elif week.full and week.kind in JUDGED and week.training:
            yield from _share(week)


def _share(week: WeekSeen) -> Iterator[Breach]:
    judged = week.to_come if week.begun else week.training
    runs = min(_runs(week), len(LONG_RUN_SHARE_PERCENT))
    minutes, longest = week.shared_minutes, max((run.minutes for run in judged), default=0)
    allowed = LONG_RUN_SHARE_PERCENT[runs - 1] * minutes // 100 + ROUNDING_MINUTES
    if longest > allowed:
        words = f"a longest run of {longest} min, at most {allowed} of {minutes}"
        yield breach_in(week, NAME, found=longest, allowed=allowed, words=words)
    for run in judged:
        if run.kind is SessionKind.LONG and run.minutes < longest:
            words = f"the long run has {run.minutes} min, another run {longest}"
            yield breach_on(run.date, NAME, found=run.minutes, allowed=longest, words=words)


def _runs(week: WeekSeen) -> int:
    """The runs that the share is taken by: of a begun week the fewer of published and as run."""
    if not week.begun or not week.row.runs:
        return len(week.runs)
    return min(len(week.runs), week.row.runs)


def _longer_than_published(week: WeekSeen) -> Iterator[Breach]:
    allowed = week.row.longest_minutes
    for run in week.to_come:
        if 0 < allowed < run.minutes:
            words = f"a run of {run.minutes} min, the longest published in its week had {allowed}"
            yield breach_on(run.date, NAME, found=run.minutes, allowed=allowed, words=words)


def _beside_race(week: WeekSeen) -> Iterator[Breach]:
    for run in week.training:
        if run.kind is SessionKind.LONG:
            words = f"a long run of {run.minutes} min in a week with a race, which takes its place"
            yield breach_on(run.date, NAME, found=run.minutes, allowed=0, words=words)


RULE: Final = Rule(
    name=NAME,
    says="The long run is the longest run of its week, and not too much of it.",
    why=(
        "A long run that stands almost alone is a large load with little around it. Daniels"
        " advises at most 30 % of the week, and less of a large one. With few runs that cannot be"
        " met: published plans of four days reach 44 to 57 %. So the share here follows the number"
        " of runs. It is judgement between these, not tested in runners."
    ),
    source=DANIELS_FORMULA,
    strength=Strength.CONVENTION,
    covers=("S3",),
    limits=(
        (
            "the longest run's share of the week, by runs from 1 to 6, at most",
            ", ".join(str(share) for share in LONG_RUN_SHARE_PERCENT) + " %",
        ),
    ),
    check=check,
    examples=Examples(
        good="Four runs and 200 minutes, 100 of them the long run.",
        bad="Four runs and 200 minutes, 120 of them the long run.",
    ),
)
