"""The frame: the plan's weeks, what the calendar asks of each, and which days may carry a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class
from scheduler.model.plan import PlannedRace
from scheduler.paces import race_minutes
from scheduler.planner.season_moves import Frame, SeasonFrame
from scheduler.rules.running_in_week_off import (
    RUN_FREE_DAYS_AFTER_SHORT_RACE,
    RUN_FREE_WEEK_FROM_M,
)
from scheduler.rules.taper_missing import EARLY_RACE_WEEKDAYS, TAPER_SHARE_PERCENT
from scheduler.rules.week_off_too_late import WISHED_WEEKS_TO_RACE

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Profile

DAYS: Final = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameWeek:
    """One week of the frame. ``index`` counts from 0; weekdays are 0 to 6.

    ``taper_percent`` is the share of the reference week in taper and race weeks; ``race`` stands in
    its week. ``eve`` marks the full week right before a race early in the next: it is planned like
    a race week.
    """

    index: int
    starts_on: date
    frame: Frame
    first_day: int
    open_days: frozenset[int]
    taper_percent: int | None = None
    race: PlannedRace | None = None
    weeks_to_race: int = 0
    weeks_to_taper: int = 0
    eve: bool = False

    @property
    def race_day(self) -> int | None:
        """The weekday of this week's race."""
        return None if self.race is None else self.race.date.weekday()

    def ordinal(self, weekday: int) -> int:
        """The date ordinal of one of its weekdays."""
        return self.starts_on.toordinal() + weekday


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanFrame:
    """All weeks, from the start's to the one after the race; ``taper_weeks`` counts race week."""

    weeks: tuple[FrameWeek, ...]
    race: PlannedRace
    taper_weeks: int

    def season(self) -> SeasonFrame:
        """What the season search needs of it."""
        return SeasonFrame(
            weeks=tuple(week.frame for week in self.weeks),
            weeks_to_race=tuple(week.weeks_to_race for week in self.weeks),
            taper_weeks=self.taper_weeks,
            wished_weeks=WISHED_WEEKS_TO_RACE[distance_class(self.race.distance_m)],
        )


def frame_of(profile: Profile) -> PlanFrame:
    """Lay out the weeks of a plan for the profile's one A race."""
    entered = profile.races[0]
    race = PlannedRace(
        id=entered.id,
        name=entered.name,
        date=entered.date,
        distance_m=entered.distance_m,
        priority=entered.priority,
        minutes=race_minutes(entered, profile.fitness),
    )
    monday = profile.start - timedelta(days=profile.start.weekday())
    race_week = (race.date - monday).days // DAYS
    shares = taper_shares(race)
    weeks = tuple(_week(profile, race, index, shares) for index in range(race_week + 2))
    return PlanFrame(weeks=weeks, race=race, taper_weeks=len(shares))


def taper_shares(race: PlannedRace) -> tuple[int, ...]:
    """Percent of the reference week for each tapered week, race week last.

    A race on Monday to Wednesday has next to no race week: the table's last share then belongs to
    the week before, and race week gets the same share for the few days it has.
    """
    shares = TAPER_SHARE_PERCENT[distance_class(race.distance_m)]
    return (*shares, shares[-1]) if race.date.weekday() in EARLY_RACE_WEEKDAYS else shares


def _week(profile: Profile, race: PlannedRace, index: int, shares: tuple[int, ...]) -> FrameWeek:
    monday = profile.start + timedelta(weeks=index, days=-profile.start.weekday())
    to_race = (race.date - monday).days // DAYS
    first_day = max(0, (profile.start - monday).days)
    return FrameWeek(
        index=index,
        starts_on=monday,
        frame=_frame(race, to_race, first_day, len(shares)),
        first_day=first_day,
        open_days=frozenset(
            day
            for day in profile.week.available
            if day >= first_day and _open(monday + timedelta(days=day), race)
        ),
        taper_percent=shares[-1 - to_race] if 0 <= to_race < len(shares) else None,
        race=race if to_race == 0 else None,
        weeks_to_race=max(0, to_race),
        eve=to_race == 1 and race.date.weekday() in EARLY_RACE_WEEKDAYS,
        weeks_to_taper=max(0, to_race + 1 - len(shares)),
    )


def _frame(race: PlannedRace, to_race: int, first_day: int, tapered: int) -> Frame:
    """What the calendar asks of the week so many weeks before the race's; -1 is the one after."""
    if to_race < 0:
        long_race = race.distance_m >= RUN_FREE_WEEK_FROM_M
        return Frame.AFTER_LONG_RACE if long_race else Frame.AFTER_SHORT_RACE
    if to_race < tapered:
        return Frame.TAPER if to_race else Frame.RACE
    return Frame.STUB if first_day else Frame.FREE


def _open(day: date, race: PlannedRace) -> bool:
    """No run on the day before the race, none on race day but the race, none in the days after."""
    if day < race.date:
        return day != race.date - timedelta(days=1)
    race_week_ends = race.date + timedelta(days=6 - race.date.weekday())
    free_until = race.date + timedelta(days=RUN_FREE_DAYS_AFTER_SHORT_RACE)
    return day > max(race_week_ends, free_until)
