"""taper-missing: the last weeks before an A race shrink (M8).

Trials of the taper measured race results, not bone; the shares by distance are judgement within
their range. A race from Monday to Wednesday leaves no week to taper in, so one week more is
tapered.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class
from scheduler.model.plan import WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import TAPER_TRIALS
from scheduler.rules.view import breach_in, weeks_between

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.rules.brought import Brought
    from scheduler.rules.seen import Seen
    from scheduler.rules.weeks import WeekSeen

TAPER_SHARE_PERCENT: Final = ((40,), (40,), (70, 35), (80, 60, 25), (70, 30))  # by distance class
EARLY_RACE_WEEKDAYS: Final = frozenset({0, 1, 2})  # Monday to Wednesday: one tapered week more

NAME: Final = "taper-missing"


def taper_weeks(race: PlannedRace) -> int:
    """How many weeks before a race are tapered, its own week included."""
    return len(_shares(race))


def _shares(race: PlannedRace) -> tuple[int, ...]:
    """The share of the reference for each tapered week, the race's own week last."""
    shares = TAPER_SHARE_PERCENT[distance_class(race.distance_m)]
    early = race.date.weekday() in EARLY_RACE_WEEKDAYS
    return (*shares, shares[-1]) if early else shares


def check(seen: Seen) -> Iterator[Breach]:
    """Every tapered week against its share of the reference at the start of the taper.

    The week of an earlier A race and the week after it belong to that race; a week is called a
    taper only within one. Where a race came nearer, weeks that began as training are no taper yet.
    """
    judged = tuple(seen.weeks_with_brought())
    earlier: date | None = None
    for race in seen.goals:
        last = monday_of(race.date)
        share_of = {last - timedelta(weeks=n): s for n, s in enumerate(reversed(_shares(race)))}
        tapered = [
            (week, brought)
            for week, brought in judged
            if week.starts_on in share_of and _belongs(week.starts_on, last, earlier)
        ]
        reference = _reference(tapered)
        for week, _ in tapered:
            allowed = share_of[week.starts_on] * reference // 100
            if week.exceeds(allowed):
                words = f"{week.minutes} min before {race.name}, at most {allowed} in the taper"
                yield breach_in(week, NAME, found=week.minutes, allowed=allowed, words=words)
        earlier = last
    yield from _misnamed(seen)


def _reference(tapered: list[tuple[WeekSeen, Brought]]) -> int:
    """The reference at the start of a taper; the last one known where all of it began as training.

    0 for no week at all.
    """
    last = tapered[-1][1].reference if tapered else 0
    return next((brought.reference for week, brought in tapered if _tapers(week)), last)


def _tapers(week: WeekSeen) -> bool:
    """Whether a week within a taper was meant to be one: all but those begun as something else."""
    return not week.begun or week.kind in {WeekKind.TAPER, WeekKind.RACE}


def _belongs(week: date, last: date, earlier: date | None) -> bool:
    """Whether a week in the taper of a race belongs to it, not to the A race before."""
    return earlier is None or week > earlier + timedelta(weeks=1) or earlier < week == last


def _misnamed(seen: Seen) -> Iterator[Breach]:
    for week in seen.weeks:
        if week.kind is not WeekKind.TAPER or week.begun:
            continue
        race = seen.next_goal(week.starts_on)
        if race is None:
            words = "a taper without a goal race ahead"
            yield breach_in(week, NAME, found=1, allowed=0, words=words)
            continue
        found, allowed = weeks_between(week.starts_on, race.date), taper_weeks(race) - 1
        if found > allowed:
            words = f"a taper {found} weeks before {race.name}, at most {allowed}"
            yield breach_in(week, NAME, found=found, allowed=allowed, words=words)


RULE: Final = Rule(
    name=NAME,
    says="The weeks before a goal race shrink, the race week most of all.",
    why=(
        "Trials in several endurance sports found better results after about two weeks with 41 to"
        " 60 % less training; among 158,000 marathon runners, three weeks of it went with better"
        " times than hardly any. They measured performance, not bone; that a rested skeleton meets"
        " the largest load of the season is our own reason. The shares by distance are judgement"
        " around these."
    ),
    source=TAPER_TRIALS,
    strength=Strength.FIELD_STUDY,
    covers=("M8",),
    limits=tuple(
        (f"share of the reference week by week, {words}", "-".join(map(str, shares)) + " %")
        for words, shares in zip(
            ("to 7.5 km", "to 16 km", "to 30 km", "to 45 km", "longer"),
            TAPER_SHARE_PERCENT,
            strict=True,
        )
    ),
    check=check,
    examples=Examples(
        good="300 minutes in the best week, then 240, 180 and 75 before the marathon.",
        bad="300 minutes in the best week and 290 in the week before the marathon.",
    ),
)
