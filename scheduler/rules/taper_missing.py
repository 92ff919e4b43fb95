"""taper-missing: the last weeks before an A race shrink (M8).

Trials of the taper measured race results, not bone; the shares by distance are judgement within
their range. A race from Monday to Wednesday leaves no week to taper in, so one week more is
tapered.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class
from scheduler.rules.base import Breach, Examples, Rule, Strength
from scheduler.rules.sources import TAPER_TRIALS
from scheduler.rules.view import breach_in, monday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scheduler.model.plan import PlannedRace
    from scheduler.rules.seen import Seen

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

    Weeks up to an earlier A race belong to that race.
    """
    judged = tuple(seen.weeks_with_brought())
    earlier: date | None = None
    for race in seen.goals:
        shares = _shares(race)
        last = monday(race.date)
        first = last - timedelta(weeks=len(shares) - 1)
        share_of = dict(
            zip((first + timedelta(weeks=n) for n in range(len(shares))), shares, strict=True)
        )
        tapered = [
            (week, brought)
            for week, brought in judged
            if week.starts_on in share_of and (earlier is None or week.starts_on > earlier)
        ]
        for week, _ in tapered:
            reference = tapered[0][1].reference
            allowed = share_of[week.starts_on] * reference // 100
            if week.minutes > allowed:
                words = f"{week.minutes} min before {race.name}, at most {allowed} in the taper"
                yield breach_in(week, NAME, found=week.minutes, allowed=allowed, words=words)
        earlier = last


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
